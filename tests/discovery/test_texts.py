"""Names that no dictionary holds, found in texts: see texts.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from imena.config import Settings
from imena.discovery.proposals import Proposal, gather
from imena.discovery.search import unknown_names
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.load import load_lexicon
from imena.resolution.analysis import Analysis
from imena.text.document import Document

HERE = Path(__file__).parent
NAMES = HERE.parent / "cmd" / "names.toml"


def cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in (HERE / "texts.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            found[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@cache
def lexicon() -> Lexicon:
    return load_lexicon([NAMES], defaults=False, cache=False)


def shown(one: Proposal) -> str:
    times = f" × {one.count}" if one.count > 1 else ""
    return f"{one.lemma.kind} {one.lemma.gender} {one.lemma.title}{times}"


@pytest.mark.parametrize(("text", "names"), cases(), ids=lambda value: str(value)[:40])
def test_names_of_a_text(text: str, names: list[str]) -> None:
    analysis = Analysis(Document.plain(text), lexicon(), Settings())
    found = gather(unknown_names(analysis), lexicon().known)
    assert sorted(map(shown, found)) == sorted(names)


def test_near_spellings_are_shown_together() -> None:
    text = "Пришёл Беньямин Нетаньяху. Ушёл Биньямин Нетаньяху. Ушёл Беньямин Нетаньяху."
    analysis = Analysis(Document.plain(text), lexicon(), Settings())
    first = gather(unknown_names(analysis), lexicon().known)[0]
    assert (first.lemma.title, first.variants) == ("Беньямин Нетаньяху", ["Биньямин Нетаньяху"])
