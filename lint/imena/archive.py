"""A Parquet file of texts to a Parquet file of findings, by several processes, bit by bit.

The input is cut into stretches of rows. The findings of each become a part of their own in the
directory ``OUT.parts``, put there by a rename; when all are there they are copied into the output
in order, which takes its place by a rename too. Killed at any moment, the next run of the same
command goes on with the stretches that have no part yet, and ends with the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from imena.batches import Layout, check_batch, schema
from imena.caches import blake2b, mark_of
from imena.errors import ImenaError, InputError, UsageError
from imena.parts import Parts, replace, writing
from imena.session import Session

if TYPE_CHECKING:
    import pyarrow.parquet as pq

#: Rows of a stretch: what is lost when the run is killed, and what a process works on alone.
ROWS = 8192
#: Rows in memory at a time, in each process.
_BATCH = 256
#: Findings of a row group of the output, or a part's more.
_GROUP = 1 << 15
_CODE = Path(__file__).parent


class Stretch(NamedTuple):
    """Rows ``start`` to ``end`` of row group ``group``; ``first`` is the number of the first of
    them in the file."""

    number: int
    group: int
    start: int
    end: int
    first: int


class Progress(NamedTuple):
    """How far a run has come: rows of all, and findings in the parts made by this run."""

    done: int
    total: int
    findings: int


class Archive:
    """A run from ``source`` to ``target``. Everything is picklable, nothing is open."""

    def __init__(
        self, source: Path, target: Path, session: Session, layout: Layout, rows: int = ROWS
    ) -> None:
        self.source, self.target = source, target
        self.session, self.layout, self.rows = session, layout, rows

    @property
    def parts(self) -> Parts:
        return Parts(self.target.with_name(f"{self.target.name}.parts"))

    def run(
        self, jobs: int, tell: Callable[[Progress], object] = lambda _: None, restart: bool = False
    ) -> int:
        """Make the target; gives the number of findings.

        ``tell`` hears of every part. Parts of another input or of other settings stop the run
        unless ``restart`` throws them away. Raises InputError and UsageError.
        """
        stretches = self._stretches()
        self.parts.open(self.state(), restart)
        missing = [one for one in stretches if not self._whole(one)]
        total = sum(one.end - one.start for one in stretches)
        done = total - sum(one.end - one.start for one in missing)
        findings = 0
        for one, count in self._made(missing, jobs):
            done, findings = done + one.end - one.start, findings + count
            tell(Progress(done, total, findings))
        with writing(self.target):
            found = replace(self.target, lambda aside: self._copy(stretches, aside))
        self.parts.discard()
        return found

    def _stretches(self) -> list[Stretch]:
        if self.source.resolve() == self.target.resolve():
            raise UsageError("input and output are the same file")
        found: list[Stretch] = []
        first = 0
        with opened(self.source) as file:
            _look(file, self)
            for group in range(file.num_row_groups):
                count = file.metadata.row_group(group).num_rows
                for start in range(0, count, self.rows):
                    end = min(count, start + self.rows)
                    found.append(Stretch(len(found), group, start, end, first + start))
                first += count
        return found

    def state(self) -> dict[str, Any]:
        """Everything that the output depends on."""
        status = self.source.stat()
        digest = blake2b(digest_size=16)
        for path in self.session.config.dictionaries:
            digest.update(f"\0{path}\0".encode() + _bytes(path))
        config = self.session.config
        return {
            "input": [status.st_size, status.st_mtime_ns, _footer(self.source)],
            "rows": self.rows,
            "layout": list(self.layout),
            "settings": repr((config.settings, sorted(config.per_file_ignores.items()))),
            "language": config.language,
            "dictionaries": [digest.hexdigest(), config.default_dictionaries, _shipped()],
            "plugins": [*self.session.plugins, self.session.entry_points],
            "code": mark_of(str(_CODE)),
        }

    def _whole(self, one: Stretch) -> bool:
        """Whether the part of a stretch is there and can be read."""
        try:
            with opened(self.parts.path(one.number)) as file:
                return bool(file.schema_arrow.equals(schema()))
        except InputError:
            return False

    def _made(self, missing: list[Stretch], jobs: int) -> Iterator[tuple[Stretch, int]]:
        if jobs > 1 and len(missing) > 1:
            _ = self.session.lexicon  # compiled once, then mapped by every process
            yield from zip(missing, _parallel(self, missing, min(jobs, len(missing))), strict=True)
        else:
            for one in missing:
                yield one, self.make(one)

    def make(self, one: Stretch) -> int:
        """Check the rows of a stretch and put their findings into its part."""
        return self.parts.put(one.number, lambda aside: self._write(one, aside))

    def _write(self, one: Stretch, aside: Path) -> int:
        import pyarrow as pa
        import pyarrow.parquet as pq

        found = []
        for first, batch in self._batches(one):
            try:
                found.append(check_batch(batch, self.session, self.layout, first))
            except InputError as error:
                raise InputError(str(error), self.source) from None
        table = pa.Table.from_batches(found, schema())
        pq.write_table(table, aside, compression="zstd")
        return int(table.num_rows)

    def _batches(self, one: Stretch) -> Iterator[tuple[int, Any]]:
        """The batches of a stretch, each with the number of its first row in the file."""
        at = 0
        with opened(self.source) as file:
            columns = _columns(file, self.layout)
            for batch in file.iter_batches(
                _BATCH, row_groups=[one.group], columns=columns, use_threads=False
            ):
                low, high = max(one.start, at), min(one.end, at + batch.num_rows)
                if low < high:
                    yield one.first + low - one.start, batch.slice(low - at, high - low)
                at += batch.num_rows
                if at >= one.end:
                    return

    def _copy(self, stretches: list[Stretch], aside: Path) -> int:
        """Parts of few findings share a row group of the output."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        count, held = 0, [schema().empty_table()]
        with pq.ParquetWriter(aside, schema(), compression="zstd") as writer:
            for one in stretches:
                with opened(self.parts.path(one.number)) as file:
                    held.append(file.read())
                if sum(table.num_rows for table in held) >= _GROUP or one is stretches[-1]:
                    table = pa.concat_tables(held)
                    count += table.num_rows
                    writer.write_table(table)
                    held = []
        return count


