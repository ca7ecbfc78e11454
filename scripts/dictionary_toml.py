"""Rewrites dictionary files in the canonical shape: ``python scripts/dictionary_toml.py FILE…``.

The shape itself lives in :mod:`imena.curation.shape`. Comments other than the first block are not
kept: say it in a ``note``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from imena.curation.shape import (
    KEY_ORDER,
    KINDS,
    Entry,
    Tables,
    dump,
    headword,
    read,
    read_header,
    sort_key,
    write,
)

__all__ = [
    "KEY_ORDER",
    "KINDS",
    "Entry",
    "Tables",
    "dump",
    "headword",
    "read",
    "read_header",
    "sort_key",
    "write",
]


def main(arguments: list[str]) -> None:
    for argument in arguments:
        path = Path(argument)
        write(path, read(path), read_header(path))


if __name__ == "__main__":
    main(sys.argv[1:])
