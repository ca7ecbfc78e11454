"""GitLab code quality."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.fingerprints import fingerprints
from imena.text.lines import Lines

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Gitlab:
    """A code quality report: one JSON array."""

    name: ClassVar[str] = "gitlab"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = []
        for report in reports:
            lines = Lines(report.source)
            known = fingerprints(report)
            for finding, key in zip(report.findings, known, strict=True):
                found.append(
                    {
                        "description": finding.message.in_language(style.language),
                        "check_name": finding.code,
                        "fingerprint": key,
                        "severity": _SEVERITIES[finding.severity.value],
                        "location": {
                            "path": Path(report.path).as_posix(),
                            "lines": {"begin": lines.position(finding.span.start)[0]},
                        },
                    }
                )
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
