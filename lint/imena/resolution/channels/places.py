"""Places whose right name depends on the day or on the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from imena.findings import Applicability
from imena.languages.ru.usage import (
    CHANGE_WORDS,
    FIRST_CASE,
    MOTION,
    NAMED_AFTER,
    PREPOSITIONS,
)
from imena.lexicon.compile import ANY, SINGULAR
from imena.lexicon.lexicon import StoredEntry, StoredPart, day
from imena.lexicon.parts import Status
from imena.morphology import Case
from imena.resolution.analysis import Analysis
from imena.resolution.channels.placing import longer_name
from imena.resolution.context import governed, mask_of, preposition
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.replacement import in_letter_case, propose, span_of, spelling
from imena.resolution.words import Gap, Shape, Words
from imena.text.span import Span

_GRACE = timedelta(days=3)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ENDS = ".!?…\n"
#: Prepositions of towns; over and along goes what crosses a river.
_TOWN = frozenset("в во из до".split())
#: Nouns before the name of a town.
_TOWN_NOUNS = ("город", "столиц", "жител", "горожан", "аким", "мэр", "улиц", "окраин", "пригород")


def place_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Renamed places and house policy."""
    for hit in analysis.others:
        if hit.right and _has_others(analysis, hit) and _is_name_here(analysis, hit):
            yield from _renamed(analysis, hit)
            yield from _policy(analysis, hit)


def _has_others(analysis: Analysis, hit: Hit) -> bool:
    """Whether the place has had other names, or houses name it otherwise: few have."""
    entry = entry_of(hit, analysis.lexicon)
    if entry.kind != "place":
        return False
    blob = entry.blob
    return bool(blob.get("renames") or blob.get("policy", {}).get(analysis.settings.policy))


def _is_name_here(analysis: Analysis, hit: Hit) -> bool:
    """Not a word, not a quotation or a title, not a thing called after the place."""
    words = analysis.words
    if words.shape(hit.first) is Shape.LOWER or analysis.zones.in_quotes(
        words.tokens[hit.first].start
    ):
        return False
    if _person_here(analysis, hit) or words.gap(hit.last - 1) is Gap.HYPHEN:
        return False
    if longer_name(analysis, hit):
        return False
    if any(analysis.lexicon.known.is_ordinary(words.key(n)) for n in range(hit.first, hit.last)):
        return hit.last - hit.first > 1
    return not any(words.key(n) in NAMED_AFTER for n in _beside(words, hit))


def _beside(words: Words, hit: Hit) -> Iterator[int]:
    """The two words before and the one behind, as far as nothing but spaces stands between."""
    for at in range(hit.first - 1, max(-1, hit.first - 3), -1):
        if words.gap(at) is not Gap.SPACE or words.key(at) in PREPOSITIONS:
            break  # «аэропорт в Сухуме» is not called after the town
        yield at
    if words.gap(hit.last - 1) is Gap.SPACE:
        yield hit.last


def _person_here(analysis: Analysis, hit: Hit) -> bool:
    """«Нур-Султан Назарбаев» is no city."""
    return any(len(m.slots) > 1 for m in analysis.persons_at.get(hit.first, ()))


def name_on(entry: StoredEntry, when: date) -> str | None:
    """The right name of a place on a day; None within three days of a change."""
    right = entry.parts[0].text
    for form, start, end in entry.blob.get("renames", ()):
        first, last = day(start) or date.min, day(end) or date.max
        for border in (first, last):
            if border not in (date.min, date.max) and abs(when - border) <= _GRACE:
                return None
        if first <= when < last:
            right = form
    return right


