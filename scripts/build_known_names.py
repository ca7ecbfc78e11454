"""Builds ``lint/imena/data/ru/*.marisa``: real surnames and given names with their counts.

    pip install russiannames marisa-trie && python scripts/build_known_names.py

The source is the ``russiannames`` package (BSD-3-Clause); Kazakh given names come from the
newsroom list (project licence) named on the command line, those of the rest of the world, which
Russian citizens do not bear, from ``foreign_given.txt``, and the surnames of its well-known people
from ``foreign_surnames.txt``, both kept by hand, with the least count: two spellings of one name
may stand there, and neither must outweigh a person of the dictionary.

Counts say how often a name was met; the rare ones hold misspellings, so that the counts are kept
for the evidence to weigh.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import marisa_trie
import russiannames

OUT = Path(__file__).parents[1] / "lint" / "imena" / "data" / "ru"
FOREIGN = Path(__file__).with_name("foreign_given.txt")
FOREIGN_SURNAMES = Path(__file__).with_name("foreign_surnames.txt")
MOST = 0xFFFF
#: What a name of the newsroom list counts at least: as much as a usual name.
FLOOR = 50
GENDERS = {"m": 1, "f": 2}


def rows(name: str) -> Iterator[tuple[str, str, int]]:
    """Folded name, gender (m, f or empty) and count."""
    source = Path(russiannames.__file__).parent / "data" / f"{name}.parquet"
    query = f"select text, gender, count from '{source}' where text is not null"
    for text, gender, count in duckdb.sql(query).fetchall():
        folded = text.strip().lower().replace("ё", "е")
        if folded and all("а" <= c <= "я" or c == "-" for c in folded):
            yield folded, (gender or "")[:1], min(MOST, int(count or 1))


def surnames() -> dict[str, int]:
    """Base forms; a woman's form is left out where the man's is there."""
    found: dict[str, int] = {}
    women: dict[str, int] = {}
    for text, gender, count in rows("surnames"):
        table = women if gender == "f" else found
        table[text] = max(count, table.get(text, 0))
    for text, count in women.items():
        base = text[:-2] + "ий" if text.endswith("ая") else text.removesuffix("а")
        if base in found:
            found[base] = max(found[base], count)
        elif text not in found:
            found[text] = count
    for line in FOREIGN_SURNAMES.read_text("utf-8").splitlines():
        for name in line.partition("#")[0].split():
            found.setdefault(name.lower().replace("ё", "е"), 1)
    return found


def given_names(extra: Path | None) -> dict[str, tuple[int, int, int]]:
    """Gender bits, count for men, count for women."""
    found: dict[str, tuple[int, int, int]] = {}

    def add(text: str, gender: str, count: int) -> None:
        _, men, women = found.get(text, (0, 0, 0))
        men, women = max(men, count * (gender == "m")), max(women, count * (gender == "f"))
        found[text] = ((men > 0) + 2 * (women > 0), men, women)

    for text, gender, count in rows("names"):
        if gender in GENDERS:
            add(text, gender, count)
    for text, gender in foreign():
        if text not in found:
            add(text, gender, 1)
    if extra:
        with extra.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                _curated(found, row["name"].lower().replace("ё", "е"), row["gender"])
    return found


def foreign() -> Iterator[tuple[str, str]]:
    """Folded name and gender of each given name of the list kept by hand."""
    for line in FOREIGN.read_text("utf-8").splitlines():
        gender, *names = line.partition("#")[0].split() or [""]
        for name in names:
            yield from ((name.lower().replace("ё", "е"), one) for one in gender.replace("b", "mf"))


def _curated(found: dict[str, tuple[int, int, int]], text: str, genders: str) -> None:
    """A name from the editor's list: its genders are known, so a stray bearer is noise."""
    _, men, women = found.get(text, (0, 0, 0))
    men = max(men, FLOOR) if "m" in genders else men * (men > FLOOR)
    women = max(women, FLOOR) if "f" in genders else women * (women > FLOOR)
    found[text] = ((men > 0) + 2 * (women > 0), men, women)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--given", type=Path, help="TSV with columns name and gender")
    args = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    counts = sorted((k, (v,)) for k, v in surnames().items())
    marisa_trie.RecordTrie("<H", counts).save(str(OUT / "surnames.marisa"))
    given = sorted((k, v[1:]) for k, v in given_names(args.given).items())
    marisa_trie.RecordTrie("<HH", given).save(str(OUT / "given.marisa"))
    print(len(counts), "surnames,", len(given), "given names")


if __name__ == "__main__":
    main()
