"""The contract of a format, held to files of its own making."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from imena.config import Settings
from imena.engine import Checker, chosen_edits
from imena.errors import InputError
from imena.findings import Edit, apply_edits
from imena.testing.rules import example_lexicon
from imena.text.document import Document

#: Prose that any format must be able to hold, with a name spelt wrong in each.
TEXTS = (
    "Каныш Стапаев приехал.",
    "Вчера 😀 Каныш Стапаев сказал: «A & B < C».",
    "Каныш\u00a0Стапаев и Мухтар Ауэзов",
)
WRONG, RIGHT = "Стапаев", "Сатпаев"
_PATH = "пример"
_DAMAGES = 200


def check_format(format_class: type) -> None:
    """Hold a format to its contract.

    ``format_class.example(text)`` must make a small file of which ``text`` is the prose; reading
    finds it there, offsets slice the source, fixing changes the name and nothing else, and a
    damaged file is an InputError, never another exception. Raises AssertionError.
    """
    made = format_class()
    assert isinstance(made.name, str) and made.name, "a format needs a name"
    assert made.suffixes and all(s == s.lower() and s[0] == "." for s in made.suffixes), (
        "suffixes are lower case and begin with a dot"
    )
    for text in TEXTS:
        _check_text(made, text)
    for data in _damaged(made.example("\n".join(TEXTS))):
        try:
            _read(made, data)
        except InputError as error:
            assert "\n" not in str(error), "an error is one line"


def _read(made: Any, data: bytes) -> Document:
    document: Document = made.read(data, _PATH + made.suffixes[0], "utf-8")
    return document


def _check_text(made: Any, text: str) -> None:
    data = made.example(text)
    document = _read(made, data)
    assert text in document.text, f"the prose of {made.name} must hold the text: {document.text!r}"
    _check_offsets(document)
    assert _written(made, data, []) == data, "without edits every byte stays"
    report = Checker(example_lexicon(), _rules(), Settings()).check(document)
    edits = chosen_edits(report.findings, unsafe=True)
    assert [e.text for e in edits] == [RIGHT], f"one name is wrong: {report.findings}"
    again = _read(made, _written(made, data, edits))
    assert again.source == apply_edits(document.source, edits), "a fix changes the name only"
    assert again.text == document.text.replace(WRONG, RIGHT), "the prose shows the fix"


def _check_offsets(document: Document) -> None:
    for chunk in document.chunks or ():
        if not chunk.atomic:
            prose, source = chunk.prose.of(document.text), chunk.source.of(document.source)
            assert prose == source, f"a chunk maps {prose!r} to {source!r}"


def _written(made: Any, data: bytes, edits: list[Edit]) -> bytes:
    new: bytes = made.write(data, edits, _PATH + made.suffixes[0], "utf-8")
    return new


def _rules() -> list[Any]:
    from imena import plugins

    return plugins.rules(plugins.builtin())


def _damaged(data: bytes) -> Iterator[bytes]:
    """Nothing, the halves, and the file with single bytes changed; the same on every run."""
    yield from (b"", data[: len(data) // 2], data[len(data) // 2 :], b"\xff\xfe\x00")
    dice = random.Random(1)
    for _ in range(_DAMAGES):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 4)):
            broken[dice.randrange(len(broken))] ^= dice.randint(1, 255)
        yield bytes(broken)
