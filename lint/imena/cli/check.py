"""``imena check``: find wrong names, and put them right when asked to."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from imena import config_files
from imena.cli._arguments import add_run_arguments as add_run_arguments
from imena.config_files import Config
from imena.errors import ConfigError, ImenaError, InputError, UsageError
from imena.files import read_stream
from imena.findings import Report
from imena.projects import Projects
from imena.session import Session

HELP = "find misspelt and inconsistent names"
CLEAN, FOUND, FAILED = 0, 1, 2
#: What a run makes lives to its end or goes by itself: looking for cycles finds nothing, slowly.
_COLLECTIONS = (50_000, 20, 50)
#: Starting a second process costs more than checking this many files.
_FEW = 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, directories, or - for standard input")
    add("--fix", action="store_true", help="write the safe fixes into the files")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: the unsafe ones too")
    add("--diff", action="store_true", help="show what --fix would change, write nothing")
    add("--output-format", metavar="FORMAT", help="text, concise, json, sarif, github …")
    add("--output-file", type=Path, metavar="FILE")
    add("--exit-zero", action="store_true", help="exit with 0 even when something is found")
    add("--statistics", action="store_true", help="count findings by rule")
    add("--stdin-filename", type=Path, metavar="NAME", help="what to call standard input")
    add("--baseline", type=Path, metavar="FILE", help="leave out what FILE knows")
    add("--exclude", action="append", metavar="PATTERN", help="instead of those configured")
    add("--extend-exclude", action="append", metavar="PATTERN")
    add("--force-exclude", action="store_true", help="leave out named files too")
    add("--no-respect-gitignore", action="store_true")
    add("--write-baseline", type=Path, metavar="FILE", help="write what is found to FILE")
    add("--across", action="store_true", help="compare names across all files of the run too")
    add("--jobs", "-j", type=int, metavar="N", help="processes (default: one a core)")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Check, report, and say how it went as an exit code."""
    if args.stdin_filename and not args.paths:
        args.paths = ["-"]
    gc.set_threshold(*_COLLECTIONS)
    session = session_of(args)
    if "-" in args.paths:
        return _standard_input(args, session)
    failures: list[ImenaError] = []
    projects = projects_of(args)
    reports = list(_reports(args, projects, failures))
    if args.across:
        reports = projects.across(reports)
    code = finish(args, session, reports, failures)
    gc.freeze()  # nor does a last look at what ends with the process
    return code


def session_of(args: argparse.Namespace) -> Session:
    """The run that the command line and the configuration ask for."""
    return _session(args, config_of(args))


def _session(args: argparse.Namespace, config: Config) -> Session:
    return Session(
        config=config,
        plugins=tuple(args.plugins or ()),
        entry_points=not args.no_plugins,
        cache=not args.no_cache,
        known=_known(args),
    )


def _known(args: argparse.Namespace) -> Any:
    """What --fix leaves as it is: the findings of the baseline."""
    if not getattr(args, "baseline", None) or not args.fix or args.write_baseline:
        return None
    from imena import baseline

    return baseline.load(args.baseline)


def projects_of(args: argparse.Namespace) -> Projects:
    """The run where each file has the configuration that is nearest to it."""
    fixed = _from_file(args) if args.config or args.isolated else None
    given = (getattr(args, name, None) or () for name in ("exclude", "extend_exclude"))
    asked = tuple(pattern for patterns in given for pattern in patterns)
    make, on_top = partial(_session, args), partial(on_top_of, args)
    return Projects(make, on_top, fixed, asked)


def config_of(args: argparse.Namespace) -> Config:
    """The configuration file with what the command line says on top.

    Raises ConfigError and UsageError.
    """
    return on_top_of(args, _from_file(args))


def on_top_of(args: argparse.Namespace, config: Config) -> Config:
    """``config`` with what the command line says on top. Raises UsageError."""
    changes = _given(args)
    origins = {**config.origins, **dict.fromkeys(_named(args), "command line")}
    ignored = (*config.settings.ignore, *_codes(args.ignore))
    extended = (*config.settings.extend_select, *_codes(args.extend_select))
    settings = config.settings._replace(ignore=ignored, extend_select=extended, **changes)
    made = config._replace(settings=settings, origins=origins)
    for name, value in _of_run(args).items():
        made = made._replace(**{name: value})
    if args.dictionary:
        made = made._replace(dictionaries=(*config.dictionaries, *args.dictionary))
    return made


def _from_file(args: argparse.Namespace) -> Config:
    if args.config:
        return config_files.load(args.config)
    if args.isolated:
        return Config()
    first = next((p for p in getattr(args, "paths", ()) if p != "-"), None)
    named = args.stdin_filename if getattr(args, "stdin_filename", None) else first
    start = Path(named) if named else Path()
    found = config_files.find(start if os.path.isdir(start) else start.parent)  # noqa: PTH112
    return config_files.load(found) if found else Config()


def _given(args: argparse.Namespace) -> dict[str, Any]:
    """Settings that the command line names."""
    found: dict[str, Any] = {}
    if args.select:
        found["select"] = _codes(args.select)
    if args.date:
        try:
            found["date"] = config_files.read_day(args.date)
        except ValueError as error:
            raise UsageError(f"--date {error}") from None
    if args.min_confidence is not None:
        if not 0 <= args.min_confidence <= 1:
            raise UsageError("--min-confidence must be a number from 0 to 1")
        found["min_confidence"] = args.min_confidence
    for name in ("policy", "yo"):
        if getattr(args, name):
            found[name] = getattr(args, name)
    return found


