"""What kind of slip turns a right spelling into the one that was seen."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from imena.languages.ru.alphabet import (
    CONSONANT_CONFUSIONS,
    KEYBOARD_NEIGHBOURS,
    LONG_SOUNDS,
    SOFT_SIGNS,
    TRANSLITERATION_CLASSES,
    VOWEL_CONFUSIONS,
    VOWELS,
)

_CLASSES = frozenset(
    frozenset((one, two))
    for members in TRANSLITERATION_CLASSES
    for one in members
    for two in members
    if one != two
)


#: Two like letters that end a case form: «Карнии» may be the genitive of «Карния».
_DOUBLE_ENDINGS = ("ии", "ее")


class Slip(NamedTuple):
    """One edit: ``kind`` is the taxonomy's rule name, ``likely`` how much more likely than a
    random substitution such a slip is (natural log), ``at`` the place in the seen string."""

    kind: str
    likely: float
    at: int


#: Two slips in one word, whatever they are.
TWO_SLIPS: Final = Slip("typo-wrong-letter", -4.5, 2)


@lru_cache(1 << 14)
def slip(seen: str, right: str) -> Slip | None:
    """The single slip between two folded spellings, or None where there is more than one.

    Other digits are another name, never a slip: «Россия 1», «Россия 24».
    """
    if any(c.isdigit() for c in seen + right) and _digits(seen) != _digits(right):
        return None
    if seen[-1:] == "ъ" != right[-1:]:
        return None  # «Пушкинъ»: the old spelling, on purpose
    at = _common(seen, right)
    tail_seen, tail_right = seen[at:], right[at:]
    if len(seen) == len(right):
        return _same_length(seen, right, at)
    if len(seen) + 1 == len(right) and tail_seen == tail_right[1:]:
        return _missing(seen, right, at)
    if len(seen) == len(right) + 1 and tail_seen[1:] == tail_right:
        return _extra(seen, right, at)
    return _repeat(seen, right) or _respelt(seen, right, at)


def _digits(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]


def _common(one: str, two: str) -> int:
    at = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        at += 1
    return at


def _same_length(seen: str, right: str, at: int) -> Slip | None:
    if seen[at : at + 2] == right[at + 1 : at + 2] + right[at : at + 1] and (
        seen[at + 2 :] == right[at + 2 :]
    ):
        return Slip("typo-transposed", 3.0, at)
    if seen[at + 1 :] != right[at + 1 :]:
        return None
    return _substituted(seen[at], right[at], at)


def _substituted(seen: str, right: str, at: int) -> Slip:
    pair = frozenset((seen, right))
    if not (seen.isalpha() and right.isalpha()):
        return Slip("hyphen-missing", 2.0, at)
    if pair <= SOFT_SIGNS:
        return Slip("typo-soft-sign", 2.0, at)
    if pair in VOWEL_CONFUSIONS:
        return Slip("typo-vowel", 2.0, at)
    if pair in _CLASSES or pair <= VOWELS:
        return Slip("variant-transliteration", 1.2, at)
    if seen in KEYBOARD_NEIGHBOURS.get(right, ()):
        return Slip("typo-wrong-letter", 1.0, at)
    if pair in CONSONANT_CONFUSIONS:
        return Slip("typo-wrong-letter", 0.8, at)
    return Slip("typo-wrong-letter", 0.0, at)


def _missing(seen: str, right: str, at: int) -> Slip:
    letter = right[at]
    if not letter.isalnum():
        return Slip("hyphen-joined" if letter == "-" else "space-missing", 2.0, at)
    if letter in SOFT_SIGNS:
        return Slip("typo-soft-sign", 2.0, at)
    if letter in (right[at - 1 : at], right[at + 1 : at + 2]):
        return Slip("typo-doubled-letter", 2.2, at)
    return Slip("typo-missing-letter", 1.0, at)


def _extra(seen: str, right: str, at: int) -> Slip:
    letter = seen[at]
    if not letter.isalnum():
        return Slip("hyphen-extra", 2.0, at)
    if letter in SOFT_SIGNS:
        return Slip("typo-soft-sign", 1.5, at)
    if letter in (seen[at - 1 : at], seen[at + 1 : at + 2]):
        ending = seen.endswith(_DOUBLE_ENDINGS) and at >= len(seen) - 2 and seen[-3] != letter
        return Slip("typo-doubled-letter", 1.0 if ending else 2.9, at)
    return Slip("typo-extra-letter", 1.0, at)


def _respelt(seen: str, right: str, at: int) -> Slip | None:
    """One foreign sound written in another number of letters."""
    for old, new in LONG_SOUNDS:
        for start in range(max(0, at - 1), at + 1):
            if (
                seen.startswith(old, start)
                and right == seen[:start] + new + seen[start + len(old) :]
            ):
                return Slip("variant-transliteration", 1.5, start)
    return None


def _repeat(seen: str, right: str) -> Slip | None:
    size = len(seen) - len(right)
    if size not in (2, 3):
        return None
    for at in range(len(right) - size + 1):
        if seen == right[: at + size] + right[at : at + size] + right[at + size :]:
            return Slip("typo-extra-letter", 3.0, at + size)
    return None
