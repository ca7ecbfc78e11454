"""How the tests are spread over processes, and which code those run."""

from __future__ import annotations

import os
from typing import Any

import pytest

#: Files whose tests share a process, because what they start is slow to start.
TOGETHER = ("test_spark.py",)


def pytest_configure() -> None:
    """Processes that tests start in other directories run the code under test: there a relative
    ``PYTHONPATH`` leads nowhere, and the imena that happens to be installed would answer."""
    paths = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    if found := os.pathsep.join(map(os.path.abspath, paths)):
        os.environ["PYTHONPATH"] = found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With ``-n`` each test goes where there is room, those of TOGETHER to one process."""
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class ByTest(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if file.endswith(TOGETHER) else nodeid

    return ByTest(config, log)
