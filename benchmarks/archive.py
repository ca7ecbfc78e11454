"""Speed and memory of ``imena archive`` and of Spark over many real paragraphs.

    python benchmarks/archive.py ../shared/data --rows 200000 [--keep DIR] [--only archive]

Each row is a paragraph of real news whose people are replaced by people of the shipped
dictionaries in the same case (as in ``planted.py``), every tenth with one slip planted, joined
with a sentence of another text, so that hardly two rows are the same. Timed are whole commands:
start, reading, checking, writing. Memory is the sum of the proportional set sizes of all processes
of the run, twice a second. The run with two processes and the run that is killed in the middle
must give the bytes of the run with one; Spark must give the same rows.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.identity import shipped
from imena.lexicon.load import load_lexicon
from news import corpus
from planted import SLIPS, Cast, Names, plant, prepared

#: Rows of a row group of the file that is made.
GROUP = 20_000
_TICKS = os.sysconf("SC_CLK_TCK")
#: One row in so many has a slip.
SLIP_EVERY = 10


class Made(NamedTuple):
    """A paragraph with or without a slip; ``kind`` is empty without one."""

    text: str
    kind: str


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    if args.spark_to:
        return _spark(args.data, args.spark_to)
    with tempfile.TemporaryDirectory() as scratch:
        home = args.keep or Path(scratch)
        home.mkdir(parents=True, exist_ok=True)
        os.environ.setdefault("IMENA_CACHE_DIR", str(home / "cache"))
        source = home / "in.parquet"
        if not source.exists():
            make(args.data, source, args.rows, args.seed)
        size = _about(source)
        if "archive" in args.only:
            archive(source, home, size)
        if "spark" in args.only:
            spark(source, home, size)
        _shares(source, home / "one.parquet")
    return 0


def make(data: Path, target: Path, rows: int, seed: int) -> None:
    """Write ``rows`` rows of id, text and slip."""
    rng = random.Random(seed)
    paragraphs, sentences = _paragraphs(data, rows // 5, rng), _sentences(data)
    kind = pa.schema([("id", pa.string()), ("text", pa.string()), ("slip", pa.string())])
    with pq.ParquetWriter(target, kind) as writer:
        for start in range(0, rows, GROUP):
            made = [
                {"id": str(n), "text": f"{one.text}\n\n{rng.choice(sentences)}", "slip": one.kind}
                for n in range(start, min(rows, start + GROUP))
                for one in [rng.choice(paragraphs)]
            ]
            writer.write_table(pa.Table.from_pylist(made, kind))


def _paragraphs(data: Path, wanted: int, rng: random.Random) -> list[Made]:
    entries = merge([row for path, shown in shipped() for row in read_rows(path, shown)])
    cast, names, lexicon = Cast(entries), Names(data / "recognise_factrueval.tsv"), load_lexicon([])
    texts = [text for _, text in corpus(data / "news_factrueval.jsonl")]
    found: list[Made] = []
    while len(found) < wanted:
        for text in texts:
            ready = prepared(text, names, cast, rng)
            found += _cut(ready[0] if ready else text, "")
            if ready and ready[1] and rng.random() < 0.7:
                kind = rng.choice(sorted(SLIPS))
                slip = plant(ready[0], rng.choice(ready[1]), kind, rng, lexicon)
                found += _cut(slip.wrong, kind, slip.span.start) if slip else []
    return found


def _cut(text: str, kind: str, at: int = -1) -> Iterator[Made]:
    """The paragraphs of ``text``, or the one that ``at`` (a code point) stands in."""
    for match in re.finditer(r"[^\n]+", text):
        if len(match[0]) > 80 and (at < 0 or match.start() <= at < match.end()):
            yield Made(match[0], kind)


def _sentences(data: Path) -> list[str]:
    texts = (text for _, text in corpus(data / "news_factrueval.jsonl"))
    return [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if 40 < len(s) < 200]


def _about(source: Path) -> tuple[int, int]:
    """Print what the file holds; gives the number of rows and the bytes of their texts."""
    file = pq.ParquetFile(source)
    texts = pq.read_table(source, columns=["text"])["text"]
    size = sum(len(text.as_py().encode()) for text in texts)
    print(f"{len(texts):,} rows ({len(texts.unique()):,} distinct), {size / 1e6:.1f} MB of text, "
          f"{file.num_row_groups} row groups")  # fmt: skip
    return len(texts), size


def archive(source: Path, home: Path, size: tuple[int, int]) -> None:
    one, two, again = (home / f"{name}.parquet" for name in ("one", "two", "again"))
    _warm(source, home)
    _said("archive -j 1", timed(_command(source, one, 1)), *size)
    _said("archive -j 2", timed(_command(source, two, 2)), *size)
    print(f"same bytes: {one.read_bytes() == two.read_bytes()}")
    _killed(source, again)
    print(f"killed and resumed, same bytes: {one.read_bytes() == again.read_bytes()}")


def spark(source: Path, home: Path, size: tuple[int, int]) -> None:
    target = home / "spark"
    command = [sys.executable, __file__, str(source), "--spark-to", str(target)]
    _said("Spark local[2]", timed(command), *size)
    same = _ordered(target) == _ordered(home / "one.parquet")
    print(f"Spark, the same rows as the archive: {same}")


def _warm(source: Path, home: Path) -> None:
    """Compile the lexicon, which is no part of the speed."""
    few = home / "few.parquet"
    pq.write_table(pq.ParquetFile(source).read_row_group(0).slice(0, 10), few)
    timed(_command(few, home / "warmed.parquet", 1))


def _command(source: Path, target: Path, jobs: int) -> list[str]:
    own = ["--language", "ru", "--isolated", "--no-plugins"]
    return [sys.executable, "-m", "imena", "archive", str(source), str(target), f"-j{jobs}", *own]


def _killed(source: Path, target: Path) -> None:
    """A run that is killed when a third of the parts are there, then the same command again."""
    run = subprocess.Popen(_command(source, target, 2), stderr=subprocess.DEVNULL)
    parts = target.with_name(f"{target.name}.parts")
    third = pq.ParquetFile(source).metadata.num_rows // 8192 // 3
    while run.poll() is None and len(list(parts.glob("0*"))) < third:
        time.sleep(0.2)
    run.send_signal(signal.SIGKILL)
    run.wait()
    print(f"killed with {len(list(parts.glob('0*')))} parts")
    subprocess.run(_command(source, target, 2), check=True, stderr=subprocess.DEVNULL)


class Cost(NamedTuple):
    """Of a run and all its processes: seconds of wall and of CPU, peak bytes."""

    wall: float
    cpu: float
    peak: int


def timed(command: Sequence[str]) -> Cost:
    began = time.perf_counter()
    run = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)
    watch = Watch(run.pid)
    _, err = run.communicate()
    watch.done.set()
    if run.returncode:
        raise SystemExit(err.decode())
    return Cost(time.perf_counter() - began, sum(watch.seconds.values()), watch.peak)


class Watch(threading.Thread):
    """What the processes of a session take, looked at twice a second: the most memory that they
    have held together, and the seconds of CPU of each."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak, self.done = session, 0, threading.Event()
        self.seconds: dict[str, float] = {}
        self.start()

    def run(self) -> None:
        while not self.done.wait(0.5):
            self.peak = max(self.peak, sum(self._look(one) for one in _processes()))

    def _look(self, process: Path) -> int:
        """Bytes of one process with its part of what it shares; 0 for those of other sessions."""
        try:
            state = (process / "stat").read_text().rpartition(")")[2].split()
            if int(state[3]) != self.session:
                return 0
            self.seconds[process.name] = (int(state[11]) + int(state[12])) / _TICKS
            found = re.search(r"Pss:\s+(\d+)", (process / "smaps_rollup").read_text())
            return 1024 * int(found[1]) if found else 0
        except OSError:
            return 0


