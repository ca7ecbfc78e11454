"""Answers about words, kept because the same words come again."""

from __future__ import annotations

from typing import Final, TypeVar

_Answer = TypeVar("_Answer")

#: Answers of one kind that are kept: more than a news desk uses words in a day, and a few
#: megabytes of memory.
LIMIT: Final = 1 << 16


class Memo(dict[str, _Answer]):
    """Forgets everything when ``limit`` answers are there: the frequent words soon come back, and
    a run over millions of texts does not grow with their rare words."""

    def __init__(self, limit: int = LIMIT) -> None:
        super().__init__()
        self.limit = limit

    def __setitem__(self, word: str, answer: _Answer) -> None:
        if len(self) >= self.limit:
            self.clear()
        super().__setitem__(word, answer)
