"""What a case form may come from, before the grammar is asked."""

from __future__ import annotations

#: Case endings; what is left may need a base ending back.
_ENDINGS = (
    "ыми ими ого его ому ему ым им ом ем ём ой ей ою ею ую юю ых их ам ям ах ях ами ями ов "
    "ев а я у ю е ы и ью"
).split()
_BASES = ("", "а", "я", "й", "ь", "ий", "ый", "ой", "о", "е", "ия")
_FLEETING = {"ьв": "ев", "вл": "вел"}


def bases(key: str) -> set[str]:
    """Every base form that ``key`` may be a case form of, ``key`` itself among them."""
    found = {key}
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 2:
            stem = key[: -len(ending)]
            found.update(stem + base for base in _BASES)
            if stem[-2:] in _FLEETING:
                found.add(stem[:-2] + _FLEETING[stem[-2:]])
            if stem[-1:] in "кцлнр":
                found.add(f"{stem[:-1]}о{stem[-1]}")
                found.add(f"{stem[:-1]}е{stem[-1]}")
    return found
