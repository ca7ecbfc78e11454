"""Misspelt names of people: the evidence that a doubtful part is a slip in this person's name."""

from __future__ import annotations

from collections.abc import Iterator

from imena.lexicon.compile import ANY, SINGULAR
from imena.lexicon.parts import Slot, Status
from imena.resolution import evidence
from imena.resolution.analysis import Analysis
from imena.resolution.channels.another_person import (
    is_another,
    of_another_name,
    other_father,
    several,
)
from imena.resolution.channels.characters import surface_deviations
from imena.resolution.channels.respelling import respelt
from imena.resolution.channels.slips import (
    is_foreign,
    letter_score,
    may_be_another,
    own_score,
    slip_score,
)
from imena.resolution.context import (
    governed,
    has_high_office,
    nowhere,
    presented,
    title_before,
    verb_asks,
)
from imena.resolution.deviation import Deviation
from imena.resolution.edits import TWO_SLIPS, Slip, slip
from imena.resolution.hits import Hit, How, part_of, slot_of
from imena.resolution.mentions import Mention, cells_of
from imena.resolution.naming import bears_only_the_name


def person_deviations(analysis: Analysis, mention: Mention, hit: Hit) -> Iterator[Deviation]:
    """``hit`` is not plain; if it is not right either, the mention is nobody else's."""
    if hit.right:
        if mention.hit(Slot.SURNAME) or _rare(analysis, hit):
            yield from surface_deviations(analysis, hit)
        return
    if hit.how is How.EXACT and not (
        hit.status is Status.FORBIDDEN or _in_own_letters(analysis, hit)
    ):
        return
    readings = [h for h in _readings(analysis, hit) if _in_reach(analysis, mention, h)]
    scored = [(_person_score(analysis, mention, h), h) for h in readings]
    possible = [(score, h) for score, h in scored if score is not None]
    if possible:
        score, best = max(possible, key=lambda pair: pair[0])
        yield from respelt(analysis, best, score)


def _in_own_letters(analysis: Analysis, hit: Hit) -> bool:
    """«Чыңгыз Айтматов»: the name as its bearer writes it, in letters that Russian lacks."""
    return hit.status is Status.NATIVE and is_foreign(analysis, hit)


def _readings(analysis: Analysis, hit: Hit) -> list[Hit]:
    """``hit`` and the other right forms of the same part that the words may be a slip of."""
    if hit.how is How.EXACT:
        return [hit]
    place = (hit.first, hit.last, hit.entry, hit.part)
    return [other for other in analysis.hits_of[place] if other.how is not How.EXACT]


def _in_reach(analysis: Analysis, mention: Mention, hit: Hit) -> bool:
    """Whether a slip that stands alone may come to anything at all: asked of what is known of the
    two spellings, before the text is read for what speaks for and against."""
    if len(mention.slots) > 1 or hit.how in (How.EXACT, How.JOINT):
        return True
    if Slot.SURNAME not in mention.slots and not _rare_key(analysis, hit):
        return False
    found = slip(hit.seen, hit.key)
    if found is None:
        return False
    score = _MOST_BESIDE + (evidence.INITIALS_BESIDE if mention.initials else 0.0)
    if _named(analysis, mention):
        score += evidence.FULL_NAME_IN_TEXT
    else:
        score += evidence.ALONE + may_be_another(found) * evidence.ALONE_NEIGHBOUR
    least = evidence.least(analysis.settings.min_confidence) - score
    if letter_score(analysis, hit, found) < least:
        return False
    return own_score(analysis, hit, found, share=evidence.RIVAL_UNINTRODUCED)[0] >= least


#: What the surroundings of a lone name can add at most: an office, a case that fits, a plain form,
#: a twin ending, and a rounding error.
_MOST_BESIDE = evidence.HIGH_OFFICE_BEFORE + 0.5 + 0.7 + 1.0 + 1e-6


def _rare(analysis: Analysis, hit: Hit) -> bool:
    """A given name that says who is meant even when it stands alone: «Лёха» is no Лех Валенса."""
    if hit.last - hit.first > 1:
        return True
    strange = not analysis.lexicon.known.given_name(hit.key).count
    return strange and hit.entry in analysis.full_names


