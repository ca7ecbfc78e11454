"""A text cut into stretches that can be looked at one by one.

A piece ends where a line or a sentence does, so that no word, no hyphenated name and no sentence
runs on into the next. A stretch is a run of pieces long enough to be worth its margins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add

from imena.text.tokens import WORD

_END = re.compile(r"(\n+|[.!?…]+[»”\")]*[ \u00a0]+)")
#: Words of a stretch: longer ones repeat less of their surroundings, shorter ones less work.
LONG = 128
#: Words around a stretch that are looked at with it. What a word means depends on less: names
#: reach over ten words and look three further, official wordings over some thirty.
MARGIN = 40


class Counts:
    """The number of words of each piece, remembered from one version of a text to the next."""

    def __init__(self) -> None:
        self._now: dict[str, int] = {}
        self._before: dict[str, int] = {}

    def turn(self) -> None:
        """A new version begins: forget what the last one did not ask for."""
        self._before, self._now = self._now, {}

    def __call__(self, piece: str) -> int:
        found = self._now.get(piece)
        if found is None:
            found = self._before.get(piece)
            if found is None:
                found = len(WORD.findall(piece))
            self._now[piece] = found
        return found


def cut(text: str) -> list[str]:
    """The pieces of ``text``; joined they are ``text``."""
    between = _END.split(text)
    found = list(map(add, between[::2], between[1::2]))
    return [*found, between[-1]] if between[-1] or not found else found


Stretch = tuple[str, ...]


def stretches(pieces: list[str], before: list[Stretch], count: Counts) -> list[Stretch]:
    """``pieces`` in runs of about LONG words; those of the version ``before`` stay where its first
    and last pieces are still the same."""
    head, at = _same(pieces, before)
    tail, end = _same(pieces[at:][::-1], [one[::-1] for one in reversed(before[head:])])
    last = len(pieces) - end
    kept = before[len(before) - tail :] if tail else []
    return [*before[:head], *_runs(pieces[at:last], count), *kept]


def _same(pieces: list[str], before: list[Stretch]) -> tuple[int, int]:
    """How many stretches from the first on are the same, and how many pieces they hold."""
    at = 0
    for number, one in enumerate(before):
        if tuple(pieces[at : at + len(one)]) != one:
            return number, at
        at += len(one)
    return len(before), at


def _runs(pieces: list[str], count: Counts) -> Iterator[Stretch]:
    run: list[str] = []
    size = 0
    for piece in pieces:
        run.append(piece)
        size += count(piece)
        if size >= LONG:
            yield tuple(run)
            run, size = [], 0
    if run:
        yield tuple(run)


def reach(pieces: list[str], at: int, step: int, count: Counts) -> int:
    """How far from border ``at`` MARGIN words go: the border after them in direction ``step``
    (1 or -1), or the end of the text."""
    size = 0
    while size < MARGIN and 0 <= (here := at if step > 0 else at - 1) < len(pieces):
        size += count(pieces[here])
        at += step
    return at
