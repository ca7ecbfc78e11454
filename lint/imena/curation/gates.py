"""What a dictionary must keep to before a newsroom trusts it.

Each gate is a function from :class:`Checked` to problems; ``GATES`` are those that every
dictionary must pass, ``SHIPPED`` the further ones for dictionaries that are handed on to others.
Plugin authors and the tests of imena run the same functions.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from imena.curation.checked import Checked, Meaning, Problem
from imena.curation.shape import headword, sort_key
from imena.findings import Message
from imena.languages.base import Language
from imena.lexicon.dictionary import Row
from imena.lexicon.entry import Person
from imena.lexicon.index import deletions, one_edit
from imena.lexicon.parts import parts, squash
from imena.morphology import Case

__all__ = ["GATES", "SHIPPED", "Checked", "Gate", "Problem", "check"]

_CASES = frozenset({Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC})
#: Shorter names are near too many others for a list of pairs to mean anything.
_SHORTEST = 4


Gate = Callable[[Checked], Iterator[Problem]]


def check(checked: Checked, gates: Sequence[Gate]) -> list[Problem]:
    """Every problem, by file and line."""
    found = [problem for gate in gates for problem in gate(checked)]
    return sorted({*found, *checked.broken})


def _problem(row: Row, gate: str, ru: str, en: str) -> Problem:
    return Problem(row.path, row.line, gate, Message(ru, en))


def sorted_by_name(checked: Checked) -> Iterator[Problem]:
    """Entries of one kind stand in one file in the order of their names."""
    by_table: dict[tuple[str, str], list[Row]] = {}
    for row in checked.rows:
        by_table.setdefault((row.path, row.kind), []).append(row)
    for rows in by_table.values():
        for one, two in itertools.pairwise(rows):
            if sort_key(one.values)[0] > sort_key(two.values)[0]:
                here, there = headword(two.values), headword(one.values)
                yield _problem(
                    two,
                    "sorted",
                    f"«{here}» стоит не по алфавиту: после «{there}»",
                    f"{here!r} is out of order: it stands after {there!r}",
                )


def unique(checked: Checked) -> Iterator[Problem]:
    """No identifier and no full name twice."""
    seen: dict[tuple[str, ...], Row] = {}
    for row, entry in checked.entries:
        named = row.values.get("id")
        keys = [("id", str(named))] if named else []
        keys.append((row.kind, checked.language.fold(entry.title)))
        for key in keys:
            other = seen.setdefault(key, row)
            if other is not row:
                where = f"{other.path}:{other.line}"
                yield _problem(
                    row,
                    "unique",
                    f"«{key[1]}» уже есть: {where}",
                    f"{key[1]!r} is there already: {where}",
                )
                break


def declined(checked: Checked) -> Iterator[Problem]:
    """Every part has a form in every case."""
    language = checked.language
    for row, entry in checked.entries:
        for part in parts(entry, language):
            cells = {form.features.case for form in language.decline(part.name)}
            if not cells >= _CASES:
                name = part.name.text
                yield _problem(
                    row,
                    "declined",
                    f"«{name}» не склоняется ни по одному правилу: нужны forms или indecl",
                    f"no rule declines {name!r}: say forms or indecl",
                )


def placed(checked: Checked) -> Iterator[Problem]:
    """Every variant of a person's name is like some part of it: else nothing would look for it."""
    for row, entry in checked.entries:
        for text in (*entry.aliases, *entry.forbidden):
            if isinstance(entry, Person) and _is_lost(entry, text, checked.language):
                yield _problem(
                    row,
                    "placed",
                    f"«{text}» не похоже ни на одну часть имени «{entry.title}»: "
                    "напишите имя полностью",
                    f"{text!r} is like no part of {entry.title!r}: write the name in full",
                )


