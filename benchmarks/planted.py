"""Plants one-edit errors into real texts and counts how many are found and put right.

    python benchmarks/planted.py ../shared/data --dictionary ../shared/cases/lexicon.toml

The texts are real news; their people (whose lemmas ``recognise_factrueval.tsv`` gives) are replaced
throughout by people of the dictionary, in the same case, so that every case form stands in a real
sentence. Then one mention gets one slip. An error is found when a finding overlaps it, and fixed
when the text after the fix is the text before the slip. The texts with no slip are checked too:
every finding in them is a false alarm. With ``--other`` the lexicon knows only other people.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cases import after, lexicon_of
from imena.config import Settings
from imena.engine import Checker
from imena.findings import Finding
from imena.languages.ru import Russian
from imena.languages.ru.alphabet import (
    KEYBOARD_NEIGHBOURS,
    LOOKALIKES,
    LOWER,
    TRANSLITERATION_CLASSES,
    VOWEL_CONFUSIONS,
)
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry, Person
from imena.lexicon.lexicon import Lexicon
from imena.morphology import Features, Gender, Name, NameKind, Paradigm
from imena.plugins import builtin, rules
from imena.text.document import Document
from imena.text.span import Span
from imena.text.tokens import Token, tokenize
from news import corpus, shown

RUSSIAN = Russian()
#: Rules about the verb and the initials beside a name: the text still speaks of another person.
ABOUT_THE_REST = ("P702", "P705")
_RIGHT = {v: k for k, v in LOOKALIKES.items() if k.isalpha() and k.isascii()}


class Planted(NamedTuple):
    """A text with one slip: the text before it, the text after it, where and of what kind."""

    kind: str
    right: str
    wrong: str
    span: Span


class Place(NamedTuple):
    """A mention in a prepared text that may get a slip."""

    span: Span
    person: Person


Slip = Callable[[str, random.Random], str | None]


def _transpose(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _omit(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _insert(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word))
    near = sorted(KEYBOARD_NEIGHBOURS.get(word[at].lower(), ()))
    return word[:at] + rng.choice(near) + word[at:] if near else None


def _neighbour(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word))
    near = sorted(KEYBOARD_NEIGHBOURS.get(word[at].lower(), ()))
    return word[:at] + rng.choice(near) + word[at + 1 :] if near else None


def _substitute(word: str, rng: random.Random) -> str | None:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice(LOWER) + word[at + 1 :]


def _vowel(word: str, rng: random.Random) -> str | None:
    pairs = [tuple(sorted(p)) for p in sorted(map(sorted, VOWEL_CONFUSIONS))]
    options = [
        (at, pair[1] if letter == pair[0] else pair[0])
        for at, letter in enumerate(word)
        for pair in pairs
        if at and letter in pair
    ]
    if not options:
        return None
    at, new = rng.choice(options)
    return word[:at] + new + word[at + 1 :]


def _soft(word: str, rng: random.Random) -> str | None:
    if "ь" in word:
        return word.replace("ь", "", 1)
    places = [n for n in range(2, len(word)) if word[n - 1] in "лнрстдз" and word[n] not in "ьъ"]
    return None if not places else word[: (at := rng.choice(places))] + "ь" + word[at:]


def _transliterate(word: str, rng: random.Random) -> str | None:
    options = [
        word[:at] + new + word[at + len(old) :]
        for members in TRANSLITERATION_CLASSES
        for old in members
        for new in members
        if old != new and len(old) == len(new) == 1
        for at in range(1, len(word))
        if word.startswith(old, at)
    ]
    return rng.choice(sorted(options)) if options else None


def _lookalike(word: str, rng: random.Random) -> str | None:
    places = [n for n, letter in enumerate(word) if letter in _RIGHT]
    return (
        word[: (at := rng.choice(places))] + _RIGHT[word[at]] + word[at + 1 :] if places else None
    )


def _joint(word: str, rng: random.Random) -> str | None:
    return word.replace("-", rng.choice((" ", "", "–")), 1) if "-" in word else None


SLIPS: dict[str, Slip] = {
    "transposed": _transpose,
    "missing": _omit,
    "doubled": _double,
    "extra": _insert,
    "neighbour": _neighbour,
    "substituted": _substitute,
    "vowel": _vowel,
    "soft-sign": _soft,
    "transliteration": _transliterate,
    "look-alike": _lookalike,
    "joint": _joint,
}


class Cast:
    """The people of the dictionary, by gender, with their paradigms."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        people = [e for e in entries if isinstance(e, Person) and e.given and e.surname]
        self.people = {
            gender: [p for p in people if p.gender is gender and not p.surname_first]
            for gender in (Gender.MASC, Gender.FEM)
        }
        self._paradigms: dict[tuple[str, str], Paradigm] = {}

    def form(self, person: Person, part: str, features: Features) -> str | None:
        """A part of a person's name in a cell."""
        key = (person.id, part)
        if key not in self._paradigms:
            kind = NameKind.GIVEN if part == "given" else NameKind.SURNAME
            name = Name(
                getattr(person, part),
                kind,
                person.gender,
                indecl=part in person.indecl,
                forms=person.forms.get(part, {}),
            )
            self._paradigms[key] = RUSSIAN.decline(name)
        return self._paradigms[key].first(features.case, features.number)