def _renamed(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    entry, when = entry_of(hit, analysis.lexicon), analysis.day
    if when is None or not entry.blob.get("renames"):
        return
    part = part_of(hit, analysis.lexicon)
    right = name_on(entry, when)
    if right is None or part.text == right or part.status not in (Status.RIGHT, Status.RENAME):
        return
    if not _in_force_between(entry, part, right) or _of_the_past(analysis, hit, when):
        return
    if _is_region(analysis, hit):
        return
    if _may_be_else(analysis, hit, entry, part, when) and not _in_it(analysis, hit):
        return
    yield from renamed_to(analysis, hit, right, "place-renamed", 0.85, Applicability.UNSAFE)


def _is_region(analysis: Analysis, hit: Hit) -> bool:
    """«в греческой области Македония»: a part of another country that is called so."""
    return analysis.words.key_before(hit.first).startswith(_PARTS)


#: Stems of nouns for parts of a country.
_PARTS = ("област", "провинци", "регион", "остров", "полуостров")


def _in_force_between(entry: StoredEntry, part: StoredPart, right: str) -> bool:
    """Whether ``part`` is a name of its own in the list of names, not a spelling of ``right``."""
    names = {entry.parts[0].text, *(form for form, _, _ in entry.blob["renames"])}
    return part.text in names and right in names


def _not_yet(entry: StoredEntry, part: StoredPart, when: date) -> bool:
    """Whether the name came into force after the text was written: then it is mostly the name of
    something else (Днепр the river, Конаев the man)."""
    periods = [(day(s), day(e)) for f, s, e in entry.blob["renames"] if f == part.text]
    if not periods:
        periods = [(max((day(e) or date.min for _, _, e in entry.blob["renames"])), None)]
    return all(start is not None and start > when for start, _ in periods)


def _may_be_else(
    analysis: Analysis, hit: Hit, entry: StoredEntry, part: StoredPart, when: date
) -> bool:
    """Whether the name may be that of a man, or of another place that always had it."""
    known = analysis.lexicon.known.is_place(hit.key)
    return _is_surname(analysis, hit) or (known and _not_yet(entry, part, when))


def _is_surname(analysis: Analysis, hit: Hit) -> bool:
    """Towns called after people: «Брежнев и Андропов» are the men."""
    return hit.last - hit.first == 1 and analysis.lexicon.known.surname_count(hit.key) > 0


def _in_it(analysis: Analysis, hit: Hit) -> bool:
    """Whether the words before say that it is a town: «в», «из», «до», «город»."""
    before = analysis.words.key(hit.first - 1) if hit.first else ""
    return preposition(analysis, hit.first) in _TOWN or before.startswith(_TOWN_NOUNS)


def _of_the_past(analysis: Analysis, hit: Hit, when: date) -> bool:
    """Whether the sentence speaks of another year, or of the change itself."""
    sentence = _sentence(analysis.document.text, span_of(hit, analysis))
    low = sentence.lower().replace("по-прежнему", "")
    if any(stem in low for stem in CHANGE_WORDS):
        return True
    return any(int(year) != when.year for year in _YEAR.findall(sentence))


def _sentence(text: str, span: Span) -> str:
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS)
    ends = [at for mark in _ENDS if (at := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def renamed_to(
    analysis: Analysis, hit: Hit, right: str, kind: str, confidence: float, how: Applicability
) -> Iterator[Deviation]:
    """``right`` in the case of ``hit``."""
    entry = entry_of(hit, analysis.lexicon)
    part = next((p for p in entry.parts if p.text == right and p.status <= Status.POLICY), None)
    if part is None:
        return
    asked = _asked(analysis, hit)
    if asked == ANY and _noun_before(analysis, hit):
        asked = mask_of([Case.GEN])
    text = spelling(part, hit.mask & asked or hit.mask, None, analysis)
    if text is None:
        text = spelling(part, (hit.mask >> 8) | ((hit.mask & SINGULAR) << 8), None, analysis)
    if text is None:
        return
    seen = span_of(hit, analysis).of(analysis.document.text)
    made = propose(analysis, hit, kind, in_letter_case(text, seen), confidence, how)
    if made:
        yield made


def _asked(analysis: Analysis, hit: Hit) -> int:
    """The cells that the preposition asks for; of «в» the locative, but behind a word of motion."""
    found, asked = preposition(analysis, hit.first), governed(analysis, hit.first)
    words, first = analysis.words, FIRST_CASE.get(found or "")
    if first is None or not hit.mask & mask_of([first]):
        return asked
    before = range(max(0, hit.first - 4), hit.first - 1)
    moves = any(words.key(at).startswith(MOTION) for at in before)
    return asked if moves else mask_of([first])


def _noun_before(analysis: Analysis, hit: Hit) -> bool:
    """«жители Фрунзе»: an ordinary noun before the name asks for the genitive."""
    if not hit.first or analysis.words.gap(hit.first - 1) is not Gap.SPACE:
        return False
    readings = analysis.lexicon.known.readings(analysis.words.key(hit.first - 1))
    return bool(readings) and all(r.pos == "NOUN" and not r.is_name for r in readings)


def _policy(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    entry = entry_of(hit, analysis.lexicon)
    wanted = entry.blob.get("policy", {}).get(analysis.settings.policy)
    part = part_of(hit, analysis.lexicon)
    names = set(entry.blob.get("policy", {}).values())
    if wanted and part.text != wanted and part.text in names:
        yield from renamed_to(analysis, hit, wanted, "place-policy", 0.95, Applicability.SAFE)
