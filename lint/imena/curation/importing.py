"""Offers of a source turned into entries that a dictionary can take, or into reasons why not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from imena.curation.guess import guess
from imena.curation.slugs import unique_slug
from imena.curation.sources.offer import Offer, Skipped
from imena.curation.writing import New
from imena.errors import DictionaryError, InputError
from imena.findings import Message
from imena.lexicon.dictionary import Row, merge
from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot

_NO_GENDER = Message("не указан род и его не видно по имени", "no gender, and the name shows none")


class Import(NamedTuple):
    """What came of a source: entries to write, how many genders were guessed, what was left."""

    new: list[New]
    guessed: int
    skipped: list[Skipped]


def offers(path: Path, text: str, kind: str) -> Iterator[Offer | Skipped]:
    """What ``text``, the content of ``path``, offers: JSON by what it holds, else a table.

    Raises InputError.
    """
    if path.suffix.lower() not in (".json", ".jsonl", ".ndjson", ".srj"):
        from imena.curation.sources.tables import read_table

        try:
            yield from read_table(text, kind)
        except InputError as error:
            raise InputError(error.message, path, error.line) from None
        return
    try:
        yield from _json_reader(text)(text, kind)
    except json.JSONDecodeError as error:
        raise InputError(f"broken JSON: {error.msg}", path, error.lineno) from None


def _json_reader(text: str) -> Any:
    from imena.curation.sources.sparql import bindings, read_sparql
    from imena.curation.sources.wikidata import read_wikidata

    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return read_wikidata  # one entity a line
    return read_wikidata if bindings(data) is None else read_sparql


def prepare(found: Iterable[Offer | Skipped], lexicon: Lexicon, existing: Iterable[Row]) -> Import:
    """Entries of the offers that neither ``lexicon`` nor ``existing`` rows hold: what a person
    keeps by hand is never overwritten."""
    held = _Held(lexicon, existing)
    made = Import([], 0, [])
    guessed = 0
    for one in found:
        if isinstance(one, Skipped):
            made.skipped.append(one)
            continue
        values, mine = completed(one.kind, one.values, lexicon)
        reason = held.reason(one.kind, values)
        if reason is not None:
            name = str(one.values.get("name") or one.values.get("surname") or "")
            made.skipped.append(Skipped(one.where, name, reason))
            continue
        guessed += mine
        made.new.append(New(one.kind, held.take(one.kind, values)))
    return Import(made.new, guessed, made.skipped)


def completed(kind: str, values: dict[str, Any], lexicon: Lexicon) -> tuple[dict[str, Any], bool]:
    """``values`` with a person's name in its slots and the gender where the name shows it;
    whether the gender is a guess."""
    if kind != "person":
        return dict(values), False
    rest = {key: value for key, value in values.items() if key != "name"}
    name = values.get("name") or " ".join(
        str(values[key]) for key in ("given", "patronymic", "surname") if key in values
    )
    seen = guess(str(name), lexicon.known, "person").values
    made = {**seen, **rest}
    if "given" in rest or "surname" in rest:
        made = {k: v for k, v in made.items() if k not in _SLOTS or k in rest}
    return made, "gender" not in values and "gender" in made


_SLOTS = ("given", "patronymic", "surname")


class _Held:
    """What there is already, by name and by id."""

    def __init__(self, lexicon: Lexicon, existing: Iterable[Row]) -> None:
        self.fold = lexicon.language.fold
        self.titles: dict[tuple[str, str], str] = {}
        self.ids: set[str] = set()
        for number in range(len(lexicon.index)):
            entry = lexicon.entry(number)
            title, where = entry.ref.name, entry.ref.dictionary
            self._add(entry.kind, (title, _short_of(entry)), where, entry.id)
        for row in existing:
            for made in merge([Row(row.kind, dict(row.values), row.shown, row.path, row.line)]):
                names = (made.title, _short(row.values))
                self._add(row.kind, names, f"{row.path}:{row.line}", made.id)

    def _add(self, kind: str, names: Iterable[str], where: str, name: str) -> None:
        for one in names:
            if one:
                self.titles[kind, self._key(one)] = where
        self.ids.add(name)

    def _key(self, title: str) -> str:
        """Words in any order: «Токаев Касым-Жомарт» is the same person."""
        return " ".join(sorted(self.fold(title).split()))

    def reason(self, kind: str, values: dict[str, Any]) -> Message | None:
        """Why an entry cannot be taken; None where it can."""
        if kind == "person" and "gender" not in values:
            return _NO_GENDER
        try:
            (entry,) = merge([Row(kind, {"id": "new", **values}, "", "", 0)])
        except DictionaryError as error:
            return Message(error.message, error.message)
        if values.get("id") in self.ids:
            name = values["id"]
            return Message(f"id «{name}» уже занят", f"the id {name!r} is taken")
        for title in (entry.title, _short(values)):
            where = self.titles.get((kind, self._key(title))) if title else None
            if where:
                return Message(f"уже есть: {where}", f"is there already: {where}")
        return None

    def take(self, kind: str, values: dict[str, Any]) -> dict[str, Any]:
        """``values`` with an id of their own; from now on they are held too."""
        (entry,) = merge([Row(kind, {"id": "new", **values}, "", "", 0)])
        head = str(values.get("surname") or values.get("given") or values.get("name"))
        name = str(values.get("id") or unique_slug(head, self.ids, str(values.get("given", ""))))
        self._add(kind, (entry.title, _short(values)), "import", name)
        return {"id": name, **values}


def _short(values: Mapping[str, Any]) -> str:
    """Given name and surname; a surname alone names nobody for certain."""
    both = [str(values[key]) for key in ("given", "surname") if values.get(key)]
    return " ".join(both) if len(both) == 2 else ""


def _short_of(entry: StoredEntry) -> str:
    found = [part for slot in (Slot.GIVEN, Slot.SURNAME) if (part := entry.canonical(slot))]
    return " ".join(part.text for part in found) if len(found) == 2 else ""


class There(NamedTuple):
    """An entry of the same name or id exists. ``message`` says where."""

    message: Message


def already_there(
    kind: str, values: dict[str, Any], lexicon: Lexicon, existing: Iterable[Row]
) -> There | None:
    """Whether an entry like this one is held by ``lexicon`` or ``existing``."""
    reason = _Held(lexicon, existing).reason(kind, values)
    return None if reason is None else There(reason)
