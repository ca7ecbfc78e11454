"""One JSON array of findings: the contract other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from imena.findings import Finding, Report
from imena.reporters.base import Style
from imena.text.lines import Lines


def as_object(finding: Finding, path: str, lines: Lines, language: str) -> dict[str, Any]:
    """``finding`` with the keys of the JSON contract; offsets count code points of the source."""
    line, column = lines.position(finding.span.start)
    end_line, end_column = lines.position(finding.span.end)
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 3),
        "message": finding.message.in_language(language),
        "path": path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "entry": _entry(finding),
        "fix": _fix(finding),
        "suggestions": list(finding.suggestions),
    }


def objects(reports: Sequence[Report], language: str) -> list[dict[str, Any]]:
    """Every finding of every report, in order."""
    found = []
    for report in reports:
        lines = Lines(report.source)
        found += [as_object(f, report.path, lines, language) for f in report.findings]
    return found


def _entry(finding: Finding) -> dict[str, str] | None:
    entry = finding.entry
    return entry and {"id": entry.id, "name": entry.name, "dictionary": entry.dictionary}


def _fix(finding: Finding) -> dict[str, Any] | None:
    if finding.fix is None:
        return None
    edits = [{"start": s.start, "end": s.end, "text": t} for s, t in finding.fix.edits]
    return {"applicability": finding.fix.applicability.value, "edits": edits}


class Json:
    """``--output-format json``."""

    name: ClassVar[str] = "json"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = objects(reports, style.language)
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
