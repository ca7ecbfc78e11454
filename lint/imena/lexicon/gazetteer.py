"""Towns and villages of the world, which no dictionary need have: GeoNames in Cyrillic."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from imena.languages.ru import Russian
from imena.lexicon.memo import Memo
from imena.lexicon.stripping import bases
from imena.morphology import Name, NameKind

#: log10 of the people of a place that is named as often as somebody met once in the lists of names.
_PER_BEARER = 5.0
_DATA = Path(__file__).parents[1] / "data" / "ru" / "towns.marisa"


class Gazetteer:
    """Answers which places a folded word may be a case form of; memoised."""

    def __init__(self) -> None:
        self._places: Memo[tuple[frozenset[int], int]] = Memo()
        self._russian = Russian()

    @cached_property
    def _trie(self) -> Any:
        from marisa_trie import RecordTrie

        return RecordTrie("<IB").mmap(str(_DATA))

    def places(self, word: str) -> frozenset[int]:
        """The numbers of the places that ``word`` is a form of the name of."""
        return self._known(word)[0]

    def people(self, word: str) -> float:
        """log10 of how many live in the largest place that ``word`` is a form of the name of; 0
        when unknown."""
        return self._known(word)[1] / 10

    def bearers(self, word: str) -> int:
        """How many bearers a surname has that is met as often as the largest such place."""
        return int(10 ** (self.people(word) - _PER_BEARER))

    def _known(self, word: str) -> tuple[frozenset[int], int]:
        found = self._places.get(word)
        if found is None:
            key = self._russian.fold(word)
            named = [base for base in bases(key) if base in self._trie and self._fits(key, base)]
            records = [record for base in named for record in self._trie[base]]
            largest = max((people for _, people in records), default=0)
            found = self._places[word] = (frozenset(n for n, _ in records), largest)
        return found

    def is_another(self, word: str, right: str) -> bool:
        """Whether ``word`` is the name of a place that is not called ``right`` too: «Каор» is no
        slip in «Каир», but «Хелсинки» is one more spelling of Хельсинки."""
        return bool(self.places(word) - self.places(right))

    def _fits(self, key: str, base: str) -> bool:
        """Whether the grammar makes ``key`` from ``base``."""
        name = Name(base, NameKind.PLACE)
        fold = self._russian.fold
        return base == key or any(fold(form.text) == key for form in self._russian.decline(name))
