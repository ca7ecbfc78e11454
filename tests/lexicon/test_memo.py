"""What is remembered of words has an end, however many words a run meets."""

from __future__ import annotations

import itertools

from imena.config import Settings
from imena.engine import Checker
from imena.lexicon import known, memo
from imena.plugins import builtin, rules
from imena.testing import example_lexicon
from imena.text.document import Document


def test_answers_stay_as_they_are_when_the_memory_is_full() -> None:
    kept: memo.Memo[int] = memo.Memo(limit=3)
    for number, word in enumerate("абвгд"):
        kept[word] = number
    assert dict(kept) == {"г": 3, "д": 4}


def test_a_run_over_many_words_stays_within_bounds() -> None:
    lexicon = example_lexicon()
    words = known.KnownWords.open()
    memos = [words._readings, words._surnames, words._given]
    for one in memos:
        one.limit, before = 50, one.limit
        one.clear()
        assert before == memo.LIMIT
    syllables = ("ка", "ро", "ми", "ту", "ле", "са")
    names = ["".join(made).capitalize() for made in itertools.product(syllables, repeat=4)]
    checker = Checker(lexicon, rules(builtin()), Settings())
    try:
        for start in range(0, len(names), 20):
            text = ". ".join(f"Президент {name} сказал" for name in names[start : start + 20])
            checker.check(Document.plain(text))
            assert all(len(one) <= 50 for one in memos)
        assert words._readings
    finally:
        for one in memos:
            one.limit = memo.LIMIT
