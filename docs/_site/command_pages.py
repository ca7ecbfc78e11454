"""The reference of the command line, made of its parsers."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterator

from imena import cli
from rule_pages import either

_TITLE = (
    """# Команды

Эта страница составлена из самой программы; пояснения — те же, что печатает
`imena КОМАНДА --help`. Коды выхода: 0 — чисто, 1 — что-то найдено, 2 — ошибка запуска, входа или
настроек.
""",
    """# Commands

Made of the program itself: what `imena COMMAND --help` prints. Exit codes: 0 clean, 1 something
found, 2 an error in usage, input or configuration.
""",
)
_HEAD = ("| Ключ | Что делает |\n| --- | --- |", "| Option | What it does |\n| --- | --- |")


def pages() -> dict[str, str]:
    return {"commands.md": page("ru"), "commands.en.md": page("en")}


def page(language: str) -> str:
    parts = [either(language, _TITLE)]
    for name, module_name in cli._commands().items():
        module = importlib.import_module(f"imena.cli.{module_name}")
        parser = argparse.ArgumentParser(f"imena {name}", description=module.HELP)
        module.add_arguments(parser)
        parts += _described(parser, language)
    return "\n\n".join(parts)


def _described(parser: argparse.ArgumentParser, language: str) -> Iterator[str]:
    yield f"## {parser.prog}\n\n{parser.description or ''}"
    rows = [row for action in parser._actions for row in _row(action)]
    if rows:
        yield "\n".join([either(language, _HEAD), *rows])
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {one.dest: one.help for one in action._choices_actions}
            for name, inner in action.choices.items():
                inner.prog = f"{parser.prog} {name}"
                inner.description = inner.description or helps.get(name)
                yield from _described(inner, language)


def _row(action: argparse.Action) -> Iterator[str]:
    if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
        return
    value = action.metavar or ("" if action.choices is None else "|".join(action.choices))
    if not value and action.nargs != 0:
        value = action.dest.upper()
    names = [f"`{name} {value}`".replace(" `", "`") for name in action.option_strings]
    said = (action.help or "").replace("|", "\\|")
    yield f"| {', '.join(names) or f'`{value}`'} | {said} |".replace("\\|", "&#124;")
