"""What a rule says: findings, their fixes, and the report of one text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from imena.text.span import Span


class Severity(str, Enum):
    """How bad a finding is; the value is the JSON code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(str, Enum):
    """Who may apply a fix: any run (safe), ``--unsafe-fixes`` only, or nobody (display)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(NamedTuple):
    """Replace ``span`` (code points) by ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together; they do not overlap and are in text order."""

    applicability: Applicability
    edits: tuple[Edit, ...]


class Message(NamedTuple):
    """One message in each language an editor may read."""

    ru: str
    en: str

    def in_language(self, language: str) -> str:
        return self.ru if language == "ru" else self.en


class EntryRef(NamedTuple):
    """The dictionary entry that a finding appeals to."""

    id: str
    name: str
    dictionary: str
    note: str = ""


class Finding(NamedTuple):
    """One thing to look at. ``span`` and edits are code points of the prose until the engine
    maps them to the decoded source; ``confidence`` is the calibrated chance of a real error."""

    code: str
    rule: str
    severity: Severity
    confidence: float
    message: Message
    span: Span
    text: str
    entry: EntryRef | None = None
    fix: Fix | None = None
    suggestions: tuple[str, ...] = ()

    def moved(self, span: Span, fix: Fix | None, text: str) -> Finding:
        return self._replace(span=span, fix=fix, text=text)


class Report:
    """All findings of one text, in source order, with source offsets.

    ``source`` is the decoded source that the offsets count in.
    """

    def __init__(self, path: str, source: str, findings: list[Finding] | None = None) -> None:
        self.path = path
        self.source = source
        self.findings = findings if findings is not None else []


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ordered, not overlapping ``edits`` carried out."""
    pieces, at = [], 0
    for span, new in edits:
        pieces += [text[at : span.start], new]
        at = span.end
    return "".join([*pieces, text[at:]])
