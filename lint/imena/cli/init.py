"""``imena init``: a configuration to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from imena.errors import UsageError

HELP = "write a commented imena.toml"

_TEMPLATE = """\
# Настройки imena. Все ключи: imena config. / All keys: imena config.

# Свои словари: пути от этого файла. / Your own dictionaries, relative to this file.
# dictionaries = ["names.toml"]

# Какие правила работают: коды или их начала. / Rules by code or prefix.
# select = ["ALL"]
# ignore = ["O805"]

# Как называть места с двумя названиями: any, official, traditional, kz, ru.
# policy = "any"

# Требовать ли ё: optional, strict.
# yo = "optional"

# Слова, которые не трогать. / Words to leave alone.
# words = []

# Чего не обходить, сверх .gitignore. / What not to walk, beyond .gitignore.
# extend-exclude = ["archive/"]

# [per-file-ignores]
# "letters/*.txt" = ["O8"]
"""

_HOOK = """\
Добавьте в .pre-commit-config.yaml / add to .pre-commit-config.yaml:

  - repo: <адрес репозитория imena / the address of the imena repository>
    rev: v0.1.0
    hooks:
      - id: imena
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", nargs="?", type=Path, default=Path())


def run(args: argparse.Namespace) -> int:
    """Write the file; never over one that is there. Raises UsageError."""
    path = args.directory / "imena.toml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    print(f"{path}\n\n{_HOOK}", end="")
    return 0
