"""GitLab code quality."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import ClassVar
from zlib import crc32

from imena.baseline import fingerprint
from imena.findings import Report
from imena.reporters.base import Style
from imena.text.lines import Lines

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Gitlab:
    """A code quality report: one JSON array."""

    name: ClassVar[str] = "gitlab"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = []
        for report in reports:
            lines = Lines(report.source)
            for number, finding in enumerate(report.findings):
                known = f"{fingerprint(report, finding)}\t{number}"
                found.append(
                    {
                        "description": finding.message.in_language(style.language),
                        "check_name": finding.code,
                        "fingerprint": f"{crc32(known.encode()):08x}{len(known):08x}",
                        "severity": _SEVERITIES[finding.severity.value],
                        "location": {
                            "path": report.path,
                            "lines": {"begin": lines.position(finding.span.start)[0]},
                        },
                    }
                )
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
