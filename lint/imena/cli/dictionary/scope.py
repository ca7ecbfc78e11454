"""Which dictionaries a subcommand speaks of: those of the configuration and the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from imena.cli.check import session_of
from imena.config_files import Config
from imena.session import Session

#: Settings of a check that the dictionary commands do not ask for.
_UNASKED = ("select", "ignore", "extend_select", "date", "policy", "yo", "min_confidence")


def add_scope_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that every command over dictionaries understands."""
    add = parser.add_argument
    add("--dictionary", action="append", type=Path, metavar="FILE", help="may be repeated")
    add("--no-default-dictionaries", action="store_true", help="without the shipped ones")
    add("--config", type=Path, metavar="FILE")
    add("--isolated", action="store_true", help="read no configuration file")
    add("--language", choices=["ru", "en"], help="of messages (default: by locale)")
    add("--no-cache", action="store_true")
    add("-p", dest="plugins", action="append", metavar="MODULE", help="load a plugin module")
    add("--no-plugins", action="store_true", help="load no installed plugin")
    parser.set_defaults(**dict.fromkeys(_UNASKED))


def session_for(args: argparse.Namespace, without: Path | None = None) -> Session:
    """The run whose lexicon is asked. ``without`` is a file that need not exist yet."""
    if without is not None and args.dictionary and not without.exists():
        args.dictionary = [path for path in args.dictionary if path != without]
    return session_of(args)


def language_for(config: Config) -> str:
    """ru or en."""
    from imena.presentation import language_of

    return language_of(config.language)


def project_file(args: argparse.Namespace, config: Config) -> Path:
    """The file that new entries go to: the one named, the first that the configuration file
    names (what ``--dictionary`` names is only read), or names.toml."""
    named: Path | None = getattr(args, "file", None)
    if named is not None:
        return named
    own = config.dictionaries[: len(config.dictionaries) - len(args.dictionary or ())]
    return own[0] if own else Path("names.toml")
