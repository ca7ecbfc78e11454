"""Spellings and what is known of them: a word is studied once, however often it stands in texts."""

from __future__ import annotations

import re
import unicodedata
from enum import Flag, IntEnum
from typing import Any, Final

from imena.languages.base import Language
from imena.languages.ru.alphabet import (
    FOREIGN_CYRILLIC,
    FOREIGN_LETTERS,
    INVISIBLE,
    LETTERS,
    LOOKALIKES,
    STRESS_MARKS,
    russian_letters,
)
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.memo import Memo
from imena.resolution.stems import stem_of


class Quirk(Flag):
    """What was peculiar about the characters of a word before folding."""

    NONE = 0
    LOOKALIKE = 1
    HIDDEN = 2
    DECOMPOSED = 4
    FOREIGN: Final = 8
    LATIN = 16


class Shape(IntEnum):
    """The letter case of a word."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    OTHER = 4


class Mark:
    """Why a word may matter, as bits. Plain integers, for every word of a text is tested."""

    #: Not in small letters throughout.
    CAPITAL: Final = 1
    #: A form of a name of one word.
    NAMED: Final = 2
    #: A word of a long name.
    ANCHOR: Final = 4
    #: Three to seven letters, capitals or most of them (УрФУ).
    ABBREVIATION: Final = 8
    #: A capital behind a small letter.
    SEAM: Final = 16
    #: Look-alike letters and nothing else that is peculiar.
    ODD: Final = 32
    #: A letter that Russian lacks.
    FOREIGN: Final = 64
    #: Part of an identifier.
    UNDERLINE: Final = 128


#: Most words of any text.
_PLAIN = re.compile("[а-яё]+")
#: Capitals with small letters between them, two of them side by side.
_ABBREVIATION = re.compile("(?=.*[А-ЯЁ]{2})[А-ЯЁ][А-ЯЁа-яё]+[А-ЯЁ]")
_SEAM = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ])")


class Word:
    """A spelling: its folded ``key``, letter case and peculiarities, and ``marks``, which are 0
    for a word that matters to nothing (most of them).

    The other fields are notes of those who read texts, None until somebody asks; ``stem`` is None
    for a word in small letters.
    """

    __slots__ = (
        "alone", "anchors", "common", "ends", "key", "leads", "marks", "namer", "near", "quirk",
        "shape", "stem", "stranger", "text",
    )  # fmt: skip
    alone: Any
    anchors: Any
    common: Any
    ends: Any
    leads: Any
    namer: Any
    near: Any
    stem: str | None
    stranger: Any

    def __init__(self, text: str, key: str, shape: Shape, quirk: Quirk) -> None:
        self.alone = self.anchors = self.common = self.ends = self.leads = None
        self.namer = self.near = self.stranger = self.stem = None
        self.text, self.key, self.shape, self.quirk = text, key, shape, quirk
        self.marks = 0
        if shape is not Shape.LOWER:
            self.marks = _capital_marks(text, shape)
            self.stem = stem_of(key)


def _capital_marks(text: str, shape: Shape) -> int:
    marks = Mark.CAPITAL
    if 3 <= len(text) <= 7 and (text.isupper() or _ABBREVIATION.fullmatch(text)):
        marks |= Mark.ABBREVIATION
    if shape >= Shape.MIXED and _SEAM.search(text):
        marks |= Mark.SEAM
    return marks


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


def plain_key(text: str) -> str:
    """The key of a spelling in small Russian letters."""
    return text.replace("ё", "е")


def plain(text: str) -> Word:
    """The word of a spelling in small Russian letters."""
    return Word(text, plain_key(text), Shape.LOWER, Quirk.NONE)


def study(text: str, language: Language) -> Word:
    """The word behind a spelling: its key with look-alike and foreign letters made Russian."""
    if LETTERS.issuperset(text):
        return Word(text, plain_key(text.lower()), shape_of(text), Quirk.NONE)
    quirk = Quirk.NONE
    bare = "".join(c for c in text if c not in INVISIBLE)
    if bare != text:
        quirk |= Quirk.HIDDEN
    composed = unicodedata.normalize("NFC", "".join(c for c in bare if c not in STRESS_MARKS))
    if any(unicodedata.combining(c) for c in bare if c not in STRESS_MARKS):
        quirk |= Quirk.DECOMPOSED
    shape = shape_of(composed or text)
    read, found = _mapped(composed, shape)
    word = Word(text, language.fold(read), shape, quirk | found)
    word.marks |= _oddities(word)
    return word


def _oddities(word: Word) -> int:
    marks = Mark.UNDERLINE if "_" in word.text else 0
    if word.quirk is Quirk.LOOKALIKE:
        marks |= Mark.ODD
    return marks if FOREIGN_LETTERS.isdisjoint(word.text) else marks | Mark.FOREIGN


def _mapped(text: str, shape: Shape) -> tuple[str, Quirk]:
    """``text`` in Russian letters, and what they were mistaken for."""
    if any(c.lower() in FOREIGN_CYRILLIC for c in text):
        return russian_letters(text), Quirk.FOREIGN
    strange = [c for c in text if c not in LETTERS and not c.isdigit()]
    digits = [c for c in text if c.isdigit()]
    russian = any(c in LETTERS for c in text)
    if strange and all(c in LOOKALIKES for c in strange) and (russian or text.isupper()):
        read = "".join(LOOKALIKES.get(c, c) if not c.isdigit() else c for c in text)
        return read, Quirk.LOOKALIKE if russian else Quirk.LOOKALIKE | Quirk.LATIN
    if not strange and russian and digits and _digits_for_letters(text, digits, shape):
        return "".join(LOOKALIKES.get(c, c) for c in text), Quirk.LOOKALIKE
    return text, Quirk.NONE


def _digits_for_letters(text: str, digits: list[str], shape: Shape) -> bool:
    """«0БСЕ», «О6СЕ»: digits inside or in front of a word; behind it they are a number, but for
    a single one behind capitals («ВО3»), which the lexicon will judge."""
    if not set(digits) <= LOOKALIKES.keys():
        return False
    inside = text[0].isalpha() and text[-1].isalpha()
    behind = len(text) > 2 and text[:-1].isalpha() and text[:-1].isupper()
    return inside or text[1:].isalpha() or behind


#: Words that are kept at most; a text that holds more begins anew after it.
_MOST = 200_000


class Vocabulary(dict[str, "Word | None"]):
    """Every spelling that the texts of this process held, studied against one lexicon.

    Most words of any text are Russian letters, all small, and in no name: for these there is no
    object (None), and :func:`plain` makes one when somebody asks. What longer names begin with
    one of them is noted in ``leads``, and what begins with one and a letter in ``letters``.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.leads: dict[str, int] = {}
        self.letters: Memo[int] = Memo()
        self._language = lexicon.language
        self._named = lexicon.index.knows
        self._anchored = lexicon.index.anchored

    @classmethod
    def of(cls, lexicon: Lexicon) -> Vocabulary:
        """The vocabulary that belongs to ``lexicon``; emptied when it has grown too large."""
        found = lexicon.notes.get(cls)
        if found is None or len(found) > _MOST:
            found = lexicon.notes[cls] = cls(lexicon)
        return found

    def __missing__(self, text: str) -> Word | None:
        word = None if _PLAIN.fullmatch(text) else study(text, self._language)
        key = word.key if word else plain_key(text)
        marks = Mark.NAMED if self._named(key) else 0
        if self._anchored(key):
            marks |= Mark.ANCHOR
        if marks:
            word = word or plain(text)
            word.marks |= marks
        self[text] = word
        return word
