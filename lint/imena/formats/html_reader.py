"""Reads HTML: text between tags; a name may run through inline tags."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from imena.errors import InputError
from imena.formats import elements
from imena.formats.prose import Prose
from imena.text.document import Comment, Document
from imena.text.span import Span

_DAY = re.compile(r"\A\s*(\d{4})-(\d{2})-(\d{2})")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'>/=]+)\s*=\s*(?:"(?P<two>[^"]*)"|'(?P<one>[^']*)'|(?P<bare>[^\s>"']+))"""
)
_END_OF_COMMENT = re.compile(r"--!?>")
_CDATA = "<![CDATA["
#: Deeper documents are attacks: a stack of that many open elements is refused.
_DEEPEST = 5000
#: So many beginnings of tags behind the last end of one are text: each would be read to the end.
_BROKEN = 1000
#: So many letters may be read in vain, looking for the ends of tags that have none.
_IN_VAIN = 30_000_000


class _Open(NamedTuple):
    """An element whose end has not come: where it begins in the prose, and its language."""

    tag: str
    start: int
    language: str

    @property
    def is_foreign(self) -> bool:
        return _is_foreign(self.language)


class Reader(HTMLParser):
    """Reads one HTML text, or stretches of HTML inside another format, into ``prose``."""

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
        self._open: list[_Open] = []
        self._counts: Counter[str] = Counter()
        self._silent = 0
        self._foreign_since: int | None = None
        self._aside: list[Span] = []
        self._in_vain = 0

    @property
    def is_silent(self) -> bool:
        """Whether the text at hand is inside an element that is not prose."""
        return self._silent > 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def run(self, start: int = 0, end: int | None = None) -> None:
        """Read the whole of the source, or a stretch, and close what it leaves open.

        Raises InputError on absurd nesting.
        """
        self.read(start, end)
        self.finish()

    def read(self, start: int, end: int | None) -> None:
        """Read one stretch; its elements stay open for the next one."""
        text = self._source[start:end]
        self.reset()
        self._base = start
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        whole = text.rfind(">") + 1
        if text.count("<", whole) < _BROKEN:
            whole = len(text)
        self.feed(text[:whole])
        self.close()
        if not self.is_silent:
            self.prose.copy(start + whole, start + len(text))

    def finish(self) -> None:
        """The end of the text: nothing is open any more, and what stands beside it follows."""
        self.close_to(0)
        for span in self._aside:
            self.prose.block()
            self._copy(span.start, span.end)
        self._aside.clear()

    def close_to(self, depth: int) -> None:
        """Close elements until ``depth`` of them are open."""
        while len(self._open) > depth:
            self._close_last()

    def aside(self, start: int, end: int) -> None:
        """Text that stands in a tag: it follows behind all else, as a paragraph of its own."""
        if end > start and not self.is_silent:
            self._aside.append(Span(start, end))

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
        if not self.is_silent and self._source.startswith(data, start):
            self.prose.copy(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._at()
        end = start + len(written)
        end += self._source.startswith(";", end)
        if not self.is_silent:
            self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        """The source from ``start`` to ``end`` with its references carried out."""
        at = start
        for match in _REFERENCE.finditer(self._source, start, end):
            text = unescape(match.group())
            if text != match.group():
                self.prose.copy(at, match.start())
                self.prose.replace(*match.span(), text)
                at = match.end()
        self.prose.copy(at, end)

    def check_for_whole_start_tag(self, i: int) -> int:
        """Raises InputError where tags without end would make reading take for ever."""
        found: int = super().check_for_whole_start_tag(i)
        if found < 0:
            self._in_vain += len(self.rawdata) - i
            if self._in_vain > max(_IN_VAIN, 4 * len(self.rawdata)):
                raise InputError("too many tags have no end", self.path, self.getpos()[0])
        return found

    def parse_comment(self, i: int, report: bool = True) -> int:
        """As browsers do: one that never ends runs to the end of the text."""
        found = _END_OF_COMMENT.search(self.rawdata, i + 4)
        close, end = (found.start(), found.end()) if found else (len(self.rawdata),) * 2
        if self.rawdata.startswith(("<!-->", "<!--->"), i):
            close = end = self.rawdata.index(">", i) + 1
        span = Span(self._base + i, self._base + end)
        self.comments.append(Comment(span, self.rawdata[i + 4 : close]))
        return end

    def parse_html_declaration(self, i: int) -> int:
        """``<![CDATA[…]]>`` is text where it is known (XHTML), and nowhere a comment that ends
        at the first ``>``."""
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        if not self.rawdata.startswith(_CDATA, i):
            return self.parse_bogus_comment(i, report=False)  # ``<![if …]>`` and what it was not
        end = self.rawdata.find("]]>", i)
        close = end if end >= 0 else len(self.rawdata)
        if not self.is_silent:
            self.prose.copy(self._base + i + len(_CDATA), self._base + close)
        return min(close + 3, len(self.rawdata))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        self._break(tag)
        values = {key: value or "" for key, value in attrs}
        self._note(tag, values)
        if tag not in elements.VOID:
            self._push(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        self._note(tag, {key: value or "" for key, value in attrs})

    def _end_implied(self, tag: str) -> None:
        """Close the paragraph, list item or cell that the start of ``tag`` ends."""
        for one, (enders, walls) in elements.IMPLIED.items():
            if not self._counts[one] or tag not in enders:
                continue
            for at in range(len(self._open) - 1, -1, -1):
                if self._open[at].tag == one:
                    self.close_to(at)
                elif self._open[at].tag in walls:
                    break

    def _push(self, tag: str, values: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise InputError("elements are nested too deeply", self.path, self.getpos()[0])
        inherited = self._open[-1].language if self._open else ""
        language = values.get("lang", values.get("xml:lang", "")).lower().strip() or inherited
        if tag == "html" and not _is_cyrillic(language):
            language = ""
        self._open.append(_Open(tag, self.prose.length, language))
        self._counts[tag] += 1
        self._silent += tag in elements.SKIPPED
        self._mark_language()

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if self._counts[tag]:
            while self._close_last() != tag:
                pass

    def _close_last(self) -> str:
        last = self._open.pop()
        self._counts[last.tag] -= 1
        self._silent -= last.tag in elements.SKIPPED
        self._mark_language()
        span = Span(last.start, self.prose.length)
        if last.tag in elements.QUOTES and span.end > span.start:
            self.quoted.append(span)
        return last.tag

    def _mark_language(self) -> None:
        """Begin or end a foreign passage where the language at hand changes."""
        here, since = self.prose.length, self._foreign_since
        is_foreign = bool(self._open) and self._open[-1].is_foreign
        if is_foreign and since is None:
            self._foreign_since = here
        elif since is not None and not is_foreign:
            self._foreign_since = None
            if here > since:
                self.foreign.append(Span(since, here))

    def _break(self, tag: str) -> None:
        if tag in elements.BLOCKS:
            self.prose.block()
        elif tag in ("br", "img") or tag in elements.APART:
            self.prose.add("\n" if tag == "br" else " ")

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """What a tag says of the date and the language, and what it says to people."""
        if tag == "html":
            self.language = values.get("lang") or None
        said = values.get("property", values.get("name", values.get("itemprop", ""))).lower()
        if tag == "meta" and said in elements.PUBLISHED:
            self.date = self.date or _day(values.get("content", ""))
        if tag == "time":
            self.date = self.date or _day(values.get("datetime", ""))
        wanted = elements.READ.intersection(values)
        if tag == "meta" and said in elements.READ_META:
            wanted |= {"content"}
        here = values.get("lang", self._open[-1].language if self._open else "")
        if wanted and not _is_foreign(here.lower()):
            self._read_attributes(wanted)

    def _read_attributes(self, wanted: frozenset[str]) -> None:
        start, written = self._at(), self.get_starttag_text() or ""
        for match in _ATTRIBUTE.finditer(written):
            if match["name"].lower() in wanted:
                group = match.lastgroup or "bare"
                self.aside(start + match.start(group), start + match.end(group))


#: Languages that write Cyrillic. A page whose Cyrillic text is declared English was made from a
#: template that nobody adapted.
_CYRILLIC = frozenset("kk ky uz tg tk az mn uk be bg sr mk tt ba cv ce os ab av sah udm kv".split())


def _is_foreign(language: str) -> bool:
    return bool(language) and not language.startswith("ru")


def _is_cyrillic(language: str) -> bool:
    return language.partition("-")[0] in _CYRILLIC


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
