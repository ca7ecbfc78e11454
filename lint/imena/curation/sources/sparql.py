"""Results of a SPARQL query in JSON (``application/sparql-results+json``) or, as the query page
of Wikidata saves them, a list of flat objects. Columns are known by name: item, itemLabel, gender
(or genderLabel), kind, alias (or aliases, altLabel), native, start, end."""

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

_GENDERS = {
    "Q6581097": "m",
    "Q6581072": "f",
    "мужской пол": "m",
    "женский пол": "f",
    "male": "m",
    "female": "f",
    "m": "m",
    "f": "f",
}
_LABELS = ("itemLabel", "label", "nameLabel", "personLabel", "placeLabel", "orgLabel", "name")
_ITEMS = ("item", "person", "place", "org", "entity")
_ALIASES = ("alias", "aliases", "altLabel", "itemAltLabel")
_KINDS = {"Q5": "person", "person": "person", "place": "place", "organisation": "organisation"}


def bindings(data: Any) -> list[dict[str, str]] | None:
    """The rows of ``data``, read from JSON, as plain texts; None where it is no result table."""
    if isinstance(data, dict) and isinstance(data.get("results"), dict):
        found = data["results"].get("bindings", [])
        return [{name: str(cell.get("value", "")) for name, cell in row.items()} for row in found]
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        rows = [{k: v for k, v in row.items() if isinstance(v, str)} for row in data]
        return rows if any(_first(row, _LABELS) for row in rows) else None
    return None


def read_sparql(text: str, kind: str) -> Iterator[Offer | Skipped]:
    """One offer an item: its rows differ in aliases only. Raises ValueError for no JSON."""
    groups: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(bindings(json.loads(text)) or (), 1):
        item = _tail(_first(row, _ITEMS)) or f"row {number}"
        groups.setdefault(item, []).append(row)
    for item, rows in groups.items():
        yield _offer(item, rows, kind)


def _offer(item: str, rows: list[dict[str, str]], kind: str) -> Offer | Skipped:
    label = cleaned(_first(rows[0], _LABELS))
    if not cyrillic(label):
        return Skipped(item, label, NO_NAME)
    gender = _GENDERS.get(_tail(_first(rows[0], ("gender", "genderLabel", "sex"))).lower(), "")
    gender = gender or _GENDERS.get(_tail(rows[0].get("gender", "")), "")
    found = kind or _KINDS.get(_tail(rows[0].get("kind", "")), "") or ("person" if gender else "")
    if not found:
        return Skipped(item, label, NO_KIND)
    values: dict[str, Any] = {"name": natural_order(label) if found == "person" else label}
    if gender:
        values["gender"] = gender
    aliases = [a for a in _aliases(rows) if cyrillic(a) and a != label]
    if aliases and found != "person":
        values["aliases"] = list(dict.fromkeys(aliases))
    native = _first(rows[0], ("native", "nativeLabel", "nativeName"))
    if cyrillic(native) and native != label:
        values["native"] = native
    return Offer(item, found, {**values, **_days(rows[0], found), "source": f"Wikidata {item}"})


def _aliases(rows: list[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        for name in _ALIASES:
            for one in row.get(name, "").replace("|", ";").split(";"):
                yield cleaned(one)


def _days(row: dict[str, str], kind: str) -> dict[str, str]:
    """Founding and end of a body; times of day mean nothing here."""
    pairs = (("valid_from", ("start", "inception")), ("valid_to", ("end", "dissolved")))
    if kind != "organisation":
        return {}
    return {key: found[:10] for key, names in pairs if (found := _first(row, names))}


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _tail(address: str) -> str:
    """The Q-number at the end of an entity address."""
    return address.rsplit("/", 1)[-1]
