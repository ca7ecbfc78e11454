"""Where caches live, and what a state of code or data is called. Imports next to nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

try:  # the module behind hashlib: importing that loads OpenSSL, which a hook would pay for
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b", "cache_home", "feed", "mark_of"]


def cache_home() -> Path:
    """``$IMENA_CACHE_DIR``, else the place where this system keeps caches."""
    if named := os.environ.get("IMENA_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "imena" / "Cache"
    base = os.environ.get("XDG_CACHE_HOME") or ""
    return Path(base) / "imena" if Path(base).is_absolute() else Path.home() / ".cache" / "imena"


#: Bytes of a file that are in memory at a time.
_PIECE = 1 << 20


def feed(digest: Any, path: Path) -> None:
    """Update ``digest`` with the bytes of a file. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)


_CODE = (".py", ".txt", ".marisa")


def mark_of(home: str, *suffixes: str) -> str:
    """Which files stand under ``home``: size and time of each say so without reading it."""
    marks: list[str] = []
    _collect(home, suffixes or _CODE, marks)
    return blake2b(" ".join(sorted(marks)).encode(), digest_size=12).hexdigest()


def _collect(home: str, suffixes: tuple[str, ...], marks: list[str]) -> None:
    with os.scandir(home) as found:
        for one in found:
            if one.name.endswith(suffixes):
                status = one.stat()
                marks.append(f"{one.name}:{status.st_size}:{status.st_mtime_ns}")
            elif one.name not in ("__pycache__", "dictionaries") and one.is_dir():
                _collect(one.path, suffixes, marks)
