"""The lexicon: what is known of every name, asked by folded spelling."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set, Sized
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from imena.findings import EntryRef
from imena.languages.base import Language
from imena.lexicon.compile import Anchor, Record, bit
from imena.lexicon.index import FormIndex
from imena.lexicon.parts import Slot, Status
from imena.morphology import Features, NameKind

if TYPE_CHECKING:
    from imena.lexicon.known import KnownWords

Answer = TypeVar("Answer")
#: How many entries and how many answers are remembered at most.
_ENTRIES, _ANSWERS = 5_000, 200_000


@dataclass(frozen=True)
class StoredPart:
    """A part as the index keeps it; ``forms`` are (text, cell bits, 1 for also-right)."""

    slot: Slot
    status: Status
    right: int
    phrase: bool
    detail: str
    kind: NameKind
    text: str
    gender: str
    indecl: bool
    forms: tuple[tuple[str, int, int], ...]

    def all(self, mask: int) -> list[str]:
        """Forms that fill any cell of ``mask``, first choices first."""
        found = [(rank, text) for text, cell, rank in self.forms if cell & mask]
        return list(dict.fromkeys(text for _, text in sorted(found, key=lambda f: f[0])))

    def first(self, mask: int) -> str | None:
        """The form to write for the first cell of ``mask`` that the part has."""
        found = self.all(mask)
        return found[0] if found else None

    def form(self, features: Features) -> str | None:
        return self.first(bit(features))


@dataclass(frozen=True)
class StoredEntry:
    """An entry as the index keeps it."""

    number: int
    blob: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.blob["id"])

    @cached_property
    def kind(self) -> str:
        """person, place or organisation."""
        return str(self.blob["kind"])

    @cached_property
    def parts(self) -> tuple[StoredPart, ...]:
        return tuple(_part(values) for values in self.blob["parts"])

    @cached_property
    def ref(self) -> EntryRef:
        b = self.blob
        return EntryRef(b["id"], b["title"], b["dictionary"], b["note"])

    @cached_property
    def surname_words(self) -> frozenset[str]:
        """The words of the surname, as written."""
        surname = self.canonical(Slot.SURNAME)
        return frozenset(surname.text.split() if surname else ())

    def canonical(self, slot: Slot) -> StoredPart | None:
        """The right part of ``slot``."""
        return next((p for p in self.parts if p.slot is slot and p.status is Status.RIGHT), None)


def _part(values: list[Any]) -> StoredPart:
    slot, status, right, phrase, detail, kind, text, gender, indecl, forms = values
    made = tuple((f[0], f[1], f[2]) for f in forms)
    return StoredPart(
        Slot(slot),
        Status(status),
        right,
        bool(phrase),
        detail,
        NameKind(kind),
        text,
        gender,
        bool(indecl),
        made,
    )


def day(value: str | None) -> date | None:
    """A stored date."""
    return date.fromisoformat(value) if value else None


class Lexicon:
    """All names in force, with the language they are written in.

    Answers are memoised: the same words come again in every text of a run. ``notes`` is for what
    others remember for as long as the lexicon lives.
    """

    def __init__(self, index: FormIndex, language: Language) -> None:
        self.index = index
        self.language = language
        self.notes: dict[Any, Any] = {}
        self.forget()

    def forget(self) -> None:
        """Drop what was remembered: answers of a long run would fill the memory."""
        self._exact: dict[str, Sequence[Record]] = {}
        self._exact_of: dict[tuple[str, frozenset[int]], Sequence[Record]] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        self._namesakes: dict[tuple[str, str], frozenset[int]] = {}
        self._entries: dict[int, StoredEntry] = {}
        self._noted: dict[tuple[Any, str], Any] = {}
        self.noted_rivals: dict[tuple[str, str, int], float] = {}
        self.noted_far: dict[tuple[Any, ...], list[Any]] = {}
        self.noted_slips: dict[tuple[Any, ...], Any] = {}
        self.noted_forms: dict[tuple[int, int, int, str], str] = {}

    def refresh(self) -> None:
        """Forget if there is much to forget."""
        if len(self._entries) > _ENTRIES or sum(map(len, self._answers)) > _ANSWERS:
            self.forget()

    @property
    def _answers(self) -> tuple[Sized, ...]:
        memos = self._exact, self._exact_of, self._near, self._namesakes, self.noted_far
        return *memos, self._noted, self.noted_rivals, self.noted_slips, self.noted_forms

    def trim(self, most: int) -> None:
        """Forget, notes too, if there are more than ``most`` of a kind: the words that are half
        typed in an editor never come again."""
        if any(len(kind) > most for kind in (*self._answers, *self.notes.values())):
            self.forget()
            self.notes.clear()

    @cached_property
    def known(self) -> KnownWords:
        from imena.lexicon.known import KnownWords

        return KnownWords.open()

    def exact(self, key: str) -> Sequence[Record]:
        """All meanings of a folded spelling."""
        found = self._exact.get(key)
        if found is None:
            found = self._exact[key] = self.index.exact(key)
        return found

    def exact_of(self, key: str, entries: Set[int]) -> Sequence[Record]:
        """The meanings of ``key`` that belong to ``entries``."""
        asked = key, frozenset(entries)
        found = self._exact_of.get(asked)
        if found is None:
            found = self._exact_of[asked] = self.index.exact_of(key, entries)
        return found

    def namesakes(self, one: str, two: str) -> frozenset[int]:
        """The entries that have both keys as forms of two different parts."""
        found = self._namesakes.get((one, two))
        if found is None:
            found = self._namesakes[one, two] = frozenset(self.index.namesakes(one, two))
        return found

    def near(self, key: str) -> tuple[str, ...]:
        """Right folded forms at Damerau distance 1."""
        found = self._near.get(key)
        if found is None:
            found = self._near[key] = self.index.near(key)
        return found

    def noted(self, ask: Callable[[str, Lexicon], Answer], key: str) -> Answer:
        """``ask(key, self)``, remembered."""
        found: Answer | None = self._noted.get((ask, key))
        if found is None:
            found = self._noted[ask, key] = ask(key, self)
        return found

    def ends(self, word: str) -> bool:
        """Whether any right form of several words ends with ``word``."""
        return self.index.ends(word)

    def prefixes(self, text: str) -> list[str]:
        return self.index.prefixes(text)

    def anchors(self, word: str) -> tuple[Anchor, ...]:
        return self.index.anchors(word)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {str(self.index.blob(n)["id"]): n for n in range(len(self.index))}

    def number(self, id_: str) -> int | None:
        """The number of the entry with that id; the first call reads every entry."""
        return self._numbers.get(id_)

    def entry(self, number: int) -> StoredEntry:
        found = self._entries.get(number)
        if found is None:
            found = self._entries[number] = StoredEntry(number, self.index.blob(number))
        return found
