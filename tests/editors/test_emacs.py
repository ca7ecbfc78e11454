"""Emacs itself, in batch: Flymake with the command, Eglot with the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from newsroom import CODES, EDITORS, FIRST, RIGHT, WORDS, WRONG, Desk, needs, tool

SCRIPT = Path(__file__).with_name("emacs.el")
HOME = EDITORS / "emacs"


def emacs(desk: Desk, path: Path, *steps: list[str]) -> Any:
    command = [tool("emacs"), "--no-init-file", "--batch", "-L", HOME, "-l", SCRIPT]
    return desk.steps(command, steps, path)


def has(feature: str, desk: Desk) -> None:
    done = desk.run([tool("emacs"), "--no-init-file", "--batch", "--eval", f"(require '{feature})"])
    needs(done.returncode == 0, f"{feature} for Emacs")


def shown(found: list[list[str]]) -> tuple[list[str], list[str]]:
    """The words and the codes."""
    codes = [code for _, said in found for code in CODES[:2] if code in said]
    return [word for word, _ in found], codes


def test_flymake_fix_the_word_behind_emoji_and_save(desk: Desk) -> None:
    path = desk.write()
    found = emacs(
        desk, path, ["flymake"], ["goto", "Стапаев"], ["fix"], ["text"], ["check"], ["save"]
    )
    assert shown(found[0]) == (WORDS, CODES)
    assert found[3] == FIRST and shown(found[4]) == (WORDS[1:], CODES[1:])
    assert path.read_bytes() == FIRST.encode()


def test_flymake_fixes_what_has_moved_since(desk: Desk) -> None:
    path = desk.write()
    steps = [["flymake"], ["insert", "\U0001f600 Начало. "], ["goto", "Стапаев"], ["fix"], ["save"]]
    emacs(desk, path, *steps)
    assert path.read_bytes() == ("\U0001f600 Начало. " + FIRST).encode()


@pytest.mark.parametrize("name", ["статья.txt", "статья.html"])
def test_fix_all(desk: Desk, name: str) -> None:
    path = desk.write(name=name)
    assert shown(emacs(desk, path, ["flymake"], ["fix-all"], ["save"])[0])[0] == WORDS
    assert path.read_bytes() == RIGHT.encode()


def test_lines_end_as_they_did(desk: Desk) -> None:
    path = desk.write(WRONG.replace("\n", "\r\n"))
    assert shown(emacs(desk, path, ["flymake"], ["fix-all"], ["save"])[0])[0] == WORDS
    assert path.read_bytes() == RIGHT.replace("\n", "\r\n").encode()


def test_eglot_quick_fix_and_save(desk: Desk) -> None:
    has("eglot", desk)
    path = desk.write()
    found = emacs(desk, path, ["eglot"], ["goto", "Стапаев"], ["quickfix"], ["text"], ["save"])
    assert shown(found[0]) == (WORDS, CODES)
    assert found[3] == FIRST
    assert path.read_bytes() == FIRST.encode()


def test_it_compiles_without_a_warning(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "imena.el"
    source.write_bytes((HOME / "imena.el").read_bytes())
    strict = "(setq byte-compile-error-on-warn t)"
    command = [tool("emacs"), "-Q", "--batch", "--eval", strict, "-f", "batch-byte-compile", source]
    done = desk.run(command)
    assert done.returncode == 0 and source.with_suffix(".elc").exists(), done.stderr


def test_its_documentation_is_as_emacs_wants_it(desk: Desk) -> None:
    check = f'(checkdoc-file "{HOME / "imena.el"}")'
    done = desk.run([tool("emacs"), "-Q", "--batch", "--eval", check])
    assert done.returncode == 0 and done.stderr == "", done.stderr
