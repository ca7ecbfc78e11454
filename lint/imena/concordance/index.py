"""Mentions of many texts under one heading a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from imena.concordance.mentions import Names
from imena.discovery.proposals import gather
from imena.discovery.sighting import Sighting
from imena.languages.ru.folding import fold
from imena.lexicon.known import KnownWords
from imena.text.excerpt import Excerpt


class Place(NamedTuple):
    """Where a name stands, and whether it is written right there."""

    excerpt: Excerpt
    right: bool = True


@dataclass
class Heading:
    """One name: its entry (``id`` and ``dictionary`` are empty where no dictionary holds it) and
    every place, in the order of the texts."""

    name: str
    kind: str
    id: str = ""
    dictionary: str = ""
    places: list[Place] = field(default_factory=list)

    @property
    def forms(self) -> Counter[str]:
        """Right forms by how often they stand."""
        return Counter(p.excerpt.text for p in self.places if p.right)

    @property
    def variants(self) -> Counter[str]:
        """Wrong spellings by how often they stand."""
        return Counter(p.excerpt.text for p in self.places if not p.right)


class Index:
    """Headings being collected, text by text."""

    def __init__(self, known: KnownWords) -> None:
        self._words = known
        self._known: dict[str, Heading] = {}
        self._unknown: list[Sighting] = []

    def add(self, names: Names) -> None:
        """Take in the names of one more text."""
        for entry, excerpt, right in sorted(names.known, key=lambda n: n.excerpt.start):
            ref = entry.ref
            heading = self._known.get(ref.id)
            if heading is None:
                heading = Heading(ref.name, entry.kind, ref.id, ref.dictionary)
                self._known[ref.id] = heading
            heading.places.append(Place(excerpt, right))
        self._unknown += names.unknown

    def headings(self, by_count: bool = False) -> list[Heading]:
        """All headings by alphabet, or the most frequent first."""
        found = list(self._known.values())
        order = {s.excerpt.path: n for n, s in enumerate(self._unknown)}
        for one in gather(self._unknown, self._words):
            places = [s.excerpt for s in one.sightings]
            places.sort(key=lambda at: (order[at.path], at.start))
            found.append(Heading(one.lemma.title, one.lemma.kind, places=list(map(Place, places))))
        if by_count:
            return sorted(found, key=lambda h: (-len(h.places), fold(h.name)))
        return sorted(found, key=lambda h: fold(h.name))


def as_objects(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """Plain data: the contract of ``imena names --output-format json``."""
    return [
        {
            "name": heading.name,
            "kind": heading.kind,
            "id": heading.id or None,
            "dictionary": heading.dictionary or None,
            "count": len(heading.places),
            "forms": dict(heading.forms.most_common()),
            "variants": dict(heading.variants.most_common()),
            "mentions": [_mention(place) for place in heading.places],
        }
        for heading in headings
    ]


def _mention(place: Place) -> dict[str, Any]:
    keys = ("path", "line", "column", "start", "end", "before", "text", "after")
    return {**{key: getattr(place.excerpt, key) for key in keys}, "right": place.right}
