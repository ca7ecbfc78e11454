"""For people at a terminal: the line with the name underlined, and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import ClassVar

from imena.findings import Applicability, Finding, Report, Severity
from imena.reporters.base import Style
from imena.text.lines import Lines

#: How much of a long line is shown on either side of the name, in letters.
_AROUND = 48
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class Text:
    """``path:line:column CODE message``, then the excerpt."""

    name: ClassVar[str] = "text"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        blocks = [block for report in reports for block in _blocks(report, style)]
        return "".join([*blocks, _summary(reports, style)])


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text


def _blocks(report: Report, style: Style) -> Iterator[str]:
    lines = Lines(report.source) if report.findings else None
    for finding in report.findings:
        assert lines is not None
        yield _block(report, finding, lines, style)


def _block(report: Report, finding: Finding, lines: Lines, style: Style) -> str:
    line, column = lines.position(finding.span.start)
    code = _paint(finding.code, f"1;{_COLOURS[finding.severity]}", style)
    place = _paint(f"{report.path}:{line}:{column}", "1", style)
    head = f"{place} {code} {finding.message.in_language(style.language)}"
    number = str(line)
    bar = _paint(" " * len(number) + " |", "34", style)
    excerpt, marks = _excerpt(report.source, lines.span_of(line), finding, style)
    source = f"{_paint(number + ' |', '34', style)} {excerpt}"
    parts = [head, source, f"{bar} {marks}", *_notes(finding, bar, style)]
    return "\n".join(parts) + "\n\n"


def _excerpt(source: str, line: tuple[int, int], finding: Finding, style: Style) -> tuple[str, str]:
    """The line around the name, and the underline below it."""
    start, end = finding.span
    begin, stop = line
    low = max(begin, start - _AROUND)
    end = min(end, stop)
    high = min(stop, end + _AROUND)
    before, name, after = source[low:start], source[start:end], source[end:high]
    if low > begin:
        before = "…" + before
    if high < stop:
        after += "…"
    text = "".join(_printable(part) for part in (before, name, after))
    marks = " " * width(_printable(before)) + _paint(
        "^" * max(1, width(_printable(name))), _COLOURS[finding.severity], style
    )
    if finding.suggestions:
        marks += " " + _paint(_offer(finding, style), "32", style)
    return text, marks


def _offer(finding: Finding, style: Style) -> str:
    safe = finding.fix is not None and finding.fix.applicability is Applicability.SAFE
    doubt = "" if safe else "?"
    return " / ".join(finding.suggestions) + doubt


def _notes(finding: Finding, bar: str, style: Style) -> Iterator[str]:
    if finding.entry and finding.entry.note:
        yield f"{bar} = {finding.entry.note}"


def _printable(text: str) -> str:
    """``text`` without what would break the excerpt: tabs and control characters."""
    return "".join(
        " " if c in "\t\r\v\f" else c if c.isprintable() or c == " " else "" for c in text
    )


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _summary(reports: Sequence[Report], style: Style) -> str:
    findings = [f for r in reports for f in r.findings]
    if not findings:
        return ""
    safe = sum(_is(f, Applicability.SAFE) for f in findings)
    unsafe = sum(_is(f, Applicability.UNSAFE) for f in findings)
    if style.language == "ru":
        text = f"Найдено: {len(findings)}; исправит --fix: {safe}"
        text += f", с --unsafe-fixes ещё {unsafe}" if unsafe else ""
    else:
        text = f"Found {len(findings)}; fixable with --fix: {safe}"
        text += f", with --unsafe-fixes {unsafe} more" if unsafe else ""
    return text + ".\n"


def _is(finding: Finding, applicability: Applicability) -> bool:
    return finding.fix is not None and finding.fix.applicability is applicability
