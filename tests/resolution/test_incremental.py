"""An analysis of a changed text says what a fresh one says, whatever was there before."""

from __future__ import annotations

import gc
import random
import re
from pathlib import Path
from weakref import ref

import pytest

from imena.config import Settings
from imena.engine import Checker
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.resolution.analysis import Analysis
from imena.resolution.incremental import Incremental, WholeText
from imena.resolution.windows import Window
from imena.text.document import Document
from imena.text.naming import Naming
from imena.text.span import Span

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
    "persons_at surnamed others deviations deviations_of".split()
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


def told(text: str, ids: list[str]) -> list[Naming]:
    """What a plugin might say: that some stretches of words name somebody."""
    rng = random.Random(len(text))
    starts = [match.start() for match in re.finditer(r"\b[А-ЯЁ]", text)]
    picked = rng.sample(starts, min(12, len(starts)))
    return [Naming(Span(at, at + rng.choice((1, 9, 300))), rng.choice(ids)) for at in picked]


def test_namings_of_plugins(checker: Checker) -> None:
    lexicon, rng = checker.lexicon, random.Random(3)
    ids = [lexicon.entry(number).id for number in range(len(lexicon.index))]
    incremental = Incremental(lexicon, checker.settings)
    text, differ = article(rng), 0
    for version in range(25):
        document = Document.plain(text)
        namings = told(text, ids)
        analysis = incremental.analysis(document, namings)
        if version == 0:
            for _ in incremental.prepare(document, namings):
                pass
        fresh = Analysis(document, lexicon, checker.settings, namings)
        findings = checker.report(fresh).findings
        assert checker.report(analysis).findings == findings
        differ += checker.check(document).findings != findings
        text = changed(text, rng)
    assert differ > 20


def test_a_version_goes_when_the_next_is_there(checker: Checker) -> None:
    """And what it was made of, without waiting for the collector."""
    rng = random.Random(5)
    incremental = Incremental(checker.lexicon, checker.settings)
    text, versions, windows = article(rng), [], set()
    gc.collect()
    gc.disable()
    try:
        for _ in range(12):
            analysis = incremental.analysis(Document.plain(text))
            checker.report(analysis)
            versions.append(ref(analysis))
            windows |= {ref(one.window) for one in getattr(analysis, "placed", ())}
            text = changed(text, rng)
        assert sum(one() is not None for one in versions) == 1
        assert sum(one() is not None for one in windows) < len(windows)
        del analysis, incremental
        assert not any(one() for one in (*versions, *windows))
    finally:
        gc.enable()


def test_names_that_run_on_and_on(checker: Checker) -> None:
    """Where no border can be told, the text is looked at as one."""
    text = "Касым-Жомарт Токаев\n" * 400
    incremental = Incremental(checker.lexicon, checker.settings)
    incremental.analysis(Document.plain(text))
    analysis = incremental.analysis(Document.plain(text))
    assert not isinstance(analysis, WholeText)


def test_names_that_run_on_over_other_words(checker: Checker) -> None:
    """A patronymic between two parts of a name keeps them together, be it another's: how the
    parts of a long row pair off hangs on the first."""
    text = "Иванович\nСадыр Иванович\nНургожоевич " * 120
    incremental = Incremental(checker.lexicon, checker.settings)
    for version in (text, text, "Садыр " + text):
        document = Document.plain(version)
        fresh = Analysis(document, checker.lexicon, checker.settings)
        assert incremental.analysis(document).persons == fresh.persons


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
