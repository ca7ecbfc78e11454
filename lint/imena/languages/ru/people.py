"""Names of people of any number of parts: double, with particles, with several words."""

from __future__ import annotations

import re
from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.data.loader import words
from imena.languages.ru.folding import fold
from imena.languages.ru.given import given_name, patronymic
from imena.languages.ru.lexemes import is_surname
from imena.languages.ru.nouns import syllables
from imena.languages.ru.surnames import is_possessive, surname
from imena.languages.ru.tables import Word, either, frozen, joined
from imena.morphology import Gender, Name, NameKind

_SEPARATOR: Final = re.compile(r"([ \u00a0]+|[-\u2010\u2011])")
#: Titles that stand behind a name with a hyphen: the name before them declines too.
_TITLES: Final = frozenset(["хаджи", "ага", "бей", "бек", "паша", "эфенди", "ханум"])
_SLAVIC: Final = (
    "ский", "цкий", "ской", "ич", "ов", "ев", "ёв", "ин", "ын", "ый", "ой",
    "ук", "юк", "ак", "як", "ик", "ец", "ала", "уха",
)  # fmt: skip
_FROZEN_FIRST: Final = "double-first; Розенталь § 149: Жан-Жака"


def person(name: Name) -> Word:
    """Decline a given name, patronymic or surname as written."""
    gender = name.gender or Gender.MASC
    pieces = _SEPARATOR.split(name.text)
    texts, separators = pieces[::2], pieces[1::2]
    if len(texts) == 1:
        return _one(name, name.text, gender)
    if name.kind is NameKind.PATRONYMIC and len(texts) == 2:
        return _patronymic_of_two(texts, separators, gender)
    return joined(_parts(name, texts, separators, gender), separators)


def _patronymic_of_two(texts: list[str], separators: list[str], gender: Gender) -> Word:
    """«Мамед оглы», «Ахмед-кызы»: the father's name stays too."""
    second = patronymic(texts[1], gender)
    first = frozen(texts[0], second.rule) if _stays(second) else patronymic(texts[0], gender)
    return joined([first, second], separators)


def _one(name: Name, text: str, gender: Gender) -> Word:
    if name.kind is NameKind.GIVEN:
        return given_name(text, name.gender)
    if name.kind is NameKind.PATRONYMIC:
        return patronymic(text, name.gender)
    return surname(text, gender)


def _parts(name: Name, texts: list[str], separators: list[str], gender: Gender) -> list[Word]:
    """Each piece; hyphenated ones by the rule of double names, the others by themselves."""
    short = len(texts) > 1 and all(syllables(x) == 1 for x in texts)
    made = []
    for n, text in enumerate(texts):
        last = n == len(texts) - 1
        if text in name.indecl_parts or _is_particle(text):
            made.append(frozen(text, "particle; Розенталь § 149"))
        elif not last and fold(text) in _SERVANT and separators[n].strip() == "":
            made.append(either(frozen(text, _ARABIC), _last(name, texts, n, gender)))
        elif last or (separators[n].strip() == "" and not short):
            made.append(_last(name, texts, n, gender))
        elif separators[n].strip() == "":
            made.append(frozen(text, "east-asian; Розенталь § 149: Ким Чен Ына"))
        else:
            made.append(_first(name, text, texts[n + 1], gender))
    return made


#: «Servant of», the first word of Arabic names: «Абдель Фаттаха», and «Абделя Фаттаха» as well.
_SERVANT = frozenset({"абдель", "абдул", "абдуль", "абдаль", "абд"})
_ARABIC = "arabic; either way in print"


def _last(name: Name, texts: list[str], n: int, gender: Gender) -> Word:
    text = texts[n]
    if n and text.islower() and text[-1:] not in VOWELS:
        return given_name(text, gender) if gender is Gender.MASC else frozen(text, _FROZEN_FIRST)
    return _one(name, text, gender)


def _is_particle(text: str) -> bool:
    return text[:1].islower() and fold(text) in words("frozen_words") and text != "оол"


def _first(name: Name, text: str, after: str, gender: Gender) -> Word:
    """The part before a hyphen."""
    stays = frozen(text, _FROZEN_FIRST)
    if fold(text) in words("frozen_first"):
        return stays
    declined = _one(name, text, gender)
    if fold(after) in _TITLES:
        return either(declined, stays)
    if name.kind is NameKind.GIVEN:
        return _first_given(text, declined, stays, gender)
    return _first_surname(text, declined, stays, gender)


def _first_given(text: str, declined: Word, stays: Word, gender: Gender) -> Word:
    if gender is Gender.FEM and text[-1:].lower() in "ая":
        return either(declined, stays)
    if fold(text) in words("european_given"):
        return either(declined, stays)
    return stays


def _first_surname(text: str, declined: Word, stays: Word, gender: Gender) -> Word:
    """Салтыкова-Щедрина, Склодовской-Кюри; but Бонч-Бруевича, Шериг-оола, Сухово-Кобылина.

    What is met as a surname by itself declines (Rosenthal § 149): Немировича-Данченко.
    """
    low = text.lower()
    if is_possessive(low) or low.endswith(("ский", "цкий", "ская", "цкая")):
        return declined
    if gender is Gender.FEM and low[-1:] in "ая":
        return declined
    if syllables(text) > 1 and low.endswith(_SLAVIC):
        return declined if is_surname(low) else either(declined, stays)
    return either(stays, declined) if syllables(text) > 1 else stays


def _stays(word: Word) -> bool:
    return len({form for cell in word.sing for form in cell}) == 1


def names_first_frozen(name: Name) -> bool:
    """Whether ``name`` is a double name whose first part the norm leaves as it is."""
    pieces = _SEPARATOR.split(name.text)
    if len(pieces) < 3 or name.kind is not NameKind.GIVEN or name.gender is Gender.FEM:
        return False
    word = person(name)
    first = {form[: len(pieces[0])] for cell in word.sing for form in cell}
    rest = {form for cell in word.sing for form in cell}
    return first == {pieces[0]} and len(rest) > 1 and pieces[0][-1:].lower() not in VOWELS


def declined_first(name: Name) -> Word | None:
    """A double given name with its first part declined against the norm: «Касыма-Жомарта»."""
    if not names_first_frozen(name):
        return None
    pieces = _SEPARATOR.split(name.text)
    texts, separators = pieces[::2], pieces[1::2]
    made = [given_name(text, Gender.MASC) for text in texts]
    return t.joined(made, separators)


def first_kept(name: Name) -> Word | None:
    """A double surname with its first part left as it is against the norm: «Львов-Беловой»,
    «Римский-Корсакова»; None where the norm leaves it too."""
    pieces = _SEPARATOR.split(name.text)
    if len(pieces) < 3 or name.kind is not NameKind.SURNAME or pieces[1].strip() == "":
        return None
    if any(form.startswith(pieces[0] + pieces[1]) for form in person(name).sing[t.GEN]):
        return None
    kept = _with_first(name, pieces[0], pieces[1])
    man = pieces[0].removesuffix("а") if name.gender is Gender.FEM else ""
    if not man or not is_possessive(man.lower()):
        return kept
    return either(kept, _with_first(name, man, pieces[1]))


def _with_first(name: Name, first: str, hyphen: str) -> Word:
    """``name`` declined with ``first`` in every case in place of what stands before ``hyphen``."""
    word = person(name)
    a, b, c, d, e, f = (
        tuple(dict.fromkeys(first + form[form.index(hyphen) :] for form in cell))
        for cell in word.sing
    )
    return word._replace(sing=(a, b, c, d, e, f))
