"""Declension of one noun-like name by its last letters (Zaliznyak, indices 1–8).

Words come as written; endings are lower case. Rules are named after the ending they are about.
"""

from __future__ import annotations

from typing import Final

from imena.languages.ru import tables as t
from imena.languages.ru.alphabet import SIBILANTS, VELARS, VOWELS
from imena.languages.ru.data.loader import mapping, words
from imena.languages.ru.folding import fold
from imena.languages.ru.tables import Table, Word, either, frozen, inflect

_Z: Final = "Зализняк, ГСРЯ"
_KINDS: Final[dict[str, Table]] = {
    "hard": t.M_HARD,
    "stressed": t.M_TS_STRESSED,
    "soft": t.M_SOFT,
    "ya": t.M_YA,
}


def like(pattern: str, word: str) -> str:
    """``word`` with the capitals of ``pattern`` (only the first letter matters)."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def syllables(word: str) -> int:
    """How many vowels ``word`` has."""
    return sum(1 for letter in word.lower() if letter in VOWELS)


def masculine(word: str) -> Word:
    """A man's name on a consonant, -й or -ь; anything else declines as :func:`feminine`."""
    last = word[-1:].lower()
    if last in VOWELS:
        return feminine(word)
    if last == "й":
        return _on_short_i(word)
    if last == "ь":
        return inflect(word[:-1], t.M_SOFT, f"masc-soft; {_Z}, 2")
    return _on_consonant(word, last)


def _on_short_i(word: str) -> Word:
    if word[-2:].lower() == "ий" and syllables(word) > 1:
        return inflect(word[:-1], t.M_IJ, f"masc-iy; {_Z}, 7")
    return inflect(word[:-1], t.M_J, f"masc-j; {_Z}, 6")


def _on_consonant(word: str, last: str) -> Word:
    if last in VELARS:
        return inflect(word, t.M_VELAR, f"masc-velar; {_Z}, 3")
    if last in SIBILANTS:
        if fold(word) in words("stressed_hiss"):
            return inflect(word, t.M_HISS_STRESSED, f"masc-hiss-stressed; {_Z}, 4b")
        return inflect(word, t.M_HISS, f"masc-hiss; {_Z}, 4")
    if last == "ц":
        if fold(word) in words("stressed_hiss"):
            return inflect(word, t.M_TS_STRESSED, f"masc-ts-stressed; {_Z}, 5b")
        return inflect(word, t.M_TS, f"masc-ts; {_Z}, 5")
    return inflect(word, t.M_HARD, f"masc-hard; {_Z}, 1")


def feminine(word: str) -> Word:
    """A name on -а, -я (of any gender); a name on another vowel stays as it is."""
    low = word.lower()
    stem = word[:-1]
    if low.endswith("а"):
        return _on_a(stem, low)
    if low.endswith("ия"):
        return inflect(stem, t.F_IYA, f"fem-iya; {_Z}, 7")
    if low.endswith("ья"):
        return _ja(stem)
    if low.endswith("я"):
        table = t.F_VOWEL if low[-2:-1] in VOWELS else t.F_SOFT
        return inflect(stem, table, f"fem-ya; {_Z}, 2/6")
    return frozen(word, "vowel; Розенталь § 150")


def _on_a(stem: str, low: str) -> Word:
    before = low[-2:-1]
    if before in VOWELS:
        return frozen(stem + low[-1], "vowel-a; Зализняк: Моравиа, Галуа")
    if before in VELARS:
        return _with_genitive(inflect(stem, t.F_VELAR, f"fem-velar; {_Z}, 3"), stem)
    if before in SIBILANTS:
        if fold(low) in words("stressed_hiss"):
            return inflect(stem, t.F_HISS_STRESSED, f"fem-hiss-stressed; {_Z}, 4b")
        return _with_genitive(inflect(stem, t.F_HISS, f"fem-hiss; {_Z}, 4"), stem)
    if before == "ц":
        return inflect(stem, t.F_TS, f"fem-ts; {_Z}, 5")
    return inflect(stem, t.F_HARD, f"fem-hard; {_Z}, 1")


