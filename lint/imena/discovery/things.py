"""Places and bodies: words that Russian knows as places, and names in quotation marks behind a
class word («телеканал „Хабар“»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imena.discovery.nominative import respelt
from imena.discovery.sighting import Candidate, Lemma, Reading
from imena.discovery.units import Unit, spaced, unit_at
from imena.languages.ru.usage import PREPOSITIONS
from imena.morphology import Case, Gender
from imena.resolution.analysis import Analysis
from imena.resolution.words import Gap, Shape
from imena.text.span import Span

_PLACE_WORDS = frozenset(
    (
        "город городок столица страна республика штат провинция остров село деревня поселок "
        "район округ область край аул станица порт пригород река озеро"
    ).split()
)
_LOCAL = frozenset({"в", "во", "из", "на", "под", "до", "от", "через", "около", "близ"})
#: Class words of bodies, companies and media; of works, prizes and ships none.
_BODY_WORDS = frozenset(
    (
        "компания авиакомпания автоконцерн концерн корпорация холдинг фирма предприятие завод "
        "комбинат банк агентство информагентство газета еженедельник журнал телеканал канал "
        "телекомпания радиостанция издательство партия движение объединение организация "
        "ассоциация союз фонд клуб футклуб группировка общество центр институт университет "
        "оператор производитель застройщик ооо оао зао пао ао нко ано фк хк бк гк ук тк"
    ).split()
)
_LETTER = {Gender.MASC: "m", Gender.FEM: "f", Gender.NEUT: "n"}
_TITLE = re.compile(r"[А-ЯЁ][А-Яа-яЁё0-9 -]*")
_LONGEST = 5
_ALL = frozenset(Case)


def places_of(analysis: Analysis) -> Iterator[Candidate]:
    """Places that the lexicon does not hold and that stand where places stand."""
    for at in range(len(analysis.words)):
        unit = unit_at(analysis, at)
        if unit is not None and _is_place(analysis, unit):
            span = analysis.words.span(unit.first, unit.last)
            readings = tuple(_place_readings(analysis, unit))
            if readings:
                yield Candidate(span, readings)


def _is_place(analysis: Analysis, unit: Unit) -> bool:
    if any(hit.right for hit in analysis.hits_at.get(unit.first, ())):
        return False
    if unit.first and analysis.words.gap(unit.first - 1) is Gap.HYPHEN:
        return False
    readings = analysis.lexicon.known.readings(unit.key)
    if not readings or not any("Geox" in r.tags and r.pos == "NOUN" for r in readings):
        return False
    if _beside_name(analysis, unit) or _describes(analysis, unit):
        return False
    return _introduced(analysis, unit.first)


def _beside_name(analysis: Analysis, unit: Unit) -> bool:
    """Whether a capitalised neighbour makes it a part of a longer name."""
    words = analysis.words
    before = unit.first > 0 and spaced(analysis, unit.first - 1)
    after = unit.last < len(words) and spaced(analysis, unit.last - 1)
    left = before and words.shape(unit.first - 1) not in (Shape.LOWER, Shape.OTHER)
    right = after and words.shape(unit.last) not in (Shape.LOWER, Shape.OTHER)
    first_preposition = left and words.key(unit.first - 1) in PREPOSITIONS
    return right or (left and not first_preposition)


def _describes(analysis: Analysis, unit: Unit) -> bool:
    """Whether it is an adjective before its noun: «на Тверской площади»."""
    adjective = any(r.pos == "ADJF" for r in analysis.lexicon.known.readings(unit.key))
    after = unit.last < len(analysis.words) and spaced(analysis, unit.last - 1)
    return adjective and after and analysis.words.shape(unit.last) is Shape.LOWER


def _introduced(analysis: Analysis, first: int) -> bool:
    """Whether a preposition of place or a class word stands before."""
    if first == 0 or not spaced(analysis, first - 1):
        return False
    key = analysis.words.key(first - 1)
    return key in _LOCAL or _class_word(analysis, first - 1, _PLACE_WORDS) is not None


def _class_word(analysis: Analysis, at: int, lemmas: frozenset[str]) -> str | None:
    key = analysis.words.key(at)
    if key in lemmas:
        return key
    for reading in analysis.lexicon.known.readings(key):
        lemma = reading.lemma.replace("ё", "е")
        if reading.pos == "NOUN" and lemma in lemmas:
            return lemma
    return None


def _place_readings(analysis: Analysis, unit: Unit) -> Iterator[Reading]:
    """One reading a lemma that is a place; the cases are those that the preposition leaves."""
    allowed = PREPOSITIONS.get(analysis.words.key(unit.first - 1), _ALL)
    found: dict[str, set[Case]] = {}
    letters: dict[str, str] = {}
    for reading in analysis.lexicon.known.readings(unit.key):
        if "Geox" in reading.tags and reading.pos == "NOUN" and reading.case in allowed:
            lemma = reading.lemma
            found.setdefault(lemma, set()).add(reading.case)
            letters[lemma] = _LETTER[reading.gender] if reading.gender else ""
    for base, cases in found.items():
        made = Lemma("place", letters[base], name=respelt(base, unit.text))
        yield Reading(made, frozenset(cases))


def bodies_of(analysis: Analysis) -> Iterator[Candidate]:
    """What stands in quotation marks right behind a class word."""
    starts = {token.start: n for n, token in enumerate(analysis.document.tokens)}
    for quote in analysis.zones.quotes:
        inside = quote.span.of(analysis.document.text)
        first = starts.get(quote.span.start)
        if first is None or not _body_name(inside) or first in analysis.silent:
            continue
        if any(hit.right and hit.first == first for hit in analysis.hits_at.get(first, ())):
            continue
        if first and _class_word(analysis, first - 1, _BODY_WORDS) and _close(analysis, first):
            span = Span(quote.span.start, quote.span.start + len(inside))
            reading = Reading(Lemma("organisation", name=inside), frozenset({Case.NOM}))
            yield Candidate(span, (reading,))


def _body_name(text: str) -> bool:
    return bool(_TITLE.fullmatch(text)) and text == text.strip() and text.count(" ") < _LONGEST


def _close(analysis: Analysis, first: int) -> bool:
    """Whether nothing but a space and the opening mark stands behind the class word, and the
    word is no part of a compound («бизнес-центр»)."""
    if first > 1 and analysis.words.gap(first - 2) is Gap.HYPHEN:
        return False
    return analysis.words.between(first - 1) in (" «", ' "', " „", " “", "\u00a0«")
