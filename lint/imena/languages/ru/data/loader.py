"""Word lists of the grammar: text files beside this module, read once, on first use.

One entry a line, ``#`` starts a comment, columns are divided by white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from imena.languages.ru.folding import fold


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files(__package__).joinpath(name + ".txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if row := line.partition("#")[0].split():
            yield row


@cache
def words(name: str) -> frozenset[str]:
    """All words of the list ``name``, folded; several may stand on one line."""
    return frozenset(fold(word) for row in _rows(name) for word in row)


@cache
def mapping(name: str) -> dict[str, tuple[str, ...]]:
    """The first column, folded → the other columns as written."""
    return {fold(row[0]): tuple(row[1:]) for row in _rows(name)}