def _is_lost(entry: Person, text: str, language: Language) -> bool:
    """Whether ``text`` gives ``entry`` no part, though it is not the name itself: joined in
    another way, or with words more."""
    bare = replace(entry, aliases=(), forbidden=(), native="")
    if len(parts(replace(bare, forbidden=(text,)), language)) > len(parts(bare, language)):
        return False
    names = (entry.title, f"{entry.given} {entry.surname}")
    if any(squash(language.fold(text)) in squash(language.fold(name)) for name in names):
        return False
    own = f"{entry.given} {entry.surname}".replace("-", " ").split()
    return not set(own) <= set(text.replace("-", " ").split())


def forbidden_is_wrong(checked: Checked) -> Iterator[Problem]:
    """What one entry forbids is no right form of another, in the same files or elsewhere."""
    for key, found in checked.meanings.items():
        around = list(checked.meanings_around(key))
        for row, mine in found:
            others = [other for _, other in found if other.id != mine.id] + around
            for other in others:
                if mine.forbidden and other.right:
                    yield _clash(
                        row,
                        key,
                        other,
                        "запрещённое «{}» — верная форма другой записи: {}",
                        "forbidden {!r} is a right form of another entry: {}",
                    )
                elif mine.right and other.forbidden and other in around:
                    yield _clash(
                        row,
                        key,
                        other,
                        "верная форма «{}» запрещена другой записью: {}",
                        "right form {!r} is forbidden by another entry: {}",
                    )


def _clash(row: Row, key: str, other: Meaning, ru: str, en: str) -> Problem:
    where = f"{other.title} ({other.dictionary})"
    return _problem(row, "forbidden", ru.format(key, where), en.format(key, where))


def told_apart(checked: Checked) -> Iterator[Problem]:
    """Entries one edit apart name each other as ``confusable``: a person has seen the pair."""
    near = _Near(checked)
    for row, entry in checked.entries:
        for title, dictionary in near.to(row.kind, entry.title):
            if frozenset({entry.title, title}) not in checked.alike:
                yield _problem(
                    row,
                    "confusable",
                    f"«{entry.title}» отличается одной буквой от «{title}» ({dictionary}): "
                    f'если это разные имена, впишите confusable = ["{title}"]',
                    f"{entry.title!r} is one letter from {title!r} ({dictionary}): "
                    f'if both are right, say confusable = ["{title}"]',
                )


class _Near:
    """All titles by kind, asked for those at one edit."""

    def __init__(self, checked: Checked) -> None:
        self.fold = checked.language.fold
        self._titles: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._shorter: dict[tuple[str, str], set[str]] = {}
        for kind, title, dictionary in checked.titles_around():
            self._add(kind, title, dictionary)
        for row, entry in checked.entries:
            self._add(row.kind, entry.title, row.shown)

    def _add(self, kind: str, title: str, dictionary: str) -> None:
        key = self.fold(title)
        if len(key) >= _SHORTEST:
            self._titles.setdefault((kind, key), []).append((title, dictionary))
            for shorter in deletions(key):
                self._shorter.setdefault((kind, shorter), set()).add(key)

    def to(self, kind: str, title: str) -> list[tuple[str, str]]:
        """Titles one edit from ``title``, and their dictionaries."""
        key = self.fold(title)
        if len(key) < _SHORTEST:
            return []
        found = {n for s in deletions(key) for n in self._shorter.get((kind, s), ())}
        near = sorted(one for one in found if one_edit(key, one))
        return [one for name in near for one in self._titles[kind, name]]


def sourced(checked: Checked) -> Iterator[Problem]:
    """Every entry says where it comes from."""
    for row in checked.rows:
        if not row.values.get("source"):
            name = headword(row.values)
            yield _problem(
                row, "source", f"у «{name}» не указан источник (source)", f"{name!r} has no source"
            )


GATES: tuple[Gate, ...] = (
    sorted_by_name,
    unique,
    declined,
    placed,
    forbidden_is_wrong,
    told_apart,
)
SHIPPED: tuple[Gate, ...] = (*GATES, sourced)
