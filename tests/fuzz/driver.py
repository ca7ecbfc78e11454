"""Coverage-guided fuzzing of one target (needs ``imena[fuzz]``).

    python tests/fuzz/driver.py markdown --seconds 300 --found found/

Goes on after a failure: the first input of each kind is kept in the directory ``--found``, the
corpus that covers most beside it, so that the next run starts where this one ended. A run that
ends with failures exits with 1. Inputs worth keeping belong into ``seeds/TARGET/``, which the
test suite runs.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
#: An input of a few kilobytes that takes longer hangs.
SLOW = 10


class Failures:
    """Kinds of failures, told apart by what was raised and where."""

    def __init__(self, home: Path, target: str) -> None:
        self.home, self.target = home, target
        self.counts: Counter[str] = Counter()

    def add(self, data: bytes, error: BaseException) -> None:
        """Keep ``data`` if it is the first or the shortest of its kind."""
        kind = _kind(error)
        self.counts[kind] += 1
        place = self.home / f"{self.target}-{sha1(kind.encode()).hexdigest()[:10]}"
        if not place.exists() or place.stat().st_size > len(data):
            self.home.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            text = "".join(traceback.format_exception(error))
            place.with_suffix(".txt").write_text(text, "utf-8", errors="backslashreplace")


def _kind(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} {places}"


class Run:
    """Calls the target, keeps what fails, and ends the process when time is up."""

    def __init__(self, name: str, target: Callable[[bytes], object], args: Any) -> None:
        self.name, self.target, self.seconds = name, target, args.seconds
        self.failures = Failures(args.found, name)
        self.executions = 0
        self.began = time.monotonic()

    def __call__(self, data: bytes) -> None:
        self.executions += 1
        signal.alarm(SLOW)
        try:
            self.target(data)
        except Exception as error:
            self.failures.add(data, error)
        finally:
            signal.alarm(0)
        if time.monotonic() - self.began > self.seconds:
            self._end()

    def _end(self) -> None:
        """libFuzzer itself would run neither ``finally`` nor ``atexit``."""
        counts = dict(self.failures.counts)
        spent = f"{self.executions} executions in {self.seconds} s"
        print(f"{self.name}: {spent}, failures: {counts or 'none'}", flush=True)
        os._exit(1 if counts else 0)


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    import atheris

    with atheris.instrument_imports(include=["imena"]):
        import targets
    signal.signal(signal.SIGALRM, _too_slow)
    corpus = args.found / "corpus" / args.target
    corpus.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_len={args.length}", "-timeout=60", "-rss_limit_mb=4096"]
    inputs = [f"-dict={HERE / 'words.dict'}", str(corpus), str(HERE / "seeds" / args.target)]
    run = Run(args.target, targets.TARGETS[args.target], args)
    atheris.Setup([sys.argv[0], *limits, *inputs], run)
    atheris.Fuzz()
    return 2


def _too_slow(*_: object) -> None:
    raise TimeoutError(f"an input took more than {SLOW} s")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--length", type=int, default=600, help="of inputs, bytes")
    parser.add_argument("--found", type=Path, default=Path("found"))
    return parser.parse_args(argv)


if __name__ == "__main__":
    os.environ.setdefault("IMENA_CACHE_DIR", str(HERE / ".cache"))
    sys.exit(main())
