"""The index as a table for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from imena.concordance.index import Heading

_KINDS = {
    "ru": {"person": "человек", "place": "место", "organisation": "организация"},
    "en": {"person": "person", "place": "place", "organisation": "organisation"},
}
_TITLES = {
    "ru": ("Имя", "Вид", "Раз", "Первое место", "Формы"),
    "en": ("Name", "Kind", "Times", "First place", "Forms"),
}
_NEW = {"ru": "нет в словаре", "en": "in no dictionary"}
_WRONG = {"ru": "неверно", "en": "wrong"}


def table(headings: Iterable[Heading], language: str) -> str:
    """One line a heading; columns as wide as they must be."""
    rows = [_TITLES[language], *(_row(heading, language) for heading in headings)]
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(_aligned(row, widths) for row in rows) + "\n"


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    name, kind, count, place, forms = row
    left = f"{name:<{widths[0]}}  {kind:<{widths[1]}}  {count:>{widths[2]}}"
    return f"{left}  {place:<{widths[3]}}  {forms}".rstrip()


def _row(heading: Heading, language: str) -> tuple[str, ...]:
    kind = _KINDS[language][heading.kind]
    if not heading.id:
        kind += f" ({_NEW[language]})"
    first = heading.places[0].excerpt
    forms = _listed(heading.forms)
    if heading.variants:
        forms += f"  {_WRONG[language]}: {_listed(heading.variants)}"
    where = f"{first.path}:{first.line}:{first.column}"
    return heading.name, kind, str(len(heading.places)), where, forms.strip()


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{form} {n}" if n > 1 else form for form, n in counts.most_common())
