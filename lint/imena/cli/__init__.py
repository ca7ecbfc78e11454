"""The command line: one module a subcommand, imported only when it is called."""

from __future__ import annotations

import argparse
import importlib
import os
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
    parser = argparse.ArgumentParser(
        prog="imena",
        description="Find misspelt and inconsistent names in Russian copy.",
        formatter_class=_Formatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    available = _commands()
    first = arguments[0] if arguments else ""
    for name in [first] if first in available else available:
        module = importlib.import_module(f"{__name__}.{available[name]}")
        sub = commands.add_parser(
            name, help=module.HELP, description=module.HELP, formatter_class=_Formatter
        )
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def _commands() -> dict[str, str]:
    """Subcommand names to module names."""
    found = (name[:-3] for name in os.listdir(__path__[0]) if name.endswith(".py"))  # noqa: PTH208
    names = sorted(name for name in found if not name.startswith("_"))
    return {name.removesuffix("_").replace("_", "-"): name for name in names}


class _Formatter(argparse.HelpFormatter):
    """Asks for the width of the terminal only when help is shown: a parser makes a formatter for
    every option, and asking imports ``shutil``."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=96)
