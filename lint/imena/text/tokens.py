"""Words of a text. A hyphen is a separator: «Касым-Жомарт» is two tokens.

Names are windows of tokens, and the ways of writing one name wrong (a space for a hyphen,
a dash for a hyphen) then differ only in what stands between the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Letters and digits with the marks that may sit on them (U+0300–U+036F), the characters that
#: hide inside words (soft hyphen, zero-width space and joiners, word joiner, BOM), and the
#: apostrophes that stand between letters (д’Ивуар, О'Нил).
_MARKS = "\u0300-\u036f\u0483-\u0487"
_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_INSIDE = f"[\\w{_MARKS}{_HIDDEN}]*"
_WORD = f"[{_HIDDEN}]*[^\\W_]{_INSIDE}(?:['’ʼ](?=[^\\W\\d_]){_INSIDE})*"
WORD = re.compile(_WORD)
_SPLIT = re.compile(f"({_WORD})")
#: What words of letters and digits alone lack; they are sooner found, and most texts hold no other.
_ODD = re.compile(f"[{_MARKS}{_HIDDEN}'’ʼ_]")
_SIMPLE = re.compile(r"(\w+)")
#: Where a text may be cut: a space with a word right behind it.
_CUT = re.compile(r"\s(?=[^\W_])")
#: Characters that are split at a time: the pieces of a long text would fill the memory.
_BLOCK = 1 << 17


class Token(NamedTuple):
    """A word as written, and its half-open span in the prose (code points)."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of ``text`` in order."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in WORD.finditer(text))


def split(text: str) -> Iterator[tuple[list[str], int]]:
    """What stands between the words of ``text`` and the words, by turns, block by block with the
    offset of each. A block begins and ends with what is no word (maybe nothing); all but the first
    begin with nothing."""
    start = 0
    while len(text) - start > _BLOCK:
        cut = _CUT.search(text, start + _BLOCK)
        if cut is None:
            break
        yield _pieces(text[start : cut.end()]), start
        start = cut.end()
    yield _pieces(text[start:] if start else text), start


def _pieces(text: str) -> list[str]:
    return (_SPLIT if _ODD.search(text) else _SIMPLE).split(text)
