"""Names of a text that neither the lexicon nor the word list of the language knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imena.lexicon.known import FEW
from imena.resolution.analysis import Analysis
from imena.resolution.rivals import behind_article
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
        if at < past or (at and words.gap(at - 1) is Gap.HYPHEN and not behind_article(words, at)):
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


def given_before(analysis: Analysis, unit: Unit) -> str | None:
    """The capitalised word before a name, and its article, that may be a given name."""
    words = analysis.words
    at = unit.first - (2 if behind_article(words, unit.first) else 1)
    if at < 0 or words.gap(at) is not Gap.SPACE or words.shape(at) is not Shape.TITLE:
        return None
    key = words.key(at)
    return None if analysis.lexicon.known.is_ordinary(key) else key


def next_to_nobody(analysis: Analysis, key: str) -> bool:
    """Whether the lists know the name from one or two bearers only: «Росий», «Витор»."""
    known = analysis.lexicon.known
    bearers = max(known.surname_count(key), known.given_name(key).count)
    return bearers <= FEW and not known.is_place(key)
