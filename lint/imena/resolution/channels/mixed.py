"""Two right variants in one text: both names of a place, a surname with ё and without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imena.findings import Applicability
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.channels.places import renamed_to
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.replacement import as_allowed, propose, span_of, spelling

#: Bearers from which on two spellings of a surname may be two people.
_FREQUENT = 100


def mixed_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """The second of two variants that the text uses."""
    yield from mixed_among(analysis, places_of_two_names(analysis), surnames_with_yo(analysis))


def mixed_among(
    analysis: Analysis, places: Iterable[Hit], surnames: Iterable[Hit]
) -> Iterator[Deviation]:
    """The second variants among all candidates of the text, in its order."""
    if analysis.settings.policy == "any":
        yield from _mixed_places(analysis, places)
    if analysis.settings.yo == "optional":
        yield from _mixed_yo(analysis, surnames)


def places_of_two_names(analysis: Analysis) -> Iterator[Hit]:
    """Right names of places that houses name in two ways."""
    for hit in analysis.hits:
        entry = entry_of(hit, analysis.lexicon)
        if not hit.right or entry.kind != "place" or not entry.blob.get("policy"):
            continue
        if part_of(hit, analysis.lexicon).text in entry.blob["policy"].values():
            yield hit


def surnames_with_yo(analysis: Analysis) -> Iterator[Hit]:
    """Right surnames of people, nobody else's, that have a ё in some form."""
    for mention in analysis.persons:
        hit = mention.hit(Slot.SURNAME)
        if hit is None or not hit.right or mention.rival:
            continue
        if any("ё" in text for text, _, _ in part_of(hit, analysis.lexicon).forms):
            yield hit


def _mixed_places(analysis: Analysis, hits: Iterable[Hit]) -> Iterator[Deviation]:
    first: dict[int, str] = {}
    for hit in hits:
        part = part_of(hit, analysis.lexicon)
        if analysis.zones.in_quotes(analysis.words.tokens[hit.first].start):
            continue
        if first.setdefault(hit.entry, part.text) != part.text:
            yield from renamed_to(
                analysis, hit, first[hit.entry], "mixed-variants", 0.6, Applicability.DISPLAY
            )


def _mixed_yo(analysis: Analysis, hits: Iterable[Hit]) -> Iterator[Deviation]:
    """A surname dotted here and not there."""
    dotted: dict[int, bool] = {}
    for hit in hits:
        rare = analysis.lexicon.known.surname_count(hit.key) < _FREQUENT
        if not rare and hit.entry not in analysis.full_names:
            continue
        right = spelling(part_of(hit, analysis.lexicon), hit.mask, hit.key, analysis)
        seen = span_of(hit, analysis).of(analysis.document.text)
        if right is None or "ё" not in right or len(seen) != len(right):
            continue
        has = "ё" in seen.lower()
        if dotted.setdefault(hit.entry, has) != has and not has:
            made = propose(analysis, hit, "mixed-variants", right, 0.6, Applicability.DISPLAY)
            if made:
                yield as_allowed(analysis, made)
