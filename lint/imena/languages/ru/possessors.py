"""Possessive adjectives in names of places: Марьина Роща, Липин Бор, Карловы Вары (Zaliznyak)."""

from __future__ import annotations

from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import possessive
from imena.languages.ru.lexemes import is_adjective, noun
from imena.languages.ru.tables import Word, inanimate
from imena.morphology import Gender, Number

#: The plural of possessive adjectives: Карловы, Черёмушкины.
PLURAL_ENDINGS: Final = ("овы", "евы", "ины")
#: Endings of possessive adjectives, by gender.
_OWNER: Final = (
    (Gender.MASC, ("ов", "ев", "ёв", "ин", "ын")),
    (Gender.FEM, ("ова", "ева", "ёва", "ина", "ына")),
    (Gender.NEUT, ("ово", "ево", "ёво", "ино", "ыно")),
)


def possessor(whole: str, first: str, second: str) -> Gender | None:
    """The gender of «Липин Бор», «Марьина Роща», «Царёво Займище»: a possessive adjective before
    a noun of that gender; None elsewhere."""
    if not whole.startswith(f"{first} {second}") or is_adjective(second.lower()):
        return None
    for gender, endings in _OWNER:
        if first.lower().endswith(endings) and noun(second, gender, Number.SING) is not None:
            return gender
    return None


def owned(text: str, gender: Gender) -> Word:
    """A possessive adjective: «в Липином Бору», where a surname would say «Липине»."""
    word = inanimate(possessive(text, gender), feminine=gender is Gender.FEM)
    if gender is Gender.FEM:
        return word
    return t.with_cell(word, t.LOC, ((text if gender is Gender.MASC else text[:-1]) + "ом",))


def possessive_plural(text: str) -> Word | None:
    """«Карловы», «Черёмушкины»: the plural of a possessive adjective."""
    low = text.lower()
    if not low.endswith(PLURAL_ENDINGS):
        return None
    plur = possessive(text[:-1], Gender.MASC).plur
    return t.things(plur, "possessive; Зализняк")
