"""Letters: which look alike, sound alike, lie side by side, or do not belong in Russian text.

Data only. Every table is keyed by lower- and upper-case letters where case matters and says so.
"""

from __future__ import annotations

from typing import Final

LOWER: Final[str] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
UPPER: Final[str] = LOWER.upper()
LETTERS: Final[frozenset[str]] = frozenset(LOWER + UPPER)

VOWELS: Final[frozenset[str]] = frozenset("аеёиоуыэюя")
CONSONANTS: Final[frozenset[str]] = frozenset("бвгджзйклмнпрстфхцчшщ")
SIBILANTS: Final[frozenset[str]] = frozenset("жшчщ")
VELARS: Final[frozenset[str]] = frozenset("гкх")

STRESS_MARKS: Final[frozenset[str]] = frozenset("\u0300\u0301")
"""Combining grave and acute: dictionaries and careful editors write them (Тока́ев)."""

INVISIBLE: Final[frozenset[str]] = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Soft hyphen, zero-width space, non-joiner, joiner, direction marks, word joiner, BOM."""

HYPHENS: Final[frozenset[str]] = frozenset("-\u2010\u2011")
"""Hyphen-minus, hyphen, non-breaking hyphen: one letter of orthography."""

DASHES: Final[frozenset[str]] = frozenset("\u2012\u2013\u2014\u2015\u2212")
"""Figure dash, en dash, em dash, bar, minus: punctuation, wrong inside a name."""

SPACES: Final[frozenset[str]] = frozenset(" \u00a0\u2007\u2009\u202f")
"""Spaces that may stand between the words of a name."""

_LATIN: Final[str] = "AaBCcEeHKkMOoPpTXxYy"
_LATIN_TO: Final[str] = "АаВСсЕеНКкМОоРрТХхУу"

LOOKALIKES: Final[dict[str, str]] = {
    **dict(zip(_LATIN, _LATIN_TO, strict=True)),
    "ë": "ё",
    "Ë": "Ё",
    # Greek
    "Α": "А",
    "Β": "В",
    "Γ": "Г",
    "Ε": "Е",
    "Η": "Н",
    "Κ": "К",
    "κ": "к",
    "Μ": "М",
    "Ο": "О",
    "ο": "о",
    "Π": "П",
    "π": "п",
    "Ρ": "Р",
    "ρ": "р",
    "Τ": "Т",
    "τ": "т",
    "Υ": "У",
    "Φ": "Ф",
    "φ": "ф",
    "Χ": "Х",
    "χ": "х",
    "α": "а",
    "ε": "е",
    # digits inside a word
    "0": "О",
    "3": "З",
    "6": "б",
}
"""A Latin, Greek or digit character → the Russian letter that a reader takes it for.

