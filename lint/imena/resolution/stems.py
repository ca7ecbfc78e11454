"""What is left of a name without its case ending, where no dictionary says how it declines."""

from __future__ import annotations

from functools import lru_cache

#: Case endings of names, longest first; -ов and -ин are no endings but parts of surnames.
_ENDINGS = (
    "ыми ими ами ями ого его ому ему ым им ом ем ой ей ую юю ая яя ых их ах ях ам ям ою ею "
    "ью а я у ю е ы и ь й"
).split()
#: A shorter stem says nothing.
SHORTEST_STEM = 4
#: What is left of endings at the end of a stem («Стро-й», «Стро-ем»).
_OPEN = "аеиоуыэюяйь"


@lru_cache(1 << 16)
def stem_of(key: str) -> str:
    """A folded word without its case ending, if enough is left."""
    stem = key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= SHORTEST_STEM:
            stem = key[: -len(ending)]
            break
    bare = stem.rstrip(_OPEN)
    return bare if len(bare) >= SHORTEST_STEM else stem
