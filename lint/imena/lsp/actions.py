"""What can be done about a finding: fixes, the project dictionary, a comment that silences it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from imena.engine import chosen_edits
from imena.findings import Applicability, Edit, Finding, Message
from imena.lsp import messages as say
from imena.lsp.ignoring import comment_for
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.server import ImenaServer

FIX_ALL = "source.fixAll.imena"
_ADDING = {
    "person": say.ADD_PERSON,
    "place": say.ADD_PLACE,
    "organisation": say.ADD_ORGANISATION,
}


def register(server: ImenaServer) -> None:
    """Answer ``textDocument/codeAction``."""
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll, FIX_ALL]
    options = types.CodeActionOptions(code_action_kinds=kinds)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = server.checked(params.text_document.uri)
        if checked is None:
            return []
        found = list(_actions(checked, checked.text.span(params.range), params.context))
        only = params.context.only
        return [a for a in found if not only or any(_within(a.kind, kind) for kind in only)]


def _within(kind: Any, asked: Any) -> bool:
    """Whether an action of ``kind`` is wanted by who asks for ``asked``."""
    mine, theirs = (getattr(one, "value", one) for one in (kind, asked))
    return bool(mine == theirs or str(mine).startswith(f"{theirs}.") or not theirs)


def _actions(
    checked: Checked, span: Span, context: types.CodeActionContext
) -> Iterator[types.CodeAction]:
    for finding in checked.findings:
        place = checked.span(finding.span)
        if place.start <= span.end and span.start <= place.end:
            yield from _fixes(checked, finding)
            yield from _dictionary(checked, finding.text, finding)
            yield from _ignoring(checked, finding)
    if edits := fix_all(checked):
        yield types.CodeAction(
            said(checked, say.FIX_ALL),
            kind=FIX_ALL,
            edit=types.WorkspaceEdit(changes={checked.text.uri: edits}),
        )
    chosen = span.of(checked.text.source).strip()
    if span.end > span.start and chosen and len(chosen.split()) <= 12 and "\n" not in chosen:
        yield from _dictionary(checked, chosen, None)


def fix_all(checked: Checked) -> list[types.TextEdit]:
    """The safe fixes of the whole text."""
    return [text_edit(checked, edit) for edit in chosen_edits(checked.findings)]


def text_edit(checked: Checked, edit: Edit) -> types.TextEdit:
    return types.TextEdit(checked.text.range(checked.span(edit.span)), edit.text)


def said(checked: Checked, message: Message, **values: str) -> str:
    """``message`` in the reader's language."""
    return message.in_language(checked.project.language).format(**values)


def _diagnostics(checked: Checked, finding: Finding) -> list[types.Diagnostic]:
    from imena.lsp.diagnostics import diagnostic

    return [diagnostic(checked, finding)]


def _fixes(checked: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    """Every suggestion; the first is preferred where it is more than something to look at."""
    for number, right in enumerate(finding.suggestions):
        edits = _edits(checked, finding, number, right)
        if edits:
            fix = finding.fix
            preferred = not number and fix and fix.applicability is not Applicability.DISPLAY
            yield types.CodeAction(
                said(checked, say.REPLACE, right=right),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=_diagnostics(checked, finding),
                is_preferred=True if preferred else None,
                edit=types.WorkspaceEdit(
                    changes={checked.text.uri: [text_edit(checked, e) for e in edits]}
                ),
            )


def _edits(checked: Checked, finding: Finding, number: int, right: str) -> tuple[Edit, ...]:
    """The fix itself for the first suggestion; the others replace the place if it is all prose."""
    if not number and finding.fix:
        return finding.fix.edits
    if right == finding.text or not checked.document.is_plain(finding.span):
        return ()
    return (Edit(finding.span, right),)


def _dictionary(checked: Checked, text: str, finding: Finding | None) -> Iterator[types.CodeAction]:
    """Commands that write ``text`` into the project's dictionary."""
    if not any(letter.isalpha() for letter in text):
        return
    shared = {"uri": checked.text.uri, "text": text}
    entry = finding.entry if finding else None
    if entry:
        title = said(checked, say.ADD_ALIAS, text=text, name=entry.name)
        yield _command(checked, title, {**shared, "alias": entry.id}, finding)
    for kind, message in _ADDING.items():
        yield _command(
            checked, said(checked, message, text=text), {**shared, "kind": kind}, finding
        )


def _command(
    checked: Checked, title: str, argument: dict[str, str], finding: Finding | None
) -> types.CodeAction:
    name = "imena.ignore" if "how" in argument else "imena.addToDictionary"
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=_diagnostics(checked, finding) if finding else None,
        command=types.Command(title, name, arguments=[argument]),
    )


def _ignoring(checked: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    """A comment where the format has any; the configuration file for plain text."""
    edit = comment_for(checked.document, finding)
    if edit:
        yield types.CodeAction(
            said(checked, say.IGNORE_HERE, code=finding.code),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=_diagnostics(checked, finding),
            edit=types.WorkspaceEdit(changes={checked.text.uri: [text_edit(checked, edit)]}),
        )
        return
    shared = {"uri": checked.text.uri, "text": finding.text, "code": finding.code}
    title = said(checked, say.IGNORE_WORD, text=finding.text)
    yield _command(checked, title, {**shared, "how": "word"}, finding)
    title = said(checked, say.IGNORE_FILE, code=finding.code)
    yield _command(checked, title, {**shared, "how": "file"}, finding)
