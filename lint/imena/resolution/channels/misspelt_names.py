"""Misspelt names of places and bodies: each is one of its kind and needs no second name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from imena.languages.ru.usage import NUMERALS
from imena.lexicon.compile import SINGULAR
from imena.lexicon.parts import Slot, Status
from imena.morphology import Case, Number
from imena.resolution import evidence
from imena.resolution.analysis import Analysis
from imena.resolution.channels.characters import DECLINED_CAPITALS, surface_deviations
from imena.resolution.channels.placing import (
    INTO,
    behind_name,
    is_placed,
    is_small_place,
    longer_name,
)
from imena.resolution.channels.respelling import respelt
from imena.resolution.channels.slips import is_foreign, letter_score, own_score, written_again
from imena.resolution.context import (
    ANY,
    governed,
    mask_of,
    nowhere,
    preposition,
    title_before,
    title_cells,
)
from imena.resolution.deviation import Deviation
from imena.resolution.edits import slip
from imena.resolution.hits import Hit, How, entry_of, part_of, slot_of
from imena.resolution.replacement import span_of
from imena.resolution.rivals import is_given
from imena.resolution.words import Gap, Shape

#: log10 of the people of a place that is named neither often nor seldom.
_MIDDLING = 5.5
#: Powers of ten above it that still count.
_LARGEST = 2.5
#: Letters from which on a place is no short one.
_LONG = 7
_GENITIVE = mask_of([Case.GEN])
#: What the surroundings can add at most.
_MOST_BESIDE = evidence.NAME_SPELT_RIGHT + 0.5
#: What speaks for any slip in such a name.
_BARE = evidence.UNIQUE_NAME + evidence.ALONE
#: What sums of the same weights in another order may differ by.
_ROUNDING = 1e-6


def name_deviations(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    if hit.right:
        yield from surface_deviations(analysis, hit)
        return
    if hit.how is How.EXACT:
        if hit.status is Status.FORBIDDEN and _forbidden_here(analysis, hit):
            yield from respelt(analysis, hit, 5.0)
        return
    if hit.how is How.JOINT:
        if analysis.words.shape(hit.first) is Shape.LOWER and _are_two(analysis, hit):
            return
        if _only_dashes(analysis, hit):
            return
        if _joint_here(analysis, hit) and not _called_together(analysis, hit):
            yield from respelt(analysis, hit, 4.0)
        return
    yield from _slipped(analysis, hit)


class _Spelling(NamedTuple):
    """What two spellings say of a slip by themselves: their score, how strongly the seen one is a
    name in its own right, and the score that the whole must reach, surroundings aside."""

    own: float
    rival: float
    least: float


def _slipped(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """A slip: what the two spellings say is asked before what stands around them."""
    spelling = _spelling(analysis, hit)
    if spelling is None:
        return
    own, rival, least = spelling
    score = _BARE + (own + written_again(analysis, hit, rival))
    if score >= least and (behind_name(analysis, hit) or _beside_names(analysis, hit)):
        score += evidence.PERSON_BESIDE
    piece = analysis.words.joined(hit.first, hit.last)
    if score < least or piece or _is_abbreviation(analysis, hit) or _counted(analysis, hit):
        return
    yield from respelt(analysis, hit, score + _surroundings(analysis, hit))


def _spelling(analysis: Analysis, hit: Hit) -> _Spelling | None:
    """What the spellings of ``hit`` say, None where nothing can come of it; noted, because a text
    that misspells a name mostly does so again."""
    notes = analysis.lexicon.noted_slips
    confidence = analysis.settings.min_confidence
    asked = hit.seen, hit.key, hit.entry, hit.part, is_foreign(analysis, hit), confidence
    if asked not in notes:
        notes[asked] = _compared(analysis, hit)
    found: _Spelling | None = notes[asked]
    return found


def _compared(analysis: Analysis, hit: Hit) -> _Spelling | None:
    found = slip(hit.seen, hit.key)
    if found is None or len(hit.key) < 4 or slot_of(hit, analysis.lexicon) is Slot.ABBR:
        return None
    least = evidence.least(analysis.settings.min_confidence) - _MOST_BESIDE
    least -= max(0.0, _largeness(analysis, hit))
    if letter_score(analysis, hit, found) < least - _BARE - _ROUNDING:
        return None
    own, rival = own_score(analysis, hit, found)
    if own < least - _BARE - _ROUNDING or _other_number(analysis, hit):
        return None
    return _Spelling(own, rival, least)


def _other_number(analysis: Analysis, hit: Hit) -> bool:
    """«Республик Башкортостан и Татарстан»: the plural of the head is no slip in its singular."""
    seen, right = hit.seen.split(), hit.key.split()
    if len(seen) != len(right) or seen[0] == right[0]:
        return False
    one, two = (analysis.lexicon.known.readings(words[0]) for words in (seen, right))
    same = {r.lemma for r in one} & {r.lemma for r in two}
    several = {r.number for r in one if r.lemma in same} == {Number.PLUR}
    return bool(same) and several and bool(hit.mask & SINGULAR)


def _counted(analysis: Analysis, hit: Hit) -> bool:
    """«Южную и Северную Америки», «Королевство Двух Сицилий»: several of one name."""
    words, before = analysis.words, analysis.words.key_before(hit.first)
    if before in NUMERALS:
        return True
    if hit.last - hit.first < 2 or before not in ("и", "или"):
        return False
    readings, at = analysis.lexicon.known.readings, hit.first - 2
    several = any(r.number is Number.PLUR for r in readings(words.key(hit.last - 1)))
    first = at >= 0 and any(r.pos == "ADJF" for r in readings(words.key(at)))
    return several or (first and words.key(hit.last - 1).endswith(("и", "ы")))


def _surroundings(analysis: Analysis, hit: Hit) -> float:
    """What speaks for and against such a name in this place."""
    score = 0.5 if governed(analysis, hit.first) & hit.mask else -1.0
    if nowhere(analysis, hit):
        score += evidence.ANOTHER_NAME
    if hit.entry in analysis.written_right:
        score += evidence.NAME_SPELT_RIGHT
    elif not is_placed(analysis, hit):
        score += evidence.UNPLACED
    if entry_of(hit, analysis.lexicon).kind == "place":
        score += _as_place(analysis, hit)
    return score


def _as_place(analysis: Analysis, hit: Hit) -> float:
    """What speaks against the name of a place."""
    score = 0.0
    speech = analysis.zones.in_speech(analysis.words.start(hit.first))
    if _kept_as_it_was(analysis, hit) and not speech:
        score += evidence.PLACE_IN_QUOTES
    if hit.entry not in analysis.written_right:
        score += evidence.SHORT_PLACE * max(0, _LONG - len(hit.key))
        if not analysis.lexicon.known.is_place(hit.key):
            score += evidence.OBSCURE_PLACE
    name, towns = _folded_name(analysis, hit), analysis.lexicon.known.towns
    if towns.is_another(hit.seen, name):
        score += evidence.OTHER_TOWN
    else:
        score += _largeness(analysis, hit)
    elsewhere = is_small_place(analysis, hit) or longer_name(analysis, hit)
    if elsewhere or _like_surname(hit):
        score += evidence.ANOTHER_NAME
    return score


def _largeness(analysis: Analysis, hit: Hit) -> float:
    """What the number of its people adds to a place; 0 where nobody knows it."""
    people = analysis.lexicon.known.towns.people(hit.key)
    return evidence.LARGE_PLACE * max(-1.0, min(people - _MIDDLING, _LARGEST)) if people else 0.0


def _folded_name(analysis: Analysis, hit: Hit) -> str:
    """What the place is called in the nominative."""
    return analysis.lexicon.language.fold(part_of(hit, analysis.lexicon).text)


#: Endings that are those of surnames rather than of places.
_OF_SURNAMES = ("ского", "скому", "ская", "ской", "ича", "ичу", "ичем", "сона", "соном", "дзе")
#: Those of the nominative, which towns have as well.
_OF_SURNAMES_TOO = ("ов", "ев", "ин", "ын", "ян", "ич", "сон")


def _like_surname(hit: Hit) -> bool:
    """«Камерин»: an ending of surnames that the place itself has not."""
    if hit.seen.endswith(_OF_SURNAMES):
        return True
    return any(hit.seen.endswith(e) and not hit.key.endswith(e) for e in _OF_SURNAMES_TOO)


def _is_abbreviation(analysis: Analysis, hit: Hit) -> bool:
    """Capitals in a text that is not all capitals: РИА is not a slip of РИГА."""
    words = analysis.words
    if DECLINED_CAPITALS.fullmatch(words.texts[hit.first]):
        return True  # «ОМОНом» is no slip of «Оманом»
    if words.shape(hit.first) is Shape.TITLE and part_of(hit, analysis.lexicon).text.isupper():
        return True  # «на Тиссе» is no slip of «ТАССе»
    if words.shape(hit.first) is not Shape.UPPER:
        return False
    around = (n for n in (hit.first - 1, hit.last) if 0 <= n < len(words))
    return not any(words.shape(n) is Shape.UPPER and len(words.key(n)) > 4 for n in around)


_DASH = re.compile(r"\s+[-–—‒]\s+")


def _only_dashes(analysis: Analysis, hit: Hit) -> bool:
    """«Организация стран - экспортеров нефти»: which dash is printed is nobody's spelling."""
    forms = part_of(hit, analysis.lexicon).all(hit.mask)
    fold = analysis.lexicon.language.fold
    seen = _folded_dash(fold(span_of(hit, analysis).of(analysis.document.text)))
    return any(" — " in form and fold(form) == seen for form in map(_folded_dash, forms))


