"""A text is a file with one item; what is found in it fails the item, with the excerpts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imena import config_files
from imena.errors import ImenaError
from imena.findings import Report
from imena.presentation import language_of
from imena.pytest_plugin import INI
from imena.reporters.base import Style
from imena.reporters.text import Text
from imena.session import Session
from imena.walking import Patterns


class Misspelt(Exception):
    """A text in which something was found."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.findings)} in {report.path}")
        self.report = report


class Copy:
    """Collects texts; one session serves all of them (one a worker under xdist)."""

    def __init__(self, config: pytest.Config) -> None:
        try:
            self.session = Session(_settings(config))
            self.suffixes = self.session.suffixes
        except ImenaError as error:
            raise pytest.UsageError(f"imena: {error}") from None
        settings = self.session.config
        patterns = (*settings.exclude, *settings.extend_exclude)
        self.excluded = Patterns(settings.root.resolve(), patterns)

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> CopyFile | None:
        if file_path.suffix.lower() not in self.suffixes:
            return None
        named = parent.session.isinitpath(file_path)
        if not named and self.excluded.hides(file_path.resolve()):
            return None
        made: CopyFile = CopyFile.from_parent(parent, path=file_path)
        made.imena = self.session
        return made

    def pytest_sessionfinish(self) -> None:
        self.session.keep_results()


def _settings(config: pytest.Config) -> config_files.Config:
    """The nearest configuration file with the ini options over it. Raises ConfigError and
    pytest.UsageError."""
    found = config_files.find(config.rootpath)
    base = config_files.load(found) if found else config_files.Config(root=config.rootpath)
    values = {key: value for name, (_, key) in INI.items() if (value := _ini(config, name))}
    try:
        return config_files.with_values(base, values)
    except ValueError as error:
        raise pytest.UsageError(f"imena: {error}") from None


def _ini(config: pytest.Config, name: str) -> Any:
    value = config.getini(name)
    if INI[name][0] == "args":
        return [code.upper() for one in value for code in one.split(",") if code]
    if INI[name][0] == "paths":
        return [str(path) for path in value or ()]
    return value


class CopyFile(pytest.File):
    """One text."""

    imena: Session

    def collect(self) -> Iterator[CopyItem]:
        yield CopyItem.from_parent(self, name="imena")


class CopyItem(pytest.Item):
    """The check of one text; marked ``imena``."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.add_marker("imena")
        #: A text has no fixtures; some plugins fail on items that do not say so.
        self.funcargs: dict[str, object] = {}

    def runtest(self) -> None:
        assert isinstance(self.parent, CopyFile)
        report = self.parent.imena.check_file(self.path)
        if report.findings:
            raise Misspelt(Report(self._shown, report.source, report.findings))

    @property
    def _shown(self) -> str:
        try:
            return os.path.relpath(self.path, self.config.invocation_params.dir)
        except ValueError:  # another drive
            return str(self.path)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        error = excinfo.value
        if isinstance(error, ImenaError):
            return f"imena: {error}"
        if not isinstance(error, Misspelt):
            return super().repr_failure(excinfo, style)
        assert isinstance(self.parent, CopyFile)
        language = language_of(self.parent.imena.config.language)
        colour = self.config.get_terminal_writer().hasmarkup
        return Text().render([error.report], Style(language, colour))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"imena: {self._shown}"
