"""Every input that fuzzing starts from or once fell over."""

from __future__ import annotations

from pathlib import Path

import pytest
from targets import TARGETS

SEEDS = Path(__file__).parent / "seeds"
INPUTS = [path for name in TARGETS for path in sorted((SEEDS / name).iterdir())]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_seed(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_directory_of_seeds_has_a_target() -> None:
    assert {path.name for path in SEEDS.iterdir()} == set(TARGETS)
