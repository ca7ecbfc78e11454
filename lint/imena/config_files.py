"""Configuration files: ``imena.toml`` or ``[tool.imena]`` in ``pyproject.toml``, nearest first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from imena.config import POLICIES, YO, Settings
from imena.errors import ConfigError
from imena.walking import Patterns

NAMES = ("imena.toml", ".imena.toml", "pyproject.toml")
#: What walking a directory leaves out unless ``exclude`` says otherwise.
EXCLUDED = ("node_modules", "venv", "site-packages", "__pycache__", "build", "dist")

_NOTHING: Mapping[str, Any] = {}


class Config(NamedTuple):
    """What holds for a run.

    ``root`` is the directory of the file; paths in the file are relative to it. ``origins`` says
    for each key where its value comes from.
    """

    settings: Settings = Settings()
    dictionaries: tuple[Path, ...] = ()
    default_dictionaries: bool = True
    exclude: tuple[str, ...] = EXCLUDED
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NOTHING
    extend_per_file_ignores: Mapping[str, tuple[str, ...]] = _NOTHING
    output_format: str = "text"
    encoding: str = "utf-8"
    language: str = ""
    text_language: str = "ru"
    root: Path = Path()
    path: Path | None = None
    origins: Mapping[str, str] = _NOTHING


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a string")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("must be a list of strings")
    return tuple(value)


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}, not {value!r}")
        return str(value)

    return read


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError("must be a number from 0 to 1")
    return float(value)


def read_day(value: Any) -> date:
    """A TOML date or an ISO string. Raises ValueError."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError(f"must be a date like 2024-05-31, not {value!r}") from None


def _patterns(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError("must be a table of patterns")
    return {str(key): _codes(codes) for key, codes in value.items()}


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in _texts(value))


#: Keys of the file: how each is read, and the field it sets (of Settings where it has one).
_KEYS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "select": (_codes, "select"),
    "extend-select": (_codes, "extend_select"),
    "ignore": (_codes, "ignore"),
    "policy": (_one_of(*POLICIES), "policy"),
    "yo": (_one_of(*YO), "yo"),
    "date": (read_day, "date"),
    "min-confidence": (_share, "min_confidence"),
    "words": (_texts, "words"),
    "dictionaries": (_texts, "dictionaries"),
    "default-dictionaries": (_flag, "default_dictionaries"),
    "exclude": (_texts, "exclude"),
    "extend-exclude": (_texts, "extend_exclude"),
    "force-exclude": (_flag, "force_exclude"),
    "respect-gitignore": (_flag, "respect_gitignore"),
    "per-file-ignores": (_patterns, "per_file_ignores"),
    "extend-per-file-ignores": (_patterns, "extend_per_file_ignores"),
    "output-format": (_text, "output_format"),
    "encoding": (_text, "encoding"),
    "language": (_one_of("ru", "en"), "language"),
    "text-language": (_text, "text_language"),
}
KEYS = tuple(_KEYS)
_OF_SETTINGS = frozenset(Settings._fields)


def find(start: Path) -> Path | None:
    """The nearest configuration file at or above ``start``; None without one.

    A ``pyproject.toml`` counts only when it holds ``[tool.imena]``. Raises ConfigError where it
    mentions imena and is broken.
    """
    start = start.resolve()
    for home in (start, *start.parents):
        found = of_directory(home)
        if found:
            return found
    return None


def of_directory(home: Path) -> Path | None:
    """The configuration file that ``home`` itself holds. Raises ConfigError as `find` does."""
    for name in NAMES:
        path = home / name
        # Path.is_file() raises where a directory may not be entered.
        if os.path.isfile(path) and (name != NAMES[-1] or _is_meant(path)):  # noqa: PTH113
            return path
    return None


def _is_meant(pyproject: Path) -> bool:
    try:
        if b"imena" not in pyproject.read_bytes():
            return False
    except OSError:
        return False
    return _table(_parsed(pyproject)[1], pyproject) is not None


def _table(values: dict[str, Any], path: Path) -> dict[str, Any] | None:
    if path.name != NAMES[-1]:
        return values
    tool = values.get("tool")
    table = tool.get("imena") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def load(path: Path) -> Config:
    """Raises ConfigError with the line for broken TOML, unknown keys and impossible values."""
    text, values = _parsed(path)
    table = _table(values, path) or {}
    made: dict[str, Any] = {}
    for key, value in table.items():
        line = _line(text, key, path)
        if key not in _KEYS:
            raise ConfigError(_unknown(key), path, line)
        read, name = _KEYS[key]
        try:
            made[name] = read(value)
        except ValueError as error:
            raise ConfigError(f"{key} {error}", path, line) from None
    return _config(made, path, {key: f"{path}:{_line(text, key, path)}" for key in table})


