"""A text under random edits, as an editor keeps it: in the units and the lines of the protocol.

Written apart from the server on purpose: if both got a position wrong in the same way, nobody
would see it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

#: What is typed: names right and wrong, words, marks, and everything that makes positions hard.
SCRAPS = (
    "Касым-Жомарт Токаев", "Касым-Жомрат Токаев", "Токаева", "Токаеву", "Токаевв", "Назарбаев",
    "Нурсултан Назарбаев", "Назорбаев", "Тохтар Аубакиров", "Аубакиров", "Алматы", "Алма-Ате",
    "в Астане", "в Нур-Султане", "ОДКБ", "ОКДБ", "Хабар 24", "«Хабар 24»", "телеканал Хабар 24",
    "Совет по коллективной безопасности", "президент", "с президентом ", "Иван", "Иван ", "Пётр",
    "Артём Ковалёв", "Ковалева", "Молдавия", "в Молдове", "Гончар Ерболтай", "Ерболтая", "Ерболдае",
    "и", " и ", ", ", ". ", ".", "! ", "\n", "\n\n", "\r\n", "\r", "«", "»", "„", "“", '"',
    "-", "—",
    " ", "\u00a0", "\u2028", "\x85", "\x0b", "\u00ad", "\u200b", "\u0301", "e\u0301", "й",
    "😀", "👩‍👩‍👧", "𝔸", "і", "қазақ тілі", "a",
    "Tokaev", "https://a.kz/б", "б", "в", "Ж", "ё", "1", "2024",
)  # fmt: skip


@dataclass
class Editor:
    """``lines`` end at ``\\n``, ``\\r\\n`` or ``\\r``; columns count units of ``encoding``."""

    encoding: str
    text: str = ""
    version: int = 1
    undone: list[str] = field(default_factory=list)

    def position(self, offset: int) -> dict[str, int]:
        """Never between ``\\r`` and ``\\n``: no editor puts a caret there."""
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.rsplit("\n", 1)[-1]
        return {"line": before.count("\n"), "character": self.units(line)}

    def units(self, text: str) -> int:
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        name = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[size]
        return len(text.encode(name)) // size

    def place(self, start: int, end: int) -> dict[str, Any]:
        return {"start": self.position(start), "end": self.position(end)}

    def replace(self, start: int, end: int, text: str) -> dict[str, Any]:
        """The change as the protocol says it, carried out here as well."""
        start, end = self.allowed(start), self.allowed(end)
        change = {"range": self.place(start, end), "text": text}
        self.text = self.text[:start] + text + self.text[end:]
        return change

    def allowed(self, offset: int) -> int:
        inside = self.text[offset - 1 : offset + 1] == "\r\n" if offset else False
        return offset + 1 if inside else offset

    def random(self, rng: random.Random) -> list[dict[str, Any]]:
        """One to three changes of one notification."""
        self.version += 1
        return [self._one(rng) for _ in range(rng.choice((1, 1, 1, 1, 2, 3)))]

    def _one(self, rng: random.Random) -> dict[str, Any]:
        size = len(self.text)
        start = rng.randint(0, size)
        kind = rng.random()
        if kind < 0.002:
            self.text = "".join(rng.choices(SCRAPS, k=40))
            return {"text": self.text}
        if kind < 0.3:
            return self.replace(start, min(size, start + rng.choice((1, 1, 1, 2, 9))), "")
        if kind < 0.36 and size:
            end = min(size, start + rng.randint(0, 120))
            return self.replace(start, end, self.text[start:end][::-1].replace("\n\r", "\r\n"))
        if kind < 0.4 and size:  # copy and paste
            end = min(size, start + rng.randint(0, 200))
            at = rng.randint(0, size)
            return self.replace(at, at, self.text[start:end])
        end = start if kind < 0.9 else min(size, start + rng.randint(0, 20))
        return self.replace(start, end, rng.choice(SCRAPS))
