"""HTML: text between tags; a name may run through inline tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import ClassVar

from imena.errors import InputError
from imena.findings import Edit
from imena.formats.encodings import decode, encode_edits
from imena.formats.prose import Prose
from imena.text.document import Comment, Document
from imena.text.span import Span

_SKIPPED = frozenset("script style code pre kbd samp textarea template svg math noscript".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend "
    "li main menu meta nav ol option p section select summary table tbody td tfoot th thead title "
    "tr ul video audio iframe".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_QUOTES = frozenset(["q", "blockquote"])
_DAY = re.compile(r"\A(\d{4})-(\d{2})-(\d{2})")
_PUBLISHED = frozenset(["article:published_time", "date", "datepublished", "pubdate"])
#: Deeper documents are attacks: a stack of that many open elements is refused.
_DEEPEST = 5000


class Html:
    """``.html``, ``.htm``, ``.xhtml``."""

    name: ClassVar[str] = "html"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    @staticmethod
    def example(text: str) -> bytes:
        from html import escape

        return f"<p>{escape(text, quote=False)}</p>\n".encode()

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        source = decode(data, path, encoding)
        reader = Reader(source, path)
        reader.run()
        return reader.document(self.name)

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        return encode_edits(data, edits, path, encoding)


class Reader(HTMLParser):
    """Reads one HTML text, or a stretch of HTML inside another format, into ``prose``."""

    def __init__(self, source: str, path: str, prose: Prose | None = None) -> None:
        super().__init__(convert_charrefs=False)
        self.path = path
        self.prose = prose or Prose(source)
        self.comments: list[Comment] = []
        self.foreign: list[Span] = []
        self.quoted: list[Span] = []
        self.date: date | None = None
        self.language: str | None = None
        self._source = source
        self._base = 0
        self._lines: list[int] = []
        self._open: list[tuple[str, int, str]] = []
        self._silent = 0

    def run(self, start: int = 0, end: int | None = None) -> None:
        """Read the source from ``start`` to ``end``. Raises InputError on absurd nesting."""
        text = self._source[start:end]
        self._base = start
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self.feed(text)
        self.close()
        while self._open:
            self._close_last()

    def document(self, name: str) -> Document:
        return Document(
            text=self.prose.text,
            source=self._source,
            path=self.path,
            format=name,
            chunks=tuple(self.prose.chunks),
            date=self.date,
            language=self.language,
            comments=tuple(self.comments),
            foreign=tuple(self.foreign),
            quoted=tuple(self.quoted),
        )

    def _at(self) -> int:
        line, column = self.getpos()
        return self._base + self._lines[line - 1] + column

    def handle_data(self, data: str) -> None:
        start = self._at()
        if not self._silent and self._source.startswith(data, start):
            self.prose.copy(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._at()
        end = start + len(written)
        end += self._source.startswith(";", end)
        text = unescape(self._source[start:end])
        if self._silent:
            return
        if text == self._source[start:end]:
            self.prose.copy(start, end)
        else:
            self.prose.replace(start, end, text)

    def handle_comment(self, data: str) -> None:
        start = self._at()
        text = self.get_comment(start)
        self.comments.append(Comment(Span(start, start + len(text)), data))

    def get_comment(self, start: int) -> str:
        """The comment at ``start`` with its marks."""
        end = self._source.find("-->", start)
        return self._source[start : end + 3] if end >= 0 else self._source[start:]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        values = {key: value or "" for key, value in attrs}
        self._note(tag, values)
        if tag not in _VOID:
            self._push(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        self._note(tag, {key: value or "" for key, value in attrs})

    def _push(self, tag: str, values: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise InputError("elements are nested too deeply", self.path, self.getpos()[0])
        language = values.get("lang", values.get("xml:lang", "")).lower()
        self._open.append((tag, self.prose.length, language))
        self._silent += tag in _SKIPPED

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if any(one == tag for one, _, _ in self._open[-64:]):
            while self._close_last() != tag:
                pass

    def _close_last(self) -> str:
        tag, start, language = self._open.pop()
        self._silent -= tag in _SKIPPED
        span = Span(start, self.prose.length)
        if language and not language.startswith("ru") and span.end > span.start:
            self.foreign.append(span)
        if tag in _QUOTES and span.end > span.start:
            self.quoted.append(span)
        return tag

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.prose.block()
        elif tag in ("br", "img"):
            self.prose.add("\n" if tag == "br" else " ")

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """What the head says of the date and the language."""
        if tag == "html":
            self.language = values.get("lang") or None
        said = values.get("property", values.get("name", values.get("itemprop", ""))).lower()
        if tag == "meta" and said in _PUBLISHED:
            self.date = self.date or _day(values.get("content", ""))
        if tag == "time":
            self.date = self.date or _day(values.get("datetime", ""))


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
