"""The table of case forms of an entry, for a person to read before it is written."""

from __future__ import annotations

from imena.languages.base import Language
from imena.lexicon.entry import Entry, Person
from imena.lexicon.parts import Status, parts
from imena.morphology import Case, Number, Paradigm

#: What each case is called, in Russian and in English.
CASES = {
    Case.NOM: ("именительный", "nominative"),
    Case.GEN: ("родительный", "genitive"),
    Case.DAT: ("дательный", "dative"),
    Case.ACC: ("винительный", "accusative"),
    Case.INS: ("творительный", "instrumental"),
    Case.LOC: ("предложный", "locative"),
}


def forms_table(entry: Entry, language: Language, shown_in: str) -> str:
    """One line a case, ``shown_in`` ru or en; other right forms in parentheses."""
    strings = [part for part in parts(entry, language) if part.status is Status.RIGHT]
    if isinstance(entry, Person) and entry.surname_first:
        strings.sort(key=lambda part: part.slot.value != "surname")
    names = [part.name for part in strings if part.slot.value != "abbr"]
    paradigms = [(language.decline(name), name.number) for name in names]
    lines = []
    for case, labels in CASES.items():
        label = labels[shown_in != "ru"]
        lines.append(f"  {label:<14}{_line(paradigms, case)}")
    return "\n".join(lines)


def _line(paradigms: list[tuple[Paradigm, Number]], case: Case) -> str:
    cells = [paradigm.all(case, number) for paradigm, number in paradigms]
    first = " ".join(cell[0] if cell else "—" for cell in cells)
    also = [form for cell in cells for form in cell[1:]]
    return f"{first}  ({', '.join(also)})" if also else first
