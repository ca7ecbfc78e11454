"""Mentions: hits of one entry side by side, with the neighbours that speak for or against."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from imena.lexicon.compile import ANY, PLURAL
from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot
from imena.resolution.hits import Hit, How, slot_of
from imena.resolution.rivals import Rivals, is_patronymic
from imena.resolution.several import LONGEST
from imena.resolution.words import Gap, Shape, Words

#: Words that may stand between two parts of a name.
_BETWEEN = 3
#: Words that a part which begins before all of them may reach over and be linked to.
_UNSEEN = LONGEST - 1 + _BETWEEN + 1


@dataclass(slots=True)
class Mention:
    """One occurrence of a name; never changed once made (it is not frozen because that would make
    the making of one three times as dear, and there is one for every namesake of a word).

    ``slots`` holds one hit a part; ``initials`` are word numbers of single letters; ``other`` is
    a patronymic-like word inside that is not this person's; ``rival`` says that a neighbouring
    word makes it another person.
    """

    entry: StoredEntry
    slots: dict[Slot, Hit]
    first: int
    last: int
    initials: tuple[int, ...] = ()
    other: int | None = None
    rival: bool = False

    @property
    def hits(self) -> list[Hit]:
        """The hits in text order, as ``slots`` has them."""
        return list(self.slots.values())

    def hit(self, slot: Slot) -> Hit | None:
        return self.slots.get(slot)

    def exact(self, slot: Slot) -> bool:
        """Whether the part is there, spelt right."""
        hit = self.slots.get(slot)
        return hit is not None and hit.right

    @property
    def full(self) -> bool:
        """Whether it names the person beyond doubt: given name and surname, both right."""
        return self.exact(Slot.GIVEN) and self.exact(Slot.SURNAME)


class Persons:
    """Assembles the hits of people into mentions."""

    def __init__(self, words: Words, lexicon: Lexicon, hits: Iterable[Hit]) -> None:
        """``hits`` are those of people."""
        self.words = words
        self.lexicon = lexicon
        self.by_entry: dict[int, list[Hit]] = {}
        self._rivals = Rivals(words, lexicon, self.by_entry)
        for hit in hits:
            if hit.entry in self.by_entry:
                self.by_entry[hit.entry].append(hit)
            else:
                self.by_entry[hit.entry] = [hit]

    def mentions(self) -> Iterator[Mention]:
        for number, hits in self.by_entry.items():
            entry = self.lexicon.entry(number)
            if len(hits) == 1:
                yield self._lone(entry, hits[0])
                continue
            for chain in self._chains(self._best(hits)):
                yield (
                    self._lone(entry, chain[0]) if len(chain) == 1 else self._mention(entry, chain)
                )

    def run_in(self, border: int) -> bool:
        """Whether the parts of some name follow one another from the first words as far as word
        ``border``: then which of them belong together hangs on what stands before them."""
        return any(self._runs_in(hits, border) for hits in self.by_entry.values())

    def _runs_in(self, hits: list[Hit], border: int) -> bool:
        """:meth:`run_in` for the parts of one name. Where a part is linked to none before it, a
        new name begins whatever came first."""
        run: list[Hit] = []
        for hit in hits:
            run = [one for one in run if hit.first - one.last <= _BETWEEN]
            follows = any(hit.first < one.last or self._links(one, hit) for one in run)
            if not (follows or hit.first < _UNSEEN):
                return False
            if hit.first >= border:
                return True
            run.append(hit)
        return False

    def _best(self, hits: list[Hit]) -> list[list[Hit]]:
        """For each place the hits that compete for it, best spelt and longest first."""
        places: list[list[Hit]] = []
        for hit in sorted(hits, key=_rank):
            if places and places[-1][0].first == hit.first:
                places[-1].append(hit)
            else:
                places.append([hit])
        return places

    def _chains(self, places: list[list[Hit]]) -> Iterator[list[Hit]]:
        """Hits that follow one another, each slot at most once."""
        chain: list[Hit] = []
        for number, competing in enumerate(places):
            if chain and competing[0].first < chain[-1].last:
                if len(chain) == 1 and _better(competing[0], chain[-1]):
                    chain = [competing[0]]
                continue
            taken = {slot_of(h, self.lexicon) for h in chain}
            linked = bool(chain) and self._links(chain[-1], competing[0])
            free = [h for h in competing if slot_of(h, self.lexicon) not in taken]
            if linked and free and not self._opens_own(chain, free[0], places[number + 1 :][:1]):
                chain.append(free[0])
                continue
            if chain:
                yield chain
            chain = [competing[0]]
        if chain:
            yield chain

    def _opens_own(self, chain: list[Hit], given: Hit, following: list[list[Hit]]) -> bool:
        """«на вечере Ахматовой Чулпан Хаматова»: the given name behind one surname belongs to the
        right one behind it."""
        if not following or slot_of(given, self.lexicon) is not Slot.GIVEN:
            return False
        last = chain[-1]
        if len(chain) > 1 or slot_of(last, self.lexicon) is not Slot.SURNAME:
            return False
        own = (h for h in following[0] if h.right and slot_of(h, self.lexicon) is Slot.SURNAME)
        return any(self._links(given, surname) for surname in own)

    def _links(self, one: Hit, two: Hit) -> bool:
        """Whether nothing, one patronymic, or a particle of the surname («фон дер») stands
        between two parts of a name."""
        last, first = one.last, two.first
        if 0 < first - last <= _BETWEEN and self._particles(two, last, first):
            return True
        if last == first:
            return self.words.gap(last - 1) is Gap.SPACE
        inside = self.words.key(last)
        return (
            first == last + 1
            and self.words.gap(last - 1) is Gap.SPACE
            and self.words.gap(last) is Gap.SPACE
            and self.words.shape(last) is not Shape.LOWER
            and is_patronymic(inside)
        )

    def _particles(self, hit: Hit, last: int, first: int) -> bool:
        """Whether the words in between are the small words of the surname of ``hit``."""
        small = self.lexicon.entry(hit.entry).surname_words
        return all(
            self.words.gap(at - 1) is Gap.SPACE and self.words.tokens[at].text in small
            for at in range(last, first)
        )

    def _lone(self, entry: StoredEntry, hit: Hit) -> Mention:
        """A mention of one part: nearly all are given names that many people have."""
        slot, first, last = entry.parts[hit.part].slot, hit.first, hit.last
        if slot is Slot.GIVEN:
            rival = self._rivals.beside_given(first, last)
            return Mention(entry, {slot: hit}, first, last, (), None, rival)
        initials = self._initials(first, last)
        rival = not initials and self._rivals.beside(entry, {slot: hit}, first, last)
        return Mention(entry, {slot: hit}, first, last, initials, None, rival)

    def _mention(self, entry: StoredEntry, chain: list[Hit]) -> Mention:
        slots = {slot_of(hit, self.lexicon): hit for hit in chain}
        first, last = chain[0].first, chain[-1].last
        other = next((a.last for a, b in itertools.pairwise(chain) if b.first > a.last), None)
        initials = self._initials(first, last) if Slot.GIVEN not in slots else ()
        rival = not initials and self._rivals.beside(entry, slots, first, last)
        return Mention(entry, slots, first, last, initials, other, rival)

    def _initials(self, first: int, last: int) -> tuple[int, ...]:
        """Single letters with points before or after the surname."""
        before: list[int] = []
        at = first - 1
        while at >= 0 and len(before) < 3 and self._initial(at):
            before.append(at)
            at -= 1
        if before:
            return tuple(reversed(before))
        after: list[int] = []
        at = last
        while at < len(self.words) and len(after) < 3 and self._initial(at):
            if at == last and self.words.gap(last - 1) is not Gap.SPACE:
                break
            after.append(at)
            at += 1
        return tuple(after)

    def _initial(self, at: int) -> bool:
        text = self.words.texts[at]
        return len(text) == 1 and text.isupper() and self.words.between(at).startswith(".")


def _rank(hit: Hit) -> tuple[int, int, int, int, int]:
    """Hits in text order; of those that begin together the best spelt first. A plural alone
    (the family) is less likely than a misspelling that the dictionary names."""
    family = not hit.mask & ~PLURAL
    return (hit.first, hit.how, int(family), hit.status, -hit.last)


def _better(one: Hit, two: Hit) -> bool:
    return (one.how, one.status, two.last - two.first) < (two.how, two.status, one.last - one.first)


def cells_of(mention: Mention, but: Hit | None = None) -> int:
    """The cells that the right parts of the mention share, without the one in the place of
    ``but``; ANY where no part is right."""
    mask = ANY
    for hit in mention.slots.values():
        if hit.right and (but is None or hit.first != but.first):
            mask &= hit.mask
    return mask


def strength(mention: Mention) -> tuple[int, int]:
    """How much of a mention is right: more right parts first, then fewer wrong ones."""
    right = sum(hit.right for hit in mention.slots.values())
    near = sum(hit.how is not How.EXACT for hit in mention.slots.values())
    return right, -near
