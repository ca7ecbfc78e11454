"""Abbreviations of bodies, where the text itself spells them out: «Союз писателей (СП)»."""

from __future__ import annotations

from collections.abc import Iterator

from imena.discovery.sighting import Candidate, Lemma, Reading
from imena.morphology import Case
from imena.resolution.analysis import Analysis
from imena.resolution.words import Gap, Shape

#: Nouns that head the full name of a body.
_HEADS = frozenset(
    (
        "агентство академия ассоциация банк бюро ведомство движение департамент дирекция "
        "инспекция институт инициатива коалиция колледж комиссия комитет компания конгресс "
        "конфедерация корпорация корпус лига министерство объединение организация палата партия "
        "совет содружество союз служба суд трибунал университет управление федерация фонд фронт "
        "центр"
    ).split()
)
_SMALL = frozenset({"и", "в", "на", "по", "о", "об", "для", "за", "с", "при"})
_SHORTEST, _LONGEST = 3, 8


def abbreviations_of(analysis: Analysis) -> Iterator[Candidate]:
    """Abbreviations in parentheses behind their words, and then wherever they stand."""
    words = analysis.words
    explained = {words.key(at) for at in range(1, len(words)) if _explained(analysis, at)}
    for at in range(len(words) if explained else 0):
        if words.key(at) in explained and words.shape(at) is Shape.UPPER:
            span = words.span(at, at + 1)
            lemma = Lemma("organisation", name=words.tokens[at].text)
            yield Candidate(span, (Reading(lemma, frozenset({Case.NOM})),))


def _explained(analysis: Analysis, at: int) -> bool:
    """Whether word ``at`` is «(АБВ)» right behind words that begin with these letters."""
    words = analysis.words
    text = words.tokens[at].text
    if words.shape(at) is not Shape.UPPER or not _SHORTEST <= len(text) <= _LONGEST:
        return False
    if words.between(at - 1).strip(' »“"') != "(" or not words.between(at).startswith(")"):
        return False
    if any(hit.right for hit in analysis.hits_at.get(at, ())):
        return False
    first = _spelt_out(analysis, at, words.key(at))
    return first is not None and _headed(analysis, first, at)


def _spelt_out(analysis: Analysis, end: int, letters: str) -> int | None:
    """The first of the words before ``end`` whose initials make ``letters``."""
    words, at, left = analysis.words, end - 1, len(letters)
    while at >= 0 and left:
        key = words.key(at)
        if key[0] == letters[left - 1]:
            left -= 1
        elif key not in _SMALL:
            return None
        if left and words.gap(at - 1) not in (Gap.SPACE, Gap.HYPHEN):
            return None
        at -= 1
    return None if left else at + 1


def _headed(analysis: Analysis, first: int, end: int) -> bool:
    known = analysis.lexicon.known
    return any(
        reading.pos == "NOUN" and reading.lemma.replace("ё", "е") in _HEADS
        for at in range(first, end)
        for reading in known.readings(analysis.words.key(at))
    )
