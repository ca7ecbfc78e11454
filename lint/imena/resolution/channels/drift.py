"""Names that the text spells two ways, with no dictionary to say which is right.

The text itself is the evidence: one spelling again and again, a near one once, nothing else that
tells two people apart (DESIGN §7.6, TAXONOMY X001).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from imena.languages.ru.alphabet import VOWELS
from imena.lexicon.index import deletions
from imena.morphology import Case
from imena.resolution.analysis import Analysis
from imena.resolution.context import mask_of, title_before
from imena.resolution.deviation import Deviation
from imena.resolution.edits import Slip, slip
from imena.resolution.evidence import Verdict
from imena.resolution.naming import called_so, set_against
from imena.resolution.replacement import in_letter_case, propose_at
from imena.resolution.stems import SHORTEST_STEM, stem_of
from imena.resolution.strangers import Unit, given_before, names_of, next_to_nobody
from imena.resolution.vocabulary import Mark
from imena.resolution.words import Shape

#: How many times as often the right spelling must stand, and how often at least.
_MAJORITY = 3


def drift_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Rare spellings beside frequent ones."""
    if _repeats(analysis):
        yield from drift_among(analysis, names_of(analysis))


def _repeats(analysis: Analysis) -> bool:
    """Whether any unknown name may be frequent: names of one stem begin with the same letters."""
    words, named, starts = analysis.words, analysis.named, dict[str, int]()
    for at in words.with_mark(Mark.CAPITAL):
        word = words.word(at)
        may_be = word.stranger is not False or words.hyphen_behind(at)
        if may_be and word.shape is Shape.TITLE and at not in named:
            start = word.key[:SHORTEST_STEM]
            starts[start] = starts.get(start, 0) + 1
    return max(starts.values(), default=0) >= _MAJORITY


def drift_among(analysis: Analysis, names: Iterable[Unit]) -> Iterator[Deviation]:
    """Rare spellings beside frequent ones among ``names``, all the unknown ones of the text."""
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in names:
        groups[unit.stem].append(unit)
    frequent = [stem for stem, units in groups.items() if len(units) >= _MAJORITY]
    if not frequent:
        return
    by_deletion = _by_deletion(frozenset(frequent))
    judged: set[str] = set()
    for stem, units in groups.items():
        for right in _near(stem, by_deletion):
            if len(groups[right]) >= _MAJORITY * len(units):
                found = list(_judge(analysis, units, groups[right]))
                judged |= {stem} if found else set()
                yield from found
                break
    others = {stem: units for stem, units in groups.items() if stem not in judged}
    yield from form_deviations(analysis, {stem: groups[stem] for stem in frequent}, others)


@lru_cache(maxsize=8)
def _by_deletion(stems: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):  # nearly the same stems come with every version in an editor
        for shorter in deletions(stem):
            found[shorter].append(stem)
    return found


def _near(stem: str, by_deletion: dict[str, list[str]]) -> list[str]:
    found = {near for shorter in deletions(stem) for near in by_deletion.get(shorter, ())}
    return sorted(near for near in found if near != stem and slip(stem, near))


def _judge(analysis: Analysis, rare: list[Unit], frequent: list[Unit]) -> Iterator[Deviation]:
    found = slip(rare[0].stem, frequent[0].stem)
    if found is None or len(rare[0].stem) < SHORTEST_STEM:
        return
    if _ends_otherwise(rare[0].stem, frequent[0].stem):
        return
    for unit in rare:
        if _spoken_of(analysis, unit) or _listed_with(analysis, unit, frequent[0].stem):
            continue
        score = _score(analysis, unit, frequent, found)
        if score > 0:
            yield from _righted(analysis, unit, frequent, score)


def _righted(
    analysis: Analysis, unit: Unit, frequent: list[Unit], score: float
) -> Iterator[Deviation]:
    """``unit`` as the text writes the name in that very form, if it does: «Лихау» is «Лихуа», and
    no case of it."""
    near = [one for one in frequent if slip(unit.key, one.key)]
    if near:
        yield from _put(analysis, unit, _spelt(analysis, near[0]), score)
    else:
        yield from drifted(analysis, unit, frequent[0].stem, _spelt(analysis, frequent[0]), score)


def _spoken_of(analysis: Analysis, unit: Unit) -> bool:
    """Whether the name is only what somebody was called, or stands against a like one."""
    called = called_so(analysis, unit.first, _cells(unit.key))
    return called or set_against(analysis, unit.first, unit.last)


