"""Reviewdog's diagnostic format, with suggestions. Its columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from imena.findings import Finding, Report
from imena.reporters.base import Style
from imena.text.lines import Lines

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Rdjson:
    """``--output-format rdjson``."""

    name: ClassVar[str] = "rdjson"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = []
        for report in reports:
            lines = Lines(report.source)
            found += [_diagnostic(report, f, lines, style.language) for f in report.findings]
        result = {"source": {"name": "imena"}, "diagnostics": found}
        return json.dumps(result, ensure_ascii=False) + "\n"


def _diagnostic(report: Report, finding: Finding, lines: Lines, language: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "message": finding.message.in_language(language),
        "location": {"path": report.path, "range": _range(report, *finding.span, lines)},
        "severity": _SEVERITIES[finding.severity.value],
        "code": {"value": finding.code},
    }
    if finding.fix:
        made["suggestions"] = [
            {"range": _range(report, *edit.span, lines), "text": edit.text}
            for edit in finding.fix.edits
        ]
    return made


def _range(report: Report, start: int, end: int, lines: Lines) -> dict[str, Any]:
    return {"start": _place(report, start, lines), "end": _place(report, end, lines)}


def _place(report: Report, offset: int, lines: Lines) -> dict[str, int]:
    line, column = lines.position(offset)
    before = report.source[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
