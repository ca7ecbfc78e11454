"""What must hold for any document of any format."""

from __future__ import annotations

import io
import os
import zipfile
from functools import cache
from typing import Any

import pytest
from documents import DOCX, HTML, MARKDOWN, PLAIN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imena.config import Settings
from imena.engine import Checker, chosen_edits
from imena.errors import InputError
from imena.findings import Edit, apply_edits
from imena.formats.docx import Docx
from imena.formats.html import Html
from imena.formats.markdown import Markdown
from imena.formats.plain import Plain
from imena.plugins import builtin, rules
from imena.testing import example_lexicon
from imena.text.document import Document
from imena.text.span import Span

FORMATS: list[tuple[Any, st.SearchStrategy[bytes]]] = [
    (Plain(), PLAIN),
    (Markdown(), MARKDOWN),
    (Html(), HTML),
    (Docx(), DOCX),
]
EXAMPLES = int(os.environ.get("IMENA_EXAMPLES", "60"))
MANY = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
each_format = pytest.mark.parametrize(
    ("form", "made"), FORMATS, ids=[form.name for form, _ in FORMATS]
)


@cache
def checker() -> Checker:
    return Checker(example_lexicon(), rules(builtin()), Settings())


def read(form: Any, data: bytes) -> Document:
    return form.read(data, "x" + form.suffixes[0], "utf-8")


@each_format
@MANY
@given(data=st.data())
def test_offsets_slice_the_source(
    form: Any, made: st.SearchStrategy[bytes], data: st.DataObject
) -> None:
    document = read(form, data.draw(made))
    for chunk in document.chunks or ():
        if not chunk.atomic:
            assert chunk.prose.of(document.text) == chunk.source.of(document.source)
    for token in document.tokens:
        span = document.source_span(Span(token.start, token.end))
        if span and not document.crosses_markup(Span(token.start, token.end)):
            assert span.of(document.source) == token.text


@each_format
@MANY
@given(data=st.data())
def test_fixing_removes_what_was_found_and_nothing_else(
    form: Any, made: st.SearchStrategy[bytes], data: st.DataObject
) -> None:
    before = data.draw(made)
    report = checker().check(read(form, before))
    edits = chosen_edits(report.findings, unsafe=True)
    after = form.write(before, edits, "x", "utf-8")
    assert read(form, after).source == apply_edits(report.source, edits)
    again = checker().check(read(form, after))
    assert chosen_edits(again.findings, unsafe=True) == []
    assert {f.code for f in again.findings} <= {f.code for f in report.findings}


@each_format
@MANY
@given(data=st.data())
def test_no_edit_changes_no_byte(
    form: Any, made: st.SearchStrategy[bytes], data: st.DataObject
) -> None:
    before = data.draw(made)
    assert form.write(before, [], "x", "utf-8") == before


@MANY
@given(DOCX, st.data())
def test_other_members_of_a_package_keep_their_bytes(before: bytes, data: st.DataObject) -> None:
    source = Docx().read(before, "x", "utf-8").source
    if not source.strip():
        return
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(len(source), start + 5)))
    if "\n" in source[start:end]:
        return
    after = Docx().write(before, [Edit(Span(start, end), "Ы&<")], "x", "utf-8")
    assert Docx().read(after, "x", "utf-8").source == source[:start] + "Ы&<" + source[end:]
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.testzip() is None and new.namelist() == old.namelist()
    for name in ("[Content_Types].xml", "word/media/image.png"):
        assert new.read(name) == old.read(name)


@each_format
@MANY
@given(data=st.data())
def test_damaged_input_is_one_clear_error(
    form: Any, made: st.SearchStrategy[bytes], data: st.DataObject
) -> None:
    content = bytearray(data.draw(made))
    for _ in range(data.draw(st.integers(1, 4))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        read(form, bytes(content))
    except InputError as error:
        assert "\n" not in str(error) and error.path
