"""Suites of other authors: nothing said in clean cases, nearly everything found and put right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from imena.lexicon.dictionary import merge, read_rows
from imena.text.toml import loads

HERE = Path(__file__).parent
sys.path.append(str(HERE.parents[1] / "benchmarks"))


@pytest.mark.parametrize("whole", [False, True], ids=["own names", "whole lexicon"])
@pytest.mark.parametrize("name", sorted(p.parent.name for p in HERE.glob("*/cases.toml")))
def test_suite(name: str, whole: bool) -> None:
    from cases import run

    cases = loads((HERE / name / "cases.toml").read_text("utf-8"))["case"]
    entries = {e.id: e for e in merge(read_rows(HERE / name / "lexicon.toml", "lexicon.toml"))}
    score = run(cases, entries, whole)
    assert score.false == 0, "\n".join(score.lines)
    assert score.found >= 0.97 * score.expected, "\n".join(score.lines)
    assert score.fixed >= 0.95 * score.with_fix, "\n".join(score.lines)
