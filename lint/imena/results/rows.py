"""Findings as bytes, and back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from imena.findings import (
    Applicability,
    Edit,
    EntryRef,
    Finding,
    Fix,
    Message,
    Severity,
)
from imena.text.span import Span


def dumped(findings: list[Finding]) -> bytes:
    """JSON: a row for each of ``findings``."""
    text = json.dumps([_row(f) for f in findings], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def loaded(content: bytes) -> list[Finding] | None:
    """The findings of :func:`dumped`; None where ``content`` is nothing like it."""
    with suppress(ValueError, TypeError, KeyError):
        return [_loaded(row) for row in json.loads(content)]
    return None


def _row(f: Finding) -> list[Any]:
    fix = f.fix and [f.fix.applicability.value, [[*e.span, e.text] for e in f.fix.edits]]
    about = [f.code, f.rule, f.severity.value, f.confidence, list(f.message)]
    return [*about, list(f.span), f.text, f.entry and list(f.entry), fix, list(f.suggestions)]


def _loaded(row: list[Any]) -> Finding:
    code, rule, severity, confidence, message, span, text, entry, fix, suggestions = row
    return Finding(
        code,
        rule,
        Severity(severity),
        confidence,
        Message(*message),
        Span(*span),
        text,
        EntryRef(*entry) if entry else None,
        _fix(*fix) if fix else None,
        tuple(suggestions),
    )


def _fix(applicability: str, edits: list[list[Any]]) -> Fix:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Fix(Applicability(applicability), made)
