"""Mentions: hits of one entry side by side, with the neighbours that speak for or against."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot, Status
from imena.resolution.hits import Hit, How, slot_of
from imena.resolution.words import Gap, Shape, Words

#: How many bearers make a word that is also a given name one in earnest.
_COMMON = 100


class Neighbour(NamedTuple):
    """A capitalised word next to a mention that is no part of it."""

    at: int
    key: str


@dataclass(frozen=True)
class Mention:
    """One occurrence of a name.

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
        """The hits in text order."""
        return sorted(self.slots.values(), key=lambda hit: hit.first)

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
        self.words = words
        self.lexicon = lexicon
        self.by_entry: dict[int, list[Hit]] = {}
        for hit in hits:
            if lexicon.entry(hit.entry).kind == "person":
                self.by_entry.setdefault(hit.entry, []).append(hit)

    def mentions(self) -> Iterator[Mention]:
        for number, hits in self.by_entry.items():
            entry = self.lexicon.entry(number)
            for chain in self._chains(self._best(hits)):
                yield self._mention(entry, chain)

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
        if 0 < first - last < 4 and self._particles(two, last, first):
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
        surname = self.lexicon.entry(hit.entry).canonical(Slot.SURNAME)
        small = surname.text.split() if surname else []
        return all(
            self.words.gap(at - 1) is Gap.SPACE and self.words.tokens[at].text in small
            for at in range(last, first)
        )

    def _mention(self, entry: StoredEntry, chain: list[Hit]) -> Mention:
        slots = {slot_of(hit, self.lexicon): hit for hit in chain}
        first, last = chain[0].first, chain[-1].last
        other = next((a.last for a, b in itertools.pairwise(chain) if b.first > a.last), None)
        initials = self._initials(first, last) if Slot.GIVEN not in slots else ()
        rival = not initials and self._rival(entry, slots, first, last)
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
        text = self.words.tokens[at].text
        if len(text) > 1 or not text.isupper():
            return False
        return self.words.between(at).startswith(".")

    def _rival(self, entry: StoredEntry, slots: dict[Slot, Hit], first: int, last: int) -> bool:
        """Whether a neighbour makes it somebody else: another given name before the surname,
        another surname after the given name."""
        if Slot.GIVEN in slots and Slot.SURNAME in slots:
            return False
        left, right = self._neighbour(first - 1, first - 1), self._neighbour(last, last - 1)
        if Slot.SURNAME in slots and entry.blob.get("surname_first") and self._is_surname(right):
            return True
        if Slot.SURNAME in slots:
            oblique = self._oblique(slots[Slot.SURNAME])
            behind = self._is_given(right) and not (oblique and self._opens_another(last))
            family = not slots[Slot.SURNAME].mask & ~_PLURAL and self._given_and(entry, first)
            other = self._is_name(left, slots[Slot.SURNAME]) and not family
            return other or behind or self._hyphened(first, last)
        if Slot.GIVEN in slots:
            listed = Slot.PATRONYMIC in slots and self._is_family(left)
            return listed or self._is_surname(right) or self._hyphened(first, last)
        return False

    def _given_and(self, entry: StoredEntry, at: int) -> bool:
        """«Адам и Шарип Делимхановы»: the plural stands for both."""
        if at < 3 or self.words.key(at - 2) != "и":
            return False
        given = entry.canonical(Slot.GIVEN)
        fold = self.lexicon.language.fold
        return given is not None and any(
            fold(f) == self.words.key(at - 3) for f, _, _ in given.forms
        )

    def _oblique(self, surname: Hit) -> bool:
        """Whether some reading of the surname cannot be a nominative."""
        readings = (h for h in self.by_entry[surname.entry] if h.first == surname.first)
        return any(h.last == surname.last and not h.mask & _NOMINATIVE for h in readings)

    def _opens_another(self, at: int) -> bool:
        """«биограф Корсакова Марина Лобанова»: the given name behind has a surname of its own."""
        after = self._neighbour(at + 1, at)
        return after is not None and not is_patronymic(after.key)

    def _hyphened(self, first: int, last: int) -> bool:
        """«Токаев-младший» is he; «Ким-Иванов» is somebody else."""
        hyphens = (Gap.HYPHEN, Gap.ODD_HYPHEN)
        before = first > 0 and self.words.gap(first - 1) in hyphens
        after = last < len(self.words) and self.words.gap(last - 1) in hyphens
        return (before and self.words.shape(first - 1) is not Shape.LOWER) or (
            after and self.words.shape(last) is not Shape.LOWER
        )

    def _neighbour(self, at: int, gap: int) -> Neighbour | None:
        if not 0 <= at < len(self.words) or self.words.gap(gap) is not Gap.SPACE:
            return None
        if self.words.shape(at) in (Shape.LOWER, Shape.OTHER):
            return None
        return Neighbour(at, self.words.key(at))

    def _is_name(self, word: Neighbour | None, surname: Hit) -> bool:
        """Whether the word before a surname is (or may be) another given name: «Том Круз», but
        «Роман Достоевского»."""
        if word is None:
            return False
        known = self.lexicon.known
        word_too = known.is_ordinary(word.key)
        if word_too and self.words.starts_sentence(word.at):
            return bool(surname.mask & _NOMINATIVE and known.bearers(word.key))
        if self.is_given(word.key):
            return not word_too or known.given_name(word.key).count > _COMMON
        if self.words.shape(word.at) is Shape.UPPER and len(word.key) > 1:
            return False
        return not (word_too or known.is_place(word.key) or self._right_place(word.key))

    def _is_given(self, word: Neighbour | None) -> bool:
        return word is not None and (self.is_given(word.key) or is_patronymic(word.key))

    def is_given(self, key: str) -> bool:
        """Whether ``key`` is a form of a given name: of the lexicon or of the real world."""
        for record in self.lexicon.exact(key):
            part = self.lexicon.entry(record.entry).parts[record.part]
            if part.slot is Slot.GIVEN and record.status <= Status.POLICY:
                return True
        return self.lexicon.known.given_name(key).count > 0

    def _right_place(self, key: str) -> bool:
        return any(
            record.status <= Status.POLICY and self.lexicon.entry(record.entry).kind != "person"
            for record in self.lexicon.exact(key)
        )

    def _is_family(self, word: Neighbour | None) -> bool:
        """Whether the word before given name and patronymic is a surname, as in lists."""
        known = self.lexicon.known
        return word is not None and not (known.is_ordinary(word.key) or known.is_place(word.key))

    def _is_surname(self, word: Neighbour | None) -> bool:
        """Whether the word after a given name is another person's surname."""
        return word is not None and not self._right_place(word.key)


