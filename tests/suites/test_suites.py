"""Suites of other authors: nothing said in clean cases and clean texts, nearly everything found
and put right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from imena.config import Settings
from imena.engine import Checker
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.text.document import Document
from imena.text.toml import loads

HERE = Path(__file__).parent


class Bar(NamedTuple):
    """The least shares found and put right, and the most false alarms."""

    found: float = 0.97
    fixed: float = 0.95
    false: int = 0


#: Suites that ask for more than is done yet: what fails is listed by the scorer. Two alarms
#: are over Нино Чхаидзе and Нино Чхеидзе, who sit side by side.
BARS = {
    "broadsheet": Bar(0.93, 0.92, 1),  # the alarm: a journalist Вуйчич who is no Вучич
    "bureau": Bar(0.95, 0.95),
    "culture": Bar(0.93, 0.94),
    "patience": Bar(0.94, 0.9, 2),
}
#: What is said of the clean texts: an error of the text by the norm (до Гуся-Хрустального), two
#: spellings of one man that the text speaks about (Чапаев), and names that no list has.
SAID = {
    "agency": {"Гореловки", "Софи", "Софий"},
    "gazette": {"Тюменя"},
    "strange": {"Гусь", "Ханле"},
    "week": {"Балханам"},
    "world": {"Сальман", "Сартак", "Чепаев", "Чапаевом", "Кодо", "Ланкаре"},
}
sys.path.append(str(HERE.parents[1] / "benchmarks"))


@pytest.mark.parametrize("whole", [False, True], ids=["own names", "whole lexicon"])
@pytest.mark.parametrize("name", sorted(p.parent.name for p in HERE.glob("*/cases.toml")))
def test_suite(name: str, whole: bool) -> None:
    from cases import run

    cases = loads((HERE / name / "cases.toml").read_text("utf-8"))["case"]
    entries = {e.id: e for e in merge(read_rows(HERE / name / "lexicon.toml", "lexicon.toml"))}
    score = run(cases, entries, whole)
    bar = BARS.get(name, Bar())
    assert score.false <= bar.false, "\n".join(score.lines)
    assert score.found >= bar.found * score.expected, "\n".join(score.lines)
    assert score.fixed >= bar.fixed * score.with_fix, "\n".join(score.lines)


@pytest.mark.parametrize("name", sorted(p.parent.name for p in HERE.glob("*/clean.jsonl")))
def test_clean_texts(name: str) -> None:
    from news import corpus

    checker = Checker(load_lexicon((), True), rules(builtin()), Settings())
    said = {
        finding.text
        for _, text in corpus(HERE / name / "clean.jsonl")
        for finding in checker.check(Document.plain(text)).findings
    }
    assert said == SAID[name]
