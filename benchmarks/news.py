"""False alarms on real news: every finding of a corpus, per 10,000 words.

    python benchmarks/news.py ../shared/data/news_factrueval.jsonl
    python benchmarks/news.py CORPUS.jsonl --dictionary MINE.toml --no-default-dictionaries

A corpus is JSON lines with ``id`` and ``text``. Each finding is printed with its surroundings, so
that a person can say whether it is an error of the text or of the tool.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from imena.config import Settings
from imena.engine import Checker
from imena.findings import Finding
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.text.document import Document
from imena.text.tokens import tokenize


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    lexicon = load_lexicon(args.dictionary, not args.no_default_dictionaries)
    settings = Settings(min_confidence=args.min_confidence, select=tuple(args.select.split(",")))
    checker = Checker(lexicon, rules(builtin()), settings if args.select else Settings())
    words = alarms = texts = 0
    started = time.perf_counter()
    for name, text in corpus(args.corpus):
        texts, words = texts + 1, words + len(tokenize(text))
        for finding in checker.check(Document.plain(text)).findings:
            alarms += 1
            print(f"{name}: {shown(finding, text)}")
    seconds = time.perf_counter() - started
    rate = alarms / words * 10_000
    print(f"{alarms} findings in {texts} texts, {words} words: {rate:.2f} per 10,000 words")
    print(f"{seconds:.2f} s")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--dictionary", type=Path, action="append", default=[])
    parser.add_argument("--no-default-dictionaries", action="store_true")
    parser.add_argument("--min-confidence", type=float, default=0.5)
    parser.add_argument("--select", default="")
    return parser.parse_args(argv)


def corpus(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield str(row["id"]), str(row["text"])


def shown(finding: Finding, text: str) -> str:
    """One line: code, confidence, what and instead, and what stands around it."""
    start, end = finding.span
    around = text[max(0, start - 50) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 40]
    instead = ", ".join(finding.suggestions) or "–"
    flat = around.replace("\n", " ")
    return f"{finding.code} {finding.confidence:.2f} {finding.text} → {instead} | {flat}"


if __name__ == "__main__":
    sys.exit(main())
