"""Nouns that OpenCorpora knows, as inflected words: its plurals and fleeting vowels are facts.

Used when places and organisations are compiled, never while a text is checked.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.opencorpora import OpenCorpora, Reading
from imena.languages.ru.tables import CASES, Cell, Cells, Word
from imena.morphology import Case, Gender, Number

_RULE: Final = "lexeme; OpenCorpora"
_CASE_TAGS: Final = {
    Case.NOM: ("nomn",),
    Case.GEN: ("gent", "gen1"),
    Case.DAT: ("datv",),
    Case.ACC: ("accs",),
    Case.INS: ("ablt",),
    Case.LOC: ("loc2", "loct", "loc1"),
}
#: Marks of rarer doublets: they come after the plain form.
_DROPPED: Final = frozenset({"V-be", "V-bi", "V-ie", "Erro", "Dist"})
_RARE: Final = frozenset({"V-oy", "V-ej", "V-ey", "V-be", "V-ie", "Arch", "Erro", "Dist"})


@cache
def corpus() -> OpenCorpora:
    """The dictionary, opened once."""
    return OpenCorpora()


@cache
def noun(
    word: str, gender: Gender | None = None, number: Number | None = None, place: bool = False
) -> Word | None:
    """``word`` (a nominative as written) declined as the dictionary says; None when unknown.

    ``place`` asks for a word tagged as a place, a plain noun is taken only where there is none.
    A word that the dictionary marks as indeclinable comes back frozen.
    """
    low = word.lower()
    fit = [r for r in corpus().readings(low) if _fits(r, gender, number)]
    plural = number is Number.PLUR
    fit.sort(
        key=lambda r: (
            place and "Geox" not in r.tags,
            r.is_name,
            plural and r.gender is not Gender.FEM,
        )
    )
    if not fit or (place and "Geox" not in fit[0].tags and fit[0].is_name):
        return None
    return _word(word, fit[0])


def gender_of(word: str) -> Gender | None:
    """The gender of a known noun in the nominative singular."""
    genders = {r.gender for r in corpus().readings(word.lower()) if _fits(r, None, Number.SING)}
    return next(iter(genders)) if len(genders) == 1 else None


def number_of(word: str) -> Number | None:
    """PLUR for a word that is known as a nominative plural and as nothing in the singular."""
    numbers = {r.number for r in corpus().readings(word.lower()) if _fits(r, None, None)}
    return next(iter(numbers)) if len(numbers) == 1 else None


def plural_of(word: str) -> set[Gender | None]:
    """The genders of the nouns whose nominative plural ``word`` is; None stands for a place that
    is a plural only."""
    return {r.gender for r in corpus().readings(word.lower()) if _fits(r, None, Number.PLUR)}


def is_adjective(word: str, nouns: bool = False) -> bool:
    """Whether ``word`` is known as a nominative of an adjective or participle, and (unless
    ``nouns``) of no noun."""
    readings = [r for r in corpus().readings(word.lower()) if r.case is Case.NOM]
    known = any(r.pos in ("ADJF", "PRTF") for r in readings)
    return known and (nouns or all(r.pos != "NOUN" for r in readings))


def stands_before(word: str, head: str, gender: Gender | None) -> bool:
    """«Национальная медиа группа»: whether ``word`` is a noun that never changes and is not of
    the ``gender`` of the adjective before it, as the noun ``head`` behind it is."""
    readings = corpus().readings(word.lower())
    if gender is None or not readings or not all("Fixd" in r.tags for r in readings):
        return False
    agrees = any(r.gender is gender and r.number is Number.SING for r in readings)
    return not agrees and noun(head.lower(), gender, Number.SING) is not None


def is_surname(word: str) -> bool:
    """Whether ``word`` is known as the nominative of a surname."""
    return any("Surn" in r.tags and r.case is Case.NOM for r in corpus().readings(word.lower()))


def _fits(reading: Reading, gender: Gender | None, number: Number | None) -> bool:
    if reading.pos != "NOUN" or reading.case is not Case.NOM:
        return False
    if {"Surn", "Name", "Patr", "Abbr"} & reading.tags and "Geox" not in reading.tags:
        return False
    same_gender = gender is None or reading.gender in (gender, None)
    return same_gender and (number is None or reading.number is number)


def _word(word: str, reading: Reading) -> Word:
    forms = corpus().lexeme(reading, word)
    sing, plur = _cells(word, forms, "sing"), _cells(word, forms, "plur")
    plain = sing or plur
    other = plur or sing
    if plain is None or other is None:
        return t.frozen(word, _RULE)
    return Word(_RULE, plain, other)


def _cells(word: str, forms: tuple[tuple[str, frozenset[str]], ...], number: str) -> Cells | None:
    found = [_cell(word, forms, number, case) for case in CASES]
    if not all(found):
        return None
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


def _cell(
    word: str, forms: tuple[tuple[str, frozenset[str]], ...], number: str, case: Case
) -> Cell:
    mine = [
        (bool(_RARE & tags), tag, _as_written(word, form))
        for tag in _CASE_TAGS[case]
        for form, tags in forms
        if tag in tags and number in tags and not tags & _DROPPED and _same_stem(word, form)
    ]
    mine.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(form for _, _, form in mine))


def _same_stem(word: str, form: str) -> bool:
    """A lexeme may hold a second spelling (Тайланд in Таиланд): that one is another word."""
    low, other = word.lower().replace("ё", "е"), form.replace("ё", "е")
    shared = next((n for n, (a, b) in enumerate(zip(low, other, strict=False)) if a != b), None)
    return shared is None or shared >= len(low) - 3


def _as_written(word: str, form: str) -> str:
    """The capitals and the ё of ``word`` where ``form`` has the same letters."""
    kept = 0
    for one, two in zip(word.lower().replace("ё", "е"), form.replace("ё", "е"), strict=False):
        if one != two:
            break
        kept += 1
    return word[:kept] + form[kept:]
