"""Names in the case that the words before them ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from imena.languages.ru.usage import FIRST_CASE, PREPOSITIONS
from imena.lexicon.compile import ANY, bit, cells
from imena.lexicon.lexicon import Lexicon, StoredEntry, StoredPart
from imena.lexicon.parts import Slot, Status
from imena.lsp.hover import full_form
from imena.lsp.messages import CASES
from imena.morphology import Case, Features, Number
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.server import ImenaServer

_TYPED = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:-[\w\u0300-\u036f]*)*\Z")
_BEFORE = re.compile(r"([\w-]+)[ \u00a0]+\Z")
_SHORTEST = 2
_MOST = 60
#: Keys to look at: more would not be read anyway.
_KEYS = 4000


class Asked(NamedTuple):
    """What may stand here: the cells, the one to offer first, and the person named before."""

    mask: int
    first: Case
    entries: frozenset[int] = frozenset()


class Offer(NamedTuple):
    """One form of one entry; the smaller ``rank`` comes first."""

    rank: int
    text: str
    case: Case
    entry: StoredEntry


def register(server: ImenaServer) -> None:
    """Answer ``textDocument/completion``."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions())
    def completion(params: types.CompletionParams) -> types.CompletionList:
        uri = params.text_document.uri
        project = server.project(uri)
        if project.session is None or not server.is_open(uri):
            return types.CompletionList(True, [])
        text = server.text(uri)
        end = text.offset(params.position)
        line = text.source[text.source.rfind("\n", 0, end) + 1 : end]
        checked = server.checks.now(text)
        found = _TYPED.search(line)
        if checked is None or found is None or len(found.group()) < _SHORTEST:
            return types.CompletionList(True, [])
        place = text.range(Span(end - len(found.group()), end))
        offers = _offers(checked, found.group(), line[: found.start()])
        items = [_item(o, place, n, checked.project.language) for n, o in enumerate(offers)]
        return types.CompletionList(True, items)


def _item(offer: Offer, place: types.Range, number: int, language: str) -> types.CompletionItem:
    case = CASES[offer.case.value].in_language(language)
    return types.CompletionItem(
        offer.text,
        kind=types.CompletionItemKind.Text,
        detail=f"{offer.entry.ref.name} · {case}",
        documentation=offer.entry.ref.note or None,
        sort_text=f"{number:04}",
        filter_text=offer.text,
        text_edit=types.TextEdit(place, offer.text),
    )


def _offers(checked: Checked, typed: str, before: str) -> list[Offer]:
    """What begins with ``typed`` and fits behind ``before``, best first."""
    lexicon = checked.analysis.lexicon
    asked = _asked(lexicon, before)
    in_text = checked.analysis.written_right
    made: dict[str, Offer] = {}
    for key in lexicon.index.beginning(lexicon.language.fold(typed), _KEYS):
        for record in lexicon.exact(key):
            if record.status > Status.POLICY:
                continue
            entry = lexicon.entry(record.entry)
            for offer in _of_part(entry, entry.parts[record.part], asked, key, lexicon):
                rank = offer.rank + 4 * (record.entry not in in_text)
                rank += 8 * bool(asked.entries and record.entry not in asked.entries)
                best = made.get(offer.text)
                if best is None or rank < best.rank:
                    made[offer.text] = offer._replace(rank=rank)
    typed_small = typed.lower()
    fits = [o for o in made.values() if o.text.lower().startswith(typed_small)]
    return sorted(fits, key=lambda o: (o.rank, len(o.text), o.text))[:_MOST]


def _of_part(
    entry: StoredEntry, part: StoredPart, asked: Asked, key: str, lexicon: Lexicon
) -> Iterator[Offer]:
    """The forms of a part in the cells asked for; behind its given name the whole name too."""
    for features in cells(ANY):
        cell = bit(features)
        if not cell & asked.mask or (features.number is Number.PLUR and part.slot is Slot.SURNAME):
            continue
        text = part.first(cell)
        if text is None:
            continue
        rank = int(features.case is not asked.first) + 2 * int(part.status)
        if features.case.value in CASES:
            yield Offer(rank, text, features.case, entry)
            whole = full_form(entry, features.case) if part.slot is Slot.GIVEN else None
            if whole and whole != text and not asked.entries:
                yield Offer(rank, _short(entry, features.case) or whole, features.case, entry)


def _short(entry: StoredEntry, case: Case) -> str | None:
    """Given name and surname, as copy names people."""
    found = [entry.canonical(slot) for slot in (Slot.GIVEN, Slot.SURNAME)]
    forms = [part.form(Features(case)) for part in found if part]
    if entry.blob.get("surname_first"):
        forms.reverse()
    return " ".join(form for form in forms if form) if len(forms) == 2 and all(forms) else None


def _asked(lexicon: Lexicon, before: str) -> Asked:
    """By the given name before, else by the preposition, else the nominative first."""
    found = _BEFORE.search(before)
    if found is None:
        return Asked(ANY, Case.NOM)
    word = found.group(1)
    key = lexicon.language.fold(word)
    if word[:1].isupper() and (given := _given(lexicon, key)):
        rest = _asked(lexicon, before[: found.start()])
        entries, mask = given
        narrowed = mask & rest.mask or mask
        first = (
            next(iter(cells(narrowed))).case
            if not narrowed & bit(Features(rest.first))
            else rest.first
        )
        return Asked(narrowed, first, entries)
    if key in PREPOSITIONS:
        cases = PREPOSITIONS[key]
        mask = sum(bit(Features(case, number)) for case in cases for number in Number)
        return Asked(mask, FIRST_CASE.get(key) or next(c for c in Case if c in cases))
    return Asked(ANY, Case.NOM)


def _given(lexicon: Lexicon, key: str) -> tuple[frozenset[int], int] | None:
    """The people with the given name ``key``, and the cells that it fills."""
    found, mask = set(), 0
    for record in lexicon.exact(key):
        part = lexicon.entry(record.entry).parts[record.part]
        if part.slot is Slot.GIVEN and record.status <= Status.POLICY:
            found.add(record.entry)
            mask |= record.mask
    return (frozenset(found), mask) if found else None
