"""``imena dict import FILE…``: names from a table or from Wikidata."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from imena.cli.dictionary.scope import (
    add_scope_arguments,
    language_for,
    project_file,
    session_for,
)

if TYPE_CHECKING:
    from imena.curation.importing import Import

HELP = "take names over from CSV or Wikidata (JSON, SPARQL results)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("sources", nargs="+", type=Path, metavar="SOURCE", help=".csv, .tsv, .json, .jsonl")
    add("--kind", choices=["person", "place", "organisation"], help="of rows that say none")
    add("--file", type=Path, metavar="FILE", help="the dictionary (default: the project's first)")
    add("--dry-run", action="store_true", help="show the entries, write nothing")
    add("--encoding", default="utf-8", metavar="NAME", help="of the source: utf-8, cp1251 …")
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write what is new, report what was left out and why. Raises InputError."""
    from imena.curation.importing import offers, prepare
    from imena.curation.writing import insert, rows_in
    from imena.files import read_bytes
    from imena.formats.encodings import decode

    encoding, args.encoding = args.encoding, None
    session = session_for(args)
    path = project_file(args, session.config)
    found = [
        offer
        for source in args.sources
        for offer in offers(
            source, decode(read_bytes(source), str(source), encoding), args.kind or ""
        )
    ]
    made = prepare(found, session.lexicon, rows_in(path))
    if args.dry_run:
        print("\n".join(entry.text for entry in made.new))
    elif made.new:
        insert(path, made.new)
    print(_summary(made, path, language_for(session.config)))
    return 0


def _summary(made: Import, path: Path, language: str) -> str:
    """How much came in; every row that did not, with its reason."""
    counts = Counter(entry.kind for entry in made.new)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())) or "0"
    if language == "ru":
        lines = [f"{path}: записано {len(made.new)} ({kinds})"]
        lines += [f"род угадан по имени: {made.guessed}, проверьте"] * bool(made.guessed)
        lines += [f"пропущено: {len(made.skipped)}"]
    else:
        lines = [f"{path}: {len(made.new)} written ({kinds})"]
        lines += [f"gender guessed by the name: {made.guessed}"] * bool(made.guessed)
        lines += [f"skipped: {len(made.skipped)}"]
    for one in made.skipped:
        lines.append(f"  {one.where}  {one.name}: {one.reason.in_language(language)}")
    return "\n".join(lines)
