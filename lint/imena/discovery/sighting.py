"""What discovery speaks in: one occurrence of an unknown name, and what it may be."""

from __future__ import annotations

from typing import NamedTuple

from imena.morphology import Case
from imena.text.excerpt import Excerpt
from imena.text.span import Span


class Lemma(NamedTuple):
    """A name in the nominative. ``kind`` is person, place or organisation; a person has ``given``
    and ``surname`` (folded while readings are compared, as written when done), other things
    ``name``; ``gender`` is m, f, n or empty."""

    kind: str
    gender: str = ""
    given: str = ""
    patronymic: str = ""
    surname: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """The name in full."""
        parts = (self.given, self.patronymic, self.surname, self.name)
        return " ".join(part for part in parts if part)


class Reading(NamedTuple):
    """A lemma that an occurrence may be a form of, and the cases it would stand in."""

    lemma: Lemma
    cases: frozenset[Case]


class Candidate(NamedTuple):
    """A stretch of prose that may be an unknown name. ``echo`` marks a surname alone, which
    counts only where its bearer is named in full in the same text."""

    span: Span
    readings: tuple[Reading, ...]
    echo: bool = False


class Sighting(NamedTuple):
    """A candidate where it stands."""

    excerpt: Excerpt
    readings: tuple[Reading, ...]
    echo: bool = False

    @property
    def text(self) -> str:
        return self.excerpt.text