def _listed_with(analysis: Analysis, unit: Unit, stem: str) -> bool:
    """«Прибыли Кулагов, Кулаков, Петров»: names that stand in one list are those of several."""
    words = analysis.words
    for step in (-1, 1):
        at = unit.first if step < 0 else unit.last - 1
        while _lists(analysis, at if step > 0 else at - 1):
            at += step
            if stem_of(words.key(at)) == stem:
                return True
    return False


def _lists(analysis: Analysis, at: int) -> bool:
    """Whether a comma alone stands between word ``at`` and the next, both with a capital."""
    words = analysis.words
    if not 0 <= at < len(words) - 1 or words.between(at).strip() != ",":
        return False
    return words.shape(at) is Shape.TITLE is words.shape(at + 1)


def _ends_otherwise(one: str, two: str) -> bool:
    """«Галилео» beside «Галилей», «Галилее»: a vowel at the end is an ending, not a slip in the
    stem, and -о is the ending of another name."""
    short, long = sorted((one, two), key=len)
    added = long[:-1] == short and long[-1] in VOWELS
    derived = one[:-1] == two and one[-1] != two[-1]  # «Шаляпинки» beside «Шаляпины»
    return (
        added
        or derived
        or (one[-1] == "о" and one[:-1] == two[:-1] and (two[-1] in VOWELS or two[-1] == "й"))
    )


def _cells(key: str) -> int:
    """The cells that the ending of an unknown name suggests."""
    return mask_of([Case.INS]) if key.endswith(("м", "ой", "ою", "ей", "ею")) else 0


def _score(analysis: Analysis, unit: Unit, frequent: list[Unit], found: Slip) -> float:
    """Log-odds that ``unit`` is the frequent name, slipped."""
    known = analysis.lexicon.known
    score = found.likely + 0.5 * (len(unit.stem) - 5) + 0.5 * min(len(frequent), 6)
    given, others = given_before(analysis, unit), {given_before(analysis, u) for u in frequent}
    others.discard(None)
    if given is not None and others:
        same = any(stem_of(given) == stem_of(o) for o in others if o)
        score += 3.0 if same else -8.0
    rival = _is_rival(analysis, unit.key)
    if rival:
        weight = 5.0
        if found.kind in ("typo-wrong-letter", "typo-extra-letter", "typo-missing-letter"):
            weight = 7.0
        score -= weight * _in_earnest(analysis, unit, frequent, found, given, bool(others))
    elif known.surname_count(frequent[0].key):
        score += 1.0
    return score


def _in_earnest(
    analysis: Analysis,
    unit: Unit,
    frequent: list[Unit],
    found: Slip,
    given: str | None,
    introduced: bool,
) -> float:
    """How much it weighs that the rare spelling is a real surname: little for one that next to
    nobody bears, or that the text drops in without a word on who that is; then less than usual,
    too, where the two sound alike."""
    known = analysis.lexicon.known
    mine, theirs = known.surname_count(unit.key), known.surname_count(frequent[0].key)
    if mine and theirs >= 20 * mine:
        return 0.3
    if given is not None or not introduced or title_before(analysis, unit.first) is not None:
        return 1.0
    heard = found.kind == "typo-vowel"
    return 0.6 if theirs > mine else 0.8 if heard else 1.0


def _is_rival(analysis: Analysis, key: str) -> bool:
    """Whether the rare spelling is a name in its own right."""
    known = analysis.lexicon.known
    pieces = key.split("-")
    return any(
        known.surname_count(p) or known.given_name(p).count or known.is_place(p) for p in pieces
    )


def drifted(
    analysis: Analysis, unit: Unit, stem: str, spelt: str, score: float
) -> Iterator[Deviation]:
    """``unit`` written with the ``stem`` of the right name, which stands somewhere as ``spelt``;
    the ending of the case stays."""
    right = spelt[: len(stem)] + _spelt(analysis, unit)[len(unit.stem) :]
    yield from _put(analysis, unit, right, score)


def _put(analysis: Analysis, unit: Unit, right: str, score: float) -> Iterator[Deviation]:
    """The deviation that writes ``right``, or its capitals, for ``unit``."""
    span = analysis.words.span(unit.first, unit.last)
    right = in_letter_case(right, _spelt(analysis, unit))
    made = propose_at(analysis, span, "name-drift", right, Verdict(score).confidence)
    if made:
        yield made


