"""Compile a lexicon in a process of its own, so that nobody waits who only types.

    python -m imena.lsp.compiling {0|1} DICTIONARY…

The first argument says whether the shipped dictionaries count. What is wrong with a dictionary is
left to whoever loads it afterwards.
"""

from __future__ import annotations

import sys
from pathlib import Path

from imena.errors import ImenaError


def main(arguments: list[str]) -> int:
    from imena.lexicon.load import load_lexicon

    defaults, *paths = arguments
    try:
        load_lexicon([Path(path) for path in paths], defaults == "1")
    except ImenaError:
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
