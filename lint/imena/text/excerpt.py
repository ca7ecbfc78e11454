"""A place in a text with a little of what stands around it, light enough to keep in thousands."""

from __future__ import annotations

import re
from typing import NamedTuple

from imena.text.document import Document
from imena.text.lines import Lines
from imena.text.span import Span

#: Characters of context on either side.
_AROUND = 70
_BLANKS = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """``text`` at source offsets ``start`` to ``end`` of ``path``, 1-based ``line`` and
    ``column`` (code points); ``before`` and ``after`` are the prose around it on one line."""

    path: str
    line: int
    column: int
    start: int
    end: int
    before: str
    text: str
    after: str


class Excerpts:
    """Makes the excerpts of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = Lines(document.source)

    def at(self, span: Span) -> Excerpt | None:
        """The excerpt of a prose span; None where it does not stand in the source."""
        source = self.document.source_span(span)
        if source is None:
            return None
        text = self.document.text
        line, column = self.lines.position(source.start)
        before = _line(text[max(0, span.start - _AROUND) : span.start])
        after = _line(text[span.end : span.end + _AROUND])
        if span.start > _AROUND:
            before = "…" + before.partition(" ")[2]
        if span.end + _AROUND < len(text):
            after = after.rpartition(" ")[0] + "…"
        return Excerpt(
            self.document.path, line, column, *source, before, _line(span.of(text)), after
        )


def _line(text: str) -> str:
    return _BLANKS.sub(" ", text)
