"""The documentation site builds without a warning, and every link inside it leads somewhere."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from imena import config_files, plugins
from imena.resolution import evidence
from imena.text.toml import loads

ROOT = Path(__file__).parents[2]
WORDS = loads((ROOT / "docs/_site/words.toml").read_text("utf-8"))
#: Numbers of the evidence that are no weights.
_NO_WEIGHTS = {"UNMISTAKABLE", "SLOPE", "SHIFT", "ANY"}


class Page(HTMLParser):
    """What a page points to, and what may be pointed to in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.words: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    """Every page of a freshly built site."""
    if any(importlib.util.find_spec(one) is None for one in ("mkdocs", "material")):
        if os.environ.get("IMENA_REQUIRE_TOOLS") == "1":
            pytest.fail("mkdocs is required here: pip install -e '.[docs]'")
        pytest.skip("needs mkdocs: pip install -e '.[docs]'")
    home = tmp_path_factory.mktemp("site").resolve()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(home)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path: Page(path) for path in home.rglob("*.html")}


def test_links_lead_somewhere(site: dict[Path, Page]) -> None:
    home = min(site, key=lambda path: len(path.parts)).parent
    broken = [
        f"{page.path.relative_to(home)}: {link}"
        for page in site.values()
        for link in page.links
        if page.path.name != "404.html" and not leads_somewhere(page, link, site)
    ]
    assert broken == []


def leads_somewhere(page: Page, link: str, site: dict[Path, Page]) -> bool:
    """Whether a link within the site has a file, and its anchor, at its other end."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
    if target.is_dir():
        target /= "index.html"
    if target not in site:
        return target.is_file()
    return not parts.fragment or unquote(parts.fragment) in site[target].anchors


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('<p id="x"><a href="#x"></a><a href="#y"></a><a href="b.html"></a>', "utf-8")
    page = Page(path)
    assert [leads_somewhere(page, link, {path: page}) for link in page.links] == [
        True,
        False,
        False,
    ]


def test_every_rule_has_its_page(site: dict[Path, Page]) -> None:
    names = {path.stem for path in site if path.parent.name == "rules"}
    assert {rule.code for rule in plugins.rules(plugins.builtin())} <= names


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_language_shows_its_own_half(site: dict[Path, Page], language: str) -> None:
    headings = {"ru": "Когда молчит", "en": "When it stays silent"}
    pages = [p for p in site.values() if p.path.parent.name == "rules" and p.path.stem != "index"]
    mine = [p for p in pages if ("en" in p.path.parent.parent.parts[-1:]) == (language == "en")]
    assert len(mine) == len(pages) / 2
    for page in mine:
        shown = {name for name, words in headings.items() if words in page.words}
        assert shown == {language}, page.path


def undescribed() -> Iterator[str]:
    """Names that the code has and ``words.toml`` lacks, or the other way round."""
    weights = {n for n, v in vars(evidence).items() if n.isupper() and isinstance(v, (int, float))}
    reporters = set(plugins.named(plugins.builtin(), "imena_reporters"))
    yield from set(config_files.KEYS) - set(WORDS["keys"])
    yield from reporters ^ set(WORDS["reporters"])
    yield from (weights - _NO_WEIGHTS) ^ {*WORDS["evidence"], *WORDS["rivals"]}


def test_everything_is_described() -> None:
    assert sorted(undescribed()) == []
