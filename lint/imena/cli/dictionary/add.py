"""``imena dict add NAME``: a new entry. Asks only what the grammar needs and the name does not
show, prints the table of forms, then writes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imena.cli.dictionary.scope import (
    add_scope_arguments,
    language_for,
    project_file,
    session_for,
)
from imena.errors import UsageError
from imena.morphology import Case, Gender, Name, NameKind

if TYPE_CHECKING:
    from imena.curation.writing import New
    from imena.lexicon.lexicon import Lexicon

HELP = "add a name to a dictionary"
_KINDS = ("person", "place", "organisation")
_LISTS = ("aliases", "forbidden", "generic", "indecl_parts", "aliases_old", "confusable")
_TEXTS = ("id", "given", "patronymic", "surname", "abbr", "native", "note", "source", "quotes")
_GENDERS = {"m": Gender.MASC, "f": Gender.FEM}
_YES = ("", "д", "да", "y", "yes")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("name", nargs="+", metavar="NAME", help="in the nominative")
    add("--kind", choices=_KINDS)
    add("--gender", choices=["m", "f", "n"])
    add("--plural", action="store_true", help="the name is a plural (Афины)")
    add("--order", choices=["given-first", "surname-first"])
    add("--indecl", action="store_true", help="the name (of a person: the surname) never changes")
    add("--decl", action="store_true", help="it does change: do not ask")
    for key in _TEXTS:
        add(f"--{key}", metavar="TEXT")
    for key in _LISTS:
        add(f"--{key.replace('_', '-')}", action="append", metavar="NAME", help="may be repeated")
    add("--file", type=Path, metavar="FILE", help="the dictionary (default: the project's first)")
    add("--yes", "-y", action="store_true", help="write without asking")
    add("--dry-run", action="store_true", help="show, write nothing")
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Ask, show, write. Exit code 1 where a quality gate refuses or the person does."""
    session = session_for(args)
    talk = Talk(language_for(session.config))
    path = project_file(args, session.config)
    entry = _entry(args, session.lexicon, path, talk)
    _show(entry, session.lexicon, talk)
    problems = _problems(entry, session.lexicon, path)
    for problem in problems:
        print(f"imena: {problem.message.in_language(talk.language)}", file=sys.stderr)
    if problems or args.dry_run:
        return 1 if problems else 0
    question = (f"Записать в {path}?", f"Write to {path}?")
    if not args.yes and talk.ask(*question, "--yes").lower() not in _YES:
        return 1
    _write(entry, path, talk, path not in session.config.dictionaries)
    return 0


