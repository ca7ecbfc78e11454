"""Where in a text not to look, or to look with other eyes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from imena.languages.ru.alphabet import FOREIGN_CYRILLIC
from imena.languages.ru.usage import METALINGUISTIC, OTHER_LANGUAGE
from imena.text.document import Document
from imena.text.span import Span

_TECHNICAL = re.compile(
    r"https?://[^\s<>«»]+|www\.[^\s<>«»]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[@#][\w\u0300-\u036f]+"
    r"|\w*_\w[\w.]*"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|net|info|рф|uz|kg|by|ua|am|az|ge|tj|md|me|io|docx?|"
    r"xlsx?|pdf|txt|jpe?g|png|mp[34]|zip|html?)\b(?:/\S*)?",
    re.IGNORECASE,
)
_QUOTES = re.compile('[«»“”„"]')
_SENTENCE = re.compile(r"[^.!?…\n]+")
_FOREIGN_LETTERS = frozenset(FOREIGN_CYRILLIC) | frozenset(c.upper() for c in FOREIGN_CYRILLIC)
_WORDS = re.compile(r"[^\W\d_]+")


class Quote(NamedTuple):
    """A quotation: the span between its marks, and whether a mark is a straight ``"``."""

    span: Span
    straight: bool
    speech: bool
    shown: bool


class Spans:
    """Sorted, not overlapping spans, asked by offset."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]

    def __contains__(self, offset: object) -> bool:
        assert isinstance(offset, int)
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self.spans[at].end


class Zones:
    """The zones of one document, each found when first asked for."""

    def __init__(self, document: Document, is_word: Callable[[str], bool]) -> None:
        """``is_word`` says whether a word stands in the Russian dictionary."""
        self.document = document
        self.text = document.text
        self.is_word = is_word

    @cached_property
    def technical(self) -> Spans:
        """URLs, addresses, handles, hashtags, file names."""
        if not any(mark in self.text for mark in ".@#_"):
            return Spans(())
        return Spans(Span(*m.span()) for m in _TECHNICAL.finditer(self.text))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations, outer and inner, in order of their opening marks."""
        return tuple(sorted(self._quotes()))

    def _quotes(self) -> Iterator[Quote]:
        open_: list[tuple[int, str]] = []
        for match in _QUOTES.finditer(self.text):
            mark, at = match.group(), match.start()
            if mark in "«„" or (mark in '"“' and not self._closes(mark, open_)):
                open_.append((at, mark))
            elif open_:
                start, opened = open_.pop()
                yield self._quote(Span(start + 1, at), opened == '"' or mark == '"')
            if len(open_) > 8:
                del open_[0]

    def _closes(self, mark: str, open_: list[tuple[int, str]]) -> bool:
        return bool(open_) and (open_[-1][1] == mark or (mark == "“" and open_[-1][1] == "„"))

    def _quote(self, span: Span, straight: bool) -> Quote:
        inside = span.of(self.text)
        before = self.text[max(0, span.start - 60) : span.start].lower()
        after = self.text[span.end + 1 : span.end + 5]
        long = inside.count(" ") >= 3
        spoken = long or bool(re.match(r"[,.!?]*\s*[—–-]", after)) or inside[-1:] in ",!?…."
        shown = any(stem in before for stem in METALINGUISTIC)
        return Quote(span, straight, spoken and inside.count(" ") >= 1, shown)

    @cached_property
    def _speech(self) -> Spans:
        mine = [q.span for q in self.quotes if q.speech]
        return Spans(_outer([*mine, *self.document.quoted]))

    @cached_property
    def _quoted(self) -> Spans:
        return Spans(_outer([*(q.span for q in self.quotes), *self.document.quoted]))

    @cached_property
    def _shown(self) -> Spans:
        return Spans(_outer(q.span for q in self.quotes if q.shown))

    def in_speech(self, offset: int) -> bool:
        """Whether somebody else's words stand at ``offset``."""
        return offset in self._speech

    def in_quotes(self, offset: int) -> bool:
        return offset in self._quoted

    def is_shown(self, offset: int) -> bool:
        """Whether the quotation at ``offset`` is there to show a spelling."""
        return offset in self._shown

    @cached_property
    def foreign(self) -> Spans:
        """Passages in another language that writes Cyrillic."""
        found = list(self.document.foreign)
        if not _FOREIGN_LETTERS.isdisjoint(self.text):
            found += self._foreign_sentences()
        found += self._announced()
        return Spans(_outer(found))

    def _foreign_sentences(self) -> Iterator[Span]:
        for quote in self.quotes:
            if self._is_foreign(quote.span.of(self.text), quoted=True):
                yield quote.span
        for match in _SENTENCE.finditer(self.text):
            if self._is_foreign(match.group()):
                yield Span(*match.span())

    def _is_foreign(self, text: str, quoted: bool = False) -> bool:
        """Whether a passage is in another Cyrillic language: words with letters that Russian
        lacks, and most of the words in small letters not Russian (names say nothing)."""
        words = [w for w in _WORDS.findall(text) if len(w) > 1]
        marked = [w for w in words if not _FOREIGN_LETTERS.isdisjoint(w)]
        small = [w for w in words if w[0].islower()]
        if len(words) < 2 or not marked:
            return False
        if not small:
            return quoted and len(marked) * 2 >= len(words)
        strange = sum(w in marked or not self.is_word(w) for w in small)
        return strange * (3 if quoted else 2) > len(small) or (
            any(w in marked for w in small) and len(marked) * 10 >= len(words) * 3
        )

    def _announced(self) -> Iterator[Span]:
        low = self.text.lower()
        if not any(phrase in low for phrase in OTHER_LANGUAGE):
            return
        for quote in self.quotes:
            before = low[max(0, quote.span.start - 60) : quote.span.start]
            if any(phrase in before for phrase in OTHER_LANGUAGE):
                yield quote.span


def _outer(spans: Iterable[Span]) -> list[Span]:
    """``spans`` with overlapping ones merged."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
