"""Builds sdist and wheel, and tries them out as a stranger would.

    python scripts/release.py                       # python3.10 … python3.13 from PATH
    python scripts/release.py --python PATH …       # these interpreters instead

Both packages are built in a clean directory and checked by twine. Then, for each interpreter: a
new environment, the wheel installed into it, the sample article checked; with the first one the
sdist as well. Only when all of that went well do the packages move to ``dist/``. Nothing is
uploaded. Exit codes: 0 all well, 1 something failed, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = ("python3.10", "python3.11", "python3.12", "python3.13")
ARTICLE = ROOT / "examples" / "article.txt"
#: What the README promises of the sample article.
EXPECTED = [
    ("T101", "Жомрат", ["Жомарт"]),
    ("O804", "Хабар 24", ["«Хабар 24»"]),
    ("V201", "Тохтар", ["Токтар"]),
    ("O802", "Совет по коллективной безопасности", ["Совет коллективной безопасности"]),
]


class Failed(Exception):
    """A step that did not come out as it must."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--python", action="append", metavar="PATH", help="may be repeated")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIRECTORY")
    args = parser.parse_args(argv)
    pythons = [shutil.which(name) for name in args.python or PYTHONS]
    for name, path in zip(args.python or PYTHONS, pythons, strict=True):
        if path is None:
            parser.error(f"no interpreter {name}; name those there are with --python PATH")
    with tempfile.TemporaryDirectory(prefix="imena-release-") as home:
        try:
            release(Path(home), [path for path in pythons if path], args.out)
        except Failed as error:
            print(f"release: {error}", file=sys.stderr)
            return 1
    return 0


def release(home: Path, pythons: Sequence[str], out: Path) -> None:
    """Build, check, try out, and put the packages into ``out``. Raises Failed."""
    packages = build(home / "dist")
    for number, python in enumerate(pythons):
        for package in packages if number == 0 else packages[:1]:
            try_out(python, package, home / f"{number}-{package.suffix[1:]}")
    out.mkdir(parents=True, exist_ok=True)
    for package in packages:
        shutil.move(package, out / package.name)
        print(f"{out / package.name}")


def build(place: Path) -> list[Path]:
    """The wheel and the sdist. The wheel is built from the sdist: what it lacks shows here."""
    run(sys.executable, "-m", "build", "--outdir", place, ROOT)
    packages = [*place.glob("*.whl"), *place.glob("*.tar.gz")]
    if len(packages) != 2:
        raise Failed(f"expected a wheel and an sdist, got {[p.name for p in packages]}")
    run(sys.executable, "-m", "twine", "check", "--strict", *packages)
    return packages


def try_out(python: str, package: Path, home: Path) -> None:
    """``package`` in a new environment of ``python``, far from this checkout."""
    run(python, "-m", "venv", home)
    inside = home / ("Scripts" if os.name == "nt" else "bin")
    run(inside / "python", "-m", "pip", "install", "--quiet", package)
    run(inside / "python", "-m", "pip", "check")
    work = home / "work"
    work.mkdir()
    shutil.copy(ARTICLE, work)
    check = (inside / "imena", "check", ARTICLE.name)
    found = run(*check, "--output-format", "json", cwd=work, code=1)
    rows = [(row["code"], row["text"], row["suggestions"]) for row in json.loads(found)]
    if rows != EXPECTED:
        raise Failed(f"{package.name} finds {rows}")
    run(*check, "--fix", "--unsafe-fixes", cwd=work)
    version = run(inside / "python", "--version").strip()
    print(f"{version}: {package.name}: {len(rows)} findings as expected, and fixed", flush=True)


def run(*command: object, cwd: Path | None = None, code: int = 0) -> str:
    """The output of ``command``. Raises Failed with everything it said unless it exits with
    ``code``."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if cwd:
        environment["IMENA_CACHE_DIR"] = str(cwd / "cache")
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd or tempfile.gettempdir(),
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != code:
        words = " ".join(Path(str(word)).name for word in command[:4])
        raise Failed(f"{words} … exits with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
