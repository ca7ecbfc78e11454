"""People: a known given name, perhaps a patronymic, and a word that can be a surname."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imena.discovery.nominative import name_bases
from imena.discovery.sighting import Candidate, Lemma, Reading
from imena.discovery.units import Unit, spaced, unit_at
from imena.lexicon.compile import ANY, SINGULAR, cells
from imena.lexicon.parts import Slot, Status
from imena.morphology import Case, Gender, NameKind, Number
from imena.resolution.analysis import Analysis
from imena.resolution.context import governed, title_before, title_cells
from imena.resolution.rivals import is_patronymic
from imena.resolution.words import Gap, Shape

_PARTICLES = frozenset("де да ди дель дю ла ле ван фон дер ден бен ибн аль эль бин дос".split())
_LETTER = {Gender.MASC: "m", Gender.FEM: "f"}
#: A word that means something is a given name only when so many people bear it.
_BEARERS = 40


class GivenReading(NamedTuple):
    """A given name that a unit may be a form of."""

    base: str
    gender: Gender
    cases: frozenset[Case]


def people_of(analysis: Analysis) -> Iterator[Candidate]:
    """Full names of people whom the lexicon does not know, in text order."""
    at = 0
    while at < len(analysis.words):
        found = _full_name(analysis, at)
        if found is None:
            at += 1
            continue
        last, candidate = found
        if candidate is not None:
            yield candidate
        at = last


def _full_name(analysis: Analysis, at: int) -> tuple[int, Candidate | None] | None:
    """The name that begins at word ``at`` and where it ends; no candidate for a known person."""
    given = unit_at(analysis, at)
    if given is None:
        return None
    readings = given_readings(analysis, given)
    if not readings or not spaced(analysis, given.last - 1):
        return None
    patronymic, surname = _rest(analysis, given)
    if surname is None or not _surname_like(analysis, surname):
        return None
    if _goes_on(analysis, surname) or _begins_before(analysis, given):
        return None
    if _known(analysis, given.first, surname.last):
        return surname.last, None
    if _misspelt(analysis, surname, {reading.base for reading in readings}):
        return surname.last, None
    return surname.last, _candidate(analysis, given, patronymic, surname, readings)


def _rest(analysis: Analysis, given: Unit) -> tuple[Unit | None, Unit | None]:
    second = unit_at(analysis, given.last)
    if second is None:
        return None, _with_particles(analysis, given.last)
    if is_patronymic(second.key) and spaced(analysis, second.last - 1):
        third = unit_at(analysis, second.last)
        if third is not None and analysis.lexicon.known.surname_count(third.key):
            return second, third
    return None, second


def _with_particles(analysis: Analysis, at: int) -> Unit | None:
    """«де Голль», «бен Ладен», «фон дер Ляйен»."""
    words, last = analysis.words, at
    while last < len(words) and words.key(last) in _PARTICLES and spaced(analysis, last):
        last += 1
    head = unit_at(analysis, last) if last > at else None
    if head is None or last - at > 2:
        return None
    small = " ".join(words.key(n) for n in range(at, last))
    text = words.span(at, head.last).of(analysis.document.text)
    return Unit(at, head.last, f"{small} {head.key}", text)


def given_readings(analysis: Analysis, unit: Unit) -> list[GivenReading]:
    """Given names that ``unit`` may be a form of: of the lexicon, or of the real world."""
    found = dict.fromkeys(_of_lexicon(analysis, unit.key))
    found |= dict.fromkeys(_of_corpus(analysis, unit.key))
    known = analysis.lexicon.known
    strong = len(unit.key) > 2 and not _means_something(analysis, unit)
    for gender in (Gender.MASC, Gender.FEM) if strong else ():
        for base, cases in name_bases(unit.key, NameKind.GIVEN, gender).items():
            bearers = known.given_counts(base)
            if bearers.get(gender, 0) * 20 > max(bearers.values(), default=0):
                found[GivenReading(base, gender, cases)] = None
    return _credible(list(found), analysis)


#: A given name borne by so few beside another reading is a misspelling in the list (Юрия).
_STRAY = 0.02


def _credible(readings: list[GivenReading], analysis: Analysis) -> list[GivenReading]:
    """``readings`` without those that almost nobody bears beside the others."""
    bearers = analysis.lexicon.known.given_counts
    counts = [bearers(r.base).get(r.gender, 0) for r in readings]
    most = max(counts, default=0)
    return [r for r, n in zip(readings, counts, strict=True) if not n or n >= most * _STRAY]


def _of_lexicon(analysis: Analysis, key: str) -> Iterator[GivenReading]:
    fold = analysis.lexicon.language.fold
    for record in analysis.lexicon.exact(key):
        part = analysis.lexicon.entry(record.entry).parts[record.part]
        if part.slot is Slot.GIVEN and record.status == Status.RIGHT:
            cases = frozenset(cell.case for cell in cells(record.mask & SINGULAR))
            yield GivenReading(fold(part.text), Gender(part.gender), cases)


def _of_corpus(analysis: Analysis, key: str) -> Iterator[GivenReading]:
    found: dict[tuple[str, Gender], set[Case]] = {}
    for r in analysis.lexicon.known.readings(key):
        if "Name" not in r.tags or r.case is None or r.number is not Number.SING:
            continue
        if r.gender in _LETTER:
            base = analysis.lexicon.language.fold(r.lemma)
            found.setdefault((base, r.gender), set()).add(r.case)
    for (base, gender), cases in found.items():
        yield GivenReading(base, gender, frozenset(cases))


def _means_something(analysis: Analysis, unit: Unit) -> bool:
    """Whether the word is more than a given name: a word, a place."""
    known = analysis.lexicon.known
    if known.is_place(unit.key):
        return not any("Name" in r.tags for r in known.readings(unit.key))
    return known.is_ordinary(unit.key) and known.given_name(unit.key).count < _BEARERS


def _surname_like(analysis: Analysis, unit: Unit) -> bool:
    known = analysis.lexicon.known
    if is_patronymic(unit.key):
        return False
    readings = known.readings(unit.key)
    if any("Surn" in reading.tags for reading in readings):
        return True
    if known.is_place(unit.key):
        return False
    if known.is_ordinary(unit.key):
        return known.surname_count(unit.key) >= _BEARERS
    if known.given_name(unit.key).count and known.surname_count(unit.key) < 5:
        return False
    return not _known_thing(analysis, unit)


def _known_thing(analysis: Analysis, unit: Unit) -> bool:
    hits = analysis.hits_at.get(unit.first, ())
    kinds = {analysis.lexicon.entry(hit.entry).kind for hit in hits if hit.right}
    return bool(kinds) and "person" not in kinds


def _goes_on(analysis: Analysis, surname: Unit) -> bool:
    """Whether a capitalised word follows that may belong to the name."""
    if surname.last >= len(analysis.words) or not spaced(analysis, surname.last - 1):
        return False
    after = unit_at(analysis, surname.last)
    shape = analysis.words.shape(surname.last)
    if after is None:
        return shape is not Shape.LOWER and not analysis.words.tokens[surname.last].text.isdigit()
    return True


def _begins_before(analysis: Analysis, given: Unit) -> bool:
    """Whether a capitalised word that is no title stands right before the given name, or a
    piece of the name itself («Ливиу-Дитер»)."""
    if given.first and analysis.words.gap(given.first - 1) is Gap.HYPHEN:
        return True
    if given.first == 0 or not spaced(analysis, given.first - 1):
        return False
    if analysis.words.shape(given.first - 1) is not Shape.TITLE:
        return False
    known, key = analysis.lexicon.known, analysis.words.key(given.first - 1)
    if analysis.lexicon.exact(key) or known.is_place(key):
        return False
    return known.given_name(key).count > _BEARERS or not known.is_ordinary(key)


def _known(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a name of the lexicon covers these words, whatever stands between them."""
    if any(hit.last >= last for hit in analysis.hits_at.get(first, ())):
        return True
    near = analysis.persons_at.get(last - 1, ()) or analysis.persons_at.get(first, ())
    return any(m.first <= first and m.last >= last and len(m.slots) > 1 for m in near)


