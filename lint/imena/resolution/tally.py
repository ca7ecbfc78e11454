"""How often words stand in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from imena.resolution.stems import stem_of
from imena.resolution.vocabulary import Mark, Word


def _summed(counts: Iterable[tuple[str, int]]) -> Counter[str]:
    """The sum of the counts of each key. Counted in a plain dictionary: a Counter calls back for
    each new key, and there is one for nearly every word of a text."""
    found: dict[str, int] = {}
    for key, count in counts:
        found[key] = found.get(key, 0) + count
    return Counter(found)


class Tally:
    """Counts of spellings, of folded words, and of the stems of words with a capital."""

    def __init__(self, spellings: Counter[Word]) -> None:
        self.spellings = spellings

    @classmethod
    def of(cls, words: Iterable[Word]) -> Tally:
        return cls(Counter(words))

    @cached_property
    def keys(self) -> Counter[str]:
        return _summed((word.key, count) for word, count in self.spellings.items())

    @cached_property
    def stems(self) -> Counter[str]:
        capital = Mark.CAPITAL
        return _summed(
            (stem_of(word.key), count)
            for word, count in self.spellings.items()
            if word.marks & capital
        )

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
