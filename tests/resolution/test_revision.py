"""The words of a changed text, made from those before the change, are those of a fresh look."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imena.lexicon.load import load_lexicon
from imena.resolution.revision import revised
from imena.resolution.tally import Tally
from imena.resolution.vocabulary import Vocabulary
from imena.resolution.words import Words

VOCABULARY = Vocabulary(load_lexicon([Path(__file__).parent / "lexicon.toml"]))
#: What words are made of, what may stand in them, beside them and between them.
SCRAPS = "Токаев касым а е́ Ё I 7 - — ' ’ « » . … _ @ \u00ad \u200b \u0301 😀".split()
TEXTS = st.lists(st.sampled_from([*SCRAPS, " ", "\n", "\u00a0"]), max_size=30).map("".join)


def seen(words: Words) -> list[object]:
    spans = [words.span(at, at + 1) for at in range(len(words))]
    gaps = [one.text for one in words.separators]
    return [words.texts, words.notable, gaps, words.marked, spans, list(words.tokens)]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_one_change(head: str, old: str, new: str, tail: str) -> None:
    before = Words(head + old + tail, VOCABULARY)
    fresh = Words(head + new + tail, VOCABULARY)
    found = revised(before, head + new + tail, VOCABULARY)
    assert seen(found.words) == seen(fresh)
    tally = Tally(before).changed(found.gone, found.come)
    whole = Tally(fresh)
    assert tally.spellings == whole.spellings
    assert set(tally.spellings) == set(fresh.texts)
    assert tally.plain_keys == whole.plain_keys
    assert +tally.keys == whole.keys
    assert +tally.stems == whole.stems


@pytest.mark.parametrize(
    ("old", "new", "come"),
    [
        ("раз два три четыре пять", "раз два трис четыре пять", "два трис"),
        ("раз два-три четыре пять", "раз два три четыре пять", "раз два три"),
        ("раз два три четыре пять", "раз два три четыре пять", "четыре пять"),
    ],
)
def test_little_is_split_again(old: str, new: str, come: str) -> None:
    found = revised(Words(old, VOCABULARY), new, VOCABULARY)
    assert " ".join(word.text for word in found.come) == come


def test_changes_one_after_another() -> None:
    """A text typed letter by letter."""
    text = "Касым-Жомарт Токаев прибыл в Нур‑Султан, о’Нил и д’Артаньян — нет."
    words, tally = Words("", VOCABULARY), Tally(Words("", VOCABULARY))
    for end in range(1, len(text) + 1):
        words, gone, come = revised(words, text[:end], VOCABULARY)
        tally = tally.changed(gone, come)
    assert seen(words) == seen(Words(text, VOCABULARY))
    assert tally.spellings == Counter(words.texts)
