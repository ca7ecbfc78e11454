"""What an editor may set under ``imena.*``, and what the command line set before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imena.config_files import KEYS, Config, with_values
from imena.errors import ConfigError

#: From a path (of a file or a directory, existing or not) to the configuration in force there.
Configure = Callable[[Path], Config]

#: Keys that are about the editor, not about the check; values are their defaults.
OF_EDITOR: Mapping[str, Any] = {
    "diagnostics": "auto",
    "inlay-hints": False,
    "project-dictionary": "names.toml",
}
_CAPITAL = re.compile(r"(?<=[a-z])([A-Z])")


@dataclass(frozen=True)
class Options:
    """``check`` replaces keys of the configuration file; ``editor`` those of OF_EDITOR."""

    check: Mapping[str, Any] = field(default_factory=dict)
    editor: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, values: Any) -> Options:
        """From the settings of an editor: ``minConfidence`` and ``min-confidence`` are the same,
        null means not set, unknown keys are other people's."""
        if not isinstance(values, Mapping):
            return cls()
        mine = values.get("imena", values)
        found = {
            _CAPITAL.sub(r"-\1", str(key)).lower(): value
            for key, value in (mine.items() if isinstance(mine, Mapping) else ())
            if value is not None and value != ""
        }
        check = {key: value for key, value in found.items() if key in KEYS}
        return cls(check, {key: value for key, value in found.items() if key in OF_EDITOR})

    def over(self, config: Config) -> Config:
        """``config`` with what the editor sets on top. Raises ConfigError."""
        try:
            return with_values(config, self.check, "imena.*")
        except ValueError as error:
            raise ConfigError(str(error), "imena.*") from None

    def get(self, key: str) -> Any:
        return self.editor.get(key, OF_EDITOR[key])
