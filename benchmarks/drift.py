"""Drift inside a text with no dictionary: planted slips found, false pairs in clean texts.

    python benchmarks/drift.py ../shared/data/news_factrueval.jsonl

In each text every surname-like word that stands there at least four times gets one slip in one of
its occurrences (not the first), with a fixed seed; the lexicon is empty. A pair found in a text
without a slip is false unless the text itself misspells the name: each is printed for a person.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from cases import lexicon_of
from imena.config import Settings
from imena.engine import Checker
from imena.lexicon.lexicon import Lexicon
from imena.plugins import builtin, rules
from imena.resolution.analysis import Analysis
from imena.resolution.strangers import Unit, names_of
from imena.text.document import Document
from news import corpus, shown
from planted import SLIPS

_OFTEN = 4


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--show", action="store_true", help="print what is missed")
    args = parser.parse_args(argv)
    lexicon = lexicon_of([])
    checker = Checker(lexicon, rules(builtin()), Settings(select=("X001", "U401")))
    rng = random.Random(args.seed)
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    texts = pairs = 0
    for name, text in corpus(args.corpus):
        texts += 1
        for finding in checker.check(Document.plain(text)).findings:
            pairs += 1
            print(f"{name}: {shown(finding, text)}")
        for _ in range(args.rounds):
            for kind, wrong, start in slips(text, lexicon, rng):
                planted[kind] += 1
                hits = checker.check(Document.plain(wrong)).findings
                met = any(f.span.start <= start < f.span.end for f in hits)
                found[kind] += met
                if args.show and not met:
                    end = start + len(wrong) - len(text) + 24
                    print(f"missed {kind}: {text[start : start + 20]!r} {wrong[start:end]!r}")
    for kind in sorted(planted):
        print(f"{kind:16}{found[kind]:5}/{planted[kind]}")
    total = sum(planted.values())
    print(f"found {sum(found.values())}/{total} = {sum(found.values()) / total:.1%}")
    print(f"{pairs} pairs in {texts} clean texts")
    return 0


def slips(text: str, lexicon: Lexicon, rng: random.Random) -> Iterator[tuple[str, str, int]]:
    """Kind, text with the slip, and where it is, for each frequent name."""
    groups: dict[str, list[Unit]] = defaultdict(list)
    analysis = Analysis(Document.plain(text), lexicon, Settings())
    for unit in names_of(analysis):
        groups[unit.stem].append(unit)
    for units in groups.values():
        if len(units) < _OFTEN:
            continue
        span = analysis.words.span(*rng.choice(units[1:])[:2])
        kind = rng.choice(sorted(SLIPS))
        wrong = SLIPS[kind](span.of(text), rng)
        if wrong and wrong != span.of(text) and wrong.lower() not in text.lower():
            yield kind, text[: span.start] + wrong + text[span.end :], span.start


if __name__ == "__main__":
    sys.exit(main())
