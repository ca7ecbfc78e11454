"""The contract test itself: what it takes for an example, and that it fails where it should."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from imena import testing
from imena.config import Settings
from imena.findings import Applicability, Edit, Finding, Fix, Message, Severity
from imena.resolution.analysis import Analysis
from imena.text.span import Span

PAGE = r"""Сорок вместо сорока. / Forty.

## Что делает / What it does

Меняет слово.

## Почему это плохо / Why is this bad

Потому что пример.

## Примеры / Example

Плохо:

    Их было {bad}.

Хорошо:

    Их было {good}.

## Когда молчит / When it stays silent

Молчит:

    {silent}

## Надёжность правки / Fix safety

{safety}
"""


class Forty:
    """A rule as a plugin would write it: it reports «40» and writes «сорок»."""

    code = "Z999"
    name = "forty"
    severity = Severity.INFO
    message = Message("цифрами: {text}", "digits: {text}")

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        at = analysis.document.text.find("40")
        if at >= 0:
            span = Span(at, at + 2)
            fix = Fix(Applicability.UNSAFE, (Edit(span, "сорок"),))
            yield Finding(self.code, self.name, self.severity, 0.9, self.message, span, "40",
                          fix=fix, suggestions=("сорок",))  # fmt: skip


def forty(**values: str) -> type:
    filled = {"bad": "40", "good": "сорок", "silent": "Их было 41.", "safety": "Советует."}
    page = PAGE
    for key, value in (filled | values).items():
        page = page.replace("{" + key + "}", value)
    return type("Forty", (Forty,), {"__doc__": page})


def test_rule_that_keeps_its_word_passes() -> None:
    testing.check_rule(forty())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"bad": "тридцать"}, "must be found: Их было тридцать."),
        ({"good": "много"}, "+ Их было много."),
        ({"good": "40"}, "must give no finding: Их было 40."),
        ({"silent": "Их было 40."}, "Z999 forty 0.90 unsafe: 40 → сорок"),
        ({"silent": "Каныш Стапаев приехал."}, "T101 typo-transposed"),
        ({"safety": "Правки нет: пусть решает автор."}, "the page says «Правки нет»"),
    ],
    ids=lambda value: str(value),
)
def test_rule_that_breaks_its_word_fails(values: dict[str, str], said: str) -> None:
    with pytest.raises(AssertionError) as caught:
        testing.check_rule(forty(**values))
    assert said in str(caught.value)
    assert str(caught.value).startswith("Z999 forty:")


def test_page_without_its_sections_fails() -> None:
    bare = type("Forty", (Forty,), {"__doc__": "Сорок. / Forty."})
    with pytest.raises(AssertionError, match="needs these sections"):
        testing.check_rule(bare)


def test_examples_are_grouped_by_their_settings() -> None:
    page = """Строка.

    Плохо:

        Один.
        Два\\u00ADжды.

    Хорошо:

        Три.
        Четыре.

    Настройки: policy=official, yo=strict, date=2024-01-01

    Молчит:

        Пять.

    Настройки: по умолчанию

    Молчит:

        Шесть.

    Текст, а не пример.

        Код, а не пример.
    """
    rule = type("Rule", (), {"__doc__": page})
    strict = Settings(policy="official", yo="strict", date=date(2024, 1, 1))
    assert testing.examples_of(rule) == [
        (["Один.", "Два\u00adжды."], ["Три.", "Четыре."], [], Settings()),
        ([], [], ["Пять."], strict),
        ([], [], ["Шесть."], Settings()),
    ]


@pytest.mark.parametrize("line", ["policy=kg", "yo=maybe", "colour=red"])
def test_settings_that_do_not_exist_fail(line: str) -> None:
    rule = type("Rule", (), {"__doc__": f"Строка.\n\nНастройки: {line}\n"})
    with pytest.raises(AssertionError, match=line):
        testing.examples_of(rule)
