"""The XML of one part of a .docx: which bytes are the letters that people read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from imena.errors import InputError

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
#: Elements that stand for a character.
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
#: Elements whose text is not the author's last word: tracked changes, alternative content.
_CLOSED = frozenset({"ins", "moveTo", "moveFrom", "del", "pict", "txbxContent"})
_DEEPEST = 500


class Letters(NamedTuple):
    """Letters as read; ``start`` and ``end`` are bytes of the XML, equal where no text node holds
    them. ``plain`` letters stand there one for one in UTF-8."""

    text: str
    start: int
    end: int
    plain: bool


class _Reader:
    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        self.found: list[Letters] = []
        self._in_text = 0
        self._closed = 0
        self._depth = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def run(self) -> list[Letters]:
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise InputError(f"broken XML: {error}", self.path) from None
        return self.found

    def _refuse(self, *_: object) -> None:
        raise InputError("the XML declares entities or a document type", self.path)

    def _start(self, tag: str, _: dict[str, str]) -> None:
        name = _local(tag)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError("elements are nested too deeply", self.path)
        self._in_text += name == "t"
        self._closed += name in _CLOSED
        if name in _LETTERS and not self._closed:
            at = self.parser.CurrentByteIndex
            self.found.append(Letters(_LETTERS[name], at, at, False))

    def _end(self, tag: str) -> None:
        name = _local(tag)
        self._depth -= 1
        self._in_text -= name == "t"
        self._closed -= name in _CLOSED
        if name == "p":
            at = self.parser.CurrentByteIndex
            self.found.append(Letters("\n", at, at, False))

    def _data(self, text: str) -> None:
        if not self._in_text:
            return
        start = self.parser.CurrentByteIndex
        raw = text.encode()
        plain = self.data.startswith(raw, start) and not raw.startswith(b"&")
        end = start + len(raw) if plain else _end_of_reference(self.data, start)
        if self._closed:
            start = end
        self.found.append(Letters(text, start, end, plain and not self._closed))


def _local(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return name if space in (_W, _STRICT) else ""


def _end_of_reference(data: bytes, start: int) -> int:
    """``&amp;`` and its like; a line end written as CR LF."""
    if data.startswith(b"&", start):
        return data.index(b";", start) + 1
    return start + (2 if data.startswith(b"\r\n", start) else 1)


def read_part(data: bytes, path: str) -> list[Letters]:
    """The letters of one part in order, a line end behind each paragraph.

    Raises InputError for broken XML, for XML that declares entities and for absurd nesting.
    """
    return _Reader(data, path).run()


def rewrite_part(data: bytes, edits: list[tuple[int, int, str]]) -> bytes:
    """``data`` with byte ranges replaced by escaped text; ranges in order, not overlapping."""
    pieces, at = [], 0
    for start, end, text in edits:
        pieces += [data[at:start], _escaped(text)]
        at = end
    return b"".join([*pieces, data[at:]])


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def byte_edits(
    letters: list[Letters], start: int, text: str, end: int
) -> Iterator[tuple[int, int, str]]:
    """The edit of letters ``start`` to ``end`` (code points from the first letter) as byte ranges:
    the new text goes to the first run it touches, from the others letters only go away."""
    at, left = 0, text
    for one in letters:
        low, high = max(start, at), min(end, at + len(one.text))
        inserts = start == end and at <= start <= at + len(one.text) and bool(left)
        if (low < high or inserts) and one.end > one.start:
            first, last = _bytes(one, low - at), _bytes(one, max(low, high) - at)
            yield first, last, left
            left = ""
        at += len(one.text)


def _bytes(one: Letters, offset: int) -> int:
    if one.plain:
        return one.start + len(one.text[:offset].encode())
    return one.start if offset == 0 else one.end
