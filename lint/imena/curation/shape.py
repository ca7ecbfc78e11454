"""The one canonical shape of a dictionary file: key order, entry order, quoting.

Hand-kept and generated files are written by the same code, so a diff shows only what changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from imena.text.toml import loads

Entry = dict[str, Any]
Tables = dict[str, list[Entry]]

KINDS = ("person", "place", "organisation")
KEY_ORDER = (
    "id",
    "name",
    "given",
    "patronymic",
    "surname",
    "abbr",
    "gender",
    "number",
    "order",
    "indecl",
    "indecl_parts",
    "forms",
    "generic",
    "quotes",
    "aliases",
    "aliases_old",
    "renames",
    "policy",
    "forbidden",
    "confusable",
    "native",
    "valid_from",
    "valid_to",
    "note",
    "source",
)
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def headword(entry: Mapping[str, Any]) -> str:
    """What the entry is sorted and shown by: the name, or surname, given and patronymic."""
    parts = (entry.get("name"), entry.get("surname"), entry.get("given"), entry.get("patronymic"))
    return " ".join(part for part in parts if part)


def sort_key(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Alphabetical with ё next to е, whatever the letter case; the id settles ties."""
    folded = headword(entry).casefold().replace("ё", "е\uffff")
    return folded, str(entry.get("id", ""))


def read(path: Path) -> Tables:
    """Raises ``TOMLDecodeError`` on a broken file."""
    return loads(path.read_text(encoding="utf-8"))


def read_header(path: Path) -> str:
    """The comment block at the top of the file, without a trailing blank line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "\n".join(lines[:count])


def write(path: Path, tables: Mapping[str, Iterable[Entry]], header: str) -> None:
    """Write ``tables`` (kind → entries) sorted, in canonical shape, with ``header`` on top."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(tables, header.removeprefix("# ")), encoding="utf-8")


def dump(tables: Mapping[str, Iterable[Entry]], heading: str) -> str:
    """The text of a file: ``heading`` as a comment, then ``tables`` sorted."""
    blocks = [
        render_entry(kind, entry)
        for kind in KINDS
        for entry in sorted(tables.get(kind, ()), key=sort_key)
    ]
    return f"# {heading}\n\n" + "\n".join(blocks)


def render_entry(kind: str, entry: Entry) -> str:
    """One table with its keys in order and a line end; raises ValueError for an unknown key."""
    unknown = entry.keys() - set(KEY_ORDER)
    if unknown:
        raise ValueError(f"{entry}: unknown keys {sorted(unknown)}")
    lines = [f"{key} = {_render(entry[key])}" for key in KEY_ORDER if key in entry]
    return "\n".join([f"[[{kind}]]", *lines, ""])


def _render(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ", ".join(_render(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{_render_key(key)} = {_render(item)}" for key, item in value.items())
        return "{ " + ", ".join(pairs) + " }"
    raise TypeError(f"{value!r}: nothing a dictionary can hold")


def _render_key(key: str) -> str:
    return key if BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
