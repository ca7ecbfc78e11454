"""Checkstyle XML, which many tools read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.json import objects
from imena.reporters.xml_text import attribute


class Checkstyle:
    """``--output-format checkstyle``."""

    name: ClassVar[str] = "checkstyle"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        lines = ['<?xml version="1.0" encoding="utf-8"?>', '<checkstyle version="4.3">']
        for report in reports:
            lines.append(f"  <file name={attribute(report.path)}>")
            lines += [_error(one) for one in objects([report], style.language)]
            lines.append("  </file>")
        return "\n".join([*lines, "</checkstyle>", ""])


def _error(one: dict[str, Any]) -> str:
    place = f'line="{one["line"]}" column="{one["column"]}" severity="{one["severity"]}"'
    source = attribute("imena." + one["code"])
    return f"    <error {place} message={attribute(one['message'])} source={source}/>"
