"""A format is only two answers: which spans are prose, and how to write edits back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol

from imena.findings import Edit
from imena.text.document import Document


class Format(Protocol):
    """One kind of file. ``suffixes`` are lower case with the dot (``.md``)."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    @staticmethod
    def example(text: str) -> bytes:
        """A small file of which ``text`` (one line) is the prose, in UTF-8; for tests."""

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        """The document in ``data``. Raises InputError (with file and place) on bad input."""

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        """``data`` with ``edits`` (source offsets, ordered, not overlapping) carried out; every
        byte outside them stays. Raises InputError where the encoding cannot hold a letter."""
