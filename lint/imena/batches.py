"""Texts in Arrow columns: a batch of rows in, a batch of findings out.

The one function behind ``imena archive`` and :mod:`imena.spark`. Needs ``imena[archive]``.

The output has one row a finding, in the order of the rows and then of the text, and always the
columns of :func:`schema`: ``id`` and ``path`` of the row, then every key of
``--output-format json`` under its own name and with the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from imena.errors import InputError, UsageError
from imena.session import Session
from imena.text.document import Document
from imena.text.lines import Lines

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Layout", "check_batch", "schema"]

_BOM = b"\xef\xbb\xbf"
#: What a row without a path is called where its name matters (per-file ignores).
_NAMELESS = Path("<row>")


class Layout(NamedTuple):
    """Which columns hold what, and the ``format`` that the texts are written in.

    ``id``, ``date`` and ``path`` may be empty: then the columns of these names are taken where
    there are any. A column named here must be there.
    """

    text: str = "text"
    id: str = ""
    date: str = ""
    path: str = ""
    format: str = "plain"


class Row(NamedTuple):
    """One text to check; ``path`` may be unknown."""

    id: str
    text: str
    date: date | None
    path: str | None


@cache
def schema() -> pa.Schema:
    """The columns of findings. Only ``path``, ``entry`` and ``fix`` may be null; offsets count
    code points of the text of the row, lines and columns are 1-based. (Spark knows no lists of
    what is never null, so the elements of lists do not say that they never are.)"""
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    edit = pa.struct([_must("start", number), _must("end", number), _must("text", text)])
    entry = pa.struct([_must(name, text) for name in ("id", "name", "dictionary")])
    fix = pa.struct(
        [_must("applicability", text), _must("edits", pa.list_(pa.field("element", edit)))]
    )
    return pa.schema(
        [
            _must("id", text),
            pa.field("path", text),
            *(_must(name, text) for name in ("code", "rule", "severity")),
            _must("confidence", pa.float64()),
            _must("message", text),
            *(_must(name, number) for name in ("line", "column", "end_line", "end_column")),
            *(_must(name, number) for name in ("start", "end")),
            _must("text", text),
            pa.field("entry", entry),
            pa.field("fix", fix),
            _must("suggestions", pa.list_(pa.field("element", text))),
        ]
    )


def _must(name: str, kind: Any) -> Any:
    import pyarrow as pa

    return pa.field(name, kind, nullable=False)


def check_batch(
    batch: pa.RecordBatch,
    session: Session | None = None,
    layout: Layout | None = None,
    first: int = 0,
) -> pa.RecordBatch:
    """The findings in the texts of ``batch``, as a batch of :func:`schema`.

    A pure function of the rows and of what ``session`` says (default: the shipped dictionaries
    and rules). ``text`` holds strings; ``id`` anything that casts to a string; ``date`` dates,
    timestamps or ISO strings; a null text has no findings. Without an id column the id is the
    number of the row, counted from ``first``. Messages are Russian unless the configuration of
    ``session`` says otherwise. Raises InputError where a column is missing or of another type or
    a text cannot be read, and what opening the dictionaries raises.
    """
    import pyarrow as pa

    run = session or _default()
    layout = layout or Layout()
    form = _format(run, layout.format)
    rows = [found for row in _rows(batch, layout, first) for found in _findings(row, run, form)]
    return pa.RecordBatch.from_pylist(rows, schema())


@cache
def _default() -> Session:
    return Session()


def _format(session: Session, name: str) -> Any:
    """The format called ``name``; None for plain text. Raises UsageError for others."""
    if name == "plain":
        return None
    from imena.plugins import named

    found = named(session.manager, "imena_formats")
    if name not in found or name == "docx":
        known = ", ".join(sorted(set(found) - {"docx"}))
        raise UsageError(f"no format {name!r} for texts in columns; there are {known}")
    return found[name]


def _findings(row: Row, session: Session, form: Any) -> Iterator[dict[str, Any]]:
    from imena.reporters.json import as_object

    path = Path(row.path) if row.path else _NAMELESS
    report = session.checker(path).check(_document(row, form))
    if report.findings:
        lines = Lines(row.text)
        language = session.config.language or "ru"
        for finding in report.findings:
            made = as_object(finding, row.path or "", lines, language)
            yield {**made, "id": row.id, "path": row.path}


def _document(row: Row, form: Any) -> Document:
    """A mark at the beginning of a cell is a letter of it: offsets must count it."""
    if form is None:
        return Document.plain(row.text, row.path or f"row {row.id}", row.date)
    from dataclasses import replace

    document: Document = form.read(_BOM + row.text.encode(), row.path or f"row {row.id}", "utf-8")
    return document if document.date or not row.date else replace(document, date=row.date)


def _rows(batch: pa.RecordBatch, layout: Layout, first: int) -> Iterator[Row]:
    texts = _texts(batch, layout.text)
    ids = _column(batch, layout.id, "id")
    days = _column(batch, layout.date, "date")
    paths = _column(batch, layout.path, "path")
    for n, text in enumerate(texts):
        if text is not None:
            name = str(ids[n]) if ids and ids[n] is not None else str(first + n)
            path = str(paths[n]) if paths and paths[n] is not None else None
            yield Row(name, text, _day(days[n], name) if days else None, path)


def _texts(batch: pa.RecordBatch, name: str) -> list[str | None]:
    import pyarrow as pa

    column = _named(batch, name)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    text = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(test(kind) for test in text):
        raise InputError(f"column {name!r} holds {column.type}, not strings")
    found: list[str | None] = column.to_pylist()
    return found


def _column(batch: pa.RecordBatch, name: str, default: str) -> list[Any] | None:
    """The values of the column ``name``; None where nothing is named or there by default."""
    if not name and default not in batch.schema.names:
        return None
    values: list[Any] = _named(batch, name or default).to_pylist()
    return values


def _named(batch: pa.RecordBatch, name: str) -> pa.Array:
    """Raises InputError with the columns there are."""
    count = batch.schema.names.count(name)
    if count != 1:
        there = ", ".join(batch.schema.names) or "none"
        problem = f"no column {name!r}" if not count else f"{count} columns {name!r}"
        raise InputError(f"{problem}; there are {there}")
    return batch.column(name)


def _day(value: Any, name: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise InputError(f"{value!r} is no date like 2024-05-31", f"row {name}") from None
