"""An entry taken apart: which strings it holds, what each stands for, how each declines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, IntEnum
from functools import singledispatch
from typing import NamedTuple

from imena.languages.base import Language
from imena.languages.ru.alphabet import russian_letters
from imena.lexicon.entry import Entry, Organisation, Person, Place
from imena.morphology import Name, NameKind


class Slot(str, Enum):
    """Where in a full name a part stands."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    NAME = "name"
    ABBR = "abbr"


class Status(IntEnum):
    """What it means to meet a form in a text; below FORBIDDEN it is right (in its time)."""

    RIGHT = 0
    ALIAS = 1
    OLD = 2
    RENAME = 3
    POLICY = 4
    FORBIDDEN = 5
    NATIVE = 6
    COUNTERPART = 7
    WRONG_ENDING = 8
    WRONGLY_DECLINED = 9
    DOUBLE_NAME = 10
    MIXED_CASES = 11


#: The taxonomy's name of each kind of wrong form.
WRONG_KINDS = {
    "wrong-ending": Status.WRONG_ENDING,
    "wrongly-declined": Status.WRONGLY_DECLINED,
    "double-name-declension": Status.DOUBLE_NAME,
    "case-mismatch": Status.MIXED_CASES,
}
KIND_OF_STATUS = {status: kind for kind, status in WRONG_KINDS.items()}


class Part(NamedTuple):
    """One string of an entry.

    ``right`` is the number of the canonical part it should have been (its own for a right one);
    ``phrase`` says that a dictionary forbids it only beside the rest of the name; ``detail`` is
    the policy key or the number of the rename.
    """

    slot: Slot
    status: Status
    name: Name
    right: int
    phrase: bool = False
    detail: str = ""


def squash(text: str) -> str:
    """``text`` without what may stand between the pieces of one name."""
    return "".join(letter for letter in text if letter.isalnum())


@singledispatch
def parts(entry: Entry, language: Language) -> list[Part]:
    """Every string of ``entry``; canonical parts come first."""
    raise NotImplementedError(type(entry))


@parts.register
def _person(entry: Person, language: Language) -> list[Part]:
    made = list(_canonical_parts(entry))
    surname = next((p for p in made if p.slot is Slot.SURNAME), None)
    other = surname and not surname.name.indecl and language.counterpart(surname.name)
    if surname and other:
        made.append(Part(Slot.SURNAME, Status.COUNTERPART, other, made.index(surname)))
    made += _bare_surname(surname, made)
    for alias in entry.aliases:
        made += _person_variants(entry, alias, Status.ALIAS, made, language)
    for wrong in entry.forbidden:
        made += _person_variants(entry, wrong, Status.FORBIDDEN, made, language)
    made += _person_variants(entry, entry.native, Status.NATIVE, made, language)
    return [part for n, part in enumerate(made) if part not in made[:n]]


def _bare_surname(surname: Part | None, made: list[Part]) -> list[Part]:
    """«Ляйен» of «фон дер Ляйен»: the surname without its small words is met too."""
    words = surname.name.text.split() if surname else []
    if surname is None or len(words) < 2 or not all(w[:1].islower() for w in words[:-1]):
        return []
    bare = replace(surname.name, text=words[-1], forms={})
    return [Part(Slot.SURNAME, Status.ALIAS, bare, made.index(surname))]


def _canonical_parts(entry: Person) -> Iterator[Part]:
    slots = (Slot.GIVEN, Slot.PATRONYMIC, Slot.SURNAME)
    texts = [(slot, getattr(entry, slot.value)) for slot in slots]
    for number, (slot, text) in enumerate((s, t) for s, t in texts if t):
        name = Name(
            text,
            NameKind(slot.value),
            entry.gender,
            indecl=slot.value in entry.indecl or _east_surname(entry, slot),
            forms=entry.forms.get(slot.value, {}),
            indecl_parts=_east_given(entry, slot, text),
        )
        yield Part(slot, Status.RIGHT, name, number)


