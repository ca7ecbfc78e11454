"""The index of all forms, in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import islice
from typing import Any, Protocol

from imena.lexicon.compile import Anchor, CompiledEntry, Record
from imena.lexicon.parts import Status

#: Keys shorter than this have too many neighbours to be near anything.
SHORTEST_NEAR = 4


class FormIndex(Protocol):
    """What the lexicon asks of an index. Keys are folded strings."""

    def exact(self, key: str) -> Sequence[Record]:
        """All meanings of ``key`` in the order of entries; empty where it is unknown."""

    def knows(self, key: str) -> bool:
        """Whether ``key`` has any meaning."""

    def exact_of(self, key: str, entries: Set[int]) -> Sequence[Record]:
        """The meanings of ``key`` that belong to ``entries``."""

    def namesakes(self, one: str, two: str) -> Iterable[int]:
        """The entries that have both keys as forms of two different parts."""

    def begins(self, prefix: str) -> bool:
        """Whether any key begins with ``prefix``."""

    def prefixes(self, text: str) -> list[str]:
        """All keys that ``text`` begins with, shortest first."""

    def beginning(self, start: str, most: int) -> list[str]:
        """At most ``most`` keys that begin with ``start``, in no order."""

    def near(self, key: str) -> tuple[str, ...]:
        """Keys of right forms at Damerau distance 1 (not ``key`` itself), in order."""

    def ends(self, word: str) -> bool:
        """Whether any key of several words that :meth:`near` may answer ends with ``word``."""

    def anchors(self, word: str) -> tuple[Anchor, ...]:
        """The long names that hold ``word``."""

    def anchored(self, word: str) -> bool:
        """Whether any long name holds ``word``."""

    def blob(self, number: int) -> dict[str, Any]:
        """The stored facts of an entry."""

    def __len__(self) -> int:
        """How many entries there are."""


def nearable(key: str, status: int) -> bool:
    """Whether misspellings of ``key`` are looked for: a right form, long enough."""
    written = not key.startswith("=")
    return written and status <= Status.POLICY and len(key) >= SHORTEST_NEAR and key.count(" ") <= 3


def last_word(key: str) -> str:
    """The last word of a key of several words; "" for one word."""
    at = max(key.rfind(" "), key.rfind("-"))
    return key[at + 1 :] if at >= 0 else ""


def deletions(key: str) -> set[str]:
    """``key`` and every string that is ``key`` less one letter."""
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def one_edit(one: str, two: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours makes ``two`` of
    ``one``. Pure Python: a check must not pay for importing a library to compare a few words."""
    if len(one) > len(two):
        one, two = two, one
    longer = len(two) - len(one)
    if longer > 1 or one == two:
        return False
    at = 0
    while at < len(one) and one[at] == two[at]:
        at += 1
    if longer:
        return one[at:] == two[at + 1 :]
    if one[at + 1 :] == two[at + 1 :]:
        return True
    swapped = one[at + 1 : at + 2] == two[at] and two[at + 1 : at + 2] == one[at]
    return swapped and one[at + 2 :] == two[at + 2 :]


class MemoryIndex:
    """An index built on the spot: for small dictionaries and for tests."""

    def __init__(self, compiled: Iterable[CompiledEntry]) -> None:
        self._records: dict[str, list[Record]] = {}
        self._deletes: dict[str, list[str]] = {}
        self._anchors: dict[str, list[Anchor]] = {}
        self._ends: set[str] = set()
        self._blobs: list[dict[str, Any]] = []
        for entry in compiled:
            self._add(entry)
        self._longest = max(map(len, self._records), default=0)

    def _add(self, entry: CompiledEntry) -> None:
        self._blobs.append(entry.blob)
        for key, record in entry.keys:
            self._records.setdefault(key, []).append(record)
            if nearable(key, record.status):
                self._ends.add(last_word(key))
                for shorter in deletions(key):
                    keys = self._deletes.setdefault(shorter, [])
                    if key not in keys:
                        keys.append(key)
        for word, anchor in entry.anchors:
            self._anchors.setdefault(word, []).append(anchor)

    def exact(self, key: str) -> tuple[Record, ...]:
        return tuple(self._records.get(key, ()))

    def knows(self, key: str) -> bool:
        return key in self._records

    def exact_of(self, key: str, entries: Set[int]) -> tuple[Record, ...]:
        return tuple(r for r in self._records.get(key, ()) if r.entry in entries)

    def namesakes(self, one: str, two: str) -> set[int]:
        parts: dict[int, set[int]] = {}
        for record in self.exact(one):
            parts.setdefault(record.entry, set()).add(record.part)
        return {r.entry for r in self.exact(two) if parts.get(r.entry, set()) - {r.part}}

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._records)

    def begins(self, prefix: str) -> bool:
        at = bisect_left(self._sorted, prefix)
        return at < len(self._sorted) and self._sorted[at].startswith(prefix)

    def prefixes(self, text: str) -> list[str]:
        ends = range(1, min(len(text), self._longest) + 1)
        return [text[:end] for end in ends if text[:end] in self._records]

    def beginning(self, start: str, most: int) -> list[str]:
        return list(islice((key for key in self._records if key.startswith(start)), most))

    def near(self, key: str) -> tuple[str, ...]:
        found = {near for shorter in deletions(key) for near in self._deletes.get(shorter, ())}
        return tuple(sorted(n for n in found if one_edit(key, n)))

    def ends(self, word: str) -> bool:
        return word in self._ends

    def anchors(self, word: str) -> tuple[Anchor, ...]:
        return tuple(self._anchors.get(word, ()))

    def anchored(self, word: str) -> bool:
        return word in self._anchors

    def blob(self, number: int) -> dict[str, Any]:
        return self._blobs[number]

    def __len__(self) -> int:
        return len(self._blobs)
