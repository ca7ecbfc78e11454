"""Results of former runs: an unchanged file is not read twice.

A result is known by the bytes and the name of the file and by everything that findings depend on:
the code, the dictionaries, the settings and the installed plugins.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from imena.caches import blake2b, cache_home, feed, mark_of
from imena.config_files import Config, with_ignores
from imena.findings import (
    Applicability,
    Edit,
    EntryRef,
    Finding,
    Fix,
    Message,
    Severity,
)
from imena.installed import has_plugins
from imena.lexicon.identity import shipped_home
from imena.text.span import Span

_CODE = Path(__file__).parent


class Results:
    """``home`` is the directory of the results of one state of everything."""

    def __init__(self, home: Path, config: Config) -> None:
        self.home, self.config = home, config

    @classmethod
    def open(cls, config: Config, entry_points: bool) -> Results | None:
        """None where the state cannot be told or a plugin may change what is found."""
        if entry_points and has_plugins():
            return None
        digest = blake2b(digest_size=12)
        state = (mark_of(str(_CODE)), config.encoding, sys.version_info[:3])
        digest.update(repr(state).encode())
        home = shipped_home() if config.default_dictionaries else None
        if home:
            digest.update(mark_of(str(home), ".toml").encode())
        try:
            for path in config.dictionaries:
                digest.update(f"{path}\0".encode())
                feed(digest, path)
        except OSError:
            return None
        return cls(cache_home() / "results" / digest.hexdigest(), config)

    def _place(self, path: Path, data: bytes) -> Path:
        digest = blake2b(data, digest_size=16)
        digest.update(f"\0{path}\0{with_ignores(self.config, path)!r}".encode())
        name = digest.hexdigest()
        return self.home / name[:2] / name[2:]

    def get(self, path: Path, data: bytes) -> list[Finding] | None:
        """The findings of a former run; None where there was none."""
        try:
            found = self._place(path, data).read_bytes()
        except OSError:
            return None
        if not found:
            return []
        with suppress(ValueError, TypeError, KeyError):  # damaged: made again
            return [_loaded(row) for row in json.loads(found)]
        return None

    def put(self, path: Path, data: bytes, findings: list[Finding]) -> None:
        """Keep ``findings``; a full disk or a read-only directory only costs time next time."""
        place = self._place(path, data)
        with suppress(OSError):
            try:
                _write(place, findings)
            except FileNotFoundError:
                place.parent.mkdir(parents=True, exist_ok=True)
                _write(place, findings)


def _write(place: Path, findings: list[Finding]) -> None:
    """JSON, whole or not at all; where nothing was found an empty file, which is whole at once."""
    if not findings:
        os.close(os.open(place, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644))
        return
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    aside.write_bytes(json.dumps([_row(f) for f in findings]).encode())
    aside.replace(place)


def _row(f: Finding) -> list[Any]:
    fix = f.fix and [f.fix.applicability.value, [[*e.span, e.text] for e in f.fix.edits]]
    about = [f.code, f.rule, f.severity.value, f.confidence, list(f.message)]
    return [*about, list(f.span), f.text, f.entry and list(f.entry), fix, list(f.suggestions)]


def _loaded(row: list[Any]) -> Finding:
    code, rule, severity, confidence, message, span, text, entry, fix, suggestions = row
    return Finding(
        code,
        rule,
        Severity(severity),
        confidence,
        Message(*message),
        Span(*span),
        text,
        EntryRef(*entry) if entry else None,
        _fix(*fix) if fix else None,
        tuple(suggestions),
    )


def _fix(applicability: str, edits: list[list[Any]]) -> Fix:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Fix(Applicability(applicability), made)