Case is kept; ``0 3 6`` stand for capitals or ``б`` and need lower-casing inside a lower-case word.
"""

WEAK_LOOKALIKES: Final[dict[str, str]] = {
    "u": "и",
    "m": "т",
    "n": "п",
    "b": "ь",
    "r": "г",
    "g": "д",
    "W": "Ш",
    "N": "И",
    "R": "Я",
    "4": "Ч",
}
"""Alike only in italics or at a glance; evidence only beside a stronger one."""

_KEY_ROWS: Final[tuple[str, ...]] = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")


def _neighbours() -> dict[str, frozenset[str]]:
    """Keys that touch on the ЙЦУКЕН layout: rows are shifted by about half a key."""
    at = {key: (r, c + 0.5 * r) for r, row in enumerate(_KEY_ROWS) for c, key in enumerate(row)}
    near: dict[str, set[str]] = {key: set() for key in at}
    for a, (row_a, col_a) in at.items():
        for b, (row_b, col_b) in at.items():
            if a != b and abs(row_a - row_b) <= 1 and abs(col_a - col_b) <= 1:
                near[a].add(b)
    near["ё"] = {"й", "е"}
    near["е"].add("ё")
    return {key: frozenset(value) for key, value in near.items()}


KEYBOARD_NEIGHBOURS: Final[dict[str, frozenset[str]]] = _neighbours()
"""Lower-case letter → the letters that a slipping finger hits instead (ЙЦУКЕН)."""

VOWEL_CONFUSIONS: Final[frozenset[frozenset[str]]] = frozenset(
    frozenset(pair)
    for pair in ("ао", "еи", "эе", "ыи", "яе", "яи", "ёе", "ёо", "ая", "эи", "йи", "ие")
)
"""Pairs of vowels that unstressed speech or a transliteration does not keep apart."""

CONSONANT_CONFUSIONS: Final[frozenset[frozenset[str]]] = frozenset(
    frozenset(pair)
    for pair in ("бп", "вф", "гк", "дт", "жш", "зс", "шщ", "цс", "чш", "гх", "кх", "чщ")
)
"""Pairs of consonants that are heard alike (voicing at a word's end, hissing sounds)."""

SOFT_SIGNS: Final[frozenset[str]] = frozenset("ьъ")

TRANSLITERATION_CLASSES: Final[tuple[tuple[str, ...], ...]] = (
    ("к", "х"),  # Қ: Токтар / Тохтар
    ("г", "к"),  # Ғ
    ("г", "х"),  # Latin h: Генри / Хенри
    ("а", "е", "я", "э"),  # Ә: Алиев / Элиев
    ("у", "ю"),  # Ү: Айгуль / Айгюль
    ("и", "ы"),  # І: Тлеуберди / Тлеуберды
    ("и", "й"),
    ("о", "ё"),
    ("ж", "дж"),  # Касым-Жомарт / Касым-Джомарт
    ("ч", "дж"),
    ("ц", "тс"),
    ("у", "в"),  # Latin w: Уильям / Вильям
    ("э", "е"),
    ("ян", "янц"),  # Armenian surnames
    ("дз", "з"),
    ("ш", "щ"),
    ("ия", "ья"),
    ("нг", "н"),  # Ң
    ("в", "ф"),
    ("с", "з"),
    ("си", "ши"),
    ("жи", "чжи"),
)
"""Spellings of one foreign sound (TAXONOMY V202); members are strings, longest two letters."""

_LONG: Final = "я-иа ю-иу е-ие дж-ж дз-з ц-тс кс-х ья-иа ье-ие йу-ю йа-я йо-ё йо-е ч-тр"
LONG_SOUNDS: Final[tuple[tuple[str, str], ...]] = tuple(
    pair
    for one, two in (sound.split("-") for sound in _LONG.split())
    if abs(len(one) - len(two)) > 0 or len(one) > 1
    for pair in ((one, two), (two, one))
)
"""Foreign sounds that are written with one letter or with two: (written, right), both ways."""


def russian_letters(text: str) -> str:
    """``text`` with every letter that Russian lacks as the nearest Russian one."""
    return "".join(map(_russian, text))


def _russian(letter: str) -> str:
    low = FOREIGN_CYRILLIC.get(letter.lower())
    if low is None:
        return letter
    return low.capitalize() if letter.isupper() else low


FOREIGN_CYRILLIC: Final[dict[str, str]] = {
    # Kazakh, Kyrgyz, Tatar, Bashkir
    "ә": "а",
    "ғ": "г",
    "қ": "к",
    "ң": "н",
    "ө": "о",
    "ұ": "у",
    "ү": "у",
    "һ": "х",
    "і": "и",
    "җ": "дж",
    "ҡ": "к",
    "ҙ": "з",
    "ҫ": "с",
    # Tajik, Uzbek
    "ӣ": "и",
    "ӯ": "у",
    "ҳ": "х",
    "ҷ": "дж",
    "ў": "у",
    # Ukrainian, Belarusian
    "ї": "и",
    "є": "е",
    "ґ": "г",
    # Serbian, Macedonian
    "ј": "й",
    "љ": "ль",
    "њ": "нь",
    "ћ": "ч",
    "ђ": "дж",
    "џ": "дж",
    "ѓ": "г",
    "ќ": "к",
    "ѕ": "дз",
    # Mongolian, Yakut, Chuvash, Ossetian
    "ҕ": "г",
    "ҥ": "н",
    "ӑ": "а",
    "ӗ": "е",
    "ӳ": "у",
    "ӕ": "а",
    "ӷ": "г",
    # Russian before 1918
    "ѣ": "е",
    "ѳ": "ф",
    "ѵ": "и",
}
"""Lower-case Cyrillic letter of another language → what Russian writes for it."""

FOREIGN_LETTERS: Final[frozenset[str]] = frozenset(
    "".join(FOREIGN_CYRILLIC) + "".join(FOREIGN_CYRILLIC).upper()
)
"""Both cases of the letters that show text of another Cyrillic language."""
