"""Entries to index keys: every form, right or wrong, under its folded spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from imena.languages.base import Language
from imena.lexicon.entry import Entry, Organisation, Person, Place
from imena.lexicon.parts import WRONG_KINDS, Part, Status, parts, squash
from imena.morphology import Case, Features, Form, Number, Paradigm, Rank

CASES = tuple(Case)
_NUMBERS = (Number.SING, Number.PLUR)
#: Every cell of the singular, of the plural, and of both.
SINGULAR, PLURAL, ANY = 0xFF, 0xFF00, 0xFFFF
#: Marks the key of a name written without its hyphens and spaces.
JOINED = "="
#: A word of a long name that says something; shorter ones (о, по, и) do not anchor it.
_CONTENT = 4
_WORD = re.compile(r"[^\W_]+")


class Record(NamedTuple):
    """One meaning of a key: part ``part`` of entry number ``entry`` in the cells of ``mask``."""

    entry: int
    part: int
    mask: int
    status: int


class Anchor(NamedTuple):
    """A word of a long name: word number ``position`` of part ``part`` of entry ``entry``."""

    entry: int
    part: int
    position: int


class CompiledEntry(NamedTuple):
    """What the index stores of one entry; ``blob`` is plain JSON data."""

    keys: list[tuple[str, Record]]
    anchors: list[tuple[str, Anchor]]
    blob: dict[str, Any]


def bit(features: Features) -> int:
    """The cell as one bit: eight cases of the singular, then eight of the plural."""
    return 1 << (CASES.index(features.case) + 8 * _NUMBERS.index(features.number))


def cells(mask: int) -> tuple[Features, ...]:
    """The cells of a mask, singular first."""
    return tuple(
        Features(case, number)
        for n, number in enumerate(_NUMBERS)
        for c, case in enumerate(CASES)
        if mask >> (c + 8 * n) & 1
    )


def compile_entries(entries: Iterable[Entry], language: Language) -> Iterator[CompiledEntry]:
    """Each entry in order, numbered from 0."""
    for number, entry in enumerate(entries):
        yield compile_entry(number, entry, language)


def compile_entry(number: int, entry: Entry, language: Language) -> CompiledEntry:
    """The keys, anchors and stored facts of ``entry``."""
    masks: dict[tuple[str, int, int], int] = {}
    anchors: list[tuple[str, Anchor]] = []
    stored = []
    for at, part in enumerate(parts(entry, language)):
        paradigm = language.decline(part.name)
        stored.append(_stored(part, paradigm))
        for key, status, cell in _keys(part, paradigm, language):
            masks[key, at, status] = masks.get((key, at, status), 0) | cell
        anchors += _anchors(number, at, paradigm, language)
    keys = [(key, Record(number, at, mask, s)) for (key, at, s), mask in masks.items()]
    return CompiledEntry(keys, anchors, {**_facts(entry), "parts": stored})


def _keys(part: Part, paradigm: Paradigm, language: Language) -> Iterator[tuple[str, int, int]]:
    right = set()
    for form in paradigm:
        key = language.fold(form.text)
        right.add(key)
        yield key, int(part.status), bit(form.features)
        if part.status <= Status.POLICY and not key.isalnum():
            yield JOINED + squash(key), int(part.status), bit(form.features)
    if part.status <= Status.POLICY:
        for wrong in language.misdeclined(part.name, paradigm):
            key = language.fold(wrong.text)
            if key not in right:
                yield key, int(WRONG_KINDS[wrong.kind]), bit(wrong.features)


def _anchors(
    number: int, part: int, paradigm: Paradigm, language: Language
) -> list[tuple[str, Anchor]]:
    """The content words of a name of three words or more, in every form."""
    found = {}
    for form in paradigm:
        words = _WORD.findall(language.fold(form.text))
        if len(words) < 3:
            return []
        for position, word in enumerate(words):
            if len(word) >= _CONTENT:
                found[word, Anchor(number, part, position)] = True
    return list(found)


def _stored(part: Part, paradigm: Paradigm) -> list[Any]:
    name = part.name
    forms = [[f.text, bit(f.features), int(f.rank is Rank.ALSO)] for f in _merged(paradigm)]
    facts = [part.slot.value, int(part.status), part.right, int(part.phrase), part.detail]
    gender = name.gender.value if name.gender else ""
    return [*facts, name.kind.value, name.text, gender, int(name.indecl), forms]


def _merged(paradigm: Paradigm) -> Iterable[Form]:
    return dict.fromkeys(Form(f.text, f.features, f.rank) for f in paradigm)


def _facts(entry: Entry) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": type(entry).__name__.lower(),
        "id": entry.id,
        "title": entry.title,
        "dictionary": entry.dictionary,
        "note": entry.note,
    }
    if isinstance(entry, Person):
        facts |= {"gender": entry.gender.value, "surname_first": entry.surname_first}
    elif isinstance(entry, Place):
        facts["renames"] = [[r.form, _iso(r.start), _iso(r.end)] for r in entry.renames]
        facts["policy"] = dict(entry.policy)
    elif isinstance(entry, Organisation):
        facts |= {"generic": list(entry.generic), "quotes": entry.quotes}
        facts["valid"] = [_iso(entry.valid_from), _iso(entry.valid_to)]
    return facts


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
