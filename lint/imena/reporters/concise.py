"""One line a finding, as compilers write it: for editors and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.text.lines import Lines


class Concise:
    """``path:line:column: CODE message``."""

    name: ClassVar[str] = "concise"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = []
        for report in reports:
            lines = Lines(report.source)
            for finding in report.findings:
                line, column = lines.position(finding.span.start)
                message = finding.message.in_language(style.language)
                found.append(f"{report.path}:{line}:{column}: {finding.code} {message}\n")
        return "".join(found)
