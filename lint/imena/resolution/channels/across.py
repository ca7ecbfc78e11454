"""Names that the other texts of the run spell otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from imena.resolution.across import FullName
from imena.resolution.analysis import Analysis
from imena.resolution.channels.drift import drifted
from imena.resolution.deviation import Deviation
from imena.resolution.stems import stem_of
from imena.resolution.strangers import given_before, names_of, next_to_nobody

#: Two spellings of one full name: as sure as drift inside one text is.
_SURE = 3.0


def full_names_of(analysis: Analysis) -> Iterator[FullName]:
    """The full names in the text that the lexicon does not know."""
    for unit in names_of(analysis):
        given = given_before(analysis, unit)
        if given is not None:
            span = analysis.words.span(unit.first, unit.last)
            yield FullName(stem_of(given), unit.stem, span.of(analysis.document.text))


def across_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Rare spellings of names that other texts write again and again."""
    if not analysis.elsewhere:
        return
    for unit in names_of(analysis):
        given = given_before(analysis, unit)
        right = analysis.elsewhere.get((stem_of(given or ""), unit.stem))
        if right is not None and next_to_nobody(analysis, unit.key):
            yield from drifted(analysis, unit, *right, _SURE)
