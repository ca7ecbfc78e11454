"""Writing into TOML files of a project: nothing that stands there changes, comments stay.

New tables are put at the end as text; where a value inside a table changes, tomlkit changes it.
Every result is read again before it is written, so that a file is never left broken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from imena.errors import ConfigError, DictionaryError, InputError
from imena.files import replace_bytes

_BOM = "\ufeff"
Change = Callable[[str], str]


def changed(path: Path, change: Change, check: Callable[[Path], object]) -> None:
    """Put ``change`` of its text into ``path``, which may not exist yet.

    Line ends and a byte order mark stay as they are. ``check`` raises ImenaError for a file that
    is not right; then nothing is written. Raises InputError and what ``check`` raises.
    """
    old = _read(path)
    bom = _BOM if old.startswith(_BOM) else ""
    windows = "\r\n" in old
    new = change(old.removeprefix(_BOM).replace("\r\n", "\n"))
    data = (bom + (new.replace("\n", "\r\n") if windows else new)).encode()
    _check(path, data, check)
    if not path.exists():
        path.touch()
    replace_bytes(path, data)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else ""
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", path) from None


def _check(path: Path, data: bytes, check: Callable[[Path], object]) -> None:
    """``check`` of what the file will be, under its own name in another directory."""
    import tempfile

    with tempfile.TemporaryDirectory() as home:
        aside = Path(home) / path.name
        aside.write_bytes(data)
        try:
            check(aside)
        except (ConfigError, DictionaryError) as error:
            raise InputError(error.message, path, error.line) from None


def with_table(text: str, kind: str, values: Mapping[str, Any]) -> str:
    """``text`` of a dictionary with one more ``[[kind]]`` at its end."""
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, value)
    tables = tomlkit.aot()
    tables.append(table)
    made = tomlkit.document()
    made.add(kind, tables)
    before = f"{text.rstrip()}\n\n" if text.strip() else ""
    return before + tomlkit.dumps(made)


def with_alias(text: str, kind: str, entry: str, alias: str) -> str:
    """``text`` of a dictionary in which ``entry`` has one more alias: in its table where it has
    one, else in a new table that extends it."""
    for number, values in enumerate(_tables(text, kind)):
        if values.get("id") == entry:
            return _extended(text, kind, number, alias)
    return with_table(text, kind, {"id": entry, "aliases": [alias]})


def _tables(text: str, kind: str) -> list[dict[str, Any]]:
    from imena.text.toml import loads

    found = loads(text).get(kind, [])
    return found if isinstance(found, list) else []


def _extended(text: str, kind: str, number: int, alias: str) -> str:
    """The table is cut out, changed and put back: what surrounds it is not even parsed."""
    start, end = _stretch(text, kind, number)
    document = tomlkit.parse(text[start:end])
    table = document[kind][0]
    _append(table, "aliases", alias)
    return text[:start] + tomlkit.dumps(document) + text[end:]


def _stretch(text: str, kind: str, number: int) -> tuple[int, int]:
    """From the header of a table to the header of the next one of any kind."""
    import re

    headers = list(re.finditer(r"^[ \t]*\[\[?[ \t]*[\w.\"-]+[ \t]*\]?\]", text, re.MULTILINE))
    mine = [h for h in headers if re.fullmatch(rf"\s*\[\[\s*{kind}\s*\]\]", h.group())]
    start = mine[number].start()
    end = next((h.start() for h in headers if h.start() > start), len(text))
    return start, end


def _append(table: Any, key: str, value: str) -> None:
    """``value`` at the end of the list ``key``, which is made where it is absent."""
    if key not in table:
        table.add(key, [value])
    elif value not in table[key]:
        table[key].append(value)


def with_value(text: str, section: tuple[str, ...], key: str, value: str) -> str:
    """``text`` of a configuration with ``value`` in the list ``key`` of ``section``.

    Raises InputError for a text that is no TOML or holds something else there.
    """
    try:
        document = tomlkit.parse(text)
        table: Any = document
        for name in section:
            if name not in table:
                table.add(name, tomlkit.table())
            table = table[name]
        _append(table, key, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, AttributeError, TypeError) as error:
        raise InputError(f"cannot be changed: {error}") from None
