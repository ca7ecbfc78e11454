"""Places where the lexicon answers: windows of words that are, or are near, a known form."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from imena.lexicon.compile import JOINED, Record
from imena.lexicon.lexicon import Lexicon, StoredEntry, StoredPart
from imena.lexicon.parts import Slot, Status, squash
from imena.resolution.words import Gap, Quirk, Shape, Words

_JOINTS = (Gap.SPACE, Gap.HYPHEN, Gap.ODD_HYPHEN, Gap.DASH, Gap.SPACED_HYPHEN)
_HYPHENS = (Gap.HYPHEN, Gap.ODD_HYPHEN, Gap.DASH, Gap.SPACED_HYPHEN)
_LONGEST = 10
#: Meanings from which on a word says nothing of itself, and how far the rest of a name may stand.
_MANY = 12
_REACH = 3
#: Abbreviations are too short to be near one another by any letter.
_SHORT = 3


#: Forms of the wrong paradigm: what they stand for is known, so nothing near is looked for.
WRONG_FORMS = (Status.WRONG_ENDING, Status.WRONGLY_DECLINED, Status.DOUBLE_NAME)


class How(IntEnum):
    """How a window met its key."""

    EXACT = 0
    JOINT = 1
    REPEAT = 2
    NEAR = 3


class Hit(NamedTuple):
    """Words ``first`` up to ``last`` answer to ``key``, a form of a part of an entry."""

    first: int
    last: int
    entry: int
    part: int
    mask: int
    status: Status
    how: How
    key: str
    seen: str

    @property
    def right(self) -> bool:
        """Whether the letters are those of a right form."""
        return self.how is How.EXACT and self.status <= Status.POLICY


def part_of(hit: Hit, lexicon: Lexicon) -> StoredPart:
    """The part that ``hit`` is a form of."""
    return lexicon.entry(hit.entry).parts[hit.part]


def slot_of(hit: Hit, lexicon: Lexicon) -> Slot:
    return part_of(hit, lexicon).slot


def entry_of(hit: Hit, lexicon: Lexicon) -> StoredEntry:
    return lexicon.entry(hit.entry)


class Scanner:
    """Finds the hits of one text."""

    def __init__(self, words: Words, lexicon: Lexicon, silent: frozenset[int]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.silent = silent
        self._sets: dict[str, frozenset[int]] = {}
        self._named: dict[int, set[int]] = {}
        self._common: dict[int, tuple[Record, ...]] = {}

    def hits(self) -> list[Hit]:
        """All hits; near ones only where nothing right covers the same words."""
        exact: list[Hit] = []
        near: list[Hit] = []
        for at in range(len(self.words)):
            if at not in self.silent:
                exact += self._exact(at)
        exact += self._shared(exact)
        covered = {n for hit in exact if hit.right for n in range(hit.first, hit.last)}
        wrong = {(h.first, h.last, h.entry, h.part) for h in exact if h.status in WRONG_FORMS}
        for at in range(len(self.words)):
            if at not in self.silent and self._may_be_name(at):
                near += self._near(at, covered)
        near = [h for h in near if (h.first, h.last, h.entry, h.part) not in wrong]
        return sorted({*exact, *near}, key=lambda h: (h.first, -h.last, h.how, h.status))

    def _capital_next(self, at: int) -> bool:
        """«великих Луках», «фондер Ляйен»: a small letter before a capital."""
        return at + 1 < len(self.words) and self.words.shape(at + 1) is Shape.TITLE

    def _may_be_name(self, at: int) -> bool:
        """A capital, or the particle of «аль-Асад»."""
        if self.words.shape(at) is not Shape.LOWER:
            return True
        return self.words.gap(at) is Gap.HYPHEN and self._capital_next(at)

    def _exact(self, at: int) -> Iterator[Hit]:
        word = self.words.words[at]
        records = self.lexicon.exact(word.key)
        if len(records) > _MANY:
            self._common[at] = records
        else:
            for record in records:
                yield _hit(at, at + 1, word.key, word.key, record, How.EXACT)
        upper = word.shape is not Shape.LOWER
        gap = self.words.gap(at)
        if upper and len(word.key) > _SHORT:
            for record in self.lexicon.exact(JOINED + word.key):
                key = self._joint_key(record, word.key)
                if key:
                    yield _hit(at, at + 1, word.key, key, record, How.JOINT)
        if gap in _HYPHENS or (gap is Gap.SPACE and (upper or self._capital_next(at))):
            yield from self._long(at)
            yield from self._joint(at)

    def _shared(self, exact: list[Hit]) -> Iterator[Hit]:
        """Words that are names of very many entries (Иван): they stand for those that a neighbour
        names too, and for one of them, so that the word counts as known. Without this the cost
        of a text would grow with the number of namesakes in the dictionary."""
        for hit in exact:
            for at in range(hit.first, hit.last):
                self._named.setdefault(at, set()).add(hit.entry)
        for at, records in self._common.items():
            beside = self._entries_beside(at)
            key = self.words.key(at)
            kept = [r for r in records if r.entry in beside] or [records[0]]
            for record in kept:
                yield _hit(at, at + 1, key, key, record, How.EXACT)

    def _entries_beside(self, at: int) -> set[int]:
        """The entries that other words near word ``at`` may be names of."""
        found: set[int] = set()
        for near in range(max(0, at - _REACH), at + _REACH + 1):
            found |= self._named.get(near, set())
            if near != at and near in self._common:
                found |= self._entries_of(near)
        return found

    def _entries_of(self, at: int) -> frozenset[int]:
        key = self.words.key(at)
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = frozenset(r.entry for r in self._common[at])
        return found

    def _long(self, at: int) -> Iterator[Hit]:
        """Right forms of several words."""
        text, ends = self._window(at)
        for key in self.lexicon.prefixes(text):
            last = ends.get(len(key))
            if last and last > at + 1:
                for record in self.lexicon.exact(key):
                    yield _hit(at, last, key, key, record, How.EXACT)

    def _window(self, at: int) -> tuple[str, dict[int, int]]:
        """The folded text from word ``at`` on, and which word ends at which length."""
        pieces = [self.words.key(at)]
        ends: dict[int, int] = {}
        size = len(pieces[0])
        last = at + 1
        while last - at < _LONGEST:
            gap = self.words.gap(last - 1)
            if gap not in _JOINTS:
                break
            pieces += ["-" if gap in _HYPHENS else " ", self.words.key(last)]
            size += 1 + len(pieces[-1])
            last += 1
            ends[size] = last
        return "".join(pieces), ends

    def _joint(self, at: int) -> Iterator[Hit]:
        """Right letters with wrong joints: «Касым Жомарт», «Нур-Султан Назарбаев»."""
        seen = joined = self.words.key(at)
        last = at + 1
        while last - at < 4 and self.words.gap(last - 1) in _JOINTS:
            gap = self.words.gap(last - 1)
            hyphen = gap in _HYPHENS
            joined += self.words.key(last)
            seen += ("-" if hyphen else " ") + self.words.key(last)
            last += 1
            for record in self._joint_records(joined, hyphen):
                key = self._joint_key(record, joined)
                if key and key != seen:
                    yield _hit(at, last, seen, key, record, How.JOINT)

    def _joint_records(self, joined: str, hyphen: bool) -> tuple[Record, ...]:
        found = self.lexicon.exact(JOINED + joined)
        if hyphen and len(joined) > _SHORT:
            found += tuple(r for r in self.lexicon.exact(joined) if r.status <= Status.POLICY)
        return found

    def _joint_key(self, record: Record, joined: str) -> str | None:
        """The folded form whose letters are ``joined``."""
        part = self.lexicon.entry(record.entry).parts[record.part]
        for text in part.all(record.mask):
            folded = self.lexicon.language.fold(text)
            if squash(folded) == joined:
                return folded
        return None

    def _near(self, at: int, covered: set[int]) -> Iterator[Hit]:
        if at not in covered and self.words.shape(at) is not Shape.LOWER:
            key = self.words.key(at)
            if len(key) >= _SHORT and not self.words.words[at].quirk & Quirk.LATIN:
                yield from self._near_key(at, at + 1, key)
        seen = self.words.key(at)
        last = at + 1
        while last - at < 3 and self._may_join(last - 1):
            seen += ("-" if self.words.gap(last - 1) in _HYPHENS else " ") + self.words.key(last)
            last += 1
            if not covered.issuperset(range(at, last)):
                yield from self._near_key(at, last, seen)

    def _may_join(self, at: int) -> bool:
        """Whether the next word may belong to the same name part as word ``at``."""
        gap = self.words.gap(at)
        if gap in _HYPHENS:
            return gap is not Gap.SPACED_HYPHEN
        return gap is Gap.SPACE and self.words.shape(at + 1) is not Shape.LOWER

    def _near_key(self, first: int, last: int, seen: str) -> Iterator[Hit]:
        for key, how in near_keys(seen, self.lexicon):
            if squash(key) == squash(seen):
                continue  # only the joints differ: that is a joint hit
            records = self.lexicon.exact(key)
            if len(records) > _MANY:
                beside = self._entries_beside(first) | self._entries_beside(last - 1)
                records = tuple(r for r in records if r.entry in beside) or records[:1]
            for record in records:
                if record.status <= Status.POLICY:
                    yield _hit(first, last, seen, key, record, how)


def near_keys(seen: str, lexicon: Lexicon) -> Iterator[tuple[str, How]]:
    """Right keys that ``seen`` may be a misspelling of."""
    for key in lexicon.near(seen):
        yield key, How.NEAR
    for shorter in repeats_undone(seen):
        if any(r.status <= Status.POLICY for r in lexicon.exact(shorter)):
            yield shorter, How.REPEAT


def repeats_undone(seen: str) -> Iterator[str]:
    """``seen`` with one stretch of two or three letters that was typed twice typed once
    (Токаевева → Токаева)."""
    found = set()
    for size in (2, 3):
        for at in range(len(seen) - 2 * size + 1):
            if seen[at : at + size] == seen[at + size : at + 2 * size]:
                found.add(seen[:at] + seen[at + size :])
    yield from sorted(found)


def _hit(first: int, last: int, seen: str, key: str, record: Record, how: How) -> Hit:
    status = Status(record.status)
    return Hit(first, last, record.entry, record.part, record.mask, status, how, key, seen)
