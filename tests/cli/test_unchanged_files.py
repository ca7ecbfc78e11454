"""Runs over files that a former run has seen: the same answer, from few files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_commands import NAMES, environment, imena

OWN = ["--dictionary", str(NAMES), "--no-default-dictionaries", "--output-format", "concise"]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    home = tmp_path / "texts"
    home.mkdir()
    for number in range(500):
        wrong = "" if number % 5 else "Касым-Жомрат Токаев."
        (home / f"{number:03}.txt").write_text(f"Текст {number}. {wrong}", "utf-8")
    return home


def state(cache: Path) -> dict[str, int]:
    files = [one for one in (cache / "results").rglob("*") if one.is_file()]
    return {str(one): one.stat().st_mtime_ns for one in files}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_results_of_many_texts_lie_in_few_files(jobs: str, texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = imena(["check", ".", "-j", jobs, *OWN], texts, cache)
    made = state(cache)
    assert first.stdout.count(b"T101") == 100 and 0 < len(made) < 8, first.stderr.decode()
    assert imena(["check", ".", "-j", jobs, *OWN], texts, cache).stdout == first.stdout
    assert state(cache) == made, "a run over unchanged files writes nothing"
    (texts / "new.txt").write_text("Касым-Жомрат Токаев.", "utf-8")
    assert imena(["check", ".", *OWN], texts, cache).stdout.count(b"T101") == 101
    assert state(cache) != made


def test_other_settings_give_other_results(texts: Path, tmp_path: Path) -> None:
    for more in ([], ["--ignore", "T1"], []):
        done = imena(["check", "000.txt", *more, *OWN], texts, tmp_path / "cache")
        assert bool(done.stdout) is not bool(more)


@pytest.mark.parametrize("args", [["-"], ["-", "--fix"], ["000.txt"], ["000.txt", "--diff"]])
def test_every_way_of_checking_is_kept(args: list[str], texts: Path, tmp_path: Path) -> None:
    source = (texts / "000.txt").read_bytes()
    seen = []
    for _ in range(2):
        done = imena(["check", *args, *OWN], texts, tmp_path / "cache", source)
        seen.append((done.stdout, done.returncode, state(tmp_path / "cache")))
    assert seen[0] == seen[1] and seen[0][2]


def test_clean_removes_the_results(texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    imena(["check", ".", *OWN], texts, cache)
    assert imena(["cache", "clean"], texts, cache).returncode == 0
    assert state(cache) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="kills a group of processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_leaves_what_the_next_can_use(jobs: str, texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(12):
        shutil.copytree(texts, texts.with_name("more") / f"{number}")
    texts = texts.with_name("more")
    whole = imena(["check", ".", "--no-cache", *OWN], texts, cache).stdout
    command = [sys.executable, "-m", "imena", "check", ".", "-j", jobs, *OWN]
    run = subprocess.Popen(
        command,
        cwd=texts,
        env=environment(cache),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not state(cache) and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL and state(cache)
    assert imena(["check", ".", *OWN], texts, cache).stdout == whole


def test_two_runs_at_once_give_what_one_gives(texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    whole = imena(["check", ".", "--no-cache", *OWN], texts, cache).stdout
    command = [sys.executable, "-m", "imena", "check", ".", *OWN]
    runs = [
        subprocess.Popen(
            [*command, "-j", jobs], cwd=texts, env=environment(cache), stdout=subprocess.PIPE
        )
        for jobs in ("1", "2", "1", "2")
    ]
    assert [run.communicate()[0] for run in runs] == [whole] * 4
    made = state(cache)
    assert imena(["check", ".", *OWN], texts, cache).stdout == whole
    assert state(cache) == made and len(made) < 12
