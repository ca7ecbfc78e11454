"""An example plugin: what a newsroom might add to imena.

The hooks import what they hand on, so that nothing is loaded before it is asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from imena import hookimpl


@hookimpl
def imena_rules() -> list[type]:
    from imena_newsroom.rules.ex_hyphen import ExHyphen

    return [ExHyphen]


@hookimpl
def imena_reporters() -> list[type]:
    from imena_newsroom.reporters.csv import Csv

    return [Csv]


@hookimpl
def imena_formats() -> list[type]:
    from imena_newsroom.formats.subrip import SubRip

    return [SubRip]


@hookimpl
def imena_languages() -> list[type]:
    from imena_newsroom.languages.bulgarian import Bulgarian

    return [Bulgarian]


@hookimpl
def imena_entries(config: Any) -> list[Path]:
    return [Path(__file__).parent / "dictionaries" / "newsroom.toml"]
