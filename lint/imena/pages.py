"""Self-contained HTML pages: a template, its style, its script and its data in one file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from imena.text.markup import IMPOSSIBLE

#: What HTML cannot hold, and line ends that only JavaScript knows: JSON writes them as escapes.
_UNSAFE = re.compile(f"{IMPOSSIBLE.pattern}|[\r\u2028\u2029]")
_HOME = Path(__file__).parent / "data" / "pages"


def page(name: str, data: dict[str, Any], language: str) -> str:
    """The page ``name`` with ``data`` inside. Nothing in ``data`` can end the script element."""
    parts = {part: (_HOME / f"{name}.{part}").read_text("utf-8") for part in ("html", "css", "js")}
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1], packed)
    safe = safe.replace("<", "\\u003c")
    made = parts["html"].replace("{{language}}", language)
    made = made.replace("{{style}}", parts["css"]).replace("{{script}}", parts["js"])
    return made.replace("{{data}}", safe)
