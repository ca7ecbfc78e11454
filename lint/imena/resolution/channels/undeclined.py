"""Names left undeclined where a preposition, a verb or a title asks for a case."""

from __future__ import annotations

from collections.abc import Iterator

from imena.languages.ru.usage import ADVERBS_TOO, DATIVE_VERBS, FIRST_CASE, SAID_BY
from imena.lexicon.compile import SINGULAR, bit
from imena.lexicon.parts import Slot
from imena.morphology import Case, Features, Number
from imena.resolution.analysis import Analysis
from imena.resolution.context import (
    NOM,
    NOM_SING,
    another_bearer,
    family_before,
    governed,
    mask_of,
    preposition,
    title_cells,
    title_lemma,
)
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, part_of
from imena.resolution.mentions import Mention
from imena.resolution.naming import bears_only_the_name
from imena.resolution.replacement import rewritten
from imena.resolution.words import Gap


def undeclined_person(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """A name in the nominative where a preposition or a verb asks for another case."""
    hits = mention.hits
    if not all(hit.right for hit in hits) or mention.initials or Slot.SURNAME not in mention.slots:
        return
    if any(hit.mask & ~NOM for hit in hits):
        hits = [h for h in hits if not h.mask & ~NOM]
        if len(hits) == len(mention.hits) or not hits or not _all_stay(analysis, mention, hits):
            return
    alone = Slot.GIVEN not in mention.slots
    if alone and mention.entry.number not in analysis.full_names:
        return  # «письмо от Миллер»: it may be a woman's
    if alone and (another_bearer(analysis, mention) or _something_else(analysis, mention)):
        return
    asked = _case_wanted(analysis, mention)
    if asked is None or family_before(analysis, mention.first):
        return
    for hit in hits:
        yield from rewritten(analysis, hit, bit(Features(asked)), "not-declined", 0.85)


def _something_else(analysis: Analysis, mention: Mention) -> bool:
    """Whether the surname is a right place name here («уехал в Чехов»), a family, or a word («от
    Королевы»)."""
    asked = governed(analysis, mention.first)
    hits = analysis.hits_at[mention.first]
    if any(h.right and h.mask & asked and h.entry != mention.entry.number for h in hits):
        return True
    surname, known = mention.slots[Slot.SURNAME], analysis.lexicon.known
    if not surname.mask & SINGULAR:
        return True
    word = known.is_ordinary(surname.key) and known.surname_count(surname.key) < _FREQUENT
    return word and mention.entry.number not in analysis.full_names


#: Bearers from which on a surname that is also a word is mostly a surname.
_FREQUENT = 100


def _all_stay(analysis: Analysis, mention: Mention, bare: list[Hit]) -> bool:
    """Whether every part beside the undeclined ones is one that never changes."""
    rest = [h for h in mention.hits if h not in bare]
    return all(h.mask & NOM_SING and _stays(analysis, h) for h in rest)


def _stays(analysis: Analysis, hit: Hit) -> bool:
    forms = {text for text, cell, _ in part_of(hit, analysis.lexicon).forms if cell & SINGULAR}
    return len(forms) == 1


def _case_wanted(analysis: Analysis, mention: Mention) -> Case | None:
    """The case that the word before the name asks for, where it cannot be the nominative."""
    found = preposition(analysis, mention.first)
    if found and found not in ADVERBS_TOO:
        cases = governed(analysis, mention.first)
        first = FIRST_CASE.get(found)
        return first or next((c for c in Case if bit(Features(c)) & cases), None)
    if _given_to(analysis, mention):
        return Case.DAT
    before = mention.first - 1
    if before < 0 or analysis.words.gap(before) is not Gap.SPACE:
        return None
    if analysis.words.key(before) in SAID_BY:
        return None if bears_only_the_name(analysis, mention.first) else Case.GEN
    if (case := _case_of_title(analysis, mention)) is not None:
        return case
    return Case.DAT if _plural_giving(analysis, mention, before) else None


def _case_of_title(analysis: Analysis, mention: Mention) -> Case | None:
    """«беседовали с режиссёром Пак Чхан Ук.»: the case of a title behind a preposition, where the
    name ends its sentence («после встречи с президентом Токаев улетел» has another subject, and so
    has «муж актрисы Семён Королёв»)."""
    before = mention.first - 1
    if title_lemma(analysis, before) is None or Slot.GIVEN not in mention.slots:
        return None
    if not preposition(analysis, before):
        return None
    after = analysis.words.between(mention.last - 1).strip(' \u00a0»"')
    ends = mention.last >= len(analysis.words) or after[:1] in (".", "!", "?", ";", ")", "\n")
    asked = title_cells(analysis, before) & governed(analysis, before) & SINGULAR
    cases = [case for case in Case if asked & bit(Features(case))]
    oblique = len(cases) == 1 and Case.NOM not in cases
    return cases[0] if ends and oblique else None


def _given_to(analysis: Analysis, mention: Mention) -> bool:
    """«Мурат Нуртлеу показали проект»: behind a name that opens its clause the plural verb has
    another subject."""
    words, at, before = analysis.words, mention.last, mention.first - 1
    if at >= len(words) or words.gap(at - 1) is not Gap.SPACE:
        return False
    opens = before < 0 or (words.gap(before) is Gap.BREAK and "," not in words.between(before))
    titled = before >= 0 and title_lemma(analysis, before) is not None
    to_whom = titled and title_cells(analysis, before) & SINGULAR & ~mask_of([Case.DAT]) == 0
    if to_whom:
        return _of_others(analysis, mention, at)
    return opens and _plural_giving(analysis, mention, at)


def _of_others(analysis: Analysis, mention: Mention, at: int) -> bool:
    """Whether word ``at`` is a verb in the plural, which one name alone is no subject of."""
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    plural = any(r.pos == "VERB" and r.number is Number.PLUR for r in readings)
    return plural and not _joined_by_and(analysis, mention.last)


def _plural_giving(analysis: Analysis, mention: Mention, at: int) -> bool:
    """«вручили Си Цзиньпин»: one person is not the subject of a plural verb, unless more names
    follow."""
    gives = analysis.words.key(at).startswith(DATIVE_VERBS)
    return gives and _of_others(analysis, mention, at)


def _joined_by_and(analysis: Analysis, last: int) -> bool:
    between = analysis.words.between(last - 1)
    if "," in between:
        return True
    return last < len(analysis.words) and analysis.words.key(last) in ("и", "с", "да", "или")