class Talk:
    """Questions on the terminal. A question that nobody answers names the flag that would."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, ru: str, en: str) -> None:
        print(ru if self.language == "ru" else en)

    def ask(self, ru: str, en: str, flag: str) -> str:
        """The answer without blanks around it. Raises UsageError at the end of input."""
        print(f"{ru if self.language == 'ru' else en} ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            print(file=sys.stderr)
            raise UsageError(f"nobody answers: say {flag}")
        return answer.strip()

    def choose(self, ru: str, en: str, answers: dict[str, str], flag: str) -> str:
        """One of the values of ``answers``, asked again until an answer is a key."""
        while True:
            answer = self.ask(ru, en, flag).lower()
            if answer in answers:
                return answers[answer]


def _entry(args: argparse.Namespace, lexicon: Lexicon, path: Path, talk: Talk) -> New:
    from imena.curation.guess import guess
    from imena.curation.slugs import unique_slug
    from imena.curation.writing import New, rows_in

    name = " ".join(args.name)
    if not any(letter.isalpha() for letter in name):
        raise UsageError(f"{name!r} is no name")
    found = guess(name, lexicon.known, args.kind or "")
    kind = found.kind or _ask_kind(name, talk)
    values: dict[str, Any] = dict(found.values if found.kind else {})
    if not found.kind:
        values = dict(guess(name, lexicon.known, kind).values)
    values |= _given(args, kind)
    _ask_rest(args, kind, values, lexicon, talk)
    head = str(values.get("surname") or values.get("given") or values.get("name"))
    taken = {str(row.values.get("id")) for row in rows_in(path)}
    taken |= {lexicon.entry(number).id for number in range(len(lexicon.index))}
    if "id" not in values:
        values["id"] = unique_slug(head, taken, str(values.get("given", "")))
    return New(kind, values)


def _given(args: argparse.Namespace, kind: str) -> dict[str, Any]:
    """What the command line says."""
    found = {key: getattr(args, key) for key in (*_TEXTS, *_LISTS, "gender", "order")}
    made = {key: value for key, value in found.items() if value}
    if args.plural:
        made["number"] = "pl"
    if args.indecl:
        made["indecl"] = ["surname"] if kind == "person" else True
    return made


def _ask_kind(name: str, talk: Talk) -> str:
    answers = {"ч": "person", "м": "place", "о": "organisation"}
    answers |= {kind[0]: kind for kind in _KINDS} | {kind: kind for kind in _KINDS}
    return talk.choose(
        f"«{name}» — человек (ч), место (м) или организация (о)?",
        f"Is {name!r} a person (p), a place (pl) or an organisation (o)?",
        answers | {"p": "person", "pl": "place"},
        "--kind",
    )


def _ask_rest(
    args: argparse.Namespace, kind: str, values: dict[str, Any], lexicon: Lexicon, talk: Talk
) -> None:
    """The gender of a person, and whether a surname whose stress nobody writes declines."""
    from imena.curation.guess import stress_matters

    if kind != "person":
        return
    if "gender" not in values:
        answers = {"м": "m", "ж": "f", "m": "m", "f": "f"}
        values["gender"] = talk.choose(
            "Мужчина (м) или женщина (ж)?", "A man (m) or a woman (f)?", answers, "--gender"
        )
    if args.indecl or args.decl or not stress_matters(values, lexicon.known):
        return
    surname = values["surname"]
    answers = {"д": "", "да": "", "y": "", "yes": "", "н": "no", "нет": "no", "n": "no", "no": "no"}
    name = Name(surname, NameKind.SURNAME, _GENDERS[values["gender"]])
    forms = lexicon.language.decline(name)
    shown = f"{forms.first(Case.GEN)}, {forms.first(Case.INS)}"
    stays = talk.choose(
        f"Склоняется ли «{surname}»: {shown} (д/н)?",
        f"Does {surname!r} decline ({shown}; y/n)?",
        answers,
        "--decl or --indecl",
    )
    if stays:
        values["indecl"] = ["surname"]


def _show(entry: New, lexicon: Lexicon, talk: Talk) -> None:
    from imena.curation.forms_table import forms_table
    from imena.lexicon.dictionary import Row, merge

    (made,) = merge([Row(entry.kind, dict(entry.values), "", "", 0)])
    print(forms_table(made, lexicon.language, talk.language))
    print(f"\n{entry.text}")


def _problems(entry: New, lexicon: Lexicon, path: Path) -> list[Any]:
    """What the quality gates say of the entry beside everything in force and in the file."""
    from imena.curation.gates import (
        Checked,
        check,
        declined,
        forbidden_is_wrong,
        told_apart,
        unique,
    )
    from imena.curation.importing import already_there
    from imena.curation.writing import rows_in
    from imena.lexicon.dictionary import Row

    rows = rows_in(path)
    there = already_there(entry.kind, entry.values, lexicon, rows)
    if there is not None:
        return [there]
    new = Row(entry.kind, dict(entry.values), str(path), str(path), 0)
    checked = Checked([*rows, new], lexicon.language, lexicon)
    gates = (unique, declined, forbidden_is_wrong, told_apart)
    return [problem for problem in check(checked, gates) if problem.line == 0]


def _write(entry: New, path: Path, talk: Talk, unknown: bool) -> None:
    from imena.curation.writing import insert

    insert(path, [entry])
    name = entry.values["id"]
    talk.say(f"{path}: записано ({name})", f"{path}: written ({name})")
    if unknown:
        line = f'dictionaries = ["{path.as_posix()}"]'
        talk.say(f"Чтобы словарь действовал, впишите в imena.toml: {line}", f"imena.toml: {line}")
