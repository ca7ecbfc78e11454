"""What two slips have made of a long name: looked for only beside the rest of the name, and only
among the few people who bear that («Гурбангулы Бердымухамметов»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Slot, Status
from imena.resolution.alone import MANY
from imena.resolution.hits import Hit, How, slot_of
from imena.resolution.vocabulary import Mark
from imena.resolution.words import Gap, Shape, Words

#: Letters from which on two slips leave enough of a word to know it by; more of them where none was
#: added: «Мадрин» is no Макрон.
_LEAST, _REPLACED = 6, 8
_EDITS = 2
_OTHER = {Slot.GIVEN: Slot.SURNAME, Slot.SURNAME: Slot.GIVEN}
#: The part of an entry, a key of it, the cells and the status that the key has.
_Far: TypeAlias = tuple[int, str, int, Status]


def far_hits(
    words: Words, lexicon: Lexicon, found: Mapping[int, list[Hit]], covered: set[int]
) -> Iterator[Hit]:
    """The words between names that are no name, as two slips in the name that stands beside."""
    for at in words.with_mark(Mark.CAPITAL):
        if at in covered or at in found or not _may_be_name(words, at):
            continue
        for beside in _beside(words, found, at):
            slot = _OTHER.get(slot_of(beside, lexicon))
            if slot and len(found[beside.first]) <= MANY and _in_order(lexicon, at, beside, slot):
                yield from _hits(words, lexicon, at, beside, slot)


def _may_be_name(words: Words, at: int) -> bool:
    return words.shape(at) is Shape.TITLE and len(words.key(at)) >= _LEAST


def _beside(words: Words, found: Mapping[int, list[Hit]], at: int) -> Iterator[Hit]:
    """The right names of one word beside word ``at``."""
    for first, gap in ((at - 1, at - 1), (at + 1, at)):
        if words.gap(gap) is Gap.SPACE:
            hits = found.get(first, ())
            yield from (hit for hit in hits if hit.right and hit.last == first + 1)


def _in_order(lexicon: Lexicon, at: int, beside: Hit, slot: Slot) -> bool:
    """Whether a part of that slot stands at ``at`` where the entry has it."""
    family_first = bool(lexicon.entry(beside.entry).blob.get("surname_first"))
    return (at < beside.first) == ((slot is Slot.GIVEN) != family_first)


def _hits(words: Words, lexicon: Lexicon, at: int, beside: Hit, slot: Slot) -> Iterator[Hit]:
    seen = words.key(at)
    for part, key, mask, status in _far_keys(lexicon, beside.entry, slot, seen):
        if mask & beside.mask:
            yield Hit(at, at + 1, beside.entry, part, mask, status, How.FAR, key, seen, False)


def _far_keys(lexicon: Lexicon, entry: int, slot: Slot, seen: str) -> list[_Far]:
    """The right forms of the part of an entry that are two edits from ``seen``; noted."""
    notes = lexicon.noted_far
    asked = entry, slot, seen
    found = notes.get(asked)
    if found is None:
        found = notes[asked] = list(_compared(lexicon, entry, slot, seen))
    return found


def _compared(lexicon: Lexicon, entry: int, slot: Slot, seen: str) -> Iterator[_Far]:
    fold = lexicon.language.fold
    for number, part in enumerate(lexicon.entry(entry).parts):
        if part.slot is not slot or part.status > Status.POLICY:
            continue
        cells: dict[str, int] = {}
        for text, cell, _ in part.forms:
            key = fold(text)
            cells[key] = cells.get(key, 0) | cell
        for key, mask in cells.items():
            if _plausible(seen, key) and _two_edits(seen, key):
                yield number, key, mask, part.status


def _plausible(seen: str, key: str) -> bool:
    """Asked before a library is loaded: the ends agree, nearly the length, nearly the letters."""
    least = _LEAST if len(seen) > len(key) else _REPLACED
    if len(key) < least or abs(len(key) - len(seen)) > _EDITS:
        return False
    if key[:1] != seen[:1] or key[-1:] != seen[-1:]:
        return False
    return len(set(key) - set(seen)) <= _EDITS and not _other_suffix(seen, key)


#: Letters of a surname that make a family of their own: «Дерипалко» is no slip in «Дерипаска».
_SUFFIX = 3


def _other_suffix(seen: str, key: str) -> bool:
    """Whether all that differs are the last letters, none of them typed twice or added."""
    return len(seen) <= len(key) and seen[:-_SUFFIX] == key[: len(seen) - _SUFFIX]


def _two_edits(seen: str, key: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(seen, key, score_cutoff=_EDITS) == _EDITS
