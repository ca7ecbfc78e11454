"""``imena cache``: where the caches are, and how to empty them."""

from __future__ import annotations

import argparse

HELP = "show or empty the caches"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["clean", "dir"])


def run(args: argparse.Namespace) -> int:
    """Print the directory, or remove it with all that it holds."""
    from imena.caches import cache_home
    from imena.lexicon.cache import clean

    if args.action == "dir":
        print(cache_home())
    else:
        clean()
    return 0
