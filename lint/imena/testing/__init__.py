"""What plugins and imena itself are tested with.

``check_rule``, ``check_format``, ``check_reporter`` and ``check_language`` hold one class each to
its contract, ``check_dictionary`` files to the gates of dictionaries; they raise AssertionError
saying what is wrong. The whole of it as tests for pytest, over everything that is installed::

    from imena.testing.contract import *  # noqa: F403
"""

from __future__ import annotations

from imena.testing.dictionaries import check_dictionary
from imena.testing.formats import check_format
from imena.testing.languages import check_language
from imena.testing.reporters import check_reporter
from imena.testing.rules import (
    NO_FIX,
    SECTIONS,
    Examples,
    Problem,
    check_rule,
    decoded,
    example_lexicon,
    examples_of,
    form_problems,
    page_of,
    problems_of,
    sections_of,
)

__all__ = [
    "NO_FIX",
    "SECTIONS",
    "Examples",
    "Problem",
    "check_dictionary",
    "check_format",
    "check_language",
    "check_reporter",
    "check_rule",
    "decoded",
    "example_lexicon",
    "examples_of",
    "form_problems",
    "page_of",
    "problems_of",
    "sections_of",
]
