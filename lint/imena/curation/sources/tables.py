"""CSV and TSV: one entry a line, named columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from imena.curation.shape import KEY_ORDER
from imena.curation.sources.offer import NO_KIND, Offer, Skipped, cleaned
from imena.errors import InputError
from imena.findings import Message

_LISTS = frozenset({"aliases", "forbidden", "generic", "indecl_parts", "aliases_old", "confusable"})
_PLAIN = frozenset(KEY_ORDER) - _LISTS - {"forms", "renames", "policy", "indecl"}
_KINDS = {
    "person": "person",
    "человек": "person",
    "персона": "person",
    "place": "place",
    "место": "place",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "организация": "organisation",
}
#: Headings that people write, and the keys they mean.
_HEADINGS = {
    "имя": "given",
    "отчество": "patronymic",
    "фамилия": "surname",
    "название": "name",
    "полное имя": "name",
    "фио": "name",
    "пол": "gender",
    "вид": "kind",
    "варианты": "aliases",
    "нельзя": "forbidden",
    "ошибочно": "forbidden",
    "на родном языке": "native",
    "примечание": "note",
    "источник": "source",
    "сокращение": "abbr",
}
#: Columns of a table that the query page of Wikidata saves.
_HEADINGS |= {"itemlabel": "name", "genderlabel": "gender", "altlabel": "aliases"}
_HEADINGS |= {"itemaltlabel": "aliases", "item": "item"}
_GENDERS = {
    "мужской пол": "m",
    "женский пол": "f",
    "male": "m",
    "female": "f",
    "м": "m",
    "муж": "m",
    "мужской": "m",
    "ж": "f",
    "жен": "f",
    "женский": "f",
}


def read_table(text: str, kind: str) -> Iterator[Offer | Skipped]:
    """Offers line by line. Raises InputError without a heading that says what is what."""
    lines = text.splitlines()
    rows = csv.reader(lines, delimiter=_delimiter(lines[0] if lines else ""))
    heading = [_key(cell) for cell in next(rows, [])]
    known = {"name", "given", "surname"} & set(heading)
    if not known:
        raise InputError("the first line must name the columns: name, or given and surname")
    unknown = [key for key in heading if key not in _PLAIN | _LISTS | {"kind", "item"}]
    if unknown:
        raise InputError(f"unknown column {unknown[0]!r}", line=1)
    for cells in rows:
        if any(cell.strip() for cell in cells):
            yield _offer(f"{rows.line_num}", dict(zip(heading, cells, strict=False)), kind)


def _delimiter(heading: str) -> str:
    return max("\t;,", key=heading.count)


def _key(cell: str) -> str:
    low = cell.strip().strip("\ufeff").lower()
    return _HEADINGS.get(low, low)


def _offer(where: str, cells: dict[str, str], kind: str) -> Offer | Skipped:
    values: dict[str, Any] = {}
    for key, cell in cells.items():
        text = cell.strip()
        if text and key in _LISTS:
            values[key] = [one.strip() for one in text.replace("|", ";").split(";") if one.strip()]
        elif text:
            values[key] = text
    item = str(values.pop("item", "")).rsplit("/", 1)[-1]
    if item:
        where, values["source"] = item, f"Wikidata {item}"
    shown = str(values.get("name") or values.get("surname") or values.get("given") or "")
    if not shown:
        return Skipped(where, "", Message("пустое название", "no name"))
    said = str(values.pop("kind", "")).lower()
    found = _KINDS.get(said, "") if said else kind or ("person" if "surname" in values else "")
    if not found and said:
        return Skipped(where, shown, Message(f"неизвестный вид «{said}»", f"unknown kind {said!r}"))
    if "gender" in values:
        values["gender"] = _GENDERS.get(values["gender"].lower(), values["gender"].lower())
    if "name" in values:
        values["name"] = cleaned(values["name"])
    return Offer(where, found, values) if found else Skipped(where, shown, NO_KIND)
