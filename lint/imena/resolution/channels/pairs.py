"""Names crossed: the given name of one person with the surname of another."""

from __future__ import annotations

from collections.abc import Iterator

from imena.languages.ru.usage import HIGH_OFFICES, LEADERS
from imena.lexicon.compile import SINGULAR
from imena.lexicon.known import FEW
from imena.lexicon.lexicon import StoredEntry
from imena.lexicon.parts import Slot, Status
from imena.morphology import Gender
from imena.resolution.analysis import Analysis
from imena.resolution.context import NOM_SING, has_high_office, presented, title_before, verb_gender
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.mentions import Mention
from imena.resolution.replacement import as_allowed
from imena.resolution.rivals import is_patronymic
from imena.resolution.words import Gap, Shape

#: Bearers in the list of surnames from which on a namesake in office is likely.
FREQUENT = 100


def pair_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """The given name of one person with the surname of another."""
    surnames: dict[int, list[Mention]] = {}
    for mention in analysis.surnamed:
        if len(mention.slots) == 1 and mention.exact(Slot.SURNAME):
            surnames.setdefault(mention.first, []).append(mention)
    if not surnames:
        return
    known = {(m.first, m.last) for m in analysis.surnamed if m.full}
    for given in analysis.persons:
        owners = surnames.get(given.last)
        if owners is None or len(given.slots) > 1 or not given.exact(Slot.GIVEN):
            continue
        if analysis.words.gap(given.last - 1) is not Gap.SPACE:
            continue
        whole = (given.first, owners[0].last)
        if _goes_on(analysis, owners[0].last) or _goes_before(analysis, given, owners):
            continue
        if whole not in known and _crossed(analysis, given, owners):
            known.add(whole)
            yield _pair(analysis, given, owners[0])


def _goes_on(analysis: Analysis, last: int) -> bool:
    """«Хуан Альварес Андраде»: with one more surname behind it is one more person."""
    words = analysis.words
    return words.capital_behind(last) and not is_patronymic(words.key(last))


def _goes_before(analysis: Analysis, given: Mention, owners: list[Mention]) -> bool:
    """«Бола Ахмед Тинубу»: behind his own given name stands a second one of the owner."""
    before = analysis.hits_at.get(given.first - 1, ())
    mine = {owner.entry.number for owner in owners}
    return any(hit.right and hit.entry in mine and hit.last == given.first for hit in before)


def _crossed(analysis: Analysis, given: Mention, owners: list[Mention]) -> bool:
    """Whether the two are well-known people, rather than one unknown."""
    own = given.slots[Slot.GIVEN]
    fits = [o for o in owners if o.slots[Slot.SURNAME].mask & own.mask & SINGULAR]
    if not fits or any(_same_given(given.entry, owner.entry) for owner in owners):
        return False
    if any(owner.entry.number in analysis.told_apart for owner in owners):
        return False
    if len({o.entry.number for o in owners}) > 1:
        return False
    introduced = given.entry.number in analysis.full_names
    if fits[0].entry.blob.get("gender") != given.entry.blob.get("gender"):
        return introduced and _owner_acts(analysis, fits[0])
    leads = title_before(analysis, given.first, LEADERS) is not None
    if owners[0].entry.number in analysis.full_names:
        return leads or (introduced and not _common(analysis, own))
    alone = introduced and not presented(analysis, given.first)
    if alone and _of_one(analysis, own) and _rare(analysis, fits[0]):
        return True
    meant = (leads and introduced) or _in_one_office(analysis, given, fits[0])
    return meant and introduced <= (_bearers(analysis, fits[0]) < MANY)


def _owner_acts(analysis: Analysis, owner: Mention) -> bool:
    """«Юлия Ющенко как глава государства отменил указ»: the verb has the gender of the one whose
    surname it is, and not of the one whose given name stands before it."""
    words, at = analysis.words, owner.last
    if at < len(words) and words.key(at) == "как":
        at = next((n for n in range(at + 1, min(len(words), at + 6)) if _is_verb(analysis, n)), at)
    gaps = (words.gap(n - 1) for n in range(owner.last, at + 1) if n < len(words))
    return (
        owner.slots[Slot.SURNAME].mask & NOM_SING != 0
        and all(gap is Gap.SPACE for gap in gaps)
        and verb_gender(analysis, at) is Gender(str(owner.entry.blob.get("gender")))
        and _bearers(analysis, owner) < MANY
    )


def _is_verb(analysis: Analysis, at: int) -> bool:
    readings = analysis.lexicon.known.readings(analysis.words.key(at))
    return any(r.pos == "VERB" for r in readings)


def _of_one(analysis: Analysis, given: Hit) -> bool:
    """Whether hardly anybody but the person whom the text names in full bears the given name."""
    lexicon = analysis.lexicon
    if lexicon.known.given_name(given.key).count > FREQUENT:
        return False
    bearers = {
        record.entry
        for record in lexicon.exact(given.key)
        if record.status <= Status.POLICY
        and lexicon.entry(record.entry).parts[record.part].slot is Slot.GIVEN
    }
    return len(bearers) <= _FEW_BEARERS


def _rare(analysis: Analysis, owner: Mention) -> bool:
    """Whether few bear the surname. The list has few of the Caucasus and of Central Asia, where
    surnames end as Russian ones do: one of those that it lacks may be anybody's."""
    bearers = _bearers(analysis, owner)
    return bearers < FREQUENT and (bearers > 0 or not _of_father(owner))


def _of_father(owner: Mention) -> bool:
    surname = owner.entry.canonical(Slot.SURNAME)
    return surname is not None and surname.text.endswith(("ов", "ев", "ёв", "ин", "ва", "на"))


#: People of one given name in a dictionary up to which it says who is meant.
_FEW_BEARERS = 2


def _in_one_office(analysis: Analysis, given: Mention, owner: Mention) -> bool:
    """Whether the name stands behind a high office and nobody else of this name is likely in it:
    for a usual given name the office must be that of one country or town («мэр Москвы»), and the
    surname rare."""
    if not has_high_office(analysis, given.first):
        return False
    own = given.slots[Slot.GIVEN]
    if not _common(analysis, own):
        # How many bear a name of abroad the lists do not say: there is more than one Майк.
        told = analysis.lexicon.known.given_name(own.key).count > FEW
        return told or _of_one(analysis, own)
    at = title_before(analysis, given.first, HIGH_OFFICES)
    between = range(at + 1, given.first) if at is not None else ()
    named = any(analysis.words.shape(n) is Shape.TITLE for n in between)
    return named and _bearers(analysis, owner) < FREQUENT


#: Bearers from which on a leader may be another one of that name.
MANY = 1000


def _bearers(analysis: Analysis, owner: Mention) -> int:
    return analysis.lexicon.known.surname_count(owner.slots[Slot.SURNAME].key)


def _common(analysis: Analysis, given: Hit) -> bool:
    return analysis.lexicon.known.given_name(given.key).count > 1000


def _same_given(one: StoredEntry, two: StoredEntry) -> bool:
    a, b = one.canonical(Slot.GIVEN), two.canonical(Slot.GIVEN)
    return a is not None and b is not None and a.text == b.text


def _pair(analysis: Analysis, given: Mention, owner: Mention) -> Deviation:
    span = analysis.words.span(given.first, owner.last)
    made = Deviation(
        kind="name-pair",
        span=span,
        text=span.of(analysis.document.text),
        confidence=0.88,
        entry=owner.entry.ref,
        suggestions=(owner.entry.ref.name, given.entry.ref.name),
    )
    return as_allowed(analysis, made)
