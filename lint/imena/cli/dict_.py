"""``imena dict``: keep dictionaries. One module a subcommand, imported when it is called."""

from __future__ import annotations

import argparse
from importlib import import_module

HELP = "add, find, check, import, learn names; compile the dictionaries"
_SUBCOMMANDS = {
    "add": "add",
    "search": "search",
    "check": "check",
    "import": "import_",
    "learn": "learn",
    "compile": "compile",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, module_name in _SUBCOMMANDS.items():
        module = import_module(f"imena.cli.dictionary.{module_name}")
        made = actions.add_parser(
            name,
            help=module.HELP,
            description=module.HELP,
            formatter_class=parser.formatter_class,
        )
        module.add_arguments(made)
        made.set_defaults(act=module.run)


def run(args: argparse.Namespace) -> int:
    """Run the subcommand. Raises ImenaError."""
    return int(args.act(args))
