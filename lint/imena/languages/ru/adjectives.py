"""Names that decline like adjectives: Толстой, Грозный, Российская, Токаев, Рыбакина."""

from __future__ import annotations

from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.alphabet import SIBILANTS, VELARS
from imena.languages.ru.tables import Table, Word, inflect
from imena.morphology import Gender

#: Hissing stems with the stress on the ending: большой, большую.
_STRESSED: Final = ("большая", "чужая")
_RULE: Final = "adjective; Зализняк, ГСРЯ, п"
_POSSESSIVE: Final = "possessive; Зализняк, ГСРЯ, мс-п; Розенталь § 162"


def _masculine(low: str) -> Table | None:
    before, end = low[-3:-2], low[-2:]
    if end == "ый":
        return t.ADJ_M
    if end == "ой":
        hard = before in VELARS or before in SIBILANTS
        return t.ADJ_M_STRESSED_VELAR if hard else t.ADJ_M_STRESSED
    if end != "ий":
        return None
    return t.ADJ_M_VELAR if before in VELARS else t.ADJ_M_SOFT


def _feminine(low: str) -> Table | None:
    if low.endswith("яя"):
        return t.ADJ_F_SOFT
    if not low.endswith("ая"):
        return None
    before = low[-3:-2]
    if low.endswith(_STRESSED):
        return t.ADJ_F_VELAR
    if before in SIBILANTS:
        return t.ADJ_F_HISS
    return t.ADJ_F_VELAR if before in VELARS else t.ADJ_F


def _neuter(low: str) -> Table | None:
    if low.endswith("ее"):
        return t.ADJ_N_SOFT
    if not low.endswith("ое"):
        return None
    return t.ADJ_N_VELAR if low[-3:-2] in VELARS else t.ADJ_N


_TABLES: Final = {Gender.MASC: _masculine, Gender.FEM: _feminine, Gender.NEUT: _neuter}


def adjective(word: str, gender: Gender) -> Word | None:
    """Decline a full adjective of the gender; None where the ending is another."""
    table = _TABLES[gender](word.lower())
    return None if table is None else inflect(word[:-2], table, _RULE)


def plural_adjective(word: str) -> Word | None:
    """A plural adjective (Российские, Набережные); both numbers of the result are plural."""
    low = word.lower()
    if not low.endswith(("ые", "ие")) or len(low) < 4:
        return None
    soft = low.endswith("ие")
    done = inflect(word[:-2], t.ADJ_M_VELAR if soft else t.ADJ_M, _RULE)
    return t.things(done.plur, _RULE)


def feminine_short(word: str) -> Word:
    """Polish and Czech surnames of women on -ска, -цка: Радваньской (gramota.ru)."""
    return inflect(word[:-1], t.ADJ_F_SHORT, "surname-ska; gramota.ru")


def possessive(word: str, gender: Gender) -> Word:
    """A surname or place on -ов, -ев, -ин; -ова; the ending of the gender is taken off."""
    if gender is Gender.MASC:
        return inflect(word, t.POSS_M, _POSSESSIVE)
    table = t.POSS_F if gender is Gender.FEM else t.POSS_N
    return inflect(word[:-1], table, _POSSESSIVE)
