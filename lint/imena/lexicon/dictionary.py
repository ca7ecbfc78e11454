"""Dictionary files: TOML to entries, every error with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from imena.errors import DictionaryError
from imena.lexicon.entry import Entry, Organisation, Person, Place, Rename
from imena.morphology import Case, Gender, Number

_COMMON = {"id", "aliases", "forbidden", "confusable", "native", "note", "source"}
_COMMON |= {"fictional", "kind"}
KEYS: Mapping[str, frozenset[str]] = {
    "person": frozenset(
        _COMMON | {"given", "patronymic", "surname", "gender", "order", "indecl", "forms"}
    ),
    "place": frozenset(
        _COMMON
        | {"name", "gender", "number", "indecl", "forms", "renames", "policy", "aliases_old"}
    ),
    "organisation": frozenset(
        _COMMON
        | {"name", "abbr", "generic", "quotes", "gender", "number", "indecl", "indecl_parts"}
        | {"forms", "valid_from", "valid_to"}
    ),
}
_KINDS = {"person": "person", "place": "place", "organisation": "organisation"} | {
    "org": "organisation"
}
_LISTS = ("aliases", "forbidden", "confusable", "generic", "indecl_parts", "aliases_old")
_GENDERS = {"m": Gender.MASC, "f": Gender.FEM, "n": Gender.NEUT}
_CASES = {case.value.lower(): case for case in Case}
_HEADER = re.compile(r"^\s*\[\[\s*([A-Za-z_]+)\s*\]\]", re.MULTILINE)


class Row:
    """One table of a dictionary file, and where it stands."""

    def __init__(self, kind: str, values: dict[str, Any], shown: str, path: str, line: int) -> None:
        self.kind, self.values = kind, values
        self.shown, self.path, self.line = shown, path, line

    def error(self, message: str) -> DictionaryError:
        return DictionaryError(message, self.path, self.line)


def read_rows(path: Path, shown: str) -> list[Row]:
    """The tables of one file; ``shown`` is the file's name in findings.

    Raises DictionaryError with the line for broken TOML, a wrong encoding, an unknown table or
    an unknown key.
    """
    return rows_of(_text(path), path, shown)


def rows_of(text: str, path: Path, shown: str) -> list[Row]:
    """The tables of ``text``, the content of ``path``; errors as in :func:`read_rows`."""
    lines = _table_lines(text)
    rows = []
    for table, values in _parse(text, path).items():
        if table not in (*KEYS, "entry") or not isinstance(values, list):
            raise DictionaryError(
                _unknown("table", table, [*KEYS, "entry"]), path, _line_of(text, table)
            )
        for number, value in enumerate(values):
            line = lines.get(table, [])[number : number + 1] or [1]
            rows.append(_row(table, value, shown, path, line[0], text))
    return sorted(rows, key=lambda row: row.line)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DictionaryError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DictionaryError("is not UTF-8", path, line) from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    from imena.text.toml import TOMLDecodeError, loads

    try:
        return loads(text)
    except TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise DictionaryError(f"broken TOML: {error}", path, line) from None


def _table_lines(text: str) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    line, done = 1, 0
    for match in _HEADER.finditer(text):
        line += text.count("\n", done, match.start(1))
        done = match.start(1)
        lines.setdefault(match.group(1), []).append(line)
    return lines


def _line_of(text: str, table: str) -> int:
    at = re.search(rf"^\s*\[*\s*{re.escape(table)}\b", text, re.MULTILINE)
    return text.count("\n", 0, at.end()) + 1 if at else 1


def _row(table: str, value: Any, shown: str, path: Path, line: int, text: str) -> Row:
    if not isinstance(value, dict):
        raise DictionaryError(f"[[{table}]] is not a table", path, line)
    kind = _KINDS.get(str(value.get("kind", table)))
    if kind is None:
        raise DictionaryError(_unknown("kind", value.get("kind"), list(_KINDS)), path, line)
    for key in value:
        if key not in KEYS[kind]:
            at = _key_line(text, line, key)
            raise DictionaryError(_unknown("key", key, sorted(KEYS[kind])), path, at)
    return Row(kind, value, shown, str(path), line)


def _key_line(text: str, line: int, key: str) -> int:
    for number, content in enumerate(text.split("\n")[line:], line + 1):
        if re.match(rf"\s*\"?{re.escape(key)}\b", content):
            return number
    return line


def _unknown(what: str, name: Any, choices: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name), choices, 1, 0.5)
    return f"unknown {what} {str(name)!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def merge(rows: Iterable[Row]) -> list[Entry]:
    """Entries of all rows in order; a later row of the same id extends lists and overrides the
    rest. Raises DictionaryError for a missing or ill-typed value."""
    merged: dict[str, Row] = {}
    for row in rows:
        name = str(row.values.get("id") or _made_id(row))
        earlier = merged.get(name)
        merged[name] = _extended(earlier, row) if earlier else row
        merged[name].values["id"] = name
    return [_BUILD[row.kind](row) for row in merged.values()]


def _made_id(row: Row) -> str:
    parts = [row.values.get(key) for key in ("surname", "given", "patronymic", "name")]
    made = "-".join(str(part) for part in parts if part).lower().replace(" ", "-")
    if not made:
        raise row.error(f"a {row.kind} needs a name")
    return made


def _extended(old: Row, new: Row) -> Row:
    if old.kind != new.kind:
        raise new.error(f"{new.values['id']!r} is a {old.kind} in {old.shown}:{old.line}")
    values = {**old.values, **new.values}
    for key in _LISTS:
        both = [*_strings(old, key), *_strings(new, key)]
        if both:
            values[key] = list(dict.fromkeys(both))
    return Row(new.kind, values, new.shown, new.path, new.line)


def _string(row: Row, key: str) -> str:
    value = row.values.get(key, "")
    if not isinstance(value, str):
        raise row.error(f"{key!r} must be a string")
    return value.strip()


def _strings(row: Row, key: str) -> tuple[str, ...]:
    value = row.values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise row.error(f"{key!r} must be a list of strings")
    return tuple(v.strip() for v in value if v.strip())


def _flag(row: Row, key: str) -> bool:
    value = row.values.get(key, False)
    if not isinstance(value, bool):
        raise row.error(f"{key!r} must be true or false")
    return value


def _day(row: Row, value: Any, key: str) -> date | None:
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise row.error(f"{key!r} must be a date like 2022-09-17") from None


def _choice(row: Row, key: str, choices: Iterable[str]) -> str:
    value = _string(row, key)
    if value and value not in choices:
        raise row.error(f"{key!r} must be one of {', '.join(choices)}, not {value!r}")
    return value


def _case_forms(row: Row, value: Any) -> dict[Case, str]:
    if not isinstance(value, dict):
        raise row.error("'forms' must be a table of cases")
    for key, form in value.items():
        if key not in _CASES or not isinstance(form, str):
            raise row.error(_unknown("case", key, list(_CASES)))
    return {_CASES[key]: form for key, form in value.items()}


def _shared(row: Row) -> dict[str, Any]:
    return {
        "id": row.values["id"],
        "aliases": _strings(row, "aliases"),
        "forbidden": _strings(row, "forbidden"),
        "native": _string(row, "native"),
        "note": _string(row, "note"),
        "dictionary": row.shown,
        "line": row.line,
    }


def _person(row: Row) -> Person:
    gender = _choice(row, "gender", ("m", "f"))
    if not gender:
        raise row.error('a person needs gender = "m" or "f"')
    if not (_string(row, "given") or _string(row, "surname")):
        raise row.error("a person needs a given name or a surname")
    forms = row.values.get("forms", {})
    if not isinstance(forms, dict):
        raise row.error("'forms' must be a table of parts")
    for part in (*forms, *_strings(row, "indecl")):
        if part not in ("given", "patronymic", "surname"):
            raise row.error(_unknown("part", part, ["given", "patronymic", "surname"]))
    return Person(
        **_shared(row),
        given=_string(row, "given"),
        patronymic=_string(row, "patronymic"),
        surname=_string(row, "surname"),
        gender=_GENDERS[gender],
        surname_first=_choice(row, "order", ("given-first", "surname-first")) == "surname-first",
        indecl=_strings(row, "indecl"),
        forms={part: _case_forms(row, value) for part, value in forms.items()},
    )


def _declined(row: Row) -> dict[str, Any]:
    """The facts that places and organisations share."""
    gender = _choice(row, "gender", tuple(_GENDERS))
    if not _string(row, "name"):
        raise row.error(f"a {row.kind} needs a name")
    return {
        **_shared(row),
        "name": _string(row, "name"),
        "gender": _GENDERS.get(gender),
        "number": Number.PLUR if _choice(row, "number", ("sg", "pl")) == "pl" else Number.SING,
        "indecl": _flag(row, "indecl"),
        "forms": _case_forms(row, row.values.get("forms", {})),
    }


def _place(row: Row) -> Place:
    policy = row.values.get("policy", {})
    if not isinstance(policy, dict) or not all(isinstance(v, str) for v in policy.values()):
        raise row.error("'policy' must be a table of names")
    return Place(
        **_declined(row),
        renames=tuple(_rename(row, value) for value in row.values.get("renames", [])),
        policy=policy,
        aliases_old=_strings(row, "aliases_old"),
    )


def _rename(row: Row, value: Any) -> Rename:
    if not isinstance(value, dict) or not isinstance(value.get("form"), str):
        raise row.error("'renames' needs tables with form, from and to")
    for key in value:
        if key not in ("form", "from", "to"):
            raise row.error(_unknown("key", key, ["form", "from", "to"]))
    start, end = _day(row, value.get("from"), "from"), _day(row, value.get("to"), "to")
    return Rename(value["form"].strip(), start, end)


def _organisation(row: Row) -> Organisation:
    return Organisation(
        **_declined(row),
        abbr=_string(row, "abbr"),
        generic=_strings(row, "generic"),
        quotes=_choice(row, "quotes", ("always", "never", "with-generic")),
        indecl_parts=_strings(row, "indecl_parts"),
        valid_from=_day(row, row.values.get("valid_from"), "valid_from"),
        valid_to=_day(row, row.values.get("valid_to"), "valid_to"),
    )


_BUILD: Mapping[str, Callable[[Row], Entry]] = {
    "person": _person,
    "place": _place,
    "organisation": _organisation,
}
