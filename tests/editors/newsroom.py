"""A small project that real editors open: a dictionary, a configuration, one text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"

# What stands before the first name: three joined emoji, a letter with a stress mark, an й of two
# characters, one more emoji. Bytes, UTF-16 units, characters and columns of the screen all differ.
BEFORE = "\U0001f469\u200d\U0001f469\u200d\U0001f467 е\u0301 и\u0306 \U0001f600 "
WRONG = (
    f"{BEFORE}Каныш Стапаев приехал.\n\n"
    "Писатель Мухтар Ауезов, \U0001f600 Каныш Сатпаев с Канышем Стапаевым.\n"
)
FIRST = WRONG.replace("Стапаев ", "Сатпаев ")
RIGHT = FIRST.replace("Ауезов", "Ауэзов").replace("Стапаевым", "Сатпаевым")
WORDS = ["Стапаев", "Ауезов", "Стапаевым"]
CODES = ["T101", "V201", "T101"]

_NAMES = """\
[[person]]
given = "Каныш"
surname = "Сатпаев"
gender = "m"

[[person]]
given = "Мухтар"
surname = "Ауэзов"
gender = "m"
forbidden = ["Ауезов"]
"""
_CONFIG = 'default-dictionaries = false\ndictionaries = ["names.toml"]\nlanguage = "ru"\n'


def needs(there: object, what: str) -> None:
    """Skips where a tool is absent; on the machine that must have it, fails."""
    if not there:
        assert not os.environ.get("IMENA_REQUIRE_TOOLS"), f"{what} is not installed"
        pytest.skip(f"needs {what}")


class Desk(NamedTuple):
    """``home`` holds the project and the home directory of the editor."""

    home: Path

    def write(self, text: str = WRONG, name: str = "статья.txt") -> Path:
        path = self.home / "тексты" / name
        path.write_bytes(text.encode())
        return path

    def environment(self, **more: str) -> dict[str, str]:
        """That of a user who has this imena on PATH and no settings."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "XDG_", "VIRTUAL"))}
        home = str(self.home / "home")
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        mine = {"HOME": home, "PATH": path, "LANG": "C.UTF-8", "IMENA_CACHE_DIR": f"{home}/cache"}
        return {**kept, **mine, **more}

    def run(self, command: Sequence[object], **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)), cwd=self.home / "тексты", env=self.environment(**more),
            capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def steps(self, command: Sequence[object], steps: Sequence[Sequence[str]], text: Path) -> Any:
        """What an editor started by ``command`` answers to ``steps`` in ``text``."""
        asked, answers = self.home / "steps.json", self.home / "answers.json"
        asked.write_text(json.dumps(steps), "utf-8")
        done = self.run(
            command, IMENA_STEPS=str(asked), IMENA_ANSWERS=str(answers), IMENA_TEXT=str(text)
        )
        assert done.returncode == 0 and answers.exists(), done.stdout[-3000:] + done.stderr[-3000:]
        return json.loads(answers.read_text("utf-8"))


def prepared(home: Path) -> Desk:
    """The files of a project and an empty home directory, in ``home``."""
    (home / "home").mkdir()
    (home / "тексты").mkdir()
    (home / "тексты" / "names.toml").write_text(_NAMES, "utf-8")
    (home / "тексты" / "imena.toml").write_text(_CONFIG, "utf-8")
    return Desk(home)


def tool(name: str) -> str:
    """The path of a program of this machine."""
    found = shutil.which(name)
    needs(found, name)
    assert found is not None
    return found