def _of_run(args: argparse.Namespace) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("encoding", "language", "output_format", "text_language"):
        if getattr(args, name, None):
            found[name] = getattr(args, name)
    if args.no_default_dictionaries:
        found["default_dictionaries"] = False
    if getattr(args, "exclude", None):
        found["exclude"] = ()
    if getattr(args, "force_exclude", False):
        found["force_exclude"] = True
    if getattr(args, "no_respect_gitignore", False):
        found["respect_gitignore"] = False
    return found


#: Options that add to the configuration or stand for a key of another name.
_ADDING = ("ignore", "extend_select", "dictionary", "no_default_dictionaries")
_EXCLUDING = ("exclude", "extend_exclude", "force_exclude", "no_respect_gitignore")
_KEYS = {"dictionary": "dictionaries"}


def _named(args: argparse.Namespace) -> Iterator[str]:
    """The keys of the configuration that the command line speaks of."""
    for name in (*_given(args), *_of_run(args), *_ADDING, *_EXCLUDING):
        if getattr(args, name, None):
            yield _KEYS.get(name, name.removeprefix("no_")).replace("_", "-")


def _codes(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(c.strip().upper() for v in values or () for c in v.split(",") if c.strip())


def _reports(
    args: argparse.Namespace, projects: Projects, failures: list[ImenaError]
) -> Iterator[Report]:
    """A report for each file; what cannot be checked goes to ``failures``."""
    found = list(projects.paths(args.paths or ["."]))
    failures += [one for one in found if isinstance(one, InputError)]
    paths = [one for one in found if isinstance(one, Path)]
    jobs = args.jobs if args.jobs is not None else (os.cpu_count() or 1)
    if jobs < 1:
        raise UsageError("--jobs must be at least 1")
    if args.jobs is None and len(paths) < _FEW:
        jobs = 1
    fix = args.fix and not args.diff
    for made in _watched(projects.check_files(paths, jobs, fix, args.unsafe_fixes), len(paths)):
        if isinstance(made, (ConfigError, UsageError)):
            raise made
        if isinstance(made, ImenaError):
            if not isinstance(made, InputError):
                raise made
            failures.append(made)
        else:
            yield made


def _watched(made: Iterable[Any], total: int) -> Iterator[Any]:
    """``made`` with a count on the terminal while a long run lasts."""
    if total < 200 or not sys.stderr.isatty():
        yield from made
        return
    for number, one in enumerate(made, 1):
        if number % 20 == 0 or number == total:
            print(f"\r{number}/{total}", end="", file=sys.stderr, flush=True)
        yield one
    print("\r\x1b[K", end="", file=sys.stderr)


def _standard_input(args: argparse.Namespace, session: Session) -> int:
    if len(args.paths) > 1:
        raise UsageError("- goes with no other path")
    path = args.stdin_filename or Path("<stdin>")
    data = read_stream(sys.stdin.buffer, path)
    if args.stdin_filename and projects_of(args).leaves_out(path):
        if args.fix and not args.diff:
            sys.stdout.buffer.write(data)
        return CLEAN
    if not args.fix or args.diff:
        return finish(args, session, [session.check_bytes(path, data)], [], {str(path): data})
    new, report = session.fixed(path, data, args.unsafe_fixes)
    sys.stdout.buffer.write(new)
    sys.stdout.buffer.flush()
    return finish(args, session, [report], [], stream=sys.stderr)


def finish(
    args: argparse.Namespace,
    session: Session,
    reports: list[Report],
    failures: Sequence[ImenaError],
    sources: dict[str, bytes] | None = None,
    stream: Any = None,
) -> int:
    """Write the output and the errors; give the exit code."""
    for error in failures:
        print(f"imena: {error}", file=sys.stderr)
    reports = _against_baseline(args, reports)
    session.finish(reports)
    if args.diff:
        changed = _show_diff(args, session, reports, sources or {})
        return FAILED if failures else FOUND if changed and not args.exit_zero else CLEAN
    _write(args, session, reports, stream or sys.stdout)
    if failures:
        return FAILED
    return FOUND if any(r.findings for r in reports) and not args.exit_zero else CLEAN


def _against_baseline(args: argparse.Namespace, reports: list[Report]) -> list[Report]:
    if not args.baseline and not args.write_baseline:
        return reports
    from imena import baseline

    if args.write_baseline:
        baseline.write(reports, args.write_baseline)
        print(f"imena: {args.write_baseline}", file=sys.stderr)
        return [Report(r.path, r.source, []) for r in reports]
    return baseline.new_only(reports, baseline.load(args.baseline))


def _show_diff(
    args: argparse.Namespace, session: Session, reports: list[Report], sources: dict[str, bytes]
) -> bool:
    from imena.presentation import unified

    text = "".join(unified(report, args.unsafe_fixes) for report in reports)
    sys.stdout.write(text)
    return bool(text)


def _write(args: argparse.Namespace, session: Session, reports: list[Report], out: Any) -> None:
    from imena.presentation import language_of, pages, reporter, statistics, style_for, write_report

    language = language_of(session.config.language)
    if args.statistics:
        text = statistics(reports, session.config.output_format)
    else:
        style = style_for(language, out, to_file=args.output_file is not None)
        style = style._replace(pages=pages(session))
        made_by = reporter(session.config.output_format, session)
        with session.blaming():
            text = made_by.render(reports, style)
    if args.output_file:
        write_report(args.output_file, text)
    elif text:
        out.write(text)
