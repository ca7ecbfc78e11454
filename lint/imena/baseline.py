"""Adopting imena on an old archive: what was there before stays out of the way.

A finding is known by its file, its code, its text and the words around it, never by its line, so
that text above may come and go. Equal findings are counted. Files are named from the directory of
the baseline file, so that it does not matter where a run starts.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from imena.errors import ConfigError, InputError
from imena.findings import Finding, Report

_VERSION = 2
_WORD = re.compile(r"\w+")
_LINE_END = re.compile("[\r\n]")
#: Words on either side, and how many code points away to look for them.
_AROUND, _REACH = 3, 80


class Baseline(NamedTuple):
    """The findings that a baseline file holds; ``root`` is its directory as it really is."""

    root: Path
    counts: Counter[str]

    def new(self, report: Report) -> list[Finding]:
        """The findings of ``report``, a whole file, that are not known."""
        left, found = Counter[str](), []
        for finding in report.findings:
            key = fingerprint(report, finding, self.root)
            left[key] += 1
            if left[key] > self.counts[key]:
                found.append(finding)
        return found


def fingerprint(report: Report, finding: Finding, root: Path | None = None) -> str:
    """The key of ``finding``: path (from ``root``, or as it is), code, text and three words on
    either side in its line, so that lines above and below may come and go."""
    start, end = finding.span
    before = _LINE_END.split(report.source[max(0, start - _REACH) : start])[-1]
    after = _LINE_END.split(report.source[end : end + _REACH], maxsplit=1)[0]
    words = _WORD.findall(before)[-_AROUND:], _WORD.findall(after)[:_AROUND]
    path = Path(report.path)
    if root:
        path = Path(os.path.relpath(path.absolute(), root))
    return "\t".join([path.as_posix(), finding.code, finding.text, *map(" ".join, words)])


def dump(reports: Iterable[Report], path: Path) -> str:
    """The text of a baseline file called ``path`` that holds all findings of ``reports``."""
    root = root_of(path)
    counts = Counter(fingerprint(r, f, root) for r in reports for f in r.findings)
    data = {"version": _VERSION, "findings": dict(sorted(counts.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write(reports: Iterable[Report], path: Path) -> None:
    """Put all findings of ``reports`` into ``path``, all or nothing. Raises InputError."""
    from imena.files import replace_bytes

    try:
        path.touch()
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    replace_bytes(path, dump(reports, path).encode())


def root_of(path: Path) -> Path:
    """The directory that the files in the baseline ``path`` are named from."""
    return path.absolute().parent


def load(path: Path) -> Baseline:
    """The findings of a baseline file. Raises ConfigError naming the file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise ConfigError(f"is of version {data['version']!r}, not {_VERSION}", path)
        counts = Counter({str(key): int(count) for key, count in data["findings"].items()})
        return Baseline(root_of(path), counts)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ConfigError("is no baseline file", path) from None


def new_only(reports: Sequence[Report], known: Baseline) -> list[Report]:
    """``reports`` without the findings that are known."""
    return [Report(r.path, r.source, known.new(r)) for r in reports]
