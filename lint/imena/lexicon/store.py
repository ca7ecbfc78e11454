"""The compiled lexicon on disk: built once, then mapped into memory.

A directory of six files. ``forms`` is a marisa-trie of all keys; ``records`` gives the meanings
of the key with each trie number; ``deletes`` is a sorted array of 64-bit words, the upper half a
CRC-32 of a key less one letter, the lower half the number of the key; ``filter`` has a bit for each
upper half that stands there, so that most questions touch one byte; ``steps`` the upper half of
every so manieth word, so that the others read one piece; ``entries`` holds the facts of each entry
as JSON. ``meta`` is written last and says how long the others are and what they sum
to. All numbers are little-endian.
"""

from __future__ import annotations

import json
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Final, overload
from zlib import crc32

from imena.lexicon.blocks import Blocks, File, little, mapped, write_blocks
from imena.lexicon.compile import Anchor, CompiledEntry, Record
from imena.lexicon.identity import FORMAT
from imena.lexicon.index import deletions, last_word, nearable, one_edit

_RECORD: Final = struct.Struct("<IHHB")
_OFFSET: Final = struct.Struct("<I")
#: Marks the keys of anchor words; their records say a position where others say a mask.
_ANCHOR: Final = "\x01"
#: Marks the last words of keys of several words; they have no records.
_END: Final = "\x02"
_FILES: Final = ("forms", "records", "deletes", "steps", "filter", "entries")
#: Files longer than this are summed by samples, so that opening costs the same at any size.
_WHOLE: Final = 1 << 22
_SAMPLE: Final = 1 << 12
_BUCKETS: Final = 64
#: Words of ``deletes`` that are read at a time.
_STEP: Final = 512
#: Anchor words that are kept in memory at most.
_FEW: Final = 1 << 12
#: Pairs of meanings from which on it pays to look first whether there can be any namesake.
_MANY: Final = 1 << 12
#: Bytes of meanings from which on they are left as they are until one is asked for.
_LONG: Final = 64 * _RECORD.size


class Damaged(Exception):
    """The files are not what ``meta`` says they are."""


def write(directory: Path, compiled: Iterable[CompiledEntry]) -> None:
    """Build the files of ``compiled`` in the empty ``directory``. Raises OSError."""
    from marisa_trie import Trie

    records: dict[str, list[bytes]] = {}
    near: set[str] = set()
    write_blocks(directory / "entries", _collected(compiled, records, near))
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
                if word := last_word(key):
                    records.setdefault(_END + word, [])
        for word, anchor in entry.anchors:
            packed = _RECORD.pack(anchor.entry, anchor.part, anchor.position, 0)
            records.setdefault(_ANCHOR + word, []).append(packed)
        yield json.dumps(entry.blob, ensure_ascii=False, separators=(",", ":")).encode()


def _write_records(path: Path, trie: Any, records: dict[str, list[bytes]]) -> None:
    by_number = sorted((trie.key_id(key), packed) for key, packed in records.items())
    write_blocks(path, (b"".join(packed) for _, packed in by_number))


