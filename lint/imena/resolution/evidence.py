"""How sure: a noisy channel. A spelling is wrong when «the right name, slipped» explains it
better than «another word, spelt right».

All weights are natural logarithms of odds, added up; the sum becomes a confidence by the
logistic function, and ``benchmarks/planted.py`` holds it against what is found. They are grouped
by the question that they answer:

* ANCHOR: would the text speak of this name here at all?
* the slip itself (``edits.Slip.likely``): how do people's fingers and ears err?
* RIVAL: is what was written a name or a word in its own right?
"""

from __future__ import annotations

from math import exp, inf, log, log10
from typing import NamedTuple

from imena.lexicon import known as known_names
from imena.lexicon.compile import ANY
from imena.lexicon.lexicon import Lexicon
from imena.resolution.edits import Slip

#: What stands beside the doubtful part.
GIVEN_BESIDE = 4.0
SURNAME_BESIDE = 4.0
PATRONYMIC_BESIDE = 3.0
INITIALS_BESIDE = 1.5
NEAR_BESIDE = 1.5
FULL_NAME_IN_TEXT = 3.0
NAME_IN_TEXT = 2.0
HIGH_OFFICE_BEFORE = 1.0
TITLE_BEFORE = 0.3
#: A place or a body is one of its kind: its name needs no second name beside it.
UNIQUE_NAME = 2.3
#: What stands in quotation marks is the name of a work, a firm or a rocket.
PLACE_IN_QUOTES = -3.0
#: The text writes a place or a body right elsewhere.
NAME_SPELT_RIGHT = 1.5
#: Nothing around a word says that a place or a body is meant: it may be anybody's name.
UNPLACED = -1.5
#: A place that the language's own dictionary does not have is rarely meant.
OBSCURE_PLACE = -0.7
#: The more people live in a place, the oftener it is named, right or wrong: for each power of ten.
LARGE_PLACE = 0.7
#: Of the towns that no dictionary has, one in five of four letters is one edit from one that has,
#: of seven letters one in eighty (GeoNames beside the shipped dictionaries); each letter that is
#: missing to seven weighs so much more than ``LETTER`` says.
SHORT_PLACE = -0.45
#: Such places, or such names of people, are many.
ANOTHER_NAME = -3.0
#: Right before an unknown capitalised word a likely place is a likely given name.
PERSON_BESIDE = -4.0
#: A surname alone could be anybody's.
ALONE = -3.0
#: Letters of the bearer's own language: the name was copied from a text in it.
FOREIGN_SPELLING = 3.0
#: A slip this likely leads to no other name.
UNMISTAKABLE = 2.5
#: Most surnames have a real neighbour one letter away; swapped or doubled letters make none.
ALONE_NEIGHBOUR = -3.0
#: Each letter beyond the fifth makes a chance likeness less likely.
LETTER = 0.5
#: The first letter is the one that everybody looks at.
FIRST_LETTER = -1.0
#: Another letter in its place mostly begins another name.
OTHER_FIRST_LETTER = -3.0
#: No part of the name is there as it should be.
ALL_NEAR = -4.0
#: The text gives a surname spelt so to somebody else too: «Шинед Керр — Джон Керр».
FAMILY_IN_TEXT = -3.0
#: Whoever writes it so again and again means it, unless the right spelling stands there too.
WRITTEN_AGAIN = -2.0
#: What speaks for another reading.
ORDINARY_WORD = -8.0
OTHER_PLACE = -6.0
#: What is left of it where but a doubled letter tells the two apart: then they are mostly one,
#: which the language's dictionary spells both ways (Йоханесбург).
ONE_PLACE_SHARE = 0.4
#: One that only the gazetteer of the world has.
OTHER_TOWN = -5.0
OTHER_NAME = -4.0
KNOWN_NAME = -7.0
OTHER_NAME_PER_DECADE = -3.0
#: What is left of it beside a high office and the right given name, and where the text drops a
#: surname in once without a word on who that is.
RIVAL_IN_OFFICE = 0.4
RIVAL_UNINTRODUCED = 0.75
#: The slope and the shift that calibration found.
SLOPE = 1.0
SHIFT = 0.0


class Verdict(NamedTuple):
    """The sum of the evidence and what it means."""

    score: float

    @property
    def confidence(self) -> float:
        """The chance that it is an error, 0 to 1."""
        return 1.0 / (1.0 + exp(-(SLOPE * self.score + SHIFT)))


def least(confidence: float) -> float:
    """The score from which on a verdict is at least so sure: what cannot reach it need not be
    weighed any further."""
    if confidence <= 0.0:
        return -inf
    return (log(confidence / (1.0 - confidence)) - SHIFT) / SLOPE if confidence < 1.0 else inf


def length_bonus(key: str) -> float:
    """Long names are rarely alike by chance."""
    return LETTER * (min(len(key), 12) - 5)


def rival_names(
    seen: str, right: str, slip: Slip | None, lexicon: Lexicon, cells: int = ANY
) -> float:
    """How strongly ``seen`` is a name or a word in its own right; 0 or less.

    ``cells`` are those that the rest of the name leaves: beside «Константин» no «Косаче».

    A rare spelling beside a common one that differs by a doubled letter or a soft sign is more
    often a misspelling in the reference list than a family of its own.
    """
    asked, notes = (seen, right, cells), lexicon.noted_rivals
    if asked not in notes:
        notes[asked] = _rival_weight(seen, right, slip, lexicon, cells)
    return notes[asked]


def _rival_weight(seen: str, right: str, slip: Slip | None, lexicon: Lexicon, cells: int) -> float:
    known = lexicon.known
    weights = [_rival_bearer(seen, right, slip, lexicon, cells)]
    if known.is_ordinary(seen):
        weights.append(ORDINARY_WORD)
    if known.is_place(seen):
        doubled = slip is not None and slip.kind == "typo-doubled-letter"
        weights.append(OTHER_PLACE * (ONE_PLACE_SHARE if doubled else 1.0))
    elif any(reading.is_name for reading in known.readings(seen)):
        weights.append(KNOWN_NAME)
    return min(weights)


def _rival_bearer(seen: str, right: str, slip: Slip | None, lexicon: Lexicon, cells: int) -> float:
    known = lexicon.known
    seen_count = max(known.surname_count(seen, cells), known.given_name(seen).count)
    if seen_count == 0:
        return 0.0
    right_count = max(known.surname_count(right), known.given_name(right).count)
    if seen_count <= known_names.FEW:
        right_count = max(right_count, known.towns.bearers(right))
    weight = OTHER_NAME + OTHER_NAME_PER_DECADE * log10(seen_count)
    likely = slip is not None and slip.likely >= 2.0
    given = known.given_name(seen).count == seen_count
    if right_count > (20 if likely else 30 if given else 500) * seen_count:
        weight *= 0.3
    return weight
