"""What a spelling may be a misspelling of."""

from __future__ import annotations

import re
from typing import TypeAlias

from imena.languages.ru.alphabet import LONG_SOUNDS
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Status, squash
from imena.resolution.hits import How

_TWICE = re.compile(r"(..)\1|(...)\2", re.DOTALL)


#: A key near a spelling, and how it was met.
Near: TypeAlias = "tuple[str, How]"


def near_keys(seen: str, lexicon: Lexicon) -> tuple[Near, ...]:
    """Right keys that ``seen`` may be a misspelling of, but for those where only the joints
    differ."""
    found: list[Near] = [(key, How.NEAR) for key in lexicon.near(seen)]
    found += [
        (shorter, How.REPEAT)
        for shorter in repeats_undone(seen)
        if any(r.status <= Status.POLICY for r in lexicon.exact(shorter))
    ]
    if not found:
        found += [
            (key, How.NEAR)
            for key in (*sounds_rewritten(seen), *shortened(seen))
            if any(r.status <= Status.POLICY for r in lexicon.exact(key))
        ]
    return tuple(near for near in found if squash(near[0]) != squash(seen)) if found else ()


def sounds_rewritten(seen: str) -> list[str]:
    """``seen`` with one foreign sound written in another way of several letters (Пезешкян,
    Пезешкиан)."""
    return [
        seen[:at] + new + seen[at + len(old) :]
        for old, new in LONG_SOUNDS
        if old in seen
        for at in range(len(seen))
        if seen.startswith(old, at)
    ]


def shortened(seen: str) -> list[str]:
    """Four letters with one left out: keys of three are too short for the index of neighbours."""
    return [seen[:at] + seen[at + 1 :] for at in range(4)] if len(seen) == 4 else []


def repeats_undone(seen: str) -> list[str]:
    """``seen`` with one stretch of two or three letters that was typed twice typed once
    (Токаевева → Токаева)."""
    if not _TWICE.search(seen):
        return []
    found = set()
    for size in (2, 3):
        for at in range(len(seen) - 2 * size + 1):
            if seen[at : at + size] == seen[at + size : at + 2 * size]:
                found.add(seen[:at] + seen[at + size :])
    return sorted(found)
