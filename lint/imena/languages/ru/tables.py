"""Tables of endings (Zaliznyak, «Грамматический словарь»), and how a stem takes them on.

A table is written as people read it: six endings of the singular, ``|``, six of the plural, in the
order Nom Gen Dat Acc Ins Loc; ``-`` is the bare stem; ``ой,ою`` is the first choice, then the
also-right one. All tables are of animate nouns; :func:`inanimate` changes the accusative.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from imena.morphology import Case

CASES: Final = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
NOM, GEN, DAT, ACC, INS, LOC = range(6)

Cell = tuple[str, ...]
"""The forms of one case, first choice first."""
Cells = tuple[Cell, Cell, Cell, Cell, Cell, Cell]


class Table(NamedTuple):
    """Endings by case."""

    sing: Cells
    plur: Cells


class Word(NamedTuple):
    """One inflected word or phrase; ``rule`` is printed as the source of its forms."""

    rule: str
    sing: Cells
    plur: Cells


def _cells(text: str) -> Cells:
    a, b, c, d, e, f = (
        tuple("" if x == "-" else x for x in cell.split(",")) for cell in text.split()
    )
    return (a, b, c, d, e, f)


def _table(text: str) -> Table:
    sing, plur = text.split("|")
    return Table(_cells(sing), _cells(plur))


M_HARD: Final = _table("- а у а ом е | ы ов ам ов ами ах")
M_VELAR: Final = _table("- а у а ом е | и ов ам ов ами ах")
M_HISS: Final = _table("- а у а ем е | и ей ам ей ами ах")
M_HISS_STRESSED: Final = _table("- а у а ом е | и ей ам ей ами ах")
M_TS: Final = _table("- а у а ем е | ы ев ам ев ами ах")
M_TS_STRESSED: Final = _table("- а у а ом е | ы ов ам ов ами ах")
M_J: Final = _table("й я ю я ем е | и ев ям ев ями ях")
M_IJ: Final = _table("й я ю я ем и | и ев ям ев ями ях")
M_SOFT: Final = _table("ь я ю я ем е | и ей ям ей ями ях")
M_SOFT_STRESSED: Final = _table("ь я ю я ём е | и ей ям ей ями ях")
M_YA: Final = _table("й я ю я ём е | и ёв ям ёв ями ях")

F_HARD: Final = _table("а ы е у ой,ою е | ы - ам - ами ах")
F_VELAR: Final = _table("а и е у ой,ою е | и - ам - ами ах")
F_HISS: Final = _table("а и е у ей,ею е | и - ам - ами ах")
F_HISS_STRESSED: Final = _table("а и е у ой,ою е | и ей ам ей ами ах")
F_TS: Final = _table("а ы е у ей,ею е | ы - ам - ами ах")
F_SOFT: Final = _table("я и е ю ей,ею е | и ь ям ь ями ях")
F_VOWEL: Final = _table("я и е ю ей,ею е | и й ям й ями ях")
F_IYA: Final = _table("я и и ю ей,ею и | и й ям й ями ях")
F_IYA_STRESSED: Final = _table("я и е,и ю ёй,ёю е,и | и й ям й ями ях")
F_JA_STRESSED: Final = _table("я и е ю ёй,ёю е | и й ям й ями ях")
F_THIRD: Final = _table("ь и и ь ью и | и ей ям ей ями ях")

N_HARD: Final = _table("о а у о ом е | а - ам - ами ах")
N_SOFT: Final = _table("е я ю е ем е | я й ям й ями ях")
N_IYE: Final = _table("е я ю е ем и | я й ям й ями ях")
N_HISS: Final = _table("е а у е ем е | а - ам - ами ах")

ADJ_M: Final = _table("ый ого ому ого ым ом | ые ых ым ых ыми ых")
ADJ_M_VELAR: Final = _table("ий ого ому ого им ом | ие их им их ими их")
ADJ_M_SOFT: Final = _table("ий его ему его им ем | ие их им их ими их")
ADJ_M_STRESSED: Final = _table("ой ого ому ого ым ом | ые ых ым ых ыми ых")
ADJ_M_STRESSED_VELAR: Final = _table("ой ого ому ого им ом | ие их им их ими их")
ADJ_M_JER: Final = _table("ий ьего ьему ьего ьим ьем | ьи ьих ьим ьих ьими ьих")
ADJ_F: Final = _table("ая ой ой ую ой,ою ой | ые ых ым ых ыми ых")
ADJ_F_VELAR: Final = _table("ая ой ой ую ой,ою ой | ие их им их ими их")
ADJ_F_HISS: Final = _table("ая ей ей ую ей,ею ей | ие их им их ими их")
ADJ_F_SOFT: Final = _table("яя ей ей юю ей,ею ей | ие их им их ими их")
ADJ_F_SHORT: Final = _table("а ой ой ую,у ой,ою ой | ие их им их ими их")
ADJ_N: Final = _table("ое ого ому ое ым ом | ые ых ым ых ыми ых")
ADJ_N_VELAR: Final = _table("ое ого ому ое им ом | ие их им их ими их")
ADJ_N_SOFT: Final = _table("ее его ему ее им ем | ие их им их ими их")
POSS_M: Final = _table("- а у а ым е | ы ых ым ых ыми ых")
POSS_F: Final = _table("а ой ой у ой,ою ой | ы ых ым ых ыми ых")
POSS_N: Final = _table("о а у о ым ом | ы ых ым ых ыми ых")


def _take(stem: str, cells: Cells) -> Cells:
    a, b, c, d, e, f = (
        (stem + cell[0],) if len(cell) == 1 else tuple([stem + ending for ending in cell])
        for cell in cells
    )
    return (a, b, c, d, e, f)


def inflect(stem: str, table: Table, rule: str, nominative: str | None = None) -> Word:
    """``stem`` with every ending; ``nominative`` where it is not made of the same stem (Лев)."""
    word = Word(rule, _take(stem, table.sing), _take(stem, table.plur))
    if nominative is None:
        return word
    return word._replace(sing=((nominative,), *word.sing[1:]))


def frozen(text: str, rule: str) -> Word:
    """A word that stays as it is."""
    cell = (text,)
    cells = (cell, cell, cell, cell, cell, cell)
    return Word(rule, cells, cells)


def inanimate(word: Word, feminine: bool = False) -> Word:
    """The accusative of things: as the nominative in the plural and, for men, the singular."""
    sing = word.sing if feminine else _like_nominative(word.sing)
    return word._replace(sing=sing, plur=_like_nominative(word.plur))


def _like_nominative(cells: Cells) -> Cells:
    a, b, c, _, e, f = cells
    return (a, b, c, a, e, f)


def things(plural: Cells, rule: str) -> Word:
    """A plural-only name of things: both numbers are the plural."""
    cells = _like_nominative(plural)
    return Word(rule, cells, cells)


def either(first: Word, also: Word) -> Word:
    """Both are right; the first is better."""
    return first._replace(
        sing=_merge(first.sing, also.sing),
        plur=_merge(first.plur, also.plur),
    )


def _merge(first: Cells, also: Cells) -> Cells:
    a, b, c, d, e, f = (tuple(dict.fromkeys(x + y)) for x, y in zip(first, also, strict=True))
    return (a, b, c, d, e, f)


def with_cell(word: Word, case: int, cell: Cell) -> Word:
    """``word`` with one cell of the singular replaced."""
    sing = (*word.sing[:case], cell, *word.sing[case + 1 :])
    return word._replace(sing=sing)  # type: ignore[arg-type]


def joined(words: list[Word], separators: list[str]) -> Word:
    """Words of one name set side by side; ``separators`` are what stands after each but the last.

    An also-right form of one part combines with the first forms of the others only.
    """
    if len(words) == 1:
        return words[0]
    rule = " + ".join(dict.fromkeys(w.rule for w in words))
    sing = _join([w.sing for w in words], separators)
    return Word(rule, sing, _join([w.plur for w in words], separators))


def _join(parts: list[Cells], separators: list[str]) -> Cells:
    a, b, c, d, e, f = (_join_cell([p[i] for p in parts], separators) for i in range(6))
    return (a, b, c, d, e, f)


def _join_cell(cells: list[Cell], separators: list[str]) -> Cell:
    firsts = [cell[0] for cell in cells]
    found = [_glue(firsts, separators)]
    for i, cell in enumerate(cells):
        found += [_glue([*firsts[:i], x, *firsts[i + 1 :]], separators) for x in cell[1:]]
    return tuple(found)


def _glue(texts: list[str], separators: list[str]) -> str:
    return "".join(t + s for t, s in zip(texts, [*separators, ""], strict=True))
