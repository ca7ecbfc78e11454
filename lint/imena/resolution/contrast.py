"""People whom a text tells from others of a like name."""

from __future__ import annotations

from collections.abc import Iterable

from imena.languages.ru.usage import CONTRASTS, NAMESAKES
from imena.lexicon.parts import Slot
from imena.resolution.mentions import Mention
from imena.resolution.words import Words

#: Words between a name and «однофамилец».
_NEAR = 4


def told_apart(words: Words, mentions: Iterable[Mention]) -> frozenset[int]:
    """The entries of those of ``mentions`` whom the text tells from somebody of a like name."""
    mine = (m for m in mentions if m.exact(Slot.SURNAME))
    return frozenset(m.entry.number for m in mine if _contrasted(words, m.first, m.last))


def _contrasted(words: Words, first: int, last: int) -> bool:
    """«в отличие от Криштиану Роналду», «Билл Гейтс, его однофамилец»: whether the words around
    the name ``first`` up to ``last`` say that somebody else is called almost so."""
    before = " ".join(words.key(at) for at in range(max(0, first - 3), first))
    if before.endswith(CONTRASTS):
        return True
    around = (*range(max(0, first - _NEAR), first), *range(last, min(len(words), last + _NEAR)))
    return any(words.key(at).startswith(NAMESAKES) for at in around)
