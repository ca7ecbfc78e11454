"""``imena archive``: whole or not at all, and the same however often it was stopped."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from texts import NAMES, parquet, session, table

from imena.archive import Archive, Progress
from imena.batches import Layout, check_batch, schema
from imena.errors import InputError

OWN = ["--dictionary", str(NAMES), "--no-default-dictionaries", "--no-plugins", "--isolated"]


def archive(home: Path, rows: int = 4, **settings: Any) -> Archive:
    return Archive(home / "in.parquet", home / "out.parquet", session(**settings), Layout(), rows)


def imena(home: Path, *args: str) -> Any:
    command = [sys.executable, "-m", "imena", "archive", *args, *OWN]
    return subprocess.run(command, cwd=home, capture_output=True, env=env(home), check=False)


def env(home: Path) -> dict[str, str]:
    return {**os.environ, "IMENA_CACHE_DIR": str(home / "cache"), "LANG": "ru_RU.UTF-8"}


def test_the_file_holds_what_batches_give(tmp_path: Path) -> None:
    """Stretches end inside row groups and batches; order and row numbers stay."""
    parquet(tmp_path / "in.parquet", 50, 17)
    assert archive(tmp_path).run(1) == 33
    found = pq.read_table(tmp_path / "out.parquet")
    assert found.schema.equals(schema())
    wanted = check_batch(table(50).combine_chunks().to_batches()[0], session())
    assert found.to_pylist() == wanted.to_pylist()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]


def test_rows_without_an_id_are_numbered_over_the_whole_file(tmp_path: Path) -> None:
    only = table(50).select(["text"])
    pq.write_table(only, tmp_path / "in.parquet", row_group_size=17)
    archive(tmp_path).run(1)
    found = pq.read_table(tmp_path / "out.parquet").column("id").to_pylist()
    wanted = [f"№{name}" for name in found]
    assert (
        wanted
        == check_batch(table(50).combine_chunks().to_batches()[0], session())
        .column("id")
        .to_pylist()
    )


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 50, 17)
    archive(tmp_path).run(1)
    one = (tmp_path / "out.parquet").read_bytes()
    told: list[Progress] = []
    archive(tmp_path).run(2, told.append)
    assert (tmp_path / "out.parquet").read_bytes() == one
    assert told[-1] == (50, 50, 33) and [p.done for p in told] == sorted(p.done for p in told)


class Stopped(Exception):
    pass


def _stop_after(count: int) -> Any:
    def tell(progress: Progress) -> None:
        if progress.done >= count:
            raise Stopped

    return tell


def test_a_stopped_run_goes_on_and_does_nothing_twice(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 48, 16)
    archive(tmp_path).run(1)
    whole = (tmp_path / "out.parquet").read_bytes()
    (tmp_path / "out.parquet").unlink()
    with pytest.raises(Stopped):
        archive(tmp_path).run(1, _stop_after(24))
    assert not (tmp_path / "out.parquet").exists()
    told: list[Progress] = []
    archive(tmp_path).run(1, told.append)
    assert [p.done for p in told] == [28, 32, 36, 40, 44, 48]
    assert (tmp_path / "out.parquet").read_bytes() == whole


def test_a_damaged_part_is_made_again(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 48, 16)
    archive(tmp_path).run(1)
    whole = (tmp_path / "out.parquet").read_bytes()
    with pytest.raises(Stopped):
        archive(tmp_path).run(1, _stop_after(24))
    part = tmp_path / "out.parquet.parts" / "000002.part"
    part.write_bytes(part.read_bytes()[:100])
    archive(tmp_path).run(1)
    assert (tmp_path / "out.parquet").read_bytes() == whole


def _other_rows(home: Path) -> None:
    parquet(home / "in.parquet", 49, 16)


CHANGES = {
    "input": (_other_rows, {}),
    "settings": (None, {"per_file_ignores": {"*": ("T",)}}),
    "language": (None, {"language": "en"}),
    "dictionaries": (None, {"dictionaries": (NAMES, NAMES)}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_parts_of_another_run_are_never_mixed_in(what: str, tmp_path: Path) -> None:
    change, changed = CHANGES[what]
    parquet(tmp_path / "in.parquet", 48, 16)
    with pytest.raises(Stopped):
        archive(tmp_path).run(1, _stop_after(24))
    if change:
        change(tmp_path)
    with pytest.raises(InputError, match="holds parts of another run"):
        archive(tmp_path, **changed).run(1)
    assert len(list((tmp_path / "out.parquet.parts").glob("0*"))) == 6
    told: list[Progress] = []
    archive(tmp_path, **changed).run(1, told.append, restart=True)
    assert told[0].done == 4


def test_a_directory_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 8, 8)
    mine = tmp_path / "out.parquet.parts" / "thesis.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    for restart in (False, True):
        with pytest.raises(InputError):
            archive(tmp_path).run(1, restart=restart)
    assert mine.read_text() == "mine"


def test_killed_at_any_moment_it_ends_with_the_same_bytes(tmp_path: Path) -> None:
    """SIGKILL to the parent alone: its processes must end too (40 kills: IMENA_KILLS=40)."""
    parquet(tmp_path / "in.parquet", 10_000, 1_000)
    args = ["in.parquet", "out.parquet", "-j", "2"]
    assert imena(tmp_path, *args).returncode == 0
    whole = (tmp_path / "out.parquet").read_bytes()
    (tmp_path / "out.parquet").unlink()
    rng = random.Random(9)
    for number in range(int(os.environ.get("IMENA_KILLS", "3"))):
        command = [sys.executable, "-m", "imena", "archive", *args, *OWN]
        run = subprocess.Popen(
            command, cwd=tmp_path, env=env(tmp_path), stderr=subprocess.DEVNULL, process_group=0
        )
        time.sleep(rng.uniform(0.1, 2))
        run.send_signal(signal.SIGKILL)
        run.wait()
        if (tmp_path / "out.parquet").exists():
            assert (tmp_path / "out.parquet").read_bytes() == whole, number
            (tmp_path / "out.parquet").unlink()
    _ends(run.pid)
    assert imena(tmp_path, *args).returncode == 0
    assert (tmp_path / "out.parquet").read_bytes() == whole
    assert not (tmp_path / "out.parquet.parts").exists()


def _ends(group: int) -> None:
    """Wait for every process of a group."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("processes outlive their parent")


