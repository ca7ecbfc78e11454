"""How often words stand in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter

from imena.resolution.vocabulary import Quirk, Word, plain_key
from imena.resolution.words import Words

_STEM = attrgetter("stem")


class Tally:
    """Counts of spellings, of folded words, and of the stems of words with a capital, each taken
    when somebody asks: few texts ask for all."""

    def __init__(self, words: Words) -> None:
        self._words = words

    @cached_property
    def spellings(self) -> Counter[str]:
        return Counter(self._words.texts)

    @cached_property
    def _notable(self) -> dict[str, Word | None]:
        """The word behind each spelling, None for a plain one."""
        return dict(zip(self._words.texts, self._words.notable, strict=True))

    @cached_property
    def keys(self) -> Counter[str]:
        """Counted in a plain dictionary: a Counter calls back for each new key, and there is one
        for nearly every word of a text."""
        found: dict[str, int] = {}
        words = self._notable
        for text, count in self.spellings.items():
            key = _key(text, words[text])
            found[key] = found.get(key, 0) + count
        return Counter(found)

    @cached_property
    def stems(self) -> Counter[str]:
        words = self._words
        return Counter(map(_STEM, map(words.notable.__getitem__, words.capitals)))

    @cached_property
    def plain_keys(self) -> frozenset[str]:
        """Folded words that are written somewhere without any peculiar character."""
        words = ((text, self._notable[text]) for text in self.spellings)
        none = Quirk.NONE
        return frozenset(_key(text, word) for text, word in words if not word or word.quirk is none)

    def changed(self, gone: Iterable[Word], come: Iterable[Word]) -> Tally:
        """The tally of the text without some of its words and with others."""
        made = Tally.__new__(Tally)  # its words are nobody's any more
        made.spellings, made._notable = self.spellings.copy(), self._notable.copy()
        made.keys, made.stems = self.keys.copy(), self.stems.copy()
        for word in come:
            made._count(word, 1)
        for word in gone:
            made._count(word, -1)
            if not made.spellings[word.text]:
                del made.spellings[word.text]
                del made._notable[word.text]
        return made

    def _count(self, word: Word, by: int) -> None:
        self._notable[word.text] = word
        self.spellings[word.text] += by
        self.keys[word.key] += by
        if word.stem is not None:
            self.stems[word.stem] += by


def _key(text: str, word: Word | None) -> str:
    return word.key if word else plain_key(text)
