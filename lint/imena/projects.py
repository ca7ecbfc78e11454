"""Which configuration holds for which file: the nearest one, file by file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from imena import config_files
from imena.config_files import Config
from imena.errors import ImenaError, InputError
from imena.files import kind_of, read_bytes
from imena.findings import Report
from imena.session import Session
from imena.walking import Patterns, walk

if TYPE_CHECKING:
    from imena.resolution.across import FullName


class Projects:
    """The sessions of one run.

    ``make`` turns a configuration into a session; ``on_top`` puts the command line on top of a
    configuration file; ``fixed`` is the configuration of all files where the command line names
    one. ``asked`` are patterns of the command line, relative to the current directory.
    """

    def __init__(
        self,
        make: Callable[[Config], Session],
        on_top: Callable[[Config], Config] = lambda config: config,
        fixed: Config | None = None,
        asked: Sequence[str] = (),
    ) -> None:
        self._make, self._on_top, self._fixed = make, on_top, fixed
        self._asked = Patterns(Path.cwd(), asked)
        self._files: dict[Path, Path | None] = {}
        self._sessions: dict[Path | None, Session] = {}
        self._excludes: dict[Path | None, Patterns] = {}

    def session(self, path: Path) -> Session:
        """The session of the file ``path``. Raises ConfigError."""
        found = None if self._fixed else self._file(path.absolute().parent)
        if found not in self._sessions:
            config = config_files.load(found) if found else self._fixed or Config()
            self._sessions[found] = self._make(self._on_top(config))
        return self._sessions[found]

    def _file(self, directory: Path) -> Path | None:
        """The nearest configuration file at or above ``directory`` as it really is."""
        return self._above(_real(directory))

    def _above(self, home: Path) -> Path | None:
        if home not in self._files:
            found = config_files.of_directory(home)
            if found is None and home.parent != home:
                found = self._above(home.parent)
            self._files[home] = found
        return self._files[home]

    def paths(self, named: Iterable[str | Path]) -> Iterator[Path | InputError]:
        """The files to check: named ones as they are, directories walked in name order.

        What cannot be looked at, and a directory without text, come as errors.
        """
        seen: set[Path] = set()
        for one in named:
            for path in self._expanded(Path(one)):
                if isinstance(path, InputError):
                    yield path
                elif path not in seen:
                    seen.add(path)
                    yield path

    def _expanded(self, path: Path) -> Iterator[Path | InputError]:
        try:
            kind = kind_of(path)
        except InputError as error:
            yield error
            return
        config = self.session(path / "x" if kind == stat.S_IFDIR else path).config
        if self.leaves_out(path, kind == stat.S_IFDIR):
            return
        if kind != stat.S_IFDIR:
            yield path
            return
        yield from self._walked(path, config)

    def leaves_out(self, path: Path, directory: bool = False) -> bool:
        """Whether ``path`` is not to be checked although it is named."""
        near = path / "x" if directory else path
        return self.session(near).config.force_exclude and self._hides(_real(path), directory)

    def _walked(self, top: Path, config: Config) -> Iterator[Path | InputError]:
        errors: list[InputError] = []
        suffixes = self.session(top / "x").suffixes
        found = False
        for path in walk(top, suffixes, self._hides, config.respect_gitignore, errors.append):
            found = True
            yield path
        yield from errors
        if not found and not errors:
            yield InputError("holds no text to check", top)

    def _hides(self, path: Path, directory: bool) -> bool:
        """Whether the configuration near ``path`` (as it really is), or the command line, leaves
        it out."""
        return self._asked.hides(path, directory) or self._patterns(path).hides(path, directory)

    def _patterns(self, path: Path) -> Patterns:
        found = None if self._fixed else self._above(path.parent)
        if found not in self._excludes:
            config = self.session(path).config
            lines = (*config.exclude, *config.extend_exclude)
            self._excludes[found] = Patterns(config.root.resolve(), lines)
        return self._excludes[found]

    def check_files(
        self, paths: Sequence[Path], jobs: int = 1, fix: bool = False, unsafe: bool = False
    ) -> Iterator[Report | ImenaError]:
        """A report or an error for each path, in the order of ``paths``."""
        groups: dict[Session, list[Path]] = {}
        for path in paths:
            groups.setdefault(self.session(path), []).append(path)
        streams = {
            session: iter(session.check_files(mine, jobs, fix, unsafe))
            for session, mine in groups.items()
        }
        for path in paths:
            yield next(streams[self.session(path)])

    def across(self, reports: Sequence[Report]) -> list[Report]:
        """``reports`` with what only all texts together tell: every text is read once more.

        Raises InputError for a text that has gone meanwhile.
        """
        from imena.resolution.across import suspects

        texts = [self._full_names(Path(report.path)) for report in reports]
        made = list(reports)
        for number, elsewhere in suspects(texts).items():
            path = Path(reports[number].path)
            session = self.session(path)
            document = session.read(path, read_bytes(path))
            made[number] = session.checker(path).check(document, elsewhere)
        return made

    def _full_names(self, path: Path) -> list[FullName]:
        session = self.session(path)
        return session.checker(path).full_names(session.read(path, read_bytes(path)))


def _real(path: Path) -> Path:
    """Without links. Path.resolve() raises where they go round in circles."""
    return Path(os.path.realpath(path))
