"""Which letters of a new text stand for which letters of the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise


def shared(old: str, cuts: Sequence[int], new: str) -> list[str]:
    """``new`` cut where ``old`` is cut (``cuts``: ascending offsets into ``old``).

    Texts of one length are cut letter for letter; otherwise letters that stay keep their piece,
    and letters that come in join the piece to their left.
    """
    if len(old) == len(new):
        edges = [0, *cuts, len(new)]
        return [new[low:high] for low, high in pairwise(edges)]
    pieces = [""] * (len(cuts) + 1)
    for place, letter in _places(old, new):
        pieces[bisect_right(cuts, place)] += letter
    return pieces


def _places(old: str, new: str) -> list[tuple[int, str]]:
    """The letters of ``new`` in order, each with the offset of the old letter it belongs to."""
    from rapidfuzz.distance import Levenshtein

    found = []
    for step in Levenshtein.opcodes(old, new):
        for number in range(step.dest_end - step.dest_start):
            at = max(step.src_start - 1, 0) if step.tag == "insert" else step.src_start + number
            found.append((at, new[step.dest_start + number]))
    return found


def changed(old: str, new: str) -> tuple[int, int, str]:
    """The one stretch of ``old`` (start, end) that differs, and what stands there in ``new``."""
    start, end, left = 0, len(old), len(new)
    while start < min(end, left) and old[start] == new[start]:
        start += 1
    while start < min(end, left) and old[end - 1] == new[left - 1]:
        end, left = end - 1, left - 1
    return start, end, new[start:left]
