"""What an editor may count on: depth by region, every state and capital, judged words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from imena.languages.ru import Russian
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry, Organisation, Person, Place
from imena.lexicon.known import KnownWords
from imena.lexicon.load import shipped

RUSSIAN = Russian()
HERE = Path(__file__).parent
#: The least that each region holds: people, places, organisations.
DEPTH = {
    "armenia": (15, 40, 4),
    "azerbaijan": (10, 50, 4),
    "belarus": (20, 80, 10),
    "georgia": (12, 45, 4),
    "kazakhstan": (130, 120, 70),
    "kyrgyzstan": (15, 40, 6),
    "moldova": (10, 40, 4),
    "russia": (125, 600, 110),
    "tajikistan": (7, 25, 5),
    "turkmenistan": (6, 20, 3),
    "ukraine": (30, 170, 12),
    "uzbekistan": (15, 80, 5),
    "world": (320, 680, 130),
}


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(merge([row for path, shown in shipped() for row in read_rows(path, shown)]))


@pytest.mark.parametrize("region", DEPTH)
def test_depth(region: str) -> None:
    kinds = Counter(type(e) for e in entries() if e.dictionary.startswith(f"{region}/"))
    counts = tuple(kinds[kind] for kind in (Person, Place, Organisation))
    assert all(n >= least for n, least in zip(counts, DEPTH[region], strict=True)), counts


def test_every_state_is_there() -> None:
    """ISO codes; CLDR spells the names."""
    babel = pytest.importorskip("babel")
    names, territories = places(), babel.Locale("ru").territories
    states = [territories[code] for code in listed("states.txt")]
    assert [name for name in states if RUSSIAN.fold(name) not in names] == []


def test_every_capital_is_there() -> None:
    names = places()
    assert [name for name in listed("capitals.txt") if RUSSIAN.fold(name) not in names] == []


def test_names_that_are_also_words_have_been_judged() -> None:
    """Names that are also words stand in ``ordinary.txt``: a person chose to keep each."""
    known = KnownWords.open()
    names = {e.surname if isinstance(e, Person) else e.title for e in entries()}
    words = {n for n in names if n.isalpha() and known.is_ordinary(n.lower())}
    assert sorted(words) == listed("ordinary.txt")


def listed(name: str) -> list[str]:
    return (HERE / name).read_text("utf-8").splitlines()


def places() -> set[str]:
    """Folded right names of all places."""
    return {RUSSIAN.fold(text) for e in entries() if isinstance(e, Place) for text in spellings(e)}


def spellings(entry: Place) -> Iterator[str]:
    yield entry.name
    yield from entry.aliases
    yield from entry.policy.values()