def _ja(stem: str) -> Word:
    """-ья: Наталья, Софья; only Илья and судья keep the stress on the ending."""
    stressed = fold(stem) in ("иль", "судь", "куть", "сем")
    table = t.F_JA_STRESSED if stressed else t.F_VOWEL
    word = inflect(stem, table, f"fem-ja; {_Z}, 6")
    return _genitive_plural(word, stem[:-1] + ("ей" if stressed else "ий"))


def _with_genitive(word: Word, stem: str) -> Word:
    """The vowel that comes in the genitive plural: Сорок, Чаек, Галушек."""
    low = stem.lower()
    if len(low) < 2 or low[-2] in VOWELS or low[-1] != "к":
        return word
    if low[-2] in "йь":
        return _genitive_plural(word, stem[:-2] + "ек")
    return _genitive_plural(word, stem[:-1] + ("ек" if low[-2] in SIBILANTS | {"ц"} else "ок"))


def _genitive_plural(word: Word, form: str) -> Word:
    plur = word.plur
    cell = (form,)
    return word._replace(plur=(plur[0], cell, plur[2], cell, plur[4], plur[5]))


def third(word: str) -> Word:
    """A woman's name or a place on -ь: Любовь, Казань (Zaliznyak, index 8)."""
    return inflect(word[:-1], t.F_THIRD, f"fem-third; {_Z}, 8")


def neuter(word: str) -> Word:
    """A noun on -о, -е that declines: Иваново, Подмосковье, Болото."""
    low, stem = word.lower(), word[:-1]
    if low.endswith("ие"):
        return inflect(stem, t.N_IYE, f"neut-iye; {_Z}, 7")
    if low.endswith("е"):
        hissing = low[-2:-1] in SIBILANTS | {"ц"}
        return inflect(stem, t.N_HISS if hissing else t.N_SOFT, f"neut-soft; {_Z}, 4-6")
    return inflect(stem, t.N_HARD, f"neut-hard; {_Z}, 1")


def fleeting(word: str) -> Word | None:
    """A noun of the list whose vowel goes: Лев, Павел, Заяц, Соловей."""
    found = mapping("fleeting").get(fold(word))
    if found is None:
        return None
    stem, kind = found
    return inflect(like(word, stem), _KINDS[kind], f"fleeting; {_Z}, *", nominative=word)


def on_ets(word: str) -> Word | None:
    """-ец loses its vowel (Кравец, Коломиец), but not after two consonants (Кузнец)."""
    low = word.lower()
    if not low.endswith("ец") or syllables(word) < 2:
        return None
    head, kept = word[:-2], masculine(word)
    if fold(word) in words("stressed_hiss") or _heavy(low[:-2]):
        return either(kept, inflect(head + "ц", t.M_TS, kept.rule, word))
    stem, rule = _ets_stem(head), f"fleeting-ets; {_Z}, 5*"
    found = inflect(stem, t.M_TS, rule, nominative=word)
    if syllables(word) == 2:  # where the stress is nobody knows: Кобцем, Кобцом
        found = either(found, inflect(stem, t.M_TS_STRESSED, rule, nominative=word))
    return either(found, kept)


def _heavy(head: str) -> bool:
    """Two consonants of which the second is sonorous: Храбрец → Храбреца."""
    return len(head) > 1 and head[-1] in "внлрм" and head[-2] not in VOWELS | set("ьй")


def _ets_stem(head: str) -> str:
    last = head[-1:].lower()
    if last in VOWELS:
        return head + "йц"
    return head + ("ьц" if last == "л" else "ц")


def on_onok(word: str) -> Word | None:
    """-онок, -ёнок, -ок after a hissing sound, -ёк: Казачонок → Казачонка."""
    low = word.lower()
    if syllables(word) < 2:
        return None
    if low.endswith("ёк"):
        soft = low[-3:-2] in VOWELS
        stem = word[:-2] + ("йк" if soft else "ьк")
        return inflect(stem, t.M_VELAR, f"fleeting-yok; {_Z}, 3*", nominative=word)
    if low.endswith(("онок", "ёнок", "енок", "чок", "шок", "жок")):
        return inflect(word[:-2] + "к", t.M_VELAR, f"fleeting-ok; {_Z}, 3*", nominative=word)
    return None
