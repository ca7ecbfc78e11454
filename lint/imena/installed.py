"""Whether plugins are installed, asked without importing one. Imports next to nothing."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from imena.caches import blake2b, cache_home

#: The entry-point group of plugins.
GROUP = "imena"


@cache
def has_plugins() -> bool:
    """Whether a plugin is installed; remembered for as long as no directory of packages changes,
    because asking costs more than checking an article."""
    home = cache_home()
    mark = _packages_mark()
    note = home / "plugins"
    with suppress(OSError, ValueError):
        seen, _, answer = note.read_text("ascii").partition(" ")
        if seen == mark:
            return answer == "yes"
    found = bool(entry_points())
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
        note.write_text(f"{mark} {'yes' if found else 'no'}", "ascii")
    return found


def entry_points() -> list[Any]:
    """The entry points of installed plugins, by name, none twice."""
    from importlib.metadata import entry_points as found

    return sorted({(e.name, e.value): e for e in found(group=GROUP)}.values(), key=lambda e: e.name)


def _packages_mark() -> str:
    times = []
    for path in sys.path:
        with suppress(OSError):
            times.append(f"{path}:{Path(path).stat().st_mtime_ns}")
    return blake2b(" ".join(times).encode(), digest_size=12).hexdigest()
