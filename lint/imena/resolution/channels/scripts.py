"""Names that no dictionary knows, written with a letter of another alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability, Edit
from imena.languages.ru.alphabet import LOOKALIKES
from imena.resolution.analysis import Analysis
from imena.resolution.deviation import Deviation
from imena.resolution.replacement import as_allowed
from imena.resolution.vocabulary import Mark
from imena.resolution.words import Shape

_RUSSIAN_ONLY = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя") - frozenset(
    letter.lower() for letter in LOOKALIKES.values()
)
_SHORTEST = 4


def script_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """A capitalised Russian word with look-alikes inside: known, or spelt right elsewhere."""
    odd = analysis.words.with_mark(Mark.ODD)
    plain = analysis.plain_keys if odd else frozenset[str]()
    for at in odd:
        word = analysis.words.word(at)
        if at in analysis.named or at in analysis.silent:
            continue
        if _is_russian(analysis, at) and (word.key in plain or _is_known(analysis, word.key)):
            yield _deviation(analysis, at)


def _is_russian(analysis: Analysis, at: int) -> bool:
    """Whether the word can be nothing but Russian: it has letters that no other alphabet has."""
    text = analysis.words.tokens[at].text
    if analysis.words.shape(at) is not Shape.TITLE or len(text) < _SHORTEST:
        return False
    letters = [c for c in text.lower() if c.isalpha()]
    return len(letters) == len(text) and not _RUSSIAN_ONLY.isdisjoint(letters)


def _is_known(analysis: Analysis, key: str) -> bool:
    known = analysis.lexicon.known
    return bool(known.readings(key)) or known.surname_count(key) > 0


def _deviation(analysis: Analysis, at: int) -> Deviation:
    span = analysis.words.span(at, at + 1)
    text = span.of(analysis.document.text)
    right = "".join(LOOKALIKES.get(letter, letter) for letter in text)
    made = Deviation(
        kind="homoglyph",
        span=span,
        text=text,
        confidence=0.95,
        edits=(Edit(span, right),),
        suggestions=(right,),
        applicability=Applicability.SAFE,
    )
    return as_allowed(analysis, made)