def _person_score(analysis: Analysis, mention: Mention, hit: Hit) -> float | None:
    """The evidence that ``hit`` is a slip in this person's name; None for no case at all."""
    slot = slot_of(hit, analysis.lexicon)
    if _is_no_slip(analysis, mention, hit, slot):
        return None
    score = _anchors(analysis, mention, slot)
    if hit.how is How.EXACT:
        return _forbidden_score(analysis, mention, hit, slot, score)
    with_surname = slot is Slot.SURNAME or mention.hit(Slot.SURNAME) is not None
    if not (with_surname or _rare_key(analysis, hit) or _by_patronymic(analysis, mention)):
        return None
    if hit.how is How.JOINT:
        small = analysis.words.small(hit.first, hit.last)  # «дал - и» is no Дали
        return None if small else score + (5.0 if with_surname else 3.5)
    found = TWO_SLIPS if hit.how is How.FAR else slip(hit.seen, hit.key)
    if found is None or other_father(analysis, mention):
        return None
    return score + _slip_score(analysis, mention, hit, slot, found)


def _is_no_slip(analysis: Analysis, mention: Mention, hit: Hit, slot: Slot) -> bool:
    """Whether the words are somebody else's name, several of one name, or but spoken of."""
    if is_another(analysis, mention, hit, slot) or of_another_name(analysis, hit):
        return True
    if slot is Slot.GIVEN and (several(analysis, mention, hit) or _goes_on(analysis, mention)):
        return True
    return len(mention.slots) == 1 and bears_only_the_name(analysis, mention.first)


def _goes_on(analysis: Analysis, mention: Mention) -> bool:
    """«Хосе Антонио Каст»: a given name before a word that is none of this person's."""
    return len(mention.slots) == 1 and analysis.words.capital_behind(mention.last)


def _slip_score(analysis: Analysis, mention: Mention, hit: Hit, slot: Slot, found: Slip) -> float:
    """The evidence of the slip itself and of what stands around it."""
    score, alone = 0.0, len(mention.slots) == 1
    if alone and may_be_another(found) and not _named(analysis, mention):
        score += evidence.ALONE_NEIGHBOUR
    share = _share_of_rivals(analysis, mention, hit)
    score += slip_score(analysis, hit, found, alone, cells_of(mention, hit), share)
    if len(mention.slots) > 1 and not any(other.right for other in mention.slots.values()):
        score += evidence.ALL_NEAR
    if slot is Slot.SURNAME and analysis.introductions.another(hit.seen, mention.entry, True):
        score += evidence.FAMILY_IN_TEXT
    return score + _case_score(analysis, mention, hit)


def _share_of_rivals(analysis: Analysis, mention: Mention, hit: Hit) -> float:
    """How much it weighs here that the spelling is a name of its own: another holder of the
    office, of the same given name, is hardly met."""
    if mention.exact(Slot.GIVEN) and has_high_office(analysis, mention.first, cells_of(mention)):
        return evidence.RIVAL_IN_OFFICE
    if len(mention.slots) == 1 and _drops_in(analysis, mention, hit):
        return evidence.RIVAL_UNINTRODUCED
    if mention.exact(Slot.SURNAME) and _one_family(analysis, mention, hit):
        return evidence.RIVAL_UNINTRODUCED
    return 1.0


#: Bearers of a surname from which on a text may well speak of two of them.
_FAMILY = 500


def _one_family(analysis: Analysis, mention: Mention, hit: Hit) -> bool:
    """«Эльмира Набиуллина» once beside «Эльвира Набиуллина»: of a rare surname two are relatives,
    and a text that speaks of both says so."""
    surname = mention.slots[Slot.SURNAME]
    if analysis.words.hyphen_behind(mention.first - 1):
        return False  # «Жан-Мари Ле Пен»
    few = analysis.lexicon.known.surname_count(surname.key) < _FAMILY
    return few and _drops_in(analysis, mention, hit) and not presented(analysis, mention.first)


def _drops_in(analysis: Analysis, mention: Mention, hit: Hit) -> bool:
    """Whether a text that names this person in full drops the surname in once, without a word on
    who that is: then it is hardly another real surname."""
    once = analysis.times_in_any_case(hit.seen) == 1
    named = mention.entry.number in analysis.full_names
    return named and once and title_before(analysis, mention.first) is None


def _named(analysis: Analysis, mention: Mention) -> bool:
    """Whether the text writes this person's name right somewhere."""
    number = mention.entry.number
    return number in analysis.full_names or number in analysis.surnames_in_text


