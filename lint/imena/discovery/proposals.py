"""Occurrences gathered into names: one nominative for all the forms of one bearer.

The text itself decides between readings: a lemma must explain its occurrences alone, and of
lemmas that explain the same ones the one that the reference lists know wins. What stays open is
not proposed: a list for a person to accept must not have to be proofread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log10

from imena.discovery.nominative import respelt
from imena.discovery.sighting import Lemma, Sighting
from imena.languages.ru.folding import fold
from imena.lexicon.index import deletions, one_edit
from imena.lexicon.known import KnownWords
from imena.morphology import Case, Gender

#: Endings from which a surname's nominative follows without having been seen.
_PLAIN = ("ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "ский", "ская", "цкий", "цкая", "ко")
_CONSONANTS = "бвгджзйклмнпрстфхцчшщ"
#: From how many bearers on a surname is one whose forms tell its nominative.
_FAMILY = 3
#: By how many decades of bearers a reading must lead one of the other gender.
_LEAD = 2.0
_GENDERS = {"m": Gender.MASC, "f": Gender.FEM}


@dataclass
class Proposal:
    """A name that the dictionary lacks: the nominative as it is written, and its occurrences.

    ``variants`` are near spellings that the same texts hold, most frequent first.
    """

    lemma: Lemma
    sightings: list[Sighting]
    nominative_seen: bool
    frozen: bool = False
    variants: list[str] = field(default_factory=list)

    @property
    def plural(self) -> bool:
        """Whether a place is a plural (Курилы): the language's dictionary gives it no gender."""
        return self.lemma.kind == "place" and not self.lemma.gender

    @property
    def count(self) -> int:
        return len(self.sightings)

    @property
    def forms(self) -> dict[str, int]:
        """How often each form stands in the texts, most frequent first."""
        return dict(Counter(s.text for s in self.sightings).most_common())


def gather(sightings: Iterable[Sighting], known: KnownWords) -> list[Proposal]:
    """Proposals, the most frequent first; names of equal frequency by alphabet."""
    everything = list(sightings)
    groups = _groups([s for s in everything if not s.echo])
    sure = [one for pool in groups for one in _settled(pool, known) if _sure(one, known)]
    _add_echoes(sure, [s for s in everything if s.echo])
    _relate(sure)
    return sorted(sure, key=lambda p: (-p.count, fold(p.lemma.title)))


