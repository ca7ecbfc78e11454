"""All names of one text, each place given to one entry or to a name that no dictionary holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imena.discovery.search import unknown_names
from imena.discovery.sighting import Sighting
from imena.findings import Finding
from imena.lexicon.lexicon import StoredEntry
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.hits import Hit, entry_of, slot_of
from imena.resolution.mentions import Mention as Person
from imena.resolution.words import Shape
from imena.text.excerpt import Excerpt, Excerpts
from imena.text.span import DisjointSpans, Span


class Known(NamedTuple):
    """A place where the text names ``entry``; ``right`` unless something there is misspelt."""

    entry: StoredEntry
    excerpt: Excerpt
    right: bool


class Names(NamedTuple):
    """What one text names: entries of the lexicon, and names that it does not hold."""

    known: list[Known]
    unknown: list[Sighting]


def names_of(analysis: Analysis, findings: Iterable[Finding]) -> Names:
    """``findings`` are those of the same text, with source offsets: what they find wrong with a
    name makes its mention a wrong one."""
    taken = DisjointSpans()
    people = [(m.entry, span) for m, span in _people(analysis) if taken.take([span])]
    unknown = unknown_names(analysis)
    excerpts = Excerpts(analysis.document)
    spans = {(s.excerpt.start, s.excerpt.end) for s in unknown if s.readings[0].lemma.given}
    things = [
        (entry, span) for entry, span in _things(analysis, excerpts, spans) if taken.take([span])
    ]
    made = [(entry, at) for entry, span in [*people, *things] if (at := excerpts.at(span))]
    return Names(list(_judged(analysis, made, findings, excerpts)), unknown)


def _people(analysis: Analysis) -> Iterator[tuple[Person, Span]]:
    """Mentions that name one person beyond doubt, the longest first."""
    by_span: dict[Span, list[Person]] = {}
    for mention in analysis.persons:
        if _names_somebody(analysis, mention):
            span = analysis.words.span(mention.first, mention.last)
            by_span.setdefault(span, []).append(mention)
    for span in sorted(by_span, key=lambda s: (s.start - s.end, s)):
        chosen = _one_of(analysis, by_span[span])
        if chosen is not None:
            yield chosen, span


def _names_somebody(analysis: Analysis, mention: Person) -> bool:
    exact = all(hit.right for hit in mention.hits)
    if not exact or mention.rival or mention.other is not None:
        return False
    surname = mention.entry.canonical(Slot.SURNAME)
    key = Slot.SURNAME if surname else Slot.GIVEN
    if key not in mention.slots:
        return False
    return analysis.words.shape(mention.slots[key].first) is not Shape.LOWER or bool(
        surname and surname.text[0].islower()
    )


def _one_of(analysis: Analysis, mentions: list[Person]) -> Person | None:
    """The one bearer, or the one whom the text names in full; None between namesakes."""
    most = max(len(m.slots) for m in mentions)
    best = [m for m in mentions if len(m.slots) == most]
    if len(best) > 1:
        best = [m for m in best if m.entry.number in analysis.full_names]
    return best[0] if len(best) == 1 else None


def _things(
    analysis: Analysis, excerpts: Excerpts, people: set[tuple[int, int]]
) -> Iterator[tuple[StoredEntry, Span]]:
    """Places and bodies, longest first; none inside the name of a person (``people`` are source
    spans of unknown ones)."""
    hits = [hit for hit in analysis.hits if _is_thing(analysis, hit)]
    hits.sort(key=lambda h: (h.first - h.last, h.first, h.status, h.entry))
    for hit in hits:
        span = analysis.words.span(hit.first, hit.last)
        source = analysis.document.source_span(span)
        if source and not any(start < source.end and source.start < end for start, end in people):
            yield entry_of(hit, analysis.lexicon), span


def _is_thing(analysis: Analysis, hit: Hit) -> bool:
    if entry_of(hit, analysis.lexicon).kind == "person" or not hit.right:
        return False
    capital = analysis.words.shape(hit.first) is not Shape.LOWER
    return capital and slot_of(hit, analysis.lexicon) in (Slot.NAME, Slot.ABBR)


def _judged(
    analysis: Analysis,
    made: list[tuple[StoredEntry, Excerpt]],
    findings: Iterable[Finding],
    excerpts: Excerpts,
) -> Iterator[Known]:
    """Mentions with what the findings say of them; a finding without a mention is one."""
    by_id: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.entry is not None:
            by_id.setdefault(finding.entry.id, []).append(finding)
    entries = {entry.id: entry for entry, _ in made}
    used: set[int] = set()
    for entry, excerpt in made:
        near = [f for f in by_id.get(entry.id, ()) if _touch(f.span, excerpt)]
        used |= {id(f) for f in near}
        yield Known(entry, _widened(excerpt, near, analysis), not near)
    for name, found in by_id.items():
        entry_ = entries.get(name) or _entry_called(analysis, name)
        for finding in found:
            at = (
                None
                if id(finding) in used or entry_ is None
                else _misspelt(analysis, finding, name, excerpts)
            )
            if at is not None and entry_ is not None:
                yield Known(entry_, at, False)


def _misspelt(
    analysis: Analysis, finding: Finding, name: str, excerpts: Excerpts
) -> Excerpt | None:
    """Where a name stands that a finding says is misspelt: the whole of it, where it is known."""
    for mention in analysis.persons:
        if mention.entry.id == name:
            at = excerpts.at(analysis.words.span(mention.first, mention.last))
            if at is not None and at.start < finding.span.end and finding.span.start < at.end:
                return at
    return _at_source(finding, excerpts)


def _touch(span: Span, excerpt: Excerpt) -> bool:
    """Whether a finding lies in a mention or right beside it."""
    return span.start <= excerpt.end + 1 and excerpt.start <= span.end + 1


def _widened(excerpt: Excerpt, near: list[Finding], analysis: Analysis) -> Excerpt:
    """The excerpt with the misspelt word beside it: «Жомрат Токаев», not «Токаев»."""
    source = analysis.document.source
    start = min([excerpt.start, *(f.span.start for f in near)])
    end = max([excerpt.end, *(f.span.end for f in near)])
    if (start, end) == (excerpt.start, excerpt.end):
        return excerpt
    before = excerpt.before.removesuffix(source[start : excerpt.start])
    after = excerpt.after.removeprefix(source[excerpt.end : end])
    column = excerpt.column - (excerpt.start - start)
    text = " ".join(source[start:end].split())
    return excerpt._replace(
        start=start, end=end, column=max(1, column), before=before, text=text, after=after
    )


def _entry_called(analysis: Analysis, name: str) -> StoredEntry | None:
    """The entry of id ``name`` among those that the text is near."""
    for hit in analysis.hits:
        entry = entry_of(hit, analysis.lexicon)
        if entry.id == name:
            return entry
    return None


def _at_source(finding: Finding, excerpts: Excerpts) -> Excerpt | None:
    """The excerpt at a finding's source span, where the prose is the source itself or close."""
    document = excerpts.document
    if document.chunks is None:
        return excerpts.at(finding.span)
    for chunk in document.chunks:
        if not chunk.atomic and chunk.source.covers(finding.span):
            return excerpts.at(finding.span.shift(chunk.prose.start - chunk.source.start))
    return None
