"""Neovim itself, headless: that of Debian, and a newer one where IMENA_NEOVIM names it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from newsroom import BEFORE, CODES, EDITORS, FIRST, RIGHT, WORDS, WRONG, Desk, needs, tool

SCRIPT = Path(__file__).with_name("neovim.lua")
START = ["--clean", "--headless", "--cmd", f"set runtimepath^={EDITORS / 'neovim'}"]


@pytest.fixture(params=["debian", "new"])
def nvim(request: pytest.FixtureRequest) -> str:
    if request.param == "debian":
        return tool("nvim")
    newer = os.environ.get("IMENA_NEOVIM", "")
    needs(newer, "a Neovim of 0.11 or later, named by IMENA_NEOVIM")
    return newer


def neovim(program: str, desk: Desk, path: Path, *steps: list[str], before: str = "") -> Any:
    first = ["--cmd", before] if before else []
    command = [program, *START, *first, path, "-S", SCRIPT]
    return desk.steps(command, steps, path)


def test_fix_the_word_behind_emoji_and_save(nvim: str, desk: Desk) -> None:
    path = desk.write()
    found = neovim(
        nvim, desk, path, ["wait", "3"], ["words"], ["codes"], ["find", "Каныш Стапаев"],
        ["command", "ImenaFix"], ["text"], ["wait", "2"], ["words"], ["command", "write"],
    )  # fmt: skip
    assert found[1:3] == [WORDS, CODES]
    assert found[5] == FIRST and found[7] == WORDS[1:]
    assert path.read_bytes() == FIRST.encode()


def test_the_first_code_action_is_the_fix(nvim: str, desk: Desk) -> None:
    path = desk.write()
    steps = [["wait", "3"], ["find", "Стапаев"], ["action"], ["command", "write"]]
    title = neovim(nvim, desk, path, *steps)[2]
    assert "«Сатпаев»" in title
    assert path.read_bytes() == FIRST.encode()


@pytest.mark.parametrize("name", ["статья.txt", "статья.md", "статья.html"])
def test_fix_all(nvim: str, desk: Desk, name: str) -> None:
    path = desk.write(name=name)
    steps = [["wait", "3"], ["words"], ["command", "ImenaFixAll"], ["wait", "0"]]
    found = neovim(nvim, desk, path, *steps, ["command", "write"])
    assert found[1] == WORDS
    assert path.read_bytes() == RIGHT.encode()


def test_lines_end_as_they_did(nvim: str, desk: Desk) -> None:
    path = desk.write(WRONG.replace("\n", "\r\n"))
    steps = [["wait", "3"], ["words"], ["command", "ImenaFixAll"], ["command", "write"]]
    assert neovim(nvim, desk, path, *steps)[1] == WORDS
    assert path.read_bytes() == RIGHT.replace("\n", "\r\n").encode()


def test_fix_on_save_and_settings(nvim: str, desk: Desk) -> None:
    path = desk.write()
    options = "let g:imena = {'fix_on_save': v:true, 'settings': {'ignore': ['V']}}"
    steps = [["wait", "2"], ["words"], ["command", "write"]]
    assert neovim(nvim, desk, path, *steps, before=options)[1] == [WORDS[0], WORDS[2]]
    assert path.read_bytes() == RIGHT.replace("Ауэзов", "Ауезов").encode()


def test_add_to_the_dictionary(nvim: str, desk: Desk) -> None:
    path = desk.write(f"{BEFORE}Каныш Стапаев и Каныш Сатпаев.\n")
    add = ["command", "execute \"normal! \\<Esc>\" | '<,'>ImenaAddToDictionary person"]
    steps = [["wait", "1"], ["find", "Каныш Стапаев"], ["command", "normal! v2e"], add]
    neovim(nvim, desk, path, *steps, ["wait", "0"])
    assert 'surname = "Стапаев"' in (path.parent / "names.toml").read_text("utf-8")


def test_restart(nvim: str, desk: Desk) -> None:
    path = desk.write()
    steps = [["wait", "3"], ["command", "ImenaRestart"], ["wait", "3"], ["words"]]
    steps += [["command", "ImenaFixAll"], ["command", "write"]]
    assert neovim(nvim, desk, path, *steps)[3] == WORDS
    assert path.read_bytes() == RIGHT.encode()


def test_one_line_where_the_program_is_absent(nvim: str, desk: Desk) -> None:
    path = desk.write()
    options = "let g:imena = {'cmd': '/nowhere/imena'}"
    command = [nvim, *START, "--cmd", options, path, "-c", "edit", "-c", "qall!"]
    said = desk.run(command)
    assert said.returncode == 0
    assert (said.stdout + said.stderr).count("“/nowhere/imena” is not there") == 1


def test_make_fills_the_quickfix_list(nvim: str, desk: Desk) -> None:
    path = desk.write()
    steps = [["command", "compiler imena"], ["command", "silent make"], ["quickfix"], ["cursor"]]
    found = neovim(nvim, desk, path, *steps, before="let g:imena = {'autostart': v:false}")
    assert [one[:2] for one in found[2]] == [["Стапаев", 1], ["Ауезов", 3], ["Стапаевым", 3]]
    assert found[2][0][2].startswith("T101 ") and "«Сатпаев»" in found[2][0][2]
    assert found[3] == "Стапаев"
