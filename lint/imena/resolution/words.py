"""The words of one text by number, with what separates them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import accumulate, compress
from operator import attrgetter
from typing import overload

from imena.languages.ru.alphabet import DASHES, HYPHENS, INVISIBLE
from imena.resolution.vocabulary import Mark, Quirk, Shape, Vocabulary, Word, plain, plain_key
from imena.text.span import Span
from imena.text.tokens import Token, split

__all__ = ["HYPHEN_GAPS", "Gap", "Quirk", "Separator", "Shape", "Word", "Words"]


class Gap(IntEnum):
    """What stands between two neighbouring words."""

    SPACE = 0
    HYPHEN = 1
    DASH = 2
    SPACED_HYPHEN = 3
    POINT = 4
    BREAK = 5
    ODD_HYPHEN = 6


#: What is met in place of a hyphen.
HYPHEN_GAPS = (Gap.HYPHEN, Gap.ODD_HYPHEN, Gap.DASH, Gap.SPACED_HYPHEN)
_HYPHENISH = HYPHENS | DASHES
_OPENING = frozenset('«“"\n(')
_ENDS = frozenset('.!?…\n:;«»“”„"—–(•')
#: Characters that may be part of an address where no space follows them.
ADDRESS_MARKS = frozenset("@#_/")


class Separator:
    """A stretch between two words: what it is behind a word of up to two letters (``short``)
    and behind a longer one (``long``), or behind ``both``; and whether a capital behind it is due
    to its place."""

    __slots__ = ("both", "hyphen", "long", "marked", "opens", "short", "technical", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.long = _gap(_seen(text))
        self.short = Gap.POINT if _seen(text).strip() in (".", ".-") else self.long
        self.hyphen = self.long in HYPHEN_GAPS
        self.both = self.long if self.long is self.short else None
        self.opens = text in _OPENING or (len(text) > 1 and not _ENDS.isdisjoint(text))
        self.technical = not ADDRESS_MARKS.isdisjoint(text) or text[-1:] == "."
        self.marked = self.hyphen or self.technical


_MARKED = attrgetter("marked")


def _seen(text: str) -> str:
    """``text`` without what no reader sees."""
    return "".join(c for c in text if c not in INVISIBLE)


def _gap(between: str) -> Gap:
    if between in (" ", "\u00a0"):
        return Gap.SPACE
    if between == "-":
        return Gap.HYPHEN
    if between in HYPHENS:
        return Gap.ODD_HYPHEN
    if between in DASHES:
        return Gap.DASH
    bare = between.strip()
    if not bare:
        return Gap.SPACE if between.count("\n") < 2 else Gap.BREAK
    if bare in _HYPHENISH and "\n" not in between:
        return Gap.SPACED_HYPHEN
    return Gap.BREAK


class _Separators(dict[str, Separator]):
    """Every stretch between words that was met, while it is short."""

    def __missing__(self, text: str) -> Separator:
        found = Separator(text)
        if len(text) <= _SHORT and len(self) < _MOST:
            self[text] = found
        return found


_SHORT, _MOST = 8, 20_000
#: Characters from which on a text keeps one copy of the same spelling.
_LONG = 1 << 14
_SEPARATORS = _Separators()


class Words:
    """Made in a few passes over the whole text, none of which makes an object for a word: texts
    are long, and most words matter to nothing."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.texts: list[str] = []
        #: The words as the vocabulary has them, None for those that matter to nothing.
        self.notable: list[Word | None] = []
        self.separators: list[Separator] = []
        self.starts = array("I" if len(text) < 1 << 31 else "Q")
        kept: dict[str, str] = {}
        for pieces, start in split(text):
            texts = pieces[1::2]
            self.texts += map(kept.setdefault, texts, texts) if len(text) > _LONG else texts
            if len(kept) > _MOST:
                kept.clear()
            self.notable += map(vocabulary.__getitem__, texts)
            self.separators += map(_SEPARATORS.__getitem__, pieces[2::2])
            ends = array(self.starts.typecode, accumulate(map(len, pieces), initial=start))
            self.starts += ends[1:-1:2]

    @property
    def tokens(self) -> Sequence[Token]:
        return _Tokens(self)

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def marked(self) -> list[int]:
        """The words that may matter: notable themselves, or before a hyphen or an odd stretch."""
        notable = [*compress(range(len(self.texts)), self.notable)]
        return sorted({*notable, *self.spanned}) if self.spanned else notable

    @cached_property
    def spanned(self) -> list[int]:
        """The words before a hyphen or an odd stretch."""
        return [*compress(range(len(self.texts)), map(_MARKED, self.separators))]

    @cached_property
    def _marks(self) -> int:
        """The marks of all words together."""
        found = 0
        for word in set(self.notable):
            if word:
                found |= word.marks
        return found

    def with_mark(self, mark: int) -> list[int]:
        """The numbers of the words with ``mark``."""
        if not self._marks & mark:
            return []
        words = self.notable
        return [at for at in self.marked if (word := words[at]) and word.marks & mark]

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words that are not in small letters throughout."""
        return self.with_mark(Mark.CAPITAL)

    def word(self, at: int) -> Word:
        """Word ``at``; a plain one is made when it is asked for."""
        return self.notable[at] or plain(self.texts[at])

    def some(self, first: int, last: int) -> list[Word]:
        """Words ``first`` up to and without ``last``."""
        return [self.word(at) for at in range(first, last)]

    def key(self, at: int) -> str:
        word = self.notable[at]
        return word.key if word else plain_key(self.texts[at])

    def shape(self, at: int) -> Shape:
        word = self.notable[at]
        return word.shape if word else Shape.LOWER

    def start(self, at: int) -> int:
        return self.starts[at]

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.texts[at])

    def span(self, first: int, last: int) -> Span:
        """The span of words ``first`` up to and without ``last``."""
        return Span(self.starts[first], self.end(last - 1))

    def between(self, at: int) -> str:
        """The text between word ``at`` and the next."""
        return self.separators[at].text

    def gap(self, at: int) -> Gap:
        """What stands between word ``at`` and the next (BREAK after the last)."""
        if not 0 <= at < len(self.texts) - 1:
            return Gap.BREAK
        between = self.separators[at]
        if between.both is not None:
            return between.both
        return between.short if len(self.texts[at]) <= 2 else between.long

    def joined(self, first: int, last: int) -> bool:
        """Whether a hyphen joins words ``first`` up to ``last`` to a neighbour: «Лао» of «Лао-цзы»
        is a piece of a longer word."""
        return self.hyphen_behind(first - 1) or self.hyphen_behind(last - 1)

    def hyphen_behind(self, at: int) -> bool:
        """Whether word ``at`` and the next are joined by a hyphen, of whatever kind."""
        return self.gap(at) in (Gap.HYPHEN, Gap.ODD_HYPHEN)

    def key_before(self, first: int) -> str:
        """The word right before word ``first``, folded; empty where more than a space stands
        between."""
        return self.key(first - 1) if self.gap(first - 1) is Gap.SPACE else ""

    def capital_behind(self, last: int) -> bool:
        """Whether word ``last``, right behind the one before it, is a word with a capital."""
        behind = last < len(self.texts) and self.gap(last - 1) is Gap.SPACE
        return behind and self.shape(last) is Shape.TITLE

    def small(self, first: int, last: int) -> bool:
        """Whether words ``first`` up to ``last`` are all in small letters."""
        return all(self.shape(at) is Shape.LOWER for at in range(first, last))

    def starts_sentence(self, at: int) -> bool:
        """Whether word ``at`` has its capital from its place: first in the text, after an end
        mark, a quotation mark or a dash that opens a line."""
        return at == 0 or self.separators[at - 1].opens

    def inside(self, span: Span) -> range:
        """The words that begin in ``span``."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


class _Tokens(Sequence[Token]):
    """The words as tokens, each made when it is asked for."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        text, start = self._words.texts[at], self._words.starts[at]
        return Token(text, start, start + len(text))

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self)))
