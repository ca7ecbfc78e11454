"""What fuzzing runs: a target takes any bytes and raises where imena breaks a promise."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import imena
from imena import config_files
from imena.config import Settings
from imena.config_files import Config
from imena.engine import chosen_edits
from imena.errors import ConfigError, DictionaryError, InputError
from imena.findings import Edit, Report, apply_edits
from imena.formats.docx import Docx
from imena.formats.html import Html
from imena.formats.markdown import Markdown
from imena.formats.plain import Plain
from imena.languages.ru import Russian
from imena.lexicon.compile import compile_entries
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.index import MemoryIndex
from imena.session import Session
from imena.text.document import Document
from imena.text.span import Span

HERE = Path(__file__).parent
PIECES = (HERE / "pieces.txt").read_text("utf-8").splitlines()
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>'
SETTINGS = (
    Settings(),
    Settings(select=("ALL",), yo="strict", policy="official", min_confidence=0.0),
    Settings(policy="traditional", date=config_files.read_day("1975-06-01")),
)


@cache
def session(number: int) -> Session:
    """A session over the frozen lexicon, under one of SETTINGS."""
    names = Path(imena.__file__).with_name("data") / "examples.toml"
    config = Config(
        SETTINGS[number % len(SETTINGS)], dictionaries=(names,), default_dictionaries=False
    )
    return Session(config, entry_points=False, cache=False)


def matcher(data: bytes) -> None:
    """Arbitrary text, under settings that the first byte picks."""
    number = data[0] if data else 0
    text = data[1:].decode("utf-8", "replace")
    report = session(number).checker(Path("x")).check(Document.plain(text))
    _offsets_slice_the_source(report)


def fixer(data: bytes) -> None:
    """Text put together from names right and wrong: each byte is a line of ``pieces.txt``."""
    number = data[0] if data else 0
    text = " ".join(PIECES[byte % len(PIECES)] for byte in data[1:60])
    for mark in (".", ",", "»", ")", "-"):
        text = text.replace(f" {mark}", mark)
    _fixing_keeps_its_promises(Plain(), text.encode(), number)


def plain(data: bytes) -> None:
    _fixing_keeps_its_promises(Plain(), data)


def markdown(data: bytes) -> None:
    _fixing_keeps_its_promises(Markdown(), data)


def html(data: bytes) -> None:
    _fixing_keeps_its_promises(Html(), data)


def docx(data: bytes) -> None:
    """A package as it is, or the body of its main part."""
    made = data if data.startswith(b"PK") else package(data)
    after = _fixing_keeps_its_promises(Docx(), made)
    if after is not None and after != made:
        _other_members_stay(made, after)


def package(body: bytes) -> bytes:
    """A small .docx with ``body`` between the tags of its main part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = _XML.encode() + body + b"</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        archive.writestr("word/media/image.png", bytes(range(256)), zipfile.ZIP_STORED)
    return made.getvalue()


def dictionary(data: bytes) -> None:
    """A dictionary file: entries in an index, or a DictionaryError of one line."""
    with _file("names.toml", data) as path:
        try:
            entries = merge(read_rows(path, "names.toml"))
        except DictionaryError as error:
            _is_one_line(error)
        else:
            MemoryIndex(compile_entries(entries, Russian()))


def configuration(data: bytes) -> None:
    """A configuration file under either name: a Config, or a ConfigError of one line."""
    for name in ("imena.toml", "pyproject.toml"):
        with _file(name, data) as path:
            try:
                found = config_files.load(path)
            except ConfigError as error:
                _is_one_line(error)
            else:
                assert isinstance(found, Config)
                config_files.with_ignores(found, path.with_name("a.txt")).selects("T101")


class _file:
    """A file called ``name`` that holds ``data`` for as long as the block runs."""

    def __init__(self, name: str, data: bytes) -> None:
        self._home = tempfile.TemporaryDirectory()
        self._path = Path(self._home.name) / name
        self._path.write_bytes(data)

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_: object) -> None:
        self._home.cleanup()


def _is_one_line(error: Exception) -> None:
    assert str(error) and len(str(error).splitlines()) == 1, f"not one line: {str(error)!r}"


def _offsets_slice_the_source(report: Report) -> None:
    for finding in report.findings:
        start, end = finding.span
        assert 0 <= start <= end <= len(report.source), f"no place in the source: {finding}"
        assert report.source[start:end] == finding.text, f"offsets miss the text: {finding}"
        edits = finding.fix.edits if finding.fix else ()
        for edit in edits:
            assert 0 <= edit.span.start <= edit.span.end <= len(report.source), f"{finding}"


def _fixing_keeps_its_promises(form: Any, data: bytes, number: int = 0) -> bytes | None:
    """``data`` with all fixes, unsafe ones too; None where it cannot be read."""
    path = Path("x" + form.suffixes[0])
    run = session(number)
    try:
        document = form.read(data, str(path), "utf-8")
    except InputError as error:
        _is_one_line(error)
        return None
    _chunks_map_back(document)
    assert form.write(data, [], str(path), "utf-8") == data, "no edit changes bytes"
    report = run.check_bytes(path, data)
    _offsets_slice_the_source(report)
    edits = chosen_edits(report.findings, unsafe=True)
    once = form.write(data, edits, str(path), "utf-8")
    _nothing_else_changed(form, report, edits, once)
    _what_was_fixed_is_gone(report, edits, run.check_bytes(path, once))
    after, _ = run.fixed(path, data, unsafe=True)
    assert run.fixed(path, after, unsafe=True)[0] == after, "fixing twice changes more"
    return after


def _chunks_map_back(document: Document) -> None:
    for chunk in document.chunks or ():
        if not chunk.atomic:
            assert chunk.prose.of(document.text) == chunk.source.of(document.source)
    for token in document.tokens:
        span = document.source_span(Span(token.start, token.end))
        if span and not document.crosses_markup(Span(token.start, token.end)):
            assert span.of(document.source) == token.text


def _nothing_else_changed(form: Any, report: Report, edits: Any, after: bytes) -> None:
    source = form.read(after, "after", "utf-8").source
    assert source == apply_edits(report.source, edits), "bytes outside edits changed"


def _what_was_fixed_is_gone(before: Report, edits: Sequence[Edit], after: Report) -> None:
    """No finding of the same code stands where a fix has been."""
    codes = {e: f.code for f in before.findings if f.fix for e in f.fix.edits}
    moved = 0
    for edit in edits:
        place = Span(edit.span.start + moved, edit.span.start + moved + len(edit.text))
        left = [f for f in after.findings if f.code == codes[edit] and f.span.overlaps(place)]
        assert not left, f"fixed and found again: {left}"
        moved += len(edit.text) - (edit.span.end - edit.span.start)


def _other_members_stay(before: bytes, after: bytes) -> None:
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.testzip() is None and new.namelist() == old.namelist()
    for name in old.namelist():
        if not name.startswith("word/") or not name.endswith(".xml"):
            assert new.read(name) == old.read(name), f"{name} changed"


TARGETS: dict[str, Callable[[bytes], object]] = {
    one.__name__: one
    for one in (plain, markdown, html, docx, matcher, fixer, dictionary, configuration)
}
