"""Texts as editors send them: lines, positions in the units of the client, changes.

A line ends where the protocol says that it does: at ``\n``, ``\r\n`` or ``\r``, and nowhere else
(``str.splitlines`` knows seven more ends, and U+2028 does stand in copy pasted from the web).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import TextDocument, Workspace

from imena.text.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_LONE = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"
_ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Text(TextDocument):
    """One open text. Offsets are code points of ``source``."""

    _table: tuple[str, list[int]] | None = None

    @property
    def encoding(self) -> str:
        """The units in which the client counts columns: utf-8, utf-16 or utf-32."""
        return types.PositionEncodingKind(self.position_codec.encoding or "utf-16").value

    @property
    def prose_source(self) -> str:
        """The source as a file would hold it: no byte order mark, no half of a pair."""
        return _LONE.sub("\ufffd", self.source[self.lead :])

    @property
    def lead(self) -> int:
        """How many characters stand before the text proper."""
        return int(self.source.startswith(_BOM))

    @property
    def _starts(self) -> list[int]:
        if self._table is None or self._table[0] is not self.source:
            ends = [match.end() for match in _LINE_END.finditer(self.source)]
            self._table = self.source, [0, *ends]
        return self._table[1]

    @property
    def lines(self) -> Sequence[str]:
        starts = self._starts
        ends = [*starts[1:], len(self.source)]
        return tuple(self.source[a:b] for a, b in zip(starts, ends, strict=True))

    def _line(self, number: int) -> tuple[int, str]:
        """The offset of a line and its text without its end."""
        starts = self._starts
        start = starts[number]
        end = starts[number + 1] if number + 1 < len(starts) else len(self.source)
        return start, self.source[start:end].rstrip("\r\n")

    def offset(self, position: types.Position) -> int:
        """The offset of ``position``; past the end of a line or of the text it is that end."""
        if position.line >= len(self._starts):
            return len(self.source)
        start, line = self._line(position.line)
        return start + _characters(line, position.character, self.encoding)

    def position(self, offset: int) -> types.Position:
        """The position of ``offset``."""
        line = bisect_right(self._starts, offset) - 1
        before = self.source[self._starts[line] : offset]
        return types.Position(line, _units(before, self.encoding))

    def span(self, place: types.Range) -> Span:
        """The span of ``place``; ends in the wrong order are put right."""
        one, two = self.offset(place.start), self.offset(place.end)
        return Span(min(one, two), max(one, two))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def _apply_incremental_change(self, change: types.TextDocumentContentChangePartial) -> None:
        start, end = self.span(change.range)
        self._source = self.source[:start] + change.text + self.source[end:]


def _characters(line: str, units: int, encoding: str) -> int:
    """How many characters of ``line`` make ``units``; one that is cut in half counts."""
    if encoding not in _ENCODINGS or _is_plain(line, encoding):
        return min(units, len(line))
    name, size = _ENCODINGS[encoding]
    part = line.encode(name, "surrogatepass")[: units * size]
    return len(part.decode(name, "surrogatepass" if size == 2 else "ignore"))


def _units(text: str, encoding: str) -> int:
    if encoding not in _ENCODINGS or _is_plain(text, encoding):
        return len(text)
    name, size = _ENCODINGS[encoding]
    return len(text.encode(name, "surrogatepass")) // size


def _is_plain(text: str, encoding: str) -> bool:
    """Whether each character is one unit."""
    return text.isascii() or (encoding == "utf-16" and max(text) <= "\uffff")


class Texts(Workspace):
    """The open texts of a client."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> Text:
        return Text(
            doc_uri,
            source=source,
            version=version,
            language_id=language_id,
            sync_kind=self._sync_kind,
            position_codec=self._position_codec,
        )
