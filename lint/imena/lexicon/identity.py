"""Which dictionaries make a lexicon, and the name of that lexicon. Imports next to nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from imena.caches import blake2b, feed, mark_of

#: Changes when the layout of the compiled files does.
FORMAT = 5
_CODE = Path(__file__).parents[1]
#: Beside the package in a wheel, beside ``lint/`` in a checkout.
_HOMES = (_CODE / "dictionaries", _CODE.parents[1] / "dictionaries")


def shipped_home() -> Path | None:
    """The directory of the dictionaries that come with imena."""
    return next((home for home in _HOMES if home.is_dir()), None)


def shipped() -> list[tuple[Path, str]]:
    """The dictionaries that come with imena, and their names in findings."""
    home = shipped_home()
    if home is None:
        return []
    return [(p, p.relative_to(home).as_posix()) for p in sorted(home.glob("*/*.toml"))]


def lexicon_key(files: Iterable[tuple[Path, str]]) -> str:
    """A name for the lexicon of ``files``: their bytes and names, the grammar and the format.

    Raises OSError where a file cannot be read.
    """
    grammar = mark_of(str(_CODE / "languages")) + mark_of(str(_CODE / "lexicon"))
    digest = blake2b(digest_size=16)
    digest.update(f"{FORMAT} {sys.version_info[:2]} {grammar}".encode())
    for path, shown in files:
        digest.update(f"\0{shown}\0{path.stat().st_size}\0".encode())
        feed(digest, path)
    return digest.hexdigest()
