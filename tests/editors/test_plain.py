"""Editors without a plugin: the lines of editors/README.md, as people paste them."""

from __future__ import annotations

import configparser
import json
import re
import shlex
from pathlib import Path

from newsroom import CODES, EDITORS, RIGHT, WORDS, WRONG, Desk, tool

PAGE = (EDITORS / "README.md").read_text("utf-8")
#: Columns count characters, whatever their width.
PLACES = [
    (line, text.split("\n")[line - 1].index(word) + 1)
    for text, line, word in ((WRONG, 1, WORDS[0]), (WRONG, 3, WORDS[1]), (WRONG, 3, WORDS[2]))
]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)


def vim(desk: Desk, path: Path, *commands: str) -> list[list[str]]:
    """What the quickfix list holds after ``commands``: line, column, text."""
    out = desk.home / "found.json"
    write = f"call writefile([json_encode(getqflist())], {str(out)!r})"
    asked = [part for one in (*commands, write, "qall!") for part in ("-c", one)]
    desk.run([tool("vim"), "-N", "-u", desk.home / "vimrc", "-i", "NONE", "-es", path, *asked])
    found = json.loads(out.read_text("utf-8"))
    return [[one["lnum"], one["col"], one["text"]] for one in found if one["valid"]]


def test_vim_make_with_the_lines_of_the_page(desk: Desk) -> None:
    (desk.home / "vimrc").write_text("filetype plugin on\n" + blocks("vim")[0], "utf-8")
    found = vim(desk, desk.write(), "set filetype=text", "silent make!")
    assert [(line, column) for line, column, _ in found] == PLACES
    assert [text.split()[0] for *_, text in found] == CODES


def test_vim_compiler_counts_bytes(desk: Desk) -> None:
    (desk.home / "vimrc").write_text(f"set runtimepath^={EDITORS / 'neovim'}\n", "utf-8")
    path = desk.write()
    found = vim(desk, path, "compiler imena", "silent make!")
    lines = path.read_bytes().split(b"\n")
    words = [lines[line - 1][column - 1 :].decode() for line, column, _ in found]
    assert len(words) == 3
    assert all(rest.startswith(word) for rest, word in zip(words, WORDS, strict=True)), words


def test_vim_fixes_the_whole_text(desk: Desk) -> None:
    (desk.home / "vimrc").write_text("set encoding=utf-8\n", "utf-8")
    path = desk.write()
    (command,) = re.findall(r"`:(%!imena .*?)`", PAGE)
    vim(desk, path, command, "write")
    assert path.read_bytes() == RIGHT.encode()


def test_sublime_reads_what_its_command_prints(desk: Desk) -> None:
    build = json.loads(blocks("json")[0])
    path = desk.write()
    printed = desk.run([part.replace("$file", str(path)) for part in build["cmd"]]).stdout
    found = [re.match(build["file_regex"], line) for line in printed.splitlines()]
    assert [(int(m[2]), int(m[3])) for m in found if m] == PLACES
    assert {m[1] for m in found if m} == {str(path)}
    desk.run([part.replace("$file", str(path)) for part in build["variants"][0]["cmd"]])
    assert path.read_bytes() == RIGHT.encode()


def test_kate_runs_what_its_file_says(desk: Desk) -> None:
    read = configparser.ConfigParser(interpolation=None)
    read.read_string(blocks("ini")[0])
    values = read["General"]
    path = desk.write()
    arguments = values["arguments"].replace("%{Document:FilePath}", str(path))
    done = desk.run([values["executable"], *shlex.split(arguments)])
    assert done.returncode == 1 and len(done.stdout.splitlines()) == 3
    servers = json.loads(blocks("json")[1])["servers"]
    assert servers["imena"]["command"] == ["imena", "server"]


def test_any_editor_by_the_standard_input(desk: Desk) -> None:
    desk.write(name="статья.md")
    (command,) = [one for one in blocks("sh") if "--stdin-filename" in one]
    printed = desk.run(["sh", "-c", command]).stdout.splitlines()
    assert [re.match(r"статья\.md:(\d+):(\d+): (\w+) ", one) is not None for one in printed] == [
        True
    ] * 3
