"""Wikidata entities in JSON: what ``Special:EntityData`` and ``wbgetentities`` give, one entity,
a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from imena.curation.sources.offer import (
    NO_KIND,
    NO_NAME,
    Offer,
    Skipped,
    cleaned,
    cyrillic,
    natural_order,
)
from imena.findings import Message

HUMAN = "Q5"
_GENDERS = {"Q6581097": "m", "Q2449503": "m", "Q6581072": "f", "Q1052281": "f"}
#: instance-of values of things that are where they are.
_PLACES = frozenset(
    (
        "Q515 Q1549591 Q6256 Q3624078 Q5119 Q486972 Q532 Q3957 Q7930989 Q23442 Q4022 Q23397 Q8502 "
        "Q35657 Q10864048 Q82794 Q15284 Q1637706 Q200250 Q165 Q39594 Q5107 Q46831 Q1093829"
    ).split()
)
_BODIES = frozenset(
    (
        "Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q11032 Q41298 Q1616075 Q14350 Q192283 "
        "Q3918 Q327333 Q484652 Q245065 Q22687 Q476028 Q4438121 Q163740 Q31855 Q11204 Q48204 "
        "Q2659904 Q1002697 Q1110794 Q1153191 Q17127659 Q46970 Q79913 Q748019"
    ).split()
)
#: Wikidata's precision of a whole day; less than that is no date of a name.
_DAY = 11


def entities(data: Any) -> Iterator[dict[str, Any]]:
    """The entities that ``data``, read from JSON, holds."""
    if isinstance(data, dict) and isinstance(data.get("entities"), dict):
        yield from data["entities"].values()
    elif isinstance(data, dict) and "id" in data:
        yield data
    elif isinstance(data, list):
        yield from (one for one in data if isinstance(one, dict))


def read_wikidata(text: str, kind: str) -> Iterator[Offer | Skipped]:
    """Offers entity by entity. Raises ValueError for what is no JSON."""
    for entity in _loaded(text):
        yield _offer(entity, kind)


def _loaded(text: str) -> Iterator[dict[str, Any]]:
    try:
        yield from entities(json.loads(text))
    except json.JSONDecodeError:
        for line in text.splitlines():
            bare = line.strip().rstrip(",")
            if bare and bare not in "[]":
                yield from entities(json.loads(bare))


def _offer(entity: dict[str, Any], kind: str) -> Offer | Skipped:
    where = str(entity.get("id", "?"))
    if "missing" in entity:
        return Skipped(where, "", Message("нет такого объекта", "no such item"))
    label = _label(entity)
    if not label or not cyrillic(label):
        return Skipped(where, label, NO_NAME)
    claims = entity.get("claims", {})
    found = kind or _kind(claims)
    if not found:
        return Skipped(where, label, NO_KIND)
    values: dict[str, Any] = {"name": natural_order(label) if found == "person" else label}
    values |= _names(entity, label, found)
    if found == "person":
        values |= _gender(claims)
    elif found == "organisation":
        values |= _valid(claims)
    else:
        values |= _renames(claims, label)
    return Offer(where, found, {**values, "source": f"Wikidata {where}"})


def _label(entity: dict[str, Any]) -> str:
    found = entity.get("labels", {}).get("ru", {})
    return cleaned(str(found.get("value", "") if isinstance(found, dict) else found))


def _kind(claims: dict[str, Any]) -> str:
    kinds = set(_items(claims, "P31"))
    if HUMAN in kinds:
        return "person"
    if kinds & _BODIES:
        return "organisation"
    if kinds & _PLACES or _main(claims, "P1082"):
        return "place"
    return "place" if _main(claims, "P625") and not _main(claims, "P571") else ""


def _names(entity: dict[str, Any], label: str, kind: str) -> dict[str, Any]:
    """Aliases, the name in the native language, the abbreviation."""
    made: dict[str, Any] = {}
    listed = entity.get("aliases", {}).get("ru", [])
    texts = [cleaned(str(one.get("value", ""))) for one in listed]
    aliases = [text for text in texts if cyrillic(text) and text != label]
    short = [a for a in aliases if a.isupper() and " " not in a] if kind == "organisation" else []
    if short:
        made["abbr"] = short[0]
    if kind != "person":
        aliases = [alias for alias in aliases if alias not in short[:1]]
        if aliases:
            made["aliases"] = list(dict.fromkeys(aliases))
    native = _native(entity.get("claims", {}), label)
    return {**made, "native": native} if native else made


def _native(claims: dict[str, Any], label: str) -> str:
    for property_ in ("P1559", "P1705"):
        for value in _main(claims, property_):
            text = str(value.get("text", "")) if isinstance(value, dict) else ""
            if cyrillic(text) and value.get("language") != "ru" and text != label:
                return text
    return ""


def _gender(claims: dict[str, Any]) -> dict[str, str]:
    found = [_GENDERS[item] for item in _items(claims, "P21") if item in _GENDERS]
    return {"gender": found[0]} if found else {}


def _valid(claims: dict[str, Any]) -> dict[str, str]:
    """From the founding to the end of a body, where the day is known."""
    found = {}
    for key, property_ in (("valid_from", "P571"), ("valid_to", "P576")):
        days = [day for value in _main(claims, property_) if (day := _day(value))]
        if days:
            found[key] = days[0]
    return found


def _renames(claims: dict[str, Any], label: str) -> dict[str, Any]:
    """Official Russian names of the past, with the days they held."""
    made = []
    for claim in claims.get("P1448", ()):
        value = _value(claim.get("mainsnak", {}))
        if not isinstance(value, dict) or value.get("language") != "ru":
            continue
        form = cleaned(str(value.get("text", "")))
        start, end = (_qualifier(claim, name) for name in ("P580", "P582"))
        if form and form != label and end:
            made.append({"form": form, **({"from": start} if start else {}), "to": end})
    return {"renames": made} if made else {}


def _qualifier(claim: dict[str, Any], property_: str) -> str:
    for snak in claim.get("qualifiers", {}).get(property_, ()):
        day = _day(_value(snak))
        if day:
            return day
    return ""


def _day(value: Any) -> str:
    if not isinstance(value, dict) or value.get("precision") != _DAY:
        return ""
    return str(value.get("time", "")).lstrip("+")[:10]


def _main(claims: dict[str, Any], property_: str) -> list[Any]:
    """Values of the claims that are not deprecated, preferred ones first."""
    ranked = sorted(claims.get(property_, ()), key=lambda c: c.get("rank") != "preferred")
    values = (_value(c.get("mainsnak", {})) for c in ranked if c.get("rank") != "deprecated")
    return [value for value in values if value is not None]


def _value(snak: dict[str, Any]) -> Any:
    return snak.get("datavalue", {}).get("value")


def _items(claims: dict[str, Any], property_: str) -> list[str]:
    return [str(v["id"]) for v in _main(claims, property_) if isinstance(v, dict) and "id" in v]
