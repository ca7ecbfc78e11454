"""The contracts of a rule and of a dictionary as tests, for those of imena and of its plugins.

A plugin's test suite needs one line per rule: ``check_rule(MyRule)``. The docstring of a rule is
its page; this module reads the examples on it and holds the rule to them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from imena.config import POLICIES, YO, Settings
from imena.engine import Checker, apply_edits, chosen_edits
from imena.findings import Applicability, Finding, Message
from imena.lexicon.lexicon import Lexicon
from imena.text.document import Document

#: The sections that every page has, in this order.
SECTIONS = (
    "Что делает / What it does",
    "Почему это плохо / Why is this bad",
    "Примеры / Example",
    "Когда молчит / When it stays silent",
    "Надёжность правки / Fix safety",
)
#: How the section on fixes begins where the rule offers none to apply.
NO_FIX = "Правки нет"

_LEXICON = Path(__file__).parents[1] / "data" / "examples.toml"
_BLOCKS = {"Плохо:": "bad", "Хорошо:": "good", "Молчит:": "silent"}
_SETTINGS = "Настройки:"
_INDENT = "    "
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


class Examples(NamedTuple):
    """Lines of one place on a page, all checked with the same ``settings``."""

    bad: list[str]
    good: list[str]
    silent: list[str]
    settings: Settings


class Problem(NamedTuple):
    """An example that the rule does not live up to: ``line`` as on the page, escapes decoded."""

    kind: str
    line: str
    text: str


@dataclass
class _Reader:
    """Collects the example lines of a page while it goes down it."""

    page: str
    settings: Settings = field(default_factory=Settings)
    groups: list[Examples] = field(default_factory=list)
    into: list[str] | None = None

    def read(self) -> list[Examples]:
        for line in self.page.splitlines():
            self._line(line)
        return self.groups

    def _line(self, line: str) -> None:
        words = line.strip()
        if line.startswith(_INDENT) and self.into is not None:
            self.into.append(decoded(words))
        elif words in _BLOCKS:
            self._open(_BLOCKS[words])
        elif words.startswith(_SETTINGS):
            self.settings = _settings(words[len(_SETTINGS) :])
            self.into = None
        elif words:
            self.into = None

    def _open(self, block: str) -> None:
        """A block joins the group above it unless that has one already, or other settings."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.settings != self.settings or getattr(group, block):
            group = Examples([], [], [], self.settings)
            self.groups.append(group)
        self.into = getattr(group, block)


def page_of(rule_class: type) -> str:
    """The docstring without the indentation of the code."""
    import inspect

    return inspect.getdoc(rule_class) or ""


def sections_of(rule_class: type) -> dict[str, str]:
    """Heading → text of the ``##`` sections of a rule's page, in page order."""
    pieces = re.split(r"^## (.+)$", page_of(rule_class), flags=re.MULTILINE)
    return {h.strip(): text.strip() for h, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def examples_of(rule_class: type) -> list[Examples]:
    """The examples on a rule's page: ``(bad, good, silent, settings)`` for each group of them.

    A ``Настройки:`` line rules all blocks below it up to the next one. ``\\uXXXX`` stands for a
    character that nobody could see. Raises AssertionError for a line of settings that says
    nothing known.
    """
    return _Reader(page_of(rule_class)).read()


def decoded(line: str) -> str:
    """An example line with its ``\\uXXXX`` escapes carried out."""
    return _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), line)


def _settings(line: str) -> Settings:
    """``policy=official, yo=strict, date=2024-01-01``; «по умолчанию» for the defaults."""
    made = Settings()
    for pair in filter(None, (p.strip() for p in line.split(","))):
        key, _, value = pair.partition("=")
        if key == "policy" and value in POLICIES:
            made = made._replace(policy=value)
        elif key == "yo" and value in YO:
            made = made._replace(yo=value)
        elif key == "date":
            made = made._replace(date=date.fromisoformat(value))
        else:
            assert pair == "по умолчанию", f"unknown setting on the page: {pair!r}"
    return made


@cache
def example_lexicon() -> Lexicon:
    """The small lexicon of the examples; frozen, so that no dictionary edit breaks a page."""
    from imena.lexicon.load import load_lexicon

    return load_lexicon([_LEXICON], defaults=False)


def check_rule(rule_class: type, lexicon: Lexicon | None = None) -> None:
    """Hold a rule to its page; ``lexicon`` in place of the frozen one of the examples.

    Line n of «Плохо» must be found by this rule, and its fixes, unsafe ones too, must make it
    line n of «Хорошо»; lines of «Хорошо» and «Молчит» must give no finding of any rule.
    Raises AssertionError listing everything that is wrong, with a diff of each text.
    """
    found = [*form_problems(rule_class), *(p.text for p in problems_of(rule_class, lexicon))]
    name = f"{getattr(rule_class, 'code', '?')} {getattr(rule_class, 'name', rule_class)}"
    assert not found, "\n".join([f"{name}:", *found])


