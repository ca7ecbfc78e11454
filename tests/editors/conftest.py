"""What each test of an editor starts from."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Desk, prepared


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return prepared(tmp_path)
