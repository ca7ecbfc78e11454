"""The doors through which everything enters, built in or not.

A plugin is a module (or an object) with functions of these names, each under ``@hookimpl``. It
is found by an entry point of the group ``imena`` or named by ``-p``. What loads later is asked
first: a plugin may replace a built-in part of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from pathlib import Path

    from imena.findings import Finding, Report
    from imena.text.document import Document
    from imena.text.naming import Naming

hookspec = pluggy.HookspecMarker("imena")
hookimpl = pluggy.HookimplMarker("imena")


@hookspec
def imena_rules() -> Iterable[type]:  # type: ignore[empty-body]
    """Rule classes (:class:`imena.rules.base.Rule`): ``code`` and ``name`` must be free."""


@hookspec
def imena_languages() -> Iterable[type]:  # type: ignore[empty-body]
    """Language classes (:class:`imena.languages.base.Language`), chosen by ``text-language``."""


@hookspec
def imena_formats() -> Iterable[type]:  # type: ignore[empty-body]
    """Format classes (:class:`imena.formats.base.Format`), chosen by the suffix of a file."""


@hookspec
def imena_reporters() -> Iterable[type]:  # type: ignore[empty-body]
    """Reporter classes (:class:`imena.reporters.base.Reporter`), chosen by ``output-format``."""


@hookspec
def imena_entries(config: Any) -> Iterable[Path | str | Any]:  # type: ignore[empty-body]
    """More dictionaries: paths of TOML files, or finished entries (:mod:`imena.lexicon.entry`).

    They extend and override the shipped ones by ``id``, and the dictionaries of the project
    override them. ``config`` is the :class:`imena.config_files.Config` of the run.
    """


@hookspec
def imena_mentions(document: Document) -> Iterable[Naming]:  # type: ignore[empty-body]
    """Mentions that the resolver cannot know: ``Naming(span, entry)`` says that the prose at
    ``span`` names the dictionary entry with that id and is written as it should be.

    No rule speaks inside such a span (a pen name, a nickname, what a model of entities has
    recognised), and the entry counts as named in full: its short name elsewhere in the text has
    its anchor. An id that no dictionary holds stops the run.
    """


@hookspec(firstresult=True)
def imena_ignore_finding(finding: Finding, document: Document) -> bool | None:
    """True to drop a finding, False to keep it, None to leave it to others.

    ``finding`` counts in the prose of ``document``. Findings of the suppression comments
    themselves (S001) are not asked about.
    """


@hookspec
def imena_finish(reports: list[Report], config: Any) -> None:
    """Called once by ``imena check`` when all texts are checked, before anything is printed.

    ``reports`` are what will be printed: without the findings of a baseline.
    """
