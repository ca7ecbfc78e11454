"""One JSON object a line, for streams."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import ClassVar

from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.json import objects


class Jsonl:
    """``--output-format jsonl``."""

    name: ClassVar[str] = "jsonl"

    def render(self, reports: Sequence[Report], style: Style) -> str:
        found = objects(reports, style.language)
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
