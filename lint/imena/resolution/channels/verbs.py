"""The verb behind a name and the gender of its bearer: «Токаев заявила»."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability, Edit
from imena.lexicon.compile import ANY
from imena.morphology import Case, Gender, Number
from imena.resolution.analysis import Analysis
from imena.resolution.context import NOM_SING, another_bearer, preposition, title_before
from imena.resolution.deviation import Deviation
from imena.resolution.hits import How
from imena.resolution.mentions import Mention
from imena.resolution.replacement import as_allowed
from imena.resolution.words import Gap, Shape


def verb_deviations(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """«Токаев заявила»: a past verb right behind its subject, of the other gender; ``mention`` is
    one with a surname that no neighbour makes another person's."""
    at = mention.last
    if not _is_subject(analysis, mention) or not verb_follows(analysis, at):
        return
    if _is_word_too(analysis, mention):
        return
    gender = Gender(str(mention.entry.blob.get("gender")))
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    past = [r for r in readings if r.pos == "VERB" and r.gender is not None]
    if (
        not past
        or len(past) != len(readings)
        or any(r.gender in (gender, Gender.NEUT) for r in past)
    ):
        return
    if _namesake_agrees(analysis, mention):
        return
    if len(mention.slots) == 1 and another_bearer(analysis, mention):
        return
    if gender is Gender.FEM and title_before(analysis, mention.first) is not None:
        return
    if not _opens_clause(analysis, mention):
        return
    span = analysis.words.span(at, at + 1)
    seen = span.of(analysis.document.text)
    right = analysis.lexicon.known.in_gender(seen, gender)
    edits = (Edit(span, right),) if right else ()
    yield as_allowed(
        analysis,
        Deviation(
            "gender-agreement", span, seen, 0.75, mention.entry.ref, edits,
            (right,) if right else (), Applicability.DISPLAY,
        ),
    )  # fmt: skip


def verb_follows(analysis: Analysis, at: int) -> bool:
    """Whether word ``at`` is a verb right behind what stands before it."""
    words = analysis.words
    if at >= len(words) or words.gap(at - 1) is not Gap.SPACE:
        return False
    if words.shape(at) is not Shape.LOWER:
        return False
    return any(r.pos == "VERB" for r in analysis.lexicon.known.readings(words.key(at)))


def _namesake_agrees(analysis: Analysis, mention: Mention) -> bool:
    """«Клинтон выступала»: of two people of one surname she is meant."""
    gender = mention.entry.blob.get("gender")
    others = analysis.persons_at.get(mention.first, ())
    return any(
        other.last == mention.last and other.entry.blob.get("gender") != gender for other in others
    )


def _is_word_too(analysis: Analysis, mention: Mention) -> bool:
    """«Зима пришла», «дуда хрипела»: a surname that stands alone and is an ordinary word."""
    ordinary = analysis.lexicon.known.is_ordinary(analysis.words.key(mention.first))
    small = analysis.words.shape(mention.first) is Shape.LOWER
    return (
        len(mention.slots) == 1
        and ordinary
        and (small or analysis.words.starts_sentence(mention.first))
    )


def _is_subject(analysis: Analysis, mention: Mention) -> bool:
    """Whether the name can only be a nominative, and names one person.

    A name that never changes is the subject where it opens the sentence, in full or as that of
    somebody whom the text names in full, and nothing behind the verb can be («Саломе Зурабишвили
    отказал суд»).
    """
    mask = ANY
    for hit in mention.slots.values():
        if not hit.right:
            return False
        mask &= hit.mask
    if mask & NOM_SING and mask != NOM_SING:
        return _opens_sentence(analysis, mention) and not _subject_behind(analysis, mention.last)
    return mask == NOM_SING and all(hit.how is How.EXACT for hit in mention.hits)


def _opens_sentence(analysis: Analysis, mention: Mention) -> bool:
    """Whether nothing, or what a preposition governs, stands before the name of somebody whom the
    text names in full: here, or elsewhere and nobody else of that surname."""
    if not mention.full:
        named = mention.entry.number in analysis.full_names
        if not named or another_bearer(analysis, mention):
            return False
    first = mention.first
    if analysis.words.starts_sentence(first):
        return True
    return not preposition(analysis, first) and _no_subject_before(analysis, first - 1)


def _subject_behind(analysis: Analysis, verb: int) -> bool:
    """Whether a word between a verb and the next comma or end may be its subject: one man, one
    woman, one thing in the nominative, or a word that nobody knows."""
    words, known = analysis.words, analysis.lexicon.known
    at, governed_by_one = verb, False
    while at + 1 < len(words) and words.gap(at) in (Gap.SPACE, Gap.HYPHEN):
        at += 1
        readings = [r for r in known.readings(words.key(at)) if "Abbr" not in r.tags]
        if any(r.case is Case.NOM and r.number is Number.SING for r in readings):
            return True
        if not readings and not governed_by_one and not words.key(at)[0].isdigit():
            return True
        hyphen = governed_by_one and words.hyphen_behind(at)
        governed_by_one = hyphen or any(r.pos == "PREP" for r in readings)
    return False


def _no_subject_before(analysis: Analysis, at: int) -> bool:
    """«В эфире Аида …», «На 89-й минуте Дзюба …»: from the start of the sentence up to word
    ``at`` nothing but what a preposition governs."""
    words, governed_by_one = analysis.words, False
    while at >= 0:
        readings = analysis.lexicon.known.readings(words.key(at))
        small = words.key(at)[0].isdigit() or len(words.key(at)) == 1
        if not small and (not readings or any(r.case is Case.NOM for r in readings)):
            return False
        governed_by_one = any(r.pos == "PREP" for r in readings)
        if words.starts_sentence(at):
            return governed_by_one
        at -= 1
    return governed_by_one


def _opens_clause(analysis: Analysis, mention: Mention) -> bool:
    """Whether no noun before the name can be the real subject."""
    title = title_before(analysis, mention.first)
    opening = mention.first if title is None else title
    if len(mention.slots) > 1 and analysis.words.starts_sentence(opening):
        return True
    before = mention.first - 1
    if before < 0:
        return True
    if analysis.words.gap(before) is not Gap.SPACE:
        return analysis.words.gap(before) is Gap.BREAK
    if _no_subject_before(analysis, before):
        return True
    readings = analysis.lexicon.known.readings(analysis.words.key(before))
    return all(r.pos in ("CONJ", "ADVB", "PRCL") for r in readings) and bool(readings)
