"""Names of several words that begin at one word: in right letters, with right or wrong joints."""

from __future__ import annotations

from collections.abc import Iterator

from imena.lexicon.compile import JOINED, Record
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Status
from imena.resolution.alone import SHORT, hit_of, joint_key
from imena.resolution.hits import Hit, How
from imena.resolution.words import HYPHEN_GAPS, Gap, Words

_JOINTS = (Gap.SPACE, *HYPHEN_GAPS)
#: Words of the longest name that is looked for.
LONGEST = 10


def long_hits(words: Words, lexicon: Lexicon, at: int) -> Iterator[Hit]:
    """Right forms of several words."""
    text, ends = _window(words, at)
    for key in lexicon.prefixes(text):
        last = ends.get(len(key))
        if last and last > at + 1:
            for record in lexicon.exact(key):
                yield hit_of(at, last, key, key, record, How.EXACT)


def _window(words: Words, at: int) -> tuple[str, dict[int, int]]:
    """The folded text from word ``at`` on, and which word ends at which length."""
    pieces = [words.key(at)]
    ends: dict[int, int] = {}
    size = len(pieces[0])
    last = at + 1
    while last - at < LONGEST:
        gap = words.gap(last - 1)
        if gap not in _JOINTS:
            break
        pieces += ["-" if gap in HYPHEN_GAPS else " ", words.key(last)]
        size += 1 + len(pieces[-1])
        last += 1
        ends[size] = last
    return "".join(pieces), ends


def joint_hits(words: Words, lexicon: Lexicon, at: int) -> Iterator[Hit]:
    """Right letters with wrong joints: «Касым Жомарт», «Нур-Султан Назарбаев»."""
    begins = lexicon.index.begins
    seen = joined = words.key(at)
    last = at + 1
    while last - at < 4 and words.gap(last - 1) in _JOINTS:
        hyphen = words.separators[last - 1].hyphen
        key = words.key(last)
        joined += key
        if not (begins(JOINED + joined) or begins(joined)):
            return
        seen += f"-{key}" if hyphen else f" {key}"
        last += 1
        records = _joint_records(lexicon, joined, hyphen) if len(joined) > SHORT else ()
        for record in records:
            right = joint_key(record, joined, lexicon)
            if right and right != seen:
                yield hit_of(at, last, seen, right, record, How.JOINT)


def _joint_records(lexicon: Lexicon, joined: str, hyphen: bool) -> Iterator[Record]:
    yield from lexicon.exact(JOINED + joined)
    if hyphen:
        yield from (r for r in lexicon.exact(joined) if r.status <= Status.POLICY)
