"""Plain text: all of it is prose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from imena.findings import Edit
from imena.formats.encodings import decode, encode_edits
from imena.text.document import Document


class Plain:
    """``.txt`` and everything that no other format claims."""

    name: ClassVar[str] = "plain"
    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    @staticmethod
    def example(text: str) -> bytes:
        return text.encode()

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        text = decode(data, path, encoding)
        return Document(text=text, source=text, path=path, format=self.name)

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        return encode_edits(data, edits, path, encoding)
