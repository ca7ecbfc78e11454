"""New entries put into a dictionary file: in their place by name, every other byte untouched.

The file is text with comments that people wrote, so the entry is inserted as text and the result
read back before it replaces the file; parsing and writing anew would move comments that stand
between two entries to the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from imena.curation.shape import KINDS, render_entry, sort_key
from imena.errors import DictionaryError, InputError
from imena.files import read_bytes, replace_bytes
from imena.lexicon.dictionary import Row, read_rows, rows_of

_HEADING = "# Словарь редакции для imena. Новая запись: imena dict add ИМЯ\n"


class New(NamedTuple):
    """An entry to be written: its kind and the keys of its table."""

    kind: str
    values: dict[str, Any]

    @property
    def text(self) -> str:
        """The table as it will stand in the file."""
        return render_entry(self.kind, self.values)


def insert(path: Path, entries: Iterable[New]) -> None:
    """Put ``entries`` into ``path``, which is made where it is absent; all of them or none.

    Raises DictionaryError where the file is broken, InputError where it cannot be written.
    """
    data = read_bytes(path) if path.exists() else _HEADING.encode()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DictionaryError("is not UTF-8", path) from None
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    for entry in sorted(entries, key=lambda one: (KINDS.index(one.kind), sort_key(one.values))):
        lines = _with(lines, entry, path)
    made = newline.join(lines).encode()
    if data.startswith(b"\xef\xbb\xbf"):
        made = b"\xef\xbb\xbf" + made
    _check(made, path)
    try:
        path.touch()
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    replace_bytes(path, made)


def _with(lines: list[str], entry: New, path: Path) -> list[str]:
    rows = _rows("\n".join(lines), path)
    block = entry.text.rstrip("\n").split("\n")
    after = _next(rows, entry)
    if after is None:
        kept = _trimmed(lines)
        return [*kept, *([""] if kept else []), *block, ""]
    at = after.line - 1
    while at and lines[at - 1].startswith("#"):
        at -= 1
    return [*lines[:at], *block, "", *lines[at:]]


def _next(rows: list[Row], entry: New) -> Row | None:
    """The first row that must stand behind ``entry``: of its kind, or of a later kind."""
    key, kind = sort_key(entry.values), KINDS.index(entry.kind)
    for row in rows:
        other = KINDS.index(row.kind)
        if other > kind or (other == kind and sort_key(row.values) > key):
            return row
    return None


def _trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _rows(text: str, path: Path) -> list[Row]:
    return rows_of(text, path, str(path))


def _check(made: bytes, path: Path) -> None:
    """Raises DictionaryError where the new text cannot be read: then nothing is written."""
    _rows(made.decode("utf-8-sig"), path)


def rows_in(path: Path) -> list[Row]:
    """The rows of ``path``; none where it does not exist. Raises DictionaryError."""
    if not path.exists():
        return []
    if path.is_dir():
        raise DictionaryError("is a directory", path)
    return read_rows(path, str(path))
