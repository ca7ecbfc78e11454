"""``imena server``: the language server for editors."""

from __future__ import annotations

import argparse
import copy
from contextlib import suppress
from pathlib import Path

from imena.cli.check import add_run_arguments, config_of
from imena.config_files import Config
from imena.errors import ConfigError, UsageError

HELP = "start the language server (LSP) for editors"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--stdio", action="store_true", help="speak over stdin and stdout (default)")
    where.add_argument("--tcp", metavar="HOST:PORT", help="wait for one client on a socket")
    parser.add_argument("--log-file", type=Path, metavar="FILE", help="what is said, for reports")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until the client leaves: 0 after ``shutdown``, 1 without. Raises UsageError."""
    try:
        from imena.lsp.server import Start, build
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing: pip install 'imena[lsp]'") from None
    with suppress(ConfigError):  # of the command line people hear now, of files in the editor
        config_of(_at(args, Path()))

    def configure(home: Path) -> Config:
        return config_of(_at(args, home))

    _log(args.log_file)
    start = Start(configure, tuple(args.plugins or ()), not args.no_plugins, not args.no_cache)
    server = build(start)
    if args.tcp:
        server.start_tcp(*_address(args.tcp))
    else:
        server.start_io()
    return 0 if server.stopped else 1


def _at(args: argparse.Namespace, home: Path) -> argparse.Namespace:
    """The arguments as they would be for a check of ``home``."""
    made = copy.copy(args)
    made.paths = [home]
    return made


def _address(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise UsageError(f"--tcp needs HOST:PORT, not {value!r}")
    return host, int(port)


def _log(path: Path | None) -> None:
    """Log to a file, or nowhere: stdout is the protocol, stderr is what editors show."""
    import logging

    if path is None:
        logging.getLogger("pygls").addHandler(logging.NullHandler())
        logging.getLogger("pygls").propagate = False
        return
    try:
        logging.basicConfig(filename=path, level=logging.INFO)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
