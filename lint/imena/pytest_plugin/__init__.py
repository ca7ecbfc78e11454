"""``pytest --imena``: texts beside the tests are checked like tests.

Without ``--imena`` nothing but this file is loaded.
"""

from __future__ import annotations

import pytest

#: Ini options: the kind pytest reads them as, and the key of the configuration file they set.
INI = {
    "imena_select": ("args", "select"),
    "imena_extend_select": ("args", "extend-select"),
    "imena_ignore": ("args", "ignore"),
    "imena_dictionaries": ("paths", "dictionaries"),
    "imena_policy": ("string", "policy"),
    "imena_date": ("string", "date"),
    "imena_min_confidence": ("string", "min-confidence"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("imena", "imena: names in Russian copy")
    group.addoption("--imena", action="store_true", help="check texts (.txt .md .html .docx) too")
    for name, (kind, key) in INI.items():
        parser.addini(name, f"{key} of imena, over its configuration file", type=kind)  # type: ignore[arg-type]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "imena: a text that imena checks (with --imena)")
    if config.getoption("imena"):
        from imena.pytest_plugin.items import Copy

        config.pluginmanager.register(Copy(config), "imena-copy")
