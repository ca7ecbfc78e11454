"""Words around names: forms that must be there, and verbs that must not be taken for others."""

from __future__ import annotations

import pytest

from imena.languages.ru.folding import fold
from imena.languages.ru.lexemes import noun
from imena.languages.ru.usage import DATIVE_VERBS, FAMILY_NOUNS
from imena.morphology import Gender, Number


@pytest.mark.parametrize(
    ("word", "number", "gender"),
    [
        ("семья", Number.SING, None),
        ("семьи", Number.PLUR, None),
        ("чета", Number.SING, None),
        ("династия", Number.SING, None),
        ("династии", Number.PLUR, None),
        ("сёстры", Number.PLUR, None),
        ("супруги", Number.PLUR, Gender.MASC),
    ],
)
def test_nouns_of_families_are_there_in_every_case(
    word: str, number: Number, gender: Gender | None
) -> None:
    found = noun(word, gender, number)
    assert found is not None
    cells = found.sing if number is Number.SING else found.plur
    assert {fold(cell[0]) for cell in cells} <= FAMILY_NOUNS


def test_brothers_are_there_in_every_case() -> None:
    assert set("братья братьев братьям братьями братьях".split()) <= FAMILY_NOUNS


@pytest.mark.parametrize(
    "verb", "достался досталась достанется присудили отказали возразил посвятили поможет".split()
)
def test_verbs_of_the_dative(verb: str) -> None:
    assert verb.startswith(DATIVE_VERBS)


@pytest.mark.parametrize("verb", "доставили достали достанут выделили повезли признали".split())
def test_verbs_of_the_accusative_are_none_of_the_dative(verb: str) -> None:
    assert not verb.startswith(DATIVE_VERBS)
