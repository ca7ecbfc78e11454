"""Files of the compiled lexicon: bytes by their place, blocks by their number."""

from __future__ import annotations

import mmap
import os
import struct
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_OFFSET: Final = struct.Struct("<I")
#: Files up to this long are mapped as a whole.
_SHORT: Final = 1 << 25


def write_blocks(path: Path, blocks: Iterable[bytes]) -> None:
    """A count, the end of each block, then the blocks."""
    ends, size, kept = array("I"), 0, []
    for block in blocks:
        size += len(block)
        ends.append(size)
        kept.append(block)
    with path.open("wb") as file:
        file.write(_OFFSET.pack(len(ends)))
        little(ends).tofile(file)
        file.writelines(kept)


class File:
    """Bytes of a file by their place. A long file is read piece by piece: mapped, every page near
    one that is asked for would count as memory of this process."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._handle = self._file.fileno()
        short = os.fstat(self._handle).st_size <= _SHORT or not hasattr(os, "pread")
        self._data = mapped(path) if short else None
        self._view = memoryview(self._data or b"")

    def read(self, at: int, size: int) -> bytes:
        if self._data is not None:
            return self._data[at : at + size]
        return os.pread(self._handle, size, at)

    def view(self, at: int, size: int) -> memoryview:
        """What :meth:`read` reads, not copied where the file is mapped."""
        if self._data is not None:
            return self._view[at : at + size]
        return memoryview(os.pread(self._handle, size, at))


class Blocks:
    """The blocks of a file that :func:`write_blocks` wrote."""

    def __init__(self, path: Path) -> None:
        self._file = File(path)
        (self.count,) = _OFFSET.unpack(self._file.read(0, 4))
        self._start = 4 + 4 * self.count
        self._ends = mapped(path, self._start)

    def __getitem__(self, number: int) -> bytes:
        begin = _OFFSET.unpack_from(self._ends, 4 * number)[0] if number else 0
        end = _OFFSET.unpack_from(self._ends, 4 * number + 4)[0]
        return self._file.read(self._start + begin, end - begin)


def mapped(path: Path, size: int = 0) -> mmap.mmap | bytes:
    """The first ``size`` bytes of a file, all of it by default."""
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return b""
        return mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)


def little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
