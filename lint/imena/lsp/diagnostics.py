"""Diagnostics: sent to the client after every change, or fetched by it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from imena.findings import Finding, Severity

if TYPE_CHECKING:
    from imena.lsp.checked import Checked
    from imena.lsp.server import ImenaServer

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
#: How often, in seconds, a request looks whether its project is loaded.
_WAIT = 0.02


def register(server: ImenaServer) -> None:
    """Push and pull."""

    def push(checked: Checked) -> None:
        if pushes(server):
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(
                    checked.text.uri, diagnostics(checked), checked.version
                )
            )

    server.checks.listeners.append(push)
    options = types.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier="imena"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(
        params: types.DocumentDiagnosticParams,
    ) -> types.DocumentDiagnosticReport:
        uri = params.text_document.uri
        while (checked := server.checked(uri)) is None and _is_loading(server, uri):
            await asyncio.sleep(_WAIT)
        if checked is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        name = f"{checked.number}"
        if params.previous_result_id == name:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        return types.RelatedFullDocumentDiagnosticReport(diagnostics(checked), result_id=name)


def _is_loading(server: ImenaServer, uri: str) -> bool:
    return server.is_open(uri) and server.project(uri).session is None


def pushes(server: ImenaServer) -> bool:
    """Whether diagnostics are sent unasked: a client that fetches them would show them twice."""
    wanted = server.options.get("diagnostics")
    if wanted in ("push", "both"):
        return True
    document = server.client_capabilities.text_document
    return wanted != "pull" and not (document and document.diagnostic)


def diagnostics(checked: Checked) -> list[types.Diagnostic]:
    """What was found, in the protocol's words."""
    return [diagnostic(checked, finding) for finding in checked.findings]


def diagnostic(checked: Checked, finding: Finding) -> types.Diagnostic:
    """One finding."""
    language = checked.project.language
    return types.Diagnostic(
        range=checked.text.range(checked.span(finding.span)),
        message=finding.message.in_language(language),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="imena",
        data={"rule": finding.rule, "suggestions": list(finding.suggestions)},
    )
