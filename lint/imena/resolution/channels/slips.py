"""The evidence of a slip itself: how people err, and what else the spelling may be."""

from __future__ import annotations

from imena.lexicon.compile import ANY
from imena.lexicon.parts import Slot
from imena.resolution import evidence
from imena.resolution.analysis import Analysis
from imena.resolution.edits import Slip
from imena.resolution.hits import Hit, slot_of
from imena.resolution.words import Quirk, Word

#: Slips that may as well lead to another real surname.
_NEIGHBOURS = frozenset(
    "typo-wrong-letter typo-vowel variant-transliteration typo-missing-letter "
    "typo-extra-letter".split()
)


def may_be_another(found: Slip) -> bool:
    """A syllable typed twice («Токаевева») makes no other surname."""
    return found.kind in _NEIGHBOURS and found.likely < evidence.UNMISTAKABLE


def slip_score(
    analysis: Analysis,
    hit: Hit,
    found: Slip,
    alone: bool = False,
    cells: int = ANY,
    share: float = 1.0,
) -> float:
    """The evidence of the slip itself and of what else the spelling may be; ``cells`` and
    ``share`` limit the names that it may be in earnest."""
    score, rival = own_score(analysis, hit, found, cells, share)
    return score + written_again(analysis, hit, rival, alone)


def written_again(analysis: Analysis, hit: Hit, rival: float, alone: bool = False) -> float:
    """What speaks for a spelling that the text repeats; ``rival`` is how strongly it is a name in
    its own right."""
    slot = slot_of(hit, analysis.lexicon)
    bears_it = rival < 0.0 and slot is Slot.SURNAME
    if slot is Slot.NAME and hit.entry in analysis.written_right:
        return 0.0  # what the text repeats is the right name
    if alone or bears_it or hit.entry not in analysis.surnames_in_text:
        again = analysis.times_in_any_case(hit.seen) - 1
        return evidence.WRITTEN_AGAIN * min(2, again)
    return 0.0


def own_score(
    analysis: Analysis, hit: Hit, found: Slip, cells: int = ANY, share: float = 1.0
) -> tuple[float, float]:
    """The part of the slip score that the two spellings alone decide, at least the whole of it;
    and how strongly the seen one is a name in its own right."""
    if is_foreign(analysis, hit):
        return letter_score(analysis, hit, found), 0.0
    rival = evidence.rival_names(hit.seen, hit.key, found, analysis.lexicon, cells)
    return letter_score(analysis, hit, found) + share * rival, rival


def letter_score(analysis: Analysis, hit: Hit, found: Slip) -> float:
    """The part that the letters alone decide: more than what dictionaries of names leave of it."""
    score = found.likely + evidence.length_bonus(hit.key)
    if is_foreign(analysis, hit):
        score += evidence.FOREIGN_SPELLING
    if found.at == 0:
        replaced = len(hit.seen) == len(hit.key) and hit.seen[1:] == hit.key[1:]
        score += evidence.OTHER_FIRST_LETTER if replaced else evidence.FIRST_LETTER
    return score


def is_foreign(analysis: Analysis, hit: Hit) -> bool:
    """Whether a letter of the words is one that Russian lacks."""
    return any(map(_has_foreign, analysis.words.notable[hit.first : hit.last]))


def _has_foreign(word: Word | None) -> bool:
    return word is not None and word.quirk is not Quirk.NONE and Quirk.FOREIGN in word.quirk
