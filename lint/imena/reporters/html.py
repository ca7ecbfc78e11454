"""One page to read and decide on: every text with its findings marked as in a proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, ClassVar

from imena.decisions import digest_of
from imena.findings import Finding, Report, apply_edits
from imena.pages import page
from imena.reporters.base import Style
from imena.text.lines import Lines
from imena.text.span import Span

#: Texts whose source is no file that a browser could save.
_PACKED = (".docx", ".docm")


class Html:
    """``--output-format html``."""

    name: ClassVar[str] = "html"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        texts = [_text(report) for report in reports if report.findings]
        name = digest_of("\0".join(f"{text['path']}\0{text['digest']}" for text in texts))
        data = {"language": style.language, "proof": name, "texts": texts, "all": len(reports)}
        return page("proof", data, style.language)


def _text(report: Report) -> dict[str, Any]:
    """One text: ``segments`` alternate plain text and groups of findings that overlap."""
    return {
        "path": report.path,
        "digest": digest_of(report.source),
        "saves": PurePath(report.path).suffix.lower() not in _PACKED,
        "segments": list(_segments(report)),
    }


def _segments(report: Report) -> Iterator[Any]:
    at, lines = 0, Lines(report.source)
    for span, findings in _groups(report.findings):
        yield report.source[at : span.start]
        yield {
            "text": span.of(report.source),
            "start": span.start,
            "line": lines.position(span.start)[0],
            "findings": [_finding(finding, report.source) for finding in findings],
        }
        at = span.end
    yield report.source[at:]


def _groups(findings: Sequence[Finding]) -> Iterator[tuple[Span, list[Finding]]]:
    """Findings with the stretch that they and their fixes cover; those that overlap together."""
    group: list[Finding] = []
    hull = Span(0, 0)
    for finding in sorted(findings, key=lambda f: (_hull(f), f.code)):
        span = _hull(finding)
        if group and span.start < hull.end:
            hull = Span(hull.start, max(hull.end, span.end))
        else:
            if group:
                yield hull, group
            group, hull = [], span
        group.append(finding)
    if group:
        yield hull, group


def _hull(finding: Finding) -> Span:
    """The finding with everything that its fix touches."""
    edits = finding.fix.edits if finding.fix else ()
    spans = [finding.span, *(edit.span for edit in edits)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _finding(finding: Finding, source: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 2),
        "ru": finding.message.ru,
        "en": finding.message.en,
        "note": finding.entry.note if finding.entry else "",
        "safe": bool(finding.fix and finding.fix.applicability.value == "safe"),
        "start": finding.span.start,
        "text": finding.text,
        "choices": _choices(finding, source),
    }


def _choices(finding: Finding, source: str) -> list[dict[str, Any]]:
    """What may be written instead: ``label`` for the eye, ``edits`` in source code points."""
    found: dict[str, list[dict[str, Any]]] = {}
    if finding.fix:
        hull = _hull(finding)
        inside = [edit._replace(span=edit.span.shift(-hull.start)) for edit in finding.fix.edits]
        found[apply_edits(hull.of(source), inside)] = [
            {"start": span.start, "end": span.end, "text": text} for span, text in finding.fix.edits
        ]
    for text in finding.suggestions:
        start, end = finding.span
        found.setdefault(text, [{"start": start, "end": end, "text": text}])
    return [{"label": label, "edits": edits} for label, edits in found.items()]
