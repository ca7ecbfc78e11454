"""The diagnostics of a fresh check, in the words of the protocol, made without the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editing import Editor

from imena.config import Settings
from imena.engine import Checker
from imena.errors import InputError
from imena.findings import Severity
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.session import Session

SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}
SUFFIXES = {"plaintext": ".txt", "markdown": ".md", "html": ".html"}


class Fresh:
    """Checks from nothing, every time."""

    def __init__(self, dictionaries: list[Path]) -> None:
        lexicon = load_lexicon(dictionaries)
        self.checker = Checker(lexicon, rules(builtin()), Settings())

    def diagnostics(self, editor: Editor, language: str) -> list[dict[str, Any]]:
        source = editor.text
        lead = int(source.startswith("\ufeff"))
        format_ = Session().format_of(Path(f"a{SUFFIXES[language]}"))
        try:
            document = format_.read(source[lead:].encode(), "a", "utf-8")
        except InputError:
            return []
        return [
            {
                "range": editor.place(f.span.start + lead, f.span.end + lead),
                "message": f.message.ru,
                "severity": SEVERITIES[f.severity],
                "code": f.code,
                "source": "imena",
                "data": {"rule": f.rule, "suggestions": list(f.suggestions)},
            }
            for f in self.checker.check(document).findings
        ]
