"""Tables of forms as people write them, and what must hold for any name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imena.languages.ru import Russian
from imena.morphology import Case, Features, Gender, Name, NameKind, Number, Rank

RUSSIAN = Russian()
CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
GENDERS = {"m": Gender.MASC, "f": Gender.FEM}
PEOPLE = Path(__file__).with_name("people.txt")
#: Phrases of several words, each case on its own line of one string.
PHRASES = {
    "Организация Договора о коллективной безопасности": "Организацией Договора о коллективной "
    "безопасности",
    "Совет коллективной безопасности": "Советом коллективной безопасности",
    "Международный валютный фонд": "Международным валютным фондом",
    "Казахстанская правда": "Казахстанской правдой",
    "Национальная медиа группа": "Национальной медиа группой",
    "Русское радио Азия": "Русским радио Азия",
    "РИА Новости": "РИА Новости",
    "Астана Опера": "Астана Оперой",
    "Хабар 24": "Хабаром 24",
    "Коммерсантъ": "Коммерсантом",
    "Салават Юлаев": "Салаватом Юлаевым",
    "Анна Каренина": "Анной Карениной",
    "Адмирал Кузнецов": "Адмиралом Кузнецовым",
    "Княгиня Ольга": "Княгиней Ольгой",
    "Мать Тереза": "Матерью Терезой",
    "Барыс Арена": "Барыс Ареной",
    "Иссык-Кульская область": "Иссык-Кульской областью",
    "Джалал-Абадский университет": "Джалал-Абадским университетом",
}
WORDS = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=2, max_size=12).map(
    str.capitalize
)
KINDS = st.sampled_from([NameKind.GIVEN, NameKind.SURNAME, NameKind.PLACE])


def rows() -> Iterator[tuple[Name, tuple[str, ...]]]:
    kind, gender = NameKind.GIVEN, None
    for line in PEOPLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind_text, _, gender_text = line.strip("[]").partition(" ")
            kind, gender = NameKind(kind_text), GENDERS.get(gender_text)
        elif line and not line.startswith("#"):
            cells = tuple(cell.replace("_", " ") for cell in line.split())
            yield Name(cells[0], kind, gender), cells


@pytest.mark.parametrize(("name", "cells"), list(rows()), ids=lambda x: getattr(x, "text", ""))
def test_table(name: Name, cells: tuple[str, ...]) -> None:
    paradigm = RUSSIAN.decline(name)
    assert tuple("/".join(paradigm.all(case)) for case in CASES) == cells


@pytest.mark.parametrize(("text", "instrumental"), PHRASES.items())
def test_phrase(text: str, instrumental: str) -> None:
    found = RUSSIAN.decline(Name(text, NameKind.ORGANISATION))
    assert found.first(Case.INS) == instrumental


@pytest.mark.parametrize(
    ("text", "kind", "gender", "wrong"),
    [
        ("Токаев", NameKind.SURNAME, Gender.MASC, "Токаевом"),
        ("Дарвин", NameKind.SURNAME, Gender.MASC, "Дарвиным"),
        ("Шевчук", NameKind.SURNAME, Gender.FEM, "Шевчука"),
        ("Черных", NameKind.SURNAME, Gender.MASC, "Черныха"),
        ("Матвиенко", NameKind.SURNAME, Gender.FEM, "Матвиенки"),
        ("Касым-Жомарт", NameKind.GIVEN, Gender.MASC, "Касыма-Жомарта"),
        ("Любовь", NameKind.GIVEN, Gender.FEM, "Любви"),
        ("Лев", NameKind.GIVEN, Gender.MASC, "Лева"),
        ("Мария", NameKind.GIVEN, Gender.FEM, "Марие"),
        ("Алматы", NameKind.PLACE, None, "Алмат"),
        ("Санкт-Петербург", NameKind.PLACE, None, "Санкте-Петербурге"),
    ],
)
def test_known_slips(text: str, kind: NameKind, gender: Gender | None, wrong: str) -> None:
    name = Name(text, kind, gender)
    paradigm = RUSSIAN.decline(name)
    assert wrong not in {form.text for form in paradigm}
    assert wrong in {form.text for form in RUSSIAN.misdeclined(name, paradigm)}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Набережные Челны", "Набережных Челн"),
        ("Апатиты", "Апатит"),
        ("Мытищи", "Мытищей"),
        ("Мытищи", "Мытищов"),
        ("Чебоксары", "Чебоксаров"),
        ("Великие Луки", "Великих Луков"),
    ],
)
def test_wrong_genitives_of_plural_places(text: str, wrong: str) -> None:
    name = Name(text, NameKind.PLACE, None, Number.PLUR)
    slips = {form.text for form in RUSSIAN.misdeclined(name, RUSSIAN.decline(name))}
    assert wrong in slips


@pytest.mark.parametrize("text", ["Карловы Вары", "Салоники", "Багамы", "Бельцы", "Гагры"])
def test_no_genitive_is_wrong_where_usage_differs(text: str) -> None:
    name = Name(text, NameKind.PLACE, None, Number.PLUR)
    found = RUSSIAN.misdeclined(name, RUSSIAN.decline(name))
    assert not [form.text for form in found if form.kind == "wrong-ending"]


@pytest.mark.parametrize(
    ("text", "gender", "wrong"),
    [
        ("Львова-Белова", Gender.FEM, "Львов-Беловой"),
        ("Семёнов-Тян-Шанский", Gender.MASC, "Семёнов-Тян-Шанского"),
        ("Мамин-Сибиряк", Gender.MASC, "Мамин-Сибиряка"),
        ("Демут-Малиновский", Gender.MASC, ""),
        ("Мельник-Петров", Gender.MASC, ""),
        ("Тер-Петросян", Gender.MASC, ""),
    ],
)
def test_first_parts_left_as_they_are(text: str, gender: Gender, wrong: str) -> None:
    name = Name(text, NameKind.SURNAME, gender)
    kinds = {f.text: f.kind for f in RUSSIAN.misdeclined(name, RUSSIAN.decline(name))}
    kept = {form for form, kind in kinds.items() if kind == "double-name-declension"}
    assert wrong in kept if wrong else not kept


@given(WORDS, KINDS, st.sampled_from([Gender.MASC, Gender.FEM]))
def test_any_name(text: str, kind: NameKind, gender: Gender) -> None:
    name = Name(text, kind, gender)
    paradigm = RUSSIAN.decline(name)
    assert all(form.text and form.source for form in paradigm)
    assert all(paradigm.first(case) for case in CASES)
    assert all(form.features in paradigm.features_of(form.text) for form in paradigm)
    assert paradigm.first(Case.NOM) == text
    right = {form.text for form in paradigm}
    assert not right & {form.text for form in RUSSIAN.misdeclined(name, paradigm)}
    for case in CASES:
        ranks = [f.rank for f in paradigm if f.features == Features(case, Number.SING)]
        assert ranks[0] is Rank.FIRST and set(ranks[1:]) <= {Rank.ALSO}


@given(WORDS, KINDS)
def test_indeclinable_names_never_change(text: str, kind: NameKind) -> None:
    paradigm = RUSSIAN.decline(Name(text, kind, Gender.MASC, indecl=True))
    assert {form.text for form in paradigm} == {text}


@given(WORDS)
def test_the_dictionary_overrides_the_rule(text: str) -> None:
    name = Name(text, NameKind.SURNAME, Gender.MASC, forms={Case.INS: "Особым"})
    assert RUSSIAN.decline(name).all(Case.INS) == ("Особым",)
