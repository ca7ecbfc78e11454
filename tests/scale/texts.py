"""Tables of texts with names right and wrong, and their dictionary."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from imena.config_files import Config
from imena.session import Session

NAMES = Path(__file__).parents[1] / "cmd" / "names.toml"
TEXTS = [
    "Касым-Жомрат Токаев сказал.",
    "Касым-Жомартом Токаевым сказано.",
    None,
    "Вчера\r\nвыступил Касым-Жомарт Тохаев 😀.\nЗа ним Касым-Жомрат Токаев.",
    "",
    "Телеканал Хабар 24 показал <b>это</b>.",
]


def session(**settings: Any) -> Session:
    config = Config(dictionaries=(NAMES,), default_dictionaries=False, language="ru")
    return Session(config._replace(**settings), entry_points=False, cache=False)


def table(rows: int = len(TEXTS)) -> pa.Table:
    """``rows`` rows with all the columns there may be."""
    return pa.table(
        {
            "id": pa.array([f"№{n}" for n in range(rows)]),
            "text": pa.array([TEXTS[n % len(TEXTS)] for n in range(rows)]),
            "date": pa.array([datetime.date(2024, 1, 1 + n % 28) for n in range(rows)]),
            "path": pa.array([f"copy/{n}.txt" if n % 2 else None for n in range(rows)]),
        }
    )


def parquet(path: Path, rows: int, group: int) -> Path:
    pq.write_table(table(rows), path, row_group_size=group)
    return path
