"""The right spelling in the same case and the same letter case, as the smallest edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from imena.findings import Applicability, Edit, EntryRef, apply_edits
from imena.lexicon.compile import bit, cells
from imena.lexicon.lexicon import StoredPart
from imena.lexicon.parts import Status
from imena.resolution.analysis import Analysis
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.vocabulary import Quirk
from imena.text.span import Span

_PIECES = re.compile(r"[^\W_][\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff'’]*")


def spelling(part: StoredPart, mask: int, key: str | None, analysis: Analysis) -> str | None:
    """How to write ``part`` in a cell of ``mask``: the form with the folded ``key`` if given,
    else the first choice of the first cell."""
    text = dotted(part, mask, key, analysis)
    if text is None or "ё" not in text.lower():
        return text
    return text if analysis.writes_yo else plain_yo(text)


def dotted(part: StoredPart, mask: int, key: str | None, analysis: Analysis) -> str | None:
    """:func:`spelling` with all its ё."""
    fold = analysis.lexicon.language.fold
    for cell in cells(mask):
        for text in part.all(bit(cell)):
            if key is None or fold(text) == key:
                return text
    return None


def is_plain(analysis: Analysis, hit: Hit) -> bool:
    """Whether the words of a hit that is right are letter for letter what to write: most names
    are, so that this is worked out once for every form."""
    place = (hit.entry, hit.part, hit.mask, hit.key)
    notes = analysis.lexicon.noted_forms
    right = notes.get(place)
    if right is None:
        form = dotted(part_of(hit, analysis.lexicon), hit.mask, hit.key, analysis)
        right = notes[place] = form if form and "ё" not in form.lower() else ""
    words = analysis.words
    if hit.last - hit.first == 1:
        word = words.word(hit.first)
        return right == word.text and word.quirk is Quirk.NONE
    peculiar = any(word.quirk is not Quirk.NONE for word in words.some(hit.first, hit.last))
    return not peculiar and right == span_of(hit, analysis).of(analysis.document.text)


def plain_yo(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")


def in_letter_case(right: str, seen: str) -> str:
    """``right`` in capitals where ``seen`` is in capitals throughout."""
    letters = [c for c in seen if c.isalpha()]
    return right.upper() if len(letters) > 1 and all(c.isupper() for c in letters) else right


def edits_for(analysis: Analysis, span: Span, right: str) -> tuple[Edit, ...]:
    """Edits that turn the text at ``span`` into ``right``: whole pieces between hyphens and
    spaces, and only those that change."""
    seen = span.of(analysis.document.text)
    if seen == right:
        return ()
    ours, theirs = list(_PIECES.finditer(seen)), list(_PIECES.finditer(right))
    if len(ours) != len(theirs) or _joints(seen) != _joints(right):
        return (Edit(span, right),)
    return tuple(
        Edit(Span(span.start + a.start(), span.start + a.end()), b.group())
        for a, b in zip(ours, theirs, strict=True)
        if a.group() != b.group()
    )


def _joints(text: str) -> list[str]:
    return [" " if j.isspace() else j for j in _PIECES.split(text)]


def hull(edits: tuple[Edit, ...]) -> Span:
    """The span from the first edit to the last."""
    return Span(edits[0].span.start, edits[-1].span.end)


def span_of(hit: Hit, analysis: Analysis) -> Span:
    return analysis.words.span(hit.first, hit.last)


def propose(
    analysis: Analysis,
    hit: Hit,
    kind: str,
    right: str,
    confidence: float,
    applicability: Applicability = Applicability.UNSAFE,
) -> Deviation | None:
    """The deviation that writes ``right`` for the words of ``hit``; None if they say so."""
    entry = entry_of(hit, analysis.lexicon).ref
    span = span_of(hit, analysis)
    return propose_at(analysis, span, kind, right, confidence, applicability, entry)


def propose_at(
    analysis: Analysis,
    span: Span,
    kind: str,
    right: str,
    confidence: float,
    applicability: Applicability = Applicability.UNSAFE,
    entry: EntryRef | None = None,
) -> Deviation | None:
    """As :func:`propose`, for the text at ``span``, be it a name of the lexicon or not."""
    edits = edits_for(analysis, span, right)
    if not edits:
        return None
    place = hull(edits)
    made = Deviation(
        kind=kind,
        span=place,
        text=place.of(analysis.document.text),
        confidence=confidence,
        entry=entry,
        edits=edits,
        suggestions=(after(edits, analysis),),
        applicability=applicability,
    )
    return as_allowed(analysis, made)


def rewritten(
    analysis: Analysis, hit: Hit, mask: int, kind: str, confidence: float
) -> Iterator[Deviation]:
    """The deviation that puts the name at ``hit`` into a cell of ``mask``."""
    part = part_of(hit, analysis.lexicon)
    if part.status not in (Status.RIGHT, Status.ALIAS, Status.RENAME, Status.POLICY):
        part = entry_of(hit, analysis.lexicon).parts[part.right]
    right = spelling(part, mask, None, analysis)
    if right is None:
        return
    seen = span_of(hit, analysis).of(analysis.document.text)
    how = Applicability.SAFE if kind == "double-name-declension" else Applicability.UNSAFE
    made = propose(analysis, hit, kind, in_letter_case(right, seen), confidence, how)
    if made:
        yield made


def after(edits: tuple[Edit, ...], analysis: Analysis) -> str:
    """What the place from the first edit to the last reads when they are carried out."""
    place = hull(edits)
    moved = [Edit(edit.span.shift(-place.start), edit.text) for edit in edits]
    return apply_edits(place.of(analysis.document.text), moved)


def as_allowed(analysis: Analysis, deviation: Deviation) -> Deviation:
    """The deviation as its surroundings allow: in other people's words only a suggestion, in a
    quotation that shows a spelling hardly a doubt."""
    zones = analysis.zones
    at = deviation.span.start
    if zones.is_shown(at):
        return replace(deviation, confidence=0.1, applicability=Applicability.DISPLAY)
    if zones.in_speech(at) and deviation.applicability is Applicability.SAFE:
        return replace(deviation, applicability=Applicability.UNSAFE)
    return deviation
