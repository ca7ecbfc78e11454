"""Right letters in wrong dress: look-alikes, invisible characters, letter case, ё, dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from imena.findings import Applicability, Severity
from imena.languages.ru.alphabet import INVISIBLE
from imena.lexicon.compile import SINGULAR
from imena.lexicon.lexicon import StoredPart
from imena.lexicon.parts import Slot, Status
from imena.morphology import Case, Gender
from imena.resolution.analysis import Analysis
from imena.resolution.channels.placing import INTO, behind_name, is_placed
from imena.resolution.context import agrees_behind, governed, in_capitals, mask_of, preposition
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, entry_of, part_of, slot_of
from imena.resolution.replacement import propose, span_of, spelling
from imena.resolution.words import Gap, Quirk, Shape

_QUIRKS = (
    (Quirk.LOOKALIKE, "homoglyph", Applicability.SAFE),
    (Quirk.HIDDEN, "invisible-char", Applicability.SAFE),
    (Quirk.DECOMPOSED, "decomposed-letter", Applicability.SAFE),
    (Quirk.FOREIGN, "foreign-letters", Applicability.UNSAFE),
)
#: Endings that are written with ё under stress.
_STRESSED = ("ём", "ёй", "ёю")
#: «ХАМАСом»: capitals with a case ending.
DECLINED_CAPITALS = re.compile("[А-ЯЁ]{3,}(?:а|у|е|ом|ем|ы|и|ов|ам|ами|ах|ой)")
#: Endings of adjectives on -ский.
_ADJECTIVES = tuple(
    "ский ского скому ским ском ская ской скую цкий цкого цкому цким цком цкая цкой цкую".split()
)
#: Letters from which on a place, or a person's surname alone, in small letters is told from words
#: that no dictionary has («маск» for «масок»).
_SHORT, _SHORT_PERSON = 4, 5
_DASHES = (Gap.DASH, Gap.SPACED_HYPHEN, Gap.ODD_HYPHEN)


def surface_deviations(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """Deviations of a hit whose letters are right, but that is not plain."""
    part = part_of(hit, analysis.lexicon)
    right = spelling(part, hit.mask, hit.key, analysis)
    if right is None:
        return
    found = (
        _characters(analysis, hit, part, right)
        or _dashes(analysis, hit, right)
        or _yo(analysis, hit, right)
        or _letter_case(analysis, hit, part, right)
    )
    if found:
        yield found


def _characters(analysis: Analysis, hit: Hit, part: StoredPart, right: str) -> Deviation | None:
    quirks = [word.quirk for word in analysis.words.some(hit.first, hit.last)]
    if hit.last - hit.first > 1 and not INVISIBLE.isdisjoint(_gaps(analysis, hit)):
        quirks.append(Quirk.HIDDEN)
    for quirk, kind, how in _QUIRKS:
        if any(quirk in q for q in quirks):
            latin = any(Quirk.LATIN in q for q in quirks)
            short = part.slot is Slot.ABBR or (part.text.isupper() and len(part.text) > 3)
            if latin and (not short or _marked(analysis, hit)):
                return None
            dressed = _dressed(analysis, hit, right)
            return propose(analysis, hit, kind, dressed, 0.97, how)
    return None


def _marked(analysis: Analysis, hit: Hit) -> bool:
    """«%EC», «236 EC»: two Latin letters behind no Russian word, or a sign in front of them."""
    words, start = analysis.words, analysis.words.start(hit.first)
    before = analysis.document.text[start - 1 : start]
    prose = words.gap(hit.first - 1) is Gap.SPACE and words.key(hit.first - 1).isalpha()
    short = len(hit.key) < 3 and not prose
    return short or (bool(before) and before in "%$&\\=+<")


def _gaps(analysis: Analysis, hit: Hit) -> str:
    """What stands between the words of ``hit``."""
    return "".join(analysis.words.between(n) for n in range(hit.first, hit.last - 1))


def _dressed(analysis: Analysis, hit: Hit, right: str) -> str:
    """``right`` in capitals where the text writes capitals."""
    shapes = {analysis.words.shape(n) for n in range(hit.first, hit.last)}
    return right.upper() if shapes == {Shape.UPPER} else right


def _dashes(analysis: Analysis, hit: Hit, right: str) -> Deviation | None:
    gaps = [analysis.words.gap(n) for n in range(hit.first, hit.last - 1)]
    if not any(gap in _DASHES for gap in gaps):
        return None
    dressed = _dressed(analysis, hit, right)
    made = propose(analysis, hit, "hyphen-wrong-dash", dressed, 0.95, Applicability.SAFE)
    if made and all(gap is Gap.ODD_HYPHEN for gap in gaps if gap in _DASHES):
        return replace(made, severity=Severity.INFO, confidence=0.6)
    return made


def _yo(analysis: Analysis, hit: Hit, right: str) -> Deviation | None:
    """е for ё is legal in print; ё for е never is."""
    seen = span_of(hit, analysis).of(analysis.document.text)
    if "ё" not in (seen + right).lower() or seen.islower():
        return None  # «на дохё» is no Доха
    forms = {f[0].lower() for f in part_of(hit, analysis.lexicon).forms}
    low = seen.lower()
    if low in forms or len(low) != len(right):
        return None
    dotted = any(a == "ё" and b == "е" for a, b in zip(low, right.lower(), strict=True))
    if low[:-2] == right.lower()[:-2] and low.endswith(_STRESSED):
        return None  # «Киселём»: where the stress of a name falls, its bearer knows
    if dotted or analysis.settings.yo == "strict":
        dressed = _dressed(analysis, hit, right)
        return propose(analysis, hit, "yo-letter", dressed, 0.95, Applicability.SAFE)
    return None


def _letter_case(analysis: Analysis, hit: Hit, part: StoredPart, right: str) -> Deviation | None:
    """Capitals where the name has none, and the other way round."""
    seen = span_of(hit, analysis).of(analysis.document.text)
    if seen == right or (seen.lower() != right.lower() and not _only_yo(seen, right)):
        return None
    right_here = _in_case_of(seen, right)
    if seen == right_here or _allowed(analysis, hit, part, seen, right_here):
        return None
    if _mere_words(analysis, hit):
        return None
    lower = seen.islower() or _hyphen_lower(seen, right_here)
    body = entry_of(hit, analysis.lexicon).kind == "organisation"
    if body and right_here[1:2].isupper() and seen.istitle() and _of_another_name(analysis, hit):
        return None  # Воз Тележников is no ВОЗ, nor Ла-Пас ПАС, nor Захари Лага ЛАГ
    if lower and part.slot is not Slot.ABBR:
        return _lowercase(analysis, hit, part, right_here)
    if (hit.last - hit.first > 1 and body) or _is_word_here(analysis, hit, seen):
        return None
    if (
        part.slot is Slot.ABBR
        and not seen.islower()
        and (len(seen) < 3 or DECLINED_CAPITALS.fullmatch(right_here))
    ):
        return None  # «серия Ес», «город Мока»
    return propose(analysis, hit, "mixed-case", right_here, 0.95, Applicability.SAFE)


def _in_case_of(seen: str, right: str) -> str:
    """``seen`` with the capitals of ``right``."""
    if seen.lower() == right.lower():
        return right
    pairs = zip(seen, right, strict=True)
    return "".join(s.upper() if r.isupper() else s.lower() for s, r in pairs)


def _is_word_here(analysis: Analysis, hit: Hit, seen: str) -> bool:
    """«Воз сена» is no ВОЗ."""
    titled = seen[1:].islower() and analysis.words.starts_sentence(hit.first)
    return (seen.islower() or titled) and _is_word(analysis, hit)


def _of_another_name(analysis: Analysis, hit: Hit) -> bool:
    """Whether the hit is a part of a longer name: joined to it, before a surname or behind a given
    name."""
    joined = analysis.words.joined(hit.first, hit.last) or _behind_capital(analysis, hit)
    return joined or _name_behind(analysis, hit) or behind_name(analysis, hit)


def _behind_capital(analysis: Analysis, hit: Hit) -> bool:
    """«Чхве Сан Мок»: a syllable behind another one with a capital."""
    words, before = analysis.words, hit.first - 1
    short = before >= 0 and words.gap(before) is Gap.SPACE and len(hit.key) <= _SHORT
    return short and words.shape(before) is Shape.TITLE and not words.starts_sentence(before)


def _name_behind(analysis: Analysis, hit: Hit) -> bool:
    """Whether a word with a capital right behind makes it the given name of somebody."""
    words, known = analysis.words, analysis.lexicon.known
    if words.gap(hit.last - 1) is not Gap.SPACE or hit.last >= len(words):
        return False
    key = words.key(hit.last)
    family = known.surname_count(key) > 0 or not known.is_ordinary(key)
    named = words.shape(hit.last) is Shape.TITLE and family
    return named and not (known.is_place(key) or analysis.lexicon.exact(key))


def _governable(analysis: Analysis, at: int) -> bool:
    """Whether an ordinary word may stand behind a preposition: «сочи» of «сочить» may not."""
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    return any(r.case is not None for r in readings if not r.is_name)


def _unfit(analysis: Analysis, at: int) -> bool:
    """«поездом в орёл»: the preposition asks for a case in which the ordinary word is written
    otherwise."""
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    cases = {r.case for r in readings if r.case is not None and not r.is_name}
    return bool(cases) and not mask_of(cases) & governed(analysis, at)


def _mere_words(analysis: Analysis, hit: Hit) -> bool:
    """«Минеральные воды» at the start of a sentence: ordinary words in ordinary letters."""
    words, known = analysis.words, analysis.lexicon.known
    rest = range(hit.first + 1, hit.last)
    small = bool(rest) and words.small(hit.first + 1, hit.last)
    return (
        small
        and words.starts_sentence(hit.first)
        and all(known.is_ordinary(words.key(n)) for n in (hit.first, *rest))
    )


def _only_yo(seen: str, right: str) -> bool:
    return len(seen) == len(right) and seen.lower().replace("ё", "е") == right.lower().replace(
        "ё", "е"
    )


def _allowed(analysis: Analysis, hit: Hit, part: StoredPart, seen: str, right: str) -> bool:
    """All capitals is a headline, but for an abbreviation among small letters («УРФУ»); a first
    capital may come from the sentence."""
    if DECLINED_CAPITALS.fullmatch(seen):
        return True  # «ХАМАСом», «РОСКОСМОСа»
    if seen.isupper() and len(seen) > 1:
        return part.slot is not Slot.ABBR or in_capitals(analysis, hit.first)
    capital = seen[0].isupper() and seen[1:] == right[1:]
    return capital and analysis.words.starts_sentence(hit.first)


def _hyphen_lower(seen: str, right: str) -> bool:
    """Only a letter after a hyphen or space is small that should be a capital."""
    return all(s == r or (s.islower() and s.upper() == r) for s, r in zip(seen, right, strict=True))


def _lowercase(analysis: Analysis, hit: Hit, part: StoredPart, right: str) -> Deviation | None:
    seen = span_of(hit, analysis).of(analysis.document.text)
    entry = entry_of(hit, analysis.lexicon)
    if entry.kind == "organisation" and _of_capitals(seen, right):
        return propose(analysis, hit, "mixed-case", right, 0.85, Applicability.UNSAFE)
    if entry.kind == "organisation":
        return None
    if entry.kind == "person" and hit.status is not Status.RIGHT and not _beside(analysis, hit):
        return None
    if seen.islower() and (_is_thing(analysis, hit) or _is_quality(analysis, hit)):
        return None
    if analysis.zones.cites(seen):
        return None
    if seen.islower() and (len(seen) < _SHORT or _mere_word(analysis, hit, seen)):
        return None
    return propose(analysis, hit, "lowercase-name", right, 0.85, Applicability.UNSAFE)


def _mere_word(analysis: Analysis, hit: Hit, seen: str) -> bool:
    """Whether nothing beside a small-lettered word makes it a name, and it may well be none."""
    person = entry_of(hit, analysis.lexicon).kind == "person"
    doubtful = (person and len(seen) < _SHORT_PERSON) or _is_word(analysis, hit)
    return doubtful and not _beside(analysis, hit)


def _of_capitals(seen: str, right: str) -> bool:
    """«тасс», «Казтрансойл»: one word with capitals that no other word has."""
    capitals = sum(letter.isupper() for letter in right)
    return capitals > 1 and len(seen) > 3 and seen.isalpha()


def _is_thing(analysis: Analysis, hit: Hit) -> bool:
    """«листья кука», «стали меккой», «макдоналдов»: what small letters make of a name that no
    dictionary has for a place, or of many bearers."""
    if entry_of(hit, analysis.lexicon).kind == "person":
        return not hit.mask & SINGULAR or preposition(analysis, hit.first) in INTO
    if hit.last - hit.first > 1:
        return False
    readings = analysis.lexicon.known.readings(hit.key)
    place = bool(readings) and all("Geox" in r.tags for r in readings)
    return not place and not is_placed(analysis, hit)


def _is_quality(analysis: Analysis, hit: Hit) -> bool:
    """«слуцким хлебом и салом»: an adjective of a town before a noun is no surname on -ский."""
    adjective = hit.seen.endswith(_ADJECTIVES) and slot_of(hit, analysis.lexicon) is Slot.SURNAME
    return adjective and agrees_behind(analysis, hit)


def _is_word(analysis: Analysis, hit: Hit) -> bool:
    """Whether the small-lettered spelling is an ordinary word, or a name that is also one."""
    known = analysis.lexicon.known
    words = [n for n in range(hit.first, hit.last) if known.is_ordinary(analysis.words.key(n))]
    if len(words) == 1 and entry_of(hit, analysis.lexicon).kind == "place":
        if hit.last - hit.first > 1:
            return False  # «из улан-удэ» is nobody's улан
        return not (_unfit(analysis, words[0]) or _only_as_subject(analysis, words[0]))
    return bool(words) and not all(_only_as_subject(analysis, n) for n in words)


def _beside(analysis: Analysis, hit: Hit) -> bool:
    """«ольга заруба»: a word that is also a surname, behind the given name in the same case."""
    known = analysis.lexicon.known
    for mention in analysis.persons_at.get(hit.first, ()):
        others = [h for h in mention.hits if h is not hit and h.right and h.mask & hit.mask]
        if hit in mention.hits and any(not known.is_ordinary(h.key) for h in others):
            return True
    return False


def _only_as_subject(analysis: Analysis, at: int) -> bool:
    """«заявил токаев»: behind a masculine verb stands its subject, and the word (the genitive of
    «токай») cannot be one."""
    words, known = analysis.words, analysis.lexicon.known
    if at == 0 or words.gap(at - 1) is not Gap.SPACE:
        return False
    if preposition(analysis, at) and not _governable(analysis, at):
        return True
    ordinary = [r for r in known.readings(words.key(at)) if not r.is_name]
    before = known.readings(words.key(at - 1))
    if not before or any(r.case in (Case.NOM, Case.ACC, None) for r in ordinary):
        return False
    return all(r.pos == "VERB" and r.gender is Gender.MASC and not r.is_name for r in before)
