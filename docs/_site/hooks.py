"""What mkdocs calls: pages that are made of the code, and of files elsewhere in the repository.

A made page ``x`` exists as ``x.md`` (Russian) and ``x.en.md`` (English), or as ``x.md`` alone where
one text serves both. In a written page ``<!-- made: NAME -->`` gives way to a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

import command_pages
import reference
import repository_pages
import rule_pages

_MADE = re.compile(r"<!-- made: ([\w-]+) -->")


@cache
def made_pages() -> dict[str, str]:
    """Path below ``docs`` → Markdown of every made page."""
    return {**rule_pages.pages(), **command_pages.pages(), **repository_pages.pages()}


def on_config(config: Any) -> Any:
    """Fill the navigation with the made pages, and leave out what this checkout lacks."""
    config.nav = [
        {name: list(_kept(pages, Path(config.docs_dir))) for name, pages in section.items()}
        for section in _WRITTEN_NAV.setdefault("nav", config.nav)
    ]
    english = next(one for one in config.plugins["i18n"].config.languages if one.locale == "en")
    english.nav_translations.update(rule_pages.family_titles())
    return config


#: The navigation as mkdocs.yml has it: a site is built once a language, from one configuration.
_WRITTEN_NAV: dict[str, Any] = {}


def _kept(pages: list[Any], docs: Path) -> Iterator[Any]:
    for page in pages:
        path = str(next(iter(page.values())) if isinstance(page, dict) else page)
        if path in made_pages() or (docs / path).is_file():
            yield page
        if path == "rules/index.md":
            yield from rule_pages.navigation()
        if path == "editors/index.md":
            yield from repository_pages.editors()


def on_files(files: Any, config: Any) -> Any:
    """Tell mkdocs of the made pages."""
    for path in made_pages():
        files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The Markdown of a made page; None for a written one."""
    return made_pages().get(page.file.src_uri)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Fill in the made tables. Raises KeyError for a name that nothing makes."""
    language = "en" if page.file.src_uri.endswith(".en.md") else "ru"
    return _MADE.sub(lambda found: reference.TABLES[found[1]](language), markdown)
