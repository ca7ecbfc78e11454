"""Given names and patronymics of one part (Zaliznyak; Rosenthal § 149–150; gramota.ru)."""

from __future__ import annotations

from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.data.loader import mapping, words
from imena.languages.ru.folding import fold
from imena.languages.ru.nouns import feminine, fleeting, masculine, on_ets, on_onok, third
from imena.languages.ru.tables import Word, either, frozen, inflect
from imena.morphology import Gender

_INDECLINABLE_PATRONYMIC: Final = (
    "улы",
    "уулу",
    "кызы",
    "кизи",
    "гызы",
    "оглы",
    "оглу",
    "угли",
    "ұлы",
    "қызы",
    "доттир",
)


def given_name(word: str, gender: Gender | None) -> Word:
    """Decline one given name; without a gender the ending decides."""
    low = word.lower()
    if fold(word) in words("indeclinable_a"):
        return frozen(word, "given-stressed-a; Зализняк: Дюма, Тома")
    if low[-1:] in "ая":
        return _on_a(word, low)
    if gender is Gender.FEM:
        return _woman(word, low)
    return _man(word, low)


def _on_a(word: str, low: str) -> Word:
    if low.endswith("ия") and fold(word) in words("given_stressed_iya"):
        return inflect(word[:-1], t.F_IYA_STRESSED, "given-iya-stressed; Зализняк: Зульфие")
    return feminine(word)


def _woman(word: str, low: str) -> Word:
    if not low.endswith("ь"):
        return frozen(word, "given-woman; Розенталь § 149: женские имена на твёрдый согласный")
    declined = third(word)
    if fold(word) in words("given_third"):
        return declined
    stays = frozen(word, declined.rule)
    if fold(word) in words("given_soft"):
        return either(stays, declined)
    return either(declined, stays)


def _man(word: str, low: str) -> Word:
    if low[-1:] in VOWELS:
        return _on_o(word, low)
    return fleeting(word) or on_onok(word) or on_ets(word) or masculine(word)


def _on_o(word: str, low: str) -> Word:
    kind = mapping("given_o").get(fold(word), ("",))[0] if low.endswith("о") else ""
    stem = word[:-1]
    if kind == "а":
        table = t.F_HARD
        declined = inflect(stem, table, "given-lo; Зализняк: Данило", nominative=word)
        return either(declined, inflect(stem, t.M_HARD, declined.rule, nominative=word))
    if kind == "о":
        table = t.M_VELAR if stem[-1:] == "к" else t.M_HARD
        declined = inflect(stem, table, "given-o; gramota.ru: Петро", nominative=word)
        return either(declined, frozen(word, declined.rule))
    return frozen(word, "given-vowel; Розенталь § 149")


def patronymic(word: str, gender: Gender | None) -> Word:
    """Decline one patronymic: -ович, -овна, -улы, оглы; a bare father's name as a given name."""
    low = word.lower()
    if low.endswith(_INDECLINABLE_PATRONYMIC):
        return frozen(word, "patronymic-turkic; Розенталь § 149")
    if low.endswith("на"):
        return inflect(word[:-1], t.F_HARD, "patronymic-vna; Зализняк, 1")
    if low.endswith("ич"):
        stressed = fold(word) in words("stressed_hiss")
        table = t.M_HISS_STRESSED if stressed else t.M_HISS
        return inflect(word, table, "patronymic-ich; Зализняк, 4")
    return given_name(word, gender)
