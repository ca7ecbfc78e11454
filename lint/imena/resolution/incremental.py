"""The analysis of a text that was analysed a moment ago and has changed in a few places.

The findings are those of a fresh analysis: the text is the same windows side by side, and what a
window cannot know by itself it asks of all of them (:mod:`imena.resolution.windows`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, cast

from imena.config import Settings
from imena.lexicon.lexicon import Lexicon
from imena.resolution.analysis import YO, Analysis
from imena.resolution.channels import CHANNELS, surest
from imena.resolution.channels.drift import drift_among, drift_deviations
from imena.resolution.channels.mixed import Dotted, mixed_among, mixed_deviations
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.mentions import Mention
from imena.resolution.pieces import Counts, Stretch, cut, reach, stretches
from imena.resolution.revision import revised
from imena.resolution.strangers import Unit
from imena.resolution.vocabulary import Vocabulary
from imena.resolution.windows import Cut, Window, moved, moved_hit, moved_mention
from imena.text.document import Document
from imena.text.naming import Naming
from imena.text.span import Span


class Placed(NamedTuple):
    """A window where it stands: the offset of its first character in the text, and the number
    there of the first word of its stretch."""

    window: Window
    base: int
    first: int

    @property
    def by(self) -> int:
        """What is to be added to the numbers of its words."""
        return self.first - self.window.core.start


class Incremental:
    """Analyses the versions of one text, one after another, under one lexicon and settings."""

    def __init__(self, lexicon: Lexicon, settings: Settings) -> None:
        self.lexicon, self.settings = lexicon, settings
        self._stretches: list[Stretch] = []
        self._windows: dict[Cut, Window] = {}
        self._count = Counts()
        self._before: WholeText | None = None
        self._versions = 0

    def analysis(self, document: Document, namings: Iterable[Naming] = ()) -> Analysis:
        """The analysis of the text as it is now. The first one of a long text is a plain one,
        which is sooner done; :meth:`prepare` makes the later ones fast."""
        self._versions += 1
        whole = self._whole(document, namings)
        if self._versions == 1 and len(document.text) > _LONG:
            return whole.alone()
        whole.placed = list(self._placed(whole))
        return whole if all(one.window.settled for one in whole.placed) else whole.alone()

    def prepare(self, document: Document, namings: Iterable[Naming] = ()) -> Iterator[None]:
        """Look at the windows of ``document`` one at a time; stops when a version comes."""
        version = self._versions
        whole = self._whole(document, namings)
        for one in self._placed(whole):
            one.window.prepare()
            whole.placed.append(one)
            yield
            if version != self._versions:
                return
        for one in whole.placed:
            one.window.found(whole, one.base)
            yield
            if version != self._versions:
                return

    def _whole(self, document: Document, namings: Iterable[Naming]) -> WholeText:
        made = WholeText(document, self.lexicon, self.settings, namings)
        if self._before:
            made.revise(self._before)
        self._before = made
        return made

    def _placed(self, whole: WholeText) -> Iterator[Placed]:
        before, self._windows = self._windows, {}
        first = 0
        for one, base in self._cuts(whole):
            window = self._windows.get(one) or before.get(one)
            if window is None:
                window = Window(one, self.lexicon, self.settings)
            self._windows[one] = window
            yield Placed(window, base, first)
            first += len(window.core)

    def _cuts(self, whole: WholeText) -> Iterator[tuple[Cut, int]]:
        """Every stretch with its margins, and where that begins."""
        self._count.turn()
        text, foreign = whole.document.text, whole.zones.foreign.spans
        pieces = cut(text)
        self._stretches = stretches(pieces, self._stretches, self._count)
        starts = _starts(pieces)
        at = 0
        for one in self._stretches:
            low, high = at, at + len(one)
            left, right = (
                reach(pieces, low, -1, self._count),
                reach(pieces, high, 1, self._count),
            )
            base, end = starts[left], starts[right]
            core = Span(starts[low] - base, starts[high] - base)
            namings = _told_of(whole.namings, base, end)
            yield Cut(text[base:end], core, _inside(foreign, base, end), namings), base
            at = high


#: Characters from which on a text is worth preparing.
_LONG = 10_000


def _starts(pieces: list[str]) -> list[int]:
    """The offset of every piece, and of the end."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _inside(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The parts of ``spans`` between two offsets, counted from the first."""
    here = Span(start, end)
    return tuple(_part(span, here) for span in spans if span.overlaps(here))


def _part(span: Span, here: Span) -> Span:
    return Span(max(span.start, here.start) - here.start, min(span.end, here.end) - here.start)