def _config(made: dict[str, Any], path: Path, origins: dict[str, str]) -> Config:
    settings = Settings(**{key: made.pop(key) for key in list(made) if key in _OF_SETTINGS})
    root = path.resolve().parent
    if "dictionaries" in made:
        made["dictionaries"] = tuple(root / one for one in made["dictionaries"])
    return Config(settings=settings, root=root, path=path, origins=origins, **made)


def with_values(config: Config, values: Mapping[str, Any], origin: str = "") -> Config:
    """``config`` with keys of the file set to what somebody else says, who is called ``origin``:
    ``min-confidence`` may be a string, paths are relative to the root. Raises ValueError naming
    the key."""
    settings: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for key, value in values.items():
        read, name = _KEYS[key]
        try:
            made = read(float(value) if read is _share and isinstance(value, str) else value)
        except ValueError as error:
            raise ValueError(f"{key} {error}") from None
        (settings if name in _OF_SETTINGS else rest)[name] = made
    if "dictionaries" in rest:
        added = (config.root / one for one in rest["dictionaries"])
        rest["dictionaries"] = (*config.dictionaries, *added)
    rest["origins"] = {**config.origins, **dict.fromkeys(values, origin)}
    return config._replace(settings=config.settings._replace(**settings), **rest)


def _parsed(path: Path) -> tuple[str, dict[str, Any]]:
    from imena.text.toml import TOMLDecodeError, loads

    try:
        text = path.read_bytes().decode("utf-8-sig")
        return text, loads(text)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", path) from None
    except TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip().count("\n") + 1
        raise ConfigError(f"broken TOML: {error}", path, line) from None


_OURS = re.compile(r"^\s*\[tool\.imena[.\]]|^\s*imena\b|^\s*tool\.imena\b", re.M)


def _line(text: str, key: str, path: Path) -> int:
    """The line of ``key``, in the part of a ``pyproject.toml`` that is ours."""
    ours = _OURS.search(text) if path.name == NAMES[-1] else None
    start = ours.start() if ours else 0
    named = re.compile(rf"^\s*(?:\[(?:tool\.imena\.)?)?[\"']?{re.escape(key)}[\"']?\s*[\].=]", re.M)
    found = named.search(text, start) or (ours and re.compile(re.escape(key)).search(text, start))
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _unknown(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, 1, 0.5)
    return f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else "")


def with_ignores(config: Config, path: Path) -> Settings:
    """The settings for one file: those of the run and what its name switches off.

    Patterns are those of ``.gitignore``, relative to the file that holds them; one that begins
    with ``!`` speaks of all files that it does not match.
    """
    tables = (config.per_file_ignores, config.extend_per_file_ignores)
    if not any(tables):
        return config.settings
    real, root = path.resolve(), config.root.resolve()
    codes = [
        code
        for table in tables
        for pattern, ignored in table.items()
        if _matches(real, root, pattern)
        for code in ignored
    ]
    return config.settings._replace(ignore=(*config.settings.ignore, *codes))


def require_known(config: Config, codes: Sequence[str]) -> None:
    """Raises ConfigError where ``config`` names rules that none of ``codes`` begins with."""
    settings = config.settings
    named = {key: getattr(settings, _KEYS[key][1]) for key in ("select", "extend-select", "ignore")}
    for key in ("per-file-ignores", "extend-per-file-ignores"):
        named[key] = tuple(c for group in getattr(config, _KEYS[key][1]).values() for c in group)
    for key, prefixes in named.items():
        for prefix in prefixes:
            if prefix != "ALL" and not any(code.startswith(prefix) for code in codes):
                raise ConfigError(f"{key}: no rule begins with {prefix!r}", config.path)


def _matches(path: Path, root: Path, pattern: str) -> bool:
    return _pattern(root, pattern.removeprefix("!")).hides(path) != pattern.startswith("!")


@lru_cache(1000)
def _pattern(root: Path, pattern: str) -> Patterns:
    return Patterns(root, (pattern,))
