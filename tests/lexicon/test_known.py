"""Which words are names of other people in their own right."""

from __future__ import annotations

import pytest

from imena.lexicon.known import KnownWords
from imena.morphology import Gender

KNOWN = KnownWords.open()


@pytest.mark.parametrize(
    ("form", "gender"),
    [
        ("джеймса", Gender.MASC),
        ("итаном", Gender.MASC),
        ("хосе", Gender.MASC),
        ("хавьером", Gender.MASC),
        ("эльжбеты", Gender.FEM),
        ("айшегюль", Gender.FEM),
    ],
)
def test_given_names_of_the_world_are_known(form: str, gender: Gender) -> None:
    assert KNOWN.given_name(form).genders == {gender}


@pytest.mark.parametrize("abbreviation", ["жрд", "овз", "срв"])
def test_usual_abbreviations_are_known(abbreviation: str) -> None:
    assert KNOWN.is_abbreviation(abbreviation)


@pytest.mark.parametrize("word", ["итнаом", "хависром", "немая"])
def test_what_is_no_given_name(word: str) -> None:
    assert KNOWN.given_name(word).count == 0
