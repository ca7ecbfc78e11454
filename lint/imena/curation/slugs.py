"""Stable Latin identifiers made of Russian names."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєїәғқңөұүһ",
        (
            "a b v g d e yo zh z i y k l m n o p r s t u f kh ts "
            "ch sh shch _ y _ e yu ya i u g ye yi a g k n o u u h"
        ).split(),
        strict=True,
    )
)


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: «Нур-Султан» → ``nur-sultan``."""
    latin = "".join(LETTERS.get(letter, letter).replace("_", "") for letter in text.casefold())
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def unique_slug(text: str, taken: Container[str], qualifier: str = "") -> str:
    """The slug, with ``qualifier`` and then a number added while it is taken."""
    base = slug(text)
    if base not in taken:
        return base
    if qualifier and (qualified := f"{base}-{slug(qualifier)}") not in taken:
        return qualified
    return next(f"{base}-{n}" for n in count(2) if f"{base}-{n}" not in taken)
