"""Places and bodies in a case that the preposition before them does not take."""

from __future__ import annotations

from collections.abc import Iterator

from imena.languages.ru.usage import ADVERBS_TOO, FIRST_CASE
from imena.lexicon.compile import ANY, SINGULAR, bit
from imena.lexicon.known import FEW
from imena.lexicon.lexicon import StoredPart
from imena.morphology import Case, Features
from imena.resolution.analysis import Analysis
from imena.resolution.context import (
    NOM,
    agrees_behind,
    governed,
    governed_over_quotes,
    mask_of,
    preposition,
)
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.replacement import rewritten
from imena.resolution.words import Gap, Shape


def undeclined_place(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """«из Астана»: a place in the nominative (``hit`` can be one) behind a preposition."""
    found = preposition(analysis, hit.first)
    if found in ADVERBS_TOO or not _ends_here(analysis, hit) or not _is_place(analysis, hit):
        return
    if not (_of_somebody(analysis, hit) or _as_large_as(analysis, hit)):
        yield from _as_asked(analysis, hit, "not-declined", 0.75)


def undeclined_body(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """«от „Аэрофлот“», «с Росатом»: a body of one word in the nominative behind a preposition
    that takes neither it nor the accusative, which looks the same."""
    part, words = part_of(hit, analysis.lexicon), analysis.words
    if hit.last - hit.first > 1 or not hit.mask & NOM or not part.text[1:].islower():
        return
    asked = governed_over_quotes(analysis, hit.first)
    if asked & hit.mask or words.shape(hit.first) is not Shape.TITLE:
        return
    if _ends_here(analysis, hit) and _is_whole(analysis, hit):
        mask = _cells_of(part, asked & mask_of([Case.INS]) or asked)
        yield from rewritten(analysis, hit, mask, "not-declined", 0.75)


def _is_whole(analysis: Analysis, hit: Hit) -> bool:
    """Whether nothing more belongs to the name: neither «Газпром межрегионгаз» in quotation marks
    nor «Яндекс.Новости»."""
    words = analysis.words
    if words.joined(hit.first, hit.last):
        return False
    quoted = hit.first > 0 and words.between(hit.first - 1).strip(" \u00a0") != ""
    behind = words.between(hit.last - 1)
    closed = behind.startswith(("»", "“", "”", '"')) or not quoted
    return closed and (hit.last >= len(words) or any(map(str.isspace, behind)))


def misplaced(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """«под Грозном», «из Казанью»: a place in a case that the preposition never takes."""
    known = analysis.lexicon.known
    if hit.mask & governed(analysis, hit.first) or agrees_behind(analysis, hit):
        return  # «в Гусь-Хрустальном районе»
    if known.is_ordinary(hit.key) or known.given_name(hit.key).count:
        return  # «в Советском Союзе»
    if known.surname_count(hit.key) > FEW:
        return
    if preposition(analysis, hit.first) not in ADVERBS_TOO and _is_place(analysis, hit):
        yield from _as_asked(analysis, hit, "case-mismatch", 0.75)


def _is_place(analysis: Analysis, hit: Hit) -> bool:
    """Whether the words are a place with its capital, outside quotation marks, and nothing else
    in a case that the preposition takes."""
    asked = governed(analysis, hit.first)
    if entry_of(hit, analysis.lexicon).kind != "place":
        return False
    shape, quoted = analysis.words.shape(hit.first), analysis.zones.in_quotes
    if shape is not Shape.TITLE or quoted(_start(analysis, hit)):
        return False
    return not any(h.right and h.mask & asked for h in analysis.hits_at[hit.first])


def _as_asked(analysis: Analysis, hit: Hit, kind: str, confidence: float) -> Iterator[Deviation]:
    """The place in the case that its preposition takes."""
    first = FIRST_CASE.get(preposition(analysis, hit.first) or "")
    asked = mask_of([first]) if first else governed(analysis, hit.first)
    mask = _cells_of(part_of(hit, analysis.lexicon), asked)
    yield from rewritten(analysis, hit, mask, kind, confidence)


def _cells_of(part: StoredPart, asked: int) -> int:
    """The cells of ``asked`` in the number that the name has («Великие Луки» has but a plural)."""
    return asked & (SINGULAR if any(cell & SINGULAR for _, cell, _ in part.forms) else ~SINGULAR)


def _of_somebody(analysis: Analysis, hit: Hit) -> bool:
    """«у Доминика»: a right form of a person's name is not a place left undeclined."""
    known = analysis.lexicon.known
    return bool(known.given_name(hit.key).count or known.surname_count(hit.key, ANY & ~NOM))


def _as_large_as(analysis: Analysis, hit: Hit) -> bool:
    """«размером с Гонконг»: with the accusative, which looks like the nominative."""
    same = part_of(hit, analysis.lexicon).all(bit(Features(Case.ACC)))
    seen = analysis.lexicon.language.fold(same[0]) if same else ""
    return seen == hit.key and preposition(analysis, hit.first) in ("с", "со")


def _ends_here(analysis: Analysis, hit: Hit) -> bool:
    """Whether no dash and no other name follows: «поезд Ташкент — Бишкек»."""
    words = analysis.words
    if hit.last >= len(words) or words.gap(hit.last - 1) is Gap.BREAK:
        return True
    return words.gap(hit.last - 1) is Gap.SPACE and words.shape(hit.last) is Shape.LOWER


def _start(analysis: Analysis, hit: Hit) -> int:
    return analysis.words.tokens[hit.first].start
