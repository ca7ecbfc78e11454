"""Names that a text speaks about instead of using them: what somebody was called, and two like
names that it tells apart itself."""

from __future__ import annotations

from imena.languages.ru.usage import CALLED, NAMING
from imena.morphology import Case
from imena.resolution.analysis import Analysis
from imena.resolution.context import mask_of
from imena.resolution.words import Gap, Shape

#: Words between a verb of naming and the last of the names that it introduces.
_LIST = 6


def called_so(analysis: Analysis, first: int, mask: int) -> bool:
    """«Меня называли Гульнар Жумагазиевой»: the instrumental behind a verb of naming says what
    somebody was called, right or wrong; ``mask`` are the cells that the name may fill (in the
    accusative it is the one who is called so)."""
    if not mask & mask_of([Case.INS]) or mask & mask_of([Case.ACC]):
        return False
    words = analysis.words
    for at in range(first - 1, max(-1, first - 1 - _LIST), -1):
        if words.starts_sentence(at + 1) and words.gap(at) is Gap.BREAK:
            return False
        if words.key(at).startswith(NAMING):
            return True
    return False


def bears_only_the_name(analysis: Analysis, first: int) -> bool:
    """«герой по имени Чингис»: nobody but the bearer of that name."""
    words = analysis.words
    return first > 1 and words.key(first - 1) in CALLED and words.key(first - 2) == "по"


#: Words between «а не» and the names on its sides, a preposition among them.
_AROUND = 4


def set_against(analysis: Analysis, first: int, last: int) -> bool:
    """«на улице Ибраимова, а не Ибрагимова», «не Ибрагимова, а Ибраимова»: the text knows that
    they are two, and that one of them is wrong."""
    words = analysis.words
    around = range(max(0, first - _AROUND), min(len(words), last + _AROUND))
    keys = {words.key(at) for at in around}
    if not keys >= {"а", "не"}:
        return False
    seen = words.key(first)
    others = (at for at in around if not first <= at < last)
    return any(words.shape(at) is not Shape.LOWER and _alike(words.key(at), seen) for at in others)


def _alike(one: str, two: str) -> bool:
    return one != two and len(one) > 2 and one[:2] == two[:2] and abs(len(one) - len(two)) <= 2
