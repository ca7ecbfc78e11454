"""The server among the files of a project: configuration, dictionaries, comments, leave-taking."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from wire import Wire

from imena.engine import apply_edits
from imena.findings import Edit
from imena.text.lines import Lines
from imena.text.span import Span

TEXT = "Касым-Жомрат Токаев прилетел.\n"
ADDED = """\
# Наши люди.
[[person]]
id = "bereken"   # пишет о нас
given = "Берекен"
surname = "Жансугурин"
gender = "m"
aliases = [
    "Берекен Жансугиров",  # так в паспорте
]
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def start(tmp_path: Path, cache: Path) -> Iterator[Callable[..., Wire]]:
    wires = []

    def begin(*arguments: str, **options: Any) -> Wire:
        wires.append(Wire(tmp_path, cache, arguments))
        wires[-1].start(**options)
        return wires[-1]

    yield begin
    for wire in wires:
        wire.kill()


def opened(
    wire: Wire, home: Path, text: str, name: str = "a.txt", language: str = "plaintext"
) -> str:
    uri = (home / name).as_uri()
    wire.open(uri, text, language)
    return uri


def codes(found: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in found]


@pytest.mark.parametrize("name", ["статья.txt", "a b [1] 100%.txt"])
def test_names_of_files_that_are_escaped_in_addresses(
    start: Callable[..., Wire], tmp_path: Path, name: str
) -> None:
    wire = start()
    uri = opened(wire, tmp_path, TEXT, name)
    assert "%" in uri
    assert codes(wire.diagnostics(uri)) == ["T101"]
    place = {"start": {"line": 0, "character": 8}, "end": {"line": 0, "character": 8}}
    asked = {"textDocument": {"uri": uri}, "range": place, "context": {"diagnostics": []}}
    [action, *_] = wire.request("textDocument/codeAction", asked)
    assert list(action["edit"]["changes"]) == [uri]


def actions(wire: Wire, uri: str, line: int, column: int) -> dict[str, dict[str, Any]]:
    at = {"line": line, "character": column}
    params = {
        "textDocument": {"uri": uri},
        "range": {"start": at, "end": at},
        "context": {"diagnostics": []},
    }
    return {one["title"]: one for one in wire.request("textDocument/codeAction", params)}


def command(wire: Wire, action: dict[str, Any]) -> Any:
    called = action["command"]
    return wire.request(
        "workspace/executeCommand", {k: called[k] for k in ("command", "arguments")}
    )


def applied(text: str, action: dict[str, Any], uri: str) -> str:
    lines = Lines(text)
    edits = []
    for one in action["edit"]["changes"][uri]:
        ends = (
            lines.offset(p["line"] + 1, p["character"] + 1)
            for p in (one["range"]["start"], one["range"]["end"])
        )
        edits.append(Edit(Span(*ends), one["newText"]))
    return apply_edits(text, edits)


def test_a_dictionary_written_by_hand_counts_at_once(start: Any, tmp_path: Path) -> None:
    wire = start()
    uri = opened(wire, tmp_path, "Приехал Берекен Жансугирин.\n")
    assert wire.diagnostics(uri) == []
    (tmp_path / "names.toml").write_text(ADDED, "utf-8")
    (tmp_path / "imena.toml").write_text('dictionaries = ["names.toml"]\n', "utf-8")
    found = wire.diagnostics(uri)
    assert codes(found) == ["T106"] or found[0]["data"]["suggestions"] == ["Жансугурин"]


