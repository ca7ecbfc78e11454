"""Which spellings are other places of the world, and which are one place spelt otherwise."""

from __future__ import annotations

import pytest

from imena.lexicon.gazetteer import Gazetteer

TOWNS = Gazetteer()


@pytest.mark.parametrize("form", "каяани каор каора каоре милас миласе миласом".split())
def test_forms_of_towns_are_known(form: str) -> None:
    assert TOWNS.places(form)


@pytest.mark.parametrize("form", "кпзань каорыми нидеоланды".split())
def test_what_is_no_form_is_no_town(form: str) -> None:
    assert not TOWNS.places(form)


@pytest.mark.parametrize(
    ("seen", "right", "another"),
    [
        ("каора", "каира", True),
        ("миласе", "милане", True),
        ("хелсинки", "хельсинки", False),
        ("парыж", "париж", False),
        ("казани", "казани", False),
    ],
)
def test_spellings_of_one_place_are_not_two_places(seen: str, right: str, another: bool) -> None:
    assert TOWNS.is_another(seen, right) is another


@pytest.mark.parametrize(
    ("form", "least", "most"),
    [("россии", 8.0, 8.3), ("москву", 6.9, 7.3), ("апиа", 4.4, 4.8), ("кпзань", 0, 0)],
)
def test_people_of_the_largest_place(form: str, least: float, most: float) -> None:
    assert least <= TOWNS.people(form) <= most