def _misspelt(analysis: Analysis, surname: Unit, given: set[str]) -> bool:
    """Whether a person of the lexicon with this given name is spelt almost so, and the surname
    is nobody's."""
    lexicon = analysis.lexicon
    if lexicon.known.surname_count(surname.key):
        return False
    for near in lexicon.near(surname.key):
        for record in lexicon.exact(near):
            entry = lexicon.entry(record.entry)
            name = entry.canonical(Slot.GIVEN)
            family = entry.parts[record.part].slot is Slot.SURNAME
            if family and name is not None and lexicon.language.fold(name.text) in given:
                return True
    return False


def _candidate(
    analysis: Analysis,
    given: Unit,
    patronymic: Unit | None,
    surname: Unit,
    readings: list[GivenReading],
) -> Candidate | None:
    span = analysis.words.span(given.first, surname.last)
    allowed = _allowed(analysis, given.first)
    made = tuple(
        reading for one in readings for reading in _with_surname(one, patronymic, surname, allowed)
    )
    return Candidate(span, made) if made else None


def _with_surname(
    given: GivenReading, patronymic: Unit | None, surname: Unit, allowed: frozenset[Case]
) -> Iterator[Reading]:
    middle = _patronymics(patronymic, given.gender)
    for base, cases in name_bases(surname.key, NameKind.SURNAME, given.gender).items():
        for father, agreeing in middle.items():
            shared = given.cases & cases & agreeing & allowed
            if shared:
                letter = _LETTER[given.gender]
                yield Reading(Lemma("person", letter, given.base, father, base), shared)


_ALL = frozenset(Case)


def _patronymics(unit: Unit | None, gender: Gender) -> dict[str, frozenset[Case]]:
    return {"": _ALL} if unit is None else name_bases(unit.key, NameKind.PATRONYMIC, gender)


def _allowed(analysis: Analysis, first: int) -> frozenset[Case]:
    """The cases that the words before the name leave open; the locative needs a preposition."""
    mask = governed(analysis, first)
    title = title_before(analysis, first)
    if title is not None:
        mask &= title_cells(analysis, title) & governed(analysis, title) or mask
    found = frozenset(cell.case for cell in cells(mask))
    if mask == ANY or not found:
        return _ALL - {Case.LOC}
    return found
