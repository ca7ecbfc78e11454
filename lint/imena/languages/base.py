"""What imena asks of a language. A language is data plus one module."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from imena.morphology import Name, Paradigm, WrongForm


class Language(Protocol):
    """The grammar and the alphabet of one language.

    ``code`` is the ISO 639-1 code.
    """

    code: str

    def decline(self, name: Name) -> Paradigm:
        """Every right form of ``name``: singular cells Nom Gen Dat Acc Ins Loc (for a
        plural-only name, plural cells), and for surnames the family plural as well."""

    def misdeclined(self, name: Name, paradigm: Paradigm) -> Iterable[WrongForm]:
        """Forms that people write by analogy and the norm forbids; never one of ``paradigm``."""

    def counterpart(self, name: Name) -> Name | None:
        """The same surname of the other gender (Рыбакина → Рыбакин), if it differs."""

    def fold(self, text: str) -> str:
        """The key under which spellings that differ in no essential are the same: lower case,
        NFC, ё as е, stress marks and invisible characters gone. Hyphens and spaces stay."""
