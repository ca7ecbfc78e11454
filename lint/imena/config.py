"""Settings of a run. Files are read in `imena.config_files`; here are only the values."""

from __future__ import annotations

import datetime
from typing import NamedTuple

POLICIES = ("any", "official", "traditional", "kz", "ru")
YO = ("optional", "strict")


class Settings(NamedTuple):
    """Everything a check depends on besides text and lexicon.

    ``select``, ``ignore`` and ``extend_select`` are rule codes or their prefixes;
    ``policy`` and ``yo`` are values of POLICIES and YO; ``date`` is the date of the article
    where the text itself does not say; findings below ``min_confidence`` are dropped.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    policy: str = "any"
    yo: str = "optional"
    date: datetime.date | None = None
    min_confidence: float = 0.5
    words: tuple[str, ...] = ()

    def selects(self, code: str, default: bool = True) -> bool:
        """Whether the rule ``code`` runs; the longest matching prefix decides, as in ruff."""
        asked = _longest(code, (*self.select, *self.extend_select))
        refused = _longest(code, self.ignore)
        if self.select or asked >= 0:
            return asked >= 0 and asked >= refused
        return default and refused < 0


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    found = [len(p) if p != "ALL" else 0 for p in prefixes if p == "ALL" or code.startswith(p)]
    return max(found, default=-1)