def _told_of(namings: Iterable[Naming], start: int, end: int) -> tuple[Naming, ...]:
    """The namings between two offsets, counted from the first."""
    here = Span(start, end)
    found = (one for one in namings if one.span.overlaps(here))
    return tuple(Naming(_part(one.span, here), one.entry) for one in found)


#: Questions about the members of a set.
_SETS = frozenset("full_names surnames_in_text told_apart written_right plain_keys".split())
#: Questions that the analysis itself has a method for; those of other places its zones have.
_METHODS = frozenset("times times_in_any_case rest_of_line".split())


class WholeText(Analysis):
    """All windows of a text put together."""

    def __init__(
        self, document: Document, lexicon: Lexicon, settings: Settings, namings: Iterable[Naming]
    ) -> None:
        super().__init__(document, lexicon, settings, namings)
        self.placed: list[Placed] = []

    def revise(self, before: WholeText) -> None:
        """Take over what the version ``before`` knows of the words."""
        self.lexicon.refresh()
        vocabulary = Vocabulary.of(self.lexicon)
        self.words, gone, come = revised(before.words, self.document.text, vocabulary)
        self._tally = before._tally.changed(gone, come)

    def alone(self) -> Analysis:
        """The analysis of the same text that knows of no windows."""
        made = Analysis(self.document, self.lexicon, self.settings, self.namings)
        made.words = self.words
        return made

    @cached_property
    def _windows(self) -> list[Window]:
        return [one.window for one in self.placed]

    @cached_property
    def hits_at(self) -> dict[int, list[Hit]]:
        return {
            at + one.by: [moved_hit(hit, one.by) for hit in hits]
            for one in self.placed
            for at, hits in one.window.core_hits_at.items()
        }

    @cached_property
    def persons(self) -> list[Mention]:
        return [moved_mention(m, p.by) for p in self.placed for m in p.window.core_persons]

    @cached_property
    def written_right(self) -> Container[int]:
        return self._named_entries.union(*(window.core_right for window in self._windows))

    @cached_property
    def full_names(self) -> Container[int]:
        return self._named_entries.union(*(window.core_full for window in self._windows))

    @cached_property
    def told_apart(self) -> Container[int]:
        return frozenset[int]().union(*(window.core_told_apart for window in self._windows))

    @cached_property
    def surnames_in_text(self) -> Container[int]:
        return self._named_entries.union(*(window.core_surnames for window in self._windows))

    @cached_property
    def writes_yo(self) -> bool:
        if self.settings.yo == "strict" or YO.search(self.document.text):
            return True
        return not any(window.core_drops_yo for window in self._windows)

    @cached_property
    def _names_before(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for window in self._windows:
            for stem, names in window.core_introductions.items():
                found.setdefault(stem, set()).update(names)
        return found

    def asked(self, question: str) -> Callable[[Any], Any]:
        """What answers the windows."""
        if question in _SETS:
            among: Callable[[Any], bool] = getattr(self, question).__contains__
            return among
        if question in ("day", "writes_yo"):
            fact = getattr(self, question)
            return lambda _: fact
        if question == "names_before":
            names = self._names_before
            return lambda stem: frozenset(names.get(stem, ()))
        told = getattr(self if question in _METHODS else self.zones, question)
        return cast("Callable[[Any], Any]", told)

    @cached_property
    def deviations(self) -> dict[str, list[Deviation]]:
        found: dict[str, list[Deviation]] = {}
        for deviation in surest(list(self._found())):
            found.setdefault(deviation.kind, []).append(deviation)
        return found

    def _found(self) -> Iterator[Deviation]:
        """In the order of the channels, and in each of the text."""
        local = [(one.window.found(self, one.base), one.base) for one in self.placed]
        for number, channel in enumerate(CHANNELS):
            if channel is drift_deviations:
                yield from drift_among(self, self._names())
            elif channel is mixed_deviations:
                yield from mixed_among(self, *self._variants())
            else:
                for found, base in local:
                    yield from (moved(deviation, base) for deviation in found[number])

    def _names(self) -> Iterator[Unit]:
        for window, _, first in self.placed:
            by = first - window.core.start
            for unit in window.core_names:
                yield Unit(unit.first + by, unit.last + by, unit.key, unit.stem)

    def _variants(self) -> tuple[list[Hit], list[Dotted]]:
        places = [moved_hit(h, one.by) for one in self.placed for h in one.window.core_places]
        dotted = [
            Dotted(slot, moved_hit(hit, one.by))
            for one in self.placed
            for slot, hit in one.window.core_yo
        ]
        return places, dotted