def _broken(home: Path) -> None:
    data = parquet(home / "in.parquet", 40, 10).read_bytes()
    (home / "in.parquet").write_bytes(data[:-100])


def _bad_page(home: Path) -> None:
    data = bytearray(parquet(home / "in.parquet", 400, 10).read_bytes())
    data[2000:2600] = bytes(600)
    (home / "in.parquet").write_bytes(data)


def _other_column(home: Path) -> None:
    pq.write_table(pa.table({"body": ["x"]}), home / "in.parquet")


def _nothing(home: Path) -> None:
    pass


BROKEN = {
    "cut": (_broken, [], "in.parquet: is no whole Parquet file: "),
    "page": (_bad_page, [], "in.parquet: Corrupt snappy compressed data"),
    "column": (_other_column, [], "in.parquet: no column 'text'; there are body"),
    "named": (_other_column, ["--text-column", "x"], "in.parquet: no column 'x'; there are body"),
    "missing": (_nothing, [], "in.parquet: No such file or directory"),
    "format": (_other_column, ["--format", "pdf"], "no format 'pdf'"),
    "jobs": (_other_column, ["-j", "0"], "--jobs must be at least 1"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_bad_input_is_one_clear_line(name: str, tmp_path: Path) -> None:
    make, args, message = BROKEN[name]
    make(tmp_path)
    done = imena(tmp_path, "in.parquet", "out.parquet", *args)
    err = done.stderr.decode()
    assert done.returncode == 2 and err.startswith(f"imena: {message}"), err
    assert len(err.splitlines()) == 1 and not (tmp_path / "out.parquet").exists()


def test_a_row_that_cannot_be_read_is_named_with_its_file(tmp_path: Path) -> None:
    rows = pa.table({"id": ["a", "b"], "text": ["x", "y"], "date": ["2024-01-01", "вчера"]})
    pq.write_table(rows, tmp_path / "in.parquet")
    with pytest.raises(InputError) as caught:
        archive(tmp_path).run(1)
    place = f"{tmp_path / 'in.parquet'}: row b: "
    assert str(caught.value) == f"{place}'вчера' is no date like 2024-05-31"


def test_no_progress_where_nobody_watches(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 48, 16)
    done = imena(tmp_path, "in.parquet", "out.parquet", "-j", "1")
    assert done.stdout == b"" and done.stderr == b"imena: 32 findings in out.parquet\n"


def test_progress_where_somebody_watches(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    parquet(tmp_path / "in.parquet", 48, 16)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "imena", "archive", "in.parquet", "out.parquet", "-j1", *OWN]
    subprocess.run(command, cwd=tmp_path, stderr=theirs, env=env(tmp_path), check=True)
    seen = os.read(ours, 10_000).decode()
    assert "\r\x1b[K 33% 16/48, 11 found" in seen and "100% 48/48, 32 found" in seen


def test_an_error_in_another_process_is_the_same_error(tmp_path: Path) -> None:
    rows = pa.table({"id": ["a", "b"], "text": ["x", "y"], "date": ["2024-01-01", "вчера"]})
    pq.write_table(rows, tmp_path / "in.parquet", row_group_size=1)
    done = imena(tmp_path, "in.parquet", "out.parquet", "-j", "2")
    said = "imena: in.parquet: row b: 'вчера' is no date like 2024-05-31\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_killed_while_clearing_up_it_can_be_run_again(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", 48, 16)
    with pytest.raises(Stopped):
        archive(tmp_path).run(1, _stop_after(48))
    for part in sorted((tmp_path / "out.parquet.parts").glob("0*"))[:5]:
        part.unlink()
    assert archive(tmp_path).run(1) == 32
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]


def test_a_file_of_no_rows_gives_a_file_of_no_rows(tmp_path: Path) -> None:
    pq.write_table(table(0), tmp_path / "in.parquet")
    assert archive(tmp_path).run(2) == 0
    assert pq.read_table(tmp_path / "out.parquet").schema.equals(schema())


def test_input_is_never_the_output(tmp_path: Path) -> None:
    before = parquet(tmp_path / "in.parquet", 8, 8).read_bytes()
    done = imena(tmp_path, "in.parquet", "./in.parquet")
    assert done.returncode == 2 and (tmp_path / "in.parquet").read_bytes() == before
