"""Whom the text itself introduces: which given names and initials stand before which surnames.

A text that names «Семён Бересов» speaks of him when it later says «Бересова», however near a
surname of the dictionary is (DESIGN § 7.2: a different given name is another person).
"""

from __future__ import annotations

from collections.abc import Collection

from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot, Status
from imena.resolution.edits import slip
from imena.resolution.stems import stem_of
from imena.resolution.vocabulary import Mark
from imena.resolution.words import Gap, Shape, Words


class Introductions:
    """The names that stand right before each capitalised word, by the stem of that word."""

    def __init__(self, words: Words, lexicon: Lexicon, within: range | None = None) -> None:
        """``within`` are the numbers of the words to look at, all of them unless given."""
        self.words = words
        self.lexicon = lexicon
        self.before: dict[str, set[str]] = {}
        capitals = words.with_mark(Mark.CAPITAL)
        for at in capitals if within is None else (n for n in capitals if n in within):
            titled = at and words.shape(at) in (Shape.TITLE, Shape.MIXED)
            if titled and (name := self._name(at - 1)):
                self.before.setdefault(stem_of(words.key(at)), set()).add(name)

    def _name(self, at: int) -> str | None:
        """The folded given name or initial that word ``at`` is, if it stands before a word."""
        words, known = self.words, self.lexicon.known
        if words.gap(at) is Gap.POINT and len(words.tokens[at].text) == 1:
            return words.key(at)
        if words.gap(at) is not Gap.SPACE or words.shape(at) is not Shape.TITLE:
            return None
        key = words.key(at)
        if len(key) < 2 or (known.is_ordinary(key) and not known.given_name(key).count):
            return None
        if known.is_place(key) or (words.starts_sentence(at) and known.is_ordinary(key)):
            return None
        return key

    def another(self, key: str, entry: StoredEntry) -> bool:
        """Whether the text gives the surname that ``key`` is a form of to somebody who is not
        ``entry``."""
        return any(not self._may_be(name, entry) for name in self.names_before(stem_of(key)))

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
