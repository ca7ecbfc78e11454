"""Commands: write into the project's dictionary or configuration.

``imena.addToDictionary`` takes one object: ``uri`` and ``text``, and either ``kind`` (person, place
or organisation) for a new entry or ``alias`` (the id of an entry) for one more right spelling.
``imena.ignore`` takes ``uri`` and ``text`` with ``how: "word"``, or ``uri`` and ``code`` with
``how: "file"``. Both answer with the path of the file written, or null.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from imena.errors import ImenaError, InputError
from imena.findings import Message
from imena.lexicon.lexicon import StoredEntry
from imena.lsp.base_form import base_form, gender_of
from imena.lsp.messages import ADDED, NOT_ADDED

if TYPE_CHECKING:
    from imena.lsp.projects import Project
    from imena.lsp.server import ImenaServer


def register(server: ImenaServer) -> None:
    """Offer the commands."""

    @server.command("imena.addToDictionary")
    def add(argument: Any) -> str | None:
        return _done(server, argument, _add)

    @server.command("imena.ignore")
    def ignore(argument: Any) -> str | None:
        return _done(server, argument, _ignore)

    @server.command("imena.fixAll")
    def fix_all(argument: Any) -> None:
        from imena.lsp.actions import fix_all as edits_of

        uri = _text(argument, "uri")
        checked = server.checked(uri)
        if checked and (edits := edits_of(checked)):
            edit = types.WorkspaceEdit(changes={uri: edits})
            server.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit, label="imena"))

    @server.command("imena.reload")
    def reload() -> None:
        for project in server.projects.all():
            server.projects.load(project)


def _text(argument: Any, key: str) -> str:
    """A string of the argument. Raises InputError."""
    value = argument.get(key) if isinstance(argument, dict) else getattr(argument, key, None)
    if not isinstance(value, str) or not value:
        raise InputError(f"the command needs {key!r}")
    return value


def _has(argument: Any, key: str) -> bool:
    found = argument.get(key) if isinstance(argument, dict) else getattr(argument, key, None)
    return bool(found)


def _done(server: ImenaServer, argument: Any, act: Any) -> str | None:
    """Act, and say what was written where, or why not."""
    language = "ru"
    try:
        uri = _text(argument, "uri")
        project = server.project(uri)
        language = project.language
        text, path = act(server, project, argument)
    except (ImenaError, OSError) as error:
        _tell(server, types.MessageType.Error, NOT_ADDED, language, error=str(error))
        return None
    _tell(server, types.MessageType.Info, ADDED, language, text=text, path=str(path))
    server.projects.load(project)
    return str(path)


def _tell(
    server: ImenaServer, kind: types.MessageType, message: Message, language: str, **values: str
) -> None:
    said = message.in_language(language).format(**values)
    server.window_show_message(types.ShowMessageParams(kind, said))


def _add(server: ImenaServer, project: Project, argument: Any) -> tuple[str, Path]:
    text = " ".join(_text(argument, "text").split())
    from imena.lsp import project_files  # tomlkit is read when it is wanted

    path = project_files.dictionary_path(
        project.config, project.home, str(server.options.get("project-dictionary"))
    )
    if _has(argument, "alias"):
        return _add_alias(server, project, argument, text, path)
    kind = _text(argument, "kind")
    if kind not in ("person", "place", "organisation"):
        raise InputError(f"kind must be person, place or organisation, not {kind!r}")
    name = base_form(text, kind, _language(project))
    values = _person(name, project) if kind == "person" else {"name": name}
    project_files.add_entry(path, kind, values)
    return name, path


def _language(project: Project) -> Any:
    assert project.session is not None
    return project.session.lexicon


def _person(name: str, project: Project) -> dict[str, str]:
    """The parts of a person's name as they usually stand; people may put it right in the file."""
    from imena.resolution.rivals import is_patronymic

    words = name.split()
    values: dict[str, str] = {}
    middle = [word for word in words[1:] if is_patronymic(word.lower())]
    rest = [word for word in words if word not in middle]
    if len(rest) > 1:
        values["given"] = rest[0]
    if middle:
        values["patronymic"] = middle[0]
    values["surname"] = " ".join(rest[1:] or rest)
    return {**values, "gender": gender_of(name, _language(project))}


def _add_alias(
    server: ImenaServer, project: Project, argument: Any, text: str, path: Path
) -> tuple[str, Path]:
    from imena.lsp import project_files

    entry = _entry(project, _text(argument, "alias"))
    if entry is None:
        raise InputError(f"no entry {_text(argument, 'alias')!r}")
    alias = base_form(text, entry.kind, _language(project), entry)
    project_files.add_alias(path, entry.kind, entry.id, alias)
    return alias, path


def _entry(project: Project, name: str) -> StoredEntry | None:
    lexicon = _language(project)
    found = (lexicon.entry(number) for number in range(len(lexicon.index)))
    return next((entry for entry in found if entry.id == name), None)


def _ignore(server: ImenaServer, project: Project, argument: Any) -> tuple[str, Path]:
    from imena.lsp import project_files
    from imena.lsp.server import path_of

    if _text(argument, "how") == "word":
        text = _text(argument, "text")
        path = project_files.add_to_config(project.config, project.home, (), "words", text)
        return text, path
    code, file = _text(argument, "code"), path_of(_text(argument, "uri"))
    if file is None:
        raise InputError("a text that is in no file has no name to write down")
    root = project_files.config_path(project.config, project.home).resolve().parent
    resolved = file.resolve()
    name = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else file.name
    table = ("per-file-ignores",)
    return code, project_files.add_to_config(project.config, project.home, table, name, code)
