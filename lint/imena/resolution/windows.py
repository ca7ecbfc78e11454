"""A stretch of a text with its margins, looked at as if it were the whole text.

What the rest of the text has to say about it (is this person named in full anywhere? how often
does this word stand there?) a window asks of the whole and remembers. While the text of the
window and all answers stay the same, so do its deviations: nobody looks at it again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, Protocol
from weakref import proxy

from imena.config import Settings
from imena.findings import Edit
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.channels import CHANNELS, WHOLE_CHANNELS
from imena.resolution.channels.mixed import Dotted, names_with_yo, places_of_two_names
from imena.resolution.contrast import told_apart
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.introductions import Introductions
from imena.resolution.mentions import Mention, Persons
from imena.resolution.strangers import Unit, names_of
from imena.resolution.zones import Spans, Zones
from imena.text.document import Document
from imena.text.naming import Naming
from imena.text.span import Span


class Whole(Protocol):
    """The text that a window is a part of."""

    def asked(self, question: str) -> Callable[[Any], Any]:
        """What tells what holds of the whole text; offsets are those of the whole."""


class Cut(NamedTuple):
    """What is cut out: ``text`` with the span of the stretch in it, the margins being the rest,
    the spans that the whole knows to be in another language, and what plugins say of it."""

    text: str
    core: Span
    foreign: tuple[Span, ...] = ()
    namings: tuple[Naming, ...] = ()


#: Questions about a place in the text.
_PLACES = frozenset("in_speech in_quotes is_shown rest_of_line".split())


class Window(Analysis):
    """One cut under the same lexicon and settings as the whole."""

    def __init__(self, cut: Cut, lexicon: Lexicon, settings: Settings) -> None:
        super().__init__(Document.plain(cut.text), lexicon, settings, cut.namings)
        self.cut = cut
        self._whole: Whole | None = None
        self._base = 0
        self._answers: dict[str, dict[Any, Any]] = {}
        self._found: list[list[Deviation]] | None = None

    def found(self, whole: Whole, base: int) -> list[list[Deviation]]:
        """The deviations of each local channel that begin in the stretch, offsets from ``base``,
        where the window begins in ``whole``."""
        self._whole, self._base = whole, base
        if self._found is None or not self._still_true():
            self._answers = {}
            self._found = [
                [] if channel in WHOLE_CHANNELS else [d for d in channel(self) if self._mine(d)]
                for channel in CHANNELS
            ]
        self._whole = None  # windows live on in the next versions: they must not keep this one
        return self._found

    def _mine(self, deviation: Deviation) -> bool:
        return self.cut.core.start <= deviation.span.start < self.cut.core.end

    def _still_true(self) -> bool:
        return all(self._holds(*both) for both in self._answers.items())

    def _holds(self, question: str, answers: dict[Any, Any]) -> bool:
        assert self._whole is not None
        told, by = self._whole.asked(question), self._base
        if question in _PLACES:
            return all(told(about + by) == answer for about, answer in answers.items())
        return all(told(about) == answer for about, answer in answers.items())

    def ask(self, question: str, about: Any = None) -> Any:
        """The answer of the whole, remembered."""
        known = self._answers.setdefault(question, {})
        if about not in known:
            assert self._whole is not None
            there = about + self._base if question in _PLACES else about
            known[about] = self._whole.asked(question)(there)
        return known[about]

    @cached_property
    def zones(self) -> Zones:
        return _WindowZones(self)

    @cached_property
    def full_names(self) -> Container[int]:
        return _Members(self, "full_names")

    @cached_property
    def surnames_in_text(self) -> Container[int]:
        return _Members(self, "surnames_in_text")

    @cached_property
    def written_right(self) -> Container[int]:
        return _Members(self, "written_right")

    @cached_property
    def told_apart(self) -> Container[int]:
        return _Members(self, "told_apart")

    @cached_property
    def plain_keys(self) -> Container[str]:
        return _Members(self, "plain_keys")

    def times(self, key: str) -> int:
        return int(self.ask("times", key))

    def times_in_any_case(self, key: str) -> int:
        return int(self.ask("times_in_any_case", key))

    @cached_property
    def introductions(self) -> Introductions:
        return _WindowIntroductions(self)

    def rest_of_line(self, offset: int) -> str:
        return str(self.ask("rest_of_line", offset))

    @property
    def day(self) -> date | None:
        answer: date | None = self.ask("day")
        return answer

    @property
    def writes_yo(self) -> bool:
        return bool(self.ask("writes_yo"))

    @cached_property
    def core(self) -> range:
        """The numbers of the words of the stretch."""
        return self.words.inside(self.cut.core)

    @cached_property
    def core_introductions(self) -> dict[str, set[str]]:
        return Introductions(self.words, self.lexicon, self.core).before

    @cached_property
    def core_hits_at(self) -> dict[int, list[Hit]]:
        return {at: hits for at, hits in self.hits_at.items() if at in self.core}

    @cached_property
    def core_persons(self) -> list[Mention]:
        return [mention for mention in self.persons if mention.first in self.core]

    @cached_property
    def core_right(self) -> frozenset[int]:
        return frozenset(h.entry for hits in self.core_hits_at.values() for h in hits if h.right)

    @cached_property
    def core_full(self) -> frozenset[int]:
        return frozenset(m.entry.number for m in self.core_persons if m.full and not m.rival)

    @cached_property
    def core_surnames(self) -> frozenset[int]:
        return frozenset(
            m.entry.number for m in self.core_persons if m.exact(Slot.SURNAME) and not m.rival
        )

    @cached_property
    def core_told_apart(self) -> frozenset[int]:
        return told_apart(self.words, self.core_persons)

    @cached_property
    def core_names(self) -> list[Unit]:
        return [unit for unit in names_of(self) if unit.first in self.core]

    @cached_property
    def core_places(self) -> list[Hit]:
        return [hit for hit in places_of_two_names(self) if hit.first in self.core]

    @cached_property
    def core_yo(self) -> list[Dotted]:
        return [one for one in names_with_yo(self) if one.hit.first in self.core]

    @cached_property
    def core_drops_yo(self) -> bool:
        drops, (first, last) = self.lexicon.known.drops_yo, (self.core.start, self.core.stop)
        return any(map(drops, self.words.texts[first:last]))

    def prepare(self) -> None:
        """Work out everything that the whole will want to know."""
        _ = (self.core_right, self.core_full, self.core_surnames, self.core_told_apart)
        _ = (self.core_names, self.core_places, self.core_yo, self.core_drops_yo)
        _ = (self.core_introductions, self.settled)

    @cached_property
    def settled(self) -> bool:
        """Whether no person's names run from the left border into the stretch: then which of them
        belong together would depend on what stands before the window. A patronymic or a particle
        between two of them ends no run."""
        if self.core.start == 0:
            return True
        return not Persons(self.words, self.lexicon, self._parted[0]).run_in(self.core.start)


# What a window owns holds it weakly: a window goes with the version that it is gone from, and not
# only when the collector comes, for which there is no time between two keystrokes.


class _Members(Container[Any]):
    """A set of the whole, asked for single members."""

    def __init__(self, window: Window, question: str) -> None:
        self._window, self._question = proxy(window), question

    def __contains__(self, one: object) -> bool:
        assert isinstance(one, Hashable)
        return bool(self._window.ask(self._question, one))


class _WindowIntroductions(Introductions):
    """People are introduced anywhere in the text."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.words, window.lexicon, range(0))
        self._window = proxy(window)

    def names_before(self, stem: str) -> frozenset[str]:
        names: frozenset[str] = self._window.ask("names_before", stem)
        return names


