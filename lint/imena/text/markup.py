"""What markup can hold."""

from __future__ import annotations

import re

#: What XML 1.0 and HTML cannot hold at all, escaped or not.
IMPOSSIBLE = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)
