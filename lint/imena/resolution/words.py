"""The tokens of a document with their folded keys, their letter case and what separates them."""

from __future__ import annotations

import unicodedata
from enum import Flag, IntEnum
from functools import cached_property
from typing import NamedTuple

from imena.languages.base import Language
from imena.languages.ru.alphabet import (
    DASHES,
    FOREIGN_CYRILLIC,
    HYPHENS,
    INVISIBLE,
    LETTERS,
    LOOKALIKES,
    STRESS_MARKS,
)
from imena.text.span import Span
from imena.text.tokens import Token


class Quirk(Flag):
    """What was peculiar about the characters of a word before folding."""

    NONE = 0
    LOOKALIKE = 1
    HIDDEN = 2
    DECOMPOSED = 4
    FOREIGN = 8
    LATIN = 16


class Shape(IntEnum):
    """The letter case of a word."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    OTHER = 4


class Gap(IntEnum):
    """What stands between two neighbouring words."""

    SPACE = 0
    HYPHEN = 1
    DASH = 2
    SPACED_HYPHEN = 3
    POINT = 4
    BREAK = 5
    ODD_HYPHEN = 6


class Word(NamedTuple):
    """What is known of a spelling before the lexicon is asked."""

    key: str
    shape: Shape
    quirk: Quirk


_HYPHENISH = HYPHENS | DASHES


def shape_of(text: str) -> Shape:
    """The letter case of ``text``."""
    if text.islower():
        return Shape.LOWER
    if not text[0].isalpha():
        return Shape.OTHER
    if text.isupper():
        return Shape.UPPER if len(text) > 1 else Shape.TITLE
    if text[0].isupper() and text[1:].islower():
        return Shape.TITLE
    return Shape.MIXED if any(c.isupper() for c in text) else Shape.OTHER


def study(text: str, language: Language) -> Word:
    """The word behind a spelling: its key with look-alike and foreign letters made Russian."""
    shape = shape_of(text)
    if LETTERS.issuperset(text):
        return Word(language.fold(text), shape, Quirk.NONE)
    quirk = Quirk.NONE
    bare = "".join(c for c in text if c not in INVISIBLE)
    if bare != text:
        quirk |= Quirk.HIDDEN
    composed = unicodedata.normalize("NFC", "".join(c for c in bare if c not in STRESS_MARKS))
    if any(unicodedata.combining(c) for c in bare if c not in STRESS_MARKS):
        quirk |= Quirk.DECOMPOSED
    return _mapped(composed, shape_of(composed or text), quirk, language)


def _mapped(text: str, shape: Shape, quirk: Quirk, language: Language) -> Word:
    if any(c.lower() in FOREIGN_CYRILLIC for c in text):
        text = "".join(_russian(c) for c in text)
        return Word(language.fold(text), shape, quirk | Quirk.FOREIGN)
    strange = [c for c in text if c not in LETTERS and not c.isdigit()]
    digits = [c for c in text if c.isdigit()]
    russian = any(c in LETTERS for c in text)
    if strange and all(c in LOOKALIKES for c in strange) and (russian or text.isupper()):
        quirk |= Quirk.LOOKALIKE if russian else Quirk.LOOKALIKE | Quirk.LATIN
        text = "".join(LOOKALIKES.get(c, c) if not c.isdigit() else c for c in text)
    elif not strange and russian and digits and _digits_for_letters(text, digits, shape):
        quirk |= Quirk.LOOKALIKE
        text = "".join(LOOKALIKES.get(c, c) for c in text)
    return Word(language.fold(text), shape, quirk)


def _digits_for_letters(text: str, digits: list[str], shape: Shape) -> bool:
    """«0БСЕ», «О6СЕ»: digits inside or in front of a word; behind it they are a number, but for
    a single one behind capitals («ВО3»), which the lexicon will judge."""
    if not set(digits) <= LOOKALIKES.keys():
        return False
    inside = text[0].isalpha() and text[-1].isalpha()
    behind = len(text) > 2 and text[:-1].isalpha() and text[:-1].isupper()
    return inside or text[1:].isalpha() or behind


def _russian(letter: str) -> str:
    low = FOREIGN_CYRILLIC.get(letter.lower())
    if low is None:
        return letter
    return low.capitalize() if letter.isupper() else low


class Words:
    """The words of one text, by number."""

    def __init__(self, text: str, tokens: tuple[Token, ...], language: Language) -> None:
        self.text = text
        self.tokens = tokens
        memo: dict[str, Word] = {}
        words = []
        for token in tokens:
            word = memo.get(token.text)
            if word is None:
                word = memo[token.text] = study(token.text, language)
            words.append(word)
        self.words = words
        self._gaps: dict[int, Gap] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def key(self, at: int) -> str:
        return self.words[at].key

    def shape(self, at: int) -> Shape:
        return self.words[at].shape

    def span(self, first: int, last: int) -> Span:
        """The span of words ``first`` up to and without ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def between(self, at: int) -> str:
        """The text between word ``at`` and the next."""
        end = self.tokens[at + 1].start if at + 1 < len(self.tokens) else len(self.text)
        return self.text[self.tokens[at].end : end]

    def gap(self, at: int) -> Gap:
        """What stands between word ``at`` and the next (BREAK after the last)."""
        found = self._gaps.get(at)
        if found is None:
            found = self._gaps[at] = self._gap(at)
        return found

    def _gap(self, at: int) -> Gap:
        if not 0 <= at < len(self.tokens) - 1:
            return Gap.BREAK
        between = self.between(at)
        if not INVISIBLE.isdisjoint(between):
            between = "".join(c for c in between if c not in INVISIBLE)
        if between in (" ", "\u00a0"):
            return Gap.SPACE
        if between == "-":
            return Gap.HYPHEN
        if between in HYPHENS:
            return Gap.ODD_HYPHEN
        if between in DASHES:
            return Gap.DASH
        bare = between.strip()
        if not bare:
            return Gap.SPACE if between.count("\n") < 2 else Gap.BREAK
        if bare in _HYPHENISH and "\n" not in between:
            return Gap.SPACED_HYPHEN
        if bare in (".", ".-") and len(self.tokens[at].text) <= 2:
            return Gap.POINT
        return Gap.BREAK

    def starts_sentence(self, at: int) -> bool:
        """Whether word ``at`` has its capital from its place: first in the text, after an end
        mark, a quotation mark or a dash that opens a line."""
        if at == 0:
            return True
        return at in self._sentence_starts

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        marks = set('.!?…\n:;«»“”„"—–(•')
        found = []
        for at in range(len(self.tokens) - 1):
            end, start = self.tokens[at].end, self.tokens[at + 1].start
            if (start - end > 1 and not marks.isdisjoint(self.text[end:start])) or (
                start - end == 1 and self.text[end] in '«“"\n('
            ):
                found.append(at + 1)
        return frozenset(found)
