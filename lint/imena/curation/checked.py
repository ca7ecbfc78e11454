"""Rows of dictionaries under examination, and what every form in them means.

The gates themselves are in :mod:`imena.curation.gates`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from imena.errors import DictionaryError
from imena.findings import Message
from imena.languages.base import Language
from imena.lexicon.compile import Record, compile_entry
from imena.lexicon.dictionary import Row, merge
from imena.lexicon.entry import Entry
from imena.lexicon.lexicon import Lexicon, StoredPart
from imena.lexicon.parts import Part, Slot, Status, parts

#: Parts that name the bearer without the rest of the name.
WHOLE = (Slot.SURNAME, Slot.NAME)


class Problem(NamedTuple):
    """One thing to put right. ``gate`` is a stable code; ``line`` is 1-based."""

    path: str
    line: int
    gate: str
    message: Message

    def shown(self, language: str) -> str:
        """``file:line: message [gate]``."""
        return f"{self.path}:{self.line}: {self.message.in_language(language)} [{self.gate}]"


class Meaning(NamedTuple):
    """What a folded form is in some entry."""

    id: str
    title: str
    dictionary: str
    right: bool
    forbidden: bool


class Checked:
    """Rows of dictionary files, and the lexicon of what is in force besides them.

    ``listed`` are pairs of names known to be alike, besides those that the rows list.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        language: Language,
        around: Lexicon | None = None,
        listed: Iterable[frozenset[str]] = (),
    ) -> None:
        self.rows = rows
        self.language = language
        self.around = around
        self.listed = frozenset(listed)
        self.broken: list[Problem] = []

    @cached_property
    def entries(self) -> list[tuple[Row, Entry]]:
        """The rows that make an entry of themselves; those that do not are in ``broken``."""
        made = []
        for row in self.rows:
            try:
                (entry,) = merge([Row(row.kind, dict(row.values), row.shown, row.path, row.line)])
            except DictionaryError as error:
                message = Message(error.message, error.message)
                self.broken.append(Problem(row.path, row.line, "invalid", message))
            else:
                made.append((row, entry))
        return made

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(entry.id for _, entry in self.entries)

    @cached_property
    def alike(self) -> frozenset[frozenset[str]]:
        """Pairs of names that a person has told apart."""
        named = (
            frozenset({entry.title, str(other)})
            for row, entry in self.entries
            for other in row.values.get("confusable", ())
        )
        return self.listed.union(named)

    @cached_property
    def meanings(self) -> dict[str, list[tuple[Row, Meaning]]]:
        """What each form of a whole name is in the rows."""
        found: dict[str, list[tuple[Row, Meaning]]] = {}
        for row, entry in self.entries:
            strings = parts(entry, self.language)
            for key, record in compile_entry(0, entry, self.language).keys:
                made = _meaning(entry.id, entry.title, row.shown, strings[record.part], record)
                if made is not None:
                    found.setdefault(key, []).append((row, made))
        return found

    def meanings_around(self, key: str) -> Iterator[Meaning]:
        """What ``key`` is in the other dictionaries, entries that the rows extend left out."""
        for record in self.around.exact(key) if self.around else ():
            assert self.around is not None
            entry = self.around.entry(record.entry)
            ref, part = entry.ref, entry.parts[record.part]
            made = _meaning(entry.id, ref.name, ref.dictionary, part, record)
            if made is not None and entry.id not in self.ids:
                yield made

    def titles_around(self) -> Iterator[tuple[str, str, str]]:
        """Kind, title and dictionary of the other entries."""
        for number in range(len(self.around.index) if self.around else 0):
            assert self.around is not None
            entry = self.around.entry(number)
            if entry.id not in self.ids:
                yield entry.kind, entry.ref.name, entry.ref.dictionary


def _meaning(
    name: str, title: str, dictionary: str, part: Part | StoredPart, record: Record
) -> Meaning | None:
    right = record.status <= Status.POLICY
    forbidden = record.status == Status.FORBIDDEN and not part.phrase
    if part.slot not in WHOLE or not (right or forbidden):
        return None
    return Meaning(name, title, dictionary, right, forbidden)
