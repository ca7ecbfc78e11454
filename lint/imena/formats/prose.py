"""Building the prose of a document piece by piece, with the map back to its source."""

from __future__ import annotations

from imena.text.document import Chunk
from imena.text.span import Span

#: What separates blocks: no name reaches over it.
BLOCK_BREAK = "\n\n"
#: Hints for layout that somebody wrote out (``&shy;``): markup, no part of the word.
_HINTS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Prose:
    """Collects prose in source order; ``source`` is the decoded source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.chunks: list[Chunk] = []
        self._pieces: list[str] = []
        self.length = 0

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def copy(self, start: int, end: int) -> None:
        """The source from ``start`` to ``end`` (code points) as it stands."""
        if end <= start:
            return
        last = self.chunks[-1] if self.chunks else None
        if last and not last.atomic and last.source.end == start and last.prose.end == self.length:
            prose = Span(last.prose.start, self.length + end - start)
            self.chunks[-1] = Chunk(prose, Span(last.source.start, end))
            self._append(self.source[start:end])
            return
        self._chunk(start, end, self.source[start:end])

    def replace(self, start: int, end: int, text: str) -> None:
        """``text`` for the source from ``start`` to ``end``: an entity, an escape."""
        if text and not _HINTS.issuperset(text):
            self._chunk(start, end, text)

    def add(self, text: str) -> None:
        """Text that stands nowhere in the source."""
        self._append(text)

    def block(self) -> None:
        """The end of a block."""
        if self._pieces and self._pieces[-1] != BLOCK_BREAK:
            self._append(BLOCK_BREAK)

    def _chunk(self, start: int, end: int, text: str) -> None:
        prose = Span(self.length, self.length + len(text))
        self.chunks.append(Chunk(prose, Span(start, end)))
        self._append(text)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
