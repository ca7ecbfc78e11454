"""Self-contained HTML pages: a template, its style, its script and its data in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_HOME = Path(__file__).parent / "data" / "pages"


def page(name: str, data: dict[str, Any], language: str) -> str:
    """The page ``name`` with ``data`` inside. Nothing in ``data`` can end the script element."""
    parts = {part: (_HOME / f"{name}.{part}").read_text("utf-8") for part in ("html", "css", "js")}
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = packed.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    made = parts["html"].replace("{{language}}", language)
    made = made.replace("{{style}}", parts["css"]).replace("{{script}}", parts["js"])
    return made.replace("{{data}}", safe)
