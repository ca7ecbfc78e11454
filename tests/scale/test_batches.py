"""One batch in, one batch out: the JSON contract in columns."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from texts import NAMES, TEXTS, session, table

import imena
from imena.batches import Layout, check_batch, schema
from imena.config import Settings
from imena.errors import ImenaError
from imena.findings import Report
from imena.reporters.base import Style
from imena.reporters.json import Json
from imena.text.document import Document


def batch(**columns: Any) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def whole() -> pa.RecordBatch:
    return table().to_batches()[0]


def test_every_key_of_the_json_is_a_column_with_the_same_value() -> None:
    found = check_batch(whole(), session()).to_pylist()
    checker = imena.Checker(imena.load_lexicon([NAMES], False), session().rules, Settings())
    wanted = []
    for n, text in enumerate(TEXTS):
        report = checker.check(Document.plain(text or ""))
        rows = json.loads(Json().render([Report("", report.source, report.findings)], Style("ru")))
        path = f"copy/{n}.txt" if n % 2 else None
        wanted += [{**row, "path": path, "id": f"№{n}"} for row in rows]
    assert found == wanted and len(found) == 4


def test_offsets_slice_the_text_of_the_row() -> None:
    texts = dict(zip(table()["id"].to_pylist(), TEXTS, strict=True))
    for row in check_batch(whole(), session()).to_pylist():
        assert texts[row["id"]][row["start"] : row["end"]] == row["text"]


def test_the_schema_is_written_down() -> None:
    """Programs rely on it: names, types, order and what may be null."""
    assert [f"{f.name}: {f.type}{'' if f.nullable else '!'}" for f in schema()] == [
        "id: string!",
        "path: string",
        "code: string!",
        "rule: string!",
        "severity: string!",
        "confidence: double!",
        "message: string!",
        "line: int32!",
        "column: int32!",
        "end_line: int32!",
        "end_column: int32!",
        "start: int32!",
        "end: int32!",
        "text: string!",
        "entry: struct<id: string not null, name: string not null, dictionary: string not null>",
        "fix: struct<applicability: string not null, edits: list<element: struct<start: int32 "
        "not null, end: int32 not null, text: string not null>> not null>",
        "suggestions: list<element: string>!",
    ]


WRONG = "Касым-Жомрат Токаев."
SAME = {
    "string": pa.array([WRONG]),
    "large": pa.array([WRONG], pa.large_string()),
    "view": pa.array([WRONG], pa.string_view()),
    "dictionary": pa.array([WRONG]).dictionary_encode(),
}


@pytest.mark.parametrize("kind", SAME)
def test_strings_of_every_arrow_type(kind: str) -> None:
    (row,) = check_batch(batch(text=SAME[kind]), session(), first=7).to_pylist()
    assert (row["id"], row["path"], row["text"]) == ("7", None, "Жомрат")


def test_no_row_and_nothing_but_nulls_still_have_the_schema() -> None:
    for rows in ([], [None, None]):
        found = check_batch(batch(text=pa.array(rows, pa.string())), session())
        assert found.schema.equals(schema()) and found.num_rows == 0


ERRORS = {
    "no column": (batch(body=["x"]), Layout(), "no column 'text'; there are body"),
    "no id": (batch(text=["x"]), Layout(id="key"), "no column 'key'; there are text"),
    "type": (batch(text=[1]), Layout(), "column 'text' holds int64, not strings"),
    "date": (
        batch(id=["a"], text=["x"], date=["вчера"]),
        Layout(),
        "row a: 'вчера' is no date like 2024-05-31",
    ),
    "format": (batch(text=["x"]), Layout(format="docx"), "no format 'docx' for texts in columns"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_errors_name_the_place(name: str) -> None:
    rows, layout, message = ERRORS[name]
    with pytest.raises(ImenaError) as caught:
        check_batch(rows, session(), layout)
    assert str(caught.value).startswith(message)


RENAMED = """
[[place]]
name = "Астана"
gender = "f"
renames = [{ form = "Нур-Султан", from = 2019-03-23, to = 2022-09-17 }]
"""
DAYS = {
    "date": pa.array([datetime.date(2020, 5, 1), datetime.date(2024, 5, 1)]),
    "timestamp": pa.array([datetime.datetime(2020, 5, 1, 9), datetime.datetime(2024, 5, 1)]),
    "string": pa.array(["2020-05-01T09:00:00Z", "2024-05-01"]),
}


@pytest.mark.parametrize("kind", DAYS)
def test_each_row_has_its_date(kind: str, tmp_path: Any) -> None:
    (tmp_path / "places.toml").write_text(RENAMED, "utf-8")
    run = session(dictionaries=(tmp_path / "places.toml",))
    rows = batch(text=["Поезд прибыл в Нур-Султан."] * 2, published=DAYS[kind])
    found = check_batch(rows, run, Layout(date="published")).to_pylist()
    assert [(row["id"], row["code"], row["suggestions"]) for row in found] == [
        ("1", "G901", ["Астану"])
    ]


def test_texts_of_a_format_keep_their_markup() -> None:
    text = "\ufeff<p>Касым-<b>Жомрат</b> Токаев</p><script>Касым-Жомрат Токаев</script>"
    (row,) = check_batch(batch(text=[text]), session(), Layout(format="html")).to_pylist()
    assert text[row["start"] : row["end"]] == row["text"] == "Жомрат"


def test_ignores_by_path_hold() -> None:
    run = session(per_file_ignores={"*3.txt": ("T", "V")})
    found = check_batch(whole(), run).to_pylist()
    assert {row["path"] for row in found if row["code"][0] in "TV"} == {None}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TEXTS), max_size=12), st.data())
def test_cutting_a_batch_changes_nothing(texts: list[str | None], data: st.DataObject) -> None:
    rows = batch(text=pa.array(texts, pa.string()))
    cut = data.draw(st.integers(0, len(texts)))
    pieces = [(rows.slice(0, cut), 0), (rows.slice(cut), cut)]
    halves = [r for part, n in pieces for r in check_batch(part, RUN, first=n).to_pylist()]
    assert halves == check_batch(rows, RUN).to_pylist()


RUN = session()


def test_the_shipped_dictionaries_by_default() -> None:
    found = imena.check_batch(batch(text=[WRONG])).to_pylist()
    assert [(row["code"], row["entry"]["id"]) for row in found] == [("T101", "tokaev")]
