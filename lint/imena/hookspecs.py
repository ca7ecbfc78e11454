"""The doors through which everything enters, built in or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from imena.findings import Finding, Report
    from imena.text.document import Document

hookspec = pluggy.HookspecMarker("imena")
hookimpl = pluggy.HookimplMarker("imena")


@hookspec
def imena_rules() -> Iterable[type]:  # type: ignore[empty-body]
    """Rule classes."""


@hookspec
def imena_languages() -> Iterable[type]:  # type: ignore[empty-body]
    """Language classes."""


@hookspec
def imena_formats() -> Iterable[type]:  # type: ignore[empty-body]
    """Format classes."""


@hookspec
def imena_reporters() -> Iterable[type]:  # type: ignore[empty-body]
    """Reporter classes."""


@hookspec
def imena_entries(config: Any) -> Iterable[Any]:  # type: ignore[empty-body]
    """More dictionaries: paths of TOML files, or finished entries."""


@hookspec
def imena_mentions(document: Document) -> Iterable[Any]:  # type: ignore[empty-body]
    """More mentions than the resolver finds."""


@hookspec(firstresult=True)
def imena_ignore_finding(finding: Finding, document: Document) -> bool | None:
    """True to drop a finding, False to keep it, None to leave it to others."""


@hookspec
def imena_finish(reports: list[Report], config: Any) -> None:
    """Called once when all texts are checked."""
