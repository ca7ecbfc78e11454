"""Spelling: slips, forbidden variants, joints, characters, letter case, ё."""

from __future__ import annotations

from collections.abc import Iterator

from imena.resolution.analysis import Analysis
from imena.resolution.channels.joints import run_together
from imena.resolution.channels.misspelt_names import name_deviations
from imena.resolution.channels.misspelt_people import person_deviations
from imena.resolution.deviation import Deviation
from imena.resolution.hits import entry_of


def spelling_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Deviations of people first, then of places and bodies."""
    for mention in analysis.persons:
        for hit in mention.hits:
            yield from person_deviations(analysis, mention, hit)
    for hit in analysis.hits:
        if entry_of(hit, analysis.lexicon).kind != "person":
            yield from name_deviations(analysis, hit)
    yield from run_together(analysis)