@contextmanager
def opened(path: Path) -> Iterator[pq.ParquetFile]:
    """Raises InputError for what is missing, no Parquet, or broken anywhere that is read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        path.stat()
        with pq.ParquetFile(path, memory_map=False, buffer_size=1 << 20) as file:
            yield file
    except pa.ArrowInvalid as error:
        raise InputError(f"is no whole Parquet file: {_line(error)}", path) from None
    except OSError as error:
        raise InputError(error.strerror or _line(error), path) from None


def _line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def _look(file: pq.ParquetFile, archive: Archive) -> None:
    """Complain of missing columns and of a format nobody knows before any work is done."""
    import pyarrow as pa

    empty = pa.RecordBatch.from_pylist([], file.schema_arrow)
    try:
        check_batch(empty, archive.session, archive.layout)
    except InputError as error:
        raise InputError(str(error), archive.source) from None


def _columns(file: pq.ParquetFile, layout: Layout) -> list[str]:
    wanted = [layout.text, layout.id or "id", layout.date or "date", layout.path or "path"]
    return [name for name in dict.fromkeys(wanted) if name in file.schema_arrow.names]


def _footer(path: Path) -> str:
    """The end of a Parquet file says where everything in it lies and how long it is."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - (1 << 16)))
        return blake2b(file.read(), digest_size=12).hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from None


def _shipped() -> str:
    from imena.lexicon.identity import shipped_home

    home = shipped_home()
    return mark_of(str(home), ".toml") if home else ""


_ARCHIVE: list[Archive] = []


def _begin(archive: Archive) -> None:
    """A process that outlives its parent would wait for work for ever; one that is interrupted
    has nothing to say."""
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        sentinel = parent.sentinel
        Thread(target=lambda: (wait([sentinel]), os._exit(1)), daemon=True).start()
    _ARCHIVE[:] = [archive]


def _one(stretch: Stretch) -> int:
    return _ARCHIVE[0].make(stretch)


def _parallel(archive: Archive, missing: Iterable[Stretch], jobs: int) -> Iterator[int]:
    """Fresh processes, not forks: the threads of Arrow do not survive a fork."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    spawn = get_context("spawn")
    with ProcessPoolExecutor(jobs, spawn, initializer=_begin, initargs=(archive,)) as pool:
        try:
            yield from pool.map(_one, missing)
        except BrokenProcessPool:
            raise ImenaError("a process died; run the same command again to go on") from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
