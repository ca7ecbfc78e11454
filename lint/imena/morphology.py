"""The words of grammar that every language shares: features, forms, paradigms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Case(str, Enum):
    """Universal Dependencies values."""

    NOM = "Nom"
    GEN = "Gen"
    DAT = "Dat"
    ACC = "Acc"
    INS = "Ins"
    LOC = "Loc"
    VOC = "Voc"
    ABL = "Abl"


class Number(str, Enum):
    """Universal Dependencies values."""

    SING = "Sing"
    PLUR = "Plur"


class Gender(str, Enum):
    """Universal Dependencies values."""

    MASC = "Masc"
    FEM = "Fem"
    NEUT = "Neut"


class NameKind(str, Enum):
    """What a declined string is a name of."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    PLACE = "place"
    ORGANISATION = "organisation"
    ABBREVIATION = "abbreviation"


class Features(NamedTuple):
    """The grammatical place of a form."""

    case: Case
    number: Number = Number.SING


class Rank(str, Enum):
    """First choice of the norm, or also right (Айгули / Айгуль)."""

    FIRST = "first"
    ALSO = "also"


class Form(NamedTuple):
    """One right form. ``source`` names the rule and where the rule comes from."""

    text: str
    features: Features
    rank: Rank = Rank.FIRST
    source: str = ""


class WrongForm(NamedTuple):
    """A form that people write and the norm forbids.

    ``kind`` is the name of the rule in the taxonomy that reports it: ``wrong-ending``,
    ``wrongly-declined``, ``double-name-declension`` or ``case-mismatch``.
    """

    text: str
    features: Features
    kind: str


@dataclass(frozen=True)
class Name:
    """What is to be declined, with the facts that only a dictionary knows.

    ``forms`` overrides single cases of the singular; ``indecl_parts`` are words inside the name
    that stay as they are; ``gender`` is None only where it is truly unknown.
    """

    text: str
    kind: NameKind
    gender: Gender | None = None
    number: Number = Number.SING
    indecl: bool = False
    forms: Mapping[Case, str] = field(default_factory=dict)
    indecl_parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paradigm:
    """All right forms of one name, first choices before also-right ones of the same cell."""

    forms: tuple[Form, ...]

    def __iter__(self) -> Iterator[Form]:
        return iter(self.forms)

    def all(self, case: Case, number: Number = Number.SING) -> tuple[str, ...]:
        """Every right form of the cell, first choice first; empty where there is none."""
        return tuple(f.text for f in self.forms if f.features == (case, number))

    def first(self, case: Case, number: Number = Number.SING) -> str | None:
        """The form to write."""
        found = self.all(case, number)
        return found[0] if found else None

    def features_of(self, text: str) -> tuple[Features, ...]:
        """Every cell that ``text`` (exact, as written) can fill."""
        return tuple(dict.fromkeys(f.features for f in self.forms if f.text == text))
