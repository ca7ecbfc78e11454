"""``imena report``: a proof to read and decide on, and the decisions carried out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from imena.cli.check import add_run_arguments, projects_of, session_of
from imena.errors import ImenaError, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imena.decisions import Decided
    from imena.findings import Report
    from imena.session import Session

HELP = "write a page with every finding marked as in a proof; carry out what was accepted"
_DEFAULT = Path("imena-report.html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and directories")
    add("--html", action="store_true", help="write the page (the default)")
    add("--output-file", type=Path, default=_DEFAULT, metavar="FILE", help="default: %(default)s")
    add("--apply", type=Path, metavar="FILE", help="write the accepted fixes into the texts")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the page, or carry out decisions. Raises InputError and UsageError."""
    session = session_of(args)
    if args.apply is not None:
        if args.paths or args.html:
            raise UsageError("--apply takes the texts from its file")
        return _apply(args.apply, session)
    return _page(args, session)


def _page(args: argparse.Namespace, session: Session) -> int:
    from imena.presentation import language_of, reporter, style_for

    language = language_of(session.config.language)
    made = list(_checked(args))
    failures = [one for one in made if isinstance(one, ImenaError)]
    for failure in failures:
        print(f"imena: {failure}", file=sys.stderr)
    reports = [one for one in made if not isinstance(one, ImenaError)]
    style = style_for(language, sys.stdout, to_file=True)
    text = reporter("html", session).render(reports, style)
    try:
        args.output_file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", args.output_file) from None
    print(f"{args.output_file}: {sum(len(r.findings) for r in reports)}")
    return 2 if failures else 0


def _checked(args: argparse.Namespace) -> Iterator[Report | ImenaError]:
    """Each text with the configuration that is nearest to it; the page itself is none of them."""
    projects = projects_of(args)
    page = args.output_file.resolve()
    texts = []
    for one in projects.paths(args.paths or ["."]):
        if isinstance(one, ImenaError):
            yield one
        elif one.resolve() != page:
            texts.append(one)
    yield from projects.check_files(texts)


def _apply(path: Path, session: Session) -> int:
    """Write the accepted edits; a text that has changed since is named and left alone."""
    from imena import decisions
    from imena.files import read_bytes

    failed = False
    for decided in decisions.load(path, read_bytes(path)):
        try:
            _carry_out(decided, session)
            print(f"{decided.path}: {len(decided.edits)}")
        except ImenaError as error:
            print(f"imena: {error}", file=sys.stderr)
            failed = True
    return 2 if failed else 0


def _carry_out(decided: Decided, session: Session) -> None:
    from imena.decisions import digest_of
    from imena.files import read_bytes, replace_bytes

    data = read_bytes(decided.path)
    source = session.read(decided.path, data).source
    if digest_of(source) != decided.digest:
        raise InputError("has changed since the proof was made", decided.path)
    edits = list(decided.edits)
    if edits and edits[-1].span.end > len(source):
        raise InputError("is shorter than the decisions say", decided.path)
    made = session.format_of(decided.path).write(
        data, edits, str(decided.path), session.config.encoding
    )
    replace_bytes(decided.path, made)
