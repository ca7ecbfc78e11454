"""Rename a name in every case form in which the text writes it.

The new name is given in the nominative, as the old one is offered. Each occurrence gets the form
of its own case: the part of the name under the pointer (given name, surname …) is renamed, the
others stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from imena.languages.base import Language
from imena.lexicon.compile import cells
from imena.lexicon.lexicon import StoredPart
from imena.lsp import names
from imena.lsp.messages import NOT_A_NAME, NOTHING_TO_RENAME
from imena.morphology import Gender, Name, NameKind, Number, Paradigm
from imena.resolution.context import governed
from imena.resolution.hits import Hit, part_of
from imena.resolution.replacement import in_letter_case
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.server import ImenaServer

_GENDERS = {gender.value: gender for gender in Gender}


def register(server: ImenaServer) -> None:
    """Answer ``textDocument/prepareRename`` and ``textDocument/rename``."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        checked = server.checked(params.text_document.uri)
        found = _at(checked, params.position) if checked else None
        if checked is None or found is None:
            return None
        span = checked.source(checked.analysis.words.span(found.first, found.last))
        part = part_of(found, checked.analysis.lexicon)
        if span is None:
            return None
        return types.PrepareRenamePlaceholder(checked.text.range(span), _base(part))

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit:
        checked = server.checked(params.text_document.uri)
        found = _at(checked, params.position) if checked else None
        if checked is None or found is None:
            raise _refused(checked, NOTHING_TO_RENAME)
        new = " ".join(params.new_name.split())
        if not new or any(not (c.isalpha() or c in "-’' ") for c in new):
            raise _refused(checked, NOT_A_NAME)
        edits = list(_edits(checked, found, new))
        return types.WorkspaceEdit(changes={params.text_document.uri: edits})


def _refused(checked: Checked | None, message: object) -> JsonRpcInvalidParams:
    from imena.findings import Message

    assert isinstance(message, Message)
    return JsonRpcInvalidParams(message.in_language(checked.project.language if checked else "ru"))


def _at(checked: Checked, position: types.Position) -> Hit | None:
    """The part of a name at ``position``."""
    offset = checked.prose(checked.text.offset(position))
    one = names.at(checked.analysis, offset) if offset is not None else None
    if one is None or offset is None:
        return None
    for hit in one.hits:
        start, end = checked.analysis.words.span(hit.first, hit.last)
        if hit.right and start <= offset <= end:
            return hit
    return None


def _base(part: StoredPart) -> str:
    return part.forms[0][0] if part.forms else part.text


def _edits(checked: Checked, old: Hit, new: str) -> Iterator[types.TextEdit]:
    """One edit for each occurrence of the part of ``old``."""
    analysis = checked.analysis
    part = part_of(old, analysis.lexicon)
    paradigm = _paradigm(part, new, analysis.lexicon.language)
    for one in names.occurrences(analysis):
        for hit in one.hits:
            if hit.entry != old.entry or not hit.right:
                continue
            if part_of(hit, analysis.lexicon).slot is not part.slot:
                continue
            span = analysis.words.span(hit.first, hit.last)
            source = checked.source(span)
            right = _form(paradigm, _cells(checked, one, hit))
            if source and right and checked.document.is_plain(source.shift(-checked.text.lead)):
                text = in_letter_case(right, span.of(analysis.document.text))
                yield types.TextEdit(checked.text.range(Span(*source)), text)


def _paradigm(part: StoredPart, new: str, language: Language) -> Paradigm:
    """The forms of the new name; gender and number are those of the old one."""
    plural = bool(part.forms) and part.forms[0][1] > 0xFF and part.kind is not NameKind.SURNAME
    number = Number.PLUR if plural else Number.SING
    return language.decline(Name(new, part.kind, _GENDERS.get(part.gender), number))


def _cells(checked: Checked, one: names.Occurrence, hit: Hit) -> int:
    """The cells of ``hit`` that its neighbours leave."""
    mask = hit.mask
    for other in one.hits:
        if other.mask & mask:
            mask &= other.mask
    asked = governed(checked.analysis, one.first)
    return mask & asked or mask


def _form(paradigm: Paradigm, mask: int) -> str | None:
    """The form of the first cell of ``mask`` that the new name has; a name that is a plural has
    its cases there."""
    for features in cells(mask):
        other = Number.PLUR if features.number is Number.SING else Number.SING
        found = paradigm.first(features.case, features.number)
        found = found or paradigm.first(features.case, other)
        if found:
            return found
    return None