class Names:
    """Lemmas of the name forms of the corpus."""

    def __init__(self, path: Path) -> None:
        self.lemma: dict[tuple[str, str], str] = {}
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                self.lemma[row["kind"], row["surface"]] = row["lemma"]

    def cells(self, kind: str, surface: str, gender: Gender) -> frozenset[Features]:
        """The singular cells that a surface can fill for a bearer of ``gender``."""
        lemma = self.lemma.get((kind, surface))
        if lemma is None:
            return frozenset()
        paradigm = RUSSIAN.decline(Name(lemma, NameKind(kind), gender))
        return frozenset(f for f in paradigm.features_of(surface) if f.number.value == "Sing")


def prepared(
    text: str, names: Names, cast: Cast, rng: random.Random
) -> tuple[str, list[Place]] | None:
    """``text`` with its people replaced by people of the dictionary; None where it has none."""
    tokens = tokenize(text)
    full = list(_full_names(text, tokens, names))
    if not full:
        return None
    role: dict[str, tuple[Person, Gender]] = {}
    for _, second, gender, _ in full:
        lemma = names.lemma["surname", second.text]
        role.setdefault(lemma, (rng.choice(cast.people[gender]), gender))
    return _rewritten(text, tokens, full, role, names, cast)


def _full_names(
    text: str, tokens: Sequence[Token], names: Names
) -> Iterator[tuple[Token, Token, Gender, Features]]:
    for first, second in itertools.pairwise(tokens):
        if text[first.end : second.start] != " ":
            continue
        for gender in (Gender.MASC, Gender.FEM):
            shared = names.cells("given", first.text, gender) & names.cells(
                "surname", second.text, gender
            )
            if shared:
                yield first, second, gender, sorted(shared)[0]
                break


def _has_other_given(text: str, surname: Token) -> bool:
    """Whether a given name that is not ours to change stands before a surname: what came out
    would be the name of nobody («Реджеп Тайип Путин»)."""
    before = re.search(r"(?<=[а-яё,] )[А-ЯЁ][а-яё-]+ $", text[: surname.start])
    return before is not None


def _rewritten(
    text: str,
    tokens: Sequence[Token],
    full: list[tuple[Token, Token, Gender, Features]],
    role: dict[str, tuple[Person, Gender]],
    names: Names,
    cast: Cast,
) -> tuple[str, list[Place]] | None:
    at_first = {first.start: (second, cell) for first, second, _, cell in full}
    pieces: list[str] = []
    places: list[Place] = []
    at = size = 0
    for token in tokens:
        if token.start < at:
            continue
        second, cell = at_first.get(token.start, (token, None))
        lemma = names.lemma.get(("surname", second.text))
        if lemma not in role:
            continue
        person, gender = role[lemma]
        if cell is None:
            cells = sorted(names.cells("surname", token.text, gender))
            if not cells or _has_other_given(text, token):
                return None
            cell, parts = cells[0], ["surname"]
        else:
            parts = ["given", "surname"]
        pieces.append(text[at : token.start])
        size += token.start - at
        for n, part in enumerate(parts):
            form = cast.form(person, part, cell)
            if form is None:
                return None
            if n:
                pieces.append(" ")
                size += 1
            places.append(Place(Span(size, size + len(form)), person))
            pieces.append(form)
            size += len(form)
        at = second.end
    return "".join([*pieces, text[at:]]), places


