"""A pack: results in one file, each found and proved without looking at the others.

A head (magic, count), then a table of ``count`` rows in the order of their keys (key, place and
length of the record), then the records: a seal over key and content, and the content. A pack never
changes. Damage anywhere leaves a key that nobody asks for or a record that its seal does not fit.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from imena.caches import blake2b

SUFFIX = ".pack"
MAGIC = b"imena 1\n"
KEY, NUMBER, SEAL = 16, 4, 8
HEAD, ROW = len(MAGIC) + NUMBER, KEY + 2 * NUMBER
_DAY = 24 * 60 * 60


def sealed(key: bytes, content: bytes) -> bytes:
    """The record of ``content``."""
    return blake2b(content, key=key, digest_size=SEAL).digest() + content


def unsealed(key: bytes, record: bytes) -> bytes | None:
    """The content of a record; None where it is not the whole record of ``key``."""
    content = record[SEAL:]
    return content if sealed(key, content) == record else None


class Pack:
    """The pack at ``path``, mapped. Raises OSError; what is no pack is an empty one."""

    def __init__(self, path: str) -> None:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - on the way to every result
            size = os.fstat(file.fileno()).st_size
            whole = size > HEAD
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if whole else b""
        known = self._bytes[: len(MAGIC)] == MAGIC
        self._count = min(self._number(len(MAGIC)), (size - HEAD) // ROW) if known else 0

    def _number(self, at: int) -> int:
        return int.from_bytes(self._bytes[at : at + NUMBER], "little")

    def _key(self, row: int) -> bytes:
        return self._bytes[HEAD + ROW * row : HEAD + ROW * row + KEY]

    def _content(self, row: int, key: bytes) -> bytes | None:
        at = HEAD + ROW * row + KEY
        begin, length = self._number(at), self._number(at + NUMBER)
        return unsealed(key, self._bytes[begin : begin + length])

    def get(self, key: bytes) -> bytes | None:
        """The content kept under ``key``; None where there is none or it is damaged."""
        row = bisect_left(range(self._count), key, key=self._key)
        if row == self._count or self._key(row) != key:
            return None
        return self._content(row, key)

    def records(self) -> Iterator[tuple[bytes, bytes]]:
        """Every key with its record, but for those that are damaged."""
        for row in range(self._count):
            key = self._key(row)
            content = self._content(row, key)
            if content is not None:
                yield key, sealed(key, content)


def opened(home: Path, tries: int = 3) -> list[Pack]:
    """The packs in ``home``, the newest first. When one goes while they are opened its results are
    in a newer one."""
    found = []
    for path in paths(home):
        try:
            found.append(Pack(path))
        except FileNotFoundError:
            if tries:
                return opened(home, tries - 1)
        except OSError:  # no file, or not ours to read: the others will do
            continue
    if found:
        _mark_used(home)
    return found


def paths(home: Path) -> list[str]:
    """Names of packs are in the order of time."""
    try:
        names = os.listdir(home)  # noqa: PTH208 - on the way to every result
    except OSError:
        return []
    return [f"{home}/{name}" for name in sorted(names, reverse=True) if is_name(name)]


def is_name(name: str) -> bool:
    """Whether a file of this name is a pack and not one that is being written."""
    return name.endswith(SUFFIX) and not name.startswith(".")


def _mark_used(home: Path) -> None:
    """Once a day: what was not used for long is the first to go."""
    with suppress(OSError):
        if time() - os.stat(home).st_mtime > _DAY:  # noqa: PTH116 - as above
            os.utime(home)
