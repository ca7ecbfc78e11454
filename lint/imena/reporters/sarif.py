"""SARIF 2.1.0 for code scanning."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from imena.findings import Finding, Report
from imena.reporters.base import Style
from imena.reporters.fingerprints import fingerprints
from imena.text.lines import Lines
from imena.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class Sarif:
    """``--output-format sarif``; columns and offsets count code points."""

    name: ClassVar[str] = "sarif"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = [(report, f) for report in reports for f in report.findings]
        codes = sorted({f.code for _, f in found})
        driver = {
            "name": "imena",
            "version": __version__,
            "rules": [_rule(code, found, style.pages) for code in codes],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": _results(reports, codes, style.language),
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(
    code: str, found: Sequence[tuple[Report, Finding]], pages: Mapping[str, str]
) -> dict[str, Any]:
    """The rule with its page, where it has one."""
    finding = next(f for _, f in found if f.code == code)
    made: dict[str, Any] = {"id": code, "name": finding.rule}
    page = pages.get(finding.rule) or _page(finding.rule)
    if page:
        made["shortDescription"] = {"text": page.partition("\n")[0]}
        made["help"] = {"text": page, "markdown": page}
    return made


def _page(rule: str) -> str:
    from importlib import import_module

    try:
        module = import_module(f"imena.rules.{rule.replace('-', '_')}")
    except ModuleNotFoundError:
        return ""
    named = (v for v in vars(module).values() if getattr(v, "name", None) == rule)
    return inspect.getdoc(next(named, None)) or ""


def _results(reports: Sequence[Report], codes: list[str], language: str) -> list[dict[str, Any]]:
    made = []
    for report in reports:
        lines = Lines(report.source)
        for finding, key in zip(report.findings, fingerprints(report), strict=True):
            made.append(_result(report, finding, key, lines, codes, language))
    return made


def _result(
    report: Report, finding: Finding, key: str, lines: Lines, codes: list[str], language: str
) -> dict[str, Any]:
    artifact = {"uri": quote(Path(report.path).as_posix())}
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity.value],
        "message": {"text": finding.message.in_language(language)},
        "rank": round(finding.confidence * 100, 1),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": _region(*finding.span, lines),
                }
            }
        ],
        "partialFingerprints": {"imena/v1": key},
    }
    if finding.fix:
        made["fixes"] = [_fix(finding, artifact, lines, language)]
    return made


def _region(start: int, end: int, lines: Lines) -> dict[str, int]:
    line, column = lines.position(start)
    end_line, end_column = lines.position(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }


def _fix(finding: Finding, artifact: dict[str, str], lines: Lines, language: str) -> dict[str, Any]:
    assert finding.fix is not None
    replacements = [
        {"deletedRegion": _region(*edit.span, lines), "insertedContent": {"text": edit.text}}
        for edit in finding.fix.edits
    ]
    return {
        "description": {"text": " / ".join(finding.suggestions)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }
