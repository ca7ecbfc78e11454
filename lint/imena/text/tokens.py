"""Words of a text. A hyphen is a separator: «Касым-Жомарт» is two tokens.

Names are windows of tokens, and the ways of writing one name wrong (a space for a hyphen,
a dash for a hyphen) then differ only in what stands between the same tokens.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: Letters and digits with the marks that may sit on them (U+0300–U+036F), the characters that
#: hide inside words (soft hyphen, zero-width space and joiners, word joiner, BOM), and the
#: apostrophes that stand between letters (д’Ивуар, О'Нил).
_MARKS = "\u0300-\u036f\u0483-\u0487"
_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
WORD = re.compile(f"[{_HIDDEN}]*[^\\W_](?:[\\w{_MARKS}{_HIDDEN}]|['’ʼ](?=[^\\W\\d_]))*")


class Token(NamedTuple):
    """A word as written, and its half-open span in the prose (code points)."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of ``text`` in order."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in WORD.finditer(text))
