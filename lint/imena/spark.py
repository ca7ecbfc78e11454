"""Findings in a Spark DataFrame: :func:`imena.batches.check_batch` on every executor.

Needs ``imena[spark]`` on the driver and, besides Spark itself, ``imena[archive]`` and the named
dictionary files on the executors. Each machine compiles the lexicon once into its cache directory
(``spark.executorEnv.IMENA_CACHE_DIR`` names another) and every Python worker maps it from there.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from imena.batches import Layout, check_batch
from imena.errors import InputError
from imena.session import Session

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["SCHEMA", "check_dataframe"]

#: :func:`imena.batches.schema` as Spark writes it.
SCHEMA = (
    "id string not null, path string, code string not null, rule string not null, "
    "severity string not null, confidence double not null, message string not null, "
    "line int not null, `column` int not null, end_line int not null, end_column int not null, "
    "start int not null, `end` int not null, text string not null, "
    "entry struct<id: string not null, name: string not null, dictionary: string not null>, "
    "fix struct<applicability: string not null, "
    "edits: array<struct<start: int not null, `end`: int not null, text: string not null>> "
    "not null>, suggestions array<string> not null"
)


def check_dataframe(
    frame: DataFrame, session: Session | None = None, layout: Layout | None = None
) -> DataFrame:
    """The findings in the texts of ``frame``, one row each, with the columns of ``SCHEMA``.

    Lazy, as everything in Spark. There must be an id column: rows have no numbers here. Raises
    InputError for missing columns, and what opening the dictionaries raises.
    """
    layout = layout or Layout()
    run = session or Session()
    wanted = _columns(frame.columns, layout)
    _ = run.lexicon  # complains here of broken dictionaries, and leaves them compiled
    work = _Work(pickle.dumps(run), layout)
    return frame.select(*[f"`{name}`" for name in wanted]).mapInArrow(work, SCHEMA)


def _columns(there: list[str], layout: Layout) -> list[str]:
    """The columns to send to the workers, no others."""
    named = [layout.text, layout.id or "id", *filter(None, (layout.date, layout.path))]
    for name in named:
        if name not in there:
            raise InputError(f"no column {name!r}; there are {', '.join(there)}")
    by_name = [name for name in ("date", "path") if name in there]
    return list(dict.fromkeys([*named, *by_name]))


class _Work:
    """What a task does; the session travels as bytes, so that a worker opens each only once."""

    def __init__(self, session: bytes, layout: Layout) -> None:
        self.session, self.layout = session, layout

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        session = _opened(self.session)
        for batch in batches:
            yield check_batch(batch, session, self.layout)


@lru_cache(maxsize=4)
def _opened(pickled: bytes) -> Session:
    found: Session = pickle.loads(pickled)
    return found
