"""The extension: it builds, it packs, and a client in node talks with the real server."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

from newsroom import EDITORS, Desk, needs, tool

HOME = EDITORS / "vscode"


def npm(desk: Desk, *arguments: object) -> str:
    needs((HOME / "node_modules").is_dir(), "npm install in editors/vscode")
    program = str(Path(sys.executable).with_name("imena"))
    done = desk.run([tool("npm"), "--prefix", HOME, *arguments], IMENA_PROGRAM=program)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def test_it_builds_and_packs(desk: Desk) -> None:
    made = desk.home / "imena.vsix"
    npm(desk, "run", "package", "--", "--out", made)
    with zipfile.ZipFile(made) as packed:
        names = {name.removeprefix("extension/") for name in packed.namelist()}
        manifest = json.loads(packed.read("extension/package.json"))
        code = packed.read("extension/" + manifest["main"].removeprefix("./")).decode()
    assert {"package.nls.json", "package.nls.ru.json", "readme.md", "LICENSE.txt"} <= names
    assert not [name for name in names if "node_modules" in name or name.endswith(".ts")]
    asked = set(re.findall(r'require\("([^"]+)"\)', code))
    builtin = "assert child_process crypto fs net os path url util".split()
    assert asked <= {"vscode", *builtin, *(f"node:{name}" for name in builtin)}


def test_a_client_in_node(desk: Desk) -> None:
    said = npm(desk, "test")
    passed = re.search(r"^# pass (\d+)", said, re.M)
    assert passed and int(passed[1]) >= 10 and "# fail 0" in said and "# skipped 0" in said


def test_the_package_is_as_the_server() -> None:
    """The settings are those that the server reads, the enumerations those that it takes."""
    from imena.config import POLICIES, YO
    from imena.config_files import KEYS
    from imena.lsp.options import OF_EDITOR

    manifest = json.loads((HOME / "package.json").read_text("utf-8"))
    properties = manifest["contributes"]["configuration"]["properties"]
    mine = {re.sub("(?=[A-Z])", "-", key.removeprefix("imena.")).lower() for key in properties}
    of_the_client = {"path", "arguments", "trace.server"}
    assert mine - of_the_client <= {*KEYS, *OF_EDITOR}
    assert set(properties["imena.policy"]["enum"]) == {None, *POLICIES}
    assert set(properties["imena.yo"]["enum"]) == {None, *YO}