def _east_surname(entry: Person, slot: Slot) -> bool:
    """«Ким Чен Ына», «Ван Яна»: before the given name the surname stays (Rosenthal § 149)."""
    east = entry.surname_first and slot is Slot.SURNAME and bool(entry.given)
    return east and len(entry.surname) <= 5 and " " not in entry.surname


def _east_given(entry: Person, slot: Slot, text: str) -> tuple[str, ...]:
    """Of a given name of two words behind the surname only the last declines: «Во Ван Тхыонга»
    (Rosenthal § 149)."""
    words = text.split()
    east = entry.surname_first and slot is Slot.GIVEN and words[-1] not in words[:-1]
    return tuple(words[:-1]) if east else ()


def _person_variants(
    entry: Person, phrase: str, status: Status, made: list[Part], language: Language
) -> Iterator[Part]:
    """The words of ``phrase`` that differ from the canonical ones, each in its slot."""
    canonical = {p.slot: n for n, p in enumerate(made) if p.status is Status.RIGHT}
    rest = _without_canonical(phrase.split(), made, canonical)
    alone = len(rest) == len(phrase.split())
    for slot, text in _slots(rest, entry, canonical, made, alone, language):
        right = canonical[slot]
        written = made[right].name
        text = _in_its_place(text, written.text, language)
        if status is Status.NATIVE:
            text = russian_letters(text)
        if squash(language.fold(text)) == squash(language.fold(written.text)):
            continue
        name = replace(
            written,
            text=text,
            forms={},
            indecl=_stays(written, text, status),
            indecl_parts=_east_given(entry, slot, text),
        )
        yield Part(slot, status, name, right, phrase=" " in phrase)


def _in_its_place(text: str, written: str, language: Language) -> str:
    """One word of a part of several put where it belongs: «Раджеп» in «Реджеп Тайип»."""
    words = written.split()
    if len(words) < 2 or " " in text:
        return text
    from rapidfuzz.distance import JaroWinkler

    fold = language.fold
    like = [JaroWinkler.similarity(fold(text), fold(word)) for word in words]
    words[like.index(max(like))] = text
    return " ".join(words)


def _stays(written: Name, text: str, status: Status) -> bool:
    """A variant of an indeclinable name is indeclinable when it ends alike."""
    return written.indecl and text[-1:] == written.text[-1:]


def _without_canonical(words: list[str], made: list[Part], canonical: dict[Slot, int]) -> list[str]:
    known = {w for n in canonical.values() for w in made[n].name.text.split()}
    return [word for word in words if word not in known]


def _slots(
    words: list[str],
    entry: Person,
    canonical: dict[Slot, int],
    made: list[Part],
    alone: bool,
    language: Language,
) -> Iterator[tuple[Slot, str]]:
    """Assign the differing words of a variant to slots by order, or by likeness when alone."""
    order = [s for s in _order(entry) if s in canonical]
    if alone and len(words) == len(order) > 1:
        yield from zip(order, words, strict=True)
        return
    for text in _joined(words, made, canonical):
        slot = _likest(text, made, canonical, language)
        if slot:
            yield slot, text


def _order(entry: Person) -> tuple[Slot, ...]:
    if entry.surname_first:
        return (Slot.SURNAME, Slot.GIVEN, Slot.PATRONYMIC)
    if entry.patronymic:
        return (Slot.GIVEN, Slot.PATRONYMIC, Slot.SURNAME)
    return (Slot.GIVEN, Slot.SURNAME)


def _joined(words: list[str], made: list[Part], canonical: dict[Slot, int]) -> list[str]:
    """Words of one part kept together: «Касым Жомарт» is one given name."""
    whole = " ".join(words)
    spans = {squash(made[n].name.text.lower()) for n in canonical.values()}
    multi = any(" " in made[n].name.text or "-" in made[n].name.text for n in canonical.values())
    sizes = {len(made[n].name.text.split()) for n in canonical.values()}
    if len(words) > 1 and len(words) in sizes:
        return [whole]  # «Чан Вук» for «Чхан Ук»
    if len(words) > 1 and (squash(whole.lower()) in spans or multi):
        return [whole] if squash(whole.lower()) in spans else words
    return words


