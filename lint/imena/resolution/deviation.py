"""One place where a text departs from a right name."""

from __future__ import annotations

from dataclasses import dataclass

from imena.findings import Applicability, Edit, EntryRef, Severity
from imena.text.span import Span


@dataclass(frozen=True)
class Deviation:
    """What a rule of the same ``kind`` reports. ``span`` and ``edits`` are prose offsets;
    ``text`` is as written; ``suggestions`` replace ``span``, best first; ``severity`` overrides
    the rule's own."""

    kind: str
    span: Span
    text: str
    confidence: float
    entry: EntryRef | None = None
    edits: tuple[Edit, ...] = ()
    suggestions: tuple[str, ...] = ()
    applicability: Applicability | None = None
    severity: Severity | None = None
