"""What a release is made of: the packages, tried out as a stranger would, and the changelog."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def script(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "release.py"), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_packages_install_and_work(tmp_path: Path) -> None:
    """With this Python; a release does it with four."""
    done = script("--python", sys.executable, "--out", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("4 findings as expected, and fixed") == 2
    (wheel,), (sdist,) = tmp_path.glob("*.whl"), tmp_path.glob("*.tar.gz")
    inside = zipfile.ZipFile(wheel).namelist()
    assert "imena/dictionaries/kazakhstan/people.toml" in inside and "imena/py.typed" in inside
    assert not [name for name in inside if name.startswith(("tests", "lint", "examples"))]
    with tarfile.open(sdist) as archive:
        assert any(name.endswith("/CHANGELOG.md") for name in archive.getnames())


def test_missing_interpreter_is_a_usage_error(tmp_path: Path) -> None:
    done = script("--python", "python9.9", "--out", tmp_path)
    assert done.returncode == 2 and "no interpreter python9.9" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_fragment_gets_into_the_changelog() -> None:
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    for path in (ROOT / "changelog.d").glob("*.md"):
        text = " ".join(path.read_text("utf-8").split())
        assert path.name == "README.md" or text in said, path.name
