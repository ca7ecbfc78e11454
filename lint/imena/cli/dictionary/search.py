"""``imena dict search``: find entries by any case form, or by a spelling that is near."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from imena.cli.dictionary.scope import add_scope_arguments, language_for, session_for

if TYPE_CHECKING:
    from imena.curation.finding_entries import Match

HELP = "find entries by any form of a name, misspelt ones too"
_CASES = {
    "Nom": "им.",
    "Gen": "род.",
    "Dat": "дат.",
    "Acc": "вин.",
    "Ins": "твор.",
    "Loc": "предл.",
}
_HOW = {
    "form": ("верная форма", "a right form"),
    "wrong": ("так не пишут", "a wrong spelling"),
    "near": ("похоже", "alike"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY")
    parser.add_argument("--limit", type=int, default=10, metavar="N")
    parser.add_argument("--json", action="store_true")
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the matches; exit code 1 where there is none."""
    from imena.curation.finding_entries import find

    session = session_for(args)
    found = find(" ".join(args.query), session.lexicon, max(1, args.limit))
    if args.json:
        print(json.dumps([_object(match) for match in found], ensure_ascii=False, indent=2))
    else:
        language = language_for(session.config)
        for match in found:
            print(_row(match, language))
        if not found:
            print("не найдено" if language == "ru" else "nothing found")
    return 0 if found else 1


def _row(match: Match, language: str) -> str:
    how = _HOW[match.how][language != "ru"]
    if match.cases and match.how == "form":
        shown = (_CASES.get(c, c) if language == "ru" else c for c in match.cases)
        how += f" ({', '.join(shown)})"
    entry = match.entry
    return f"{entry.ref.name:<40} {entry.kind:<13} {entry.ref.dictionary:<32} {entry.id}  {how}"


def _object(match: Match) -> dict[str, Any]:
    entry = match.entry
    return {
        "id": entry.id,
        "name": entry.ref.name,
        "kind": entry.kind,
        "dictionary": entry.ref.dictionary,
        "match": match.how,
        "score": round(match.score, 1),
        "cases": list(match.cases),
    }
