"""Which files are checked, and by which configuration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from test_commands import NAMES, cache, imena

from imena.text.toml import loads

__all__ = ["cache"]
MORE = "\nЗавтра Касым-Жомрат Токаев летит.\n"
WRONG = "Президент Касым-Жомрат Токаев.\n"
TABLE: dict[str, Any] = loads(NAMES.with_name("projects.toml").read_text("utf-8"))
OWN = ["--dictionary", str(NAMES), "--no-default-dictionaries"]


def lay(home: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text or WRONG, "utf-8")


def found(args: list[str], home: Path, cache: Path) -> list[str]:
    done = imena(["check", "--output-format", "json", *args, *OWN], home, cache)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [f["path"] for f in json.loads(done.stdout)]


@pytest.mark.parametrize("case", TABLE["walk"], ids=lambda case: case["what"])
def test_walks(case: dict[str, Any], tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, case["files"])
    assert found(case["args"], tmp_path, cache) == case["found"]


def test_standard_input_that_is_left_out_goes_through(tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"imena.toml": "exclude = ['a.md']\nforce-exclude = true"})
    args = ["check", "--fix", "-", "--stdin-filename"]
    for name, text in (("a.md", WRONG), ("b.md", WRONG.replace("мрат", "март"))):
        done = imena([*args, name, *OWN], tmp_path, cache, WRONG.encode())
        assert (done.returncode, done.stdout.decode()) == (0, text)


@pytest.mark.parametrize("case", TABLE["broken"], ids=lambda case: case["said"])
def test_a_broken_configuration_is_one_line(
    case: dict[str, Any], tmp_path: Path, cache: Path
) -> None:
    lay(tmp_path, {case["name"]: case["text"], "a.md": ""})
    done = imena(["check", "a.md", *OWN], tmp_path, cache)
    assert done.returncode == 2 and done.stdout == b""
    assert case["said"] in done.stderr.decode() and done.stderr.count(b"\n") == 1


def test_config_shows_what_holds_and_where_from(tmp_path: Path, cache: Path) -> None:
    text = "\nignore = ['V']\n[per-file-ignores]\n'x.md' = ['O']"
    lay(tmp_path, {"a/imena.toml": text, "a/x.md": ""})
    args = ["config", "--path", "a/x.md", "--select", "T", "--encoding", "cp1251"]
    lines = imena(args, tmp_path, cache).stdout.decode().splitlines()
    assert lines[0].endswith("a/imena.toml") and lines[1] == "# a/x.md: per-file-ignores O"
    assert 'select = ["T"]  # command line' in lines
    assert 'encoding = "cp1251"  # command line' in lines
    shown = next(line for line in lines if line.startswith("ignore = "))
    assert shown.startswith('ignore = ["V"]  # ') and shown.endswith("a/imena.toml:2")
    assert "force-exclude = false  # default" in lines


def baseline(home: Path, cache: Path, *args: str, cwd: str = ".") -> Any:
    return imena(["check", *args, "--output-format", "concise", *OWN], home / cwd, cache)


def test_a_baseline_knows_findings_by_words_not_lines(tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"a/x.md": WRONG})
    wrote = baseline(tmp_path, cache, ".", "--write-baseline", "known.json")
    assert wrote.returncode == 0 and wrote.stdout == b""
    lay(tmp_path, {"a/x.md": "Новая первая строка.\n\n" + WRONG})
    whole = str(tmp_path / "known.json")
    for place, known, cwd in ((".", "known.json", "."), ("x.md", "../known.json", "a")):
        done = baseline(tmp_path, cache, place, "--baseline", known, cwd=cwd)
        assert (done.returncode, done.stdout) == (0, b"")
    assert baseline(tmp_path, cache, str(tmp_path), "--baseline", whole, cwd="/").returncode == 0
    lay(tmp_path, {"a/x.md": WRONG + MORE, "b.md": WRONG})
    done = baseline(tmp_path, cache, ".", "--baseline", "known.json")
    places = [line.partition(": ")[0] for line in done.stdout.decode().splitlines()]
    assert places == ["b.md:1:17", "a/x.md:3:14"]


def test_fix_leaves_what_the_baseline_knows(tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"x.md": WRONG})
    baseline(tmp_path, cache, "x.md", "--write-baseline", "known.json")
    lay(tmp_path, {"x.md": WRONG + MORE})
    assert baseline(tmp_path, cache, "x.md", "--baseline", "known.json", "--fix").returncode == 0
    assert (tmp_path / "x.md").read_text("utf-8") == WRONG + MORE.replace("мрат", "март")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 9, "findings": {}}', "[" * 99999])
def test_what_is_no_baseline_is_one_line(text: str, tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"a.md": ""})
    (tmp_path / "known.json").write_text(text)
    done = baseline(tmp_path, cache, "a.md", "--baseline", "known.json")
    assert done.returncode == 2 and done.stderr.startswith(b"imena: known.json: is ")
    assert done.stderr.count(b"\n") == 1


def test_a_baseline_that_cannot_be_written(tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"a.md": ""})
    done = baseline(tmp_path, cache, "a.md", "--write-baseline", "no/such/known.json")
    assert done.returncode == 2 and b"no/such/known.json: cannot be written" in done.stderr


def test_fix_keeps_modes_and_links_and_leaves_read_only_files(tmp_path: Path, cache: Path) -> None:
    lay(tmp_path, {"a.md": "", "real.md": "", "locked.md": ""})
    (tmp_path / "a.md").chmod(0o640)
    (tmp_path / "locked.md").chmod(0o444)
    (tmp_path / "link.md").symlink_to("real.md")
    done = imena(["check", "--fix", "a.md", "link.md", "locked.md", *OWN], tmp_path, cache)
    assert done.returncode == 2 and done.stderr.decode().splitlines() == [
        "imena: locked.md: cannot be written: it is read-only"
    ]
    assert (tmp_path / "a.md").stat().st_mode & 0o7777 == 0o640
    assert (tmp_path / "link.md").is_symlink()
    right = WRONG.replace("мрат", "март")
    texts = [(tmp_path / name).read_text("utf-8") for name in ("a.md", "real.md", "locked.md")]
    assert texts == [right, right, WRONG]
    assert len(list(tmp_path.iterdir())) == 4  # no temporary file is left
