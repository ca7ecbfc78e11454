"""What tests start runs the code under test, whichever imena is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: A test of a checkout: which imena does a process in another directory import?
INNER = """
import subprocess, sys, imena

def test_inner(tmp_path):
    command = [sys.executable, "-c", "import imena; print(imena.__file__)"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.strip() == imena.__file__, done.stderr
"""


def test_a_relative_path_leads_to_the_same_code_elsewhere(tmp_path: Path) -> None:
    """``PYTHONPATH=lint pytest`` in a checkout that is not the installed one."""
    (tmp_path / "lint" / "imena").mkdir(parents=True)
    (tmp_path / "lint" / "imena" / "__init__.py").touch()
    (tmp_path / "tests").mkdir()
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path / "tests")
    (tmp_path / "tests" / "test_inner.py").write_text(INNER, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:imena", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": "lint"}
    done = subprocess.run(
        [*command, "tests"], cwd=tmp_path, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
