"""The OpenCorpora dictionary as ``pymorphy3-dicts-ru`` packs it, read without pymorphy3.

Only known words are answered; nothing is guessed. Loading takes about 30 ms, a look-up about
20 µs, so that it is asked only about words that are being weighed.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from imena.morphology import Case, Gender, Number

_CASES = {
    "nomn": Case.NOM,
    "gent": Case.GEN,
    "gen1": Case.GEN,
    "gen2": Case.GEN,
    "datv": Case.DAT,
    "accs": Case.ACC,
    "acc2": Case.ACC,
    "ablt": Case.INS,
    "loct": Case.LOC,
    "loc1": Case.LOC,
    "loc2": Case.LOC,
    "voct": Case.VOC,
}
_GENDERS = {"masc": Gender.MASC, "femn": Gender.FEM, "neut": Gender.NEUT}
_NUMBERS = {"sing": Number.SING, "plur": Number.PLUR}
#: Tags of words that are names and nothing else.
NAME_TAGS = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_PREFIXES = ("", "по", "наи")


class Reading(NamedTuple):
    """One analysis of a known word form; ``tags`` are all OpenCorpora grammemes."""

    pos: str
    case: Case | None
    number: Number | None
    gender: Gender | None
    tags: frozenset[str]
    lemma: str

    @property
    def is_name(self) -> bool:
        """Whether the word is a person's, a place's or a body's name in this reading."""
        return not NAME_TAGS.isdisjoint(self.tags)


_Grammar: TypeAlias = "tuple[str, Case | None, Number | None, Gender | None, frozenset[str]]"


class OpenCorpora:
    """Readings of Russian word forms."""

    def __init__(self) -> None:
        import pymorphy3_dicts_ru
        from dawg_python import RecordDAWG

        self._home = Path(pymorphy3_dicts_ru.get_path())
        self._words = RecordDAWG(">HH")
        self._words.load(str(self._home / "words.dawg"))
        self._grammars: dict[int, _Grammar] = {}
        self._yo = self._words.compile_replaces({"е": "ё"})

    def readings(self, word: str) -> tuple[Reading, ...]:
        """All analyses of ``word`` in any letter case, ё and е alike; () when unknown."""
        low = word.lower().replace("ё", "е")
        found = self._words.similar_items(low, self._yo)
        return tuple(self._reading(key, *at) for key, places in found for at in places)

    def drops_yo(self, word: str) -> bool:
        """Whether ``word`` can only be one that is written with ё, and has none: «еще»."""
        low = word.lower()
        if "е" not in low or "ё" in low:
            return False
        found = self._words.similar_items(low, self._yo)
        return bool(found) and all("ё" in key for key, _ in found)

    def _reading(self, form: str, paradigm: int, number: int) -> Reading:
        cells = self._paradigm(paradigm)
        size = len(cells) // 3
        stem = form[len(_PREFIXES[cells[2 * size + number]]) :]
        ending = self._suffixes[cells[number]]
        stem = stem[: len(stem) - len(ending)]
        lemma = _PREFIXES[cells[2 * size]] + stem + self._suffixes[cells[0]]
        return Reading(*self._grammar(cells[size + number]), lemma)

    def _grammar(self, tag: int) -> _Grammar:
        """What tag number ``tag`` says: made once, for many words have it."""
        found = self._grammars.get(tag)
        if found is None:
            tags = self._tags[tag]
            kinds = (_first(table, tags) for table in (_CASES, _NUMBERS, _GENDERS))
            found = self._grammars[tag] = (tags[0], *kinds, frozenset(tags))
        return found

    def lexeme(self, reading: Reading, word: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """Every form of the lexeme that gave ``reading`` of ``word``, lower case, with its tags."""
        low = word.lower().replace("ё", "е")
        for key, places in self._words.similar_items(low, self._yo):
            for at in places:
                if self._reading(key, *at) == reading:
                    return tuple(self._forms(key, *at))
        return ()

    def name_forms(self, word: str) -> Iterator[str]:
        """Every form of the nouns that name somebody or something and have the form ``word``."""
        low = word.lower().replace("ё", "е")
        for key, places in self._words.similar_items(low, self._yo):
            for at in places:
                reading = self._reading(key, *at)
                if reading.is_name and reading.pos == "NOUN":
                    yield from (form for form, _ in self._forms(key, *at))

    def _forms(self, form: str, paradigm: int, number: int) -> Iterator[tuple[str, frozenset[str]]]:
        cells = self._paradigm(paradigm)
        size = len(cells) // 3
        stem = form[len(_PREFIXES[cells[2 * size + number]]) :]
        stem = stem[: len(stem) - len(self._suffixes[cells[number]])]
        for at in range(size):
            prefix, ending = _PREFIXES[cells[2 * size + at]], self._suffixes[cells[at]]
            yield prefix + stem + ending, self._grammar(cells[size + at])[-1]

    @cached_property
    def _tags(self) -> list[list[str]]:
        text = (self._home / "gramtab-opencorpora-int.json").read_text("utf-8")
        return [tag.replace(" ", ",").split(",") for tag in json.loads(text)]

    @cached_property
    def _suffixes(self) -> list[str]:
        text = (self._home / "suffixes.json").read_text("utf-8")
        return list(json.loads(text))

    @cached_property
    def _paradigms(self) -> tuple[bytes, array[int]]:
        """The packed paradigms, and where each begins."""
        data = (self._home / "paradigms.array").read_bytes()
        (count,) = struct.unpack_from("<H", data)
        starts, at = array("I"), 2
        for _ in range(count):
            starts.append(at)
            at += 2 + 2 * struct.unpack_from("<H", data, at)[0]
        return data, starts

    def _paradigm(self, number: int) -> tuple[int, ...]:
        data, starts = self._paradigms
        at = starts[number]
        (size,) = struct.unpack_from("<H", data, at)
        return struct.unpack_from(f"<{size}H", data, at + 2)


def _first(table: dict[str, Any], tags: list[str]) -> Any:
    return next((table[tag] for tag in tags if tag in table), None)
