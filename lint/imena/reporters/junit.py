"""JUnit XML: a file is a suite, a finding a failure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.json import objects
from imena.reporters.xml_text import attribute, content


class Junit:
    """``--output-format junit``."""

    name: ClassVar[str] = "junit"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        total = sum(len(report.findings) for report in reports)
        tests = sum(max(1, len(report.findings)) for report in reports)
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<testsuites name="imena" tests="{tests}" failures="{total}">',
        ]
        for report in reports:
            lines += _suite(report, style)
        return "\n".join([*lines, "</testsuites>", ""])


def _suite(report: Report, style: Style) -> Iterator[str]:
    found = objects([report], style.language)
    name, count = attribute(report.path), len(found)
    yield f'  <testsuite name={name} tests="{max(1, count)}" failures="{count}" errors="0">'
    if not found:
        yield f'    <testcase name="imena" classname={name}/>'
    for one in found:
        case = attribute(f"{one['code']} {one['line']}:{one['column']}")
        yield f"    <testcase name={case} classname={name}>"
        kind, message = attribute(one["code"]), attribute(one["message"])
        place = content(f"{one['path']}:{one['line']}:{one['column']} {one['text']}")
        yield f"      <failure type={kind} message={message}>{place}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"
