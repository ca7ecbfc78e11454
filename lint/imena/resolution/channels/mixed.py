"""Two right variants in one text: both names of a place, a name with ё and without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from imena.findings import Applicability
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.channels.places import renamed_to
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.naming import called_so
from imena.resolution.replacement import as_allowed, propose, span_of, spelling

#: Bearers from which on two spellings of a surname may be two people.
_FREQUENT = 100


class Dotted(NamedTuple):
    """A name of a person that may be written with a ё."""

    slot: Slot
    hit: Hit


def mixed_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """The second of two variants that the text uses."""
    yield from mixed_among(analysis, places_of_two_names(analysis), names_with_yo(analysis))


def mixed_among(
    analysis: Analysis, places: Iterable[Hit], people: Iterable[Dotted]
) -> Iterator[Deviation]:
    """The second variants among all candidates of the text, in its order."""
    if analysis.settings.policy == "any":
        yield from _mixed_places(analysis, places)
    if analysis.settings.yo == "optional":
        yield from _mixed_yo(analysis, people)


def places_of_two_names(analysis: Analysis) -> Iterator[Hit]:
    """Right names of places that houses name in two ways."""
    for hit in analysis.others:
        if not hit.right:
            continue
        entry = entry_of(hit, analysis.lexicon)
        policy = entry.blob.get("policy") if entry.kind == "place" else None
        if policy and part_of(hit, analysis.lexicon).text in policy.values():
            yield hit


def names_with_yo(analysis: Analysis) -> Iterator[Dotted]:
    """Right names of people, nobody else's, that have a ё in some form; a given name counts only
    beside its surname."""
    for mention, slot in product(analysis.surnamed, (Slot.GIVEN, Slot.SURNAME)):
        hit = None if mention.rival else mention.hit(slot)
        if hit is None or not hit.right:
            continue
        if slot is Slot.GIVEN and not mention.full:
            continue
        if any("ё" in text for text, _, _ in part_of(hit, analysis.lexicon).forms):
            yield Dotted(slot, hit)


def _mixed_places(analysis: Analysis, hits: Iterable[Hit]) -> Iterator[Deviation]:
    first: dict[int, str] = {}
    last: dict[int, Hit] = {}
    for hit in hits:
        part, before = part_of(hit, analysis.lexicon), last.get(hit.entry)
        last[hit.entry] = hit
        if before is not None and _side_by_side(analysis, before, hit):
            continue
        if analysis.zones.in_quotes(analysis.words.tokens[hit.first].start):
            continue
        if called_so(analysis, hit.first, hit.mask):
            continue
        if first.setdefault(hit.entry, part.text) != part.text:
            yield from renamed_to(
                analysis, hit, first[hit.entry], "mixed-variants", 0.6, Applicability.DISPLAY
            )


def _side_by_side(analysis: Analysis, one: Hit, two: Hit) -> bool:
    """«Верный — Алма-Ата — Алматы», «Киргизия (Кыргызстан)»: both names of one place, side by
    side on purpose."""
    words = analysis.words
    return two.first == one.last and not words.between(one.last - 1).strip(" \u00a0—–-(/")


def _mixed_yo(analysis: Analysis, people: Iterable[Dotted]) -> Iterator[Deviation]:
    """A name dotted here and not there."""
    dotted: dict[tuple[int, Slot], bool] = {}
    for slot, hit in people:
        rare = analysis.lexicon.known.surname_count(hit.key) < _FREQUENT
        if not rare and hit.entry not in analysis.full_names:
            continue
        right = spelling(part_of(hit, analysis.lexicon), hit.mask, hit.key, analysis)
        seen = span_of(hit, analysis).of(analysis.document.text)
        if right is None or "ё" not in right or len(seen) != len(right):
            continue
        has = "ё" in seen.lower()
        if dotted.setdefault((hit.entry, slot), has) != has and not has:
            made = propose(analysis, hit, "mixed-variants", right, 0.6, Applicability.DISPLAY)
            if made:
                yield as_allowed(analysis, made)
