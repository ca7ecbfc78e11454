"""Sentences with names of many kinds, wrong and right: what is found, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from imena.config import Settings
from imena.engine import Checker, apply_edits, chosen_edits
from imena.findings import Finding
from imena.languages.ru import Russian
from imena.lexicon.compile import compile_entries
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.index import MemoryIndex
from imena.lexicon.lexicon import Lexicon
from imena.plugins import builtin, rules
from imena.text.document import Document

HERE = Path(__file__).parent
MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


class Sentence(NamedTuple):
    line: int
    settings: Settings
    when: date | None
    marked: str

    @property
    def text(self) -> str:
        return MARKED.sub(r"\1", self.marked)

    @property
    def right(self) -> str:
        return MARKED.sub(r"\2", self.marked)


def sentences(name: str) -> Iterator[Sentence]:
    settings, when = Settings(), None
    for number, line in enumerate((HERE / name).read_text("utf-8").splitlines(), 1):
        if line.startswith("="):
            values = dict(pair.split("=") for pair in line[1:].split())
            when = date.fromisoformat(values.pop("date")) if "date" in values else None
            settings = Settings(**values)
        elif line and not line.startswith("#"):
            plain = line.replace("\\u00AD", "\u00ad")
            yield Sentence(number, settings, when, plain)


@cache
def lexicon() -> Lexicon:
    language = Russian()
    entries = merge(read_rows(HERE / "lexicon.toml", "lexicon.toml"))
    return Lexicon(MemoryIndex(compile_entries(entries, language)), language)


def findings(sentence: Sentence) -> list[Finding]:
    checker = Checker(lexicon(), rules(builtin()), sentence.settings)
    return checker.check(Document.plain(sentence.text, when=sentence.when)).findings


def ids(sentence: Sentence) -> str:
    return f"{sentence.line}: {sentence.marked}"


@pytest.mark.parametrize("sentence", list(sentences("wrong.txt")), ids=ids)
def test_wrong_sentence_is_found_and_put_right(sentence: Sentence) -> None:
    found = findings(sentence)
    said = [(f.code, f.text, f.suggestions) for f in found]
    assert found, "nothing found"
    assert apply_edits(sentence.text, _all_edits(found)) == sentence.right, said


def _all_edits(found: list[Finding]) -> list:  # type: ignore[type-arg]
    """Every edit, also of fixes that are only shown."""
    shown = [edit for f in found if f.fix for edit in f.fix.edits]
    chosen = chosen_edits(found, unsafe=True)
    return sorted({*chosen, *shown}, key=lambda e: e.span)


@pytest.mark.parametrize("sentence", list(sentences("right.txt")), ids=ids)
def test_right_sentence_is_left_alone(sentence: Sentence) -> None:
    assert [(f.code, f.text, f.suggestions) for f in findings(sentence)] == []
