"""Spark in local mode, with real executors and Python workers, gives what we give ourselves."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from texts import NAMES, session, table

from imena.batches import Layout, check_batch, schema
from imena.config_files import Config
from imena.errors import InputError
from imena.session import Session

HERE = Path(__file__).parent
HAVE = bool(find_spec("pyspark") and shutil.which("java"))
#: .ci/run installs what is missing, so there these tests must run.
pytestmark = [
    pytest.mark.skipif(
        not HAVE and not os.environ.get("IMENA_REQUIRE_TOOLS"), reason="needs pyspark and Java"
    ),
]


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two executor threads, each with Python workers of its own."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["IMENA_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    made = SparkSession.builder.master("local[2]").appName("imena")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100",
    }.items():
        made = made.config(key, value)
    started = made.getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    yield started
    started.stop()


@pytest.fixture(scope="session")
def frame(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    import pyarrow.parquet as pq

    path = tmp_path_factory.mktemp("spark") / "in.parquet"
    pq.write_table(table(1000), path, row_group_size=100)
    return spark.read.parquet(str(path)).repartition(4)


def run_of(**settings: Any) -> Session:
    """Unlike the session of the other tests this one keeps its lexicon in the cache."""
    config = Config(dictionaries=(NAMES,), default_dictionaries=False, language="ru")
    return Session(config._replace(**settings), entry_points=False)


def rows(found: Any) -> list[dict[str, Any]]:
    made = [row.asDict(recursive=True) for row in found.collect()]
    return sorted(made, key=lambda row: (row["id"], row["start"], row["code"]))


def test_the_same_findings_as_here(frame: Any) -> None:
    from imena.spark import check_dataframe

    batch = table(1000).combine_chunks().to_batches()[0]
    here = check_batch(batch, session()).to_pylist()
    wanted = sorted(here, key=lambda row: (row["id"], row["start"], row["code"]))
    assert rows(check_dataframe(frame, run_of())) == wanted and len(wanted) == 667


def test_the_schema_is_that_of_batches(frame: Any) -> None:
    """Spark reads its own words for it as the types we promise."""
    from pyspark.sql.pandas.types import to_arrow_schema

    from imena.spark import check_dataframe

    made = to_arrow_schema(check_dataframe(frame, run_of()).schema)
    assert made.equals(schema())


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs /proc")
def test_the_workers_map_the_lexicon_that_the_driver_compiled(frame: Any) -> None:
    """No dictionary is read by an executor: the compiled one is opened, by memory map."""
    from imena.spark import check_dataframe

    names = Path(os.environ["IMENA_CACHE_DIR"]) / "own.toml"
    shutil.copy(NAMES, names)
    assert check_dataframe(frame, run_of(dictionaries=(names,))).count() == 667
    assert _workers_that_map(Path(os.environ["IMENA_CACHE_DIR"]) / "lexicons")


def _workers_that_map(home: Path) -> list[Path]:
    """The maps of other processes that hold a file under ``home``; workers wait for more work."""
    own = Path(f"/proc/{os.getpid()}")
    others = (one / "maps" for one in Path("/proc").glob("[0-9]*") if one != own)
    return [one for one in others if str(home) in _read(one)]


def _read(maps: Path) -> str:
    try:
        return maps.read_text()
    except OSError:
        return ""


def test_settings_travel(frame: Any) -> None:
    from imena.spark import check_dataframe

    found = rows(check_dataframe(frame, run_of(language="en", per_file_ignores={"*": ("T", "V")})))
    assert {row["code"] for row in found} == {"O804"}
    assert all(row["message"].isascii() or "quot" in row["message"] for row in found)


MISSING = {
    "id": (["text"], Layout(), "no column 'id'; there are text"),
    "text": (["id"], Layout(), "no column 'text'; there are id"),
    "date": (["id", "text"], Layout(date="day"), "no column 'day'; there are id, text"),
}


@pytest.mark.parametrize("name", MISSING)
def test_missing_columns_are_told_before_anything_runs(name: str, frame: Any) -> None:
    from imena.spark import check_dataframe

    columns, layout, message = MISSING[name]
    with pytest.raises(InputError) as caught:
        check_dataframe(frame.select(*columns), run_of(), layout)
    assert str(caught.value) == message
