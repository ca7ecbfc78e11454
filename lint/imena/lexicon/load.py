"""Dictionaries on disk to a lexicon ready for use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from imena.errors import DictionaryError
from imena.lexicon.identity import lexicon_key, shipped
from imena.lexicon.lexicon import Lexicon

__all__ = ["load_lexicon", "shipped"]

if TYPE_CHECKING:
    from imena.languages.base import Language
    from imena.lexicon.compile import CompiledEntry
    from imena.lexicon.entry import Entry
    from imena.lexicon.index import FormIndex


def load_lexicon(
    dictionaries: Sequence[Path],
    defaults: bool = True,
    entries: Iterable[Entry] = (),
    cache: bool = True,
    language: Language | None = None,
) -> Lexicon:
    """The lexicon of the shipped dictionaries (``defaults``), then ``entries`` of plugins, then
    ``dictionaries`` in order: what comes later overrides what comes before.

    Names are inflected as in ``language``, Russian by default; the lexicon of another one is not
    cached. Raises DictionaryError with file and line.
    """
    if language is None:
        from imena.languages.ru import Russian

        language = Russian()
    else:
        cache = False
    files = [*(shipped() if defaults else []), *((path, str(path)) for path in dictionaries)]
    more = list(entries)

    def build() -> Iterator[CompiledEntry]:
        return _compiled(files, more, {str(path) for path in dictionaries}, language)

    index = _stored(files, build) if cache and not more else None
    if index is None:
        from imena.lexicon.index import MemoryIndex

        return Lexicon(MemoryIndex(build()), language)
    return Lexicon(index, language)


def _stored(
    files: Sequence[tuple[Path, str]], build: Callable[[], Iterator[CompiledEntry]]
) -> FormIndex | None:
    from imena.lexicon.cache import open_index

    try:
        key = lexicon_key(files)
    except OSError:
        return None  # reading the file properly says what is wrong with it
    return open_index(key, build)


def _compiled(
    files: Sequence[tuple[Path, str]], more: Sequence[Entry], own: set[str], language: Language
) -> Iterator[CompiledEntry]:
    """``own`` are the dictionaries that override ``more``."""
    from imena.lexicon.compile import compile_entries
    from imena.lexicon.dictionary import merge, read_rows

    rows = [row for path, shown in files for row in read_rows(path, shown)]
    entries = {entry.id: entry for entry in merge(rows)}
    for entry in more:
        if entry.id not in entries or entries[entry.id].dictionary not in own:
            entries[entry.id] = entry
    found = list(entries.values())
    if not found and files:
        raise DictionaryError("holds no entries", files[-1][0])
    return compile_entries(found, language)
