"""The command line: one module a subcommand, imported only when it is called."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``imena ARGV`` and return its exit code: 0 clean, 1 findings, 2 error."""
    from imena.errors import ImenaError

    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parser(arguments).parse_args(arguments)
        return int(args.run(args))
    except ImenaError as error:
        print(f"imena: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows only the subcommand at hand, or all of them for ``--help``."""
    parser = argparse.ArgumentParser(prog="imena", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    available = _commands()
    first = arguments[0] if arguments else ""
    for name in [first] if first in available else available:
        module = importlib.import_module(f"{__name__}.{available[name]}")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def _commands() -> dict[str, str]:
    """Subcommand names to module names."""
    found = (info.name for info in pkgutil.iter_modules(__path__))
    return {name.removesuffix("_").replace("_", "-"): name for name in sorted(found)}
