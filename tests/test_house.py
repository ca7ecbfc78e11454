"""The house rules, checked by the tools that know them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from imena.formats.docx import Docx

ROOT = Path(__file__).parents[1]
WRONG = "Президент Касым-Жомрат Токаев прибыл.\n"
RIGHT = "Президент Касым-Жомарт Токаев прибыл.\n"
TOOLS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "layers": [str(Path(sys.executable).with_name("lint-imports"))],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_house(tool: str) -> None:
    done = subprocess.run(TOOLS[tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_small() -> None:
    long = {
        path.name: count
        for path in (ROOT / "lint").rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > 320
    }
    assert long == {}


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_pre_commit_runs_the_hooks(tmp_path: Path) -> None:
    """A real pre-commit over a real repository, with the hooks of this checkout."""

    def git(*args: str) -> None:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *args]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    source = tmp_path / "imena"
    left_out = shutil.ignore_patterns(".*venv", ".git", ".*_cache", "__pycache__", "node_modules")
    shutil.copytree(ROOT, source, ignore=left_out)
    (tmp_path / "copy").mkdir()
    for home in (source, tmp_path / "copy"):
        if home.name == "copy":
            (home / "a.txt").write_text(WRONG, "utf-8")
            (home / "a.docx").write_bytes(Docx.example(WRONG))
        git("-C", str(home), "init", "-q")
        git("-C", str(home), "add", "-A")
        git("-C", str(home), "commit", "-qm", "x")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(source), "--all-files"]
    done = subprocess.run(command, cwd=tmp_path / "copy", capture_output=True, check=False)
    out = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 1 and "a.txt:1:17 T101" in out and "a.docx:1:17 T101" in out, out
    assert out.count("files were modified by this hook") == 2, out
    assert (tmp_path / "copy" / "a.txt").read_text("utf-8") == RIGHT
    fixed = (tmp_path / "copy" / "a.docx").read_bytes()
    assert Docx().read(fixed, "a.docx", "utf-8").text.strip() == RIGHT.strip()
