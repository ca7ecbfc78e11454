"""Capitals in the names of bodies: small letters where the official name has capitals, and the
other way round."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability
from imena.languages.ru.usage import AWARDS
from imena.resolution.analysis import Analysis
from imena.resolution.channels.placing import adjective_before
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.replacement import as_allowed, edits_for, span_of, spelling
from imena.resolution.words import Gap, Shape


def capital_deviations(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """Small letters where the official name of several words has capitals, and the other way
    round."""
    words = analysis.words
    if words.shape(hit.first) is not Shape.TITLE:
        return
    if analysis.zones.in_speech(words.tokens[hit.first].start):
        return  # capitals are house style, and the words are somebody else's
    if _of_another(analysis, hit):
        return
    right = spelling(part_of(hit, analysis.lexicon), hit.mask, hit.key, analysis)
    span = span_of(hit, analysis)
    seen = span.of(analysis.document.text)
    if seen in _also_right(analysis, hit):
        return
    if right is None or len(seen) != len(right) or seen.isupper():
        return
    cased = "".join(
        s.upper() if r.isupper() else s.lower() for s, r in zip(seen, right, strict=True)
    )
    edits = edits_for(analysis, span, cased)
    for edit in edits:
        text = edit.span.of(analysis.document.text)
        made = Deviation(
            "org-capitals", edit.span, text, 0.85, entry_of(hit, analysis.lexicon).ref,
            (edit,), (edit.text,), Applicability.SAFE,
        )  # fmt: skip
        yield as_allowed(analysis, made)


def _also_right(analysis: Analysis, hit: Hit) -> Iterator[str | None]:
    """What other right names of the body would be here: «Верховный Суд» as the law writes it."""
    for other in analysis.hits_at[hit.first]:
        if other.right and (other.last, other.entry) == (hit.last, hit.entry):
            yield spelling(part_of(other, analysis.lexicon), other.mask, other.key, analysis)


def _of_another(analysis: Analysis, hit: Hit) -> bool:
    """«Южно-Африканский Союз», «орден Красной Звезды», «Верховный Совет республики»: a longer
    name, or a thing of the same name."""
    words, before = analysis.words, hit.first - 1
    if before < 0:
        return False
    if words.gap(before) is not Gap.SPACE:
        return words.hyphen_behind(before)
    if words.key(before).startswith(AWARDS):
        return True
    return not words.starts_sentence(before) and adjective_before(analysis, hit.first)
