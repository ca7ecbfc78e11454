"""Annotations in a GitHub pull request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from imena.findings import Report, Severity
from imena.reporters.base import Style
from imena.reporters.json import objects

_COMMANDS = {"error": "error", "warning": "warning", Severity.INFO.value: "notice"}


class Github:
    """Workflow commands: ``::error file=…,line=…::message``."""

    name: ClassVar[str] = "github"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        lines = []
        for one in objects(reports, style.language):
            where = (
                f"file={_value(one['path'])},line={one['line']},col={one['column']},"
                f"endLine={one['end_line']},endColumn={one['end_column']},"
                f"title={_value('imena ' + one['code'])}"
            )
            lines.append(f"::{_COMMANDS[one['severity']]} {where}::{_message(one['message'])}\n")
        return "".join(lines)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
