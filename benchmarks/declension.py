"""How well names are declined: gold forms, recognition, wrong forms accepted, speed.

``python benchmarks/declension.py DATA [--misses] [--peers]`` where DATA holds ``forms_dev.tsv`` and
``recognise_factrueval.tsv``. Peers (pytrovich, petrovich, pymorphy3) are measured on the very same
rows when they are installed.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from imena.languages.ru import Russian
from imena.morphology import Case, Features, Gender, Name, NameKind, Number

CASES = {
    "nom": Case.NOM,
    "gen": Case.GEN,
    "dat": Case.DAT,
    "acc": Case.ACC,
    "ins": Case.INS,
    "loc": Case.LOC,
}
GENDERS = {"m": Gender.MASC, "f": Gender.FEM, "n": Gender.NEUT}
PEOPLE = ("given", "patronymic", "surname", "prs")
RUSSIAN = Russian()
Decliner = Callable[["Row"], str | None]


class Row(NamedTuple):
    """One gold form."""

    lemma: str
    kind: str
    gender: str
    case: str
    number: str
    form: str


def rows(path: Path) -> Iterator[Row]:
    """Oblique singular forms of people and places."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            yield Row(*(line[field] for field in Row._fields))


def kinds(row: Row) -> tuple[NameKind, ...]:
    """What ``row`` may be; «prs» in the gold is a given name or a surname."""
    if row.kind == "prs":
        return (NameKind.SURNAME, NameKind.GIVEN)
    return (NameKind.PLACE,) if row.kind == "geo" else (NameKind(row.kind),)


def name_of(row: Row, kind: NameKind) -> Name:
    number = Number.PLUR if row.number == "pl" and kind is NameKind.PLACE else Number.SING
    gender = None if number is Number.PLUR else GENDERS.get(row.gender)
    return Name(row.lemma, kind, gender, number)


def ours(row: Row) -> str | None:
    """The first form; a row that may be two kinds counts by the better known one."""
    forms = cells_of(row)
    return forms[0] if forms else None


def cells_of(row: Row) -> list[str]:
    """All right forms, those of the first kind first."""
    kind = NameKind.GIVEN if row.kind == "prs" and _is_given(row) else kinds(row)[0]
    name = name_of(row, kind)
    number = Number.PLUR if row.number == "pl" else Number.SING
    return list(RUSSIAN.decline(name).all(CASES[row.case], number))


def _is_given(row: Row) -> bool:
    from imena.lexicon.known import KnownWords

    known = KnownWords.open()
    given = known.given_name(row.lemma).count
    return bool(given) and given >= known.surname_count(row.lemma)


def same(one: str | None, two: str) -> bool:
    return one is not None and RUSSIAN.fold(one) == RUSSIAN.fold(two)


def peers() -> dict[str, Decliner]:
    """The decliners that are installed, by name."""
    found: dict[str, Decliner] = {}
    for make in (_pytrovich, _petrovich, _pymorphy):
        try:
            found[make.__name__[1:]] = make()
        except ImportError as error:
            print(f"{make.__name__[1:]}: not installed ({error})", file=sys.stderr)
    return found


def _pytrovich() -> Decliner:
    from pytrovich.enums import Case as Their
    from pytrovich.enums import Gender as TheirGender
    from pytrovich.enums import NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    maker = PetrovichDeclinationMaker()
    theirs = {
        "gen": Their.GENITIVE,
        "dat": Their.DATIVE,
        "acc": Their.ACCUSATIVE,
        "ins": Their.INSTRUMENTAL,
        "loc": Their.PREPOSITIONAL,
    }
    parts = {
        NameKind.GIVEN: NamePart.FIRSTNAME,
        NameKind.SURNAME: NamePart.LASTNAME,
        NameKind.PATRONYMIC: NamePart.MIDDLENAME,
    }

    def decline(row: Row) -> str | None:
        kind = NameKind.GIVEN if row.kind == "prs" and _is_given(row) else kinds(row)[0]
        gender = TheirGender.FEMALE if row.gender == "f" else TheirGender.MALE
        if kind not in parts:
            return None
        return str(maker.make(parts[kind], gender, theirs[row.case], row.lemma))

    return decline


def _petrovich() -> Decliner:
    from petrovich.enums import Case as Their
    from petrovich.enums import Gender as TheirGender
    from petrovich.main import Petrovich

    maker = Petrovich()
    theirs = {
        "gen": Their.GENITIVE,
        "dat": Their.DATIVE,
        "acc": Their.ACCUSATIVE,
        "ins": Their.INSTRUMENTAL,
        "loc": Their.PREPOSITIONAL,
    }

    def decline(row: Row) -> str | None:
        kind = NameKind.GIVEN if row.kind == "prs" and _is_given(row) else kinds(row)[0]
        makers = {
            NameKind.GIVEN: maker.firstname,
            NameKind.SURNAME: maker.lastname,
            NameKind.PATRONYMIC: maker.middlename,
        }
        gender = TheirGender.FEMALE if row.gender == "f" else TheirGender.MALE
        return str(makers[kind](row.lemma, theirs[row.case], gender)) if kind in makers else None

    return decline


