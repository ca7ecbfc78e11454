"""What the words before a name say of its case and its bearer."""

from __future__ import annotations

from collections.abc import Iterable

from imena.languages.ru.usage import (
    ACCUSATIVE_VERBS,
    DATIVE_VERBS,
    FAMILY_NOUNS,
    HIGH_OFFICES,
    PLACE_NOUNS,
    PREPOSITIONS,
    SAID_BY,
    TITLES,
)
from imena.lexicon.compile import ANY as ANY
from imena.lexicon.compile import SINGULAR, bit
from imena.lexicon.parts import Slot
from imena.morphology import Case, Features, Gender, Number
from imena.resolution.analysis import Analysis
from imena.resolution.hits import Hit
from imena.resolution.mentions import Mention
from imena.resolution.words import Gap, Shape, Words


def mask_of(cases: Iterable[Case], numbers: Iterable[Number] = tuple(Number)) -> int:
    """The cells of ``cases`` in ``numbers`` as bits."""
    return sum(bit(Features(case, number)) for case in set(cases) for number in set(numbers))


NOM = mask_of([Case.NOM])
"""The cells of the nominative."""

NOM_SING = NOM & SINGULAR
"""That of one."""


def preposition(analysis: Analysis, first: int) -> str | None:
    """The preposition right before word ``first``."""
    if first == 0 or analysis.words.gap(first - 1) is not Gap.SPACE:
        return None
    words, key = analysis.words, analysis.words.key(first - 1)
    if words.shape(first - 1) is Shape.UPPER and not _all_capitals(words, first):
        return None  # «в вопросе ПРО Польша …»
    if first > 1 and words.hyphen_behind(first - 2):
        key = f"{words.key(first - 2)}-{key}"  # «из-за»; «Гран-при Европы» has none
    return key if key in PREPOSITIONS else None


def _all_capitals(words: Words, first: int) -> bool:
    """Whether the word before ``first`` is in capitals as the name is, or is but one letter."""
    return words.shape(first) is Shape.UPPER or len(words.key(first - 1)) == 1


def governed(analysis: Analysis, first: int) -> int:
    """The cells that the preposition before word ``first`` allows; ANY without one."""
    found = preposition(analysis, first)
    return mask_of(PREPOSITIONS[found]) if found else ANY


def governed_over_quotes(analysis: Analysis, first: int) -> int:
    """As :func:`governed`, for a name that may stand in quotation marks."""
    words, before = analysis.words, first - 1
    if before >= 0 and words.between(before).strip() in ("«", "„", "“", '"'):
        return mask_of(PREPOSITIONS.get(words.key(before), ())) or ANY
    return governed(analysis, first)


def _alone_on_line(words: Words, hit: Hit) -> bool:
    begins = hit.first == 0 or "\n" in words.between(hit.first - 1)
    return begins and (hit.last == len(words) or "\n" in words.between(hit.last - 1))


#: Words between a preposition and the last of the names that it governs.
_GOVERNED = 5


def nowhere(analysis: Analysis, hit: Hit) -> bool:
    """«тот же Маркес» is not «Марксе»: whether the hit can be but a locative, and no preposition
    of it stands before the name, its attributes and what is listed with it; or no nominative,
    alone on its line."""
    if hit.mask & ~mask_of([Case.LOC]):
        return not hit.mask & NOM and _alone_on_line(analysis.words, hit)
    words = analysis.words
    if words.key_before(hit.first).startswith(PLACE_NOUNS):
        return False
    for at in range(hit.first - 1, max(-1, hit.first - 1 - _GOVERNED), -1):
        if words.starts_sentence(at + 1) and words.between(at).strip(' «„“"'):
            return True
        if Case.LOC in PREPOSITIONS.get(words.key(at), ()):
            return False
    return True


def title_before(analysis: Analysis, first: int, lemmas: frozenset[str] = TITLES) -> int | None:
    """The number of the title word that stands before a name, over a country or an adjective
    in between («президентом Казахстана …», «главы МИД …»)."""
    words = analysis.words
    at = first - 1
    for _ in range(4):
        if at < 0 or words.gap(at) not in (Gap.SPACE, Gap.HYPHEN):
            return None
        if title_lemma(analysis, at) in lemmas:
            return at
        if words.tokens[at].text[0].islower() and not _genitive(analysis, at):
            return None
        at -= 1
    return None


def title_lemma(analysis: Analysis, at: int) -> str | None:
    """The lemma of word ``at`` if it is a title; compounds by their last part."""
    key = analysis.words.key(at)
    if at and analysis.words.gap(at - 1) is Gap.HYPHEN:
        whole = f"{analysis.words.key(at - 1)}-{_lemma(analysis, key) or key}"
        if whole in TITLES:
            return whole
    return _lemma(analysis, key)


def _lemma(analysis: Analysis, key: str) -> str | None:
    """The title that ``key`` is a form of."""
    if key in TITLES:
        return key
    for reading in analysis.lexicon.known.readings(key):
        if reading.pos == "NOUN" and reading.lemma.replace("ё", "е") in TITLES:
            return reading.lemma.replace("ё", "е")
    return None


def _genitive(analysis: Analysis, at: int) -> bool:
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    return any(r.case is Case.GEN and r.pos in ("NOUN", "ADJF") for r in readings)


