"""Word documents: paragraphs, tables, headers, footnotes; fixes stay inside their runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple
from zipfile import ZipFile

from imena.errors import InputError
from imena.findings import Edit
from imena.formats.archive import open_archive, read_member, replaced
from imena.formats.docx_parts import Letters, Text, byte_edits, read_part, rewrite_part
from imena.formats.prose import Prose
from imena.text.alignment import changed
from imena.text.document import Comment, Document
from imena.text.span import Span

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MAIN = "word/document.xml"
_COMMENTS = "word/comments.xml"
#: Between two parts, so that no name reaches from one into the other.
_BREAK = "\n\n"


class Part(NamedTuple):
    """One XML file of the package: where its text begins in the decoded source."""

    name: str
    data: bytes
    text: Text
    start: int

    @property
    def written(self) -> str:
        return "".join(one.text for one in self.text.letters)


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
            said = _said(archive, path)
        source = _BREAK.join(part.written for part in found)
        prose = Prose(source)
        for part in found:
            _add(prose, part)
        return Document(
            text=prose.text,
            source=source,
            path=path,
            format=self.name,
            chunks=tuple(prose.chunks),
            comments=tuple(c for part in found for c in _comments(part, said)) if said else (),
        )

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        wanted = list(edits)
        with open_archive(data, path) as archive:
            made = {
                part.name: rewrite_part(part.data, part.text, mine)
                for part in parts(archive, path)
                if (mine := list(_edits_of(part, wanted)))
            }
            return replaced(data, archive, made, path) if made else data


def parts(archive: ZipFile, path: str) -> Iterator[Part]:
    """The text parts, the main one first. Raises InputError where there is none."""
    names = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
    if _MAIN not in names:
        raise InputError("is no .docx: it holds no word/document.xml", path)
    start = size = 0
    for name in sorted(set(names), key=lambda name: (name != _MAIN, name)):
        data = read_member(archive, name, path, size)
        size += len(data)
        part = Part(name, data, read_part(data, f"{path}: {name}"), start)
        yield part
        start += len(part.written) + len(_BREAK)


def _said(archive: ZipFile, path: str) -> dict[str, str]:
    """The comments of the document that address imena, by their numbers."""
    if _COMMENTS not in archive.namelist():
        return {}
    data = read_member(archive, _COMMENTS, path)
    if b"imena:" not in data:
        return {}
    found: dict[str, str] = {}
    number = ""
    for one in read_part(data, f"{path}: {_COMMENTS}").letters:
        if one.anchor and one.anchor[0] == "comment":
            number = one.anchor[1]
        found[number] = found.get(number, "") + one.text
    return found


def _comments(part: Part, said: dict[str, str]) -> Iterator[Comment]:
    """Comments where they are anchored: at a stretch of text, or at the place of their mark."""
    opened: dict[str, int] = {}
    seen: set[str] = set()
    at = part.start
    for one in part.text.letters:
        kind, number = one.anchor or ("", "")
        if kind == "commentRangeStart":
            opened[number] = at
        elif kind and number in said and number not in seen:
            seen.add(number)
            yield Comment(Span(opened.get(number, at), at), said[number])
        at += len(one.text)


def _add(prose: Prose, part: Part) -> None:
    """Letters that a text node holds map back; the others are read but never fixed."""
    at = part.start
    for one in part.text.letters:
        if one.end > one.start:
            prose.copy(at, at + len(one.text))
        elif one.text:
            prose.add(one.text)
        at += len(one.text)
    prose.block()


def _edits_of(part: Part, edits: list[Edit]) -> Iterator[tuple[int, int, str]]:
    text = part.written
    for span, new in edits:
        if part.start <= span.start and span.end <= part.start + len(text):
            start, end = span.start - part.start, span.end - part.start
            low, high, left = changed(text[start:end], new)
            yield from _everywhere(part.text, start + low, left, start + high)


def _everywhere(text: Text, start: int, new: str, end: int) -> Iterator[tuple[int, int, str]]:
    """An edit in the letters that are read, and in the copy that other programs show."""
    yield from byte_edits(text.letters, start, new, end)
    for first, letters in text.copies:
        at = _offset(text.letters, first)
        length = sum(len(one.text) for one in letters)
        if at <= start and end < at + length:  # the last letter is the end of a paragraph
            yield from byte_edits(letters, start - at, new, end - at)


def _offset(letters: list[Letters], wanted: Letters) -> int:
    at = 0
    for one in letters:
        if one is wanted:
            break
        at += len(one.text)
    return at
