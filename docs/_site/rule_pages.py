"""Pages of rules, made of their docstrings.

A docstring holds both languages: «Заголовок / Title», a Russian paragraph, an English one. Each
site shows its own; a section that lacks one is shown whole.
"""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from imena import plugins, testing
from imena.engine import Checker
from imena.findings import Finding
from imena.text.document import Document

LANGUAGES = ("ru", "en")
FAMILIES = {
    "T": ("Опечатки", "Typos"),
    "V": ("Варианты написания", "Spelling variants"),
    "H": ("Дефисы, тире, пробелы", "Hyphens, dashes, spaces"),
    "U": ("Знаки и буквы-двойники", "Characters and look-alikes"),
    "C": ("Прописные и строчные", "Letter case"),
    "D": ("Склонение", "Declension"),
    "P": ("Люди", "People"),
    "O": ("Организации", "Organisations"),
    "G": ("Места", "Places"),
    "X": ("Разнобой внутри текста", "Consistency within a text"),
}
_SEVERITY = {
    "error": ("ошибка", "error"),
    "warning": ("предупреждение", "warning"),
    "info": ("замечание", "info"),
}
_FIX = {
    "safe": ("правка безопасна", "safe fix"),
    "mixed": ("правка безопасна или предложена", "safe or suggested fix"),
    "unsafe": ("правка предложена", "suggested fix"),
    "none": ("без правки", "no fix"),
}
_LABELS = {"Плохо:": "Bad:", "Хорошо:": "Good:", "Молчит:": "Silent:"}
_SETTINGS = "Настройки:"


class Facts(NamedTuple):
    """What the rule does to the examples of its own page: the kind of its fixes, and what it says
    of the first line."""

    fix: str
    first: Finding | None


@cache
def rules() -> list[Any]:
    """The built-in rules, by family in the order of FAMILIES, then by code."""
    order = "".join(FAMILIES)
    found = plugins.rules(plugins.builtin())
    return sorted(found, key=lambda rule: (order.find(rule.code[0]) % 99, rule.code))


def navigation() -> list[dict[str, list[str]]]:
    """Family → its pages, in Russian."""
    found: dict[str, list[str]] = {}
    for rule in rules():
        found.setdefault(family_title(rule, "ru"), []).append(f"rules/{rule.code}.md")
    return [{title: pages} for title, pages in found.items()]


def family_title(rule: Any, language: str) -> str:
    letter = rule.code[0]
    return f"{letter} — {either(language, FAMILIES[letter])}" if letter in FAMILIES else letter


def family_titles() -> dict[str, str]:
    """Russian titles of the families → English ones."""
    return {family_title(rule, "ru"): family_title(rule, "en") for rule in rules()}


def pages() -> dict[str, str]:
    """Path → Markdown, for every rule and the list of them, in both languages."""
    made = {}
    for language in LANGUAGES:
        suffix = "" if language == "ru" else f".{language}"
        made[f"rules/index{suffix}.md"] = index(language)
        for rule in rules():
            made[f"rules/{rule.code}{suffix}.md"] = page(rule, language)
    return made


def either(language: str, pair: tuple[str, str]) -> str:
    return pair[LANGUAGES.index(language)]


def side(text: str, language: str) -> str:
    """One half of «по-русски / in English»."""
    russian, slash, english = text.partition(" / ")
    return english if slash and language == "en" else russian


def summary(rule: Any, language: str) -> str:
    return side(testing.page_of(type(rule)).partition("\n")[0], language).rstrip(".")


@cache
def facts(rule: Any) -> Facts:
    found: list[Finding] = []
    for group in testing.examples_of(type(rule)):
        settings = group.settings._replace(extend_select=(rule.code,))
        checker = Checker(testing.example_lexicon(), [rule], settings)
        found += [f for line in group.bad for f in checker.check(Document.plain(line)).findings]
    kinds = {f.fix.applicability.value for f in found if f.fix} & {"safe", "unsafe"}
    fix = "none" if not kinds else "mixed" if len(kinds) > 1 else kinds.pop()
    return Facts(fix, found[0] if found else None)


def index(language: str) -> str:
    """The list of rules by family."""
    lines = [either(language, _INTRODUCTION)]
    family = ""
    for rule in rules():
        if family_title(rule, language) != family:
            family = family_title(rule, language)
            lines.append(f"\n## {family}\n\n{either(language, _HEAD)}")
        severity = either(language, _SEVERITY[rule.severity.value])
        fix = either(language, _FIX[facts(rule).fix])
        lines.append(
            f"| [{rule.code}]({rule.code}.md) | {summary(rule, language)} | {severity} | {fix} |"
        )
    return "\n".join([*lines, "", either(language, _UNUSED)])


_HEAD = (
    "| Код | Что не так | Важность | Правка |\n| --- | --- | --- | --- |",
    "| Code | What is wrong | Severity | Fix |\n| --- | --- | --- | --- |",
)
_INTRODUCTION = (
    """# Правила

У каждого правила код: буква семейства и номер. Кодом или его началом правило выбирают
(`--select T,V201`), выключают (`--ignore O805`) и заглушают в тексте (`imena: ignore[T101]`).

*Безопасную* правку `imena check --fix` записывает сама. *Предложенную* — только с
`--unsafe-fixes`: решать человеку. Вид правки посчитан по примерам на странице правила; в прямой
речи и внутри разметки безопасная правка становится предложением.
""",
    """# Rules

Every rule has a code: the letter of its family and a number. A code, or the beginning of one,
selects a rule (`--select T,V201`), switches it off (`--ignore O805`) or silences it in a text
(`imena: ignore[T101]`).

A *safe* fix is written by `imena check --fix`. A *suggested* one only with `--unsafe-fixes`: a
person decides. The kind is counted from the examples on the page of the rule; inside direct speech
and across markup a safe fix becomes a suggestion.
""",
)
_UNUSED = (
    "\n## S — Пометки\n\n`S001` — пометка `imena: ignore`, которая ничего не заглушает: её пора "
    "убрать.\n",
    "\n## S — Suppressions\n\n`S001`: a comment `imena: ignore` that silences nothing and can "
    "go.\n",
)