def title_cells(analysis: Analysis, at: int) -> int:
    """The cells that a title word leaves to the name behind it."""
    mask = 0
    for reading in analysis.lexicon.known.readings(analysis.words.key(at)):
        if reading.pos == "NOUN" and reading.case is not None:
            number = reading.number or Number.SING
            mask |= bit(Features(reading.case, number))
    return mask or ANY


def verb_asks(analysis: Analysis, first: int, last: int) -> int:
    """The cells that a verb beside a name asks for («поздравил Джейхуна», «Садыру докладывал»),
    or the noun of «по словам»; ANY where nothing does."""
    words = analysis.words
    if first and words.gap(first - 1) is Gap.SPACE:
        key = words.key(first - 1)
        if key in SAID_BY:
            return mask_of([Case.GEN])
        if (cells := _asked_by(analysis, key, DATIVE_VERBS, Case.DAT)) != ANY:
            return cells
        if (cells := _asked_by(analysis, key, ACCUSATIVE_VERBS, Case.ACC)) != ANY:
            return cells
    if last < len(words) and words.gap(last - 1) is Gap.SPACE:
        return _asked_by(analysis, words.key(last), DATIVE_VERBS, Case.DAT)
    return ANY


_VERBAL = frozenset({"VERB", "INFN", "GRND"})


def object_asked(analysis: Analysis, first: int) -> int:
    """The accusative behind a word that can be nothing but a transitive verb («уговаривали Аллу
    …») and has no person in the dative, and the nominative where one person can be its subject;
    else ANY."""
    words = analysis.words
    if not first or words.gap(first - 1) is not Gap.SPACE:
        return ANY
    if words.key(first - 1).startswith(DATIVE_VERBS):
        return ANY
    readings = analysis.lexicon.known.readings(words.key(first - 1))
    if not readings or not all(r.pos in _VERBAL and "tran" in r.tags for r in readings):
        return ANY
    subject = any(r.pos == "VERB" and r.number is Number.SING for r in readings)
    return mask_of([Case.ACC, Case.NOM] if subject else [Case.ACC])


def _asked_by(analysis: Analysis, key: str, stems: tuple[str, ...], case: Case) -> int:
    """``case`` where the word is one of these verbs, and the nominative where one person can be
    its subject («сообщил Лавров»); else ANY."""
    readings = analysis.lexicon.known.readings(key) if key.startswith(stems) else ()
    if not readings or not all(r.pos in ("VERB", "INFN", "GRND", "PRTS") for r in readings):
        return ANY
    subject = any(r.pos == "VERB" and r.number is Number.SING for r in readings)
    return mask_of([case, Case.NOM] if subject else [case])


def agrees_behind(analysis: Analysis, hit: Hit) -> bool:
    """Whether a noun or one more adjective in the case of the hit follows it: «в Гусь-Хрустальном
    районе», «Каменск-Уральского металлургического завода»."""
    words = analysis.words
    if hit.last >= len(words) or words.gap(hit.last - 1) is not Gap.SPACE:
        return False
    key = words.key(hit.last)
    readings = analysis.lexicon.known.readings(key) if key not in PREPOSITIONS else ()
    cases = [r.case for r in readings if r.pos in ("NOUN", "ADJF") and r.case is not None]
    return bool(hit.mask & mask_of(cases))


def another_bearer(analysis: Analysis, mention: Mention) -> bool:
    """Whether the text gives this surname to another person too, who may be a woman."""
    return analysis.introductions.another(mention.slots[Slot.SURNAME].seen, mention.entry)


def in_capitals(analysis: Analysis, at: int) -> bool:
    """A headline in capitals: its words are no abbreviations."""
    words = analysis.words
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return any(words.shape(n) is Shape.UPPER and len(words.key(n)) > 4 for n in beside)


def verb_gender(analysis: Analysis, at: int) -> Gender | None:
    """The gender of the past verb that is word ``at``, right behind a name; None elsewhere."""
    words = analysis.words
    if not 0 < at < len(words) or words.gap(at - 1) is not Gap.SPACE:
        return None
    if words.shape(at) is not Shape.LOWER:
        return None
    readings = analysis.lexicon.known.readings(words.key(at))
    genders = {r.gender for r in readings if r.pos == "VERB"}
    alone = len(genders) == 1 and all(r.pos == "VERB" for r in readings)
    return genders.pop() if alone else None


def family_before(analysis: Analysis, first: int) -> bool:
    """«супруги Пашинян», «братья Райт»: a noun that stands before the name of several."""
    return first > 0 and analysis.words.key(first - 1) in FAMILY_NOUNS


def presented(analysis: Analysis, first: int) -> bool:
    """Whether a noun for a person stands right before the name: «тренер Рамзан …», «сестра …»."""
    words = analysis.words
    if not first or words.gap(first - 1) not in (Gap.SPACE, Gap.HYPHEN):
        return False
    if words.shape(first - 1) is not Shape.LOWER:
        return False
    readings = analysis.lexicon.known.readings(words.key(first - 1))
    return any(r.pos == "NOUN" and "anim" in r.tags for r in readings)


def has_high_office(analysis: Analysis, first: int, mask: int = ANY) -> bool:
    """Whether the name is introduced by an office that one person holds, in a cell of ``mask``
    («главе совета при президенте РФ Михаилу Федотову» has none)."""
    at = title_before(analysis, first, HIGH_OFFICES)
    return at is not None and bool(title_cells(analysis, at) & mask)
