"""Scores imena on a suite of cases: recall, right text after the fix, false alarms.

    python benchmarks/cases.py ../shared/cases            # both scorings
    python benchmarks/cases.py ../shared/cases --only typo,variant --show

A case holds ``text``, ``names``, ``expect`` (see the README beside the cases). An expected
finding is met by any finding that overlaps it; a fix is right when the text after all fixes reads
as after all expected fixes; a finding that overlaps nothing expected is a false alarm.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from imena.config import Settings
from imena.engine import Checker, apply_edits
from imena.findings import Edit, Finding
from imena.languages.ru import Russian
from imena.lexicon.compile import compile_entries
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry
from imena.lexicon.index import MemoryIndex
from imena.lexicon.lexicon import Lexicon
from imena.plugins import builtin, rules
from imena.text.document import Document
from imena.text.span import Span
from imena.text.toml import loads


@dataclass
class Score:
    """Counts over cases, and a line for every failure."""

    expected: int = 0
    found: int = 0
    with_fix: int = 0
    fixed: int = 0
    false: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def table(self) -> str:
        recall = self.found / max(1, self.expected)
        right = self.fixed / max(1, self.with_fix)
        return (
            f"recall {self.found}/{self.expected} = {recall:.1%}; "
            f"right after the fix {self.fixed}/{self.with_fix} = {right:.1%}; "
            f"false alarms {self.false}; kind as expected {self.kinds['same']}/{self.found}"
        )


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    cases = loads((args.suite / "cases.toml").read_text("utf-8"))["case"]
    entries = {e.id: e for e in merge(read_rows(args.suite / "lexicon.toml", "lexicon.toml"))}
    wanted = args.only.split(",") if args.only else [""]
    cases = [c for c in cases if any(w in c["class"] or w in c["id"] for w in wanted)]
    for title, whole in (("own names", False), ("whole lexicon", True)):
        if args.whole is None or args.whole == whole:
            score = run(cases, entries, whole)
            print(f"{title}: {score.table()}")
            if args.show:
                print("\n".join(score.lines))
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("suite", type=Path, help="directory with cases.toml and lexicon.toml")
    parser.add_argument("--only", default="", help="parts of class names or ids, by comma")
    parser.add_argument("--show", action="store_true", help="a line for every failure")
    parser.add_argument("--whole", type=lambda v: v == "yes", default=None, help="yes | no")
    return parser.parse_args(argv)


def run(cases: Sequence[dict[str, Any]], entries: dict[str, Entry], whole: bool) -> Score:
    """Score all cases, each with its own names or with the whole lexicon."""
    score = Score()
    everything = lexicon_of(list(entries.values())) if whole else None
    for case in cases:
        lexicon = everything or lexicon_of([entries[name] for name in case["names"]])
        mark(case, check(case, lexicon), score)
    return score


def lexicon_of(entries: Sequence[Entry]) -> Lexicon:
    language = Russian()
    return Lexicon(MemoryIndex(compile_entries(entries, language)), language)


def check(case: dict[str, Any], lexicon: Lexicon) -> list[Finding]:
    when = date.fromisoformat(str(case["date"])) if case.get("date") else None
    settings = Settings(policy=case.get("policy", "any"), yo=case.get("yo", "optional"))
    checker = Checker(lexicon, rules(builtin()), settings)
    return checker.check(Document.plain(case["text"], when=when)).findings


def mark(case: dict[str, Any], findings: list[Finding], score: Score) -> None:
    """Count one case."""
    text, expect = case["text"], case["expect"]
    met = [[f for f in findings if f.span.overlaps(Span(e["start"], e["end"]))] for e in expect]
    for one, hits in zip(expect, met, strict=True):
        if one.get("optional"):
            continue
        score.expected += 1
        score.found += bool(hits)
        score.kinds["same"] += any(f.rule == one["kind"] for f in hits)
        if hits and not any(f.rule == one["kind"] for f in hits):
            score.lines.append(f"KIND  {case['id']}: {one['kind']}, said {_said(hits[0])}")
        if not hits:
            around = _around(text, Span(one["start"], one["end"]))
            score.lines.append(f"MISS  {case['id']}: {one['find']} → {one.get('fix')} | {around}")
    for finding in findings:
        if not any(finding.span.overlaps(Span(e["start"], e["end"])) for e in expect):
            score.false += 1
            around = _around(text, finding.span)
            score.lines.append(f"FALSE {case['id']}: {_said(finding)} | {around}")
    fixes = [e for e in expect if e.get("fix") and not e.get("optional")]
    if fixes:
        _mark_fix(case, findings, fixes, score)


def _mark_fix(
    case: dict[str, Any], findings: list[Finding], fixes: list[dict[str, Any]], score: Score
) -> None:
    text = case["text"]
    best = [f for f in findings if any(f.span.overlaps(Span(e["start"], e["end"])) for e in fixes)]
    wanted = apply_edits(text, [Edit(Span(e["start"], e["end"]), e["fix"]) for e in fixes])
    right = after(text, best) == wanted or all(e.get("autofix") == "none" for e in fixes)
    score.with_fix += len(fixes)
    score.fixed += len(fixes) * right
    if not right and best:
        said = "; ".join(_said(f) for f in best)
        pairs = ", ".join(f"{e['find']} → {e['fix']}" for e in fixes)
        score.lines.append(f"FIX   {case['id']}: {said} | wanted {pairs}")


def after(text: str, findings: Sequence[Finding]) -> str:
    """``text`` with every fix carried out, safe or not."""
    from imena.engine import chosen_edits

    return apply_edits(text, chosen_edits(findings, unsafe=True))


def _around(text: str, span: Span) -> str:
    """What stands round a span, on one line."""
    return text[max(0, span.start - 70) : span.end + 50].replace("\n", " ")


def _said(f: Finding) -> str:
    return f"[{f.code} {f.confidence:.2f}] {f.text} → {', '.join(f.suggestions) or '–'}"


if __name__ == "__main__":
    sys.exit(main())
