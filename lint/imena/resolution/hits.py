"""A hit: words of a text that are, or are near, a known form."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from imena.lexicon.lexicon import Lexicon, StoredEntry, StoredPart
from imena.lexicon.parts import WRONG_KINDS, Slot, Status

#: Forms of the wrong paradigm: what they stand for is known, so nothing near is looked for.
WRONG_FORMS = tuple(WRONG_KINDS.values())


class How(IntEnum):
    """How a window met its key."""

    EXACT = 0
    JOINT = 1
    REPEAT = 2
    NEAR = 3
    FAR = 4


class Hit(NamedTuple):
    """Words ``first`` up to ``last`` answer to ``key``, a form of a part of an entry; ``right``
    says that the letters are those of a right form."""

    first: int
    last: int
    entry: int
    part: int
    mask: int
    status: Status
    how: How
    key: str
    seen: str
    right: bool


def part_of(hit: Hit, lexicon: Lexicon) -> StoredPart:
    """The part that ``hit`` is a form of."""
    return lexicon.entry(hit.entry).parts[hit.part]


def slot_of(hit: Hit, lexicon: Lexicon) -> Slot:
    return part_of(hit, lexicon).slot


def entry_of(hit: Hit, lexicon: Lexicon) -> StoredEntry:
    return lexicon.entry(hit.entry)


def in_order(hits: list[Hit]) -> list[Hit]:
    """The hits of one place, longest and best spelt first."""
    if len(hits) == 1:
        return hits
    return sorted(set(hits), key=lambda h: (-h.last, h.how, h.status, h))
