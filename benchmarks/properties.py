"""100,000 documents of all formats that hypothesis makes, each held to what must always hold.

    python benchmarks/properties.py [--documents 25000] [--processes 2]

Runs ``tests/formats/test_properties.py`` with that many documents a format and counts what
hypothesis says it tried.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_TRIED = re.compile(r"(\d+) passing")
_TEST = re.compile(r"^(tests/\S+):$", re.M)


def main() -> int:
    """Print the counts; the exit code is that of the tests."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=25_000, help="of each format")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("-k", dest="chosen", default="all_that_holds", help="which properties")
    args = parser.parse_args()
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", str(args.processes), "--hypothesis-show-statistics",
         "tests/formats/test_properties.py", "-k", args.chosen],
        cwd=ROOT, env={**os.environ, "IMENA_EXAMPLES": str(args.documents)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    tried = 0
    for test, said in zip(*[iter(_TEST.split(done.stdout)[1:])] * 2, strict=True):
        count = max(map(int, _TRIED.findall(said)), default=0)
        tried += count
        print(f"{count:>8} {test}")
    print(f"{tried:>8} documents in {time.monotonic() - began:.0f} s")
    if done.returncode:
        print(done.stdout[-6000:], done.stderr[-2000:])
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
