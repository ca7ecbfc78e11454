"""What a person decided on a proof: which fixes to carry out, in which state of which text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from imena.errors import InputError
from imena.findings import Edit
from imena.text.span import DisjointSpans, Span


class Decided(NamedTuple):
    """The accepted edits of one text, in order; ``digest`` names the decoded source that their
    offsets (code points) count in."""

    path: Path
    digest: str
    edits: tuple[Edit, ...]


def digest_of(source: str) -> str:
    """A short name of a decoded source."""
    data = source.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]


def load(path: Path, data: bytes) -> list[Decided]:
    """The decisions that a proof exported. Raises InputError for anything else."""
    try:
        rows = json.loads(data.decode("utf-8-sig"))["accepted"]
        by_text: dict[tuple[str, str], list[Edit]] = {}
        for row in rows:
            key = (str(row["path"]), str(row["digest"]))
            by_text.setdefault(key, []).extend(_edits(row["edits"]))
    except (ValueError, KeyError, TypeError):
        raise InputError("holds no decisions of an imena proof", path) from None
    return [Decided(Path(name), digest, _apart(edits)) for (name, digest), edits in by_text.items()]


def _edits(rows: Iterable[dict[str, Any]]) -> Iterable[Edit]:
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        if not 0 <= start <= end:
            raise ValueError(row)
        yield Edit(Span(start, end), str(row["text"]))


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits in text order; of those that overlap the first decided one stays."""
    places = DisjointSpans()
    kept = [edit for edit in dict.fromkeys(edits) if places.take([edit.span])]
    return tuple(sorted(kept, key=lambda edit: edit.span))
