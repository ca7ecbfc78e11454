"""Front matter of an article: its date, its language, what to leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from imena.text.span import Span

_FENCED = re.compile(
    r"\A(---|\+\+\+)[ \t]*\r?\n(.*?)(?:^\1|^\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M
)
_FIELD = re.compile(r"^(?P<key>[\w-]+)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)", re.M)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ITEM = re.compile(r"[^\s,\[\]\"']+")
_PROSE = frozenset("title subtitle headline description lead summary заголовок лид".split())
_DATES = ("date", "published", "published_at", "pubdate")


class FrontMatter(NamedTuple):
    """``end`` is where the article begins; ``prose`` are the values that people read."""

    end: int = 0
    date: date | None = None
    language: str | None = None
    ignore: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    prose: tuple[Span, ...] = ()


def read_front_matter(source: str) -> FrontMatter:
    """The front matter at the top of ``source``; empty where there is none."""
    found = _FENCED.match(source)
    if found is None:
        return FrontMatter()
    fields = list(_fields(source, found.start(2), found.end(2)))
    values = {key: value for key, value, _ in fields}
    return FrontMatter(
        end=found.end(),
        date=next((day for key in _DATES if (day := _day(values.get(key, "")))), None),
        language=values.get("lang") or values.get("language"),
        ignore=tuple(_ITEM.findall(values.get("imena-ignore", ""))),
        words=tuple(_ITEM.findall(values.get("imena-words", ""))),
        prose=tuple(span for key, _, span in fields if key in _PROSE and span.end > span.start),
    )


def _fields(source: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    for match in _FIELD.finditer(source, start, end):
        value = match["value"].rstrip()
        at = match.start("value")
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, at = value[1:-1], at + 1
        yield match["key"].lower(), value, Span(at, at + len(value))


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