def _groups(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Sightings that share a lemma, directly or through others, together: the rest of a corpus
    has no say in them, and settling them costs nothing that grows with it."""
    home: dict[Lemma, Lemma] = {}

    def root(lemma: Lemma) -> Lemma:
        while home.setdefault(lemma, lemma) != lemma:
            home[lemma] = lemma = home[home[lemma]]
        return lemma

    for sighting in sightings:
        first = root(sighting.readings[0].lemma)
        for reading in sighting.readings[1:]:
            home[root(reading.lemma)] = first
            first = root(first)
    found: dict[Lemma, list[Sighting]] = {}
    for sighting in sightings:
        found.setdefault(root(sighting.readings[0].lemma), []).append(sighting)
    return list(found.values())


def _settled(pool: list[Sighting], known: KnownWords) -> Iterator[Proposal]:
    """Lemma by lemma what explains most of what is left."""
    while pool:
        lemma, explained = _best(pool, known)
        if not _rivalled(lemma, explained, known):
            yield _proposal(lemma, explained)
        taken = {id(s) for s in explained}
        pool = [s for s in pool if id(s) not in taken]


def _best(pool: Sequence[Sighting], known: KnownWords) -> tuple[Lemma, list[Sighting]]:
    """The lemma that explains most, and what it explains."""
    votes = _votes(pool)
    lemma = max(votes, key=lambda one: (*_weight(one, votes[one], known), _neat(one)))
    return lemma, votes[lemma]


def _votes(pool: Sequence[Sighting]) -> dict[Lemma, list[Sighting]]:
    votes: dict[Lemma, list[Sighting]] = {}
    for sighting in pool:
        for reading in sighting.readings:
            votes.setdefault(reading.lemma, []).append(sighting)
    return votes


def _weight(lemma: Lemma, sightings: Sequence[Sighting], known: KnownWords) -> tuple[float, float]:
    """How much a lemma explains, then how likely it is of itself."""
    alone = sum(len({r.lemma for r in s.readings}) == 1 for s in sightings)
    return len(sightings) + alone, _prior(lemma, sightings, known)


def _prior(lemma: Lemma, sightings: Sequence[Sighting], known: KnownWords) -> float:
    seen = _nominative_seen(lemma, sightings)
    if lemma.kind != "person":
        return float(seen)
    bearers = known.given_counts(fold(lemma.given)).get(_GENDERS[lemma.gender], 0)
    families = known.families(_masculine(lemma))
    natural = 1.2 * (_plain(lemma) or _frozen(lemma, sightings) or lemma.surname[-1] in _CONSONANTS)
    return 2.0 * seen + log10(1 + bearers) + log10(1 + families) + natural


def _masculine(lemma: Lemma) -> str:
    """The surname as the list of families has it."""
    surname = fold(lemma.surname)
    if lemma.gender == "f" and surname.endswith(("ова", "ева", "ина", "ына")):
        return surname[:-1]
    return surname[:-2] + "ий" if lemma.gender == "f" and surname.endswith("ая") else surname


def _neat(lemma: Lemma) -> tuple[int, str]:
    return -len(lemma.title), lemma.title


def _nominative_seen(lemma: Lemma, sightings: Sequence[Sighting]) -> bool:
    """Whether an occurrence is in the nominative and in no case of another surname: «Абу Машара»
    may be Машара or, in the genitive, Машар."""
    for sighting in sightings:
        mine = [r for r in sighting.readings if r.lemma.given == lemma.given]
        if any(r.lemma == lemma for r in mine) and all(Case.NOM in r.cases for r in mine):
            return True
    return False


def _rivalled(lemma: Lemma, explained: Sequence[Sighting], known: KnownWords) -> bool:
    """Whether another reading explains the same as well: «Александра Иванова» is he or she."""
    if lemma.kind != "person":
        return False
    mine = _prior(lemma, explained, known)
    for other, sightings in _votes(explained).items():
        if len(sightings) < len(explained) or other == lemma:
            continue
        lead = mine - _prior(other, sightings, known)
        open_ = lead < 1 and not _plain(lemma) and not _frozen(lemma, explained)
        if lead < _LEAD if other.gender != lemma.gender else open_:
            return True
    return False


def _proposal(lemma: Lemma, sightings: list[Sighting]) -> Proposal:
    return Proposal(
        _written(lemma, sightings),
        sightings,
        _nominative_seen(lemma, sightings),
        lemma.kind == "person" and _frozen(lemma, sightings),
    )


def _written(lemma: Lemma, sightings: Sequence[Sighting]) -> Lemma:
    """``lemma`` in the letters of the texts: capitals, and ё where a text dots it."""
    if lemma.kind != "person":
        return lemma
    dotted = sorted(sightings, key=lambda s: s.text.count("ё") + s.text.count("Ё"))[-1].text
    words = dotted.split()
    middle = 1 if lemma.patronymic else 0
    surname = " ".join(words[1 + middle :])
    return lemma._replace(
        given=respelt(lemma.given, words[0]),
        patronymic=respelt(lemma.patronymic, words[1]) if lemma.patronymic else "",
        surname=respelt(lemma.surname, surname),
    )


def _sure(proposal: Proposal, known: KnownWords) -> bool:
    """Whether the nominative is certain: it was seen, or its family is known, or its ending
    admits no other."""
    lemma = proposal.lemma
    if lemma.kind == "place":
        return len({r.lemma for s in proposal.sightings for r in s.readings}) == 1
    if lemma.kind == "organisation" or proposal.nominative_seen:
        return True
    bases = {r.lemma.surname for s in proposal.sightings for r in s.readings}
    if len(bases) == 1 or known.families(_masculine(lemma)) >= _FAMILY or _plain(lemma):
        return True
    return proposal.frozen


def _plain(lemma: Lemma) -> bool:
    return fold(lemma.surname).endswith(_PLAIN)


def _add_echoes(proposals: Sequence[Proposal], echoes: Iterable[Sighting]) -> None:
    """Surnames alone go to the one bearer whom the same text names in full."""
    named: dict[tuple[str, str], list[Proposal]] = {}
    for one in proposals:
        for path in {s.excerpt.path for s in one.sightings}:
            named.setdefault((path, fold(one.lemma.surname)), []).append(one)
    for echo in echoes:
        surnames = {reading.lemma.surname for reading in echo.readings}
        keys = [(echo.excerpt.path, surname) for surname in surnames]
        bearers = [one for key in keys for one in named.get(key, ())]
        if len(bearers) == 1:
            bearers[0].sightings.append(echo)


def _frozen(lemma: Lemma, sightings: Sequence[Sighting]) -> bool:
    """Whether the surname ends as names that never change do and may stand in the nominative."""
    readings = (r for s in sightings for r in s.readings if r.lemma == lemma)
    return lemma.surname[-1] in "иоуеэю" and any(Case.NOM in r.cases for r in readings)


def _relate(proposals: Sequence[Proposal]) -> None:
    """Near spellings of one name become variants of the more frequent one."""
    keys: dict[tuple[str, str], list[Proposal]] = {}
    shorter: dict[tuple[str, str], set[str]] = {}
    for one in proposals:
        kind, key = one.lemma.kind, fold(one.lemma.title)
        keys.setdefault((kind, key), []).append(one)
        for less in deletions(key):
            shorter.setdefault((kind, less), set()).add(key)
    for (kind, key), group in keys.items():
        candidates = {near for less in deletions(key) for near in shorter[kind, less]}
        near = [p for other in candidates if one_edit(key, other) for p in keys[kind, other]]
        near.sort(key=lambda p: (-p.count, p.lemma.title))
        for one in group:
            one.variants = [p.lemma.title for p in near]
