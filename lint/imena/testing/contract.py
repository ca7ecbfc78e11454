"""The contracts as tests, over every part that is built in or installed.

A plugin's test suite takes them over with one line, and so do imena's own tests::

    from imena.testing.contract import *  # noqa: F403
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imena import plugins
from imena.config_files import Config
from imena.engine import Checker
from imena.lexicon.load import load_lexicon
from imena.testing.formats import check_format
from imena.testing.languages import check_language
from imena.testing.reporters import check_reporter
from imena.testing.rules import check_rule
from imena.text.document import Document

__all__ = [
    "test_dictionary_is_whole",
    "test_format_keeps_its_contract",
    "test_language_keeps_its_contract",
    "test_reporter_keeps_its_contract",
    "test_rule_keeps_its_contract",
]

_FOUND = plugins.manager()


def _each(hook: str) -> pytest.MarkDecorator:
    made = plugins.named(_FOUND, hook)
    return pytest.mark.parametrize("part", [type(one) for one in made.values()], ids=list(made))


@_each("imena_rules")
def test_rule_keeps_its_contract(part: type) -> None:
    check_rule(part)


@_each("imena_formats")
def test_format_keeps_its_contract(part: type) -> None:
    check_format(part)


@_each("imena_reporters")
def test_reporter_keeps_its_contract(part: type) -> None:
    check_reporter(part)


@_each("imena_languages")
def test_language_keeps_its_contract(part: type) -> None:
    check_language(part)


_ENTRIES = plugins.gathered(_FOUND, "imena_entries", config=Config())


@pytest.mark.parametrize("entries", _ENTRIES, ids=lambda e: getattr(e, "id", Path(str(e)).name))
def test_dictionary_is_whole(entries: Any) -> None:
    """It loads on its own, and no name in it is found wrong by any rule."""
    is_file = isinstance(entries, (str, Path))
    files, more = ([Path(entries)], []) if is_file else ([], [entries])
    lexicon = load_lexicon(files, defaults=False, entries=more, cache=False)
    checker = Checker(lexicon, plugins.rules(_FOUND), Config().settings)
    for number in range(len(lexicon.index)):
        title = lexicon.entry(number).ref.name
        found = checker.check(Document.plain(f"{title}.")).findings
        assert not found, f"{title}: {[f.message.en for f in found]}"
