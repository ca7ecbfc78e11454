"""Right forms of every shipped entry are passed in silence when all dictionaries are loaded.

This finds what no gate on single entries sees: a forbidden variant that is a case form of another
right name, an abbreviation that is a given name in capitals, a town inside a company's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from imena.config import Settings
from imena.engine import Checker
from imena.languages.ru import Russian
from imena.lexicon.dictionary import merge, read_rows
from imena.lexicon.entry import Entry, Organisation, Person
from imena.lexicon.load import load_lexicon, shipped
from imena.lexicon.parts import Status, parts
from imena.morphology import Case, Name, Number
from imena.plugins import builtin, rules
from imena.text.document import Document

RUSSIAN = Russian()


@cache
def checker() -> Checker:
    return Checker(load_lexicon([], True), rules(builtin()), Settings())


def test_every_right_form_is_passed_in_silence() -> None:
    entries = merge([row for path, shown in shipped() for row in read_rows(path, shown)])
    said = {
        (entry.id, text, finding.code)
        for entry in entries
        for text in right_texts(entry)
        for finding in checker().check(Document.plain(f"Тогда {text} тоже.")).findings
    }
    assert said == set()


def right_texts(entry: Entry) -> set[str]:
    """A full name in six cases; all forms of a place or body, in quotes where they belong."""
    if isinstance(entry, Person):
        return set(full_names(entry))
    quoted = isinstance(entry, Organisation) and entry.quotes == "always"
    names = [part.name for part in parts(entry, RUSSIAN) if part.status <= Status.POLICY]
    forms = {form.text for name in names for form in RUSSIAN.decline(name)}
    return {f"«{form}»" if quoted else form for form in forms}


def full_names(person: Person) -> Iterator[str]:
    canonical = [p.name for p in parts(person, RUSSIAN) if p.status is Status.RIGHT]
    tables = [cells(name) for name in canonical]
    if person.surname_first:
        tables = [tables[-1], *tables[:-1]]
    for case in tables[0]:
        yield " ".join(table[case] for table in tables)
        if len(tables) == 3:
            yield f"{tables[0][case]} {tables[2][case]}"


def cells(name: Name) -> dict[Case, str]:
    """The first form of each case in the singular."""
    found: dict[Case, str] = {}
    for form in RUSSIAN.decline(name):
        if form.features.number is not Number.PLUR:
            found.setdefault(form.features.case, form.text)
    return found
