"""The command lines of the documentation run, and print what it says they print.

Every ``sh`` and ``console`` block of README and of the pages is read, but for those under
``<!-- sh: shown only -->``. Commands of imena and ``pytest --imena`` are run in a directory of
samples, those of one page in the order of the page; of other programs only the files they name are
looked for. An output may leave out lines by ``…``, and the notes (``= …``), which come from the
dictionaries.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from imena.lexicon.dictionary import read_rows
from imena.text.toml import loads

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if "_site" not in path.parts
)
_BLOCK = re.compile(r"(<!-- sh: shown only -->\n)?^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PEOPLE = "фио,вид,пол,варианты,нельзя\nПётр Хмельков,человек,м,,Хмельнов\n"
_PLUGIN = "from imena import hookimpl\n\n\n@hookimpl\ndef imena_entries(config):\n    return []\n"
#: Commands that wait for somebody, or need what only a reader has.
_NOT_RUN = ("imena server", "imena archive", "imena check -p")


class Command(NamedTuple):
    """One command line, and the lines that the page shows of its output."""

    line: str
    shown: list[str]


def blocks(path: Path, *languages: str) -> Iterator[str]:
    for hidden, language, text in _BLOCK.findall(path.read_text("utf-8")):
        if language in languages and not hidden:
            yield text


def commands(path: Path) -> Iterator[Command]:
    for text in blocks(path, "sh"):
        yield from (Command(line, []) for line in text.splitlines() if line.strip())
    for text in blocks(path, "console"):
        for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            line, *shown = piece.splitlines()
            yield Command(line, shown)


def ours(command: Command) -> bool:
    named = command.line.startswith(("imena ", "pytest --imena"))
    return named and not command.line.startswith(_NOT_RUN)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A directory with everything that the pages name."""
    article = ROOT / "examples" / "article.txt"
    for name in ("examples/article.txt", "статья.txt", "тексты/статья.txt", "архив/статья.txt",
                 "story.txt", "copy/story.txt", "archive/story.txt"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(article, tmp_path / name)
    for name, text in (("люди.csv", _PEOPLE), ("people.csv", _PEOPLE), ("my_plugin.py", _PLUGIN)):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "names.toml").write_text("", "utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all processes: compiling the dictionaries takes longer than all the rest."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "docs-cache"


def run(line: str, home: Path, cache: Path) -> tuple[int, str]:
    """Exit code and output of a command of imena, asked whatever it asks with «да»."""
    programs = {"imena": f"{sys.executable} -m imena", "pytest": f"{sys.executable} -m pytest"}
    first, rest = line.split(" ", 1)
    environment = {**os.environ, "IMENA_CACHE_DIR": str(cache), "LANG": "ru_RU.UTF-8",
                   "LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1"}  # fmt: skip
    done = subprocess.run(
        f"{programs[first]} {rest}",
        shell=True, cwd=home, env=environment, input="да\n" * 5, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def without_comment(line: str) -> str:
    return re.sub(r"\s{2,}#.*$", "", line)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_run(page: Path, samples: Path, cache: Path) -> None:
    for command in filter(ours, commands(page)):
        line = without_comment(command.line)
        if "decisions.json" in line:
            continue
        code, output = run(line, samples, cache)
        assert code in (0, 1) and "Traceback" not in output, f"{line}\n{output}"
        missing = not_printed(command.shown, output)
        assert missing is None, f"{line}\nnot printed: {missing}\n{output}"


def not_printed(shown: list[str], output: str) -> str | None:
    """The first line of ``shown`` that the output lacks where it should stand."""
    lines = [line.rstrip() for line in output.splitlines() if not _is_note(line)]
    at, free = 0, False
    for line in (line.rstrip() for line in shown if not _is_note(line)):
        if line.strip() == "…":
            free = True
            continue
        found = next((n for n in range(at, len(lines)) if lines[n] == line), None)
        if found is None or (found != at and not free):
            return line
        at, free = found + 1, False
    return None


def _is_note(line: str) -> bool:
    return line.lstrip().startswith("| = ")


def test_a_wrong_output_is_seen() -> None:
    assert not_printed(["a", "…", "c"], "a\nb\nc\n") is None
    assert not_printed(["a", "c"], "a\nb\nc\n") == "c"
    assert not_printed(["…", "d"], "a\nb\nc\n") == "d"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_scripts_exist(page: Path) -> None:
    """Scripts of the repository that a command names are there."""
    named = {
        word
        for command in commands(page)
        for word in shlex.split(without_comment(command.line), comments=True)
        if word.startswith(("benchmarks/", "scripts/", "examples/", "dictionaries/", "editors/"))
    }
    assert [word for word in sorted(named) if not (ROOT / word).exists()] == []


def test_some_commands_are_found() -> None:
    found = [command for page in PAGES for command in commands(page) if ours(command)]
    assert len(found) > 50 and sum(bool(command.shown) for command in found) > 4


def entries_of(page: Path) -> Iterator[str]:
    return (text for text in blocks(page, "toml") if re.search(r"^\[\[", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["dictionary.md", "dictionary.en.md"])
def test_entries_are_entries(name: str, tmp_path: Path) -> None:
    """What the guide shows as entries is read without complaint."""
    shown = list(entries_of(ROOT / "docs" / name))
    assert len(shown) > 2
    for text in shown:
        path = tmp_path / "names.toml"
        path.write_text(text, "utf-8")
        assert len(list(read_rows(path, path.name))) == sum(map(len, loads(text).values()))
