"""Plants one-edit errors into the places of real texts and counts how many are found.

    python benchmarks/planted_places.py ../shared/data/news_factrueval.jsonl [--show]

Every mention of a place that the shipped dictionaries know gets a slip in a text of its own; the
kinds and the counting are those of ``planted.py``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from imena.config import Settings
from imena.engine import Checker
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.resolution.analysis import Analysis
from imena.resolution.hits import entry_of
from imena.text.document import Document
from imena.text.span import Span
from news import corpus
from planted import SLIPS, Tally, plant


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args(argv)
    rng, lexicon, tally = random.Random(args.seed), load_lexicon((), True), Tally()
    checker = Checker(lexicon, rules(builtin()), Settings())
    for name, text in corpus(args.corpus):
        for span in places(text, lexicon):
            kind = rng.choice(sorted(SLIPS))
            planted = plant(text, span, kind, rng, lexicon)
            if planted is None:
                continue
            found = checker.check(Document.plain(planted.wrong)).findings
            outcome = tally.add(planted, [f for f in found if f.span.overlaps(planted.span)])
            if args.show and outcome != "fixed":
                start, end = planted.span
                around = planted.wrong[max(0, start - 50) : end + 30].replace("\n", " ")
                print(f"{outcome} {name} {kind} {planted.wrong[start:end]}: {around}")
    print(tally.table())
    return 0


def places(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Where the text names places of one word with a capital, nobody's given name or surname."""
    analysis = Analysis(Document.plain(text), lexicon, Settings())
    people = {at for mention in analysis.persons for at in range(mention.first, mention.last)}
    for at in sorted({h.first for h in analysis.hits if h.right and h.last - h.first == 1}):
        kinds = {entry_of(h, lexicon).kind for h in analysis.hits_at[at] if h.right}
        token = analysis.words.tokens[at]
        if kinds == {"place"} and at not in people and token.text[0].isupper():
            yield Span(token.start, token.end)


if __name__ == "__main__":
    sys.exit(main())