def test_a_broken_dictionary_is_shown_and_survived(start: Any, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text(ADDED, "utf-8")
    (tmp_path / "imena.toml").write_text('dictionaries = ["names.toml"]\n', "utf-8")
    wire = start()
    uri = opened(wire, tmp_path, TEXT)
    assert codes(wire.diagnostics(uri)) == ["T101"]
    names.write_text(ADDED + '\n[[person]]\ngivn = "x"\n', "utf-8")
    [error] = wire.diagnostics(names.as_uri())
    assert "givn" in error["message"] and error["range"]["start"]["line"] > 8
    said = wire.wait(lambda m: m.get("method") == "window/showMessage")["params"]
    assert said["type"] == 1 and "names.toml" in said["message"]
    wire.kept.clear()
    wire.change(uri, 2, [{"text": TEXT * 2}])
    assert codes(wire.diagnostics(uri, 2)) == ["T101", "T101"]
    names.write_text(ADDED, "utf-8")
    assert wire.diagnostics(names.as_uri()) == []


def test_a_broken_configuration_is_shown_and_survived(start: Any, tmp_path: Path) -> None:
    config = tmp_path / "imena.toml"
    config.write_text("select = [\n", "utf-8")
    wire = start()
    uri = opened(wire, tmp_path, TEXT)
    [error] = wire.diagnostics(config.as_uri())
    assert "broken TOML" in error["message"]
    assert codes(wire.diagnostics(uri)) == ["T101"]


def test_add_to_the_dictionary_keeps_what_is_there(start: Any, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_bytes(ADDED.replace("\n", "\r\n").encode())
    (tmp_path / "imena.toml").write_text('# наше\ndictionaries = ["names.toml"]\n', "utf-8")
    wire = start()
    uri = opened(wire, tmp_path, "Берекеном Жансугуриным довольны, Берекеном Жансугориным тоже.\n")
    [found] = wire.diagnostics(uri)
    place = found["range"]["start"]
    offered = actions(wire, uri, place["line"], place["character"] + 1)
    alias = next(one for title, one in offered.items() if "тоже Берекен Жансугурин" in title)
    assert command(wire, alias) == str(names)
    written = names.read_bytes()
    assert b"\r\n" in written and b"\n" not in written.replace(b"\r\n", b"")
    text = written.decode().replace("\r\n", "\n")
    assert "# так в паспорте" in text and '"Жансугорин"' in text and text.startswith("# Наши люди.")
    assert wire.diagnostics(uri) == []


def test_a_new_person_makes_dictionary_and_configuration(start: Any, tmp_path: Path) -> None:
    wire = start()
    uri = opened(wire, tmp_path, TEXT)
    [found] = wire.diagnostics(uri)
    offered = actions(wire, uri, 0, found["range"]["start"]["character"] + 1)
    person = next(one for title, one in offered.items() if "добавить человека" in title)
    assert command(wire, person) == str(tmp_path / "names.toml")
    assert 'surname = "Жомрат"' in (tmp_path / "names.toml").read_text("utf-8")
    assert 'dictionaries = ["names.toml"]' in (tmp_path / "imena.toml").read_text("utf-8")


def test_ignoring_a_word_in_plain_text(start: Any, tmp_path: Path) -> None:
    (tmp_path / "imena.toml").write_text('# наше\nwords = [\n  "Хабар", # да\n]\n', "utf-8")
    wire = start()
    uri = opened(wire, tmp_path, TEXT)
    [found] = wire.diagnostics(uri)
    offered = actions(wire, uri, 0, found["range"]["start"]["character"] + 1)
    command(wire, offered["Не трогать «Жомрат» (imena.toml)"])
    text = (tmp_path / "imena.toml").read_text("utf-8")
    assert "# да" in text and '"Жомрат"' in text
    assert wire.diagnostics(uri) == []


def test_ignoring_a_rule_in_one_file(start: Any, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.imena]\nyo = 'optional' # да\n", "utf-8")
    wire = start()
    uri = opened(wire, tmp_path, TEXT)
    [found] = wire.diagnostics(uri)
    offered = actions(wire, uri, 0, found["range"]["start"]["character"] + 1)
    command(wire, offered["Не проверять в этом файле: T101 (imena.toml)"])
    text = (tmp_path / "pyproject.toml").read_text("utf-8")
    assert "# да" in text and "[tool.imena.per-file-ignores]" in text
    assert wire.diagnostics(uri) == []


@pytest.mark.parametrize(
    ("language", "name", "text", "silent"),
    [
        (
            "markdown", "a.md", "# Касым-Жомрат Токаев\n\nДа.\n",
            "# Касым-Жомрат Токаев <!-- imena: ignore[T101] -->\n\nДа.\n",
        ),
        (
            "markdown", "a.md", "| а | б |\n|---|---|\n| Касым-Жомрат Токаев | 1 |\n",
            "| а | б |\n|---|---|\n| Касым-Жомрат Токаев | 1 <!-- imena: ignore[T101] -->|\n",
        ),
        (
            "html", "a.html", "<p>Касым-Жомрат Токаев</p><a\nhref='x'>да</a>\n",
            "<p>Касым-Жомрат <!-- imena: ignore[T101] --> Токаев</p><a\nhref='x'>да</a>\n",
        ),
    ],
)  # fmt: skip
def test_ignore_here_writes_a_comment_that_silences(
    start: Any, tmp_path: Path, language: str, name: str, text: str, silent: str
) -> None:
    wire = start()
    uri = opened(wire, tmp_path, text, name, language)
    [found] = wire.diagnostics(uri)
    place = found["range"]["start"]
    offered = actions(wire, uri, place["line"], place["character"] + 1)
    new = applied(text, offered["Не проверять здесь: T101"], uri)
    if language == "markdown":
        assert new == silent
    wire.change(uri, 2, [{"text": new}])
    assert wire.diagnostics(uri, 2) == []


def test_settings_of_the_editor_count_at_once(start: Any, tmp_path: Path) -> None:
    wire = start(options={"imena": {"ignore": ["T"]}})
    uri = opened(wire, tmp_path, TEXT)
    assert wire.diagnostics(uri) == []
    wire.notify("workspace/didChangeConfiguration", {"settings": {"imena": {"minConfidence": 0.1}}})
    assert codes(wire.diagnostics(uri)) == ["T101"]
    wire.notify("workspace/didChangeConfiguration", {"settings": {"imena": {"language": "en"}}})
    assert "letters swapped" in wire.diagnostics(uri)[0]["message"]


def test_clients_that_fetch_are_sent_nothing(start: Any, tmp_path: Path) -> None:
    wire = start(textDocument={"diagnostic": {}})
    uri = opened(wire, tmp_path, TEXT)
    answer = wire.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert codes(answer["items"]) == ["T101"]
    assert not [m for m in wire.kept if m.get("method") == "textDocument/publishDiagnostics"]


PLUGIN = """\
from imena import Naming, Span, hookimpl

@hookimpl
def imena_mentions(document):
    words = {"БЫЛО": "tokaev", "НИКТО": "nobody"}
    if "СБОЙ" in document.text:
        raise KeyError("СБОЙ")
    first = document.text.split()[0]
    return [Naming(Span(0, len(first)), words[first])] if first in words else []
"""


def test_plugins_that_know_names(start: Any, tmp_path: Path) -> None:
    """What a plugin says counts at every version, and a plugin that fails is named in the text."""
    (tmp_path / "p.py").write_text(PLUGIN, "utf-8")
    wire = start("-p", "./p.py")
    rest = "встретил гостей. Вечером Токавев улетел.\n" + "Ничего не было сказано.\n" * 60
    uri = opened(wire, tmp_path, f"БЫЛО {rest}")
    assert [d["range"]["start"]["character"] for d in wire.diagnostics(uri, 1)] == [30]
    for version, first, wanted in (
        (2, "Кто-то", []),
        (3, "БЫЛО", ["T103"]),
        (4, "НИКТО", ["E000"]),
        (5, "СБОЙ", ["E000"]),
        (6, "БЫЛО", ["T103"]),
    ):
        wire.change(uri, version, [{"text": f"{first} {rest}"}])
        found = wire.diagnostics(uri, version)
        assert codes(found) == wanted
        assert first != "СБОЙ" or "./p.py" in found[0]["message"]


def test_unknown_things_do_no_harm(start: Any, tmp_path: Path) -> None:
    wire = start()
    wire.notify("$/cancelRequest", {"id": 77})
    wire.notify("imena/unknown", {"x": 1})
    wire.change("untitled:never-opened", 3, [{"text": "x"}])
    assert (
        wire.request(
            "textDocument/hover",
            {"textDocument": {"uri": "untitled:no"}, "position": {"line": 9, "character": 9}},
        )
        is None
    )
    uri = opened(wire, tmp_path, TEXT)
    assert codes(wire.diagnostics(uri)) == ["T101"]
    wire.send(
        {"id": 500, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": uri}}}
    )
    wire.notify("$/cancelRequest", {"id": 500})
    answer = wire.wait(lambda m: m.get("id") == 500)
    assert "result" in answer or answer["error"]["code"] == -32800
    assert wire.leave() == 0


def test_leaving_without_shutdown_is_a_failure(start: Any, tmp_path: Path) -> None:
    wire = start()
    wire.send({"method": "exit"})
    assert wire.process.wait(timeout=30) == 1


def test_usage_errors_end_with_2(tmp_path: Path) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-m", "imena", "server", "--tcp", "nowhere"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 2 and "HOST:PORT" in done.stderr
