"""Adopting imena on an old archive: what was there before stays out of the way.

A finding is known by its file, its code, its text and the words around it, never by its line, so
that text above may come and go. Equal findings are counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from imena.errors import ConfigError
from imena.findings import Finding, Report

_VERSION = 1
_WORD = re.compile(r"\w+")
_LINE_END = re.compile(r"[\r\n]")
_AROUND = 3


def fingerprint(report: Report, finding: Finding) -> str:
    """The key of ``finding``: path, code, text and three words on either side in its line."""
    start, end = finding.span
    before = _LINE_END.split(report.source[max(0, start - 80) : start])[-1]
    after = _LINE_END.split(report.source[end : end + 80])[0]
    words = (_WORD.findall(before)[-_AROUND:], _WORD.findall(after)[:_AROUND])
    path = Path(report.path).as_posix()
    return "\t".join([path, finding.code, finding.text, *map(" ".join, words)])


def dump(reports: Iterable[Report]) -> str:
    """The text of a baseline file that holds all findings of ``reports``."""
    counts = Counter(fingerprint(r, f) for r in reports for f in r.findings)
    data = {"version": _VERSION, "findings": dict(sorted(counts.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Counter[str]:
    """The findings of a baseline file. Raises ConfigError naming the file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise ConfigError(f"is of version {data['version']!r}, not {_VERSION}", path)
        return Counter({str(key): int(count) for key, count in data["findings"].items()})
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError("is no baseline file", path) from None


def new_only(reports: Sequence[Report], known: Counter[str]) -> list[Report]:
    """``reports`` without the findings that ``known`` counts."""
    left = Counter(known)
    return [Report(r.path, r.source, _unknown(r, left)) for r in reports]


def _unknown(report: Report, left: Counter[str]) -> list[Finding]:
    found = []
    for finding in report.findings:
        key = fingerprint(report, finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            found.append(finding)
    return found
