"""What must hold for any document of any format.

60 documents a format in CI; ``python benchmarks/properties.py`` tries 100,000 of them.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from documents import DOCX, HTML, MARKDOWN, PLAIN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imena.config import Settings
from imena.engine import Checker, chosen_edits
from imena.errors import InputError
from imena.findings import Edit, Report, apply_edits
from imena.formats.docx import Docx
from imena.formats.html import Html
from imena.formats.markdown import Markdown
from imena.formats.plain import Plain
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.text.document import Document
from imena.text.span import Span

FORMATS: list[tuple[Any, st.SearchStrategy[bytes]]] = [
    (Plain(), PLAIN),
    (Markdown(), MARKDOWN),
    (Html(), HTML),
    (Docx(), DOCX),
]
EXAMPLES = int(os.environ.get("IMENA_EXAMPLES", "60"))
MANY = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
each_format = pytest.mark.parametrize(
    ("form", "made"), FORMATS, ids=[form.name for form, _ in FORMATS]
)
TEXT_NODE = re.compile(rb'(<w:t)(?: xml:space="preserve")?>.*?(</w:t>)', re.S)
#: Case, gender and agreement can only be judged once the name itself is read; everything else
#: must be right at a place that was fixed. What a fix reveals elsewhere (names are evidence for
#: each other) is counted.
REVEALED = ("D", "P7")
#: Rounds of fixing: each may show what else is wrong.
ROUNDS = 40


@cache
def checker() -> Checker:
    lexicon = load_lexicon([Path(__file__).with_name("names.toml")], False, [], True)
    return Checker(lexicon, rules(builtin()), Settings())


def read(form: Any, data: bytes) -> Document:
    document: Document = form.read(data, "x" + form.suffixes[0], "utf-8")
    return document


@each_format
def test_all_that_holds(
    form: Any, made: st.SearchStrategy[bytes], record_property: Callable[[str, object], None]
) -> None:
    seen: Counter[str] = Counter()

    @MANY
    @given(made)
    def holds(before: bytes) -> None:
        document = read(form, before)
        report = checker().check(document)
        offsets_slice_the_source(document, report)
        fixed = [check_fixing(form, before, report, unsafe, seen) for unsafe in (False, True)]
        seen["documents"] += 1
        seen["with findings"] += bool(report.findings)
        seen["fixed"] += any(fixed)

    holds()
    for what, count in seen.items():
        record_property(what, count)
    # Half of many are; of few, hypothesis may happen to make the smallest ones again and again.
    least = seen["documents"] // (5 if seen["documents"] >= 1000 else 20)
    assert seen["fixed"] > least, "documents must put the fixer to the test"


def offsets_slice_the_source(document: Document, report: Report) -> None:
    for chunk in document.chunks or ():
        if not chunk.atomic:
            assert chunk.prose.of(document.text) == chunk.source.of(document.source)
    for token in document.tokens:
        span = document.source_span(Span(token.start, token.end))
        if span and not document.crosses_markup(Span(token.start, token.end)):
            assert span.of(document.source) == token.text
    for finding in report.findings:
        assert finding.text == finding.span.of(document.source)


def check_fixing(form: Any, before: bytes, report: Report, unsafe: bool, seen: Any) -> bool:
    """Whether there was something to fix."""
    first, data, places = report, before, list[Span]()
    for _ in range(ROUNDS):
        edits = chosen_edits(report.findings, unsafe)
        if not edits:
            break
        data = fixed_once(form, data, report, edits)
        places = [*moved(places, edits), *new_places(edits)]
        report = checker().check(read(form, data))
    assert chosen_edits(report.findings, unsafe) == []
    whole = [f for f in report.findings if "<" not in f.text]  # no attribute inside its span
    left = [f for f in whole if any(f.span.overlaps(place) for place in places)]
    assert not [f.code for f in left if not f.code.startswith(REVEALED)]
    was = Counter((f.code, f.text) for f in first.findings)
    now = Counter((f.code, f.text) for f in report.findings)
    seen["with findings that a fix revealed"] += bool(now - was)
    return data != before


def new_places(edits: list[Edit]) -> list[Span]:
    """Where the texts of ``edits`` stand when all are carried out."""
    places, by = [], 0
    for span, text in edits:
        places.append(Span(span.start + by, span.start + by + len(text)))
        by += len(text) - (span.end - span.start)
    return places


def moved(places: list[Span], edits: list[Edit]) -> list[Span]:
    """Former places after ``edits`` before them."""

    def by(place: Span) -> int:
        before = (e for e in edits if e.span.end <= place.start)
        return sum(len(text) - (span.end - span.start) for span, text in before)

    return [place.shift(by(place)) for place in places]


def fixed_once(form: Any, before: bytes, report: Report, edits: list[Edit]) -> bytes:
    after: bytes = form.write(before, edits, "x", "utf-8")
    assert after != before
    assert read(form, after).source == apply_edits(report.source, edits)
    if form.name == "docx":
        assert skeleton(after) == skeleton(before)
    else:
        mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
        assert after == mark + apply_edits(report.source, edits).encode()
    return after


def skeleton(data: bytes) -> list[tuple[Any, ...]]:
    """A package without the letters of its text nodes."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    kept = []
    for info in archive.infolist():
        content = archive.read(info)
        if info.filename.startswith("word/") and info.filename.endswith(".xml"):
            content = re.sub(
                rb'(<w:t)(?: xml:space="preserve")?>.*?(</w:t>)', rb"\1\2", content, flags=re.S
            )
        kept.append((info.filename, info.date_time, info.compress_type, content))
    return kept


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
def test_any_edit_of_letters_is_carried_out_or_left(before: bytes, data: st.DataObject) -> None:
    source = Docx().read(before, "x", "utf-8").source
    if not source.strip():
        return
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(len(source), start + 5)))
    after = Docx().write(before, [Edit(Span(start, end), "Ы&<")], "x", "utf-8")
    wanted = source[:start] + "Ы&<" + source[end:]
    assert Docx().read(after, "x", "utf-8").source in (wanted, source)
    assert skeleton(after) == skeleton(before)


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
