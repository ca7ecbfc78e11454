"""How the tests are spread over processes."""

from __future__ import annotations

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """With ``-n`` the tests of one ``xdist_group`` share a process: Spark starts only once."""
    if getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadgroup"