def page(rule: Any, language: str) -> str:
    """One rule: facts, sections, how to silence it."""
    known = facts(rule)
    chips = [
        rule.name,
        either(language, _SEVERITY[rule.severity.value]),
        either(language, _FIX[known.fix]),
    ]
    if not getattr(rule, "default", True):
        chips.append(either(language, ("выключено, пока не выбрано", "off until selected")))
    badges = " ".join(f"<span>{html.escape(chip)}</span>" for chip in chips)
    parts = [f"# {rule.code}. {summary(rule, language)}", f'<p class="rule-facts">{badges}</p>']
    if known.first:
        said = known.first.message.ru if language == "ru" else known.first.message.en
        parts.append(either(language, ("Сообщение:", "Message:")) + f" {shown(said)}")
    for heading, text in testing.sections_of(type(rule)).items():
        parts += [f"## {side(heading, language)}", *section(text, language)]
    return "\n\n".join([*parts, either(language, _SILENCE).format(code=rule.code)])


_SILENCE = (
    '## Как выключить\n\nВезде — `ignore = ["{code}"]` в `imena.toml`; в одной строке — пометка '
    "`<!-- imena: ignore[{code}] почему -->`; в одном запуске — `--ignore {code}`.",
    '## How to switch it off\n\nEverywhere: `ignore = ["{code}"]` in `imena.toml`; in one line: '
    "the comment `<!-- imena: ignore[{code}] why -->`; in one run: `--ignore {code}`.",
)


def section(text: str, language: str) -> Iterator[str]:
    """The blocks of a section as Markdown: examples as tables, prose of ``language``."""
    blocks = list(_blocks(text))
    mine = [b for kind, b in blocks if kind == "prose" and language_of(b[0]) == language]
    bad: list[str] = []
    for kind, lines in blocks:
        if kind == "prose":
            if not mine or lines in mine:
                yield plain(" ".join(lines))
        elif kind == _SETTINGS:
            yield _settings(lines[0], language)
        elif kind == "Плохо:":
            bad = lines
            if "Хорошо:" not in [k for k, _ in blocks]:
                yield _list(lines)
        elif kind == "Хорошо:":
            yield _pairs(bad, lines, language)
        elif kind == "Молчит:":
            yield _list(lines)
        else:
            yield "\n".join(f"    {line}" for line in lines)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """``(kind, lines)``: ``prose``, ``code``, a label with its lines, or the settings."""
    label = "code"
    for block in re.split(r"\n\s*\n", text):
        lines = block.splitlines()
        if lines[0].strip() in _LABELS:
            label, lines = lines[0].strip(), lines[1:]
        if not lines:
            continue
        if lines[0].startswith("    "):
            yield label, [line.strip() for line in lines]
            label = "code"
        elif lines[0].startswith(_SETTINGS):
            yield _SETTINGS, [lines[0][len(_SETTINGS) :].strip()]
        else:
            yield "prose", [line.strip() for line in lines]


def language_of(text: str) -> str:
    """The language of a paragraph by its letters; what stands in quotation marks or in code is
    quoted from a Russian text either way."""
    bare = re.sub(r"«[^»]*»|`[^`]*`", "", text)
    cyrillic, latin = (len(re.findall(p, bare)) for p in ("[А-Яа-яЁё]", "[A-Za-z]"))
    return "ru" if cyrillic >= latin else "en"


def plain(text: str) -> str:
    """``text`` with nothing in it that Markdown takes for markup but code in backticks."""
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(p if p.startswith("`") else re.sub(r"([*_<\[\\])", r"\\\1", p) for p in pieces)


def shown(text: str) -> str:
    """``text`` with escapes for characters that nobody can see."""
    visible = "".join(
        c if c.isprintable() and ord(c) != 0x301 else f"\\u{ord(c):04X}" for c in text
    )
    return plain(visible)


def _settings(value: str, language: str) -> str:
    if value == "по умолчанию":
        return either(language, ("С настройками по умолчанию:", "With the default settings:"))
    values = ", ".join(f"`{one.strip().replace('=', ' = ')}`" for one in value.split(","))
    return either(language, ("С настройками ", "With ")) + values + ":"


def _list(lines: list[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)


def _pairs(bad: list[str], good: list[str], language: str) -> str:
    """Wrong lines beside right ones, the words that differ marked."""
    head = either(language, ("<th>Плохо</th><th>Хорошо</th>", "<th>Bad</th><th>Good</th>"))
    rows = [_pair(one, two) for one, two in zip(bad, good, strict=True)]
    body = "\n".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in rows)
    return f'<table class="pairs"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>'


def _pair(bad: str, good: str) -> tuple[str, str]:
    one, two = bad.split(" "), good.split(" ")
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        left.append(_marked(one[a:b], "del" if kind != "equal" else ""))
        right.append(_marked(two[c:d], "ins" if kind != "equal" else ""))
    return " ".join(filter(None, left)), " ".join(filter(None, right))


def _marked(words: list[str], tag: str) -> str:
    text = html.escape(" ".join(words))
    return f"<{tag}>{text}</{tag}>" if tag and text else text