def _folded_dash(text: str) -> str:
    return _DASH.sub(" — ", text)


def _are_two(analysis: Analysis, hit: Hit) -> bool:
    """«дал - и» is no Дали, nor «я — Мал» Ямал: small letters, or a word and a spaced dash."""
    words = analysis.words
    if words.shape(hit.last - 1) is not Shape.TITLE:
        return True
    dashed = words.gap(hit.first) is Gap.SPACED_HYPHEN
    return dashed and bool(analysis.lexicon.known.readings(words.key(hit.first)))


def _beside_names(analysis: Analysis, hit: Hit) -> bool:
    """«Бернд Пишетсридер»: an unknown capitalised word right behind makes it a person."""
    words, after = analysis.words, hit.last
    if after >= len(words) or words.gap(after - 1) is not Gap.SPACE:
        return False
    if words.shape(after) is not Shape.TITLE or words.starts_sentence(after):
        return False
    known, key = analysis.lexicon.known, words.key(after)
    if known.is_place(key) or known.is_ordinary(key) or analysis.lexicon.exact(key):
        return False
    if preposition(analysis, hit.first) in INTO:
        return False  # «гроссмейстер из Хопрватии Зденко …»
    return not _in_office(analysis, hit)


def _in_office(analysis: Analysis, hit: Hit) -> bool:
    """«премьер-министр Турцеи Реджеп Эрдоган»: between an office and the given name of its holder
    stands the country, in the genitive, where the office itself does not."""
    title = title_before(analysis, hit.first)
    if title is None or not hit.mask & _GENITIVE or hit.first - 1 in analysis.named:
        return False
    name_behind = is_given(analysis.lexicon, analysis.words.key(hit.last))
    return name_behind or not title_cells(analysis, title) & _GENITIVE


