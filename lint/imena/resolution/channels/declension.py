"""Case endings: forms that the norm forbids, names left undeclined, parts that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from imena.languages.ru.usage import PREPOSITIONS
from imena.lexicon.compile import ANY
from imena.lexicon.parts import KIND_OF_STATUS, Slot, Status
from imena.morphology import Case, Number
from imena.resolution.analysis import Analysis
from imena.resolution.channels.agreement import agreement_deviations
from imena.resolution.channels.misplaced import misplaced, undeclined_body, undeclined_place
from imena.resolution.channels.placing import OF_PEOPLE, behind_name
from imena.resolution.channels.undeclined import undeclined_person
from imena.resolution.context import (
    NOM,
    agrees_behind,
    another_bearer,
    governed,
    preposition,
    verb_asks,
)
from imena.resolution.deviation import Deviation
from imena.resolution.hits import WRONG_FORMS, Hit, How, entry_of, part_of, slot_of
from imena.resolution.mentions import Mention
from imena.resolution.replacement import rewritten
from imena.resolution.words import Shape


def declension_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Wrong endings, then disagreement, of people; wrong endings of places and bodies."""
    for mention in analysis.persons:
        if mention.rival:
            continue
        wrong = [h for h in mention.slots.values() if not h.right and h.how is How.EXACT]
        if not wrong and Slot.SURNAME not in mention.slots:
            continue
        if analysis.words.small(mention.first, mention.last):
            continue  # «в полтавский госпиталь»: that it may be a name is another rule's
        for hit in _wrong_readings(analysis, wrong):
            yield from _wrong_form(analysis, mention, hit)
        yield from agreement_deviations(analysis, mention)
        yield from undeclined_person(analysis, mention)
    yield from _of_others(analysis)


def _of_others(analysis: Analysis) -> Iterator[Deviation]:
    """Wrong endings of places and bodies, places left undeclined."""
    for hit in analysis.others:
        if hit.right:
            yield from _in_its_case(analysis, hit)
        elif hit.how is How.EXACT and hit.status in WRONG_FORMS:
            yield from _wrong_place(analysis, hit)


