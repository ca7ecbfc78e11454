"""Capitalised stretches of a text: what a name of one part may be written as."""

from __future__ import annotations

from typing import NamedTuple

from imena.resolution.analysis import Analysis
from imena.resolution.words import Gap, Shape


class Unit(NamedTuple):
    """Words ``first`` up to ``last``, joined by hyphens; ``key`` is folded."""

    first: int
    last: int
    key: str
    text: str


def unit_at(analysis: Analysis, at: int) -> Unit | None:
    """The capitalised unit that begins with word ``at``; None where there is none."""
    words = analysis.words
    if at >= len(words) or at in analysis.silent or not _capital(analysis, at):
        return None
    last = at + 1
    while last < len(words) and words.gap(last - 1) is Gap.HYPHEN:
        last += 1
    key = "-".join(words.key(n) for n in range(at, last))
    text = words.span(at, last).of(analysis.document.text)
    return Unit(at, last, key, text) if _russian(key) else None


def _capital(analysis: Analysis, at: int) -> bool:
    shape, text = analysis.words.shape(at), analysis.words.tokens[at].text
    mixed = shape is Shape.MIXED and text[0].isupper() and text[-1].islower()
    return len(text) > 1 and (shape is Shape.TITLE or mixed)


def _russian(key: str) -> bool:
    return all("а" <= letter <= "я" or letter in "-'’" for letter in key)


def spaced(analysis: Analysis, at: int) -> bool:
    """Whether only a space stands between word ``at`` and the next."""
    return analysis.words.gap(at) is Gap.SPACE
