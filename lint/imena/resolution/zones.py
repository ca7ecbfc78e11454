"""Where in a text not to look, or to look with other eyes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from imena.languages.ru.alphabet import FOREIGN_CYRILLIC
from imena.languages.ru.usage import (
    CAPTIONED,
    LANGUAGE_HINTS,
    LANGUAGES,
    METALINGUISTIC,
    OTHER_LANGUAGE,
)
from imena.resolution.stems import stem_of
from imena.resolution.vocabulary import Mark
from imena.resolution.words import ADDRESS_MARKS, Words
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
_ANNOUNCED = re.compile("|".join([*map(re.escape, OTHER_LANGUAGE), LANGUAGES]))
_SPACE = re.compile(r"\s")
#: What stands behind speech, before who says it.
_SPEAKER = re.compile(r"[,.!?]*\s*[—–-]")
_QUOTES = re.compile('[«»“”„"]')
_SENTENCE = re.compile(r"[^.!?…\n]+")
_FOREIGN_LETTERS = frozenset(FOREIGN_CYRILLIC) | frozenset(c.upper() for c in FOREIGN_CYRILLIC)
_WORDS = re.compile(r"[^\W\d_]+")


class Quote(NamedTuple):
    """A quotation: the span between its marks; whether a mark is a straight ``"``, and whether it
    is speech."""

    span: Span
    straight: bool
    speech: bool


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

    def __init__(self, document: Document, words: Words, is_word: Callable[[str], bool]) -> None:
        """``is_word`` says whether a word stands in the Russian dictionary."""
        self.is_word = is_word
        self.document = document
        self.text = document.text
        self.words = words

    @cached_property
    def technical(self) -> Spans:
        """URLs, addresses, handles, hashtags, file names."""
        return Spans(
            Span(*found.span())
            for stretch in self._stretches()
            for found in _TECHNICAL.finditer(self.text, *stretch)
        )

    def _stretches(self) -> Iterator[Span]:
        """Stretches between white space that hold what addresses hold; an address is never
        longer than its stretch."""
        words, done = self.words, 0
        if len(words) and not ADDRESS_MARKS.isdisjoint(self.text[: words.start(0)]):
            done = self._stretch_end(words.end(0))
            yield Span(0, done)
        odd = [at for at in words.spanned if words.separators[at].technical]
        underlined = words.with_mark(Mark.UNDERLINE)
        for at in sorted({*odd, *underlined}) if underlined else odd:
            end = self._stretch_end(words.end(min(at + 1, len(words) - 1)))
            if end > done:
                yield Span(max(done, self._stretch_start(words.start(at), done)), end)
                done = end

    def _stretch_start(self, at: int, least: int) -> int:
        while at > least and not self.text[at - 1].isspace():
            at -= 1
        return at

    def _stretch_end(self, at: int) -> int:
        found = _SPACE.search(self.text, at)
        return found.start() if found else len(self.text)

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
        start, end = span
        spaces = self.text.count(" ", start, end)
        spoken = spaces >= 3 or (
            spaces > 0
            and (
                self.text[end - 1] in ",!?…."
                or _SPEAKER.match(self.text, end + 1, end + 5) is not None
            )
        )
        return Quote(span, straight, spoken)

    def _before(self, quote: Quote) -> str:
        """What stands before a quotation, in small letters."""
        start = quote.span.start
        return self.text[max(0, start - 60) : start].lower()

    def _shows(self, quote: Quote) -> bool:
        """Whether a quotation is there to show a spelling."""
        before = self._before(quote)
        captioned = before.rstrip(' :«„“"').endswith(CAPTIONED)
        return captioned or any(stem in before for stem in METALINGUISTIC)

    def _is_announced(self, quote: Quote) -> bool:
        """Whether a quotation is said to be in another language."""
        before = self._before(quote)
        return any(map(before.__contains__, LANGUAGE_HINTS)) and bool(_ANNOUNCED.search(before))

    @cached_property
    def _speech(self) -> Spans:
        mine = [q.span for q in self.quotes if q.speech]
        return Spans(_outer([*mine, *self.document.quoted]))

    @cached_property
    def _quoted(self) -> Spans:
        return Spans(_outer([*(q.span for q in self.quotes), *self.document.quoted]))

    @cached_property
    def _shown(self) -> Spans:
        return Spans(_outer(q.span for q in self.quotes if self._shows(q)))

    def in_speech(self, offset: int) -> bool:
        """Whether somebody else's words stand at ``offset``."""
        return offset in self._speech

    def in_quotes(self, offset: int) -> bool:
        return offset in self._quoted

    def is_shown(self, offset: int) -> bool:
        """Whether the quotation at ``offset`` is there to show a spelling."""
        return offset in self._shown

    @cached_property
    def _cited(self) -> frozenset[str]:
        """The stems of small-lettered words that stand alone between quotation marks."""
        texts = (quote.span.of(self.text) for quote in self.quotes)
        return frozenset(stem_of(text) for text in texts if text.isalpha() and text.islower())

    def cites(self, word: str) -> bool:
        """«слово „фидан“ значит …»: whether the text speaks of the word, in small letters."""
        return stem_of(word) in self._cited

    @cached_property
    def foreign(self) -> Spans:
        """Passages in another language that writes Cyrillic."""
        found = [*self.document.foreign, *(q.span for q in self.quotes if self._is_announced(q))]
        marked = [self.words.start(at) for at in self.words.with_mark(Mark.FOREIGN)]
        if marked:
            found += self._foreign_passages(marked)
        return Spans(_outer(found))

    def _foreign_passages(self, marked: list[int]) -> Iterator[Span]:
        """Quotations and sentences in another language, of those with words at ``marked``."""
        quotes = ((quote.span, True) for quote in self.quotes)
        sentences = ((Span(*found.span()), False) for found in _SENTENCE.finditer(self.text))
        for span, quoted in (*quotes, *sentences):
            at = bisect_left(marked, span.start)
            held = at < len(marked) and marked[at] < span.end
            if held and self._is_foreign(span.of(self.text), quoted):
                yield span

    def _is_foreign(self, text: str, quoted: bool = False) -> bool:
        """Whether a passage is in another Cyrillic language: words with letters that Russian
        lacks, and most of the words in small letters not Russian (names say nothing)."""
        words = [w for w in _WORDS.findall(text) if len(w) > 1]
        marked = [w for w in words if not _FOREIGN_LETTERS.isdisjoint(w)]
        if len(words) < 2 or not marked:
            return False
        small = [w for w in words if w[0].islower()]
        if quoted and small and words[0] not in marked:
            small += words[:1]  # what opens a quotation is a word
        several = quoted and len(marked) > 1 and len(marked) * 3 >= len(words)
        if quoted and not small:  # the title of a newspaper
            return several or all(w in marked or not self.is_word(w.lower()) for w in words)
        if several or not small:
            return several
        strange = sum(w in marked or not self.is_word(w.lower()) for w in small)
        return strange * (3 if quoted else 2) > len(small) or (
            any(w in marked for w in small) and len(marked) * 10 >= len(words) * 3
        )


def _outer(spans: Iterable[Span]) -> list[Span]:
    """``spans`` with overlapping ones merged."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
