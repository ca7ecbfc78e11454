"""People whom a text tells from others of a like name."""

from __future__ import annotations

from imena.languages.ru.usage import CONTRASTS, NAMESAKES
from imena.resolution.words import Words

#: Words between a name and «однофамилец».
_NEAR = 4


def told_apart(words: Words, first: int, last: int) -> bool:
    """«в отличие от Криштиану Роналду», «Билл Гейтс, его однофамилец»: whether the words around
    the name ``first`` up to ``last`` say that somebody else is called almost so."""
    before = " ".join(words.key(at) for at in range(max(0, first - 3), first))
    if before.endswith(CONTRASTS):
        return True
    around = (*range(max(0, first - _NEAR), first), *range(last, min(len(words), last + _NEAR)))
    return any(words.key(at).startswith(NAMESAKES) for at in around)