def _by_patronymic(analysis: Analysis, mention: Mention) -> bool:
    """«Майю Михаиловну»: a person whom the text names in full, by given name and patronymic."""
    both = mention.exact(Slot.GIVEN) or mention.exact(Slot.PATRONYMIC)
    return both and len(mention.slots) > 1 and _named(analysis, mention)


def _rare_key(analysis: Analysis, hit: Hit) -> bool:
    return ("-" in hit.key and hit.how is not How.JOINT) or (
        hit.how is How.JOINT and hit.seen.isalpha()
    )


def _forbidden_score(
    analysis: Analysis, mention: Mention, hit: Hit, slot: Slot, score: float
) -> float | None:
    needs = slot is not Slot.SURNAME or part_of(hit, analysis.lexicon).phrase
    others = (other for other in mention.slots.values() if other is not hit)
    beside = any(other.right or other.how is How.EXACT for other in others)
    if needs and not beside and mention.entry.number not in analysis.full_names:
        return None
    if not beside and _right_elsewhere(analysis, hit):
        return None
    return score + (6.0 if beside else 7.0)


def _right_elsewhere(analysis: Analysis, hit: Hit) -> bool:
    """Whether the same words are a right form of another entry."""
    return any(r.status <= Status.POLICY for r in analysis.lexicon.exact(hit.seen))


def _anchors(analysis: Analysis, mention: Mention, slot: Slot) -> float:
    """What else in the text says that this person is meant."""
    score = 0.0
    beside = [h for s, h in mention.slots.items() if s is not slot]
    for hit in beside:
        score += (
            _beside(analysis, hit) if hit.right or hit.how is How.EXACT else evidence.NEAR_BESIDE
        )
    if mention.initials and initials_agree(analysis, mention):
        score += evidence.INITIALS_BESIDE
    if mention.entry.number in analysis.full_names:
        score += evidence.FULL_NAME_IN_TEXT
    elif mention.entry.number in analysis.surnames_in_text:
        score += evidence.NAME_IN_TEXT
    elif not beside:
        score += evidence.ALONE
    if has_high_office(analysis, mention.first, cells_of(mention)):
        score += evidence.HIGH_OFFICE_BEFORE
    elif title_before(analysis, mention.first) is not None:
        score += evidence.TITLE_BEFORE
    return score


def _beside(analysis: Analysis, hit: Hit) -> float:
    slot = slot_of(hit, analysis.lexicon)
    if slot is Slot.SURNAME:
        return evidence.SURNAME_BESIDE
    if slot is Slot.PATRONYMIC:
        return evidence.PATRONYMIC_BESIDE
    return evidence.GIVEN_BESIDE


def initials_agree(analysis: Analysis, mention: Mention) -> bool:
    """Whether the first initial is that of the given name."""
    given = mention.entry.canonical(Slot.GIVEN)
    letter = analysis.words.tokens[mention.initials[0]].text
    return bool(given) and given is not None and given.text[:1] == letter


def _case_score(analysis: Analysis, mention: Mention, hit: Hit) -> float:
    """A candidate in the case of the rest of the name, or in the one that is asked for."""
    score = 0.0
    for other in mention.slots.values():
        if other is not hit and other.right:
            score += 1.5 if other.mask & hit.mask else -1.5
    asked = governed(analysis, mention.first)
    if asked == ANY:
        asked = verb_asks(analysis, mention.first, mention.last)
    score += 0.5 if asked & hit.mask else -1.0
    if nowhere(analysis, hit):
        score += evidence.ANOTHER_NAME
    return score + _plainness(analysis, hit) + _twin_endings(hit)


#: The hard and the soft variant of one ending: «Урсулю» means «Урсулу».
_TWINS = frozenset(frozenset(pair) for pair in ("ую", "ая", "ыи", "оё", "ое", "эе"))


def _twin_endings(hit: Hit) -> float:
    same = len(hit.seen) == len(hit.key) and hit.seen[:-1] == hit.key[:-1]
    return 1.0 if same and frozenset((hit.seen[-1], hit.key[-1])) in _TWINS else 0.0


def _plainness(analysis: Analysis, hit: Hit) -> float:
    """Of equal candidates the singular, of those the nominative, and of two ways to write one
    case the first choice is the likelier."""
    part, fold = part_of(hit, analysis.lexicon), analysis.lexicon.language.fold
    second = all(also for text, _, also in part.forms if fold(text) == hit.key)
    return 0.5 * bool(hit.mask & SINGULAR) + 0.2 * bool(hit.mask & 1) - 0.7 * second
