"""Entries taken apart: names of several words behind a surname, and their forbidden spellings."""

from __future__ import annotations

import pytest

from imena.languages.ru import Russian
from imena.lexicon.entry import Organisation, Person
from imena.lexicon.parts import Part, Slot, Status, parts
from imena.morphology import Case, Gender

RUSSIAN = Russian()


def person(given: str, surname: str, gender: Gender, *forbidden: str, east: bool = True) -> Person:
    return Person(
        id="one",
        given=given,
        surname=surname,
        gender=gender,
        surname_first=east,
        forbidden=forbidden,
    )


def part(entry: Person, slot: Slot, status: Status = Status.RIGHT) -> Part:
    return next(p for p in parts(entry, RUSSIAN) if (p.slot, p.status) == (slot, status))


@pytest.mark.parametrize(
    ("given", "instrumental"),
    [
        ("Чхан Ук", "Чхан Уком"),
        ("Чжэ Ин", "Чжэ Ином"),
        ("Тхай Шон", "Тхай Шоном"),
        ("Ван Тхыонг", "Ван Тхыонгом"),
        ("Суан Фук", "Суан Фуком"),
        ("Фу Чонг", "Фу Чонгом"),
        ("Цзиньпин", "Цзиньпином"),
    ],
)
def test_only_the_last_word_of_an_eastern_name_declines(given: str, instrumental: str) -> None:
    name = part(person(given, "Во", Gender.MASC), Slot.GIVEN).name
    assert RUSSIAN.decline(name).all(Case.INS) == (instrumental,)


def test_no_word_of_an_eastern_womans_name_declines() -> None:
    name = part(person("Кын Хе", "Пак", Gender.FEM), Slot.GIVEN).name
    assert {form.text for form in RUSSIAN.decline(name)} == {"Кын Хе"}


def test_both_words_of_a_western_name_decline() -> None:
    name = part(person("Хуан Карлос", "Варела", Gender.MASC, east=False), Slot.GIVEN).name
    assert RUSSIAN.decline(name).all(Case.INS) == ("Хуаном Карлосом",)


@pytest.mark.parametrize(
    ("given", "forbidden", "genitive"),
    [
        ("Чхан Ук", "Пак Чан Вук", "Чан Вука"),
        ("Ван Тхыонг", "Пак Ван Тхуонг", "Ван Тхуонга"),
        ("Ван Тхыонг", "Пак Вань Тхыонг", "Вань Тхыонга"),
    ],
)
def test_forbidden_eastern_names_decline_as_the_right_one(
    given: str, forbidden: str, genitive: str
) -> None:
    entry = person(given, "Пак", Gender.MASC, forbidden)
    wrong = part(entry, Slot.GIVEN, Status.FORBIDDEN).name
    assert RUSSIAN.decline(wrong).all(Case.GEN) == (genitive,)


def test_an_alias_may_differ_in_spaces_and_capitals_alone() -> None:
    aliases = ("Северная Медиа Группа", "Северная медиа группа")
    body = Organisation(id="one", name="Северная медиагруппа", aliases=aliases)
    found = {p.name.text for p in parts(body, RUSSIAN) if p.status is Status.ALIAS}
    assert found == set(aliases)
