"""Names of things: places, bodies, media. Agreeing words and the head decline, the rest stays.

Zaliznyak for the endings; Rosenthal § 149 and gramota.ru for place names on -ово, -ино and for
hyphenated ones.
"""

from __future__ import annotations

import re
from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import adjective, plural_adjective
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.bearers import named_after
from imena.languages.ru.data.loader import words
from imena.languages.ru.folding import fold
from imena.languages.ru.lexemes import (
    gender_of,
    is_adjective,
    noun,
    number_of,
    stands_before,
)
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
from imena.languages.ru.possessors import (
    PLURAL_ENDINGS,
    owned,
    possessive_plural,
    possessor,
)
from imena.languages.ru.tables import Word, either, frozen, inanimate, joined
from imena.morphology import Gender, Name, NameKind, Number

_PIECE: Final = re.compile(r"(\s+[—–]\s+|\s+|(?<=\w)[-\u2010\u2011](?=\w))")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]+(?:['’][А-Яа-яЁё]+)?")
_AND: Final = "и"
_PREPOSITIONS: Final = frozenset({"на", "под", "над", "у", "при"})
_STAYS: Final = "dependent; Розенталь § 150"
_FIRST: Final = "double-first; Розенталь § 149"


def phrase(name: Name) -> Word:
    """Decline a place or an organisation; both numbers of a plural name are the plural."""
    pieces = _PIECE.split(name.text)
    if len(pieces) == 1:
        return head(name.text, name, alone=True)
    texts, separators = pieces[::2], pieces[1::2]
    if name.kind is NameKind.ORGANISATION and (person := named_after(texts, separators)):
        return person
    return joined(_walk(name, texts, separators), separators)


def _walk(name: Name, texts: list[str], separators: list[str]) -> list[Word]:
    """Adjectives and the head decline; after the head everything stays."""
    gender, number = _head_facts(name, texts)
    if _is_compound(name, texts, separators):
        return [frozen(texts[0], _STAYS), head(texts[1], name, alone=False)]
    made: list[Word] = []
    done, place = False, name.kind is NameKind.PLACE
    for n, text in enumerate(texts):
        glue = separators[n] if n < len(separators) else ""
        if n and _coordinates(name, texts, separators, n):
            done = False
        if text in name.indecl_parts or not _CYRILLIC.fullmatch(text) or _is_short(text):
            made.append(frozen(text, _STAYS))
            done = done or (n == 0 and _blocks(text))
        elif done:
            made.append(_after(name, texts, n, separators))
        elif glue.strip() and _in_adjective(texts, separators, n):
            made.append(frozen(text, _FIRST))
        elif glue in "-\u2010\u2011" and glue:
            made.append(_before_hyphen(name, text, texts, n, gender))
            done = _is_head_before_hyphen(text, texts[n + 1])
        elif n < len(texts) - 1 and (agreeing := _agreeing(text, gender, number, texts[n + 1])):
            made.append(agreeing)
        elif n and n < len(texts) - 1 and stands_before(text, texts[n + 1], gender):
            made.append(frozen(text, _STAYS))
        elif n == 0 and place and (owner := possessor(name.text, text, texts[1])):
            made.append(owned(text, owner))
        else:
            made.append(head(text, name, alone=False, gender=gender, number=number))
            done = True
    return made


def _is_compound(name: Name, texts: list[str], separators: list[str]) -> bool:
    """«Астана Опера», «Барыс Арена»: two nouns in the nominative, of which the last is the head."""
    if name.kind is not NameKind.ORGANISATION or len(texts) != 2 or not separators[0].isspace():
        return False
    if not all(t.istitle() for t in texts) or is_adjective(texts[0].lower(), nouns=True):
        return False
    return noun(texts[1], None, Number.SING) is not None


def _in_adjective(texts: list[str], separators: list[str], n: int) -> bool:
    """«Иссык-Кульская область»: the first part of an adjective before a noun."""
    if n + 2 >= len(texts) or not separators[n + 1].isspace():
        return False
    return is_adjective(texts[n + 1].lower(), nouns=True) or _looks_adjectival(texts[n + 1].lower())


def _coordinates(name: Name, texts: list[str], separators: list[str], n: int) -> bool:
    """«Босния и Герцеговина», «Папуа — Новая Гвинея»: the second name declines as the first."""
    dash = separators[n - 1].strip() in ("—", "–")
    several = name.kind is NameKind.PLACE or name.number is Number.PLUR
    return several and (texts[n - 1] == _AND or dash)


def _blocks(text: str) -> bool:
    """«РИА Новости», «ИА Regnum»: an abbreviation at the front keeps the rest from declining."""
    return text.isupper() and len(text) > 1


def _is_short(text: str) -> bool:
    return text.isupper() and len(text) > 1


def _head_facts(name: Name, texts: list[str]) -> tuple[Gender | None, Number]:
    """Gender and number of the head: as the entry says, else of the first word that is a noun."""
    if name.number is Number.PLUR:
        return name.gender, Number.PLUR
    if name.gender:
        return name.gender, Number.SING
    for text in texts[:-1]:
        low = text.lower()
        if low.endswith(("ая", "яя")) and is_adjective(low):
            return Gender.FEM, Number.SING
        if low.endswith(("ое", "ее")) and is_adjective(low):
            return Gender.NEUT, Number.SING
        if low.endswith(("ые", "ие", *PLURAL_ENDINGS)) and _is_plural(low, texts[-1]):
            return None, Number.PLUR
        if low.endswith(("ый", "ий", "ой")) and is_adjective(low):
            return Gender.MASC, Number.SING
        if number_of(text) is Number.PLUR and name.text.startswith(text + " "):
            return None, Number.PLUR  # «Крылья Советов»
        if name.kind is NameKind.PLACE and (gender := possessor(name.text, text, texts[1])):
            return gender, Number.SING
        break
    return None, Number.SING


def _is_plural(low: str, last: str) -> bool:
    """«Набережные Челны», «Карловы Вары»: an adjective in the plural before a plural noun."""
    if low.endswith(PLURAL_ENDINGS) and last[-1:] in "ыи" and number_of(low) is not Number.PLUR:
        return True
    return last[-1:].lower() in "ыиа" and is_adjective(low, nouns=True)


def _agreeing(text: str, gender: Gender | None, number: Number, after: str = "") -> Word | None:
    """An adjective before the head, or None where the word is no adjective.

    A word that is a noun too («уголовный») is an adjective before a nominative.
    """
    low = text.lower()
    if number is Number.PLUR:
        return plural_adjective(text) or possessive_plural(text)
    for one in (gender,) if gender else (Gender.MASC, Gender.FEM, Gender.NEUT):
        found = adjective(text, one)
        before_noun = is_adjective(low, nouns=True) and _is_nominative(after)
        if found and (before_noun or is_adjective(low) or _looks_adjectival(low)):
            return found if one is not Gender.MASC else inanimate(found)
    return None


def _is_nominative(word: str) -> bool:
    """Whether ``word`` is a known noun or adjective in the nominative."""
    low = word.lower()
    return bool(low) and (noun(low) is not None or is_adjective(low, nouns=True))


def _looks_adjectival(low: str) -> bool:
    """An unknown word with the suffix of an adjective of relation."""
    return low.endswith(("ский", "ская", "ское", "цкий", "цкая", "цкое", "ный", "ная", "ное"))


def _after(name: Name, texts: list[str], n: int, separators: list[str]) -> Word:
    """Behind the head: an adjective or a noun behind a hyphen declines, the rest stays."""
    text = texts[n]
    if name.kind is NameKind.PLACE:
        if separators[n - 1] == "-" and (agreeing := _agreeing(text, name.gender, name.number)):
            return agreeing
        if separators[n - 1] == "-" and n == 1 and text[:1].isupper():
            return head(text, name, alone=False)
    return frozen(text, _STAYS)


def _is_head_before_hyphen(text: str, after: str) -> bool:
    """«Ростов-на-Дону», «Петропавловск-Камчатский», «Гвинея-Бисау»: the first part is the head."""
    return after in _PREPOSITIONS or _first_declines(text, after)


def _first_declines(text: str, after: str) -> bool:
    low = fold(after)
    if fold(text) in words("frozen_first") or text[-1:] in "ое":
        return False
    adjective_after = low.endswith(("ский", "цкий", "ская", "ское", "ный", "ная"))
    if adjective_after and noun(text) is None and low.endswith(("ский", "цкий")):
        return text.endswith(("ск", "ль", "в", "д"))
    return adjective_after or text[-2:].lower() in ("ея", "ия", "ца")


def _before_hyphen(name: Name, text: str, texts: list[str], n: int, gender: Gender | None) -> Word:
    after = texts[n + 1]
    if _is_head_before_hyphen(text, after):
        return head(text, name, alone=False, gender=gender)
    return frozen(text, _FIRST)


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
    if not _CYRILLIC.fullmatch(text):
        return frozen(text, _STAYS)
    if text != text.capitalize() and text != text.lower() and not text.isupper():
        return _camel(text, gender)
    if place and fold(text) in words("frozen_places"):
        return frozen(text, "place-frozen; Зализняк, 0")
    if number is Number.PLUR:
        return plural(text, place)
    if found := _known(text, gender, alone, place):
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
        return _substantive(text) or frozen(text, _STAYS)
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
        return either(neuter(text), frozen(text, _STAYS))
    return frozen(text, "place-vowel; Розенталь § 149")


def _is_feminine(low: str, gender: Gender | None) -> bool:
    if gender is not None:
        return gender is Gender.FEM
    return not low.endswith(("поль", "тель", "славль", "ань", "мль", "арь", "ель", "бль", "оль"))
