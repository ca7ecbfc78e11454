"""The noun that carries the name of a thing: Астана, Гродно, Иваново, Набережные Челны.

Zaliznyak for the endings; Rosenthal § 149 and gramota.ru for place names on -ово, -ино.
"""

from __future__ import annotations

import re
from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import adjective, plural_adjective
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.data.loader import words
from imena.languages.ru.folding import fold
from imena.languages.ru.lexemes import gender_of, is_adjective, noun, number_of
from imena.languages.ru.nouns import (
    feminine,
    fleeting,
    masculine,
    neuter,
    on_ets,
    syllables,
    third,
)
from imena.languages.ru.plurals import plural
from imena.languages.ru.tables import Word, either, frozen, inanimate
from imena.morphology import Gender, Name, NameKind, Number

CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]+(?:['’][А-Яа-яЁё]+)?")
"""A word that the grammar may decline."""

STAYS: Final = "dependent; Розенталь § 150"
"""The rule of the words that the name does not change."""


def head(
    text: str,
    name: Name,
    alone: bool,
    gender: Gender | None = None,
    number: Number | None = None,
) -> Word:
    """The noun that carries the name."""
    gender, number = gender or name.gender, number or name.number
    place = name.kind is NameKind.PLACE
    if not CYRILLIC.fullmatch(text):
        return frozen(text, STAYS)
    if text != text.capitalize() and text != text.lower() and not text.isupper():
        return _camel(text, gender)
    if place and fold(text) in words("frozen_places"):
        return frozen(text, "place-frozen; Зализняк, 0")
    found = plural(text, place) if number is Number.PLUR else _known(text, gender, alone, place)
    if found:
        free = place and fold(text) in words("places_either")
        return either(found, frozen(text, "place-either; gramota.ru")) if free else found
    if alone and number_of(text) is Number.PLUR and gender is None:
        return plural(text, place)
    return _unknown(text, gender or gender_of(text), place)


def _known(text: str, gender: Gender | None, alone: bool, place: bool) -> Word | None:
    low = text.lower()
    if place and low.endswith(("ово", "ево", "ёво", "ино", "ыно")):
        return _on_ovo(text)
    found = noun(text, gender, Number.SING, place)
    if place and found is not None and _drops_vowel(low, found):
        return None if fleeting(text) is None else found
    if place and alone and low.endswith("о") and found is not None:
        return either(frozen(text, "place-o; gramota.ru: в Гродно"), found)
    if found is None and alone and is_adjective(low):
        return _substantive(text)
    if found is not None and not place and low.endswith("ъ"):
        return None
    return _as_thing(found)


def _drops_vowel(low: str, word: Word) -> bool:
    """OpenCorpora makes «Лахра» of «Лахор»: only native endings lose their vowel."""
    shorter = len(word.sing[t.GEN][0]) <= len(low) and low[-1:] not in VOWELS | set("йь")
    return shorter and not low.endswith(("ец", "ок", "ёк", "ек", "ёл"))


def _as_thing(word: Word | None) -> Word | None:
    """A city or a club named after a living being is a thing: «в Гусь-Хрустальный»."""
    if word is None or word.sing[t.NOM] == word.sing[t.ACC]:
        return word
    return inanimate(word) if word.sing[t.ACC] == word.sing[t.GEN] else word


def _on_ovo(text: str) -> Word:
    """Иваново: «в Иванове» is the stricter norm, «в Иваново» is admitted (gramota.ru)."""
    return either(neuter(text), frozen(text, "place-ovo; gramota.ru"))


def _substantive(text: str) -> Word | None:
    """A name that is an adjective by itself: Грозный, Отрадное, Российская."""
    for gender in (Gender.MASC, Gender.FEM, Gender.NEUT):
        if found := adjective(text, gender):
            return inanimate(found) if gender is Gender.MASC else found
    return plural_adjective(text)


def _camel(text: str, gender: Gender | None) -> Word:
    """«КазМунайГаз»: both the declined and the unchanged form are met."""
    if text[-1:].isupper() and text[-1:].lower() in VOWELS:
        return frozen(text, "abbreviation; Розенталь § 150")  # БелТА
    declined = _unknown(text, gender, place=False)
    return either(declined, frozen(text, "brand; gramota.ru"))


def _unknown(text: str, gender: Gender | None, place: bool) -> Word:
    low = text.lower()
    last = low[-1:]
    if last == "ъ":
        declined = inanimate(masculine(text[:-1]))
        return t.with_cell(t.with_cell(declined, t.NOM, (text,)), t.ACC, (text,))
    if low.endswith(("ский", "цкий", "ская", "цкая", "ское", "цкое")) or (
        low.endswith(("ный", "ная", "ное", "вый", "вая", "вое", "тый", "тое", "хий", "кое"))
        and syllables(low) > 2
    ):
        return _substantive(text) or frozen(text, STAYS)
    if last in "ая":
        return inanimate(feminine(text), feminine=True)
    if last in VOWELS:
        return _on_vowel(text, low)
    if last == "ь" and _is_feminine(low, gender):
        return inanimate(third(text), feminine=True)
    if gender is Gender.FEM and not place:
        return frozen(text, "feminine-consonant; Розенталь § 149")
    return inanimate(fleeting(text) or on_ets(text) or masculine(text))


def _on_vowel(text: str, low: str) -> Word:
    if low.endswith(("ово", "ево", "ёво", "ино", "ыно")) and syllables(low) > 2:
        return _on_ovo(text)
    if low.endswith(("ье", "ие", "ство")) and syllables(low) > 2:
        return either(neuter(text), frozen(text, STAYS))
    return frozen(text, "place-vowel; Розенталь § 149")


def _is_feminine(low: str, gender: Gender | None) -> bool:
    if gender is not None:
        return gender is Gender.FEM
    return not low.endswith(("поль", "тель", "славль", "ань", "мль", "арь", "ель", "бль", "оль"))
