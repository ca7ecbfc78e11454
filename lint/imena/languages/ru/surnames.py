"""Surnames of one part, by gender (Zaliznyak; Kalakutskaya; Rosenthal § 149; gramota.ru)."""

from __future__ import annotations

from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import adjective, feminine_short, possessive
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.data.loader import mapping, words
from imena.languages.ru.folding import fold
from imena.languages.ru.nouns import (
    feminine,
    fleeting,
    masculine,
    on_ets,
    on_onok,
    syllables,
)
from imena.languages.ru.tables import Word, either, frozen, inflect
from imena.morphology import Gender

_POSSESSIVE_ENDS: Final = ("ов", "ев", "ёв", "ин", "цын")
_FEMININE_ENDS: Final = tuple(end + "а" for end in _POSSESSIVE_ENDS)
_SHORT_ADJECTIVE: Final = ("ский", "цкий", "ски", "цки", "ьски")


def surname(word: str, gender: Gender) -> Word:
    """Decline one surname. The plural is that of the family."""
    low = word.lower()
    if _stays(low):
        return frozen(word, "surname-indeclinable; Розенталь § 149")
    if gender is Gender.FEM:
        return _woman(word, low)
    return _man(word, low)


def _stays(low: str) -> bool:
    """The endings that never change: -о -е -э -и -у -ю -ы, -ых, -их, stressed -а."""
    if low[-1:] in "оеэиуюыё":
        return not low.endswith(("ски", "цки", "ьки", "ны"))
    if low.endswith("ворота"):
        return True  # Забейворота: a phrase in the accusative plural
    if low.endswith(("ых", "их")):
        return is_genitive_plural(low)
    return low[-1:] in "ая" and fold(low) in words("indeclinable_a")


def is_genitive_plural(low: str) -> bool:
    """Черных, Долгих, Крайних; but Фрейндлих, Рерих, Мюних are nouns."""
    if low.endswith("ых"):
        return syllables(low) > 1
    stem = low[:-2]
    if stem[-1:] in "гкхжшщч":
        return syllables(low) > 1
    return stem.endswith(("дн", "жн", "льн", "рхн", "йн", "син", "вн", "тн"))


def is_possessive(low: str) -> bool:
    """A man's surname on -ов, -ев, -ин that takes -ым in the instrumental."""
    if not low.endswith(_POSSESSIVE_ENDS):
        return False
    if low.endswith(("уин", "оин", "юин", "тейн", "айн", "ейн", "ддин", "тдин")):
        return False  # Мухриддин, Шамсутдин: «дин» is the faith, no suffix
    return syllables(low) > 1 or low == "львов"


def _man(word: str, low: str) -> Word:
    if is_possessive(low):
        return _on_ov(word, low)
    if low[-1:] == "й" and (found := _on_y(word, low)):
        return found
    if low.endswith(("ски", "цки", "ьки", "ны")):
        return _on_ski(word, low)
    if low[-1:] in VOWELS:
        return _noun_on_a(word)
    return _consonant(word)


def _on_ov(word: str, low: str) -> Word:
    kind = mapping("foreign_ov_in").get(fold(low), ("",))[0]
    if not kind:
        return possessive(word, Gender.MASC)
    foreign = inflect(word, t.M_HARD, "surname-foreign-in; gramota.ru: Дарвином")
    return either(possessive(word, Gender.MASC), foreign) if kind == "both" else foreign


def _on_y(word: str, low: str) -> Word | None:
    """-ский, -ой, -ый, -ий are adjectives; Цой, Бокий and monosyllables are nouns."""
    if fold(low) in words("noun_oy_iy") or syllables(low) < 2:
        return None
    if low.endswith("ий") and low[-3:-2] not in "кгхнжшчщ":
        return adjective(word, Gender.MASC) if low[-3:-2] == "ь" else None
    return adjective(word, Gender.MASC)


def _on_ski(word: str, low: str) -> Word:
    """Polish, Czech, Bulgarian -ски, -ны: Левандовского; many newspapers leave them."""
    stays = frozen(word, "surname-ski; gramota.ru")
    if low.endswith("ьки") or (low.endswith("ны") and syllables(low) < 2):
        return stays
    if low.endswith("ны"):
        declined = inflect(word[:-1], t.ADJ_M, stays.rule, nominative=word)
        return either(stays, declined)
    return either(inflect(word[:-1], t.ADJ_M_VELAR, stays.rule, nominative=word), stays)


def _noun_on_a(word: str) -> Word:
    declined = feminine(word)
    if not word.lower().endswith(("жа", "ча", "ша", "ща")):
        return declined
    return either(declined, inflect(word[:-1], t.F_HISS_STRESSED, declined.rule))


def _consonant(word: str) -> Word:
    """Fleeting vowels are free in surnames: Зайца and Заяца are both right (gramota.ru)."""
    found = fleeting(word) or on_onok(word)
    if found is not None:
        return either(found, masculine(word))
    if word.lower().endswith(("ач", "яч")) and syllables(word) > 1:
        stressed = inflect(word, t.M_HISS_STRESSED, "surname-ach; Зализняк, 4b")
        return either(stressed, inflect(word, t.M_HISS, stressed.rule))
    return on_ets(word) or masculine(word)


def _woman(word: str, low: str) -> Word:
    if low[-1:] not in "ая":
        if low.endswith(("ски", "цки", "ьки", "ны")):
            return frozen(word, "surname-indeclinable; Розенталь § 149")
        return _woman_on_consonant(word)
    if low.endswith(("ая", "яя")) and fold(low) not in words("georgian_aya"):
        return adjective(word, Gender.FEM) or feminine(word)
    if is_feminine_possessive(low):
        return possessive(word, Gender.FEM)
    if low.endswith(("ска", "цка")) and syllables(low) > 2:
        return feminine_short(word)
    return _noun_on_a(word)


def is_feminine_possessive(low: str) -> bool:
    """Токаева, Рыбакина; not Щербина, Сова, Глина."""
    if not low.endswith(_FEMININE_ENDS) or fold(low) in words("noun_surnames"):
        return False
    return is_possessive(low[:-1])


def _woman_on_consonant(word: str) -> Word:
    """A woman's surname stays; the family plural is that of the men, or stays as well."""
    rule = "surname-woman; Розенталь § 149: Анны Шевчук"
    stays = frozen(word, rule)
    return stays._replace(plur=either(stays, _man(word, word.lower())).plur)
