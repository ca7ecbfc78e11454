"""Dictionary entries as facts, before any grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from imena.morphology import Case, Gender, Number


class Rename(NamedTuple):
    """A name that was right from ``start`` (inclusive) to ``end`` (exclusive); None is open."""

    form: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry has. ``dictionary`` is the file as the user knows it, ``line`` 1-based."""

    id: str
    aliases: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    native: str = ""
    note: str = ""
    dictionary: str = ""
    line: int = 0

    @property
    def title(self) -> str:
        """The canonical name in full."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Person(Entry):
    """One human being. ``indecl`` and ``forms`` are keyed by part: given, patronymic, surname."""

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    gender: Gender = Gender.MASC
    surname_first: bool = False
    indecl: tuple[str, ...] = ()
    forms: Mapping[str, Mapping[Case, str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        west = (self.given, self.patronymic, self.surname)
        east = (self.surname, self.given, self.patronymic)
        return " ".join(part for part in (east if self.surname_first else west) if part)


@dataclass(frozen=True, kw_only=True)
class Place(Entry):
    """A country, a city, a river. ``policy`` maps a house style to the name it wants."""

    name: str
    gender: Gender | None = None
    number: Number = Number.SING
    indecl: bool = False
    forms: Mapping[Case, str] = field(default_factory=dict)
    renames: tuple[Rename, ...] = ()
    policy: Mapping[str, str] = field(default_factory=dict)
    aliases_old: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True)
class Organisation(Entry):
    """A body, a company, a newspaper. ``quotes`` is always, never, with-generic or empty."""

    name: str
    abbr: str = ""
    generic: tuple[str, ...] = ()
    quotes: str = ""
    gender: Gender | None = None
    number: Number = Number.SING
    indecl: bool = False
    indecl_parts: tuple[str, ...] = ()
    forms: Mapping[Case, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def title(self) -> str:
        return self.name
