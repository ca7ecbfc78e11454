"""Whom the text itself introduces: which given names and initials stand before which surnames.

A text that names «Семён Бересов» speaks of him when it later says «Бересова», however near a
surname of the dictionary is (DESIGN § 7.2: a different given name is another person).
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot, Status
from imena.resolution.edits import slip
from imena.resolution.stems import stem_of
from imena.resolution.words import Gap, Shape, Words


class Namer(Enum):
    """Where in a sentence a word may be the given name before a surname."""

    NOWHERE = 0
    INSIDE = 1
    ANYWHERE = 2


_NOWHERE, _INSIDE = Namer.NOWHERE, Namer.INSIDE
_TITLE, _MIXED = Shape.TITLE, Shape.MIXED
_POINT, _SPACE = Gap.POINT, Gap.SPACE


class Introductions:
    """The names that stand right before each capitalised word, by the stem of that word."""

    def __init__(self, words: Words, lexicon: Lexicon, within: range | None = None) -> None:
        """``within`` are the numbers of the words to look at, all of them unless given."""
        self.words = words
        self.lexicon = lexicon
        self.before: dict[str, set[str]] = {}
        capitals = words.capitals
        for at in capitals if within is None else (n for n in capitals if n in within):
            word = words.notable[at]
            if at and word and word.stem and (word.shape is _TITLE or word.shape is _MIXED):
                name = self._name(at - 1)
                if name:
                    self.before.setdefault(word.stem, set()).add(name)

    def _name(self, at: int) -> str | None:
        """The folded given name or initial that word ``at`` is, if it stands before a word."""
        words = self.words
        word, gap = words.notable[at], words.separators[at]
        if gap.short is _POINT and len(words.texts[at]) == 1:
            return words.key(at)
        if word is None or word.shape is not _TITLE or words.gap(at) is not _SPACE:
            return None
        namer = word.namer
        if namer is None:
            namer = word.namer = self._namer(word.key)
        if namer is _NOWHERE or (namer is _INSIDE and words.starts_sentence(at)):
            return None
        return word.key

    def _namer(self, key: str) -> Namer:
        known = self.lexicon.known
        ordinary = known.is_ordinary(key)
        given = not ordinary or known.given_name(key).count
        if len(key) < 2 or not given or known.is_place(key):
            return Namer.NOWHERE
        return Namer.INSIDE if ordinary else Namer.ANYWHERE

    def another(self, key: str, entry: StoredEntry, in_full: bool = False) -> bool:
        """Whether the text gives the surname that ``key`` is a form of to somebody who is not
        ``entry``; ``in_full`` goes by given names alone, for of two initials the last is none."""
        names = self.names_before(stem_of(key))
        return any(len(n) > in_full and not self._may_be(n, entry) for n in names)

    def names_before(self, stem: str) -> Collection[str]:
        """The folded given names and initials before the words of ``stem``."""
        return self.before.get(stem, ())

    def _may_be(self, name: str, entry: StoredEntry) -> bool:
        """Whether ``name`` is, or is a slip of, a name of ``entry``."""
        fold = self.lexicon.language.fold
        for part in entry.parts:
            if part.status > Status.FORBIDDEN or part.slot is Slot.ABBR:
                continue
            if len(name) == 1:
                if fold(part.text).startswith(name):
                    return True
                continue
            for form, _, _ in part.forms:
                folded = fold(form)
                for piece in (folded, *folded.replace("-", " ").split()):
                    if piece == name or (len(piece) > 3 and slip(name, piece)):
                        return True
        return False
