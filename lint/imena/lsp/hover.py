"""What is known of the name under the pointer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from imena.findings import Finding
from imena.lexicon.compile import bit
from imena.lexicon.lexicon import StoredEntry, StoredPart
from imena.lexicon.parts import Slot, Status
from imena.lsp import names
from imena.lsp.messages import CASES, DICTIONARY, FORMS, IN_TEXT, KINDS
from imena.morphology import Case, Features, Number
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.server import ImenaServer

_TABLE = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)


def register(server: ImenaServer) -> None:
    """Answer ``textDocument/hover``."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        checked = server.checked(params.text_document.uri)
        if checked is None:
            return None
        return _hover(checked, checked.text.offset(params.position))


def _hover(checked: Checked, offset: int) -> types.Hover | None:
    finding = finding_at(checked, offset)
    prose = checked.prose(offset)
    one = names.at(checked.analysis, prose) if prose is not None else None
    entry = one.entry if one else _entry_of(checked, finding)
    if entry is None and finding is None:
        return None
    span = checked.source(one.span(checked.analysis)) if one else None
    if span is None and finding is not None:
        span = checked.span(finding.span)
    parts = [_about(finding, checked)] if finding else []
    if entry:
        parts += list(_entry(checked, entry))
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts))
    return types.Hover(text, checked.text.range(span) if span else None)


def finding_at(checked: Checked, offset: int) -> Finding | None:
    """The finding at an offset of the editor's text, its end included."""
    for finding in checked.findings:
        start, end = checked.span(finding.span)
        if start <= offset <= end:
            return finding
    return None


def _entry_of(checked: Checked, finding: Finding | None) -> StoredEntry | None:
    """The entry that a finding appeals to."""
    if finding is None or finding.entry is None:
        return None
    for hit in checked.analysis.hits:
        entry = checked.analysis.lexicon.entry(hit.entry)
        if entry.id == finding.entry.id:
            return entry
    return None


def _about(finding: Finding, checked: Checked) -> str:
    message = finding.message.in_language(checked.project.language)
    return f"**{finding.code}** {escaped(message)}"


def _entry(checked: Checked, entry: StoredEntry) -> Iterator[str]:
    language = checked.project.language
    ref = entry.ref
    yield f"**{escaped(ref.name)}** — {KINDS[entry.kind].in_language(language)}"
    if ref.note:
        yield escaped(ref.note)
    yield _table(entry, language)
    if spellings := _spellings(checked, entry):
        yield f"{IN_TEXT.in_language(language)}: {spellings}"
    if ref.dictionary:
        yield f"{DICTIONARY.in_language(language)}: `{ref.dictionary}`"


def _table(entry: StoredEntry, language: str) -> str:
    rows = [f"| {FORMS.in_language(language)} | |", "|---|---|"]
    for case in _TABLE:
        form = full_form(entry, case)
        if form:
            rows.append(f"| {CASES[case.value].in_language(language)} | {escaped(form)} |")
    return "\n".join(rows)


def full_form(entry: StoredEntry, case: Case) -> str | None:
    """The whole name in ``case``; None where a part has no such form."""
    found = [_in_case(part, case) for part in canonical_parts(entry)]
    return " ".join(form for form in found if form) if found and all(found) else None


def canonical_parts(entry: StoredEntry) -> list[StoredPart]:
    """The right parts in the order in which they are written."""
    east = bool(entry.blob.get("surname_first"))
    west_order = (Slot.GIVEN, Slot.PATRONYMIC, Slot.SURNAME, Slot.NAME)
    east_order = (Slot.SURNAME, Slot.GIVEN, Slot.PATRONYMIC, Slot.NAME)
    found = (entry.canonical(slot) for slot in (east_order if east else west_order))
    return [part for part in found if part]


def _in_case(part: StoredPart, case: Case) -> str | None:
    singular, plural = (part.first(bit(Features(case, n))) for n in (Number.SING, Number.PLUR))
    first = next((cell for _, cell, _ in part.forms), 0)
    return (plural or singular) if first > 0xFF else (singular or plural)


def _spellings(checked: Checked, entry: StoredEntry) -> str:
    """What the text writes for this name, the most frequent first."""
    analysis = checked.analysis
    counts: Counter[str] = Counter()
    for hit in analysis.hits:
        if hit.entry == entry.number and hit.status <= Status.POLICY:
            span = analysis.words.span(hit.first, hit.last)
            if _is_written(checked, span):
                counts[span.of(analysis.document.text)] += 1
    return ", ".join(f"{escaped(text)} × {count}" for text, count in counts.most_common(12))


def _is_written(checked: Checked, span: Span) -> bool:
    return not span.of(checked.document.text).islower()


def escaped(text: str) -> str:
    """``text`` with nothing in it that Markdown would read as markup."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>|#" else letter for letter in text)
