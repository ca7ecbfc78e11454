"""Stated confidence against observed precision, and the line that makes one of the other.

    python benchmarks/reliability.py SUITE [SUITE …] [--clean CORPUS.jsonl]

A SUITE is a directory with ``cases.toml`` and ``lexicon.toml``: a finding that overlaps an expected
one is right, any other is wrong. Every finding of a ``--clean`` corpus, checked with the shipped
dictionaries, is wrong. Findings count from a confidence of 0.02 on, so that what the default
threshold hides is judged too. SLOPE and SHIFT of ``resolution/evidence.py`` are the logistic
regression of right on the sum of the evidence, over the findings that are scored (the constant
confidences of channels are left out).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from cases import lexicon_of
from imena.config import Settings
from imena.engine import Checker
from imena.findings import Finding
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.resolution import evidence
from imena.text.document import Document
from imena.text.span import Span
from imena.text.toml import loads

LEAST = 0.02
BINS = 10


class Judged(NamedTuple):
    """The confidence of a finding, whether it is right, and its code."""

    confidence: float
    right: bool
    code: str


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("suite", type=Path, nargs="*")
    parser.add_argument("--clean", type=Path, action="append", default=[])
    args = parser.parse_args(argv)
    judged = [one for suite in args.suite for one in of_suite(suite)]
    judged += [one for corpus in args.clean for one in of_clean(corpus)]
    show(judged)
    return 0


def of_suite(suite: Path) -> Iterator[Judged]:
    """Every finding of the cases, each checked with its own names and with the whole lexicon."""
    entries = {e.id: e for e in merge(read_rows(suite / "lexicon.toml", "lexicon.toml"))}
    everything = lexicon_of(list(entries.values()))
    for case in loads((suite / "cases.toml").read_text("utf-8"))["case"]:
        own = lexicon_of([entries[name] for name in case["names"]])
        for lexicon in (own, everything):
            yield from judge(case, findings_of(case, lexicon))


def findings_of(case: dict[str, Any], lexicon: Lexicon) -> list[Finding]:
    when = date.fromisoformat(str(case["date"])) if case.get("date") else None
    settings = Settings(
        policy=case.get("policy", "any"), yo=case.get("yo", "optional"), min_confidence=LEAST
    )
    checker = Checker(lexicon, rules(builtin()), settings)
    return checker.check(Document.plain(case["text"], when=when)).findings


def judge(case: dict[str, Any], findings: Iterable[Finding]) -> Iterator[Judged]:
    expected = [Span(e["start"], e["end"]) for e in case["expect"] if not e.get("optional")]
    either = [Span(e["start"], e["end"]) for e in case["expect"] if e.get("optional")]
    for finding in findings:
        if not any(finding.span.overlaps(span) for span in either):
            right = any(finding.span.overlaps(span) for span in expected)
            yield Judged(finding.confidence, right, finding.code)


def of_clean(corpus: Path) -> Iterator[Judged]:
    """Every finding of a corpus without errors."""
    checker = Checker(load_lexicon([]), rules(builtin()), Settings(min_confidence=LEAST))
    for line in corpus.read_text("utf-8").splitlines():
        for finding in checker.check(Document.plain(json.loads(line)["text"])).findings:
            yield Judged(finding.confidence, False, finding.code)


def show(judged: Sequence[Judged]) -> None:
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        group = [j for j in judged if low <= j.confidence < high or j.confidence == high == 1.0]
        right = sum(j.right for j in group)
        share = f"{right / len(group):.1%}" if group else "–"
        print(f"{low:.1f}–{high:.1f}: {right}/{len(group)} = {share}")
    scored = [j for j in judged if is_scored(j.confidence)]
    slope, shift = fitted([(score_of(j.confidence), j.right) for j in scored])
    print(f"{len(scored)} scored findings; SLOPE = {slope:.2f}, SHIFT = {shift:.2f}")


def is_scored(confidence: float) -> bool:
    """Constants of channels have two digits; scores hardly ever do."""
    return abs(confidence * 100 - round(confidence * 100)) > 1e-9


def score_of(confidence: float) -> float:
    """The sum of the evidence behind a confidence."""
    p = min(1 - 1e-9, max(1e-9, confidence))
    return (log(p / (1 - p)) - evidence.SHIFT) / evidence.SLOPE


def fitted(points: Sequence[tuple[float, bool]], rounds: int = 200) -> tuple[float, float]:
    """Slope and shift of the logistic regression, by Newton's method in steps of at most a half;
    a slope far from 1 costs as much as one wrong finding."""
    slope, shift = 1.0, 0.0
    for _ in range(rounds):
        gradient, hessian = [1.0 - slope, 0.0], [1.0, 0.0, 1e-6]
        for score, right in points:
            p = 1 / (1 + exp(-max(-30.0, min(30.0, slope * score + shift))))
            gradient[0] += (right - p) * score
            gradient[1] += right - p
            weight = p * (1 - p)
            hessian[0] += weight * score * score
            hessian[1] += weight * score
            hessian[2] += weight
        determinant = hessian[0] * hessian[2] - hessian[1] ** 2
        slope += _step((hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant)
        shift += _step((hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant)
    return slope, shift


def _step(wide: float) -> float:
    return max(-0.5, min(0.5, wide))


if __name__ == "__main__":
    sys.exit(main())
