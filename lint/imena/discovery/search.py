"""All unknown names of one text."""

from __future__ import annotations

from collections.abc import Iterator

from imena.discovery.abbreviations import abbreviations_of
from imena.discovery.nominative import name_bases
from imena.discovery.people import people_of
from imena.discovery.sighting import Candidate, Lemma, Reading, Sighting
from imena.discovery.things import bodies_of, places_of
from imena.discovery.units import unit_at
from imena.morphology import Gender, NameKind
from imena.resolution.analysis import Analysis
from imena.text.excerpt import Excerpts

_GENDERS = {"m": Gender.MASC, "f": Gender.FEM}


def unknown_names(analysis: Analysis) -> list[Sighting]:
    """Every occurrence in text order, surnames alone of those named in full among them."""
    full = [*people_of(analysis)]
    found = [*full, *places_of(analysis), *bodies_of(analysis), *abbreviations_of(analysis)]
    found += _echoes(analysis, full)
    excerpts = Excerpts(analysis.document)
    made = []
    for candidate in _apart(found):
        excerpt = excerpts.at(candidate.span)
        if excerpt is not None:
            made.append(Sighting(excerpt, candidate.readings, candidate.echo))
    return made


def _apart(found: list[Candidate]) -> Iterator[Candidate]:
    """Candidates in text order; of those that overlap the first and longest."""
    end = 0
    for one in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
        if one.span.start >= end:
            yield one
            end = one.span.end


def _echoes(analysis: Analysis, full: list[Candidate]) -> Iterator[Candidate]:
    """Surnames alone whose bearer stands in the text in full."""
    lemmas = {reading.lemma for one in full for reading in one.readings}
    if not lemmas:
        return
    for at in range(len(analysis.words)):
        unit = unit_at(analysis, at)
        if unit is not None and not any(h.right for h in analysis.hits_at.get(at, ())):
            readings = tuple(_echo_readings(unit.key, lemmas))
            if readings:
                yield Candidate(analysis.words.span(unit.first, unit.last), readings, True)


def _echo_readings(key: str, lemmas: set[Lemma]) -> Iterator[Reading]:
    for lemma in lemmas:
        if lemma.surname[:2] == key[:2]:
            bases = name_bases(key, NameKind.SURNAME, _GENDERS[lemma.gender])
            if lemma.surname in bases:
                yield Reading(lemma, bases[lemma.surname])
