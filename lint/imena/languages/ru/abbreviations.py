"""Abbreviations: ОДКБ stays, МИД may decline (Rosenthal § 150; gramota.ru)."""

from __future__ import annotations

import re
from itertools import pairwise

from imena.languages.ru import tables as t
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.tables import Word, either, frozen, inanimate
from imena.morphology import Gender, Name

_CYRILLIC = re.compile("[А-Яа-яЁё]+")


def abbreviation(name: Name) -> Word:
    """ОДКБ stays; МИД, ГАЗ that read as words may decline (gramota.ru): МИДа, МИДом."""
    text = name.text
    stays = frozen(text, "abbreviation; Розенталь § 150")
    if name.gender is Gender.FEM or not _reads_as_word(text):
        return stays
    return either(stays, inanimate(t.inflect(text, t.M_HARD, "abbreviation-word; gramota.ru")))


def _reads_as_word(text: str) -> bool:
    low = text.lower()
    if not text.isupper() or not _CYRILLIC.fullmatch(text) or len(text) < 3:
        return False
    vowels = [n for n, letter in enumerate(low) if letter in VOWELS]
    if not vowels or low[-1] in VOWELS or low[0] in VOWELS:
        return False
    return all(two - one > 1 for one, two in pairwise(vowels))
