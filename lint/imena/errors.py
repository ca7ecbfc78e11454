"""What can go wrong: one class a kind, each printed as one clear line."""

from __future__ import annotations


class ImenaError(Exception):
    """Any failure that ends a run with exit code 2.

    ``path`` and ``line`` (1-based) name the place; ``str()`` is the one line a person reads.
    """

    def __init__(self, message: str, path: object = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line

    def __str__(self) -> str:
        place = self.path or ""
        if place and self.line is not None:
            place = f"{place}:{self.line}"
        return f"{place}: {self.message}" if place else self.message


class UsageError(ImenaError):
    """The command line asks for something that does not exist."""


class ConfigError(ImenaError):
    """A configuration file is broken or holds an unknown key."""


class DictionaryError(ImenaError):
    """A dictionary file is broken or holds an unknown key."""


class InputError(ImenaError):
    """A text cannot be read, decoded or written."""


class PluginError(ImenaError):
    """A plugin cannot be loaded."""
