"""The ways in which a text departs from the names it means, one module each.

A channel is a function from an analysis to deviations. They run in the order of ``CHANNELS``;
where two speak of the same words, the surer one is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from imena.resolution.channels.across import across_deviations
from imena.resolution.channels.declension import declension_deviations
from imena.resolution.channels.drift import drift_deviations
from imena.resolution.channels.mixed import mixed_deviations
from imena.resolution.channels.organisations import organisation_deviations
from imena.resolution.channels.people import people_deviations
from imena.resolution.channels.places import place_deviations
from imena.resolution.channels.scripts import script_deviations
from imena.resolution.channels.spelling import spelling_deviations
from imena.resolution.channels.wording import wording_deviations
from imena.text.span import DisjointSpans

if TYPE_CHECKING:
    from imena.resolution.analysis import Analysis
    from imena.resolution.deviation import Deviation

Channel = Callable[["Analysis"], Iterable["Deviation"]]

CHANNELS: tuple[Channel, ...] = (
    spelling_deviations,
    declension_deviations,
    people_deviations,
    wording_deviations,
    organisation_deviations,
    place_deviations,
    mixed_deviations,
    drift_deviations,
    across_deviations,
    script_deviations,
)

#: Channels that compare all names of the text with one another; the others look at one place and
#: ask the analysis for everything else.
WHOLE_CHANNELS: tuple[Channel, ...] = (mixed_deviations, drift_deviations)


def all_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Every deviation of every channel, the surest, then the longest where several overlap."""
    yield from surest([d for channel in CHANNELS for d in channel(analysis)])


def surest(found: list[Deviation]) -> Iterator[Deviation]:
    """Of overlapping deviations the surest, then the longest, then the one found first."""
    found.sort(key=lambda d: (-d.confidence, d.span.start, -d.span.end))
    taken = DisjointSpans()
    yield from sorted((d for d in found if taken.take([d.span])), key=lambda d: d.span)
