"""``imena dict compile``: build the compiled lexicon now, so that the next check need not."""

from __future__ import annotations

import argparse
from pathlib import Path

from imena.cli.dictionary.scope import add_scope_arguments, session_for

HELP = "compile the dictionaries ahead of the first check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", type=Path, metavar="DIRECTORY", help="cache directory (default: the user's)"
    )
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compile and print the directory and the number of entries. Raises InputError."""
    import os

    from imena.caches import cache_home
    from imena.errors import InputError
    from imena.lexicon.store import StoredIndex

    if args.output is not None:
        os.environ["IMENA_CACHE_DIR"] = str(args.output)
    session = session_for(args)
    index = session.lexicon.index
    if not isinstance(index, StoredIndex):
        raise InputError("the compiled lexicon cannot be stored here", cache_home())
    print(f"{cache_home() / 'lexicons'}: {len(index)}")
    return 0