class _WindowZones(Zones):
    """Addresses are seen from within; quotation marks may open and close far outside."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.document, window.words, bool)
        self._window = proxy(window)

    @cached_property
    def foreign(self) -> Spans:
        return Spans(self._window.cut.foreign)

    def in_speech(self, offset: int) -> bool:
        return bool(self._window.ask("in_speech", offset))

    def in_quotes(self, offset: int) -> bool:
        return bool(self._window.ask("in_quotes", offset))

    def is_shown(self, offset: int) -> bool:
        return bool(self._window.ask("is_shown", offset))

    def cites(self, word: str) -> bool:
        return bool(self._window.ask("cites", word))


def moved(deviation: Deviation, by: int) -> Deviation:
    """``deviation`` with its offsets moved."""
    edits = tuple(Edit(edit.span.shift(by), edit.text) for edit in deviation.edits)
    return replace(deviation, span=deviation.span.shift(by), edits=edits)


def moved_hit(hit: Hit, by: int) -> Hit:
    """``hit`` with the numbers of its words moved."""
    return hit._replace(first=hit.first + by, last=hit.last + by)


def moved_mention(mention: Mention, by: int) -> Mention:
    """``mention`` with the numbers of its words moved."""
    slots = {slot: moved_hit(hit, by) for slot, hit in mention.slots.items()}
    return replace(
        mention,
        slots=slots,
        first=mention.first + by,
        last=mention.last + by,
        initials=tuple(at + by for at in mention.initials),
        other=None if mention.other is None else mention.other + by,
    )