def _in_its_case(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """Whether the preposition before a place or a body takes the form that it stands in."""
    if not hit.first or analysis.words.key(hit.first - 1) not in PREPOSITIONS:
        return
    if entry_of(hit, analysis.lexicon).kind != "place":
        yield from undeclined_body(analysis, hit)
    elif preposition(analysis, hit.first):
        yield from (undeclined_place if hit.mask & NOM else misplaced)(analysis, hit)


def _wrong_readings(analysis: Analysis, wrong: list[Hit]) -> Iterator[Hit]:
    """The readings of the ``wrong`` parts as forms of a wrong paradigm."""
    for hit in wrong:
        for other in analysis.hits_at[hit.first]:
            same = (other.last, other.entry) == (hit.last, hit.entry)
            if same and other.how is How.EXACT and other.status in WRONG_FORMS:
                yield other


def _others(mention: Mention, hit: Hit) -> list[Hit]:
    return [h for h in mention.slots.values() if h.first != hit.first and h.right]


def _wrong_form(analysis: Analysis, mention: Mention, hit: Hit) -> Iterator[Deviation]:
    """A form of the wrong paradigm: «Токаевом», «Черныха», «Касыма-Жомарта»."""
    others = _others(mention, hit)
    asked = hit.mask
    for other in others:
        asked &= other.mask
    if not asked or not _may_be_wrong(analysis, mention, hit, bool(others)):
        return
    narrowed = asked & _governed(analysis, mention) or asked
    yield from rewritten(
        analysis, hit, narrowed, KIND_OF_STATUS[hit.status], 0.95 if others else 0.85
    )


def _may_be_wrong(analysis: Analysis, mention: Mention, hit: Hit, beside: bool) -> bool:
    """Whether the wrong form can be nothing but this name: no other name has it as a right one,
    and it is no word."""
    slot = slot_of(hit, analysis.lexicon)
    if _reads_as_word(analysis, hit):
        return False
    if beside:
        return True
    if slot is not Slot.SURNAME:
        return hit.last - hit.first > 1
    if preposition(analysis, mention.first) and not governed(analysis, mention.first) & hit.mask:
        return False  # «на Нарышкином бастионе»
    if _may_be_other(analysis, mention, hit):
        return False
    asked = _governed(analysis, mention)
    meant = not analysis.words.starts_sentence(hit.first) and asked != ANY and asked & hit.mask
    return bool(meant) or not analysis.lexicon.known.is_ordinary(hit.key)


def _may_be_other(analysis: Analysis, mention: Mention, hit: Hit) -> bool:
    """Whether a surname that stands alone may be somebody else's, or a place."""
    named = mention.entry.number in analysis.full_names
    if mention.initials or (mention.entry.blob.get("gender") == "Fem" and not named):
        return True
    if another_bearer(analysis, mention) or (not named and _namesakes_form(analysis, hit)):
        return True
    if analysis.words.shape(hit.first) is Shape.LOWER or analysis.lexicon.known.is_place(hit.key):
        return True
    return any(r.status <= Status.POLICY for r in analysis.lexicon.exact(hit.key))


def _governed(analysis: Analysis, mention: Mention) -> int:
    """The cells that the preposition or the verb beside the name leaves."""
    asked = governed(analysis, mention.first)
    return asked if asked != ANY else verb_asks(analysis, mention.first, mention.last)


def _namesakes_form(analysis: Analysis, hit: Hit) -> bool:
    """«общение с Чаплиным», «вместе с Дэном»: a right form of somebody else's name."""
    known = analysis.lexicon.known
    return bool(known.surname_count(hit.key, hit.mask) or known.given_name(hit.key).count)


def _reads_as_word(analysis: Analysis, hit: Hit) -> bool:
    """«О любви Орловой», «Любви Орловой не хватало»: the word, not the name."""
    capital = analysis.words.shape(hit.first) is not Shape.LOWER
    if capital and not analysis.words.starts_sentence(hit.first):
        return False
    return analysis.lexicon.known.is_ordinary(hit.key)


def _wrong_place(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """«из Алмат»: where the form may be another word, the preposition must ask for the case."""
    if analysis.words.shape(hit.first) is Shape.LOWER:
        return
    known = analysis.lexicon.known
    if any(r.status <= Status.POLICY for r in analysis.lexicon.exact(hit.key)):
        return
    if behind_name(analysis, hit):
        return  # «с Сергеем Николаевым», «описан В. К. Арсеньевым»
    if hit.status is Status.DOUBLE_NAME and agrees_behind(analysis, hit):
        return  # «в Гусь-Хрустальном районе»: the adjective
    if hit.status is Status.MIXED_CASES and _in_plural(analysis, hit):
        return
    if preposition(analysis, hit.first) in OF_PEOPLE and known.surname_count(hit.key):
        return  # «вместе с Саратовым»
    if known.towns.is_another(hit.key, part_of(hit, analysis.lexicon).text):
        return  # «в Кобане» is in Кобан
    asked = governed(analysis, hit.first)
    rival = known.is_ordinary(hit.key) or known.given_name(hit.key).count or known.is_place(hit.key)
    if not hit.mask & asked or (rival and asked == ANY) or known.is_ordinary(hit.key):
        return
    yield from rewritten(analysis, hit, hit.mask & asked, KIND_OF_STATUS[hit.status], 0.85)


def _in_plural(analysis: Analysis, hit: Hit) -> bool:
    """«Курская и Мурманская области»: the noun of several adjectives."""
    readings = analysis.lexicon.known.readings(analysis.words.key(hit.last - 1))
    several = any(r.case is Case.NOM and r.number is Number.PLUR for r in readings)
    return several and governed(analysis, hit.first) == ANY
