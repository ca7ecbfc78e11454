"""Ordinary words and other real names: everything that a doubtful spelling may be in earnest.

Counts come from a list that holds misspellings among the rare names. At Damerau distance 1 a
spelling met once or twice beside one met twenty times as often is mostly a misspelling (Савелев 2,
Савельев 1059; Аллиев 1, Алиев 509); one met a hundred times is a family (Кожанов 123).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from imena.languages.ru import Russian
from imena.languages.ru.data.loader import words
from imena.languages.ru.opencorpora import OpenCorpora, Reading
from imena.lexicon.compile import ANY, bit
from imena.lexicon.gazetteer import Gazetteer
from imena.lexicon.memo import Memo
from imena.lexicon.stripping import bases
from imena.morphology import Gender, Name, NameKind

_TWO = (Gender.MASC, Gender.FEM)
_DATA = Path(__file__).parents[1] / "data" / "ru"


@dataclass(frozen=True)
class GivenName:
    """A real given name: the genders of its bearers, and how often it was met."""

    genders: frozenset[Gender]
    count: int


FEW = 2
"""Bearers up to which a name in the lists may be a misprint of a famous one."""

#: A share of bearers of the other gender that is noise in the list (a Maria among men).
_STRAY = 0.03
NOBODY = GivenName(frozenset(), 0)


class KnownWords:
    """Answers about single folded or unfolded words; memoised."""

    @classmethod
    def open(cls) -> KnownWords:
        """The one instance of this process."""
        return _opened()

    def __init__(self) -> None:
        self._readings: Memo[tuple[Reading, ...]] = Memo()
        self._ordinary: Memo[bool] = Memo()
        self._places: Memo[bool] = Memo()
        self._drops: Memo[bool] = Memo()
        self._forms: Memo[frozenset[str]] = Memo()
        self._surnames: Memo[tuple[tuple[int, int], ...]] = Memo()
        self._given: Memo[GivenName] = Memo()
        self._russian = Russian()
        self.towns = Gazetteer()

    @cached_property
    def _corpus(self) -> OpenCorpora:
        return OpenCorpora()

    @cached_property
    def _surname_trie(self) -> Any:
        from marisa_trie import RecordTrie

        return RecordTrie("<H").mmap(str(_DATA / "surnames.marisa"))

    @cached_property
    def _given_trie(self) -> Any:
        from marisa_trie import RecordTrie

        return RecordTrie("<HH").mmap(str(_DATA / "given.marisa"))

    def readings(self, word: str) -> tuple[Reading, ...]:
        """OpenCorpora analyses of ``word``; () when it is not in the dictionary."""
        found = self._readings.get(word)
        if found is None:
            found = self._readings[word] = self._corpus.readings(word)
        return found

    def drops_yo(self, word: str) -> bool:
        """Whether ``word`` is one whose ё is written as е: «еще», «актер»."""
        found = self._drops.get(word)
        if found is None:
            found = self._drops[word] = self._corpus.drops_yo(word)
        return found

    def is_ordinary(self, word: str) -> bool:
        """Whether ``word`` is a form of a word that is no name."""
        found = self._ordinary.get(word)
        if found is None:
            readings = self.readings(word)
            found = any(not r.is_name and "Abbr" not in r.tags for r in readings)
            found = found or any(r.lemma in words("homographs") for r in readings)
            self._ordinary[word] = found
        return found

    def is_place(self, word: str) -> bool:
        """Whether ``word`` is a form of a place name."""
        found = self._places.get(word)
        if found is None:
            found = any("Geox" in reading.tags for reading in self.readings(word))
            self._places[word] = found
        return found

    def is_abbreviation(self, word: str) -> bool:
        """Whether ``word`` is a usual abbreviation of something: «жрд», «овз»."""
        return word in words("abbreviations")

    def name_forms(self, word: str) -> frozenset[str]:
        """All folded forms of the names that ``word`` is a form of; empty for other words."""
        found = self._forms.get(word)
        if found is None:
            fold = self._russian.fold
            found = self._forms[word] = frozenset(map(fold, self._corpus.name_forms(word)))
        return found

    def in_gender(self, verb: str, gender: Gender) -> str | None:
        """The past form of ``verb`` in the singular of ``gender``, lower case; None for others."""
        tag = {Gender.MASC: "masc", Gender.FEM: "femn", Gender.NEUT: "neut"}[gender]
        for reading in self.readings(verb):
            if reading.pos == "VERB" and "past" in reading.tags:
                for form, tags in self._corpus.lexeme(reading, verb):
                    if {"past", tag} <= tags:
                        return form
        return None

    def surname_count(self, word: str, mask: int = ANY) -> int:
        """How often the surname that ``word`` is a form of, in a cell of ``mask``, was met; 0 when
        unknown."""
        found = self._surnames.get(word)
        if found is None:
            key = self._russian.fold(word)
            found = self._surnames[word] = tuple(self._surname_readings(key))
        return max((count for count, cells in found if cells & mask), default=0) if found else 0

    def _surname_readings(self, key: str) -> Iterator[tuple[int, int]]:
        """How often each surname that ``key`` may be a form of was met, and the cells it fills."""
        for base in bases(key):
            for (count,) in self._surname_trie.get(base, ()):
                if cells := self._cells(key, base, NameKind.SURNAME, _TWO):
                    yield count, cells
                elif base == key:
                    yield count, ANY

    def given_name(self, word: str) -> GivenName:
        """The given name that ``word`` is a case form of; NOBODY when unknown."""
        found = self._given.get(word)
        if found is None:
            found = self._given[word] = self._given_name(self._russian.fold(word))
        return found

    def given_counts(self, base: str) -> dict[Gender, int]:
        """How often the folded ``base`` itself (no case form) was met as a given name of each
        gender."""
        return {
            gender: count
            for counts in self._given_trie.get(base, ())
            for gender, count in zip((Gender.MASC, Gender.FEM), counts, strict=True)
            if count
        }

    def families(self, base: str) -> int:
        """How often the folded ``base`` itself (no case form) was met as a surname."""
        return max((count for (count,) in self._surname_trie.get(base, ())), default=0)

    def bearers(self, word: str) -> frozenset[Gender]:
        """The genders of those whose given name is ``word`` itself, not a form of another."""
        genders = (Gender.MASC, Gender.FEM)
        found = self._given_trie.get(self._russian.fold(word), ())
        most = max((n for counts in found for n in counts), default=0)
        pairs = (pair for counts in found for pair in zip(genders, counts, strict=True))
        return frozenset(gender for gender, n in pairs if n > most * _STRAY)

    def _given_name(self, key: str) -> GivenName:
        bearers: dict[Gender, int] = {}
        for base in bases(key):
            for counts in self._given_trie.get(base, ()):
                for gender, count in zip((Gender.MASC, Gender.FEM), counts, strict=True):
                    mine = base == key or self._is_form(key, base, NameKind.GIVEN, (gender,))
                    if count and mine:
                        bearers[gender] = max(count, bearers.get(gender, 0))
        if not bearers:
            return NOBODY
        most = max(bearers.values())
        return GivenName(frozenset(g for g, n in bearers.items() if n > most * _STRAY), most)

    def _is_form(self, key: str, base: str, kind: NameKind, genders: tuple[Gender, ...]) -> bool:
        """Whether the grammar makes ``key`` from ``base``: stripping endings alone would take
        «Николаа» for a form of «Николай»."""
        return bool(self._cells(key, base, kind, genders))

    def _cells(self, key: str, base: str, kind: NameKind, genders: tuple[Gender, ...]) -> int:
        """The cells in which ``base`` is written ``key``."""
        fold, mask = self._russian.fold, 0
        for name in self._bearers_of(base, kind, genders):
            for form in self._russian.decline(name):
                if fold(form.text) == key:
                    mask |= bit(form.features)
        return mask

    def _bearers_of(self, base: str, kind: NameKind, genders: tuple[Gender, ...]) -> Iterator[Name]:
        """``base`` as the name of each gender; of a surname also the woman's form of the man's."""
        for gender in genders:
            name = Name(base, kind, gender)
            yield name
            if kind is NameKind.SURNAME and (other := self._russian.counterpart(name)):
                yield other


@cache
def _opened() -> KnownWords:
    return KnownWords()