def _pymorphy() -> Decliner:
    from pymorphy3 import MorphAnalyzer

    analyzer = MorphAnalyzer()
    tags = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
    wanted = {NameKind.GIVEN: "Name", NameKind.SURNAME: "Surn", NameKind.PATRONYMIC: "Patr"}

    def decline(row: Row) -> str | None:
        tag = wanted.get(kinds(row)[0], "Geox")
        gender = {"m": "masc", "f": "femn", "n": "neut"}.get(row.gender, "masc")
        parsed = [p for p in analyzer.parse(row.lemma) if "nomn" in p.tag]
        parsed.sort(key=lambda p: (tag not in p.tag, gender not in p.tag))
        found = parsed[0].inflect({tags[row.case]}) if parsed else None
        return found.word if found else None

    return decline


def measure(decline: Decliner, gold: Sequence[Row]) -> tuple[int, list[tuple[Row, str | None]]]:
    """How many rows come out right, and the others with what came out."""
    made = [(row, decline(row)) for row in gold]
    wrong = [(row, form) for row, form in made if not same(form, row.form)]
    return len(gold) - len(wrong), wrong


def gold(path: Path, wanted: Sequence[str]) -> list[Row]:
    """Distinct oblique singular rows of the kinds ``wanted``."""
    kept = (r for r in rows(path) if r.kind in wanted and r.case != "nom" and r.case in CASES)
    return list(dict.fromkeys(r for r in kept if r.number == "sg"))


def report_gold(path: Path, with_peers: bool, misses: bool) -> None:
    others = peers() if with_peers else {}
    for title, wanted in (("people", PEOPLE), ("places", ("geo",))):
        found = gold(path, wanted)
        for name, decline in {"imena": ours, **others}.items():
            right, wrong = measure(decline, found)
            print(f"{title:8}{name:12}{right:5}/{len(found)} = {right / len(found):.2%}")
            if misses and name == "imena":
                for row, form in wrong:
                    also = "also" if any(same(f, row.form) for f in cells_of(row)) else ""
                    print("   ", *row, "→", form, also)


def recognised(surface: str, kind: str, lemmas: Sequence[str]) -> bool:
    """Whether the paradigm of a lemma holds ``surface``."""
    ways = {
        "given": (NameKind.GIVEN,),
        "surname": (NameKind.SURNAME,),
        "patronymic": (NameKind.PATRONYMIC,),
        "geo": (NameKind.PLACE,),
    }[kind]
    genders = (Gender.MASC, Gender.FEM) if kind != "geo" else (None,)
    numbers = tuple(Number) if kind == "geo" else (Number.SING,)
    return any(
        same(form.text, surface)
        for lemma in lemmas
        for way in ways
        for gender in genders
        for number in numbers
        for form in RUSSIAN.decline(Name(lemma, way, gender, number))
    )


def report_recognition(path: Path, misses: bool) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t"))
    missed = [row for row in found if not _in_own_lemma(row)]
    right = len(found) - len(missed)
    print(f"recognised  {right}/{len(found)} = {right / len(found):.2%}")
    for title, kinds in (("its kind", True), ("any kind", False)):
        by_letter: dict[tuple[str, str], list[str]] = {}
        for row in found:
            way = row["kind"] if kinds else ""
            by_letter.setdefault((way, row["lemma"][0]), []).append(row["lemma"])
        strays = [row for row in missed if _in_another(row, by_letter, kinds)]
        share = (right + len(strays)) / len(found)
        print(f"recognised, lenient (any lemma of {title})  {share:.2%}")
    if misses:
        for row in missed:
            print("   ", row["surface"], row["kind"], row["lemma"])


def _in_own_lemma(row: dict[str, str]) -> bool:
    twins = _twins(row["lemma"], row["kind"])
    return recognised(row["surface"], row["kind"], [row["lemma"], *twins])


def _in_another(
    row: dict[str, str], by_letter: dict[tuple[str, str], list[str]], kinds: bool
) -> bool:
    """Whether the surface is a form of some other lemma: the gold then names the lemma of a
    neighbour («Пабло» under «Хуан») or takes a given name for a surname («Цзиньтао»)."""
    lemmas = by_letter.get((row["kind"] if kinds else "", row["surface"][0]), [])
    ways = (row["kind"],) if kinds else ("given", "surname", "geo")
    return any(recognised(row["surface"], way, lemmas) for way in ways)


def _twins(lemma: str, kind: str) -> list[str]:
    """The surname of the other gender: the gold lemma of a woman is often the man's form."""
    if kind != "surname":
        return []
    names = (Name(lemma, NameKind.SURNAME, gender) for gender in (Gender.MASC, Gender.FEM))
    return [other.text for name in names if (other := RUSSIAN.counterpart(name))]


