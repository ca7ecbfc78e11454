"""The names in a text: each place once, with the entry that it most likely means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imena.lexicon.lexicon import StoredEntry
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.hits import Hit, entry_of
from imena.resolution.mentions import Mention
from imena.resolution.words import Shape
from imena.text.span import Span


class Occurrence(NamedTuple):
    """Words ``first`` up to ``last`` name ``entry``; ``hits`` are its parts in text order.

    ``sure`` is False where other entries fit as well.
    """

    first: int
    last: int
    entry: StoredEntry
    hits: tuple[Hit, ...]
    sure: bool

    def span(self, analysis: Analysis) -> Span:
        """The span in the prose."""
        return analysis.words.span(self.first, self.last)


def occurrences(analysis: Analysis) -> list[Occurrence]:
    """All names of the text, in its order; where several overlap, the longest one."""
    found = sorted(
        [*_people(analysis), *_others(analysis)],
        key=lambda o: (-(o.last - o.first), not o.sure, o.first),
    )
    taken: set[int] = set()
    kept = []
    for one in found:
        if taken.isdisjoint(range(one.first, one.last)):
            taken.update(range(one.first, one.last))
            kept.append(one)
    return sorted(kept, key=lambda o: o.first)


def at(analysis: Analysis, offset: int) -> Occurrence | None:
    """The name at an offset of the prose, its end included."""
    for one in occurrences(analysis):
        start, end = one.span(analysis)
        if start <= offset <= end:
            return one
    return None


def same(analysis: Analysis, one: Occurrence) -> list[Occurrence]:
    """All occurrences of the same entry."""
    return [o for o in occurrences(analysis) if o.entry.number == one.entry.number]


def _people(analysis: Analysis) -> Iterator[Occurrence]:
    places: dict[int, list[Mention]] = {}
    for mention in analysis.persons:
        if not mention.rival and _may_be(analysis, mention):
            places.setdefault(mention.first, []).append(mention)
    for mentions in places.values():
        ranked = sorted(mentions, key=lambda m: (*_rank(analysis, m), m.entry.number))
        best = ranked[0]
        alike = [m for m in ranked if _rank(analysis, m) == _rank(analysis, best)]
        yield Occurrence(best.first, best.last, best.entry, tuple(best.hits), len(alike) == 1)


def _may_be(analysis: Analysis, mention: Mention) -> bool:
    """A person is named by the surname, or by a given name whose bearer the text introduced."""
    if analysis.words.shape(mention.first) is Shape.LOWER:
        return False
    known = mention.entry.number in analysis.full_names
    return mention.exact(Slot.SURNAME) or (known and any(hit.right for hit in mention.hits))


def _rank(analysis: Analysis, mention: Mention) -> tuple[int, bool]:
    """More parts first, then people whom the text names in full."""
    right = sum(hit.right for hit in mention.hits)
    return -right, mention.entry.number not in analysis.full_names


def _others(analysis: Analysis) -> Iterator[Occurrence]:
    seen: dict[tuple[int, int], list[Hit]] = {}
    for hit in analysis.hits:
        if hit.right and entry_of(hit, analysis.lexicon).kind != "person":
            seen.setdefault((hit.first, hit.last), []).append(hit)
    for (first, last), hits in seen.items():
        if analysis.words.shape(first) is Shape.LOWER:
            continue
        entries = {hit.entry for hit in hits}
        hit = min(hits, key=lambda h: (h.status, h.entry))
        cells = _cells(hits, hit)
        yield Occurrence(first, last, entry_of(hit, analysis.lexicon), cells, len(entries) == 1)


def _cells(hits: Iterable[Hit], one: Hit) -> tuple[Hit, ...]:
    """``one`` with the cells of all readings of the same part."""
    mask = 0
    for hit in hits:
        if (hit.entry, hit.part) == (one.entry, one.part):
            mask |= hit.mask
    return (one._replace(mask=mask),)
