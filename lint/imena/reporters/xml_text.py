"""Text that may stand in XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

#: What XML 1.0 cannot hold at all, escaped or not.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attribute(value: object) -> str:
    """``value`` as a quoted attribute."""
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", str(value)))
