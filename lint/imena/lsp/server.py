"""The server: open texts, their checks, and the features that answer about them."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from imena.lsp.checked import Checked, Checks
from imena.lsp.messages import BROKEN
from imena.lsp.options import Configure, Options
from imena.lsp.projects import Project, Projects
from imena.lsp.texts import Text, Texts
from imena.version import __version__

#: Seconds between two looks at the files on disk.
LOOK_EVERY = 0.5


@dataclass(frozen=True)
class Start:
    """How the command line started the server."""

    configure: Configure
    plugins: tuple[str, ...] = ()
    entry_points: bool = True
    cache: bool = True


class Protocol(LanguageServerProtocol):
    """The protocol with texts that know their lines."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Any:
        answer = yield from super().lsp_initialize(params)
        old = self.workspace
        folders = list(old.folders.values())
        codec = old.position_codec.encoding
        self._workspace = Texts(old.root_uri, old._sync_kind, folders, codec)
        return answer


class ImenaServer(LanguageServer):
    """``stopped`` says whether the client took leave in due form."""

    def __init__(self, start: Start) -> None:
        super().__init__("imena", __version__, protocol_cls=Protocol)
        self.projects = Projects(
            start.configure, self._loaded, start.plugins, start.entry_points, start.cache
        )
        self.options = Options()
        self.checks = Checks(self)
        self.stopped = False
        self._looked = 0.0
        self._reported: dict[Path, str] = {}

    def use(self, options: Options) -> None:
        """The editor has (new) settings: everything is asked again under them."""
        changed = options.check != self.options.check
        self.options = self.projects.options = options
        for project in self.projects.all() if changed else ():
            self.projects.load(project)
        if not changed:  # else what is loaded anew is checked anew
            self.checks.all_again()

    def text(self, uri: str) -> Text:
        found = self.workspace.get_text_document(uri)
        assert isinstance(found, Text)
        return found

    def is_open(self, uri: str) -> bool:
        """Whether the client has opened ``uri``; texts are kept under what escapes stand for."""
        return unquote(uri) in self.workspace.text_documents

    def texts(self) -> Iterator[Text]:
        for text in list(self.workspace.text_documents.values()):
            if isinstance(text, Text):
                yield text

    def home(self, uri: str) -> Path:
        """The directory whose configuration holds: that of the file, else the workspace's."""
        path = path_of(uri)
        if path is not None:
            return path.parent
        root = self.workspace.root_path
        folders = [uris.to_fs_path(one) for one in self.workspace.folders]
        named = root or next((one for one in folders if one), None)
        return Path(named) if named else Path.cwd()

    def project(self, uri: str) -> Project:
        return self.projects.of(self.home(uri))

    def checked(self, uri: str) -> Checked | None:
        """The text as it is now, checked; None while its project is loading."""
        self.look()
        return self.checks.now(self.text(uri)) if self.is_open(uri) else None

    def look(self, at_once: bool = False) -> None:
        """Whether a configuration or a dictionary changed on disk; cheap enough to ask often."""
        now = asyncio.get_running_loop().time()
        if not at_once and now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        for project in self.projects.all():
            if project.changed():
                project.look()
                self.projects.load(project)

    async def watch(self) -> None:
        """Look again and again, for clients that do not watch files for us; and clear up when
        nobody has typed for a moment, so that it need not be done between two keystrokes."""
        gc.set_threshold(50_000, 20, 1000)
        cleared = 0
        while True:
            before = self.checks.number
            await asyncio.sleep(2 * LOOK_EVERY)
            self.look()
            if before == self.checks.number != cleared:
                gc.collect()
                cleared = before

    def _loaded(self, project: Project) -> None:
        self._report(project)
        self.checks.forget(project)
        self.checks.all_again()
        self._refresh()
        # What is loaded stays: the collector need not walk over it again and again.
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _refresh(self) -> None:
        """Clients that fetch diagnostics are told that what they have may be old."""
        workspace = self.client_capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    def _report(self, project: Project) -> None:
        """Tell people once what is wrong with a configuration or a dictionary, and show where."""
        error = project.error
        old = self._reported.pop(project.home, "")
        named = Path(error.path) if error and error.path else None
        uri = uris.from_fs_path(str(named.resolve())) or "" if named and named.is_file() else ""
        if old and old != uri and old not in self._reported.values():
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(old, []))
        if error is None:
            return
        message = BROKEN._replace(
            ru=BROKEN.ru.format(error=error), en=BROKEN.en.format(error=error)
        ).in_language(project.language)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
        if uri:
            self._reported[project.home] = uri
            line = max(0, (error.line or 1) - 1)
            place = types.Range(types.Position(line, 0), types.Position(line, 1000))
            found = types.Diagnostic(
                place, error.message, severity=types.DiagnosticSeverity.Error, source="imena"
            )
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, [found]))


def path_of(uri: str) -> Path | None:
    """The file that ``uri`` names; None for texts that are in no file."""
    if not uri.startswith("file:"):
        return None
    found = uris.to_fs_path(uri)
    return Path(found) if found else None


def build(start: Start) -> ImenaServer:
    """A server with all its features."""
    from imena.lsp import (
        actions,
        commands,
        completion,
        diagnostics,
        documents,
        hover,
        lifecycle,
        rename,
        symbols,
    )

    server = ImenaServer(start)
    features = (lifecycle, documents, diagnostics, actions, commands, hover, completion)
    for feature in (*features, symbols, rename):
        feature.register(server)
    return server
