"""SubRip subtitles: the spoken lines are prose; numbers, times and tags are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from imena.findings import Edit
from imena.formats.encodings import decode, encode_edits
from imena.formats.prose import Prose
from imena.text.document import Document

_TIMES = re.compile(r"\d+:\d\d:\d\d[,.]\d+ --> ")
_LINE = re.compile(r"[^\r\n]*")
_TAG = re.compile(r"</?[ibu]>|<font[^>]*>|</font>|\{\\an\d\}")


class SubRip:
    """``.srt``."""

    name: ClassVar[str] = "subrip"
    suffixes: ClassVar[tuple[str, ...]] = (".srt",)

    @staticmethod
    def example(text: str) -> bytes:
        return f"1\n00:00:01,000 --> 00:00:02,500\n{text}\n".encode()

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        source = decode(data, path, encoding)
        prose = Prose(source)
        for line in _LINE.finditer(source):
            text = line.group().strip()
            if not text or text.isdecimal() or _TIMES.match(text):
                prose.block()
            else:
                _speech(prose, *line.span())
        chunks = tuple(prose.chunks)
        return Document(prose.text, source, path, self.name, chunks)

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        return encode_edits(data, edits, path, encoding)


def _speech(prose: Prose, start: int, end: int) -> None:
    """One spoken line without its tags; lines of one title are one sentence."""
    if prose.text and not prose.text.endswith("\n"):
        prose.add(" ")
    for tag in _TAG.finditer(prose.source, start, end):
        prose.copy(start, tag.start())
        start = tag.end()
    prose.copy(start, end)