def _processes() -> Iterator[Path]:
    return Path("/proc").glob("[0-9]*")


def _said(name: str, cost: Cost, rows: int, size: int) -> None:
    print(f"{name:14} peak {cost.peak / 1e6:,.0f} MB")
    for kind, seconds in (("wall", cost.wall), ("CPU", cost.cpu)):
        speed = f"{rows / seconds:7,.0f} rows/s {size / 1e6 / seconds:6.2f} MB/s"
        print(f"  {kind:4}{seconds:8.1f} s {speed}", flush=True)


def _shares(source: Path, found: Path) -> None:
    slips = pq.read_table(source, columns=["id", "slip"]).to_pylist()
    planted = {row["id"] for row in slips if row["slip"]}
    hit = set(pq.read_table(found, columns=["id"])["id"].to_pylist())
    print(f"{len(planted & hit):,} of {len(planted):,} rows with a slip have a finding, "
          f"{len(hit - planted):,} of {len(slips) - len(planted):,} others")  # fmt: skip


def _ordered(path: Path) -> list[dict[str, object]]:
    rows = pq.read_table(path).to_pylist()
    return sorted(rows, key=lambda row: (int(row["id"]), row["start"], row["code"], row["end"]))


def _spark(source: Path, target: Path) -> int:
    """In a process of its own: check with two executor threads, write Parquet."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    from imena import Session, check_dataframe
    from imena.config_files import Config

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
    run = Session(Config(language="ru"), entry_points=False)
    frame = spark.read.parquet(str(source)).repartition(16)
    check_dataframe(frame, run).write.mode("overwrite").parquet(str(target))
    spark.stop()
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path, help="directory with the corpus and its lemmas")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work here and leave the files")
    parser.add_argument("--only", nargs="+", default=["archive", "spark"])
    parser.add_argument("--spark-to", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
