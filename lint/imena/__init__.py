"""imena finds misspelt and inconsistent proper names in Russian-language copy.

The public API: :func:`check_text` for one text, :class:`Checker` for many,
:func:`check_batch` and :func:`check_dataframe` for columns of them, and the types they speak in.
Names are imported when first used, so that ``import imena`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imena.version import __version__

if TYPE_CHECKING:
    from imena.batches import check_batch
    from imena.config import Settings
    from imena.engine import Checker
    from imena.errors import ImenaError
    from imena.findings import Edit, Finding, Fix, Report
    from imena.hookspecs import hookimpl
    from imena.lexicon.lexicon import Lexicon
    from imena.lexicon.load import load_lexicon
    from imena.session import Session
    from imena.spark import check_dataframe
    from imena.text.document import Document
    from imena.text.naming import Naming
    from imena.text.span import Span


_HOMES = {
    "hookimpl": "imena.hookspecs",
    "Checker": "imena.engine",
    "Document": "imena.text.document",
    "Edit": "imena.findings",
    "Finding": "imena.findings",
    "Fix": "imena.findings",
    "ImenaError": "imena.errors",
    "Lexicon": "imena.lexicon.lexicon",
    "Naming": "imena.text.naming",
    "Report": "imena.findings",
    "Session": "imena.session",
    "Settings": "imena.config",
    "Span": "imena.text.span",
    "check_batch": "imena.batches",
    "check_dataframe": "imena.spark",
    "load_lexicon": "imena.lexicon.load",
}
__all__ = [
    "Checker",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "ImenaError",
    "Lexicon",
    "Naming",
    "Report",
    "Session",
    "Settings",
    "Span",
    "__version__",
    "check_batch",
    "check_dataframe",
    "check_text",
    "hookimpl",
    "load_lexicon",
]


def __getattr__(name: str) -> Any:
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def check_text(
    text: str, lexicon: Lexicon | None = None, settings: Settings | None = None
) -> list[Finding]:
    """Findings in plain ``text``, in text order; offsets are code points of ``text``.

    Without ``lexicon`` the shipped dictionaries are used. Raises ImenaError.
    """
    from imena import plugins
    from imena.config import Settings as Plain
    from imena.engine import Checker
    from imena.lexicon.load import load_lexicon
    from imena.text.document import Document

    rules = plugins.rules(plugins.builtin())
    checker = Checker(lexicon or load_lexicon([]), rules, settings or Plain())
    return checker.check(Document.plain(text)).findings
