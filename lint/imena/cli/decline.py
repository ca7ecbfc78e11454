"""``imena decline NAME``: the table of forms, and which rule made each."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from imena.errors import UsageError
from imena.languages.ru import Russian
from imena.morphology import Case, Gender, Name, NameKind, Number, Paradigm

HELP = "show every case form of a name"
_GENDERS = {"m": Gender.MASC, "f": Gender.FEM, "n": Gender.NEUT}
_CASES = {
    Case.NOM: "именительный",
    Case.GEN: "родительный",
    Case.DAT: "дательный",
    Case.ACC: "винительный",
    Case.INS: "творительный",
    Case.LOC: "предложный",
}
_THINGS = {
    "place": NameKind.PLACE,
    "organisation": NameKind.ORGANISATION,
    "abbreviation": NameKind.ABBREVIATION,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--gender", choices=sorted(_GENDERS))
    parser.add_argument("--kind", choices=["person", *_THINGS], default="person")
    parser.add_argument("--order", choices=["given-first", "surname-first"], default="given-first")
    parser.add_argument("--plural", action="store_true", help="the name is a plural (Афины)")
    parser.add_argument("--indecl", action="store_true", help="the name never changes")
    parser.add_argument("--json", action="store_true", help="print JSON with rules and sources")


def run(args: argparse.Namespace) -> int:
    """Print the table. Raises UsageError for a name of no letters."""
    if not any(letter.isalpha() for letter in args.name):
        raise UsageError(f"{args.name!r} is no name")
    names = _names(args)
    language = Russian()
    paradigms = [language.decline(name) for name in names]
    print(_as_json(names, paradigms) if args.json else _table(names, paradigms))
    return 0


def _names(args: argparse.Namespace) -> list[Name]:
    """The parts of the name, each with its kind, in the order written."""
    number = Number.PLUR if args.plural else Number.SING
    gender = _GENDERS.get(args.gender or "")
    if args.kind in _THINGS:
        return [Name(args.name, _THINGS[args.kind], gender, number, args.indecl)]
    words = args.name.split()
    kinds = _kinds(words, args.order == "surname-first")
    gender = gender or _guessed(words)
    return [
        Name(word, kind, gender, indecl=args.indecl or _stays(word, kind, kinds, args.order))
        for word, kind in zip(words, kinds, strict=True)
    ]


def _stays(word: str, kind: NameKind, kinds: Sequence[NameKind], order: str) -> bool:
    """A short East Asian surname before the given name does not change."""
    east = order == "surname-first" and len(kinds) > 1
    return east and kind is NameKind.SURNAME and len(word) <= 5


def _kinds(words: list[str], surname_first: bool) -> list[NameKind]:
    """One word is a surname, two are a given name and a surname, a patronymic shows itself."""
    if len(words) == 1:
        return [NameKind.SURNAME]
    if surname_first:
        return [NameKind.SURNAME] + [NameKind.GIVEN] * (len(words) - 1)
    kinds = [NameKind.GIVEN] + [NameKind.SURNAME] * (len(words) - 1)
    for at, word in enumerate(words[1:], 1):
        if word.lower().endswith(("вич", "вна", "улы", "кызы", "оглы", "инична", "ьич")):
            kinds[at] = NameKind.PATRONYMIC
    return kinds


def _guessed(words: list[str]) -> Gender:
    """The gender of a patronymic or of the last word; a man where nothing says otherwise."""
    woman = any(w.lower().endswith(("вна", "кызы", "ова", "ева", "ина", "ская")) for w in words)
    return Gender.FEM if woman else Gender.MASC


def _table(names: Sequence[Name], paradigms: Sequence[Paradigm]) -> str:
    number = names[0].number
    lines = [f"{label:<14}{_line(paradigms, case, number)}" for case, label in _CASES.items()]
    if any(name.kind is NameKind.SURNAME for name in names):
        family = paradigms[[n.kind for n in names].index(NameKind.SURNAME)]
        forms = [family.first(case, Number.PLUR) or "" for case in _CASES]
        lines += ["", f"{'семья':<14}{' '.join(forms)}"]
    return "\n".join([*lines, "", *_sources(names, paradigms)])


def _line(paradigms: Sequence[Paradigm], case: Case, number: Number) -> str:
    first = " ".join(p.first(case, number) or "—" for p in paradigms)
    also = [form for p in paradigms for form in p.all(case, number)[1:]]
    return f"{first}  (также {', '.join(also)})" if also else first


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
