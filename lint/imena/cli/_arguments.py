"""What every command that checks texts understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from imena.config import POLICIES, YO


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """What every command that checks texts understands."""
    add = parser.add_argument
    add("--select", action="append", metavar="CODES", help="rules by code or prefix: T,V201")
    add("--ignore", action="append", metavar="CODES")
    add("--extend-select", action="append", metavar="CODES")
    add("--dictionary", action="append", type=Path, metavar="FILE", help="may be repeated")
    add("--no-default-dictionaries", action="store_true")
    add("--date", metavar="YYYY-MM-DD", help="the date of the texts that say none")
    add("--policy", choices=POLICIES, help="house style for places with two names")
    add("--yo", choices=YO)
    add("--min-confidence", type=float, metavar="X")
    add("--encoding", metavar="NAME", help="utf-8 (default), cp1251, koi8-r …")
    add("--language", choices=["ru", "en"], help="of messages (default: by locale)")
    add("--text-language", metavar="CODE", help="of the texts and names (default: ru)")
    add("--no-cache", action="store_true")
    add("--isolated", action="store_true", help="read no configuration file")
    add("--config", type=Path, metavar="FILE")
    add("-p", dest="plugins", action="append", metavar="PLUGIN", help="a module, or ./file.py")
    add("--no-plugins", action="store_true", help="load no installed plugin")
