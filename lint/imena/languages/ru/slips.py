"""Forms that people write by analogy and the norm forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import possessive
from imena.languages.ru.alphabet import SIBILANTS, VOWELS
from imena.languages.ru.data.loader import words
from imena.languages.ru.folding import fold
from imena.languages.ru.nouns import masculine, syllables, third
from imena.languages.ru.people import declined_first, first_kept
from imena.languages.ru.surnames import (
    is_feminine_possessive,
    is_genitive_plural,
    is_possessive,
    surname,
)
from imena.languages.ru.tables import CASES, Table, Word, inanimate, inflect
from imena.morphology import Case, Features, Gender, Name, NameKind, Number, WrongForm

Slip = tuple[str, Case, str]
ENDING: Final = "wrong-ending"
DECLINED: Final = "wrongly-declined"
DOUBLE: Final = "double-name-declension"
MIXED: Final = "case-mismatch"
_O_AS_A: Final = t._table("о и е у ой,ою е | и - ам - ами ах")
_O_AS_NEUTER: Final = t._table("о а у о ом е | а - ам - ами ах")


def slips(name: Name) -> Iterator[WrongForm]:
    """Every wrong form; some may be right forms as well, which the caller drops."""
    makers = {
        NameKind.SURNAME: _surname,
        NameKind.GIVEN: _given,
        NameKind.PATRONYMIC: _patronymic,
        NameKind.PLACE: _place,
    }
    if name.kind in makers:
        for text, case, kind in makers[name.kind](name):
            yield WrongForm(text, Features(case, name.number), kind)


def _cells(word: Word, kind: str) -> Iterator[Slip]:
    """All oblique singular forms of ``word``."""
    for case, cell in list(zip(CASES, word.sing, strict=True))[1:]:
        for text in cell:
            yield text, case, kind


def _surname(name: Name) -> Iterator[Slip]:
    text, low = name.text, name.text.lower()
    gender = name.gender or Gender.MASC
    if (kept := first_kept(name)) is not None:
        yield from _cells(kept, DOUBLE)
    if name.indecl:
        yield from _indeclinable(text, low, gender)
    if name.indecl and low[-1:] not in VOWELS and gender is Gender.FEM:
        yield from _woman(text)
    elif name.indecl and low[-1:] not in "ьхеиоу":
        return
    elif is_possessive(low) and gender is Gender.MASC:
        yield text + "ом", Case.INS, ENDING
        yield possessive(text, Gender.MASC).sing[t.INS][0], Case.INS, ENDING
    elif low.endswith(("ых", "их")) and is_genitive_plural(low):
        yield from _cells(inflect(text, t.M_HARD, DECLINED), DECLINED)
    elif low.endswith("ко"):
        yield from _cells(inflect(text[:-1], _O_AS_A, DECLINED, text), DECLINED)
        yield from _cells(inflect(text[:-1], _O_AS_NEUTER, DECLINED, text), DECLINED)
    elif gender is Gender.FEM and low[-1:] not in VOWELS:
        yield from _woman(text)
    elif gender is Gender.FEM and is_feminine_possessive(low):
        yield text[:-1] + "е", Case.DAT, ENDING  # «Эльвире Набиуллине»
        yield text[:-1] + "е", Case.LOC, ENDING
    else:
        yield from _soft_endings(text, low)


def _woman(text: str) -> Iterator[Slip]:
    """«Анны Шевчука»: a woman's surname declined as a man's."""
    yield from _cells(surname(text, Gender.MASC), DECLINED)
    if text[-1:] not in VOWELS | {"ь", "й"}:  # «Клаудией Шейнбаумой»
        yield text + "ой", Case.INS, DECLINED
        yield text + "у", Case.ACC, DECLINED
    if text.endswith("ь"):
        yield from _cells(third(text), DECLINED)


def _indeclinable(text: str, low: str, gender: Gender) -> Iterator[Slip]:
    """What the entry says does not decline: «Кима Чен Ына», «Ваном И»."""
    kind = DOUBLE if syllables(low) == 1 else DECLINED
    yield from _cells(surname(text, gender), kind)


def _soft_endings(text: str, low: str) -> Iterator[Slip]:
    if low[-1:] in "жшчщц" and fold(low) not in words("stressed_hiss"):
        yield text + "ом", Case.INS, ENDING
    if low.endswith("ия"):
        yield text[:-1] + "е", Case.DAT, ENDING
        yield text[:-1] + "е", Case.LOC, ENDING
    elif low.endswith("а"):
        yield text[:-1] + "ом", Case.INS, ENDING
    elif low[-1:] in "еи":
        yield text + "м", Case.INS, DECLINED
    elif low.endswith("у"):
        yield from _cells(inflect(text[:-1], t.F_HARD, DECLINED, text), DECLINED)
    elif low.endswith("ь"):
        yield from _cells(third(text), DECLINED)


def _given(name: Name) -> Iterator[Slip]:
    text, low = name.text, name.text.lower()
    if (double := declined_first(name)) is not None:
        yield from _cells(double, DOUBLE)
    if re.search(r"[\s-]", text):
        return
    if low.endswith("ь") and name.gender is Gender.FEM and low.endswith("овь"):
        yield from _fleeting_woman(text)
    elif low[-1:] not in VOWELS and name.gender is not Gender.FEM:
        yield from _cells(masculine(text), ENDING)
    elif low[-1:] not in VOWELS | {"ь"}:
        yield from _cells(masculine(text), DECLINED)
    elif low.endswith("ия"):
        yield text[:-1] + "е", Case.DAT, ENDING
        yield text[:-1] + "е", Case.LOC, ENDING
    elif low[-2:] in ("ша", "жа", "ца", "ча", "ща"):
        yield text[:-1] + "ой", Case.INS, ENDING
    if low.endswith("ий") and name.gender is not Gender.FEM:
        yield text[:-1] + "е", Case.LOC, ENDING


def _fleeting_woman(text: str) -> Iterator[Slip]:
    """«Любви Мороз»: the vowel goes in the word, never in the name."""
    stem = text[:-3] + "ви"
    for case in (Case.GEN, Case.DAT, Case.LOC):
        yield stem, case, ENDING


def _patronymic(name: Name) -> Iterator[Slip]:
    low = name.text.lower()
    if low.endswith("ич") and fold(low) not in words("stressed_hiss"):
        yield name.text + "ом", Case.INS, ENDING


def _place(name: Name) -> Iterator[Slip]:
    text, low = name.text, name.text.lower()
    first, hyphen, rest = text.partition("-")
    yield from _plural_place(name)
    yield from _of_two_words(name)
    if low.endswith("э"):  # «Улан-Удой»
        yield from _cells(inflect(text[:-1], t.F_HARD, DECLINED, text), DECLINED)
    if hyphen and len(first) > 2 and first[-1:].lower() not in VOWELS:
        yield from _double_place(name, first, rest)
    elif low.endswith("ы") and not hyphen and " " not in text:
        yield from _cells(inflect(text[:-1], _PLURAL, DECLINED, text), DECLINED)
        if name.indecl:  # «в Алмате»
            yield from _cells(inflect(text[:-1], t.F_HARD, DECLINED, text), DECLINED)
    elif low.endswith(("ов", "ев", "ёв", "ин")) and not hyphen:
        yield text + "ым", Case.INS, ENDING
    elif low.endswith("и") and (name.indecl or fold(low) in words("frozen_places")):
        vowel = "а" if low[-2] in "жшчщкгх" else "я"
        for ending, case in (("х", Case.LOC), ("м", Case.DAT), ("ми", Case.INS)):
            yield text[:-1] + vowel + ending, case, DECLINED
        yield text[:-1] + "ей", Case.GEN, DECLINED
        yield text[:-1] + "е", Case.LOC, DECLINED  # «в Тбилисе»


#: Endings of a possessive first word that it never has as such: «Сергиевого Посада».
_AS_ADJECTIVE: Final = {Case.GEN: "ого", Case.DAT: "ому"}


def _of_two_words(name: Name) -> Iterator[Slip]:
    """«Минеральных Воды», «Нижний Тагиле»: but one of two words that both decline."""
    from imena.languages.ru.phrases import phrase

    first, space, last = name.text.partition(" ")
    if not space or " " in last:
        return
    for case, cell in zip(CASES, phrase(name).sing, strict=True):
        for one, _, two in (form.partition(" ") for form in cell):
            if one != first and two != last:
                yield f"{first} {two}", case, MIXED
                yield f"{one} {last}", case, MIXED
            if one in (first + "а", first + "у") and case in _AS_ADJECTIVE:
                yield f"{first}{_AS_ADJECTIVE[case]} {two}", case, ENDING


def _first_left(whole: Word, first: str) -> Iterator[Slip]:
    for text, case, kind in _cells(whole, DOUBLE):
        rest = text.partition("-")[2]
        if f"{first}-{rest}" not in whole.sing[t.NOM]:
            yield f"{first}-{rest}", case, kind


_PLURAL: Final[Table] = t._table("ы - ам ы ами ах | ы - ам ы ами ах")


#: Endings that a genitive without one is given by mistake, by its last letter: Мытищей, Люберцев.
_OWN_ENDINGS: Final = {"ц": ("ев",), **dict.fromkeys(SIBILANTS, ("ов", "ей"))}


def _plural_place(name: Name) -> Iterator[Slip]:
    """«Великих Луков», «из Чебоксаров»: the genitive of a plural that has none of its own, and
    the other way round."""
    from imena.languages.ru.phrases import phrase

    nominative, genitive = (phrase(name).sing[case][0] for case in (t.NOM, t.GEN))
    if nominative[-1:] in "ыи" and genitive + nominative[-1:] == _ending_as(genitive, nominative):
        for ending in _OWN_ENDINGS.get(genitive[-1:], ("ов",)):
            yield genitive + ending, Case.GEN, ENDING
    if name.number is Number.PLUR and genitive.endswith("ов"):
        yield genitive[:-2], Case.GEN, ENDING  # «из Набережных Челн»


def _ending_as(genitive: str, nominative: str) -> str:
    """``nominative`` with everything before its last word as in ``genitive``."""
    head, space, _ = genitive.rpartition(" ")
    return head + space + nominative.rpartition(" ")[2]


def _double_place(name: Name, first: str, rest: str) -> Iterator[Slip]:
    """«Санкте-Петербурге»: the first part declined as if it stood alone; «Гусь-Хрустальном»: left
    as it is where it declines (gramota.ru)."""
    from imena.languages.ru.phrases import phrase

    whole = phrase(name)
    if any(form.split("-")[0] != first for cell in whole.sing for form in cell):
        yield from _first_left(whole, first)
        return
    before = inanimate(masculine(first))
    after = phrase(replace(name, text=rest, forms={}))
    yield from _cells(t.joined([before, after], ["-"]), DOUBLE)
