"""Comments that silence findings."""

from __future__ import annotations

from imena.config import Settings
from imena.findings import Finding
from imena.text.document import Document


def suppress(findings: list[Finding], document: Document, settings: Settings) -> list[Finding]:
    """``findings`` (source offsets, ordered) without those that a comment silences."""
    return findings
