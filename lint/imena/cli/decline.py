"""``imena decline NAME``: the table of forms, and which rule made each."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from imena.curation.forms_table import CASES
from imena.curation.guess import guess
from imena.errors import UsageError
from imena.languages.ru import Russian
from imena.lexicon.entry import Person
from imena.lexicon.known import KnownWords
from imena.lexicon.parts import Status, parts
from imena.morphology import Case, Gender, Name, NameKind, Number, Paradigm

HELP = "show every case form of a name"
_GENDERS = {"m": Gender.MASC, "f": Gender.FEM, "n": Gender.NEUT}
_THINGS = {
    "place": NameKind.PLACE,
    "organisation": NameKind.ORGANISATION,
    "abbreviation": NameKind.ABBREVIATION,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("name", metavar="NAME")
    add("--gender", choices=sorted(_GENDERS), help="(default: as the name shows)")
    add("--kind", choices=["person", *_THINGS], help="(default: as the name shows)")
    add("--order", choices=["given-first", "surname-first"])
    add("--plural", action="store_true", help="the name is a plural (Афины)")
    add("--indecl", action="store_true", help="the name never changes")
    add("--language", choices=["ru", "en"], help="of the table (default: by locale)")
    add("--json", action="store_true", help="print JSON with rules and sources")


def run(args: argparse.Namespace) -> int:
    """Print the table. Raises UsageError for a name of no letters."""
    from imena.presentation import language_of

    if not any(letter.isalpha() for letter in args.name):
        raise UsageError(f"{args.name!r} is no name")
    names = _names(args)
    language = Russian()
    paradigms = [language.decline(name) for name in names]
    shown_in = language_of(args.language or "")
    print(_as_json(names, paradigms) if args.json else _table(names, paradigms, shown_in))
    return 0


def _names(args: argparse.Namespace) -> list[Name]:
    """The parts of the name, each with its kind, in the order written."""
    known = KnownWords.open()
    kind = args.kind or guess(args.name, known).kind or "person"
    if kind == "person":
        return _person(args, guess(args.name, known, "person").values)
    number = Number.PLUR if args.plural else Number.SING
    short = kind == "organisation" and args.name.isupper() and " " not in args.name
    way = NameKind.ABBREVIATION if short else _THINGS[kind]
    return [Name(args.name, way, _GENDERS.get(args.gender or ""), number, args.indecl)]


def _person(args: argparse.Namespace, values: dict[str, object]) -> list[Name]:
    """The parts of a person's name; a man where nothing says otherwise."""
    told = {slot: str(values.get(slot, "")) for slot in ("given", "patronymic", "surname")}
    east = (args.order or values.get("order")) == "surname-first"
    if args.order == "surname-first" and values.get("order") != args.order:
        first, _, rest = args.name.partition(" ")
        told = {"given": rest, "patronymic": "", "surname": first}
    gender = _GENDERS[args.gender or str(values.get("gender") or "m")]
    stays = tuple(slot for slot, text in told.items() if text) if args.indecl else ()
    entry = Person(
        id="",
        given=told["given"],
        patronymic=told["patronymic"],
        surname=told["surname"],
        gender=gender,
        surname_first=east,
        indecl=stays,
    )
    names = [part.name for part in parts(entry, Russian()) if part.status is Status.RIGHT]
    return sorted(names, key=lambda name: args.name.find(name.text))


def _table(names: Sequence[Name], paradigms: Sequence[Paradigm], shown_in: str) -> str:
    number, other = names[0].number, shown_in != "ru"
    lines = [f"{label[other]:<14}{_line(paradigms, case, number)}" for case, label in CASES.items()]
    if any(name.kind is NameKind.SURNAME for name in names):
        family = paradigms[[n.kind for n in names].index(NameKind.SURNAME)]
        forms = [family.first(case, Number.PLUR) or "" for case in CASES]
        lines += ["", f"{('семья', 'family')[other]:<14}{' '.join(forms)}"]
    return "\n".join([*lines, "", *_sources(names, paradigms)])


def _line(paradigms: Sequence[Paradigm], case: Case, number: Number) -> str:
    first = " ".join(p.first(case, number) or "—" for p in paradigms)
    also = [form for p in paradigms for form in p.all(case, number)[1:]]
    return f"{first}  ({', '.join(also)})" if also else first


def _sources(names: Sequence[Name], paradigms: Sequence[Paradigm]) -> list[str]:
    """Which rule each part follows."""
    return [
        f"{name.text}: {'; '.join(dict.fromkeys(form.source for form in paradigm))}"
        for name, paradigm in zip(names, paradigms, strict=True)
    ]


def _as_json(names: Sequence[Name], paradigms: Sequence[Paradigm]) -> str:
    made = [_part(name, paradigm) for name, paradigm in zip(names, paradigms, strict=True)]
    return json.dumps(made, ensure_ascii=False, indent=2)


def _part(name: Name, paradigm: Paradigm) -> dict[str, Any]:
    return {
        "text": name.text,
        "kind": name.kind.value,
        "gender": name.gender.value if name.gender else None,
        "forms": [
            {
                "form": form.text,
                "case": form.features.case.value,
                "number": form.features.number.value,
                "rank": form.rank.value,
                "source": form.source,
            }
            for form in paradigm
        ],
    }
