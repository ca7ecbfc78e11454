"""Things that bear a person's name: the club «Салават Юлаев», the cruiser «Адмирал Кузнецов».

Both words decline as they would for the person (Rosenthal § 149); in the accusative the name of a
thing may stand as a thing's: «обыграть „Салават Юлаев“» beside «„Салавата Юлаева“».
"""

from __future__ import annotations

from imena.languages.ru.given import given_name
from imena.languages.ru.lexemes import corpus, noun
from imena.languages.ru.surnames import is_feminine_possessive, is_possessive, surname
from imena.languages.ru.tables import Word, either, inanimate, joined
from imena.morphology import Case, Gender, Number

_ADJECTIVAL = {Gender.MASC: ("ский", "цкий", "ный", "той"), Gender.FEM: ("ская", "цкая", "ная")}


def named_after(texts: list[str], separators: list[str]) -> Word | None:
    """Both words of a person's name declined; None for any other two words."""
    if len(texts) != 2 or not separators[0].isspace() or not all(t.istitle() for t in texts):
        return None
    first, second = texts
    for gender in (Gender.MASC, Gender.FEM):
        if (before := _before(first, gender)) and _is_surname(second.lower(), gender):
            last = surname(second, gender)
        elif (before := _rank(first, gender)) and _is_given(second, gender):
            last = given_name(second, gender)
        else:
            continue
        person = joined([before, last], separators)
        return either(person, inanimate(person, gender is Gender.FEM))
    return None


def _is_surname(low: str, gender: Gender) -> bool:
    """Whether the word is a surname of that gender and no word of its own."""
    shaped = is_possessive(low) if gender is Gender.MASC else is_feminine_possessive(low)
    shaped = shaped or low.endswith(_ADJECTIVAL[gender])
    readings = [r for r in corpus().readings(low) if r.case is Case.NOM]
    if any("Surn" in r.tags and r.gender in (gender, None) for r in readings):
        return True
    return shaped and not any(r.pos in ("NOUN", "ADJF") for r in readings)


def _is_given(word: str, gender: Gender) -> bool:
    """Whether the word is known as a given name of that gender: «Княгиня Ольга»."""
    readings = [r for r in corpus().readings(word.lower()) if r.case is Case.NOM]
    return any("Name" in r.tags and r.gender is gender for r in readings)


def _before(first: str, gender: Gender) -> Word | None:
    """The given name, or the rank of a man: «Адмирал», «Академик»."""
    readings = [r for r in corpus().readings(first.lower()) if r.case is Case.NOM]
    nouns = [r for r in readings if r.pos == "NOUN" and r.number is Number.SING]
    if any("Name" in r.tags and r.gender is gender for r in nouns):
        return given_name(first, gender)
    if not [r for r in nouns if "Geox" not in r.tags]:
        return given_name(first, gender) if not readings or nouns else None
    return _rank(first, gender) if gender is Gender.MASC else None


def _rank(first: str, gender: Gender) -> Word | None:
    """What people are called by: «Адмирал», «Мать»; None for things."""
    readings = [r for r in corpus().readings(first.lower()) if r.case is Case.NOM]
    nouns = [r for r in readings if r.pos == "NOUN" and r.number is Number.SING]
    if not nouns or not all("anim" in r.tags and r.gender is gender for r in nouns):
        return None
    return None if any(r.is_name for r in nouns) else noun(first, gender, Number.SING)
