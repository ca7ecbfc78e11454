"""An analysis of a changed text says what a fresh one says, whatever was there before."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from imena.config import Settings
from imena.engine import Checker
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.resolution.analysis import Analysis
from imena.resolution.incremental import Incremental, WholeText
from imena.resolution.windows import Window
from imena.text.document import Document

HERE = Path(__file__).parent
MARKED = re.compile(r"⟦([^|⟧]*)\|[^⟧]*⟧")
SENTENCES = [
    MARKED.sub(r"\1", line)
    for name in ("wrong.txt", "right.txt")
    for line in (HERE / name).read_text("utf-8").splitlines()
    if line.strip() and line[0] not in "#="
]
#: What of an analysis is seen from within a stretch and its margins alone. Whatever looks at the
#: whole text must be asked of it: then it has a method of its own in ``Window``.
LOCAL = frozenset(
    "document elsewhere lexicon settings namings words silent hits hits_at hits_of named persons "
    "persons_at deviations deviations_of".split()
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    lexicon = load_lexicon([HERE / "lexicon.toml"])
    return Checker(lexicon, rules(builtin()), Settings())


def test_windows_ask_for_everything_that_is_not_local(checker: Checker) -> None:
    made = Analysis(Document.plain(""), checker.lexicon, checker.settings)
    public = {name for name in (*vars(Analysis), *vars(made)) if not name.startswith("_")}
    asked = {name for name in vars(Window) if name in public}
    assert public - LOCAL - asked == set()


def article(rng: random.Random) -> str:
    """Sentences of right and wrong names, some of them again, in paragraphs."""
    few = rng.sample(SENTENCES, min(60, len(SENTENCES)))
    return "".join(rng.choice(few) + rng.choice((" ", " ", "\n", "\n\n")) for _ in range(90))


def changed(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    kind = rng.randrange(5)
    if kind == 0:
        return text[:at] + text[at + rng.choice((1, 2, 40)) :]
    if kind == 1:
        return text[:at] + rng.choice(SENTENCES) + " " + text[at:]
    if kind == 2:
        other = rng.randrange(len(text))
        return text[:at] + text[other : other + 60] + text[at:]
    return text[:at] + rng.choice("аеиокнрстАКН.,«»\n -") + text[at:]


@pytest.mark.parametrize("seed", range(6))
def test_changes(checker: Checker, seed: int) -> None:
    rng = random.Random(seed)
    incremental = Incremental(checker.lexicon, checker.settings)
    text, windows = article(rng), 0
    for version in range(25):
        document = Document.plain(text)
        analysis = incremental.analysis(document)
        if version == 0:
            for _ in incremental.prepare(document):
                pass
        elif isinstance(analysis, WholeText):
            windows += len(analysis.placed)
        assert checker.report(analysis).findings == checker.check(document).findings
        text = changed(text, rng)
    assert windows > 100


def test_names_that_run_on_and_on(checker: Checker) -> None:
    """Where no border can be told, the text is looked at as one."""
    text = "Касым-Жомарт Токаев\n" * 400
    incremental = Incremental(checker.lexicon, checker.settings)
    incremental.analysis(Document.plain(text))
    analysis = incremental.analysis(Document.plain(text))
    assert not isinstance(analysis, WholeText)


def test_parts_of_the_whole_are_those_of_a_fresh_analysis(checker: Checker) -> None:
    text = article(random.Random(7))
    document = Document.plain(text)
    incremental = Incremental(checker.lexicon, checker.settings)
    incremental.analysis(document)
    whole = incremental.analysis(document)
    fresh = Analysis(document, checker.lexicon, checker.settings)
    assert isinstance(whole, WholeText)
    assert list(whole.words.tokens) == list(fresh.words.tokens)
    assert sorted(whole.hits) == sorted(fresh.hits)
    assert whole.persons == fresh.persons
