"""Wikidata entities: labels, gender, aliases, native names, dates, renames."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imena.curation.sources.offer import Offer, Skipped
from imena.curation.sources.wikidata import read_wikidata


def item(value: str) -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": {"id": value}}}, "rank": "normal"}


def text(value: str, language: str, **qualifiers: str) -> dict[str, Any]:
    named = {key: [{"datavalue": {"value": day(when)}}] for key, when in qualifiers.items()}
    snak = {"datavalue": {"value": {"text": value, "language": language}}}
    return {"mainsnak": snak, "rank": "normal", "qualifiers": named}


def day(when: str, precision: int = 11) -> dict[str, Any]:
    return {"time": f"+{when}T00:00:00Z", "precision": precision}


def date(when: str, precision: int = 11) -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": day(when, precision)}}, "rank": "normal"}


def entity(name: str, label: str, aliases: tuple[str, ...] = (), **claims: Any) -> dict[str, Any]:
    return {
        "id": name,
        "labels": {"ru": {"value": label}} if label else {},
        "aliases": {"ru": [{"value": alias} for alias in aliases]},
        "claims": claims,
    }


PERSON = entity(
    "Q1",
    "Токаев, Касым-Жомарт (политик)",
    P31=[item("Q5")],
    P21=[item("Q6581097")],
    P1559=[text("Қасым-Жомарт Тоқаев", "kk")],
)
BODY = entity(
    "Q2",
    "Нечто",
    ("НЧТ", "Бывшее нечто", "Something"),
    P31=[item("Q43229")],
    P571=[date("2012-04-05")],
    P576=[date("2020-01-01", 9)],
)
TOWN = entity(
    "Q3",
    "Астана",
    P31=[item("Q515")],
    P1448=[
        text("Нур-Султан", "ru", P580="2019-03-23", P582="2022-09-17"),
        text("Astana", "en", P580="2022-09-17"),
    ],
    P1705=[text("Astana", "kk")],
)
WANTED = [
    (
        PERSON,
        "person",
        {"name": "Касым-Жомарт Токаев", "native": "Қасым-Жомарт Тоқаев", "gender": "m"},
    ),
    (
        BODY,
        "organisation",
        {"name": "Нечто", "abbr": "НЧТ", "aliases": ["Бывшее нечто"], "valid_from": "2012-04-05"},
    ),
    (
        TOWN,
        "place",
        {
            "name": "Астана",
            "renames": [{"form": "Нур-Султан", "from": "2019-03-23", "to": "2022-09-17"}],
        },
    ),
]


@pytest.mark.parametrize(("data", "kind", "values"), WANTED, ids=["person", "body", "town"])
def test_an_entity_becomes_an_offer(data: Any, kind: str, values: dict[str, Any]) -> None:
    (offer,) = read_wikidata(json.dumps(data), "")
    source = f"Wikidata {data['id']}"
    assert offer == Offer(data["id"], kind, {**values, "source": source})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (entity("Q4", "", P31=[item("Q5")]), "no Russian name"),
        (entity("Q5", "Astana", P31=[item("Q515")]), "no Russian name"),
        (entity("Q6", "Гамлет", P31=[item("Q25379")]), "say --kind"),
        ({"id": "Q7", "missing": ""}, "no such item"),
    ],
    ids=["no label", "Latin label", "a play", "missing"],
)
def test_what_cannot_be_offered_is_named(data: Any, reason: str) -> None:
    (skipped,) = read_wikidata(json.dumps({"entities": {"x": data}}), "")
    assert isinstance(skipped, Skipped) and reason in skipped.reason.en


def test_one_entity_a_line_and_a_list() -> None:
    dump = "[\n" + ",\n".join(json.dumps(one) for one in (PERSON, BODY)) + ",\n]"
    lines = "\n".join(json.dumps(one) for one in (PERSON, BODY))
    for written in (dump, lines, json.dumps([PERSON, BODY])):
        assert [offer.where for offer in read_wikidata(written, "")] == ["Q1", "Q2"]
