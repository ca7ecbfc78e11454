"""A reporter turns reports into one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple, Protocol

from imena.findings import Report

_NO_PAGES: Mapping[str, str] = {}


class Style(NamedTuple):
    """How a person wants to read: message language (``ru`` or ``en``) and colour. ``pages`` are
    the pages of rules by name, where they are not built in."""

    language: str = "ru"
    colour: bool = False
    pages: Mapping[str, str] = _NO_PAGES


class Reporter(Protocol):
    """One output format; ``name`` is the value of ``--output-format``."""

    name: ClassVar[str]

    def render(self, reports: Sequence[Report], style: Style) -> str:
        """The whole output, with its last line end; empty for nothing to say."""
