"""Places where the lexicon answers: windows of words that are, or are near, a known form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from imena.lexicon.compile import JOINED, Record
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Status, squash
from imena.resolution.hits import WRONG_FORMS, Hit, How
from imena.resolution.near import Near, near_keys
from imena.resolution.vocabulary import Mark, Quirk, Word
from imena.resolution.words import Gap, Shape, Words

_JOINTS = (Gap.SPACE, Gap.HYPHEN, Gap.ODD_HYPHEN, Gap.DASH, Gap.SPACED_HYPHEN)
_HYPHENS = (Gap.HYPHEN, Gap.ODD_HYPHEN, Gap.DASH, Gap.SPACED_HYPHEN)
_LONGEST = 10
#: Meanings from which on a word says nothing of itself, and how far the rest of a name may stand.
_MANY = 12
_REACH = 3
#: Abbreviations are too short to be near one another by any letter.
_SHORT = 3
_STATUSES = {int(status): status for status in Status}
_NOBODY: frozenset[int] = frozenset()
#: How longer names may begin with a word: over a space or a hyphen, or written together.
_LONG, _JOINED = 1, 2
#: A hit without its place.
Rest: TypeAlias = "tuple[int, int, int, Status, How, str, str, bool]"


class Scanner:
    """Finds the hits of one text. Only marked words are looked at, and what can be said of a
    spelling without its neighbours is said once, on its :class:`Word`."""

    def __init__(self, words: Words, lexicon: Lexicon, silent: frozenset[int]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.silent = silent
        self._found: dict[int, list[Hit]] = {}
        self._common: dict[int, Sequence[Record]] = {}
        self._named: dict[int, set[int]] = {}

    def hits(self) -> dict[int, list[Hit]]:
        """All hits by the number of their first word, in text order; near ones only where nothing
        right covers the same words."""
        words, silent = self.words.words, self.silent
        loud = [at for at in self.words.marked if at not in silent] if silent else self.words.marked
        for at in loud:
            self._exact(at, words[at])
            if words[at].shape is Shape.TITLE and at:
                self._before_title(at - 1)
        self._named = self._entries_named()
        shared = list(self._shared())
        for hit in shared:
            self._add(hit)
        covered = {
            at
            for hits in self._found.values()
            for hit in hits
            if hit.right
            for at in range(hit.first, hit.last)
        }
        near = [hit for at in loud if self._may_be_name(at) for hit in self._near(at, covered)]
        for hit in near:
            if not self._is_wrong_form(hit):
                self._add(hit)
                self._share(hit)
        return {at: _in_order(hits) for at, hits in sorted(self._found.items())}

    def _add(self, hit: Hit) -> None:
        self._found.setdefault(hit.first, []).append(hit)

    def _before_title(self, at: int) -> None:
        """«великих Луках», «фондер Ляйен»: a small letter before a capital."""
        words, before = self.words, self.words.words[at]
        unseen = not (before.marks or words.separators[at].marked or at in self.silent)
        if unseen and words.gap(at) is Gap.SPACE:
            self._wide(at, before)

    def _capital_next(self, at: int) -> bool:
        return at + 1 < len(self.words) and self.words.shape(at + 1) is Shape.TITLE

    def _may_be_name(self, at: int) -> bool:
        """A capital, or the particle of «аль-Асад»."""
        if self.words.words[at].marks & Mark.CAPITAL:
            return True
        return self.words.gap(at) is Gap.HYPHEN and self._capital_next(at)

    def _is_wrong_form(self, near: Hit) -> bool:
        """Whether the same words are a wrong form of the same part: then that is what they are."""
        return any(
            hit.status in WRONG_FORMS and hit[1:4] == near[1:4]
            for hit in self._found.get(near.first, ())
        )

    def _exact(self, at: int, word: Word) -> None:
        marks = word.marks
        if marks & Mark.NAMED:
            alone = word.alone
            if alone is None:
                alone = word.alone = self._alone(word)
            if not alone:
                self._common[at] = self.lexicon.exact(word.key)
            for rest in alone:
                self._add(Hit(at, at + 1, *rest))
        upper = marks & Mark.CAPITAL
        if upper and word.joined is None:
            word.joined = tuple(self._joined(word))
        for rest in word.joined or ():
            self._add(Hit(at, at + 1, *rest))
        gap = self.words.gap(at)
        if gap in _HYPHENS or (gap is Gap.SPACE and (upper or self._capital_next(at))):
            self._wide(at, word)

    def _alone(self, word: Word) -> tuple[Rest, ...]:
        """What ``word`` is by itself; () where it is a name of very many entries."""
        records = self.lexicon.exact(word.key)
        if len(records) > _MANY:
            return ()
        return tuple(_rest(word.key, word.key, record, How.EXACT) for record in records)

    def _joined(self, word: Word) -> Iterator[Rest]:
        """The names that ``word`` is, written without their hyphens and spaces."""
        if len(word.key) > _SHORT:
            for record in self.lexicon.exact(JOINED + word.key):
                key = self._joint_key(record, word.key)
                if key:
                    yield _rest(word.key, key, record, How.JOINT)

    def _wide(self, at: int, word: Word) -> None:
        """The names of several words that begin here."""
        leads = self._leads_of(word)
        if leads & _LONG and self._goes_on(at, word):
            for hit in self._long(at):
                self._add(hit)
        if (leads & _JOINED and self._joins_next(at, word)) or self._hyphen_near(at):
            for hit in self._joint(at):
                self._add(hit)

    def _leads_of(self, word: Word) -> int:
        """Whether longer names begin with ``word``."""
        leads: int | None = word.leads
        if leads is None:
            begins, key = self.lexicon.begins, word.key
            leads = _LONG if begins(key + " ") or begins(key + "-") else 0
            leads |= _JOINED if begins(JOINED + key) else 0
            word.leads = leads
        return leads

    def _goes_on(self, at: int, word: Word) -> bool:
        """Whether any name begins with word ``at`` and the next."""
        joint = "-" if self.words.separators[at].hyphen else " "
        return self.lexicon.begins(f"{word.key}{joint}{self.words.key(at + 1)}")

    def _joins_next(self, at: int, word: Word) -> bool:
        """Whether any name begins with word ``at`` and the next written together."""
        return self.lexicon.begins(f"{JOINED}{word.key}{self.words.key(at + 1)}")

    def _hyphen_near(self, at: int) -> bool:
        gaps = self.words.separators
        if gaps[at].hyphen:
            return True
        return at + 2 < len(gaps) and (gaps[at + 1].hyphen or gaps[at + 2].hyphen)

    def _entries_named(self) -> dict[int, set[int]]:
        """The entries that each word is a name of, beside those of very many."""
        named: dict[int, set[int]] = {}
        for hits in self._found.values():
            for hit in hits:
                for at in range(hit.first, hit.last):
                    named.setdefault(at, set()).add(hit.entry)
        return named

    def _shared(self) -> Iterator[Hit]:
        """Words that are names of very many entries (Иван): they stand for those that a neighbour
        names too, and for one of them, so that the word counts as known. Without this the cost
        of a text would grow with the number of namesakes in the dictionary."""
        for at, records in self._common.items():
            key = self.words.key(at)
            for record in self._of_neighbours(key, at, at) or records[:1]:
                yield _hit(at, at + 1, key, key, record, How.EXACT)

    def _share(self, near: Hit) -> None:
        """«Сергей Лаврво»: a name of very many entries beside what may be a slip in one of them."""
        for at in (near.first - 1, near.last):
            if at in self._common:
                key = self.words.key(at)
                for record in self.lexicon.exact_of(key, {near.entry}):
                    self._add(_hit(at, at + 1, key, key, record, How.EXACT))

    def _of_neighbours(self, key: str, *places: int) -> Sequence[Record]:
        """The meanings of ``key`` whose entries words near ``places`` may be names of too."""
        found: set[int] = set()
        for at in places:
            for near in range(max(0, at - _REACH), at + _REACH + 1):
                found |= self._named.get(near, _NOBODY)
                if near != at and near in self._common:
                    found |= self.lexicon.namesakes(key, self.words.key(near))
        return self.lexicon.exact_of(key, found) if found else ()

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
            records = self._joint_records(joined, hyphen) if len(joined) > _SHORT else ()
            for record in records:
                key = self._joint_key(record, joined)
                if key and key != seen:
                    yield _hit(at, last, seen, key, record, How.JOINT)

    def _joint_records(self, joined: str, hyphen: bool) -> Iterator[Record]:
        yield from self.lexicon.exact(JOINED + joined)
        if hyphen:
            yield from (r for r in self.lexicon.exact(joined) if r.status <= Status.POLICY)

    def _joint_key(self, record: Record, joined: str) -> str | None:
        """The folded form whose letters are ``joined``."""
        part = self.lexicon.entry(record.entry).parts[record.part]
        for text in part.all(record.mask):
            folded = self.lexicon.language.fold(text)
            if squash(folded) == joined:
                return folded
        return None

    def _near(self, at: int, covered: set[int]) -> Iterator[Hit]:
        word = self.words.words[at]
        if at not in covered and word.marks & Mark.CAPITAL:
            near = word.near
            if near is None:
                near = word.near = self._near_alone(word)
            if near:
                yield from self._near_hits(at, at + 1, word.key, near)
        last = at + 1
        seen = word.key
        while last - at < 3 and self._may_join(last - 1):
            seen += ("-" if self.words.gap(last - 1) in _HYPHENS else " ") + self.words.key(last)
            last += 1
            if self._one_end_right(at, last) and not covered.issuperset(range(at, last)):
                near = self.lexicon.noted(near_keys, seen)
                if near:
                    yield from self._near_hits(at, last, seen, near)

    def _one_end_right(self, at: int, last: int) -> bool:
        """Whether a longer name begins or ends as the words do: one slip spoils but one end."""
        head, tail = self.words.words[at], self.words.words[last - 1]
        if tail.ends is None:
            tail.ends = self.lexicon.ends(tail.key)
        return bool(tail.ends or self._leads_of(head) & _LONG)

    def _near_alone(self, word: Word) -> tuple[Near, ...]:
        if len(word.key) < _SHORT or word.quirk & Quirk.LATIN:
            return ()
        return near_keys(word.key, self.lexicon)

    def _may_join(self, at: int) -> bool:
        """Whether the next word may belong to the same name part as word ``at``."""
        gap = self.words.gap(at)
        if gap in _HYPHENS:
            return gap is not Gap.SPACED_HYPHEN
        return gap is Gap.SPACE and bool(self.words.words[at + 1].marks & Mark.CAPITAL)

    def _near_hits(self, first: int, last: int, seen: str, near: Iterable[Near]) -> Iterator[Hit]:
        for key, how in near:
            records = self.lexicon.exact(key)
            if len(records) > _MANY:
                records = self._of_neighbours(key, first, last - 1) or records[:1]
            for record in records:
                if record.status <= Status.POLICY:
                    yield _hit(first, last, seen, key, record, how)


def _rest(seen: str, key: str, record: Record, how: How) -> Rest:
    entry, part, mask, number = record
    status = _STATUSES[number]
    right = how is How.EXACT and number <= Status.POLICY
    return (entry, part, mask, status, how, key, seen, right)


def _hit(first: int, last: int, seen: str, key: str, record: Record, how: How) -> Hit:
    return Hit(first, last, *_rest(seen, key, record, how))


def _in_order(hits: list[Hit]) -> list[Hit]:
    """The hits of one place, longest and best spelt first."""
    if len(hits) == 1:
        return hits
    return sorted(set(hits), key=lambda h: (-h.last, h.how, h.status, h))
