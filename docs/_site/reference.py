"""Tables that written pages ask for: what holds is read from the code, what it means is said in
``words.toml``."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from imena import config_files, hookspecs, plugins
from imena.config import POLICIES, YO, Settings
from imena.config_files import Config
from imena.resolution import evidence as weights
from imena.text.toml import loads
from rule_pages import either

_CHOICES = {"policy": POLICIES, "yo": YO, "language": ("ru", "en")}


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """Section → name → language → what it means."""
    found = loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    return {str(section): dict(names) for section, names in found.items()}


def said(section: str, name: str, language: str) -> str:
    """Empty for a name that nobody has described (tests/docs holds that none is)."""
    return words()[section].get(name, {}).get(language, "")


def keys(language: str) -> str:
    """The keys of the configuration file."""
    head = either(
        language,
        ("| Ключ | По умолчанию | Что значит |", "| Key | Default | Meaning |"),
    )
    rows = [
        f"| `{key}` | {_default(key)} | {_choices(key)}{said('keys', key, language)} |"
        for key in config_files.KEYS
    ]
    return "\n".join([head, "| --- | --- | --- |", *rows])


def _default(key: str) -> str:
    name = key.replace("-", "_")
    value: Any = getattr(Settings() if name in Settings._fields else Config(), name)
    return f"`{_toml(value)}`" if value not in (None, "") else "—"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    if isinstance(value, (int, float, date)):
        return str(value)
    return '"' + str(value) + '"' if isinstance(value, str) else "{}"


def _choices(key: str) -> str:
    return ", ".join(f"`{one}`" for one in _CHOICES[key]) + ": " if key in _CHOICES else ""


def evidence(language: str) -> str:
    """What speaks for a slip and against it."""
    return _weights("evidence", language, ("| Довод | Вес |", "| Evidence | Weight |"))


def rivals(language: str) -> str:
    """What the word may be in its own right."""
    head = ("| Чем ещё может быть слово | Вес |", "| What else it may be | Weight |")
    return _weights("rivals", language, head)


def _weights(section: str, language: str, head: tuple[str, str]) -> str:
    rows = [
        f"| {said(section, name, language)} | {_signed(getattr(weights, name), language)} |"
        for name in words()[section]
    ]
    return "\n".join([either(language, head), "| --- | ---: |", *rows])


def _signed(weight: float, language: str) -> str:
    text = f"{weight:+g}".replace("-", "−")
    return text.replace(".", ",") if language == "ru" else text


def formats(language: str) -> str:
    """The kinds of files that are read."""
    head = either(language, ("| Формат | Расширения |", "| Format | Suffixes |"))
    found = plugins.named(plugins.builtin(), "imena_formats").values()
    rows = [f"| {one.name} | {' '.join(f'`{s}`' for s in one.suffixes)} |" for one in found]
    return "\n".join([head, "| --- | --- |", *rows])


def reporters(language: str) -> str:
    """The values of ``--output-format``."""
    head = either(language, ("| Вывод | Для чего |", "| Output | What for |"))
    found = sorted(plugins.named(plugins.builtin(), "imena_reporters"))
    rows = [f"| `{name}` | {said('reporters', name, language)} |" for name in found]
    return "\n".join([head, "| --- | --- |", *rows])


def hooks(language: str) -> str:
    """The hooks with their signatures; the words are those of the code, in English."""
    found = [f for name, f in vars(hookspecs).items() if name.startswith("imena_")]
    return "\n\n".join(f"### {f.__name__}\n\n`{_signature(f)}`\n\n{_prose(f)}" for f in found)


def _signature(function: Callable[..., Any]) -> str:
    return f"{function.__name__}({', '.join(inspect.signature(function).parameters)})"


def _prose(function: Callable[..., Any]) -> str:
    text = inspect.getdoc(function) or ""
    text = re.sub(r":\w+:`([^`]+)`", r"`\1`", text)
    return text.replace("``", "`")


TABLES = {
    "keys": keys,
    "evidence": evidence,
    "rivals": rivals,
    "formats": formats,
    "reporters": reporters,
    "hooks": hooks,
}
