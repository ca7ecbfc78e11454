"""What a bare name says of itself: kind, parts, gender. What it does not say is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from imena.lexicon.known import KnownWords
from imena.morphology import Gender
from imena.resolution.rivals import is_patronymic

#: Surnames that stand before the given name in China, Korea and Viet Nam.
_EASTERN = frozenset(
    (
        "ван ли чжан лю чэнь ян чжао хуан чжоу у сюй сунь ху чжу гао линь хэ го ма ло лян сун "
        "чжэн се хань тан фэн юй дун сяо чэн цао юань дэн шэнь цзэн пэн люй су лу цзян цай цзя "
        "дин вэй сюэ е янь пань ду дай ся си мао вэнь ким пак чхве чон кан чо юн чан лим хан мун "
        "нгуен чан ле фам хоанг фан ву данг буй до хо нго зыонг"
    ).split()
)
_FEMALE = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая")
_MALE = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ый")
_BODY = frozenset(
    (
        "агентство академия ассоциация банк газета комитет компания министерство организация "
        "партия совет союз телеканал университет федерация фонд центр"
    ).split()
)
#: Small words inside the names of people.
_PARTICLES = frozenset("фон дер ден ван де да ди дель ла ле бен бин ибн аль эль оглы кызы".split())
#: A name met less often than this says nothing of the gender of its bearer.
_MET = 5


class Guess(NamedTuple):
    """``kind`` is person, place, organisation or empty; ``values`` are keys of the entry."""

    kind: str
    values: dict[str, object]


def guess(name: str, known: KnownWords, kind: str = "") -> Guess:
    """What can be told of ``name`` as it is written in the nominative."""
    words = name.split()
    kind = kind or kind_of(words, known)
    if kind == "person":
        return Guess(kind, person_values(words, known))
    return Guess(kind, {"name": name})


def kind_of(words: Sequence[str], known: KnownWords) -> str:
    """The kind that the words show; empty where they show none."""
    low = [word.lower() for word in words]
    small = [word for word in words[1:] if word.islower()]
    if low[0] in _BODY or (len(small) > 1 and not _PARTICLES.issuperset(small)):
        return "organisation"
    if any(is_patronymic(word) for word in low) or (len(words) > 1 and _has_given(low, known)):
        return "person"
    if len(words) > 1 and low[0] in _EASTERN and all(w[0].isupper() for w in words):
        return "person"
    if "«" in words[-1] or (len(words) == 1 and words[0].isupper()):
        return "organisation"
    if known.is_place(low[-1]):
        return "place"
    return ""


def _has_given(low: Sequence[str], known: KnownWords) -> bool:
    return any(known.given_counts(word.replace("ё", "е")) for word in low)


def person_values(words: Sequence[str], known: KnownWords) -> dict[str, object]:
    """The words in their slots, the order where it is unusual, the gender where it shows."""
    values: dict[str, object] = dict(_slots(list(words), known))
    gender = gender_of(values, known)
    if gender:
        values["gender"] = gender
    return values


def _slots(words: list[str], known: KnownWords) -> dict[str, str]:
    low = [word.lower().replace("ё", "е") for word in words]
    if len(words) == 1:
        alone = bool(known.given_counts(low[0])) and not known.families(low[0])
        return {"given" if alone else "surname": words[0]}
    at = next((n for n, word in enumerate(low) if n and is_patronymic(word)), None)
    if at == len(words) - 1 and len(words) > 2:  # Токаев Касым-Жомарт Кемелевич
        given, surname = " ".join(words[1:at]), words[0]
        return {"given": given, "patronymic": words[at], "surname": surname}
    if at is not None and at < len(words) - 1:
        after = " ".join(words[at + 1 :])
        return {"given": " ".join(words[:at]), "patronymic": words[at], "surname": after}
    if low[0] in _EASTERN and not known.given_counts(low[1]):
        return {"given": " ".join(words[1:]), "surname": words[0], "order": "surname-first"}
    return _western(words, low, known)


def _western(words: list[str], low: list[str], known: KnownWords) -> dict[str, str]:
    """Given names first; small words (фон, де) begin the surname."""
    small = next((n for n, word in enumerate(words) if n and word[0].islower()), None)
    cut = small if small is not None else len(words) - 1
    turned = len(words) == 2 and known.given_counts(low[1]) and not known.given_counts(low[0])
    if turned and known.families(low[0]) > known.families(low[1]):
        return {"given": words[1], "surname": words[0]}
    return {"given": " ".join(words[:cut]), "surname": " ".join(words[cut:])}


def gender_of(values: dict[str, object], known: KnownWords) -> str:
    """m or f by patronymic, given name, surname, in this order; empty where none shows it."""
    father = str(values.get("patronymic", "")).lower()
    if father:
        return "f" if father.endswith(("вна", "чна", "кызы", "қызы", "гызы")) else "m"
    given = str(values.get("given", "")).lower().replace("ё", "е").split(" ")[0]
    bearers = known.given_counts(given)
    men, women = bearers.get(Gender.MASC, 0), bearers.get(Gender.FEM, 0)
    either = any("ms-f" in r.tags for r in known.readings(given))  # Саша, Женя
    if not either and men + women >= _MET and min(men, women) * 50 < max(men, women):
        return "m" if men > women else "f"
    surname = str(values.get("surname", "")).lower()
    if surname.endswith(_FEMALE):
        return "f"
    if surname.endswith(_MALE):
        return "m"
    return "f" if given.endswith(("а", "я")) and not (men or either) else ""


def stress_matters(values: dict[str, object], known: KnownWords) -> bool:
    """Whether only a person knows if the surname declines: «Дюма» stays, «Гойя» does not."""
    surname = str(values.get("surname", "")).lower().replace("ё", "е")
    if not surname.endswith(("а", "я")) or surname.endswith((*_FEMALE, "ия")):
        return False
    return known.families(surname) < _MET
