"""The words of a text that changed in one place, made from those of the version before."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import NamedTuple

from imena.resolution.vocabulary import Vocabulary, Word
from imena.resolution.words import Words


class Revision(NamedTuple):
    """The words of the new version, those that the old one lost and those that are new."""

    words: Words
    gone: list[Word]
    come: list[Word]


def revised(before: Words, text: str, vocabulary: Vocabulary) -> Revision:
    """The words of ``text``; only what lies between its first and its last change is split.

    What a word is depends on nothing before it and, behind it, on less than the next word: so the
    words up to the one before the last that begins ahead of the changes stay. Those from a word
    behind white space on stay as well.
    """
    same = _same_start(before.text, text)
    alike = _same_end(before.text, text, same)
    first = max(0, bisect_left(before.starts, same) - 2)
    last = _behind_space(before, len(before.text) - alike)
    by = len(text) - len(before.text)
    low = before.starts[first] if first else 0
    high = before.starts[last] + by if last < len(before) else len(text)
    middle = Words(text[low:high], vocabulary)
    return Revision(
        _Spliced(text, before, middle, (first, last), (low, by)),
        before.some(first, last),
        middle.some(0, len(middle)),
    )


class _Spliced(Words):
    """``middle`` between the words of ``before`` up to ``first`` and from ``last`` on."""

    def __init__(
        self,
        text: str,
        before: Words,
        middle: Words,
        borders: tuple[int, int],
        shifts: tuple[int, int],
    ) -> None:
        (first, last), (low, by) = borders, shifts
        self.text = text
        self.texts = before.texts[:first] + middle.texts + before.texts[last:]
        self.notable = before.notable[:first] + middle.notable + before.notable[last:]
        self.separators = before.separators[:first] + middle.separators + before.separators[last:]
        code = before.starts.typecode
        self.starts = before.starts[:first]
        self.starts += array(code, [start + low for start in middle.starts])
        self.starts += array(code, [start + by for start in before.starts[last:]])
        more = len(self.texts) - len(before.texts)
        for name in ("marked", "spanned"):
            old, new = getattr(before, name), getattr(middle, name)
            numbers = old[: bisect_left(old, first)]
            numbers += [at + first for at in new]
            numbers += [at + more for at in old[bisect_left(old, last) :]]
            setattr(self, name, numbers)


def _behind_space(words: Words, offset: int) -> int:
    """The first word with white space before it that lies behind ``offset`` too."""
    at = bisect_left(words.starts, offset + 1)
    while at < len(words) and not words.text[words.starts[at] - 1].isspace():
        at += 1
    return at


def _same_start(one: str, two: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if two.startswith(one[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(one: str, two: str, taken: int) -> int:
    """How many characters both end with, beside the first ``taken``."""
    low, high = 0, min(len(one), len(two)) - taken
    while low < high:
        middle = (low + high + 1) // 2
        piece = one[len(one) - middle : len(one) - low]
        if two.startswith(piece, len(two) - middle):
            low = middle
        else:
            high = middle - 1
    return low
