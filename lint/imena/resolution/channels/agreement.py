"""Parts of one name that do not agree: in case, in number, or in gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from imena.languages.ru.usage import FIRST_CASE, HIGH_OFFICES
from imena.lexicon.compile import ANY, SINGULAR, bit
from imena.lexicon.parts import Slot, Status
from imena.morphology import Case, Features, Gender
from imena.resolution.analysis import Analysis
from imena.resolution.context import (
    NOM,
    family_before,
    governed,
    mask_of,
    object_asked,
    preposition,
    title_cells,
    title_lemma,
    verb_asks,
    verb_gender,
)
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, How
from imena.resolution.mentions import Mention
from imena.resolution.replacement import rewritten
from imena.resolution.words import Gap


def agreement_deviations(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """Disagreement between the given name and the surname of one mention."""
    given, surname = mention.hit(Slot.GIVEN), mention.hit(Slot.SURNAME)
    if given is None or surname is None or not given.right or given.how is not How.EXACT:
        return
    if surname.how is not How.EXACT or (surname.first < given.first and not _east(mention)):
        return
    if surname.right and given.mask & surname.mask:
        yield from _against_title(analysis, mention, given, surname)
    elif counterpart := _counterpart(analysis, mention, given):
        if not _both_genders(analysis, mention, given):
            yield from rewritten(analysis, counterpart, given.mask & SINGULAR, "gender-form", 0.92)
    elif surname.right:
        yield from _mismatch(analysis, mention, given, surname)


def _east(mention: Mention) -> bool:
    return bool(mention.entry.blob.get("surname_first"))


def _counterpart(analysis: Analysis, mention: Mention, given: Hit) -> Hit | None:
    """The hit that reads the surname as that of the other gender, in the case of ``given``.

    A surname that is right in another oblique case («Садыра Жапарову») is of the other gender
    only where both stand in the nominative.
    """
    surname = mention.slots[Slot.SURNAME]
    oblique = surname.right and surname.mask & SINGULAR & ~NOM
    asked = given.mask & SINGULAR & (NOM if oblique else ANY)
    for hit in analysis.hits_at[surname.first]:
        if hit.entry == surname.entry and hit.status is Status.COUNTERPART and hit.mask & asked:
            return hit
    return None


def _both_genders(analysis: Analysis, mention: Mention, given: Hit) -> bool:
    """Whether women and men both bear the given name (Жанат): then it is another person, unless
    the verb says otherwise."""
    own = Gender(str(mention.entry.blob.get("gender")))
    if verb_gender(analysis, mention.last) is own:
        return False
    bearers = analysis.lexicon.known.bearers(given.key)
    if not given.mask & NOM or not bearers:
        bearers = analysis.lexicon.known.given_name(given.key).genders
    return len(bearers) > 1


def _mismatch(
    analysis: Analysis, mention: Mention, given: Hit, surname: Hit
) -> Iterator[Deviation]:
    """The part that its surroundings do not ask for is the wrong one."""
    if family_before(analysis, mention.first):
        return
    if not surname.mask & SINGULAR:
        yield from _family_for_one(analysis, mention, given, surname)
        return
    asked = _object(analysis, mention, given, surname)
    if asked == ANY:
        asked = _asked(analysis, mention)
    bad, good = _culprit(given, surname, asked)
    if bad is surname and _of_a_woman(analysis, mention, given, surname, asked):
        return
    mask = good.mask & asked & SINGULAR or good.mask & SINGULAR
    undeclined = not bad.mask & SINGULAR & ~NOM
    kind = "not-declined" if undeclined else "case-mismatch"
    sure = asked != ANY or undeclined
    for made in rewritten(analysis, bad, mask, kind, 0.85 if sure else 0.7):
        yield made if sure else _of_both(analysis, mention, made)


def _of_a_woman(analysis: Analysis, mention: Mention, given: Hit, surname: Hit, asked: int) -> bool:
    """«гимнастке Юлии Ким»: the given name is mostly a woman's, in a case that fits, and her
    surname does not change."""
    man = mention.entry.blob.get("gender") == Gender.MASC.value
    stays = not surname.mask & SINGULAR & ~NOM and surname.key[-1] not in "ая"
    if not man or not stays or _man_before(analysis, mention, given):
        return False
    known = analysis.lexicon.known
    hers = {r.case for r in known.readings(given.key) if r.is_name and r.gender is Gender.FEM}
    fits = not hers or mask_of(case for case in hers if case) & asked
    return bool(fits) and known.given_name(given.key).genders == {Gender.FEM}


def _man_before(analysis: Analysis, mention: Mention, given: Hit) -> bool:
    """«вечер барда Юлия Ким»: a noun for a man in the case of the given name."""
    before = mention.first - 1
    if before < 0 or analysis.words.gap(before) is not Gap.SPACE:
        return False
    readings = analysis.lexicon.known.readings(analysis.words.key(before))
    cases = [r.case for r in readings if r.gender is Gender.MASC and "anim" in r.tags and r.case]
    return len(cases) == len(readings) > 0 and bool(given.mask & mask_of(cases) & SINGULAR)


def _of_both(analysis: Analysis, mention: Mention, made: Deviation) -> Deviation:
    """Which of the two is wrong nobody can tell: the finding is about the whole name."""
    span = analysis.words.span(mention.first, mention.last)
    return replace(made, span=span, text=span.of(analysis.document.text))


def _family_for_one(
    analysis: Analysis, mention: Mention, given: Hit, surname: Hit
) -> Iterator[Deviation]:
    """«Натальи Тереховы»: the plural behind one given name."""
    before = mention.first - 1
    if before >= 0 and analysis.words.key(before) in ("и", "или", "да"):
        return
    if before >= 0 and "," in analysis.words.between(before):
        return
    if analysis.lexicon.known.surname_count(surname.key, given.mask & NOM & SINGULAR):
        return  # «Петр Павлов»: a surname of its own, not many of the name Павел
    yield from rewritten(analysis, surname, given.mask & SINGULAR, "wrong-ending", 0.85)


def _asked(analysis: Analysis, mention: Mention) -> int:
    """The cells that a preposition, a title or a verb right before the name asks for."""
    found = preposition(analysis, mention.first)
    if found:
        first = FIRST_CASE.get(found)
        return bit(Features(first)) if first else governed(analysis, mention.first)
    before = mention.first - 1
    beside = before >= 0 and analysis.words.gap(before) is Gap.SPACE
    if beside and title_lemma(analysis, before):
        return title_cells(analysis, before)
    return verb_asks(analysis, mention.first, mention.last)


def _object(analysis: Analysis, mention: Mention, given: Hit, surname: Hit) -> int:
    """The cells that a transitive verb right before the name leaves, where they decide between the
    parts of the name."""
    asked = object_asked(analysis, mention.first) & SINGULAR
    return asked if bool(given.mask & asked) != bool(surname.mask & asked) else ANY


def _culprit(given: Hit, surname: Hit, asked: int) -> tuple[Hit, Hit]:
    """The part to change, and the part to follow."""
    one = asked & SINGULAR or asked
    fits_given, fits_surname = bool(given.mask & one), bool(surname.mask & one)
    if asked != ANY and fits_given != fits_surname:
        return (surname, given) if fits_given else (given, surname)
    if not given.mask & SINGULAR & ~NOM:
        return given, surname
    return surname, given


def _against_title(
    analysis: Analysis, mention: Mention, given: Hit, surname: Hit
) -> Iterator[Deviation]:
    """«с президентом Касым-Жомарта Токаева»: an office that one person holds takes no genitive
    of a person, so the name must stand in its case."""
    before = mention.first - 1
    shared = given.mask & surname.mask & SINGULAR
    if before < 0 or analysis.words.gap(before) is not Gap.SPACE or shared & NOM:
        return
    if title_lemma(analysis, before) not in HIGH_OFFICES:
        return
    asked = title_cells(analysis, before) & governed(analysis, before) & SINGULAR
    if not asked or asked & shared or asked & NOM:
        return
    if asked & ~mask_of([Case.DAT]) and not preposition(analysis, before):
        return  # «после избрания президентом Владимира Путина», «врио губернатора Андреем …»
    for hit in (given, surname):
        yield from rewritten(analysis, hit, asked, "case-mismatch", 0.8)
