"""A text to check: its prose, and how the prose maps back to the source."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from imena.text.alignment import changed, shared
from imena.text.span import Span
from imena.text.tokens import Token, tokenize


class Chunk(NamedTuple):
    """A stretch of prose and the stretch of source that it stands for.

    Equal lengths mean that the characters are the same, one for one. Unequal lengths (an HTML
    entity) make the chunk atomic: it maps as a whole.
    """

    prose: Span
    source: Span

    @property
    def atomic(self) -> bool:
        return self.prose.end - self.prose.start != self.source.end - self.source.start


class Comment(NamedTuple):
    """A comment of the format (source offsets), where suppressions are looked for."""

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """``text`` is the prose; ``source`` the decoded source. Without chunks they are the same.

    ``quoted`` are prose spans that the format itself marks as quotation or as a foreign
    language (``lang="kk"``): ``foreign``. ``ignore`` are rule codes or prefixes switched off by
    the text itself (front matter).
    """

    text: str
    source: str
    path: str = "<text>"
    format: str = "plain"
    chunks: tuple[Chunk, ...] | None = None
    date: datetime.date | None = None
    language: str | None = None
    comments: tuple[Comment, ...] = ()
    foreign: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    ignore: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=())

    @classmethod
    def plain(cls, text: str, path: str = "<text>", when: datetime.date | None = None) -> Document:
        return cls(text=text, source=text, path=path, date=when)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [chunk.prose.start for chunk in self.chunks or ()]

    def _chunk_at(self, offset: int) -> Chunk | None:
        at = bisect_right(self._starts, offset) - 1
        chunk = (self.chunks or ())[at] if at >= 0 else None
        return chunk if chunk and chunk.prose.start <= offset < chunk.prose.end else None

    def source_span(self, span: Span) -> Span | None:
        """Where ``span`` of the prose stands in the source.

        None where one of its ends is text that the format made up (a block break).
        """
        if self.chunks is None:
            return span
        if span.start == span.end:
            return self._source_point(span.start)
        first, last = self._chunk_at(span.start), self._chunk_at(span.end - 1)
        if first is None or last is None:
            return None
        start = first.source.start + (0 if first.atomic else span.start - first.prose.start)
        back = 0 if last.atomic else last.prose.end - span.end
        return Span(start, last.source.end - back)

    def _source_point(self, offset: int) -> Span | None:
        chunk = self._chunk_at(offset) or self._chunk_at(offset - 1)
        if chunk is None or chunk.atomic:
            return None
        at = chunk.source.start + offset - chunk.prose.start
        return Span(at, at)

    @cached_property
    def _source_starts(self) -> list[int]:
        return [chunk.source.start for chunk in self.chunks or ()]

    def prose_offset(self, offset: int) -> int | None:
        """Where the character at ``offset`` of the source, or right before it, stands in the
        prose; None where the source is no prose."""
        if self.chunks is None:
            return offset
        at = bisect_right(self._source_starts, offset) - 1
        chunk = self.chunks[at] if at >= 0 else None
        if chunk is None or offset > chunk.source.end:
            return None
        return chunk.prose.start + (0 if chunk.atomic else offset - chunk.source.start)

    def is_plain(self, span: Span) -> bool:
        """Whether the source at ``span`` (source offsets) is prose, letter for letter."""
        if self.chunks is None:
            return True
        at = bisect_right(self._source_starts, span.start) - 1
        chunk = self.chunks[at] if at >= 0 else None
        return bool(chunk and not chunk.atomic and chunk.source.covers(span))

    def source_edits(self, span: Span, new: str) -> list[tuple[Span, str]] | None:
        """Stretches of source and what to put there so that ``span`` of the prose reads ``new``.

        Markup stays: letters change between tags, never tags. None where a part of ``span`` is
        text that the format made up, so that there is nothing to change.
        """
        source = self.source_span(span)
        if source is None or not self._is_written(span):
            return None
        if not self.crosses_markup(span):
            return [(source, new)]
        return list(self._edits_between_markup(span, new))

    def _chunks_of(self, span: Span) -> list[Chunk]:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, max(span.start, span.end - 1))
        return list((self.chunks or ())[first:last])

    def _is_written(self, span: Span) -> bool:
        """Whether every letter of ``span`` stands in the source."""
        if self.chunks is None:
            return True
        held = (
            min(c.prose.end, span.end) - max(c.prose.start, span.start)
            for c in self._chunks_of(span)
        )
        return sum(held) == span.end - span.start

    def _edits_between_markup(self, span: Span, new: str) -> Iterator[tuple[Span, str]]:
        chunks = self._chunks_of(span)
        parts = [Span(max(c.prose.start, span.start), min(c.prose.end, span.end)) for c in chunks]
        cuts = [part.end - span.start for part in parts[:-1]]
        texts = shared(span.of(self.text), cuts, new)
        for chunk, part, text in zip(chunks, parts, texts, strict=True):
            if text == part.of(self.text):
                continue
            if chunk.atomic:
                yield chunk.source, text
            else:
                start, end, text = changed(part.of(self.text), text)
                at = chunk.source.start + part.start - chunk.prose.start
                yield Span(at + start, at + end), text

    def crosses_markup(self, span: Span) -> bool:
        """Whether the source of ``span`` is more than the very characters of the prose."""
        source = self.source_span(span)
        return source is None or source.of(self.source) != span.of(self.text)
