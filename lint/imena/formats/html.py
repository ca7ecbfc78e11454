"""HTML: text between tags, and attributes that people read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from imena.findings import Edit
from imena.formats.encodings import declared, decode, encode_edits
from imena.formats.html_reader import Reader
from imena.text.document import Document

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "'": "&#39;"})


class Html:
    """``.html``, ``.htm``, ``.xhtml``."""

    name: ClassVar[str] = "html"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    @staticmethod
    def example(text: str) -> bytes:
        from html import escape

        return f"<p>{escape(text, quote=False)}</p>\n".encode()

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        source = decode(data, path, declared(data, encoding))
        reader = Reader(source, path)
        reader.run()
        return reader.document(self.name)

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        escaped = (Edit(span, text.translate(_REFERENCES)) for span, text in edits)
        return encode_edits(data, escaped, path, declared(data, encoding))
