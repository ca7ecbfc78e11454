"""Comments that silence findings, in the comment syntax of each format."""

from __future__ import annotations

from typing import Any

import pytest
from test_reading import FORMATS, checker

from imena.config import Settings
from imena.engine import Checker
from imena.plugins import builtin, rules

W = "Касым-Жомрат Токаев"
#: What it shows, the format, the text, and the lines and codes that are left.
CASES = [
    ("on its line", "markdown", f"{W} <!-- imena: ignore[T101] -->\n\n{W}", ["3 T101"]),
    ("a reason may follow", "markdown", f"{W} <!-- imena: ignore[T101] так в паспорте -->", []),
    ("a reason behind a dash", "html", f"<p>{W}<!-- imena: ignore[T101]: цитата -->", []),
    ("a reason without codes", "html", f"<p>{W}<!-- imena: ignore — цитата -->", []),
    ("without codes", "html", f"<p>{W}<!--imena:ignore-->", []),
    ("several codes", "html", f"<p>{W}<!-- imena: ignore[V201, T101] -->", ["1 S001: V201"]),
    ("a family", "html", f"<p>{W}<!-- imena: ignore[T] -->", []),
    ("small letters", "html", f"<p>{W}<!-- imena: ignore[t1] -->", []),
    ("other codes", "html", f"<p>{W}<!-- imena: ignore[V] -->", ["1 S001: V", "1 T101"]),
    ("the next line", "markdown", f"<!-- imena: ignore-next-line -->\n{W}\n\n{W}", ["4 T101"]),
    ("the next line with text", "markdown", f"<!-- imena: ignore-next-line -->\n\n\n{W}", []),
    ("there is no next line", "html", "<!-- imena: ignore-next-line -->", ["1 S001"]),
    (
        "a block",
        "markdown",
        f"{W}\n\n<!-- imena: ignore-start[T] -->\n{W}\n\n{W}\n<!-- imena: ignore-end -->\n\n{W}",
        ["1 T101", "9 T101"],
    ),
    ("a block without end", "html", f"{W}\n<!-- imena: ignore-start -->{W}<p>{W}", ["1 T101"]),
    ("an end without start", "html", f"<!-- imena: ignore-end -->{W}", ["1 S001", "1 T101"]),
    ("the file", "markdown", f"{W}\n\n{W}\n\n<!-- imena: ignore-file[T101] -->", []),
    ("nothing to silence", "markdown", "<!-- imena: ignore-file -->\nАбай", ["1 S001"]),
    ("codes in broken brackets", "html", f"{W}<!-- imena: ignore[T101 -->", ["1 S001", "1 T101"]),
    ("another word", "html", f"{W}<!-- imena: ignored -->", ["1 S001", "1 T101"]),
    ("somebody else's comment", "html", f"{W}<!-- прочесть -->", ["1 T101"]),
    ("in code", "markdown", f"```\n<!-- imena: ignore-file -->\n```\n\n{W}", ["5 T101"]),
    ("in a span of code", "markdown", f"`<!-- imena: ignore -->` {W}", ["1 T101"]),
    ("in a script", "html", f"<script><!-- imena: ignore --></script>{W}", ["1 T101"]),
    ("lone CRs", "html", f"{W}\r{W}<!-- imena: ignore -->\r{W}", ["1 T101", "3 T101"]),
    ("a comment over lines", "html", f"<!--\nimena: ignore\nпотому\n-->{W}\n{W}", ["5 T101"]),
    ("MDX", "mdx", f"{W} {{/* imena: ignore */}}\n\n{W}", ["3 T101"]),
    ("plain text has no comments", "plain", f"{W} <!-- imena: ignore -->", ["1 T101"]),
]


def left(form: str, text: str, settings: Settings | None = None) -> list[str]:
    known: Any = FORMATS["markdown" if form == "mdx" else form]
    document = known.read(text.encode(), f"x.{form}", "utf-8")
    made = checker()
    if settings:
        made = Checker(made.lexicon, rules(builtin()), settings)
    lines = document.source.replace("\r", "\n")
    found = []
    for finding in made.check(document).findings:
        line = lines.count("\n", 0, finding.span.start) + 1
        codes = finding.message.en.partition(": ")[2] if finding.code == "S001" else ""
        found.append(f"{line} {finding.code}" + (f": {codes}" if codes else ""))
    return sorted(found)


@pytest.mark.parametrize(("what", "form", "text", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_suppressions(what: str, form: str, text: str, wanted: list[str]) -> None:
    assert left(form, text) == wanted


def test_unused_comments_about_rules_that_do_not_run_are_no_news() -> None:
    text = "<!-- imena: ignore-file[V201] -->"
    assert left("html", text) == ["1 S001: V201"]
    assert left("html", text, Settings(ignore=("V",))) == []
    assert left("html", text, Settings(ignore=("S001",))) == []
    assert left("html", text, Settings(select=("T",))) == []
