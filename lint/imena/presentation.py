"""How findings are shown to people: language, colour, reporters by name, counts."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imena.errors import InputError, UsageError
from imena.findings import Report
from imena.reporters.base import Style

if TYPE_CHECKING:
    from imena.session import Session

#: Languages of the neighbourhood whose readers read Russian.
_RUSSIAN = ("ru", "uk", "be", "kk", "ky", "uz", "tg", "hy", "az", "ka")


def language_of(chosen: str) -> str:
    """``chosen``, else what the locale says; copy is Russian, so without a locale Russian."""
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value.partition(".")[0] not in ("C", "POSIX"):
            return "ru" if value.lower().startswith(_RUSSIAN) else "en"
    return "ru"


def style_for(language: str, out: Any, to_file: bool = False) -> Style:
    """Colour on terminals only; ``NO_COLOR`` and ``FORCE_COLOR`` decide where they are set."""
    if os.environ.get("NO_COLOR"):
        return Style(language, False)
    forced = bool(os.environ.get("FORCE_COLOR"))
    return Style(language, forced or (not to_file and out.isatty()))


def reporter(name: str, session: Session) -> Any:
    """The reporter called ``name``. Raises UsageError with the names there are."""
    if name.isidentifier() and not session.extended:
        try:
            module = import_module(f"imena.reporters.{name}")
        except ModuleNotFoundError:
            module = None
        for value in vars(module).values() if module else ():
            if isinstance(value, type) and getattr(value, "name", None) == name:
                return value()
    from imena.plugins import named

    found = named(session.manager, "imena_reporters")
    if name not in found:
        raise UsageError(f"no output format {name!r}; there are {', '.join(sorted(found))}")
    return found[name]


def pages(session: Session) -> dict[str, str]:
    """The pages of the rules of plugins by name; the built-in ones are found without loading
    them all."""
    if not session.extended:
        return {}
    from inspect import getdoc

    return {rule.name: getdoc(rule) or "" for rule in session.rules}


def statistics(reports: Sequence[Report], form: str = "text") -> str:
    """Findings by rule, the most frequent first; one JSON array where ``form`` is ``json``."""
    counts = Counter((f.code, f.rule) for r in reports for f in r.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if form == "json":
        import json

        keys = ("code", "rule", "count")
        found = [dict(zip(keys, (*rule, count), strict=True)) for rule, count in rows]
        return json.dumps(found, indent=2) + "\n"
    return "".join(f"{count:>6}  {code}  {rule}\n" for (code, rule), count in rows)


def write_report(path: Path, text: str) -> None:
    """Put ``text`` into ``path``, all or nothing: who watches it never reads half a report.

    Raises InputError.
    """
    from imena.files import replace_bytes

    data = text.encode("utf-8", "backslashreplace")
    if path.is_file():
        return replace_bytes(path, data)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists():  # a pipe or a terminal: nothing there to keep
            path.write_bytes(data)
        else:
            aside.write_bytes(data)
            aside.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    finally:
        with suppress(OSError):
            aside.unlink()  # gone already unless something failed


def unified(report: Report, unsafe: bool) -> str:
    """What the fixes would change, as a unified diff; empty where nothing would."""
    from difflib import unified_diff

    from imena.engine import apply_edits, chosen_edits

    edits = chosen_edits(report.findings, unsafe)
    if not edits:
        return ""
    new = apply_edits(report.source, edits)
    old_lines, new_lines = (text.splitlines(keepends=True) for text in (report.source, new))
    made = unified_diff(old_lines, new_lines, report.path, report.path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline\n" for line in made)
