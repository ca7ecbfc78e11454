"""100,000 documents of all formats that hypothesis makes, each held to what must always hold.

    python benchmarks/properties.py [--documents 25000] [--processes 2]

Runs ``tests/formats/test_properties.py`` with that many documents a format and counts what
hypothesis says it tried.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print the counts; the exit code is that of the tests."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=25_000, help="of each format")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", str(args.processes), "-k", "all_that_holds",
             "--junitxml", f"{home}/x.xml", "tests/formats/test_properties.py"],
            cwd=ROOT, env={**os.environ, "IMENA_EXAMPLES": str(args.documents)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        show(ElementTree.parse(f"{home}/x.xml"))
    print(f"{time.monotonic() - began:.0f} s")
    if done.returncode:
        print(done.stdout[-8000:], done.stderr[-2000:])
    return done.returncode


def show(results: ElementTree.ElementTree) -> None:
    """One line a format, and the sum."""
    total: Counter[str] = Counter()
    for case in results.iter("testcase"):
        counts = {p.get("name", ""): int(p.get("value", "0")) for p in case.iter("property")}
        total.update(counts)
        print(case.get("name"), counts)
    print("all", dict(total))


if __name__ == "__main__":
    sys.exit(main())