def wrong_forms(path: Path) -> Iterator[tuple[Name, str, str]]:
    """Names with a form made by a wrong rule that does not know the engine's own slips."""
    seen = set()
    lemma_forms = {row.form for row in rows(path)}
    for row in rows(path):
        if row.kind not in ("surname", "given", "prs", "patronymic"):
            continue
        gender = GENDERS.get(row.gender, Gender.MASC)
        for name, form, why in _made_wrong(row.lemma, row.kind, gender):
            if (name.text, form) not in seen and form not in (lemma_forms | {name.text}):
                seen.add((name.text, form))
                yield name, form, why


def _made_wrong(lemma: str, kind: str, gender: Gender) -> Iterator[tuple[Name, str, str]]:
    low = lemma.lower()
    surname = Name(lemma, NameKind.SURNAME, gender)
    given = Name(lemma, NameKind.GIVEN, gender)
    man, woman = gender is Gender.MASC, gender is Gender.FEM
    if kind == "given":
        if low.endswith("ия"):
            yield given, lemma[:-1] + "е", "Марие"
        if man and low.endswith("ий"):
            yield given, lemma[:-1] + "е", "Юрие"
        if man and low[-1] in "бвгдзклмнпрстфх":
            yield given, lemma + "ым", "Иваным"
            yield given, lemma + "ой", "Иваной"
            double = Name(f"Касым-{lemma}", NameKind.GIVEN, gender)
            yield double, f"Касыма-{lemma}а", "Касыма-Жомарта"
        if woman and low[-1] in "аеиоу" and not low.endswith("ия"):
            yield given, lemma + "м", "Аннам"
    elif kind == "patronymic" and low.endswith("вич"):
        yield Name(lemma, NameKind.PATRONYMIC, gender), lemma + "ом", "Ивановичом"
    elif man and low.endswith(("ов", "ев", "ин")) and len(lemma) > 5:
        yield surname, lemma + "ом", "Токаевом"
        yield surname, lemma + "ого", "Токаевого"
        yield Name(lemma + "а", NameKind.SURNAME, Gender.FEM), lemma + "ы", "Токаевы gen"
    elif man and low.endswith("ский"):
        yield surname, lemma[:-1] + "я", "Вишневския"
        yield surname, lemma[:-2] + "ом", "Вишневском ins"
    elif low.endswith(("ко", "дзе", "швили", "их", "ых")):
        yield surname, lemma + "а", "Черныха"
        yield surname, lemma[:-1] + "е", "Матвиенке"
    elif low[-1] in "кчрнлмст":
        yield Name(lemma, NameKind.SURNAME, Gender.FEM), lemma + "а", "Анны Шевчука"
        yield Name(lemma, NameKind.SURNAME, Gender.FEM), lemma + "у", "Анне Шевчуку"
        yield Name(lemma, NameKind.SURNAME, Gender.FEM), lemma + "ом", "Анной Шевчуком"


def report_wrong(path: Path, misses: bool) -> None:
    made = [(n, form, why) for n, form, why in wrong_forms(path)]
    plural_clash = [one for one in made if one[2] in ("Токаевы gen", "Вишневском ins")]
    accepted = [one for one in made if one not in plural_clash and _accepts(one[0], one[1])]
    cells = {"Токаевы gen": Features(Case.GEN), "Вишневском ins": Features(Case.INS)}
    accepted += [one for one in plural_clash if _accepts(one[0], one[1], cells[one[2]])]
    print(f"wrong forms accepted  {len(accepted)}/{len(made)} = {len(accepted) / len(made):.2%}")
    print("   ", dict(Counter(why for _, _, why in made)))
    if misses:
        for name, form, why in accepted:
            print("   ", name.text, form, why)


def _accepts(name: Name, form: str, cell: Features | None = None) -> bool:
    return any(
        same(f.text, form) and (cell is None or f.features == cell) for f in RUSSIAN.decline(name)
    )


def report_speed(path: Path) -> None:
    names = [
        Name(row.lemma, kind, GENDERS.get(row.gender))
        for row in rows(path)
        if row.kind in PEOPLE
        for kind in kinds(row)[:1]
    ]
    names = list({(n.text, n.kind, n.gender): n for n in names}.values())
    for name in names:
        RUSSIAN.decline(name)
    many = [names[i % len(names)] for i in range(30_000)]
    start = time.perf_counter()
    forms = sum(len(RUSSIAN.decline(name).forms) for name in many)
    took = time.perf_counter() - start
    print(f"speed  {len(many) / took:,.0f} names/s, {forms / took:,.0f} forms/s; ", end="")
    print(f"10,000 people of three names: {took:.2f} s")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--peers", action="store_true")
    args = parser.parse_args(argv)
    report_gold(args.data / "forms_dev.tsv", args.peers, args.misses)
    report_recognition(args.data / "recognise_factrueval.tsv", args.misses)
    report_wrong(args.data / "forms_dev.tsv", args.misses)
    report_speed(args.data / "forms_dev.tsv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
