"""Names of things: places, bodies, media. Agreeing words and the head decline, the rest stays.

Zaliznyak for the endings; Rosenthal § 149 and gramota.ru for place names on -ово, -ино and for
hyphenated ones.
"""

from __future__ import annotations

import re
from typing import Final

from imena.languages.ru.adjectives import adjective, plural_adjective
from imena.languages.ru.bearers import named_after
from imena.languages.ru.data.loader import words
from imena.languages.ru.folding import fold
from imena.languages.ru.heads import CYRILLIC, STAYS, head
from imena.languages.ru.lexemes import (
    is_adjective,
    noun,
    number_of,
    stands_before,
)
from imena.languages.ru.possessors import (
    PLURAL_ENDINGS,
    owned,
    possessive_plural,
    possessor,
)
from imena.languages.ru.tables import Word, frozen, inanimate, joined
from imena.morphology import Gender, Name, NameKind, Number

_PIECE: Final = re.compile(r"(\s+[—–]\s+|\s+|(?<=\w)[-\u2010\u2011](?=\w))")
_AND: Final = "и"
_PREPOSITIONS: Final = frozenset({"на", "под", "над", "у", "при"})
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
        return [frozen(texts[0], STAYS), head(texts[1], name, alone=False)]
    made: list[Word] = []
    done, place = False, name.kind is NameKind.PLACE
    for n, text in enumerate(texts):
        glue = separators[n] if n < len(separators) else ""
        if n and _coordinates(name, texts, separators, n):
            done = False
        if text in name.indecl_parts or not CYRILLIC.fullmatch(text) or _is_short(text):
            made.append(frozen(text, STAYS))
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
            made.append(frozen(text, STAYS))
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
    return frozen(text, STAYS)


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
