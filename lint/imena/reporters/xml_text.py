"""Text that may stand in XML, and in HTML as well."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

#: What XML 1.0 and HTML cannot hold at all, escaped or not.
_IMPOSSIBLE = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)


def possible(value: object) -> str:
    """``value`` with U+FFFD for every letter that the format cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", str(value))


def attribute(value: object) -> str:
    """``value`` as a quoted attribute."""
    return quoteattr(possible(value))


def content(value: object) -> str:
    """``value`` as text between tags."""
    return escape(possible(value))
