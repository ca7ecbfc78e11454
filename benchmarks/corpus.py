"""A large body of unique Russian news text, made of a small one.

Sentences of real texts are put together anew. In each some ordinary words give way to other words
of the same grammatical form and surnames to other surnames in the same case, so that the
vocabulary grows with the text as it does in real news: a text that repeats a few thousand words
would flatter every tool that remembers words.

    python benchmarks/corpus.py DATA FILE --megabytes 20
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import imena
from imena.languages.ru import Russian
from imena.languages.ru.opencorpora import OpenCorpora, Reading
from imena.morphology import Features, Gender, Name, NameKind, Number

NEWS = "news_factrueval.jsonl"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]+[»)]*")
_WORD = re.compile(r"[А-Яа-яЁё]+")
#: Share of the longer words that give way where there is another of the same form.
_SHARE = 0.3
#: Every how manieth stretch of the dictionary is read, and how many words of each.
_STEP, _STRETCH = 4, 3000
_OPEN = frozenset({"NOUN", "ADJF", "VERB", "INFN", "ADVB"})


class Forms(NamedTuple):
    """Word forms of one kind, and the running sums of how likely each is (Zipf)."""

    words: list[str]
    sums: list[float]


class Corpus:
    """``data`` is the directory that holds the news; ``seed`` makes the text repeatable."""

    def __init__(self, data: Path, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        rows = (data / NEWS).read_text("utf-8").splitlines()
        self.texts: list[str] = [json.loads(row)["text"] for row in rows]
        self.sentences = [s.strip() for t in self.texts for s in _SENTENCE.findall(t)]
        self.forms = _forms(sorted({w[:2].lower() for t in self.texts for w in _WORD.findall(t)}))

    def articles(self, size: int, length: int = 1600) -> Iterator[str]:
        """Texts of about ``length`` characters each, ``size`` bytes of UTF-8 in all."""
        made = 0
        while made < size:
            text = self._article(length)
            made += len(text.encode())
            yield text

    def _article(self, length: int) -> str:
        pieces, made = [], 0
        while made < length:
            gap = "\n\n" if self.rng.random() < 0.3 else " "
            pieces.append(_WORD.sub(self._other, self.rng.choice(self.sentences)) + gap)
            made += len(pieces[-1])
        return "".join(pieces).strip() + "\n"

    def _other(self, match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < 4 or self.rng.random() > _SHARE:
            return word
        if word[0].isupper():
            features = _surname_features(word)
            return _declined(self.rng.choice(_surnames()), *features) if features else word
        forms = self.forms.get(_kind_of(word) or "")
        return self.rng.choices(forms.words, cum_weights=forms.sums)[0] if forms else word


@cache
def _corpora() -> OpenCorpora:
    return OpenCorpora()


@cache
def _kind_of(word: str) -> str | None:
    """What a form of another word must share with ``word`` to stand in its place."""
    readings = _corpora().readings(word)
    return _kind(readings[0]) if readings else None


def _kind(reading: Reading) -> str | None:
    if reading.pos not in _OPEN or reading.is_name:
        return None
    return f"{reading.pos} {reading.case} {reading.number} {reading.gender}"


def _forms(heads: Sequence[str]) -> dict[str, Forms]:
    """Forms by kind, from all over the dictionary, in an order that has nothing to do with it."""
    found: dict[str, list[str]] = defaultdict(list)
    for head in heads:
        for word in _stretches(head):
            kind = _kind_of(word)
            if kind and word.isalpha():
                found[kind].append(word)
    rng = random.Random(0)
    return {kind: _weighted(rng.sample(words, len(words))) for kind, words in found.items()}


def _stretches(head: str) -> Iterator[str]:
    words = _corpora()._words.iterkeys(head)
    for number, word in enumerate(words):
        if number % _STEP == 0:
            yield word
        if number > _STRETCH:
            return


def _weighted(words: list[str]) -> Forms:
    return Forms(words, list(accumulate(1 / (rank + 500) for rank in range(len(words)))))


@cache
def _surnames() -> list[str]:
    from marisa_trie import RecordTrie

    home = Path(imena.__file__).parent / "data" / "ru"
    trie = RecordTrie("<H").mmap(str(home / "surnames.marisa"))
    return [name for name in trie if name.endswith(("ов", "ев", "ин"))]


@cache
def _surname_features(word: str) -> tuple[Features, Gender] | None:
    for reading in _corpora().readings(word):
        if "Surn" in reading.tags and reading.case and reading.number is Number.SING:
            return Features(reading.case), reading.gender or Gender.MASC
    return None


@lru_cache(1 << 16)
def _declined(surname: str, features: Features, gender: Gender) -> str:
    base = surname if gender is Gender.MASC else surname + "а"
    paradigm = Russian().decline(Name(base.capitalize(), NameKind.SURNAME, gender))
    return next((form.text for form in paradigm if form.features == features), base.capitalize())


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--megabytes", type=float, default=20)
    args = parser.parse_args(argv)
    corpus = Corpus(args.data)
    args.file.write_text("\n".join(corpus.articles(int(args.megabytes * 1e6))), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
