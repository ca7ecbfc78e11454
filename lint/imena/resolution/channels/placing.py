"""Whether the words around a doubtful name say that a place or a body is meant."""

from __future__ import annotations

from imena.languages.ru.usage import GEOGRAPHIC, PLACE_NOUNS, SMALL_PLACES
from imena.resolution.analysis import Analysis
from imena.resolution.context import governed, preposition
from imena.resolution.hits import Hit, entry_of
from imena.resolution.rivals import is_given
from imena.resolution.words import Gap, Shape


def is_small_place(analysis: Analysis, hit: Hit) -> bool:
    """«села Ульяновка», «реки Горгос»: there are many, and no dictionary of towns has them."""
    return analysis.words.key_before(hit.first).startswith(SMALL_PLACES)


INTO = frozenset("в во из".split())
"""Prepositions that hardly ever stand before people: «выросли в буше»."""

OF_PEOPLE = frozenset("с со у к ко от о об обо за для без про при ради против кроме".split())
"""Prepositions that stand before people rather than places."""


def is_placed(analysis: Analysis, hit: Hit) -> bool:
    """Whether a preposition, a noun or the neighbours in a list ask for such a name: «в Карганде»,
    «жители Карганды», «Россия, Казахстна и Китай», «агентство „Интефакс“»."""
    found = preposition(analysis, hit.first)
    if len(hit.key.split()) > 1 or (found and not _of_people(analysis, hit, found)):
        return bool(governed(analysis, hit.first) & hit.mask)
    return _noun_before(analysis, hit) or _listed(analysis, hit) or _in_quotes(analysis, hit)


def _of_people(analysis: Analysis, hit: Hit, found: str) -> bool:
    """Whether the preposition is one of people; «от Енисея до Лены» is of places."""
    words, after = analysis.words, range(hit.last, min(len(analysis.words), hit.last + 2))
    reaches = found == "от" and any(words.key(at) == "до" for at in after)
    return found in OF_PEOPLE and not reaches


def _noun_before(analysis: Analysis, hit: Hit) -> bool:
    """«столица Казахстна», «город Карганда», «агентство Рейтре»."""
    return analysis.words.key_before(hit.first).startswith(PLACE_NOUNS)


def _listed(analysis: Analysis, hit: Hit) -> bool:
    """Whether a right name of the same kind stands beside it, behind a comma, a dash or «и»."""
    words = analysis.words
    left, right = hit.first - 1, hit.last
    if left > 0 and words.key(left) in ("и", "или"):
        left -= 1
    if right + 1 < len(words) and words.key(right) in ("и", "или"):
        right += 1
    joined = left != hit.first - 1 or _joins(analysis, hit.first - 1)
    return (joined and left in analysis.named and _same_kind(analysis, hit, left)) or (
        (right != hit.last or _joins(analysis, hit.last - 1))
        and right in analysis.named
        and _same_kind(analysis, hit, right)
    )


def _joins(analysis: Analysis, at: int) -> bool:
    """Whether a comma, a dash or a bracket stands behind word ``at``."""
    return at >= 0 and analysis.words.between(at).strip() in (",", "—", "–", "-", "(", "/")


def _same_kind(analysis: Analysis, hit: Hit, at: int) -> bool:
    kind = entry_of(hit, analysis.lexicon).kind
    near = (h for first in range(max(0, at - 3), at + 1) for h in analysis.hits_at.get(first, ()))
    return any(
        h.right and h.first <= at < h.last and entry_of(h, analysis.lexicon).kind == kind
        for h in near
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
    if is_given(analysis.lexicon, key):
        return True
    strange = not (known.is_ordinary(key) or known.is_place(key) or analysis.lexicon.exact(key))
    return strange and not (words.starts_sentence(before) and known.readings(key))


def longer_name(analysis: Analysis, hit: Hit) -> bool:
    """«Центральная Македония», «Западная Белоруссия»: an adjective with a capital of its own, or
    a word of geography that opens the sentence, makes it the name of another place."""
    words, before = analysis.words, hit.first - 1
    opens = before >= 0 and words.starts_sentence(before)
    known = not opens or words.key(before).startswith(GEOGRAPHIC)
    return known and adjective_before(analysis, hit.first)


def adjective_before(analysis: Analysis, first: int) -> bool:
    """Whether an adjective with a capital stands right before word ``first``."""
    words, before = analysis.words, first - 1
    if words.gap(before) is not Gap.SPACE or words.shape(before) is not Shape.TITLE:
        return False
    return any(r.pos == "ADJF" for r in analysis.lexicon.known.readings(words.key(before)))
