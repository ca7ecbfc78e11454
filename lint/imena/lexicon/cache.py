"""Compiled lexicons by content, in the user's cache directory."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from imena.lexicon.compile import CompiledEntry
from imena.lexicon.store import FORMAT, Damaged, StoredIndex, write

#: Compiled lexicons that stay; older ones go when a new one comes.
_KEPT = 8
_CODE = Path(__file__).parents[1]


def cache_home() -> Path:
    """``$IMENA_CACHE_DIR``, else the place where this system keeps caches."""
    if named := os.environ.get("IMENA_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "imena" / "Cache"
    base = os.environ.get("XDG_CACHE_HOME") or ""
    return Path(base) / "imena" if Path(base).is_absolute() else Path.home() / ".cache" / "imena"


def lexicon_key(files: Iterable[tuple[Path, str]]) -> str:
    """A name for the lexicon of ``files``: their bytes and names, the grammar and the format.

    Raises OSError where a file cannot be read.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    digest.update(f"{FORMAT} {sys.version_info[:2]} {_grammar()}".encode())
    for path, shown in files:
        data = path.read_bytes()
        digest.update(f"\0{shown}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _grammar() -> str:
    """Which grammar makes the forms: size and time of its files say so without reading them."""
    homes = (_CODE / "languages" / "ru", _CODE / "languages" / "ru" / "data", _CODE / "lexicon")
    marks = []
    for home in homes:
        with os.scandir(home) as found:
            stats = ((one.name, one.stat()) for one in found if one.name.endswith((".py", ".txt")))
            marks += [f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats]
    return " ".join(sorted(marks))


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
