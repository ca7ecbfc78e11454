"""The contract of a language, held to names of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from imena.lexicon.compile import compile_entry
from imena.lexicon.entry import Organisation, Person, Place
from imena.lexicon.index import MemoryIndex
from imena.lexicon.parts import WRONG_KINDS
from imena.morphology import Case, Gender, Name, NameKind, Number

_CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
_TEXTS = {
    NameKind.GIVEN: ("Иван", "Анна", "Касым-Жомарт", "Айгуль", "О"),
    NameKind.PATRONYMIC: ("Иванович", "Ивановна"),
    NameKind.SURNAME: ("Иванов", "Иванова", "Гёте", "О'Нил", "фон дер Ляйен", "Ким", "Smith"),
    NameKind.PLACE: ("Алматы", "Нижний Новгород", "Йошкар-Ола"),
    NameKind.ORGANISATION: ("Организация Объединённых Наций", "Хабар 24"),
    NameKind.ABBREVIATION: ("ООН", "МИД"),
}


def _names() -> Iterator[Name]:
    for kind, texts in _TEXTS.items():
        for text in texts:
            for gender in (Gender.MASC, Gender.FEM, None):
                yield Name(text, kind, gender)


def check_language(language_class: type) -> None:
    """Hold a language to its contract: full paradigms, wrong forms that are never right, keys
    that fold alike, and entries that compile. Raises AssertionError."""
    made = language_class()
    assert re.fullmatch("[a-z]{2}", made.code), "code is an ISO 639-1 code"
    for name in _names():
        _check_name(made, name)
    for text in ("ИВАНОВ", "Иванов", "ивано\u0301в", "й ё", "Smith", "Касым-Жомарт"):
        key = made.fold(text)
        assert made.fold(key) == key == key.lower(), f"fold({text!r}) = {key!r} is no key"
    assert made.fold("ИВАНОВ") == made.fold("Иванов"), "a key ignores letter case"
    _check_entries(made)


def _check_name(made: Any, name: Name) -> None:
    paradigm = made.decline(name)
    for case in _CASES:
        cell = paradigm.all(case, Number.SING)
        assert cell and all(cell), f"{name.text} has no {case.value}"
    assert name.text in paradigm.all(Case.NOM), f"the nominative of {name.text} is another word"
    right = {form.text for form in paradigm}
    for wrong in made.misdeclined(name, paradigm):
        assert wrong.text not in right, f"{wrong.text} is right and wrong"
        assert wrong.kind in WRONG_KINDS, f"{wrong.kind!r} is no rule for wrong forms"
    other = made.counterpart(name)
    assert other is None or other.gender != name.gender, f"{other} is of the same gender"


def _check_entries(made: Any) -> None:
    """Entries compile, and each is found under every right form of its parts."""
    entries = (
        Person(id="1", given="Анна", surname="Иванова", gender=Gender.FEM),
        Place(id="2", name="Нижний Новгород"),
        Organisation(id="3", name="Хабар 24", abbr="ХБР"),
    )
    index = MemoryIndex(compile_entry(n, entry, made) for n, entry in enumerate(entries))
    for number in range(len(entries)):
        for part in index.blob(number)["parts"]:
            for text, *_ in part[-1]:
                found = {record.entry for record in index.exact(made.fold(text))}
                assert number in found, f"{text} is not found by its own key"