def _write_deletes(path: Path, trie: Any, near: Iterable[str]) -> None:
    """Sorted bucket by bucket, so that no list of all of them is ever made."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for key in near:
        number = trie.key_id(key)
        for shorter in deletions(key):
            word = crc32(shorter.encode()) << 32 | number
            buckets[word >> 58].append(word)
    steps, count = array("I"), 0
    shift = 32 - min(32, max(8, (4 * sum(map(len, buckets))).bit_length()))
    bits = bytearray(1 << max(0, 29 - shift))
    with path.open("wb") as file:
        for bucket in buckets:
            ordered = array("Q", sorted(bucket))
            for at in {word >> 32 + shift for word in ordered}:
                bits[at >> 3] |= 1 << (at & 7)
            steps.extend(word >> 32 for word in ordered[-count % _STEP :: _STEP])
            count += len(ordered)
            little(ordered).tofile(file)
    path.with_name("filter").write_bytes(bits)
    with path.with_name("steps").open("wb") as file:
        little(steps).tofile(file)


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


def _hashes(key: str) -> set[int]:
    """The CRC-32 of every deletion of ``key``, taken from its bytes where each letter has two."""
    if not "\x80" <= min(key, default="") <= max(key, default="") < "\u0800":
        return {crc32(shorter.encode()) for shorter in deletions(key)}
    data = key.encode()
    found = {crc32(data[:at] + data[at + 2 :]) for at in range(0, len(data), 2)}
    found.add(crc32(data))
    return found


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

    def parts(self) -> set[int]:
        """The numbers of the parts, of whatever entry."""
        return {part for _, part, _, _ in _RECORD.iter_unpack(self._block)}

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
            self._records = Blocks(directory / "records")
            self._entries = Blocks(directory / "entries")
            self._filter = mapped(directory / "filter")
            self._shift = 29 - (len(self._filter).bit_length() - 1)
            self._deletes = File(directory / "deletes")
            self._steps = memoryview(mapped(directory / "steps")).cast("I")
        except Exception as error:
            raise Damaged(str(error)) from error
        if self._records.count != len(self._trie):
            raise Damaged("records do not match forms")

    def exact(self, key: str) -> Sequence[Record]:
        block = self._block(key)
        if len(block) > _LONG:
            return Records(block)
        return tuple(map(Record._make, _RECORD.iter_unpack(block))) if block else ()

    def knows(self, key: str) -> bool:
        return key in self._trie

    def exact_of(self, key: str, entries: Set[int]) -> Sequence[Record]:
        return Records(self._block(key)).of(entries)

    def namesakes(self, one: str, two: str) -> set[int]:
        few, many = sorted((Records(self._block(one)), Records(self._block(two))), key=len)
        if len(few) * len(many) > _MANY and len(few.parts() | many.parts()) == 1:
            return set()  # two given names: no need to look at all who bear them
        return {r.entry for r in few if any(r.part != o.part for o in many.of({r.entry}))}

    def begins(self, prefix: str) -> bool:
        return next(self._trie.iterkeys(prefix), None) is not None

    def ends(self, word: str) -> bool:
        return _END + word in self._trie

    def _block(self, key: str) -> bytes:
        number = self._trie.get(key)
        return self._records[number] if number is not None else b""

    def prefixes(self, text: str) -> list[str]:
        return list(self._trie.prefixes(text))

    def beginning(self, start: str, most: int) -> list[str]:
        return list(islice(self._trie.iterkeys(start), most))

    def near(self, key: str) -> tuple[str, ...]:
        bits, shift = self._filter, self._shift
        hashed = _hashes(key)
        held = [h for h in hashed if bits[h >> shift + 3] >> (h >> shift & 7) & 1]
        if not held:
            return ()
        numbers = {n for h in held for n in self._numbers(h)}
        found = (self._trie.restore_key(number) for number in numbers)
        return tuple(sorted(near for near in found if one_edit(key, near)))

    def _numbers(self, hashed: int) -> Iterator[int]:
        """The keys with a deletion whose CRC-32 is ``hashed``."""
        step = max(0, bisect_left(self._steps, hashed) - 1)
        while piece := self._deletes.view(8 * _STEP * step, 8 * _STEP):
            words = piece.cast("Q")
            for at in range(bisect_left(words, hashed << 32), len(words)):
                if words[at] >> 32 != hashed:
                    return
                yield words[at] & 0xFFFFFFFF
            step += 1

    def anchors(self, word: str) -> tuple[Anchor, ...]:
        block = self._block(_ANCHOR + word)
        return tuple(Anchor(*v[:3]) for v in _RECORD.iter_unpack(block)) if block else ()

    @cached_property
    def _anchor_words(self) -> frozenset[str] | None:
        """The words of long names where they are few: every word of every text is asked for."""
        found = [key[1:] for key in islice(self._trie.iterkeys(_ANCHOR), _FEW + 1)]
        return frozenset(found) if len(found) <= _FEW else None

    def anchored(self, word: str) -> bool:
        few = self._anchor_words
        return word in few if few is not None else _ANCHOR + word in self._trie

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
