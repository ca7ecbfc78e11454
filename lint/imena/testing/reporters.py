"""The contract of a reporter, held to reports that are hard to print."""

from __future__ import annotations

from imena.findings import (
    Applicability,
    Edit,
    EntryRef,
    Finding,
    Fix,
    Message,
    Report,
    Severity,
)
from imena.reporters.base import Style
from imena.text.span import Span

#: Sources with a name at the start of the last line, each with something that breaks output.
_SOURCES = (
    "Стапаев",
    "😀\tстрока\r\nСтапаев, <b>\"A\" & 'B'</b> ]]> % :: \\ ,",
    "a\x00b\x1b[31m\u2028\ufffe\nСтапаев\n",
)
_NAME = "Стапаев"
_PATHS = ("a.txt", "папка с пробелом/№ 1, черновик: «б».md", '<&">%0A.html')


def sample_reports() -> list[Report]:
    """Reports with every severity, with and without entry and fix, over awkward texts, and one
    without findings."""
    made = [Report("пусто.txt", "")]
    for path, source in zip(_PATHS, _SOURCES, strict=True):
        at = source.rindex(_NAME)
        span = Span(at, at + len(_NAME))
        made.append(Report(path, source, [_finding(span, one) for one in Severity]))
    return made


def _finding(span: Span, severity: Severity) -> Finding:
    sure = severity is Severity.ERROR
    entry = EntryRef("satpaev", "Каныш «Имантаевич» Сатпаев", "<a & b>.toml", "сноска\nв две")
    return Finding(
        code="T101",
        rule="typo-transposed",
        severity=severity,
        confidence=0.5,
        message=Message("переставлены «буквы» <& \"' ]]>: %", "letters <& \"' ]]> swapped: %"),
        span=span,
        text=_NAME,
        entry=entry if sure else None,
        fix=Fix(Applicability.SAFE, (Edit(span, "Сатпаев"),)) if sure else None,
        suggestions=("Сатпаев", "Са<т>паев") if sure else (),
    )


def check_reporter(reporter_class: type) -> None:
    """Hold a reporter to its contract: text for any reports in both languages, the same each
    time, ended by a line end, and no finding lost. Raises AssertionError."""
    made = reporter_class()
    assert isinstance(made.name, str) and made.name, "a reporter needs a name"
    for style in (Style("ru"), Style("en"), Style("ru", colour=True)):
        _check_output(made.render([], style))
        _check_output(made.render([Report("a.txt", "Текст.")], style))
        reports = sample_reports()
        text = made.render(reports, style)
        _check_output(text)
        assert text == made.render(sample_reports(), style), "the same reports, the same output"
        found = sum(len(report.findings) for report in reports)
        assert text.count("T101") >= found, f"{found} findings, {text.count('T101')} codes"


def _check_output(text: object) -> None:
    assert isinstance(text, str), "render returns a string"
    assert not text or text.endswith("\n"), "output ends with a line end"
    text.encode("utf-8")
