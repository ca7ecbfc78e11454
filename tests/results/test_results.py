"""Results of former runs lie in few files, and are right or missing whatever happens to these."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from imena.config_files import Config
from imena.findings import (
    Applicability,
    Edit,
    EntryRef,
    Finding,
    Fix,
    Message,
    Severity,
)
from imena.results import Results, shelf
from imena.text.span import Span

PATH = Path("a.txt")


def finding(text: str) -> Finding:
    span = Span(3, 9)
    fix = Fix(Applicability.SAFE, (Edit(span, text.upper()),))
    message, entry = Message("по-русски", "in English"), EntryRef("id", "Имя", "own.toml", "note")
    return Finding("T101", "typo", Severity.ERROR, 0.9, message, span, text, entry, fix, ("a", "b"))


def findings(number: int) -> list[Finding]:
    """Nothing in most texts, as in life."""
    return [finding(f"слово {number} {n}") for n in range(3)] if number % 10 == 0 else []


def text(number: int) -> bytes:
    return f"text {number}".encode()


def at(home: Path) -> Results:
    return Results(home, Config())


def put(home: Path, numbers: range) -> None:
    results = at(home)
    for number in numbers:
        results.put(PATH, text(number), findings(number))
    results.flush()


def known(home: Path, numbers: range) -> int:
    """How many results are there; each must be right."""
    results, count = at(home), 0
    for number in numbers:
        found = results.get(PATH, text(number))
        assert found is None or found == findings(number)
        count += found is not None
    return count


def packs(home: Path) -> list[Path]:
    return sorted(home.iterdir())


def test_what_was_put_is_found_before_and_after_it_is_kept(tmp_path: Path) -> None:
    results = at(tmp_path / "r")
    assert results.get(PATH, text(0)) is None
    results.put(PATH, text(0), findings(0))
    results.put(PATH, text(1), [])
    assert (results.get(PATH, text(0)), results.get(PATH, text(1))) == (findings(0), [])
    results.flush()
    for one in (results, at(tmp_path / "r")):
        assert (one.get(PATH, text(0)), one.get(PATH, text(1))) == (findings(0), [])
        assert one.get(Path("b.txt"), text(0)) is None
        assert one.get(PATH, text(2)) is None


def test_many_results_lie_in_few_files(tmp_path: Path) -> None:
    put(tmp_path, range(5000))
    for number in range(5000, 5200):  # as many hooks, each with one text
        put(tmp_path, range(number, number + 1))
    assert len(packs(tmp_path)) < 8
    assert known(tmp_path, range(5200)) == 5200


def test_a_killed_run_keeps_most_of_what_it_did(tmp_path: Path) -> None:
    pid = os.fork()
    if not pid:
        results = at(tmp_path)
        for number in range(1700):
            results.put(PATH, text(number), findings(number))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    assert 1500 <= known(tmp_path, range(1700)) < 1700


def test_a_slow_run_keeps_results_every_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("imena.results.monotonic", lambda: now[0])
    results = at(tmp_path)
    for number in range(5):
        results.put(PATH, text(number), findings(number))
        now[0] += 0.6
    assert known(tmp_path, range(5)) == 3


def test_whatever_byte_is_damaged_a_result_is_right_or_missing(tmp_path: Path) -> None:
    put(tmp_path, range(12))
    (pack,) = packs(tmp_path)
    whole = pack.read_bytes()
    records = shelf.HEAD + 12 * shelf.ROW
    for place in range(len(whole)):
        pack.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert known(tmp_path, range(12)) >= (11 if place >= records else 0)
        pack.write_bytes(whole[:place])
        assert known(tmp_path, range(12)) < 12
    pack.write_bytes(bytes(len(whole)))
    assert known(tmp_path, range(12)) == 0


@pytest.mark.parametrize("damage", ["torn", "zeroes", "empty", "noise", "a directory"])
def test_a_damaged_pack_heals(damage: str, tmp_path: Path) -> None:
    put(tmp_path, range(300))
    (pack,) = packs(tmp_path)
    whole = pack.read_bytes()
    pack.unlink()
    if damage == "a directory":
        pack.mkdir()
    else:
        torn = {"torn": whole[: len(whole) * 3 // 4], "zeroes": bytes(len(whole)), "empty": b""}
        pack.write_bytes(torn.get(damage, whole[:16] + os.urandom(len(whole))))
    before = known(tmp_path, range(300))
    assert before > 0 if damage == "torn" else before == 0
    put(tmp_path, range(300))
    assert known(tmp_path, range(300)) == 300


def test_a_damaged_record_never_becomes_a_good_one(tmp_path: Path) -> None:
    put(tmp_path, range(50))
    (pack,) = packs(tmp_path)
    whole = pack.read_bytes()
    pack.write_bytes(whole.replace("по-русски".encode(), "не-русски".encode()))
    put(tmp_path, range(50, 60))
    assert known(tmp_path, range(60)) == 60 - 5
    (merged,) = packs(tmp_path)
    assert "не-русски".encode() not in merged.read_bytes()


def _work(home: Path, number: int) -> int:
    """A run of many small steps; some of its texts are those of the other runs."""
    for step in range(30):
        begin = number * 1000 + step * 20
        put(home, range(begin, begin + 20))
        put(home, range(step, step + 3))
    return known(home, range(number * 1000, number * 1000 + 600))


def test_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "new" / "state"
    with ProcessPoolExecutor(4, get_context("fork")) as pool:
        assert list(pool.map(partial(_work, home), range(1, 5))) == [600] * 4
    for number in range(1, 5):
        assert known(home, range(number * 1000, number * 1000 + 600)) == 600
    put(home, range(9000, 9001))
    assert len(packs(home)) < 12


def test_a_pack_that_another_run_merges_while_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, range(5))
    listed = os.listdir

    def slow(home: str) -> list[str]:
        names = listed(home)
        monkeypatch.setattr(os, "listdir", listed)
        put(tmp_path, range(5, 10))
        return names

    monkeypatch.setattr(os, "listdir", slow)
    assert known(tmp_path, range(5)) == 5


def test_the_size_is_bounded_and_the_oldest_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "LIMIT", 40_000)
    monkeypatch.setattr(shelf, "FULL", 5_000)
    for begin in range(0, 5000, 50):
        put(tmp_path, range(begin, begin + 50))
        assert sum(one.stat().st_size for one in packs(tmp_path)) <= 40_000
        assert known(tmp_path, range(begin, begin + 50)) == 50
    assert known(tmp_path, range(100)) == 0
    assert 200 < known(tmp_path, range(5000)) < 1000
    assert len(packs(tmp_path)) < 16


def test_a_result_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imena.results.LARGEST", 200)
    put(tmp_path, range(1, 11))
    assert known(tmp_path, range(1, 11)) == 9


def test_of_many_states_those_not_used_go(tmp_path: Path) -> None:
    old = time.time() - 1000
    for number in range(30):
        put(tmp_path / f"{number:02}", range(3))
        os.utime(tmp_path / f"{number:02}", (old + number, old + number))
    left = [one.name for one in packs(tmp_path)]
    assert left == [f"{number:02}" for number in range(30 - len(left), 30)] and len(left) == 16


def test_a_state_that_is_only_read_counts_as_used(tmp_path: Path) -> None:
    put(tmp_path, range(3))
    os.utime(tmp_path, (1, 1))
    known(tmp_path, range(1))
    assert time.time() - tmp_path.stat().st_mtime < 100


def test_what_killed_runs_left_half_written_goes(tmp_path: Path) -> None:
    put(tmp_path, range(1))
    for name, age in ((".old.pack", 10_000), (".new.pack", 0)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    put(tmp_path, range(1, 2))
    assert [one.name for one in packs(tmp_path) if one.name.startswith(".")] == [".new.pack"]


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for home in (tmp_path / "file", tmp_path / "file" / "state"):
        results = at(home)
        for number in range(2000):
            results.put(PATH, text(number), findings(number))
        results.flush()
        assert known(home, range(10)) == 0


def test_the_only_file_of_a_run_is_found_among_a_hundred_thousand(tmp_path: Path) -> None:
    """Without reading all: that would take a hundred times as long."""
    put(tmp_path, range(100_000))
    assert len(packs(tmp_path)) < 12
    took = []
    for _ in range(9):
        begin = time.perf_counter()
        assert known(tmp_path, range(5)) == 5
        took.append(time.perf_counter() - begin)
    assert min(took) < 0.004


def test_an_unchanged_clean_text_loads_neither_findings_nor_the_keeping(tmp_path: Path) -> None:
    put(tmp_path, range(1, 4))
    code = (
        "import sys; from pathlib import Path; from imena.config_files import Config; "
        "from imena.results import Results; "
        f"r = Results(Path({str(tmp_path)!r}), Config()); "
        "assert r.get(Path('a.txt'), b'text 1') == []; r.flush(); "
        "print(*sorted(m for m in sys.modules if m == 'json' or 'imena.results' in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["imena.results", "imena.results.pack"]
