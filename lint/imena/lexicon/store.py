"""The compiled lexicon on disk: built once, then mapped into memory.

A directory of four files. ``forms`` is a marisa-trie of all keys; ``records`` gives the meanings
of the key with each trie number; ``deletes`` is a sorted array of 64-bit words, the upper half a
CRC-32 of a key less one letter, the lower half the number of the key; ``entries`` holds the facts
of each entry as JSON. ``meta`` is written last and says how long the others are and what they sum
to. All numbers are little-endian.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from pathlib import Path
from typing import Any, Final, overload
from zlib import crc32

from imena.lexicon.compile import Anchor, CompiledEntry, Record
from imena.lexicon.identity import FORMAT
from imena.lexicon.index import deletions, nearable, one_edit

_RECORD: Final = struct.Struct("<IHHB")
_OFFSET: Final = struct.Struct("<I")
#: Marks the keys of anchor words; their records say a position where others say a mask.
_ANCHOR: Final = "\x01"
_FILES: Final = ("forms", "records", "deletes", "entries")
#: Files longer than this are summed by samples, so that opening costs the same at any size.
_WHOLE: Final = 1 << 22
_SAMPLE: Final = 1 << 12
_BUCKETS: Final = 64
#: Bytes of meanings from which on they are left as they are until one is asked for.
_LONG: Final = 64 * _RECORD.size


class Damaged(Exception):
    """The files are not what ``meta`` says they are."""


def write(directory: Path, compiled: Iterable[CompiledEntry]) -> None:
    """Build the files of ``compiled`` in the empty ``directory``. Raises OSError."""
    from marisa_trie import Trie

    records: dict[str, list[bytes]] = {}
    near: set[str] = set()
    _write_entries(directory / "entries", _collected(compiled, records, near))
    trie = Trie(records)
    trie.save(str(directory / "forms"))
    _write_records(directory / "records", trie, records)
    _write_deletes(directory / "deletes", trie, near)
    sums = {name: _sum(directory / name) for name in _FILES}
    meta = {"format": FORMAT, "sums": sums}
    (directory / "meta").write_text(json.dumps(meta), encoding="ascii")


def _collected(
    compiled: Iterable[CompiledEntry], records: dict[str, list[bytes]], near: set[str]
) -> Iterator[bytes]:
    """The blobs of ``compiled``; its keys go into ``records`` and ``near`` on the way."""
    for entry in compiled:
        for key, record in entry.keys:
            records.setdefault(key, []).append(_RECORD.pack(*record))
            if nearable(key, record.status):
                near.add(key)
        for word, anchor in entry.anchors:
            packed = _RECORD.pack(anchor.entry, anchor.part, anchor.position, 0)
            records.setdefault(_ANCHOR + word, []).append(packed)
        yield json.dumps(entry.blob, ensure_ascii=False, separators=(",", ":")).encode()


def _write_blocks(path: Path, blocks: Iterable[bytes]) -> None:
    """A count, the end of each block, then the blocks."""
    ends, size, kept = array("I"), 0, []
    for block in blocks:
        size += len(block)
        ends.append(size)
        kept.append(block)
    with path.open("wb") as file:
        file.write(_OFFSET.pack(len(ends)))
        _little(ends).tofile(file)
        file.writelines(kept)


def _write_entries(path: Path, blobs: Iterator[bytes]) -> None:
    _write_blocks(path, blobs)


def _write_records(path: Path, trie: Any, records: dict[str, list[bytes]]) -> None:
    by_number = sorted((trie.key_id(key), packed) for key, packed in records.items())
    _write_blocks(path, (b"".join(packed) for _, packed in by_number))


def _write_deletes(path: Path, trie: Any, near: Iterable[str]) -> None:
    """Sorted bucket by bucket, so that no list of all of them is ever made."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for key in near:
        number = trie.key_id(key)
        for shorter in deletions(key):
            word = crc32(shorter.encode()) << 32 | number
            buckets[word >> 58].append(word)
    with path.open("wb") as file:
        for bucket in buckets:
            _little(array("Q", sorted(bucket))).tofile(file)


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _sum(path: Path) -> list[int]:
    """The size of a file and the CRC-32 of its bytes (of samples of a long one)."""
    size = path.stat().st_size
    total = 0
    with path.open("rb") as file:
        if size <= _WHOLE:
            return [size, crc32(file.read())]
        for at in range(0, size, max(_SAMPLE, size // 128)):
            file.seek(at)
            total = crc32(file.read(_SAMPLE), total)
    return [size, total]


class _Blocks:
    """The blocks of a file that :func:`_write_blocks` wrote, mapped."""

    def __init__(self, path: Path) -> None:
        self._data = _mapped(path)
        (self.count,) = _OFFSET.unpack_from(self._data)
        self._start = 4 + 4 * self.count

    def __getitem__(self, number: int) -> bytes:
        begin = _OFFSET.unpack_from(self._data, 4 * number)[0] if number else 0
        end = _OFFSET.unpack_from(self._data, 4 * number + 4)[0]
        return self._data[self._start + begin : self._start + end]


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


class Records(Sequence[Record]):
    """Meanings of one key as they are stored, in the order of entries: those of a name of very
    many entries are never all made."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def __len__(self) -> int:
        return len(self._block) // _RECORD.size

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return Record._make(_RECORD.unpack_from(self._block, at * _RECORD.size))

    def __iter__(self) -> Iterator[Record]:
        return map(Record._make, _RECORD.iter_unpack(self._block))

    def first(self, entry: int) -> int | None:
        """The number of the first meaning that belongs to ``entry``."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if _OFFSET.unpack_from(self._block, middle * _RECORD.size)[0] < entry:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self[low].entry == entry else None

    def of(self, entries: Set[int]) -> list[Record]:
        """The meanings that belong to ``entries``."""
        found = []
        for entry in sorted(entries):
            at = self.first(entry)
            while at is not None and at < len(self) and self[at].entry == entry:
                found.append(self[at])
                at += 1
        return found


class StoredIndex:
    """A :class:`~imena.lexicon.index.FormIndex` over the files of a directory."""

    def __init__(self, directory: Path) -> None:
        """Map the files. Raises Damaged where one is missing, cut short or altered."""
        from marisa_trie import Trie

        _validate(directory)
        try:
            self._trie = Trie().mmap(str(directory / "forms"))
            self._records = _Blocks(directory / "records")
            self._entries = _Blocks(directory / "entries")
            self._deletes = memoryview(_mapped(directory / "deletes")).cast("Q")
        except Exception as error:
            raise Damaged(str(error)) from error
        if self._records.count != len(self._trie):
            raise Damaged("records do not match forms")

    def exact(self, key: str) -> Sequence[Record]:
        block = self._block(key)
        if len(block) > _LONG:
            return Records(block)
        return tuple(map(Record._make, _RECORD.iter_unpack(block))) if block else ()

    def exact_of(self, key: str, entries: Set[int]) -> Sequence[Record]:
        return Records(self._block(key)).of(entries)

    def namesakes(self, one: str, two: str) -> set[int]:
        few, many = sorted((Records(self._block(one)), Records(self._block(two))), key=len)
        return {record.entry for record in few if many.first(record.entry) is not None}

    def begins(self, prefix: str) -> bool:
        return next(self._trie.iterkeys(prefix), None) is not None

    def _block(self, key: str) -> bytes:
        number = self._trie.get(key)
        return self._records[number] if number is not None else b""

    def prefixes(self, text: str) -> list[str]:
        return list(self._trie.prefixes(text))

    def beginning(self, start: str, most: int) -> list[str]:
        return list(islice(self._trie.iterkeys(start), most))

    def near(self, key: str) -> tuple[str, ...]:
        numbers = {n for shorter in deletions(key) for n in self._numbers(shorter)}
        found = (self._trie.restore_key(number) for number in numbers)
        return tuple(sorted(near for near in found if one_edit(key, near)))

    def _numbers(self, shorter: str) -> Iterator[int]:
        deletes = self._deletes
        hashed = crc32(shorter.encode())
        at = bisect_left(deletes, hashed << 32)
        while at < len(deletes) and deletes[at] >> 32 == hashed:
            yield deletes[at] & 0xFFFFFFFF
            at += 1

    def anchors(self, word: str) -> tuple[Anchor, ...]:
        block = self._block(_ANCHOR + word)
        return tuple(Anchor(*v[:3]) for v in _RECORD.iter_unpack(block)) if block else ()

    def blob(self, number: int) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._entries[number])
        return found

    def __len__(self) -> int:
        return int(self._entries.count)


def _validate(directory: Path) -> None:
    try:
        meta = json.loads((directory / "meta").read_bytes())
        good = meta["format"] == FORMAT and all(
            _sum(directory / name) == meta["sums"][name] for name in _FILES
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from error
    if not good:
        raise Damaged("sums differ")
