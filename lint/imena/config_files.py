"""Configuration files: ``imena.toml`` or ``[tool.imena]`` in ``pyproject.toml``, nearest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from imena.config import POLICIES, YO, Settings
from imena.errors import ConfigError

NAMES = ("imena.toml", ".imena.toml", "pyproject.toml")


_NOTHING: Mapping[str, Any] = {}


class Config(NamedTuple):
    """What holds for a run.

    ``root`` is the directory of the file; paths in the file are relative to it. ``origins`` says
    for each key where its value comes from.
    """

    settings: Settings = Settings()
    dictionaries: tuple[Path, ...] = ()
    default_dictionaries: bool = True
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NOTHING
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
    return {str(key): _texts(codes) for key, codes in value.items()}


#: Keys of the file: how each is read, and the field it sets (of Settings where it has one).
_KEYS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "select": (_texts, "select"),
    "extend-select": (_texts, "extend_select"),
    "ignore": (_texts, "ignore"),
    "policy": (_one_of(*POLICIES), "policy"),
    "yo": (_one_of(*YO), "yo"),
    "date": (read_day, "date"),
    "min-confidence": (_share, "min_confidence"),
    "words": (_texts, "words"),
    "dictionaries": (_texts, "dictionaries"),
    "default-dictionaries": (_flag, "default_dictionaries"),
    "exclude": (_texts, "exclude"),
    "per-file-ignores": (_patterns, "per_file_ignores"),
    "output-format": (_text, "output_format"),
    "encoding": (_text, "encoding"),
    "language": (_one_of("ru", "en"), "language"),
    "text-language": (_text, "text_language"),
}
KEYS = tuple(_KEYS)
_OF_SETTINGS = frozenset(Settings._fields)


def find(start: Path) -> Path | None:
    """The nearest configuration file at or above ``start``; None without one.

    A ``pyproject.toml`` counts only when it holds ``[tool.imena]``. Raises ConfigError when it is
    broken.
    """
    start = start.resolve()
    for home in (start, *start.parents):
        for name in NAMES:
            path = home / name
            if path.is_file() and (name != NAMES[-1] or b"tool.imena" in path.read_bytes()):
                return path
    return None


def load(path: Path) -> Config:
    """Raises ConfigError with the line for broken TOML, unknown keys and impossible values."""
    text, values = _parsed(path)
    table = values
    if path.name == NAMES[-1]:
        table = values.get("tool", {}).get("imena", {})
    made: dict[str, Any] = {}
    for key, value in table.items():
        line = _line(text, key)
        if key not in _KEYS:
            raise ConfigError(_unknown(key), path, line)
        read, name = _KEYS[key]
        try:
            made[name] = read(value)
        except ValueError as error:
            raise ConfigError(f"{key} {error}", path, line) from None
    return _config(made, path, {key: f"{path}:{_line(text, key)}" for key in table})


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
        raise ConfigError(f"broken TOML: {error}", path, int(found[1]) if found else None) from None


def _line(text: str, key: str) -> int:
    found = re.search(rf"^\s*(?:\[.*)?[\"']?{re.escape(key)}[\"']?\s*[\]=]", text, re.M)
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _unknown(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, 1, 0.5)
    return f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else "")


def with_ignores(config: Config, path: Path) -> Settings:
    """The settings for one file: those of the run and what its name switches off."""
    if not config.per_file_ignores:
        return config.settings
    from fnmatch import fnmatch

    try:
        relative = path.resolve().relative_to(config.root).as_posix()
    except ValueError:
        relative = path.name
    codes = [
        code
        for pattern, ignored in config.per_file_ignores.items()
        if fnmatch(relative, pattern) or fnmatch(path.name, pattern)
        for code in ignored
    ]
    return config.settings._replace(ignore=(*config.settings.ignore, *codes))
