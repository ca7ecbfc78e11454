"""The tables of the speed benchmark as a page, and its plot."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from speed import Table

_HEAD = """# Speed

Written by `python benchmarks/speed.py DATA --write`. Every number is a median of runs in turn on
one machine ({machine}, {day}), and only the ratios carry over to another. imena runs with every
default rule, the shipped dictionaries and 10,000 more people, unless a table says otherwise.
hunspell and aspell look words up in a list of Russian words, codespell and typos in a list of
misspellings: none of them knows names or cases, so the comparison says what imena costs beside
what people run anyway.

![Speed beside peers, and growth](pictures/speed.svg)
"""


def write(tables: Sequence[Table], docs: Path) -> None:
    """``benchmarks.md`` and ``pictures/speed.svg`` under ``docs``."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    day = datetime.now(timezone.utc).date().isoformat()
    pages = [_HEAD.format(machine=machine, day=day), *map(_section, tables)]
    (docs / "pictures").mkdir(parents=True, exist_ok=True)
    (docs / "benchmarks.md").write_text("\n".join(pages), "utf-8")
    _plot({table.title: table for table in tables}, docs / "pictures" / "speed.svg")


def _section(table: Table) -> str:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    rule = line(["---", *["---:"] * (len(table.head) - 1)])
    rows = [line(table.head), rule, *map(line, table.rows)]
    return "\n".join([f"## {table.title}", "", f"{table.note.rstrip('.')}.", "", *rows, ""])


def _plot(tables: dict[str, Table], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "imena"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 2, figsize=(11, 8), layout="constrained")
    _bars(axes[0][0], tables.get("One article"), "One article, ms of CPU")
    _bars(axes[0][1], tables.get("New text"), "New text, MB per second of CPU", log=True)
    _line(axes[1][0], tables.get("One text of growing length"), "MB of one text, s of CPU")
    _line(axes[1][1], tables.get("A growing dictionary"), "Entries, s of CPU for 1 MB", log=True)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def _bars(axis: Any, table: Table | None, title: str, log: bool = False) -> None:
    if table is None:
        return
    names = list(table.plot)[::-1]
    colours = ["#c0392b" if name.startswith("imena") else "#7f8c8d" for name in names]
    bars = axis.barh(names, [table.plot[name] for name in names], color=colours)
    axis.bar_label(bars, fmt="%.3g", padding=3)
    axis.set(title=title, xscale="log" if log else "linear")
    axis.margins(x=0.15)


def _line(axis: Any, table: Table | None, title: str, log: bool = False) -> None:
    if table is None:
        return
    axis.plot([float(x) for x in table.plot], list(table.plot.values()), "o-", color="#c0392b")
    axis.set(title=title, xscale="log" if log else "linear")
    axis.set_ylim(bottom=0)
