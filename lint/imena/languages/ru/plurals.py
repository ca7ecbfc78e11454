"""Places and bodies that are plurals: Филиппины, Химки, Ведомости (Zaliznyak, мн.)."""

from __future__ import annotations

from imena.languages.ru import tables as t
from imena.languages.ru.adjectives import plural_adjective
from imena.languages.ru.alphabet import VOWELS
from imena.languages.ru.lexemes import noun, plural_of
from imena.languages.ru.tables import Word, frozen, inanimate
from imena.morphology import Gender, Number


def plural(text: str, place: bool) -> Word:
    """A plural-only name: Филиппины, Химки, Ведомости."""
    found = noun(text, None, Number.PLUR, place) or plural_adjective(text)
    if found is None:
        found = _unknown_plural(text)
    plur = found.plur if found.plur[t.NOM][0] == text else found.sing
    if place and plur[t.GEN] == (text[:-1] + "ов",) and not _of_masculine(text):
        # Карловых Вар, Багам: whether the ending goes, only usage says
        plur = (plur[0], (*plur[t.GEN], text[:-1]), *plur[2:])
    return inanimate(Word(found.rule, plur, plur), feminine=True)


def _of_masculine(text: str) -> bool:
    """Whether a place is called by the plural of a masculine noun («Апатиты», «Челны»), whose
    genitive has its ending (Zaliznyak, м 1); the noun of «Острова» shows it by its own. On -цы
    usage differs: Клинцов, Бельц."""
    masculine = plural_of(text) >= {None, Gender.MASC} and not text.endswith("цы")
    return masculine or text[-1:] in "ая"


def _unknown_plural(text: str) -> Word:
    stem, low = text[:-1], text.lower()
    if low[-1:] not in "ыи":
        return frozen(text, "plural-vowel; Розенталь § 149")
    if low.endswith("и") and low[-2:-1] in VOWELS:
        return _plural_of(stem, "ям", ((stem + "й"),))
    if low.endswith("ки") and low[-3:-2] not in VOWELS:
        mid = stem[:-1].removesuffix("ь")
        vowel = "е" if low[-3:-2] in "ьжшчц" else "о"
        return _plural_of(stem, "ам", (mid + vowel + "к", stem + "ов"))
    if low.endswith("и") and low[-2:-1] not in "гкх":
        return _plural_of(stem, "ам" if low[-2:-1] in "жшчщ" else "ям", (stem + "ей", stem))
    ending = "ев" if low[-2:-1] == "ц" else "ов"
    return _plural_of(stem, "ам", (stem, stem + ending))


def _plural_of(stem: str, dative: str, genitive: tuple[str, ...]) -> Word:
    soft = dative[0]
    nominative = (stem + ("и" if soft == "я" or stem[-1:] in "гкхжшчщ" else "ы"),)
    cells: t.Cells = (
        nominative,
        genitive,
        (stem + dative,),
        nominative,
        (stem + soft + "ми",),
        (stem + soft + "х",),
    )
    return Word("plural-only; Зализняк, мн.", cells, cells)
