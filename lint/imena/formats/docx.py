"""Word documents: paragraphs, tables, headers, footnotes; fixes stay inside their runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple
from zipfile import ZipFile

from imena.errors import InputError
from imena.findings import Edit
from imena.formats.archive import open_archive, read_member, replaced
from imena.formats.docx_parts import Letters, byte_edits, read_part, rewrite_part
from imena.formats.prose import Prose
from imena.text.document import Document

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MAIN = "word/document.xml"
#: Between two parts, so that no name reaches from one into the other.
_BREAK = "\n\n"


class Part(NamedTuple):
    """One XML file of the package: where its text begins in the decoded source."""

    name: str
    data: bytes
    letters: list[Letters]
    start: int


class Docx:
    """``.docx``. The decoded source is the text as Word shows it, one line a paragraph."""

    name: ClassVar[str] = "docx"
    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm")

    @staticmethod
    def example(text: str) -> bytes:
        from imena.formats.docx_example import example_package

        return example_package(text)

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        with open_archive(data, path) as archive:
            found = list(parts(archive, path))
        source = _BREAK.join("".join(one.text for one in part.letters) for part in found)
        prose = Prose(source)
        for part in found:
            _add(prose, part)
        return Document(
            text=prose.text,
            source=source,
            path=path,
            format=self.name,
            chunks=tuple(prose.chunks),
        )

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        wanted = list(edits)
        with open_archive(data, path) as archive:
            changed = {
                part.name: rewrite_part(part.data, made)
                for part in parts(archive, path)
                if (made := list(_edits_of(part, wanted)))
            }
            return replaced(data, archive, changed) if changed else data


def parts(archive: ZipFile, path: str) -> Iterator[Part]:
    """The text parts, the main one first. Raises InputError where there is none."""
    names = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
    if _MAIN not in names:
        raise InputError("is no .docx: it holds no word/document.xml", path)
    start = 0
    for name in sorted(set(names), key=lambda name: (name != _MAIN, name)):
        data = read_member(archive, name, path)
        letters = read_part(data, path)
        yield Part(name, data, letters, start)
        start += sum(len(one.text) for one in letters) + len(_BREAK)


def _add(prose: Prose, part: Part) -> None:
    """Letters that a text node holds map back; the others are read but never fixed."""
    at = part.start
    for one in part.letters:
        if one.end > one.start:
            prose.copy(at, at + len(one.text))
        else:
            prose.add(one.text)
        at += len(one.text)
    prose.block()


def _edits_of(part: Part, edits: list[Edit]) -> Iterator[tuple[int, int, str]]:
    length = sum(len(one.text) for one in part.letters)
    text = "".join(one.text for one in part.letters)
    for span, new in edits:
        if part.start <= span.start and span.end <= part.start + length:
            start, end = span.start - part.start, span.end - part.start
            yield from byte_edits(part.letters, *_smallest(text, start, end, new))


def _smallest(text: str, start: int, end: int, new: str) -> tuple[int, str, int]:
    """The edit without the letters that stay, so that it touches as few runs as can be."""
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, new, end
