"""What a plugin may say of a text: these words name that entry."""

from __future__ import annotations

from typing import NamedTuple

from imena.text.span import Span


class Naming(NamedTuple):
    """``span`` (code points of the prose) names the dictionary entry with the id ``entry``, and
    is written as it should be."""

    span: Span
    entry: str
