"""The names of a text as its outline, and the other places of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from imena.lsp import names
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.names import Occurrence
    from imena.lsp.server import ImenaServer

_KINDS = {
    "person": types.SymbolKind.Variable,
    "place": types.SymbolKind.Namespace,
    "organisation": types.SymbolKind.Class,
}


def register(server: ImenaServer) -> None:
    """Answer for the outline, highlights, references and hints."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        checked = server.checked(params.text_document.uri)
        return outline(checked) if checked else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlights(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        checked = server.checked(params.text_document.uri)
        found = _same(checked, params.position) if checked else []
        return [types.DocumentHighlight(place, types.DocumentHighlightKind.Text) for place in found]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        uri = params.text_document.uri
        checked = server.checked(uri)
        found = _same(checked, params.position) if checked else []
        return [types.Location(uri, place) for place in found]

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        checked = server.checked(params.text_document.uri)
        if checked is None or not server.options.get("inlay-hints"):
            return []
        return _hints(checked, checked.text.span(params.range))


def outline(checked: Checked) -> list[types.DocumentSymbol]:
    """One symbol an entry, in the order of first mention, with its occurrences below it."""
    grouped: dict[int, list[tuple[Occurrence, Span]]] = {}
    for one in names.occurrences(checked.analysis):
        span = checked.source(one.span(checked.analysis))
        if span:
            grouped.setdefault(one.entry.number, []).append((one, span))
    return [_symbol(checked, found) for found in grouped.values()]


def _symbol(checked: Checked, found: list[tuple[Occurrence, Span]]) -> types.DocumentSymbol:
    entry = found[0][0].entry
    kind = _KINDS[entry.kind]
    whole = Span(found[0][1].start, max(span.end for _, span in found))
    children = [
        types.DocumentSymbol(
            span.of(checked.text.source), kind, checked.text.range(span), checked.text.range(span)
        )
        for _, span in found
    ]
    return types.DocumentSymbol(
        entry.ref.name,
        kind,
        checked.text.range(whole),
        checked.text.range(found[0][1]),
        detail=f"× {len(found)}",
        children=children,
    )


def _same(checked: Checked, position: types.Position) -> list[types.Range]:
    """The places of the name at ``position``."""
    offset = checked.prose(checked.text.offset(position))
    one = names.at(checked.analysis, offset) if offset is not None else None
    if one is None:
        return []
    spans = (checked.source(o.span(checked.analysis)) for o in names.same(checked.analysis, one))
    return [checked.text.range(span) for span in spans if span]


def _hints(checked: Checked, visible: Span) -> list[types.InlayHint]:
    """Behind each finding what to write, for those who want to see it all the time."""
    return [
        types.InlayHint(
            checked.text.position(checked.span(finding.span).end),
            f"→ {finding.suggestions[0]}",
            padding_left=True,
        )
        for finding in checked.findings
        if finding.suggestions and checked.span(finding.span).overlaps(visible)
    ]