_PATRONYMIC = ("ич", "вна", "улы", "ұлы", "кызы", "қызы", "оглы", "оглу")


def _likest(
    text: str, made: list[Part], canonical: dict[Slot, int], language: Language
) -> Slot | None:
    from rapidfuzz.distance import JaroWinkler

    if Slot.PATRONYMIC in canonical and text[:1].isupper() and text.endswith(_PATRONYMIC):
        return Slot.PATRONYMIC
    scored = [
        (JaroWinkler.similarity(language.fold(text), language.fold(word)), slot.value)
        for slot, n in canonical.items()
        for word in (made[n].name.text, *made[n].name.text.split())
    ]
    best, slot = max(scored)
    return Slot(slot) if best >= 0.6 else None


def _place_name(entry: Place, text: str) -> Name:
    same = text == entry.name
    return Name(
        text,
        NameKind.PLACE,
        entry.gender if same else None,
        entry.number if same else Name(text, NameKind.PLACE).number,
        entry.indecl if same else False,
        entry.forms if same else {},
    )


@parts.register
def _place(entry: Place, language: Language) -> list[Part]:
    made = [Part(Slot.NAME, Status.RIGHT, _place_name(entry, entry.name), 0)]
    seen = {entry.name}

    def add(text: str, status: Status, detail: str = "") -> None:
        if text and text not in seen:
            seen.add(text)
            made.append(Part(Slot.NAME, status, _place_name(entry, text), 0, detail=detail))

    for number, rename in enumerate(entry.renames):
        add(rename.form, Status.RENAME, str(number))
    for key, text in entry.policy.items():
        add(text, Status.POLICY, key)
    for text in entry.aliases:
        add(text, Status.ALIAS)
    for text in entry.aliases_old:
        add(text, Status.OLD)
    for text in entry.forbidden:
        if squash(language.fold(text)) != squash(language.fold(entry.name)):
            add(text, Status.FORBIDDEN)
    add(entry.native, Status.NATIVE)
    return made


@parts.register
def _organisation(entry: Organisation, language: Language) -> list[Part]:
    name = Name(
        entry.name,
        NameKind.ORGANISATION,
        entry.gender,
        entry.number,
        entry.indecl,
        entry.forms,
        entry.indecl_parts,
    )
    made = [Part(Slot.NAME, Status.RIGHT, name, 0)]
    seen = {squash(language.fold(entry.name))}
    if entry.abbr and squash(language.fold(entry.abbr)) not in seen:
        abbr = Name(entry.abbr, NameKind.ABBREVIATION, entry.gender)
        made.append(Part(Slot.ABBR, Status.RIGHT, abbr, 1))
        seen.add(squash(language.fold(entry.abbr)))
    for text in dict.fromkeys(entry.aliases):
        if text not in (entry.name, entry.abbr):
            made.append(_organisation_variant(name, text, Status.ALIAS, made))
    seen |= {squash(language.fold(text)) for text in entry.aliases}
    for text in entry.forbidden:
        if (key := squash(language.fold(text))) not in seen:
            seen.add(key)
            made.append(_organisation_variant(name, text, Status.FORBIDDEN, made))
    if entry.native:
        made.append(Part(Slot.NAME, Status.NATIVE, replace(name, text=entry.native, forms={}), 0))
    return made


def _organisation_variant(name: Name, text: str, status: Status, made: list[Part]) -> Part:
    short = text.isupper() and " " not in text
    kind = NameKind.ABBREVIATION if short else NameKind.ORGANISATION
    slot = Slot.ABBR if short else Slot.NAME
    canonical = 1 if short and made[1:] and made[1].slot is Slot.ABBR else 0
    right = len(made) if status is Status.ALIAS else canonical
    same_head = text.split()[0] == name.text.split()[0]
    gender = name.gender if same_head else None
    number_ = name.number if same_head else Name(text, kind).number
    return Part(slot, status, Name(text, kind, gender, number_, name.indecl and not short), right)
