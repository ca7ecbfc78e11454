"""Compiled lexicons by content, in the user's cache directory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from imena.caches import cache_home
from imena.lexicon.compile import CompiledEntry
from imena.lexicon.store import Damaged, StoredIndex, write

#: Compiled lexicons that stay; older ones go when a new one comes.
_KEPT = 8


def open_index(
    key: str, build: Callable[[], Iterable[CompiledEntry]], home: Path | None = None
) -> StoredIndex | None:
    """The index ``key``, built by ``build`` where it is absent or damaged.

    None where nothing can be written: then the caller keeps the index in memory. Safe when
    several processes do it at once: each builds aside and the first to rename wins.
    """
    shelf = (home or cache_home()) / "lexicons"
    place = shelf / key
    with suppress(Damaged):
        return StoredIndex(place)
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{key[:8]}-", dir=shelf))
    except OSError:
        return None
    try:
        write(aside, build())
        _put(aside, place)
        _forget_old(shelf)
        return StoredIndex(place)
    except (OSError, Damaged):
        return None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put(aside: Path, place: Path) -> None:
    """Rename ``aside`` to ``place``; what stands there unless it is whole goes away first."""
    try:
        aside.rename(place)
    except OSError:
        try:
            StoredIndex(place)
        except Damaged:
            shutil.rmtree(place, ignore_errors=True)
            aside.rename(place)


def _forget_old(shelf: Path) -> None:
    with suppress(OSError):
        found = sorted(
            (one for one in shelf.iterdir() if not one.name.startswith(".")),
            key=lambda one: one.stat().st_mtime,
        )
        for old in found[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def clean(home: Path | None = None) -> None:
    """Remove everything that imena ever cached."""
    shutil.rmtree(home or cache_home(), ignore_errors=True)
