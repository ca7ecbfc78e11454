"""From ``initialize`` to ``exit``; settings and files that change on the way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from imena.lsp.options import Options

if TYPE_CHECKING:
    from imena.lsp.server import ImenaServer

_WATCHED = ("**/imena.toml", "**/.imena.toml", "**/pyproject.toml", "**/*.toml")


def register(server: ImenaServer) -> None:
    """Take part in the conversation."""
    background: set[asyncio.Task[Any]] = set()

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        if params.locale:
            server.projects.locale = params.locale
        server.use(Options.read(params.initialization_options))

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        _watch_files(server)
        _ask_settings(server)
        task = asyncio.get_running_loop().create_task(server.watch())
        background.add(task)

    @server.feature(types.SHUTDOWN)
    def shutdown(_: Any) -> None:
        server.stopped = True
        for task in background:
            task.cancel()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        if params.settings:
            server.use(Options.read(params.settings))
        else:
            _ask_settings(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.look(at_once=True)


def _watch_files(server: ImenaServer) -> None:
    """Ask the client to watch, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not watching or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
    wanted = types.Registration("imena-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(types.RegistrationParams([wanted]))


def _ask_settings(server: ImenaServer) -> None:
    """Ask the client for ``imena.*``, where it answers such questions."""
    workspace = server.client_capabilities.workspace
    if not workspace or not workspace.configuration:
        return

    def use(answers: Any) -> None:
        if answers and answers[0]:
            given = Options.read({"imena": answers[0]})
            server.use(given)

    wanted = types.ConfigurationParams([types.ConfigurationItem(section="imena")])
    server.workspace_configuration(wanted, use)
