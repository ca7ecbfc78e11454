"""A table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.json import objects

_COLUMNS = ("path", "line", "column", "code", "text", "suggestions", "message")


class Csv:
    """``--output-format csv``: one row a finding, with a head."""

    name: ClassVar[str] = "csv"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        out = io.StringIO(newline="")
        table = csv.DictWriter(out, _COLUMNS, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        for one in objects(reports, style.language):
            table.writerow({**one, "suggestions": "; ".join(one["suggestions"])})
        return out.getvalue()
