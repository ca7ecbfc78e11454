"""Text that may stand in XML, and in HTML as well."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from imena.text.markup import IMPOSSIBLE


def possible(value: object) -> str:
    """``value`` with U+FFFD for every letter that the format cannot hold."""
    return IMPOSSIBLE.sub("\ufffd", str(value))


def attribute(value: object) -> str:
    """``value`` as a quoted attribute."""
    return quoteattr(possible(value))


def content(value: object) -> str:
    """``value`` as text between tags."""
    return escape(possible(value))