def form_deviations(
    analysis: Analysis, frequent: dict[str, list[Unit]], groups: dict[str, list[Unit]]
) -> Iterator[Deviation]:
    """Unknown words one slip away from a form of a frequent name: «Росии» beside «Россия».

    For a name that the language's own dictionary holds all its forms are known; of others only
    those that the text writes, and then the slip must be in the stem, for the ending may be a case.
    """
    forms = _forms_of(analysis, frequent)
    by_deletion = _by_deletion(frozenset(forms))
    for stem, units in groups.items():
        for unit in units:
            if unit.key not in forms or stem not in frequent:
                yield from _beside_form(analysis, unit, forms, by_deletion, frequent, len(units))


def _forms_of(analysis: Analysis, frequent: dict[str, list[Unit]]) -> dict[str, tuple[str, bool]]:
    """Folded forms → the stem of their group, and whether all forms of the name are known."""
    known = analysis.lexicon.known
    found: dict[str, tuple[str, bool]] = {}
    for stem, units in frequent.items():
        for unit in units:
            lexeme = known.name_forms(unit.key)
            if lexeme or not _foreign_to_all(analysis, unit.key):
                found.setdefault(unit.key, (stem, bool(lexeme)))
            for form in lexeme:
                found.setdefault(form, (stem, True))
    return found


def _foreign_to_all(analysis: Analysis, key: str) -> bool:
    """Whether no list knows the word at all and the text writes it once."""
    return analysis.times(key) == 1 and not _is_rival(analysis, key)


def _beside_form(
    analysis: Analysis,
    unit: Unit,
    forms: dict[str, tuple[str, bool]],
    by_deletion: dict[str, list[str]],
    frequent: dict[str, list[Unit]],
    written: int,
) -> Iterator[Deviation]:
    """``written`` is how often the text writes the name of ``unit`` in any case."""
    if unit.last - unit.first > 1 or unit.key in forms or len(unit.key) < SHORTEST_STEM:
        return
    if analysis.times(unit.key) > 1 or set_against(analysis, unit.first, unit.last):
        return
    for form in _near(unit.key, by_deletion):
        stem, whole = forms[form]
        found = _slip_in(analysis, unit, form, stem, whole)
        others = [one for one in frequent[stem] if one.first != unit.first]
        if found is None or len(others) < _MAJORITY * (1 if stem == unit.stem else written):
            continue
        if len(unit.key) == len(form) and _of_another(analysis, unit, others):
            continue
        score = found.likely + 0.5 * (len(form) - 4) + 0.5 * min(len(others), 6) + whole
        if score > 0:
            yield from _put(analysis, unit, form.capitalize(), score)
            return


def _slip_in(analysis: Analysis, unit: Unit, form: str, stem: str, whole: bool) -> Slip | None:
    """The slip that makes ``unit`` of a ``form`` of the name with that ``stem``, unless it may be
    a name, an ending or another one of the same list; ``whole`` says that all forms are known."""
    if _is_rival(analysis, unit.key) and not (whole and next_to_nobody(analysis, unit.key)):
        return None
    if _ends_otherwise(unit.key, form) or _listed_with(analysis, unit, stem):
        return None
    found = slip(unit.key, form)
    if found is None or whole or found.at < len(stem) or _no_ending(unit.key, form):
        return found
    return None


def _of_another(analysis: Analysis, unit: Unit, others: list[Unit]) -> bool:
    """Whether another given name stands before the name than before the ``others``: «Сауд Касиби»
    is no «Мурад Касеби»; a letter too many is a slip for all that."""
    given = given_before(analysis, unit)
    theirs = {stem_of(name) for one in others if (name := given_before(analysis, one))}
    return given is not None and bool(theirs) and stem_of(given) not in theirs


def _no_ending(one: str, two: str) -> bool:
    """Whether two spellings end in -ы and -и behind one consonant, which is hard or soft but not
    both: they are no two cases of one name («Кубайсы», «Кубайси»)."""
    vowels = one[:-1] == two[:-1] and {one[-1], two[-1]} == {"и", "ы"}
    return vowels and one[-2] not in VOWELS


def _spelt(analysis: Analysis, unit: Unit) -> str:
    return analysis.words.span(unit.first, unit.last).of(analysis.document.text)
