"""Names that the texts of one run spell two ways, with no dictionary to say which is right.

One text names «Ербол Елубаев» five times, another «Ербол Елюбаев» once: only a run that has seen
both can tell. What counts is the full name, so that another given name stays another person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from imena.lexicon.index import deletions
from imena.resolution.edits import slip
from imena.resolution.stems import SHORTEST_STEM

#: How often the right spelling must stand for each wrong one, and in how many other texts.
_MAJORITY = 5
_TEXTS = 2


class FullName(NamedTuple):
    """A given name and an unknown surname, both by their stems; ``text`` as the surname stands."""

    given: str
    stem: str
    text: str


#: Stems of given name and surname → the stem and the spelling that the other texts write.
Elsewhere = Mapping[tuple[str, str], tuple[str, str]]


def suspects(texts: Sequence[Sequence[FullName]]) -> dict[int, Elsewhere]:
    """For each text (by number) that spells a name otherwise than the rest: what they write."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    written: dict[tuple[str, str], str] = {}
    for number, names in enumerate(texts):
        for name in names:
            places[name.given, name.stem].append(number)
            written.setdefault((name.given, name.stem), name.text)
    found: dict[int, dict[tuple[str, str], tuple[str, str]]] = defaultdict(dict)
    for rare, often in _pairs(places):
        for number in set(places[rare]):
            found[number][rare] = (often[1], written[often])
    return dict(found)


def _pairs(
    places: Mapping[tuple[str, str], list[int]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Rare names with the frequent one that each is a slip of."""
    near: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (given, stem), where in places.items():
        if len(where) >= _MAJORITY and len(set(where)) >= _TEXTS:
            for shorter in deletions(stem):
                near[given, shorter].append(stem)
    for (given, stem), where in places.items():
        for other in _near(given, stem, near):
            enough = len(places[given, other]) >= _MAJORITY * len(where)
            if len(set(where)) == 1 and enough and slip(stem, other):
                yield (given, stem), (given, other)
                break


def _near(given: str, stem: str, near: Mapping[tuple[str, str], list[str]]) -> list[str]:
    if len(stem) < SHORTEST_STEM:
        return []
    found = {other for shorter in deletions(stem) for other in near.get((given, shorter), ())}
    return sorted(found - {stem})
