"""Checks of open texts: when they happen, and what is known of a text after one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, Any

from imena.errors import ImenaError
from imena.findings import Finding, Message, Report, Severity
from imena.text.document import Document
from imena.text.span import Span

if TYPE_CHECKING:
    from imena.lsp.projects import Project
    from imena.lsp.server import ImenaServer
    from imena.lsp.texts import Text
    from imena.resolution.analysis import Analysis
    from imena.resolution.incremental import Incremental

#: A file of each format by the name that editors give it.
_SUFFIXES = {
    "markdown": ".md",
    "mdx": ".mdx",
    "html": ".html",
    "xhtml": ".xhtml",
    "plaintext": ".txt",
    "text": ".txt",
}
#: Checks that take longer than this (seconds of work) wait until the typing pauses.
_SLOW = 0.1
_PAUSE = 0.15
#: Seconds of work at a stretch that nobody waits for.
_SLICE = 0.005
#: Answers of each kind that the lexicon remembers, and after how many checks they are counted.
_MOST_WORDS = 20_000
_TRIM_EVERY = 100


@dataclass
class Checked:
    """One version of a text and what was found in it; offsets count from ``text.lead``."""

    text: Text
    version: int | None
    project: Project
    document: Document
    analysis: Analysis
    findings: list[Finding]
    number: int = 0

    def span(self, span: Span) -> Span:
        """An offset of the document as one of the editor's text."""
        return span.shift(self.text.lead)

    def prose(self, offset: int) -> int | None:
        """An offset of the editor's text as one of the prose."""
        return self.document.prose_offset(offset - self.text.lead)

    def source(self, span: Span) -> Span | None:
        """A span of the prose as one of the editor's text."""
        found = self.document.source_span(span)
        return None if found is None else self.span(found)


@dataclass
class _State:
    """What is kept of an open text between versions."""

    incremental: Incremental
    settings: Any
    project: Project
    checked: Checked | None = None
    source: str = ""
    took: float = 0.0
    preparing: asyncio.TimerHandle | None = None


class Checks:
    """Checks texts and hands the results to ``listeners``."""

    def __init__(self, server: ImenaServer) -> None:
        self.server = server
        self.listeners: list[Any] = []
        self._states: dict[str, _State] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self.number = 0

    def forget(self, project: Project) -> None:
        """Nothing that was found under the former state of ``project`` holds."""
        for uri in [u for u, state in self._states.items() if state.project is project]:
            self._drop(uri)

    def _drop(self, uri: str) -> None:
        state = self._states.pop(uri, None)
        if state and state.preparing:
            state.preparing.cancel()

    def close(self, uri: str) -> None:
        self._drop(uri)
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def soon(self, uri: str) -> None:
        """Check ``uri`` as soon as the messages that are there already are read."""
        state = self._states.get(uri)
        wait = _PAUSE if state and state.took > _SLOW else 0.0
        if old := self._waiting.pop(uri, None):
            old.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(wait, self._check, uri)

    def all_again(self) -> None:
        for text in self.server.texts():
            self.soon(text.uri)

    def _check(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        if not self.server.is_open(uri):
            return
        self.server.look()
        checked = self.now(self.server.text(uri))
        for listener in self.listeners if checked else ():
            listener(checked)

    def now(self, text: Text) -> Checked | None:
        """The newest version of ``text`` checked; None while its project loads."""
        project = self.server.project(text.uri)
        if project.session is None:
            return None
        state = self._state(text, project)
        known = state.checked
        if known is None or state.source is not text.source:
            began = thread_time()
            state.checked = self._made(text, project, state)
            state.source, state.took = text.source, thread_time() - began
            if known is None:
                made = state.checked
                again = state.incremental.prepare(made.document, made.analysis.namings)
                self._prepare(state, again)
        else:
            known.version = text.version
        return state.checked

    def _prepare(self, state: _State, steps: Iterator[None]) -> None:
        """Get ready for the next version, a little at a time, while nobody asks for anything."""
        began = thread_time()
        for _ in steps:
            if thread_time() - began > _SLICE:
                loop = asyncio.get_running_loop()
                state.preparing = loop.call_later(_SLICE, self._prepare, state, steps)
                return

    def _state(self, text: Text, project: Project) -> _State:
        from imena.config_files import with_ignores
        from imena.resolution.incremental import Incremental

        assert project.session is not None
        settings = with_ignores(project.session.config, name_of(text))
        state = self._states.get(text.uri)
        if state is None or state.settings != settings or state.project is not project:
            self._drop(text.uri)
            incremental = Incremental(project.session.lexicon, settings)
            state = self._states[text.uri] = _State(incremental, settings, project)
        return state

    def _made(self, text: Text, project: Project, state: _State) -> Checked:
        assert project.session is not None
        checker = project.session.checker(name_of(text))
        try:
            with project.session.blaming():
                document = read(text, project)
                analysis = state.incremental.analysis(document, checker.namings(document))
                report = checker.report(analysis)
        except ImenaError as error:
            document = Document.plain("")
            analysis = state.incremental.analysis(document)
            report = Report("", "", [_unreadable(error)])
        self.number += 1
        if self.number % _TRIM_EVERY == 0:
            project.session.lexicon.trim(_MOST_WORDS)
        return Checked(
            text, text.version, project, document, analysis, report.findings, self.number
        )


def _unreadable(error: ImenaError) -> Finding:
    message = Message(error.message, error.message)
    return Finding("E000", "unreadable", Severity.ERROR, 1.0, message, Span(0, 0), "")


def name_of(text: Text) -> Path:
    """The file that the text is or would be."""
    from imena.lsp.server import path_of

    return path_of(text.uri) or Path(text.filename or "untitled")


def suffix_of(text: Text) -> str:
    """The suffix of the format: the editor's word counts, then the name."""
    return _SUFFIXES.get(text.language_id or "") or name_of(text).suffix.lower() or ".txt"


def read(text: Text, project: Project) -> Document:
    """The document in ``text``. Raises InputError."""
    assert project.session is not None
    found = project.session.format_of(Path(f"text{suffix_of(text)}"))
    data = text.prose_source.encode()
    document: Document = found.read(data, str(name_of(text)), "utf-8")
    return document
