"""How many of the first rows of ``imena dict learn`` are right, by the gold lemmas of a corpus.

    python benchmarks/learning.py CORPUS.jsonl LEMMAS.tsv [--rows 200]

LEMMAS.tsv has the columns surface, kind (given, surname, patronymic, geo) and lemma. A person is
confirmed when the gold holds the given name and the surname as lemmas, a place when it holds its
name. What the gold does not confirm is printed for a person to judge: it is not annotated in full,
and knows no organisations.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from imena.curation.corpus import documents
from imena.curation.learning import learn
from imena.discovery.proposals import Proposal
from imena.languages.ru.folding import fold
from imena.lexicon.load import load_lexicon
from imena.session import Session


def gold(path: Path) -> dict[str, set[str]]:
    """Folded lemmas by kind."""
    found: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["kind"], set()).add(fold(row["lemma"]))
    return found


def confirmed(one: Proposal, lemmas: dict[str, set[str]]) -> bool:
    """Whether the gold holds every part of the name in the nominative."""
    lemma = one.lemma
    if lemma.kind == "person":
        given = fold(lemma.given) in lemmas["given"]
        return given and fold(lemma.surname) in lemmas["surname"]
    return lemma.kind == "place" and fold(lemma.name) in lemmas["geo"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("lemmas", type=Path)
    parser.add_argument("--rows", type=int, default=200)
    args = parser.parse_args()
    lemmas = gold(args.lemmas)
    found = learn(documents([args.corpus], Session(), ()), load_lexicon([]))
    rows = found[: args.rows]
    open_ = [one for one in rows if not confirmed(one, lemmas)]
    print(
        f"{len(found)} proposals; of the first {len(rows)} gold confirms {len(rows) - len(open_)}"
    )
    for one in open_:
        place = one.sightings[0].excerpt
        print(f"{one.lemma.kind:<13} {one.lemma.title:<32} {place.path}:{place.line}")


if __name__ == "__main__":
    main()
