"""How often words stand in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from imena.resolution.stems import stem_of
from imena.resolution.vocabulary import Mark, Word


class Tally:
    """Counts of spellings, of folded words, and of the stems of words with a capital."""

    def __init__(self, spellings: Counter[Word]) -> None:
        self.spellings = spellings

    @classmethod
    def of(cls, words: Iterable[Word]) -> Tally:
        return cls(Counter(words))

    @cached_property
    def keys(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for word, count in self.spellings.items():
            found[word.key] += count
        return found

    @cached_property
    def stems(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for word, count in self.spellings.items():
            if word.marks & Mark.CAPITAL:
                found[stem_of(word.key)] += count
        return found

    def changed(self, gone: Iterable[Word], come: Iterable[Word]) -> Tally:
        """The tally of the text without some of its words and with others."""
        made = Tally(self.spellings.copy())
        made.keys, made.stems = self.keys.copy(), self.stems.copy()
        for word in come:
            made._count(word, 1)
        for word in gone:
            made._count(word, -1)
            if not made.spellings[word]:
                del made.spellings[word]
        return made

    def _count(self, word: Word, by: int) -> None:
        self.spellings[word] += by
        self.keys[word.key] += by
        if word.marks & Mark.CAPITAL:
            self.stems[stem_of(word.key)] += by
