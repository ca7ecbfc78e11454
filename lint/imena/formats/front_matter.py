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
#: A key and what follows it: on its line, and on the lines below that are set in, are items of a
#: list, or stand in the brackets that it opens.
_FIELD = re.compile(
    r"^(?P<key>[\w-]+)[ \t]*[:=][ \t]*"
    r"(?P<value>\[[^\]]*\][^\r\n]*"
    r"|[^\r\n]*(?:\r?\n(?:[ \t]+[^\r\n]+|-[ \t][^\r\n]*|[ \t]*(?=\r?\n)))*)",
    re.M,
)
_NOTE = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.M)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|([^\s,\[\]\"']+)")
_BLOCK = re.compile(r"[>|][+-]?\d?[ \t]*\r?\n")
_LINE = re.compile(r"[^\s][^\r\n]*")
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
    fields = list(_FIELD.finditer(source, found.start(2), found.end(2)))
    values = {field["key"].lower(): field["value"] for field in fields}
    language = _items(values.get("lang") or values.get("language") or "")
    return FrontMatter(
        end=found.end(),
        date=next((day for key in _DATES if (day := _day(values.get(key, "")))), None),
        language=language[0].lower() if language else None,
        ignore=tuple(code.upper() for code in _items(values.get("imena-ignore", ""))),
        words=_items(values.get("imena-words", "")),
        prose=tuple(
            span for field in fields if field["key"].lower() in _PROSE for span in _prose(field)
        ),
    )


def _items(value: str) -> tuple[str, ...]:
    """A list in brackets, one of lines with dashes, or words apart."""
    found = _QUOTED.findall(_NOTE.sub("", value))
    return tuple(one for groups in found if (one := "".join(groups)) and one != "-")


def _prose(field: re.Match[str]) -> Iterator[Span]:
    """What people read of a value: the inside of its quotes, or each line of a block."""
    value, at = field["value"], field.start("value")
    block = _BLOCK.match(value)
    for line in _LINE.finditer(value, block.end() if block else 0):
        text = line.group().rstrip()
        start = at + line.start()
        if not block and len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
            text, start = text[1:-1], start + 1
        yield Span(start, start + len(text))


def _day(text: str) -> date | None:
    iso, local = _ISO_DAY.search(text), _DAY.search(text)
    try:
        if iso:
            return date(*map(int, iso.groups()))
        return date(*map(int, reversed(local.groups()))) if local else None
    except ValueError:
        return None
