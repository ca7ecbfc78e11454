"""What the lexicon says of a spelling by itself, whatever stands beside it: asked once for each
spelling and noted on its :class:`~imena.resolution.vocabulary.Word`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from imena.lexicon.compile import JOINED, Record
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Status, squash
from imena.resolution.hits import Hit, How
from imena.resolution.near import Near, near_keys
from imena.resolution.vocabulary import Mark, Quirk, Word

#: Meanings from which on a word says nothing of itself.
MANY = 12
#: Abbreviations are too short to be near one another by any letter.
SHORT = 3
#: How longer names may begin with a word: over a space or a hyphen, written together, or as the
#: beginning of one word.
LONG, TOGETHER, WITHIN = 1, 2, 4
_STATUSES = {int(status): status for status in Status}
#: A hit without its place.
Rest: TypeAlias = "tuple[int, int, int, Status, How, str, str, bool]"
#: The hits of what a word may be a misspelling of, or its keys where one has very many entries.
NearAlone: TypeAlias = "tuple[tuple[Rest, ...], tuple[Near, ...]]"


def note(word: Word, lexicon: Lexicon) -> tuple[Rest, ...]:
    """What ``word`` is by itself, in the order of hits; of a name of very many entries only that
    it is one (``common``). Notes, too, which longer names begin and end with it."""
    word.leads = leads_of(word.key, lexicon)
    word.ends = lexicon.ends(word.key)
    found = set(_joined(word, lexicon)) if word.marks & Mark.CAPITAL else set()
    word.common = False
    if word.marks & Mark.NAMED:
        records = lexicon.exact(word.key)
        word.common = len(records) > MANY
        if not word.common:
            found |= {rest(word.key, word.key, record, How.EXACT) for record in records}
    alone: tuple[Rest, ...] = tuple(sorted(found, key=lambda r: (r[4], r[3], r)))
    word.alone = alone
    return alone


def leads_of(key: str, lexicon: Lexicon) -> int:
    """Whether longer names begin with ``key``."""
    begins = lexicon.index.begins
    leads = TOGETHER if begins(JOINED + key) else 0
    if begins(key):
        leads |= WITHIN
        if begins(key + " ") or begins(key + "-"):
            leads |= LONG
    return leads


def _joined(word: Word, lexicon: Lexicon) -> Iterator[Rest]:
    """The names that ``word`` is, written without their hyphens and spaces."""
    if len(word.key) > SHORT:
        for record in lexicon.exact(JOINED + word.key):
            key = joint_key(record, word.key, lexicon)
            if key:
                yield rest(word.key, key, record, How.JOINT)


def joint_key(record: Record, joined: str, lexicon: Lexicon) -> str | None:
    """The folded form whose letters are ``joined``."""
    part = lexicon.entry(record.entry).parts[record.part]
    for text in part.all(record.mask):
        folded = lexicon.language.fold(text)
        if squash(folded) == joined:
            return folded
    return None


def near_alone(word: Word, lexicon: Lexicon) -> NearAlone:
    """What ``word`` may be a misspelling of; notes it."""
    latin = word.quirk & Quirk.LATIN
    near = () if len(word.key) < SHORT or latin else near_keys(word.key, lexicon)
    found: NearAlone = (), near
    if not any(len(lexicon.exact(key)) > MANY for key, _ in near):
        found = tuple(_rests(word.key, near, lexicon)), ()
    word.near = found
    return found


def _rests(seen: str, near: Iterable[Near], lexicon: Lexicon) -> Iterator[Rest]:
    for key, how in near:
        for record in lexicon.exact(key):
            if record.status <= Status.POLICY:
                yield rest(seen, key, record, how)


def rest(seen: str, key: str, record: Record, how: How) -> Rest:
    entry, part, mask, number = record
    right = how is How.EXACT and number <= Status.POLICY
    return (entry, part, mask, _STATUSES[number], how, key, seen, right)


def hit_of(first: int, last: int, seen: str, key: str, record: Record, how: How) -> Hit:
    return Hit(first, last, *rest(seen, key, record, how))
