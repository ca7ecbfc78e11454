"""Dictionaries on disk to a lexicon ready for use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from imena.errors import DictionaryError
from imena.lexicon.entry import Entry
from imena.lexicon.lexicon import Lexicon

#: Beside the package in a wheel, beside ``lint/`` in a checkout.
_HOMES = (
    Path(__file__).parents[1] / "dictionaries",
    Path(__file__).parents[3] / "dictionaries",
)


def shipped() -> list[tuple[Path, str]]:
    """The dictionaries that come with imena, and their names in findings."""
    for home in _HOMES:
        if home.is_dir():
            return [(p, p.relative_to(home).as_posix()) for p in sorted(home.rglob("*.toml"))]
    return []


def load_lexicon(
    dictionaries: Sequence[Path],
    defaults: bool = True,
    entries: Iterable[Entry] = (),
    cache: bool = True,
) -> Lexicon:
    """The lexicon of the shipped dictionaries (``defaults``), then ``dictionaries`` in order,
    then ``entries`` of plugins.

    Raises DictionaryError with file and line.
    """
    from imena.languages.ru import Russian
    from imena.lexicon.compile import compile_entries
    from imena.lexicon.dictionary import merge, read_rows
    from imena.lexicon.index import MemoryIndex

    language = Russian()
    files = [*(shipped() if defaults else []), *((path, str(path)) for path in dictionaries)]
    rows = [row for path, shown in files for row in read_rows(path, shown)]
    found = [*merge(rows), *entries]
    if not found and dictionaries:
        raise DictionaryError("holds no entries", dictionaries[-1])
    return Lexicon(MemoryIndex(compile_entries(found, language)), language)
