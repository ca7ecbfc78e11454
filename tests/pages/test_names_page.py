"""The page of ``imena names --output-format html``, read and clicked in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imena.cli import main

NAMES = Path(__file__).parents[1] / "cmd" / "names.toml"
TEXTS = {
    "a.txt": "Касым-Жомарт Токаев приехал. С Токаевым говорил телеканал «Хабар 24».\n"
    "Касым-Жомрат Токаев уехал к Юрию Лужкову.\n",
    "b<script>.txt": "О Токаеве </script><script>alert(1)</script> 😀 сказано всё. "
    "Юрий Лужков молчит.\n",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("names")
    for name, text in TEXTS.items():
        (home / name).write_text(text, "utf-8")
    out = home / "names.html"
    own = ["--dictionary", str(NAMES), "--no-default-dictionaries", "--no-cache"]
    args = ["names", *(str(home / n) for n in TEXTS), "--output-format", "html"]
    assert main([*args, "--output-file", str(out), "--language", "ru", *own]) == 0
    return out


def rows(page: Any) -> list[str]:
    return [text.replace("\n", " ") for text in page.texts("#names li")]


def test_the_list_and_the_first_name(page: Any, written: Path) -> None:
    page.open(written)
    assert rows(page) == ["Касым-Жомарт Кемелевич Токаев 4", "Хабар 24 1", "Юрий Лужков 2"]
    assert page.texts("h1, #name h2") == ["Указатель имён", "Касым-Жомарт Кемелевич Токаев"]
    assert page.texts(".form") == [
        "Касым-Жомарт Токаев",
        "Токаевым",
        "Токаеве",
        "Касым-Жомрат Токаев",
    ]
    assert page.texts(".form.wrong") == ["Касым-Жомрат Токаев"]
    assert page.errors() == []


def test_search_finds_forms_and_entries(page: Any, written: Path) -> None:
    page.open(written)
    for query, found in (
        ("лужкову", ["Юрий Лужков 2"]),
        ("жомрат", ["Касым-Жомарт Кемелевич Токаев 4"]),
        ("khabar", ["Хабар 24 1"]),
        ("щщщ", ["Ничего не найдено"]),
    ):
        box = page.one("#search")
        box.clear()
        box.send_keys(query)
        assert rows(page) == found, query


def test_a_click_shows_the_mentions_with_context(page: Any, written: Path) -> None:
    page.open(written)
    page.all("#names li")[2].click()
    assert page.texts("#name h2") == ["Юрий Лужков"]
    assert page.texts(".place mark") == ["Юрию Лужкову", "Юрий Лужков"]
    assert page.texts(".place small") == ["2:29", "1:61"]
    assert "Касым-Жомрат Токаев уехал к Юрию Лужкову" in page.texts(".place")[0]
    assert page.texts("#name h3")[1].endswith("b<script>.txt")


def test_kinds_order_language_and_keys(page: Any, written: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    page.open(written)
    page.click("[data-kind=fresh]")
    assert rows(page) == ["Юрий Лужков 2"]
    page.click("[data-kind=bad]")
    assert rows(page) == ["Касым-Жомарт Кемелевич Токаев 4"]
    page.click("[data-kind=all]")
    page.press(Keys.ARROW_DOWN)
    assert page.texts("#name h2") == ["Хабар 24"]
    page.one("#order").send_keys("по частоте")
    assert [row[-1] for row in rows(page)] == ["4", "2", "1"]
    page.click("#language")
    assert page.texts("h1") == ["Index of names"]
    assert "organisation · once · Entry: khabar" in page.texts("#name p")[0]
    assert page.errors() == []
