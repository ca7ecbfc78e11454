"""Commands run and measured: wall time, CPU time, peak memory; imena and its peers as commands."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """Seconds on the clock, seconds of CPU (children too), megabytes at most in memory."""

    wall: float
    cpu: float
    memory: float


class Tool(NamedTuple):
    """A command that checks ``path``; ``stream`` says that it reads it as standard input,
    ``strict`` that it exits with 0 whatever it finds."""

    name: str
    command: tuple[str, ...]
    stream: bool = False
    prepare: Callable[[], object] = lambda: None
    strict: bool = False

    def on(self, path: Path) -> Run:
        self.prepare()
        if self.stream:
            return run(self.command, path, self.strict)
        return run((*self.command, str(path)), strict=self.strict)


#: What a user's machine does: modules are compiled once and kept.
_UNSET = "PYTHONDONTWRITEBYTECODE"
#: Starts the command from a small process: a child begins with the memory of its parent.
_LAUNCHER = """
import json, os, sys, time
null = os.open(os.devnull, os.O_RDWR)
source = os.open(sys.argv[1], os.O_RDONLY)
files = [(os.POSIX_SPAWN_DUP2, *pair) for pair in ((source, 0), (null, 1), (null, 2))]
began = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=files)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - began
print(os.waitstatus_to_exitcode(status))
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def run(command: Sequence[str], stdin: Path | None = None, strict: bool = False) -> Run:
    """One run of ``command``, its output thrown away; with ``strict`` it must exit with 0: a tool
    that failed at once would seem fast."""
    launch = [sys.executable, "-S", "-E", "-c", _LAUNCHER, str(stdin or os.devnull), *command]
    environment = {k: v for k, v in os.environ.items() if k != _UNSET}
    done = subprocess.run(launch, env=environment, check=True, capture_output=True)
    code, numbers = done.stdout.splitlines()
    if strict and int(code):
        raise RuntimeError(f"exit code {int(code)}: {' '.join(command)}")
    return Run(*json.loads(numbers))


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
    whole = (*command, "--dictionary", str(dictionary), *more)
    return Tool(name, whole, prepare=_forget(fresh), strict=True)


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
