"""The command line as people meet it: real processes over real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from imena.text.toml import loads

HERE = Path(__file__).parent
NAMES = HERE.parent / "cmd" / "names.toml"
CASES: dict[str, dict[str, Any]] = {
    name: case
    for path in sorted(HERE.glob("*.toml"))
    for name, case in loads(path.read_text("utf-8")).items()
}


def environment(cache: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "FORCE_"))}
    return {**kept, "IMENA_CACHE_DIR": str(cache), "LANG": "ru_RU.UTF-8", "PYTHONUTF8": "1"}


def imena(args: list[str], cwd: Path, cache: Path, stdin: bytes = b"") -> Any:
    command = [sys.executable, "-m", "imena", *args]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, env=environment(cache), check=False
    )


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def _prepare(case: dict[str, Any], home: Path) -> None:
    for name, text in case.get("files", {}).items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(text.encode())
    for name, digits in case.get("bytes", {}).items():
        (home / name).write_bytes(bytes.fromhex(digits))


def _arguments(case: dict[str, Any]) -> list[str]:
    own = ["--dictionary", str(NAMES), "--no-default-dictionaries"]
    return case["args"] + ([] if case.get("bare") else own)


@pytest.mark.parametrize("name", CASES)
def test_command(name: str, tmp_path: Path, cache: Path) -> None:
    case = CASES[name]
    _prepare(case, tmp_path)
    done = imena(_arguments(case), tmp_path, cache, case.get("stdin", "").encode())
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == case["exit"], out + err
    for line in case.get("stdout", []):
        assert line in out
    for line in case.get("stderr", []):
        assert line in err
    assert not any(line in out for line in case.get("absent", []))
    assert "Traceback" not in err
    if case.get("stdout") == []:
        assert out == ""
    for file, text in case.get("after", {}).items():
        assert (tmp_path / file).read_bytes().decode() == text
    for file, digits in case.get("bytes_after", {}).items():
        assert (tmp_path / file).read_bytes() == bytes.fromhex(digits)


def test_the_sample_article(tmp_path: Path, cache: Path) -> None:
    """The article that the project started from: four names, nothing else."""
    article = HERE.parents[1] / "examples" / "article.txt"
    copy = tmp_path / "article.txt"
    copy.write_bytes(article.read_bytes())
    done = imena(["check", "--output-format", "json", "article.txt"], tmp_path, cache)
    found = [(f["code"], f["text"], f["suggestions"]) for f in json.loads(done.stdout)]
    assert found == [
        ("T101", "Жомрат", ["Жомарт"]),
        ("O804", "Хабар 24", ["«Хабар 24»"]),
        ("V201", "Тохтар", ["Токтар"]),
        ("O802", "Совет по коллективной безопасности", ["Совет коллективной безопасности"]),
    ]
    for finding in json.loads(done.stdout):
        text = article.read_text("utf-8")
        assert text[finding["start"] : finding["end"]] == finding["text"]
    assert imena(["check", "--fix", "--unsafe-fixes", "."], tmp_path, cache).returncode == 0
    wanted = article.read_text("utf-8")
    for _, wrong, (right,) in found:
        wanted = wanted.replace(wrong, right, 1)
    assert copy.read_text("utf-8") == wanted
    assert imena(["check", "article.txt"], tmp_path, cache).stdout == b""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_strange_files_are_named_and_the_others_checked(tmp_path: Path, cache: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 30)
    (tmp_path / "half.docx").write_bytes(b"PK\x03\x04 half")
    (tmp_path / "a.txt").write_text("Касым-Жомрат Токаев.", "utf-8")
    names = ["pipe.txt", "loop", "huge.txt", "half.docx", "a.txt"]
    own = ["--dictionary", str(NAMES), "--no-default-dictionaries"]
    done = imena(["check", *names, *own], tmp_path, cache)
    err = done.stderr.decode()
    assert done.returncode == 2 and "a.txt:1:7 T101" in done.stdout.decode()
    assert "pipe.txt: is not a regular file" in err and "half.docx: is no .docx" in err
    assert "huge.txt: is larger than 64 MB" in err and "imena: loop: " in err
    assert len(err.splitlines()) == 4


def test_jobs_give_the_same_in_path_order(tmp_path: Path, cache: Path) -> None:
    for number in range(40):
        text = "Касым-Жомрат Токаев." if number % 3 else "Токаев."
        (tmp_path / f"{number:02}.txt").write_text(text, "utf-8")
    own = ["--dictionary", str(NAMES), "--no-default-dictionaries", "--output-format", "concise"]
    one, two = (imena(["check", ".", "-j", n, "--no-cache", *own], tmp_path, cache) for n in "12")
    assert one.stdout == two.stdout and one.stdout.count(b"T101") == 26


HEAVY = {
    "rapidfuzz",
    "regex",
    "pymorphy3",
    "rich",
    "pygls",
    "tomlkit",
    "asyncio",
    "multiprocessing",
}


def test_a_check_imports_nothing_heavy(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.txt").write_text("Касым-Жомрат Токаев сказал.", "utf-8")
    code = (
        "import sys; from imena.cli import main; main(['check', 'a.txt']); "
        "print(*sorted(m.partition('.')[0] for m in sys.modules), file=sys.stderr)"
    )
    imena(["check", "a.txt"], tmp_path, cache)  # compiles the lexicon
    for extra in ("", "x"):
        (tmp_path / "a.txt").write_text("Касым-Жомрат Токаев сказал." + extra, "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            capture_output=True,
            env=environment(cache),
            check=True,
        )
        assert not HEAVY & set(done.stderr.decode().split())
