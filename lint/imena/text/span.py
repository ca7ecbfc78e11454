"""A stretch of text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points, ``start <= end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class DisjointSpans:
    """Spans that are taken one after another, each only where it overlaps none before it."""

    def __init__(self) -> None:
        self._taken: list[Span] = []

    def free(self, span: Span) -> bool:
        """Whether ``span`` neither overlaps nor equals a span that is taken."""
        at = bisect_left(self._taken, span)
        near = self._taken[max(0, at - 1) : at + 2]
        return not any(span == other or span.overlaps(other) for other in near)

    def take(self, spans: Iterable[Span]) -> bool:
        """Take all of ``spans`` if each is free, or none."""
        wanted = list(spans)
        if not all(self.free(span) for span in wanted):
            return False
        for span in wanted:
            insort(self._taken, span)
        return True
