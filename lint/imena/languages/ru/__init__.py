"""Russian: alphabet, folding and the declension of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imena.languages.ru.folding import fold
from imena.morphology import (
    Features,
    Form,
    Gender,
    Name,
    NameKind,
    Number,
    Paradigm,
    Rank,
    WrongForm,
)

if TYPE_CHECKING:
    from imena.languages.ru.tables import Cells, Word


class Russian:
    """The grammar and the alphabet of Russian. Cheap to make; grammar data load on first use."""

    code = "ru"

    def fold(self, text: str) -> str:
        """See :func:`imena.languages.ru.folding.fold`."""
        return fold(text)

    def decline(self, name: Name) -> Paradigm:
        """Every right form of ``name``, each with the rule and the source it comes from.

        What the dictionary says of single cells (``forms``, ``indecl``) overrides every rule.
        """
        word = _word(name)
        if name.number is Number.PLUR:
            return Paradigm(tuple(_forms(word.plur, Number.PLUR, word.rule, name)))
        singular = _forms(word.sing, Number.SING, word.rule, name)
        if name.kind is not NameKind.SURNAME:
            return Paradigm(tuple(singular))
        family = _forms(word.plur, Number.PLUR, word.rule, replace(name, forms={}))
        return Paradigm((*singular, *family))

    def misdeclined(self, name: Name, paradigm: Paradigm) -> Iterable[WrongForm]:
        """Forms that people write by analogy and the norm forbids; never one of ``paradigm``."""
        from imena.languages.ru.slips import slips

        right = {form.text for form in paradigm}
        found = [*slips(name), *_displaced(name)]
        return [wrong for wrong in dict.fromkeys(found) if wrong.text not in right]

    def counterpart(self, name: Name) -> Name | None:
        """The same surname of the other gender, for those that have one: Рыбакин, Рыбакина."""
        from imena.languages.ru.surnames import is_feminine_possessive, is_possessive

        low = name.text.lower()
        if name.gender is Gender.MASC and is_possessive(low):
            return replace(name, text=name.text + "а", gender=Gender.FEM, forms={})
        if name.gender is Gender.FEM and is_feminine_possessive(low):
            return replace(name, text=name.text[:-1], gender=Gender.MASC, forms={})
        return _adjectival(name, low)


_ADJECTIVAL = {Gender.MASC: {"ий": "ая", "ый": "ая", "ой": "ая"}, Gender.FEM: {"ая": "ий"}}


def _adjectival(name: Name, low: str) -> Name | None:
    if name.gender is None or not low.endswith(("ский", "цкий", "ская", "цкая", "ный", "ной")):
        return None
    ending = _ADJECTIVAL.get(name.gender, {}).get(low[-2:])
    other = Gender.FEM if name.gender is Gender.MASC else Gender.MASC
    if ending is None:
        return None
    return replace(name, text=name.text[:-2] + ending, gender=other, forms={})


def _word(name: Name) -> Word:
    from imena.languages.ru.tables import frozen

    if name.indecl:
        return frozen(name.text, "dictionary: indeclinable")
    if name.kind in (NameKind.GIVEN, NameKind.PATRONYMIC, NameKind.SURNAME):
        from imena.languages.ru.people import person

        return person(name)
    if name.kind is NameKind.ABBREVIATION:
        from imena.languages.ru.abbreviations import abbreviation

        return abbreviation(name)
    from imena.languages.ru.phrases import phrase

    return phrase(name)


def _forms(cells: Cells, number: Number, rule: str, name: Name) -> Iterator[Form]:
    from imena.languages.ru.tables import CASES

    for case, cell in zip(CASES, cells, strict=True):
        said = name.forms.get(case)
        for at, text in enumerate((said,) if said else cell):
            rank = Rank.ALSO if at else Rank.FIRST
            yield Form(text, Features(case, number), rank, "dictionary" if said else rule)


def _displaced(name: Name) -> Iterator[WrongForm]:
    """What the rule would have made of a case that the dictionary gives otherwise: Дарвиным."""
    from imena.morphology import Case

    if Case.INS in name.forms and name.kind is NameKind.SURNAME:
        for text in _word(replace(name, forms={})).sing[4]:
            yield WrongForm(text, Features(Case.INS), "wrong-ending")
