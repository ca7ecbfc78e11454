"""Dictionary entries by any form of a name, right or misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imena.config import Settings
from imena.lexicon.compile import ANY, cells
from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Status
from imena.resolution.analysis import Analysis
from imena.resolution.hits import Hit
from imena.text.document import Document

#: Likeness (0 to 100) from which on a title is shown as perhaps meant.
_ALIKE = 75.0


class Match(NamedTuple):
    """An entry that answers a query. ``how`` is ``form`` (a right form), ``wrong`` (a forbidden
    or otherwise wrong one) or ``near``; ``score`` is from 0 to 100."""

    entry: StoredEntry
    how: str
    score: float
    cases: tuple[str, ...] = ()


def find(query: str, lexicon: Lexicon, limit: int = 10) -> list[Match]:
    """The best matches first, each entry once."""
    found: dict[int, Match] = {}
    for match in (*_by_forms(query, lexicon), *_by_likeness(query, lexicon)):
        kept = found.get(match.entry.number)
        if kept is None or match.score > kept.score:
            found[match.entry.number] = match
    best = sorted(found.values(), key=lambda m: (-m.score, m.entry.ref.name))
    if best and best[0].how == "form":
        best = [match for match in best if match.score > 90 or match.how == "form"]
    return best[:limit]


def _by_forms(query: str, lexicon: Lexicon) -> Iterator[Match]:
    """Entries whose forms stand in the query, by how many of its words they cover."""
    text = " ".join(word[:1].upper() + word[1:] for word in query.split())
    analysis = Analysis(Document.plain(text), lexicon, Settings())
    by_entry: dict[int, list[Hit]] = {}
    for hit in analysis.hits:
        by_entry.setdefault(hit.entry, []).append(hit)
    total = max(1, len(analysis.words))
    for number, hits in by_entry.items():
        covered = {n: hit for hit in hits for n in range(hit.first, hit.last) if hit.right}
        touched = {n for hit in hits for n in range(hit.first, hit.last)}
        right = len(covered) == len(touched)
        wrong = any(h.status == Status.FORBIDDEN for h in hits)
        score = 100.0 * (len(touched) - 0.15 * (len(touched) - len(covered))) / total
        mask = ANY
        for hit in covered.values():
            mask &= hit.mask
        cases = tuple(dict.fromkeys(c.case.value for c in cells(mask))) if covered else ()
        how = "form" if right else "wrong" if wrong else "near"
        yield Match(lexicon.entry(number), how, score, cases)


def _by_likeness(query: str, lexicon: Lexicon) -> Iterator[Match]:
    """Entries whose names look like the query; any part of a name may be what is meant."""
    from rapidfuzz import fuzz, process

    names: list[str] = []
    owners: list[int] = []
    for number in range(len(lexicon.index)):
        for text in _names(lexicon.entry(number)):
            names.append(lexicon.language.fold(text))
            owners.append(number)
    wanted = lexicon.language.fold(query)
    for _, score, at in process.extract(wanted, names, scorer=fuzz.ratio, limit=30):
        if score >= _ALIKE:
            yield Match(lexicon.entry(owners[at]), "near", min(score, 99.0) * 0.9)


def _names(entry: StoredEntry) -> set[str]:
    parts = (part.text for part in entry.parts if part.status <= Status.NATIVE)
    return {entry.ref.name, *parts}
