"""What the plugin adds, as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from imena.cli import main


def check(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str]:
    code = main(["check", "--isolated", *map(str, args)])
    return code, capsys.readouterr().out


def found(capsys: pytest.CaptureFixture[str], *args: object) -> list[Any]:
    rows: list[Any] = json.loads(check(capsys, *args, "--output-format", "json")[1])
    return [(row["code"], row["text"], row["suggestions"]) for row in rows]


def written(home: Path, name: str, text: str) -> Path:
    path = home / name
    path.write_bytes(text.encode())
    return path


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMENA_CACHE_DIR", str(tmp_path / "cache"))


def test_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.txt", "Суд допросил экс министра обороны.")
    assert found(capsys, path) == [("N901", "экс ", ["экс-"])]
    assert check(capsys, "--fix", path)[0] == 0
    assert path.read_text("utf-8") == "Суд допросил экс-министра обороны."


def test_rule_has_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "N901"]) == 0
    assert "# N901 ex-hyphen (warning)" in capsys.readouterr().out


def test_dictionary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.txt", "Репортаж Евпраксеи Златоверховой из Заречноозёрска.")
    assert found(capsys, path) == [("V201", "Евпраксеи", ["Евпраксии"])]


def test_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles = (
        "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Евпраксия</i>\r\nЗлатовехрова здесь.\r\n\r\n"
        "2\r\n00:00:03,000 --> 00:00:04,000\r\nДобрый вечер.\r\n"
    )
    path = written(tmp_path, "film.srt", titles)
    assert found(capsys, tmp_path) == [("T101", "Златовехрова", ["Златоверхова"])]
    check(capsys, "--fix", tmp_path)
    assert path.read_bytes().decode() == titles.replace("Златовехрова", "Златоверхова")


def test_reporter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.txt", "Экс мэр молчит.")
    rows = list(csv.DictReader(io.StringIO(check(capsys, path, "--output-format", "csv")[1])))
    assert [(row["code"], row["line"], row["suggestions"]) for row in rows] == [
        ("N901", "1", "Экс-")
    ]


def test_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """«Борисова» is a genitive of his name in Russian, and a woman's in Bulgarian."""
    names = '[[person]]\nid = "b"\ngiven = "Бойко"\nsurname = "Борисов"\ngender = "m"\n'
    dictionary = written(tmp_path, "names.toml", names)
    path = written(tmp_path, "a.txt", "Говори Бойко Броисов. Писмо до Бойко Борисова.")
    own = ("--dictionary", dictionary, "--no-default-dictionaries", "--language", "en")
    swapped, woman = ("T101", "Броисов", ["Борисов"]), ("P701", "Борисова", ["Борисов"])
    assert found(capsys, path, *own) == [swapped]
    assert found(capsys, path, *own, "--text-language", "bg") == [swapped, woman]
