"""``imena archive``: the findings in a Parquet file of texts, as a Parquet file."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from imena.cli.check import add_run_arguments, session_of
from imena.errors import UsageError

if TYPE_CHECKING:
    from imena.archive import Archive, Progress

HELP = "check a Parquet file of texts; goes on where it was stopped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("source", type=Path, metavar="IN.parquet")
    add("target", type=Path, metavar="OUT.parquet")
    add("--text-column", default="text", metavar="NAME")
    add("--id-column", default="", metavar="NAME", help="default: id, else the number of the row")
    add("--date-column", default="", metavar="NAME", help="default: date where there is one")
    add("--path-column", default="", metavar="NAME", help="default: path where there is one")
    add("--format", default="plain", metavar="NAME", help="of the texts: plain, markdown, html")
    add("--jobs", "-j", type=int, metavar="N", help="processes (default: one a core)")
    add("--restart", action="store_true", help="throw away the parts of a stopped run")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Make the file and say what it holds; 0 whatever was found. Raises ImenaError."""
    jobs = args.jobs if args.jobs is not None else (os.cpu_count() or 1)
    if jobs < 1:
        raise UsageError("--jobs must be at least 1")
    archive = _archive(args)
    bar = _Bar() if sys.stderr.isatty() else None
    try:
        found = archive.run(jobs, bar or (lambda _: None), args.restart)
    finally:
        if bar:
            bar.end()
    print(f"imena: {found} findings in {args.target}", file=sys.stderr)
    return 0


def _archive(args: argparse.Namespace) -> Archive:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise UsageError("imena archive needs pyarrow: pip install 'imena[archive]'") from None
    from imena.archive import Archive
    from imena.batches import Layout
    from imena.presentation import language_of

    session = session_of(args)
    session.config = session.config._replace(language=language_of(session.config.language))
    columns = (args.text_column, args.id_column, args.date_column, args.path_column)
    return Archive(args.source, args.target, session, Layout(*columns, args.format))


class _Bar:
    """One line that is written anew; only for people who watch."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.start: int | None = None

    def __call__(self, progress: Progress) -> None:
        if self.start is None:
            self.start, self.began = progress.done, time.monotonic()
        seconds = time.monotonic() - self.began
        speed = (progress.done - self.start) / seconds if seconds > 1 else 0.0
        left = f", {(progress.total - progress.done) / speed:.0f} s left" if speed else ""
        share = progress.done / max(1, progress.total)
        line = f"{share:4.0%} {progress.done}/{progress.total}, {progress.findings} found{left}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    def end(self) -> None:
        sys.stderr.write("\r\x1b[K")
