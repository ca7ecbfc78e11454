"""Names of a text that neither the lexicon nor the word list of the language knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imena.resolution.analysis import Analysis
from imena.resolution.stems import SHORTEST_STEM, stem_of
from imena.resolution.vocabulary import Mark, Word
from imena.resolution.words import Gap, Shape


class Unit(NamedTuple):
    """One occurrence of a name that the lexicon does not know: words ``first`` up to ``last``."""

    first: int
    last: int
    key: str
    stem: str


def names_of(analysis: Analysis) -> Iterator[Unit]:
    """Capitalised words, hyphenated ones whole, that are neither known names nor words."""
    words, past = analysis.words, 0
    for at in words.with_mark(Mark.CAPITAL):
        if at < past or (at and words.gap(at - 1) is Gap.HYPHEN):
            continue
        past = at + 1
        if words.gap(at) is not Gap.HYPHEN:
            word = words.word(at)
            if word.stranger is None:
                word.stranger = _is_stranger(analysis, word)
            if word.stranger and at not in analysis.named and at not in analysis.silent:
                yield Unit(at, past, word.key, stem_of(word.key))
            continue
        while past < len(words) and words.gap(past - 1) is Gap.HYPHEN:
            past += 1
        if _is_name(analysis, at, past):
            key = "-".join(words.key(n) for n in range(at, past))
            yield Unit(at, past, key, stem_of(key))


def _is_stranger(analysis: Analysis, word: Word) -> bool:
    """Whether a word that stands alone can be a name that nobody knows."""
    if word.shape is not Shape.TITLE or len(word.key) <= SHORTEST_STEM:
        return False
    if word.key.endswith(_INFINITIVES):
        return False
    return _russian(word.key) and not analysis.lexicon.known.is_ordinary(word.key)


#: Endings of verbs that no dictionary need have: «Анимировать».
_INFINITIVES = ("ать", "ить", "еть", "ять", "ться")


def _is_name(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words of a hyphenated one can be a name that nobody knows."""
    words, whole = analysis.words, range(first, last)
    if words.shape(first) is not Shape.TITLE or not analysis.named.isdisjoint(whole):
        return False
    if first in analysis.silent or not all(_russian(words.key(n)) for n in whole):
        return False
    return sum(len(words.key(n)) for n in whole) > SHORTEST_STEM


def _russian(key: str) -> bool:
    return "а" <= key[0] <= "я" and "а" <= key[-1] <= "я"
