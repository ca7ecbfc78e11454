"""What a source offers, and what it holds that cannot be offered."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from imena.findings import Message

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_QUALIFIER = re.compile(r"\s*\([^)]*\)\s*$")


class Offer(NamedTuple):
    """An entry to be; ``where`` says the line or the item it comes from."""

    where: str
    kind: str
    values: dict[str, Any]


class Skipped(NamedTuple):
    """What was left out and why."""

    where: str
    name: str
    reason: Message


NO_KIND = Message(
    "непонятно, человек это, место или организация: задайте --kind",
    "neither person nor place nor organisation: say --kind",
)
NO_NAME = Message("нет русского названия", "no Russian name")


def cyrillic(text: str) -> bool:
    """Whether ``text`` is written in Cyrillic: other spellings are never met in Russian prose."""
    return bool(_CYRILLIC.search(text))


def cleaned(name: str) -> str:
    """A label without the qualifier that tells namesakes apart: «Пётр Иванов (политик)»."""
    return " ".join(_QUALIFIER.sub("", name).split())


def natural_order(name: str) -> str:
    """«Токаев, Касым-Жомарт» as it is said: «Касым-Жомарт Токаев»."""
    surname, comma, rest = name.partition(", ")
    return f"{rest} {surname}" if comma and "," not in rest else name
