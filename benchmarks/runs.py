"""Commands run and measured: wall time, CPU time, peak memory; imena and its peers as commands."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """Seconds on the clock, seconds of CPU (children too), megabytes at most in memory."""

    wall: float
    cpu: float
    memory: float


class Tool(NamedTuple):
    """A command that checks ``path``; ``stream`` says that it reads it as standard input."""

    name: str
    command: tuple[str, ...]
    stream: bool = False
    prepare: Callable[[], object] = lambda: None

    def on(self, path: Path) -> Run:
        self.prepare()
        if self.stream:
            return run(self.command, path)
        return run((*self.command, str(path)))


#: What a user's machine does: modules are compiled once and kept.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def run(command: Sequence[str], stdin: Path | None = None) -> Run:
    """One run of ``command``, its output thrown away."""
    with open(stdin or os.devnull, "rb") as source:  # noqa: PTH123 - devnull is no path
        began = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**_ENVIRONMENT, **_caches()},
        )  # fmt: skip
        _, _, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = 0  # waited for above
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _caches() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k == "IMENA_CACHE_DIR"}


def median(runs: Iterable[Run]) -> Run:
    """The median of each number."""
    return Run(*map(statistics.median, zip(*runs, strict=True)))


def in_turn(tools: Sequence[Tool], path: Path, rounds: int) -> dict[str, Run]:
    """Medians of ``rounds`` in which each tool runs once: whatever else the machine does meets
    all of them alike. One more run comes first, which nobody counts."""
    paths: Mapping[str, Path] = {tool.name: path for tool in tools}
    return in_turn_on(tools, paths, rounds)


def in_turn_on(tools: Sequence[Tool], paths: Mapping[str, Path], rounds: int) -> dict[str, Run]:
    """As :func:`in_turn`, each tool on a path of its own."""
    seen: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    for number in range(rounds + 1):
        for tool in tools:
            made = tool.on(paths[tool.name])
            if number:
                seen[tool.name].append(made)
    return {name: median(runs) for name, runs in seen.items()}


def imena(name: str, dictionary: Path, *more: str, fresh: bool = False) -> Tool:
    """imena with every default rule; ``fresh`` forgets the results of former runs first."""
    command = (sys.executable, "-m", "imena", "check", "--isolated", "--exit-zero")
    return Tool(name, (*command, "--dictionary", str(dictionary), *more), prepare=_forget(fresh))


def _forget(fresh: bool) -> Callable[[], object]:
    results = Path(os.environ["IMENA_CACHE_DIR"]) / "results"
    return lambda: fresh and shutil.rmtree(results, ignore_errors=True)


def peers() -> list[Tool]:
    """The peers that are installed."""
    beside = Path(sys.executable).parent
    known = [
        Tool("hunspell", ("hunspell", "-l", "-d", "ru_RU"), stream=True),
        Tool("aspell", ("aspell", "list", "-l", "ru"), stream=True),
        Tool("codespell", (_found("codespell", beside),)),
        Tool("typos", (_found("typos", beside),)),
    ]
    return [tool for tool in known if shutil.which(tool.command[0])]


def _found(name: str, beside: Path) -> str:
    """The command of the environment that runs this, else of the system."""
    return str(beside / name) if (beside / name).exists() else name
