"""The example plugin: installed as a package, its own tests and the built-in ones run over it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "plugin"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a run with the example plugin installed beside imena."""
    home = tmp_path_factory.mktemp("plugin")
    source = home / "source"
    shutil.copytree(EXAMPLE, source, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    target = home / "site"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target)]
    subprocess.run([*pip, str(source)], check=True, capture_output=True)
    return {**os.environ, "PYTHONPATH": before(target), "IMENA_CACHE_DIR": str(home / "cache")}


def before(site: Path) -> str:
    """``PYTHONPATH`` with ``site`` first; behind it stays what leads to the code under test."""
    return os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))


def run(environment: dict[str, str], *args: object, cwd: Path) -> str:
    plain = ("-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "no:xdist")
    command = [sys.executable, *plain, *map(str, args)]
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


PARTS = {
    "rule_keeps_its_contract[ex-hyphen]": "[typo-transposed]",
    "reporter_keeps_its_contract[csv]": "[sarif]",
    "format_keeps_its_contract[subrip]": "[docx]",
    "language_keeps_its_contract[bg]": "[ru]",
    "dictionary_is_whole[newsroom.toml]": "",
}


def test_its_own_suite_passes(installed: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    said = run(installed, "tests", cwd=tmp_path)
    for part in ("test_rule", "test_reporter", "test_format", "test_language", "test_dictionary"):
        assert f"PASSED tests/test_newsroom.py::{part}\n" in said
    for part in PARTS:
        assert f"PASSED tests/test_contract.py::test_{part}\n" in said


def test_built_in_tests_run_over_it_without_change(installed: dict[str, str]) -> None:
    """The very files that test the built-in parts, as they stand."""
    said = run(installed, "tests/contract", "tests/rules/test_pages.py", cwd=ROOT)
    for part, built_in in PARTS.items():
        name = part.partition("[")[0]
        for one in [part, *([name + built_in] if built_in else [])]:
            assert f"PASSED tests/contract/test_parts.py::test_{one}\n" in said
    for test in ("rule_does_what_its_page_says", "page_is_whole", "file_is_called_after_the_rule"):
        assert f"PASSED tests/rules/test_pages.py::test_{test}[N901]\n" in said


def test_each_part_is_one_file() -> None:
    package = EXAMPLE / "imena_newsroom"
    for kind in ("rules", "reporters", "formats", "languages", "dictionaries"):
        files = [p.name for p in (package / kind).iterdir() if p.name[0] not in "_."]
        assert len(files) == 1, files


def test_plugins_are_listed_with_their_package(installed: dict[str, str], tmp_path: Path) -> None:
    def plugins(*args: str) -> str:
        command = [sys.executable, "-m", "imena", "config", "plugins", *args]
        done = subprocess.run(command, cwd=tmp_path, env=installed, capture_output=True, check=True)
        return done.stdout.decode()

    assert "newsroom (imena-newsroom 0.1.0): imena_entries, imena_formats" in plugins()
    assert "newsroom" not in plugins("--no-plugins")


def test_no_plugins_leaves_them_out(installed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nЭкс мэр.\n", "utf-8")
    (tmp_path / "a.txt").write_text("Экс мэр.\n", "utf-8")

    def check(*args: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "imena", "check", "--output-format", "concise", "."]
        done = subprocess.run(
            [*command, *args], cwd=tmp_path, env=installed, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode()

    code, said = check()
    assert code == 1 and "a.srt:3:1: N901" in said and "a.txt:1:1: N901" in said
    assert check("--no-plugins") == (0, "")


def test_broken_installed_plugin_is_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    home = site / "broken-1.dist-info"
    home.mkdir(parents=True)
    (home / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    (home / "entry_points.txt").write_text("[imena]\nwreck = no_such_module\n")
    (tmp_path / "a.txt").write_text("x", "utf-8")
    environment = {**os.environ, "PYTHONPATH": before(site), "IMENA_CACHE_DIR": str(tmp_path / "c")}
    command = [sys.executable, "-m", "imena", "check", "a.txt"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("imena: plugin 'wreck' does not load: ModuleNotFoundError: ")
    command.append("--no-plugins")
    assert subprocess.run(command, cwd=tmp_path, env=environment, check=False).returncode == 0
