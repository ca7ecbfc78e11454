"""Every rule does what its page says, and every page says what a page must say.

A new file in ``imena/rules`` is tested without a change here, and so is a rule of an installed
plugin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from imena import plugins, testing

RULES = [type(rule) for rule in plugins.rules(plugins.manager())]
GAPS = Path(__file__).parent / "known_gaps.txt"


class Gap(NamedTuple):
    """A line of an example that the resolver does not live up to yet."""

    code: str
    kind: str
    line: str
    reason: str


def known_gaps() -> Iterator[Gap]:
    """``code | bad, good or silent | line | reason``; blank lines and ``#`` lines are skipped."""
    for line in GAPS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, kind, example, reason = (piece.strip() for piece in line.split(" | "))
            yield Gap(
                code, kind, re.sub(r"\\u(....)", lambda m: chr(int(m[1], 16)), example), reason
            )


KNOWN = list(known_gaps())


def by_code(code: str) -> Any:
    return next(rule for rule in RULES if rule.code == code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_does_what_its_page_says(rule: Any) -> None:
    known = {(gap.kind, gap.line) for gap in KNOWN if gap.code == rule.code}
    found = [p for p in testing.problems_of(rule) if (p.kind, p.line) not in known]
    assert not found, "\n".join(p.text for p in found)


@pytest.mark.parametrize("gap", KNOWN, ids=lambda gap: f"{gap.code} {gap.kind}: {gap.line}")
def test_known_gap(gap: Gap, request: pytest.FixtureRequest) -> None:
    request.applymarker(pytest.mark.xfail(reason=gap.reason, strict=True))
    found = [(p.kind, p.line) for p in testing.problems_of(by_code(gap.code))]
    assert (gap.kind, gap.line) not in found


@pytest.mark.parametrize("gap", KNOWN, ids=lambda gap: f"{gap.code} {gap.kind}: {gap.line}")
def test_known_gap_is_on_a_page(gap: Gap) -> None:
    groups = testing.examples_of(by_code(gap.code))
    assert gap.line in [line for group in groups for line in getattr(group, gap.kind)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_is_whole(rule: Any) -> None:
    assert testing.form_problems(rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_shows_three_lines_of_each_kind(rule: Any) -> None:
    groups = testing.examples_of(rule)
    assert sum(len(group.bad) for group in groups) >= 3
    assert sum(len(group.silent) for group in groups) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_file_is_called_after_the_rule(rule: Any) -> None:
    module = rule.__module__.rpartition(".")[2]
    assert module == rule.name.replace("-", "_")
    assert rule.__name__ == rule.name.title().replace("-", "")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_summary_is_one_line_in_both_languages(rule: Any) -> None:
    first, blank = testing.page_of(rule).splitlines()[:2]
    russian, _, english = first.partition(" / ")
    assert re.search("[а-яё]", russian) and re.search("[a-z]", english) and blank == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_message_is_given_in_both_languages(rule: Any) -> None:
    values = {"text": "…", "right": "…", "name": "…"}
    russian, english = (m.format(**values) for m in rule.message)
    assert re.search("[а-яё]", russian) and re.search("[a-z]", english)


def test_codes_and_names_are_unique() -> None:
    for names in ([rule.code for rule in RULES], [rule.name for rule in RULES]):
        assert [name for name, count in Counter(names).items() if count > 1] == []
