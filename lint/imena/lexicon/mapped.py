"""Files that are asked for a few bytes here and there."""

from __future__ import annotations

import mmap
import os
import struct
from pathlib import Path
from typing import Final

OFFSET: Final = struct.Struct("<I")
#: Files up to this long are mapped as a whole.
_SHORT: Final = 1 << 25


class File:
    """Bytes of a file by their place. A long file is read piece by piece: mapped, every page near
    one that is asked for would count as memory of this process."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._handle = self._file.fileno()
        short = os.fstat(self._handle).st_size <= _SHORT or not hasattr(os, "pread")
        self._data = mapped(path) if short else None

    def read(self, at: int, size: int) -> bytes:
        if self._data is not None:
            return self._data[at : at + size]
        return os.pread(self._handle, size, at)


class Blocks:
    """The blocks of a file that :mod:`~imena.lexicon.store` wrote."""

    def __init__(self, path: Path) -> None:
        self._file = File(path)
        (self.count,) = OFFSET.unpack(self._file.read(0, 4))
        self._start = 4 + 4 * self.count
        self._ends = mapped(path, self._start)

    def __getitem__(self, number: int) -> bytes:
        begin = OFFSET.unpack_from(self._ends, 4 * number)[0] if number else 0
        end = OFFSET.unpack_from(self._ends, 4 * number + 4)[0]
        return self._file.read(self._start + begin, end - begin)


def mapped(path: Path, size: int = 0) -> mmap.mmap | bytes:
    """The first ``size`` bytes of a file, all of it by default."""
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return b""
        return mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)