def _forbidden_here(analysis: Analysis, hit: Hit) -> bool:
    """An old name of a place shown in quotation marks is history; a body named by an ordinary
    word (коммерсант) is meant only where the capital or the quotation marks say so."""
    quoted = _kept_as_it_was(analysis, hit)
    if entry_of(hit, analysis.lexicon).kind == "place":
        return not quoted
    if hit.last - hit.first > 1 or quoted or not analysis.lexicon.known.is_ordinary(hit.key):
        return True
    shape = analysis.words.shape(hit.first)
    return shape is not Shape.LOWER and not analysis.words.starts_sentence(hit.first)


def _joint_here(analysis: Analysis, hit: Hit) -> bool:
    """A city without its hyphen that reads like a given name needs its preposition; in
    quotation marks it may be a title."""
    if entry_of(hit, analysis.lexicon).kind == "place" and _kept_as_it_was(analysis, hit):
        return False
    right = [h for h in analysis.hits_at[hit.first] if h.right]
    if any(h.entry == hit.entry for h in right):
        return False  # «из Дананга», of which Да-Нанг is another spelling
    if not (right or _is_given(analysis, hit)):
        return True
    asked = governed(analysis, hit.first)
    alone = all(len(m.slots) == 1 for m in analysis.persons_at.get(hit.first, ()))
    return alone and asked != ANY and bool(asked & hit.mask) and not _surname_next(analysis, hit)


def _called_together(analysis: Analysis, hit: Hit) -> bool:
    """«озеро Каракуль», «Бас-Тер»: another place has that spelling for its name; «по одному в
    Северо-Байкальском»: an adjective in a case of its own."""
    name, towns = _folded_name(analysis, hit), analysis.lexicon.known.towns
    return towns.is_another(hit.seen, name) or not governed(analysis, hit.first) & hit.mask


def _is_given(analysis: Analysis, hit: Hit) -> bool:
    """Whether the joined spelling is a given name of its own: Нурсултан beside Нур-Султан."""
    return hit.last - hit.first == 1 and bool(analysis.lexicon.known.given_name(hit.seen).count)


def _surname_next(analysis: Analysis, hit: Hit) -> bool:
    after = hit.last < len(analysis.words) and analysis.words.gap(hit.last - 1) is Gap.SPACE
    return after and analysis.words.shape(hit.last) is not Shape.LOWER


def _kept_as_it_was(analysis: Analysis, hit: Hit) -> bool:
    """An old name shown in quotation marks is history, not a slip."""
    span = span_of(hit, analysis)
    return analysis.zones.in_quotes(span.start)