def plant(text: str, span: Span, kind: str, rng: random.Random, lexicon: Lexicon) -> Planted | None:
    """``text`` with one slip of ``kind`` at ``span``; None where the slip makes nothing wrong."""
    right = span.of(text)
    if len(right) < 4:
        return None
    wrong = SLIPS[kind](right, rng)
    if wrong is None or wrong == right:
        return None
    fold = lexicon.language.fold
    if kind != "look-alike" and (fold(wrong) == fold(right) or lexicon.exact(fold(wrong))):
        return None
    start = span.start
    made = text[:start] + wrong + text[span.end :]
    return Planted(kind, text, made, Span(start, start + len(wrong)))


class Tally:
    """Counts by kind."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.bins: Counter[tuple[int, bool]] = Counter()

    def add(self, planted: Planted, findings: list[Finding]) -> str:
        hits = [f for f in findings if f.span.overlaps(planted.span)]
        outcome = "missed"
        if hits:
            fixed = after(planted.wrong, hits) == planted.right
            outcome = "fixed" if fixed else "found"
        row = self.counts[planted.kind]
        row["all"] += 1
        row["found"] += bool(hits)
        row["fixed"] += outcome == "fixed"
        for finding in findings:
            self.bins[
                min(9, int(finding.confidence * 10)), finding.span.overlaps(planted.span)
            ] += 1
        return outcome

    def table(self) -> str:
        total: Counter[str] = sum(self.counts.values(), Counter())
        rows = [*sorted(self.counts.items()), ("all", total)]
        return "\n".join(
            f"{kind:16} {c['all']:5} planted  {c['found'] / c['all']:6.1%} found  "
            f"{c['fixed'] / max(1, c['found']):6.1%} of them fixed"
            for kind, c in rows
        )

    def reliability(self) -> str:
        rows = []
        for tenth in range(10):
            true, false = self.bins[tenth, True], self.bins[tenth, False]
            if true + false:
                rows.append(f"0.{tenth}–{(tenth + 1) / 10:.1f}: {true}/{true + false} = "
                            f"{true / (true + false):.1%}")  # fmt: skip
        return "\n".join(rows)


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    rng = random.Random(args.seed)
    entries = [e for path in args.dictionary for e in merge(read_rows(path, path.name))]
    names = Names(args.data / "recognise_factrueval.tsv")
    half = len(entries) // 2
    known, cast = entries, Cast(entries)
    if args.other:
        rng.shuffle(entries)
        known, cast = entries[:half], Cast(entries[half:])
    lexicon = lexicon_of(known)
    checker = Checker(
        lexicon,
        rules(builtin()),
        Settings(min_confidence=args.min_confidence, ignore=ABOUT_THE_REST),
    )
    tally, clean, words = Tally(), 0, 0
    for _ in range(args.rounds):
        for name, text in corpus(args.data / "news_factrueval.jsonl"):
            made = prepared(text, names, cast, rng)
            if made is None:
                continue
            ready, places = made
            words += len(tokenize(ready))
            for finding in checker.check(Document.plain(ready)).findings:
                clean += 1
                print(f"FALSE {name}: {shown(finding, ready)}")
            if args.other:
                continue
            kind = rng.choice(sorted(SLIPS))
            planted = plant(ready, rng.choice(places).span, kind, rng, lexicon)
            if planted is None:
                continue
            findings = checker.check(Document.plain(planted.wrong)).findings
            outcome = tally.add(planted, findings)
            if args.show and outcome != "fixed":
                start, end = planted.span
                around = planted.wrong[max(0, start - 40) : end + 40].replace("\n", " ")
                said = [
                    f"{f.code} {f.suggestions}" for f in findings if f.span.overlaps(planted.span)
                ]
                print(f"{outcome} {planted.kind} {planted.wrong[start:end]}: {said} | {around}")
    if not args.other:
        print(tally.table())
        print(tally.reliability())
    print(
        f"{clean} findings in right texts of {words} words: "
        f"{clean / max(1, words) * 1e4:.2f} per 10,000"
    )
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path, help="directory with the corpus and its lemmas")
    parser.add_argument("--dictionary", type=Path, action="append", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--min-confidence", type=float, default=0.5)
    parser.add_argument("--other", action="store_true", help="the lexicon knows only other people")
    parser.add_argument("--show", action="store_true")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
