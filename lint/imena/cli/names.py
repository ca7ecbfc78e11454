"""``imena names``: the index of names of one text or of a whole directory."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from imena.cli.check import add_run_arguments, session_of
from imena.errors import InputError

if TYPE_CHECKING:
    from imena.concordance.index import Heading
    from imena.session import Session

HELP = "list the names of texts: who, how often, in which forms, where"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "paths", nargs="*", metavar="PATH", help="files, directories, JSON Lines, or - (default: .)"
    )
    add("--output-format", choices=["table", "json", "html"], default="table")
    add("--output-file", type=Path, metavar="FILE")
    add("--sort", choices=["name", "count"], default="name")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the index. Raises InputError."""
    from imena.presentation import language_of

    shape, args.output_format = args.output_format, None
    session = session_of(args)
    headings = _headings(args, session)
    text = _rendered(headings, shape, language_of(session.config.language))
    if args.output_file is None:
        sys.stdout.write(text)
        return 0
    try:
        args.output_file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", args.output_file) from None
    return 0


def _headings(args: argparse.Namespace, session: Session) -> list[Heading]:
    from imena.concordance.index import Index
    from imena.concordance.mentions import names_of
    from imena.curation.corpus import documents
    from imena.resolution.analysis import Analysis
    from imena.text.document import Document

    if args.paths == ["-"]:
        source = [session.read(Path("<stdin>"), sys.stdin.buffer.read())]
        texts = iter(source)
    else:
        paths = [Path(path) for path in args.paths or ["."]]
        texts = documents(paths, session, session.config.exclude)
    index = Index(session.lexicon.known)
    document: Document
    for document in texts:
        checker = session.checker(Path(document.path))
        findings = checker.check(document).findings
        index.add(names_of(Analysis(document, session.lexicon, checker.settings), findings))
    return index.headings(args.sort == "count")


def _rendered(headings: list[Heading], shape: str, language: str) -> str:
    if shape == "html":
        from imena.concordance.page import names_page

        return names_page(headings, language)
    if shape == "json":
        import json

        from imena.concordance.index import as_objects

        return json.dumps(as_objects(headings), ensure_ascii=False, indent=2) + "\n"
    from imena.concordance.table import table

    return table(headings, language)
