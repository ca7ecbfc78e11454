"""Whether the words around a doubtful name say that a place or a body is meant."""

from __future__ import annotations

from imena.lexicon.compile import ANY
from imena.morphology import Case
from imena.resolution.analysis import Analysis
from imena.resolution.context import governed, mask_of, preposition
from imena.resolution.hits import Hit, entry_of
from imena.resolution.words import Gap, Shape

_OBLIQUE = ANY & ~mask_of([Case.NOM])
#: Words between two names of a list.
_LIST = 3


def is_placed(analysis: Analysis, hit: Hit) -> bool:
    """Whether a preposition, a noun or the neighbours in a list ask for such a name: «в Карганде»,
    «жители Карганды», «Россия, Казахстна и Китай», «агентство „Интефакс“»."""
    if len(hit.key.split()) > 1 or preposition(analysis, hit.first):
        return bool(governed(analysis, hit.first) & hit.mask)
    return _noun_before(analysis, hit) or _listed(analysis, hit) or _in_quotes(analysis, hit)


def _noun_before(analysis: Analysis, hit: Hit) -> bool:
    """«столица Казахстна», «город Карганда»."""
    words, before = analysis.words, hit.first - 1
    if before < 0 or words.gap(before) is not Gap.SPACE:
        return False
    if words.shape(before) is not Shape.LOWER and not words.starts_sentence(before):
        return False
    readings = analysis.lexicon.known.readings(words.key(before))
    nouns = any(r.pos == "NOUN" and not r.is_name and "anim" not in r.tags for r in readings)
    people = any(r.pos == "NOUN" and not r.is_name for r in readings)
    return nouns or (people and bool(hit.mask & _OBLIQUE))


def _listed(analysis: Analysis, hit: Hit) -> bool:
    """Whether a right name of the same kind stands beside it, behind a comma, a dash or «и»."""
    near = range(max(0, hit.first - _LIST), hit.last + _LIST)
    kind = entry_of(hit, analysis.lexicon).kind
    return any(
        other.right and entry_of(other, analysis.lexicon).kind == kind
        for at in near
        for other in analysis.hits_at.get(at, ())
    )


def _in_quotes(analysis: Analysis, hit: Hit) -> bool:
    """A body is named in quotation marks."""
    body = entry_of(hit, analysis.lexicon).kind == "organisation"
    return body and analysis.zones.in_quotes(analysis.words.start(hit.first))


def behind_name(analysis: Analysis, hit: Hit) -> bool:
    """«Яна Сварова», «Дж. Керри»: behind a given name or an initial stands a surname."""
    words, before = analysis.words, hit.first - 1
    if before < 0:
        return False
    if words.gap(before) is Gap.POINT:
        return words.tokens[before].text[:1].isupper()
    if words.gap(before) is not Gap.SPACE or words.shape(before) is not Shape.TITLE:
        return False
    known, key = analysis.lexicon.known, words.key(before)
    if known.given_name(key).count:
        return True
    strange = not (known.is_ordinary(key) or known.is_place(key) or analysis.lexicon.exact(key))
    return strange and not (words.starts_sentence(before) and known.readings(key))
