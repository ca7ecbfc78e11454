"""The files of a project that the server writes: its dictionary and its configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from imena import config_files
from imena.config_files import Config
from imena.lexicon.dictionary import merge, read_rows
from imena.lsp import toml_edits

NAME = "imena.toml"


def config_path(config: Config, home: Path) -> Path:
    """The configuration file in force, or the one to make in ``home``."""
    return config.path or home / NAME


def section(path: Path) -> tuple[str, ...]:
    """Where in the file the settings stand."""
    return ("tool", "imena") if path.name == "pyproject.toml" else ()


def add_to_config(config: Config, home: Path, table: tuple[str, ...], key: str, value: str) -> Path:
    """``value`` put into a list of the configuration; the file. Raises InputError."""
    path = config_path(config, home)
    where = (*section(path), *table)
    toml_edits.changed(
        path, lambda text: toml_edits.with_value(text, where, key, value), config_files.load
    )
    return path


def dictionary_path(config: Config, home: Path, name: str) -> Path:
    """The last dictionary of the project, or ``name`` beside its configuration, which then learns
    of it. Raises InputError."""
    root = config_path(config, home).resolve().parent
    for path in reversed(config.dictionaries):
        if path.resolve().is_relative_to(root) and os.access(path, os.W_OK):
            return path
    path = root / name
    if path not in config.dictionaries:
        if not path.exists():
            path.write_bytes(b"")
        add_to_config(config, home, (), "dictionaries", name)
    return path


def add_entry(path: Path, kind: str, values: dict[str, Any]) -> None:
    """One more entry in the dictionary ``path``. Raises InputError."""
    toml_edits.changed(path, lambda text: toml_edits.with_table(text, kind, values), _readable)


def add_alias(path: Path, kind: str, entry: str, alias: str) -> None:
    """One more spelling that is right for ``entry``. Raises InputError."""

    def change(text: str) -> str:
        return toml_edits.with_alias(text, kind, entry, alias)

    toml_edits.changed(path, change, lambda aside: read_rows(aside, path.name))


def _readable(path: Path) -> None:
    """Raises DictionaryError where an entry lacks something; tables that extend an entry of
    another file are whole only there."""
    rows = read_rows(path, path.name)
    merge(row for row in rows if "gender" in row.values or row.kind != "person")
