"""One page to read: the texts with every finding marked as in a proof. Works offline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escaped
from typing import ClassVar

from imena.findings import Finding, Report
from imena.reporters.base import Style
from imena.reporters.xml_text import possible

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>imena</title>
<style>
:root {{ color-scheme: light dark; font: 17px/1.6 Georgia, serif; }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
h2 {{ font: 600 1rem/1.4 system-ui, sans-serif; }}
article {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ background: #fde2e1; color: inherit; border-bottom: 2px solid #c0392b; cursor: pointer; }}
mark.warning {{ background: #fdf1d6; border-color: #b9770e; }}
mark.info {{ background: #e1effd; border-color: #2471a3; }}
mark ins {{ display: none; text-decoration: none; color: #1e8449; font-weight: 600; }}
mark.done {{ background: none; border-color: #1e8449; }}
mark.done s {{ display: none; }}
mark.done ins {{ display: inline; }}
mark s {{ text-decoration: none; }}
mark.kept {{ background: none; border-bottom: 1px dotted; }}
small {{ font: 0.8rem/1.4 system-ui, sans-serif; opacity: 0.75; }}
@media (prefers-color-scheme: dark) {{ mark {{ background: #5a2420; }} }}
</style>
</head>
<body>
<h1>imena</h1>
<p><small>{hint}</small></p>
{sections}
<script>
document.querySelectorAll("mark").forEach(function (mark) {{
  mark.tabIndex = 0;
  function turn() {{
    if (mark.classList.contains("done")) {{ mark.classList.replace("done", "kept"); }}
    else if (mark.classList.contains("kept")) {{ mark.classList.remove("kept"); }}
    else if (mark.querySelector("ins")) {{ mark.classList.add("done"); }}
    else {{ mark.classList.add("kept"); }}
  }}
  mark.addEventListener("click", turn);
  mark.addEventListener("keydown", function (e) {{ if (e.key === "Enter") turn(); }});
}});
</script>
</body>
</html>
"""
_HINTS = {
    "ru": "Щелчок по слову: принять правку, отклонить, вернуть.",
    "en": "Click a word to accept the fix, reject it, take it back.",
}


class Html:
    """``--output-format html``."""

    name: ClassVar[str] = "html"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        sections = "\n".join(_section(r, style.language) for r in reports if r.findings)
        return _PAGE.format(
            language=style.language, hint=_HINTS[style.language], sections=sections or "<p>✓</p>"
        )


def _section(report: Report, language: str) -> str:
    text = "".join(_marked(report, language))
    return f"<h2>{escape(report.path)}</h2>\n<article>{text}</article>"


def _marked(report: Report, language: str) -> Iterator[str]:
    at = 0
    for group in _overlapping(report.findings):
        start, end = group[0].span
        yield escape(report.source[at:start])
        yield _mark(group, language)
        at = end
    yield escape(report.source[at:])


def _overlapping(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings that one mark stands for: the first, and those that begin inside it."""
    group: list[Finding] = []
    for finding in findings:
        if group and finding.span.start >= max(group[0].span.end, group[0].span.start + 1):
            yield group
            group = []
        group.append(finding)
    if group:
        yield group


def _mark(group: Sequence[Finding], language: str) -> str:
    first = group[0]
    insertion = f"<ins>{escape(first.suggestions[0])}</ins>" if first.suggestions else ""
    title = escape("\n".join(f"{f.code} {f.message.in_language(language)}" for f in group))
    return (
        f'<mark class="{first.severity.value}" title="{title}">'
        f"<s>{escape(first.text)}</s>{insertion}</mark>"
    )


def escape(text: str) -> str:
    """``text`` for a page: what HTML cannot hold, and a lone ``\r``, does not stand in it."""
    return escaped(possible(text))