#: The cell of the nominative singular.
_NOMINATIVE = 1
#: The cells of the plural.
_PLURAL = 0xFF00


def _rank(hit: Hit) -> tuple[int, int, int, int, int]:
    """Hits in text order; of those that begin together the best spelt first. A plural alone
    (the family) is less likely than a misspelling that the dictionary names."""
    family = not hit.mask & ~_PLURAL
    return (hit.first, hit.how, int(family), hit.status, -hit.last)


def _better(one: Hit, two: Hit) -> bool:
    return (one.how, one.status, two.last - two.first) < (two.how, two.status, one.last - one.first)


_PATRONYMIC = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
_TURKIC = ("улы", "кызы", "оглы", "оглу", "уулу", "гызы")


def is_patronymic(key: str) -> bool:
    """Whether a folded word looks like a patronymic."""
    if len(key) < 6:
        return False
    return (
        key.endswith(_PATRONYMIC) or key.endswith(_TURKIC) or key.endswith(("ичем", "ичу", "ича"))
    )


def cells_of(mention: Mention, right_only: bool = True) -> int | None:
    """The case and number cells that all parts of the mention share; None without parts."""
    mask: int | None = None
    for hit in mention.slots.values():
        if hit.right or not right_only:
            mask = hit.mask if mask is None else mask & hit.mask
    return mask


def strength(mention: Mention) -> tuple[int, int]:
    """How much of a mention is right: more right parts first, then fewer wrong ones."""
    right = sum(hit.right for hit in mention.slots.values())
    near = sum(hit.how is not How.EXACT for hit in mention.slots.values())
    return right, -near
