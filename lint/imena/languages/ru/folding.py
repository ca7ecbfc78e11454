"""One key for spellings that differ in nothing a reader sees as a difference."""

from __future__ import annotations

import unicodedata
from typing import Final

from imena.languages.ru.alphabet import HYPHENS, INVISIBLE, SPACES, STRESS_MARKS

_GONE: Final[dict[int, None]] = dict.fromkeys(map(ord, INVISIBLE | STRESS_MARKS))
_MAP: Final[dict[int, str | None]] = {
    **_GONE,
    ord("ё"): "е",
    **{ord(c): "-" for c in HYPHENS},
    **{ord(c): " " for c in SPACES},
}
_SPECIAL: Final = frozenset(chr(c) for c in _MAP) - {"ё", "-", " "}


def fold(text: str) -> str:
    """Return the key of ``text``: lower case, NFC, ё as е; stress marks and invisible
    characters gone; every hyphen ``-``, every space `` ``.

    The combining breve and diaeresis are composed first, so й and ё survive an NFD text.
    """
    low = text.lower()
    if low.isascii():
        return low
    if _SPECIAL.isdisjoint(low) and unicodedata.is_normalized("NFC", low):
        return low.replace("ё", "е")
    return _fold_slowly(low)


def _fold_slowly(low: str) -> str:
    """A stress mark may stand between a letter and its breve, so marks go first."""
    bare = low.translate(_GONE)
    return unicodedata.normalize("NFC", bare).translate(_MAP)
