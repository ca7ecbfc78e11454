"""The page of ``imena report --html``: decisions made, kept, exported and carried out."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from imena.cli import main

NAMES = Path(__file__).parents[1] / "cmd" / "names.toml"
OWN = ["--dictionary", str(NAMES), "--no-default-dictionaries", "--no-cache", "--language", "ru"]
TEXT = "😀 Касым-Жомрат Токаев и телеканал Хабар 24.\nПрезидент Касым-Жомарт Тохаев. </script>\n"


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text of another name in each test.

    Pages of files share one storage, and a proof finds its decisions there by its paths and
    texts: so none finds those of another test.
    """
    monkeypatch.chdir(tmp_path)
    path = Path(f"{tmp_path.name}.txt")
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def written(text: Path) -> Path:
    assert main(["report", "--html", str(text), *OWN]) == 0
    return Path("imena-report.html")


def marks(page: Any) -> list[str]:
    return [text.replace("\n", " ") for text in page.texts("mark")]


def test_accept_reject_and_take_back(page: Any, written: Path) -> None:
    page.open(written)
    assert marks(page) == ["Жомрат", "Хабар 24", "Тохаев"]
    assert page.texts("#progress") == ["Решено 0 из 3"]
    page.click(".card:nth-of-type(1) .yes")
    page.click(".card:nth-of-type(2) .no")
    assert marks(page) == ["Жомрат Жомарт", "Хабар 24", "Тохаев"]
    assert page.texts("#progress") == ["Решено 2 из 3"]
    page.click("[data-filter=open]")
    assert len(page.texts(".card")) == 1
    page.click("[data-filter=all]")
    page.click(".card:nth-of-type(1) .undo")
    assert marks(page)[0] == "Жомрат"
    assert page.errors() == []


def test_decisions_outlive_the_page(page: Any, written: Path) -> None:
    page.open(written)
    page.click(".card:nth-of-type(3) .yes")
    page.browser.refresh()
    assert marks(page)[2] == "Тохаев Токаев"
    assert page.texts("#progress") == ["Решено 1 из 3"]


def test_by_keyboard_and_in_english(page: Any, written: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    page.open(written)
    page.press(Keys.ARROW_DOWN, Keys.ENTER)
    page.press(Keys.ARROW_DOWN, Keys.DELETE)
    assert page.texts("#progress") == ["Решено 2 из 3"]
    page.press(Keys.BACKSPACE)
    page.click("#language")
    assert page.texts("h1, #progress") == ["Proof", "1 of 3 decided"]


def test_what_is_exported_is_what_gets_written(page: Any, text: Path, written: Path) -> None:
    page.open(written)
    page.click("#safe")
    page.click(".card:nth-of-type(2) .yes")
    own = page.one(".card:nth-of-type(3) input")
    own.send_keys("Т.", "\ue007")
    wanted = TEXT.replace("Жомрат", "Жомарт").replace("Хабар 24", "«Хабар 24»")
    wanted = wanted.replace("Тохаев", "Т.")
    assert page.browser.execute_script("return imenaProof.corrected(0)") == wanted
    page.click(".save")
    page.click("#export")
    assert saved(page, text.name).read_text("utf-8") == wanted
    decisions = saved(page, "decisions.json")
    assert len(json.loads(decisions.read_text("utf-8"))["accepted"]) == 3
    assert main(["report", "--apply", str(decisions), *OWN]) == 0
    assert text.read_text("utf-8") == wanted


def saved(page: Any, name: str) -> Path:
    """The file that the browser saved, once it is whole."""
    path: Path = page.browser.saved / name
    for _ in range(100):
        if path.exists() and not list(path.parent.glob("*.crdownload")):
            return path
        time.sleep(0.05)
    raise AssertionError(f"{name} was not saved")
