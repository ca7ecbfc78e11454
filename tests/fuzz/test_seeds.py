"""Every input that fuzzing starts from or once fell over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from targets import TARGETS

HERE = Path(__file__).parent
SEEDS = HERE / "seeds"
#: Seeds that fail as yet; a line goes when its bug does.
GAPS = set((HERE / "known_gaps.txt").read_text("utf-8").split())


def inputs() -> list[Any]:
    found = [path for name in TARGETS for path in sorted((SEEDS / name).iterdir())]
    return [_marked(path, f"{path.parent.name}/{path.name}") for path in found]


def _marked(path: Path, name: str) -> Any:
    gap = pytest.mark.xfail(strict=True, reason="take it off known_gaps.txt")
    return pytest.param(path, id=name, marks=[gap] if name in GAPS else [])


@pytest.mark.parametrize("path", inputs())
def test_seed(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_directory_of_seeds_has_a_target() -> None:
    assert {path.name for path in SEEDS.iterdir()} == set(TARGETS)
