"""``imena dict check``: the quality gates over a project's dictionary files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from imena.cli.dictionary.scope import add_scope_arguments, language_for, session_for
from imena.errors import DictionaryError
from imena.lexicon.dictionary import Row

HELP = "check the quality of dictionary files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="default: those of the configuration"
    )
    parser.add_argument("--source", action="store_true", help="every entry must name its source")
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """One line a problem; 0 without any, 1 with some, 2 where a file cannot be read."""
    from imena.curation.gates import GATES, Checked, check, sourced
    from imena.lexicon.load import load_lexicon

    config = session_for(args).config
    files = list(args.files or config.dictionaries)
    if not files:
        raise DictionaryError("no dictionary to check: name a file")
    rows, failed = _read(files)
    checking = {path.resolve() for path in files}
    beside = [path for path in config.dictionaries if path.resolve() not in checking]
    lexicon = load_lexicon(beside, config.default_dictionaries, cache=not args.no_cache)
    checked = Checked(rows, lexicon.language, lexicon)
    gates = (*GATES, sourced) if args.source else GATES
    found = check(checked, gates)
    language = language_for(config)
    for problem in found:
        print(problem.shown(language))
    return 2 if failed else 1 if found else 0


def _read(files: list[Path]) -> tuple[list[Row], list[Path]]:
    """The rows of ``files``, and the files that cannot be read (said on standard error)."""
    from imena.lexicon.dictionary import read_rows

    rows: list[Row] = []
    failed = []
    for path in files:
        try:
            rows += read_rows(path, str(path))
        except DictionaryError as error:
            print(f"imena: {error}", file=sys.stderr)
            failed.append(path)
    return rows, failed
