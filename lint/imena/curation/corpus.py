"""Texts to learn from: files of any format that imena reads, and JSON Lines with a ``text``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from imena.errors import InputError
from imena.files import expand, read_bytes
from imena.text.document import Document

_LINES = (".jsonl", ".ndjson")


class Reads(Protocol):
    """What reads single files: a session."""

    @property
    def suffixes(self) -> frozenset[str]: ...

    def read(self, path: Path, data: bytes) -> Document: ...


def documents(paths: Iterable[Path], reads: Reads, exclude: tuple[str, ...]) -> Iterator[Document]:
    """Every text under ``paths`` in order. Raises InputError."""
    suffixes = reads.suffixes.union(_LINES)
    for path in expand(paths, suffixes, exclude):
        data = read_bytes(path)
        if path.suffix.lower() in _LINES:
            yield from _of_lines(path, data)
        else:
            yield reads.read(path, data)


def _of_lines(path: Path, data: bytes) -> Iterator[Document]:
    """One document a line, called ``path:line``. Raises InputError with the line."""
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            raise InputError("is no JSON", path, number) from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise InputError('has no string "text"', path, number)
        yield Document.plain(row["text"], f"{path}:{number}")
