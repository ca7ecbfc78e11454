"""From a case form back to the name: every base that the grammar really makes the form from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from imena.languages.ru import Russian
from imena.lexicon.stripping import bases
from imena.morphology import Case, Gender, Name, NameKind, Number

_RUSSIAN = Russian()
_JOINTS = ("-", " ")


@cache
def name_bases(key: str, kind: NameKind, gender: Gender) -> dict[str, frozenset[Case]]:
    """Folded bases that ``key`` may be a singular form of, with the cases it would fill."""
    found = {}
    for base in _candidates(key):
        cases = frozenset(
            form.features.case
            for form in _RUSSIAN.decline(Name(base, kind, gender))
            if form.features.number is Number.SING and _RUSSIAN.fold(form.text) == key
        )
        if cases:
            found[base] = cases
    return found


def _candidates(key: str) -> Iterator[str]:
    """Bases of a whole name; of a double one each piece may have an ending of its own."""
    joint = next((mark for mark in _JOINTS if mark in key), None)
    if joint is None:
        yield from bases(key)
        return
    first, _, rest = key.partition(joint)
    for one in bases(first):
        for other in _candidates(rest):
            yield f"{one}{joint}{other}"


def respelt(base: str, written: str) -> str:
    """``base`` (folded) in the letters of ``written``, a form of it: capitals and ё stay."""
    same = 0
    folded = _RUSSIAN.fold(written)
    if len(folded) != len(written):
        return _capitalised(base)
    while same < min(len(base), len(folded)) and base[same] == folded[same]:
        same += 1
    return written[:same] + base[same:] if same else _capitalised(base)


def _capitalised(base: str) -> str:
    return "-".join(piece[:1].upper() + piece[1:] for piece in base.split("-"))