def form_problems(rule_class: type) -> list[str]:
    """What a class lacks to be a rule with a page: names, messages, sections, examples."""
    rule: Any = rule_class
    lacks = [f"has no {name}" for name in ("code", "name", "severity") if not hasattr(rule, name)]
    headings = [heading for heading in sections_of(rule) if heading in SECTIONS]
    if headings != list(SECTIONS):
        lacks.append(f"the page needs these sections in this order: {', '.join(SECTIONS)}")
    if not any(group.bad for group in examples_of(rule)):
        lacks.append("the page shows no «Плохо:» line")
    if not any(group.silent for group in examples_of(rule)):
        lacks.append("the page shows no «Молчит:» line")
    message = getattr(rule, "message", None)
    if isinstance(message, Message) and not (message.ru and message.en):
        lacks.append("the message must be given in Russian and in English")
    return lacks


def problems_of(rule_class: type, lexicon: Lexicon | None = None) -> list[Problem]:
    """Every example that does not come out as the page says, in page order."""
    names = lexicon or example_lexicon()
    return [
        problem
        for group in examples_of(rule_class)
        for problem in _group_problems(rule_class, group, names)
    ]


def _group_problems(rule_class: type, group: Examples, lexicon: Lexicon) -> Iterator[Problem]:
    fixes = not sections_of(rule_class).get(SECTIONS[-1], "").startswith(NO_FIX)
    if group.bad and len(group.good) != len(group.bad) and (fixes or group.good):
        count = f"{len(group.bad)} lines are bad, {len(group.good)} good"
        yield Problem("pairs", group.bad[0], count)
        return
    alone = Checker(lexicon, [rule_class()], _asking(rule_class, group.settings))
    together = Checker(lexicon, _with_built_in(rule_class), _asking(rule_class, group.settings))
    for n, line in enumerate(group.bad):
        good = group.good[n] if fixes else None
        yield from _bad_problems(alone, together, line, good)
    for kind, lines in (("good", group.good), ("silent", group.silent)):
        for line in lines:
            if found := _findings(together, line):
                yield Problem(kind, line, f"must give no finding: {line}\n{_said(found)}")


def _asking(rule_class: Any, settings: Settings) -> Settings:
    """``settings`` under which a rule runs that is off by default."""
    return settings._replace(extend_select=(rule_class.code,))


def _with_built_in(rule_class: Any) -> list[Any]:
    from imena import plugins

    others = [r for r in plugins.rules(plugins.builtin()) if r.code != rule_class.code]
    return [*others, rule_class()]


def _bad_problems(
    alone: Checker, together: Checker, line: str, good: str | None
) -> Iterator[Problem]:
    """``good`` is None where the rule only reports."""
    found = _findings(alone, line)
    if not found:
        others = _said(_findings(together, line)) or "  nothing is found by other rules either"
        yield Problem("bad", line, f"must be found: {line}\n{others}")
    elif good is None:
        if chosen_edits(found, unsafe=True):
            yield Problem("bad", line, f"the page says «{NO_FIX}»: {line}\n{_said(found)}")
    elif (fixed := apply_edits(line, chosen_edits(found, unsafe=True))) != good:
        yield Problem("bad", line, f"{_diff(fixed, good)}\n{_said(found)}")


def _findings(checker: Checker, line: str) -> list[Finding]:
    return checker.check(Document.plain(line)).findings


def _said(found: Sequence[Finding]) -> str:
    """One line a finding, characters that nobody sees as escapes."""
    return "\n".join(
        f"  {f.code} {f.rule} {f.confidence:.2f} {_how(f)}: {_shown(f.text)} → "
        f"{', '.join(f.suggestions) or '–'}"
        for f in found
    )


def _how(finding: Finding) -> str:
    return (finding.fix.applicability if finding.fix else Applicability.DISPLAY).value


def _shown(text: str) -> str:
    """``text`` with escapes for what is neither a letter, a digit, a space nor ASCII."""
    return "".join(c if c.isalnum() or c in "«»„“” –—" or c.isascii() else ascii(c)[1:-1]
                   for c in text)  # fmt: skip


def _diff(fixed: str, good: str) -> str:
    shown = (_shown(fixed), _shown(good))
    lines = difflib.ndiff([shown[0]], [shown[1]])
    return "after the fixes (-) it must read as the page says (+):\n" + "\n".join(
        f"  {line.rstrip()}" for line in lines
    )
