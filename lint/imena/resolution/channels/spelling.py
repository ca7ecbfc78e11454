"""Spelling: slips, forbidden variants, joints, characters, letter case, ё."""

from __future__ import annotations

from collections.abc import Iterator

from imena.resolution.analysis import Analysis
from imena.resolution.channels.joints import hyphened, run_together
from imena.resolution.channels.misspelt_names import name_deviations
from imena.resolution.channels.misspelt_people import person_deviations
from imena.resolution.deviation import Deviation
from imena.resolution.replacement import is_plain


def spelling_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Deviations of people first, then of places and bodies."""
    for mention in analysis.persons:
        for hit in mention.slots.values():
            if not (is_plain(analysis, hit) if hit.right else mention.rival):
                yield from person_deviations(analysis, mention, hit)
    for hit in analysis.others:
        if not hit.right or not is_plain(analysis, hit):
            yield from name_deviations(analysis, hit)
    yield from run_together(analysis)
    yield from hyphened(analysis)
