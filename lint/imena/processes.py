"""One work over many paths, spread over processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from imena.errors import ImenaError
from imena.findings import Report

if TYPE_CHECKING:
    from imena.session import Work

_WORK: list[Work] = []


def spread(work: Work, paths: Sequence[Path], jobs: int) -> Iterator[Report | ImenaError]:
    """What ``work`` makes of each path, in order. Results for the cache come back with it: one
    process writes them all."""
    size = max(1, min(32, len(paths) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,)) as pool:
        for made, results in pool.map(_one, paths, chunksize=size):
            work.session.add_results(results)
            yield made


def _begin(work: Work) -> None:
    _WORK[:] = [work]


def _one(path: Path) -> tuple[Report | ImenaError, dict[bytes, bytes]]:
    (work,) = _WORK
    return work(path), work.session.take_results()
