"""Projects: the configuration that holds for a text, its lexicon, and when they change."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from imena.config_files import Config
from imena.errors import ImenaError
from imena.lsp.options import Configure, Options
from imena.session import Session

Mark = tuple[int, int, int]


def mark(path: Path) -> Mark | None:
    """What tells one state of a file from the next; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


@dataclass
class Project:
    """One configuration and what was made of it. ``session`` is None until it is loaded;
    ``error`` says why the newest state is not in force; ``began`` counts the loads."""

    home: Path
    config: Config
    session: Session | None = None
    error: ImenaError | None = None
    marks: dict[Path, Mark | None] = field(default_factory=dict)
    began: int = 0
    loading: asyncio.Task[None] | None = None
    locale: str = ""

    @property
    def language(self) -> str:
        """Of messages: what the configuration says, the editor, the environment."""
        from imena.presentation import language_of

        of_editor = self.locale and ("ru" if self.locale.lower().startswith("ru") else "en")
        return language_of(self.config.language or of_editor)

    def watched(self) -> Iterable[Path]:
        """The files that the project is made of, and those that would come before them."""
        from imena.config_files import NAMES

        if self.config.path:
            yield self.config.path
        yield from self.config.dictionaries
        for home in (self.home, *self.home.parents):
            yield from (home / name for name in NAMES)
            if self.config.path and home == self.config.root:
                break

    def look(self) -> None:
        self.marks = {path: mark(path) for path in self.watched()}

    def changed(self) -> bool:
        return any(mark(path) != seen for path, seen in self.marks.items())


class Projects:
    """All projects of a client, one for each directory that holds texts.

    ``told`` is called when a project is loaded, well or not.
    """

    def __init__(
        self, configure: Configure, told: Callable[[Project], None], plugins: tuple[str, ...],
        entry_points: bool, cache: bool,
    ) -> None:  # fmt: skip
        self.configure, self.told = configure, told
        self.plugins, self.entry_points, self.cache = plugins, entry_points, cache
        self.options = Options()
        self.locale = ""
        self._projects: dict[Path, Project] = {}

    def all(self) -> list[Project]:
        return list(self._projects.values())

    def of(self, home: Path) -> Project:
        """The project of the texts in ``home``, loading or loaded."""
        found = self._projects.get(home)
        if found is None:
            found = self._projects[home] = Project(home, Config(), locale=self.locale)
            self.load(found)
        return found

    def load(self, project: Project) -> None:
        """Make ``project`` anew from what is on disk now; until then the old one holds."""
        project.began += 1
        try:
            config = self.options.over(self.configure(project.home))
        except ImenaError as error:
            self._failed(project, error)
            return
        shared = self._like(project, config)
        if shared:
            project.config, project.session, project.error = config, shared.session, None
            project.look()
            self.told(project)
            return
        fresh = Session(config, self.plugins, self.entry_points, cache=self.cache)
        project.loading = asyncio.ensure_future(self._load(project, fresh, project.began))

    def _like(self, project: Project, config: Config) -> Project | None:
        """A loaded project of the same configuration that is up to date."""
        for other in self._projects.values():
            same = other is not project and other.session and other.config == config
            if same and not other.error and not other.changed():
                return other
        return None

    async def _load(self, project: Project, session: Session, number: int) -> None:
        before = {path: mark(path) for path in session.config.dictionaries}
        try:
            await self._compiled(session)
            await asyncio.to_thread(lambda: (session.lexicon, session.rules))
        except ImenaError as error:
            if number == project.began:
                self._failed(project, error, session.config)
            return
        if number != project.began:
            return
        project.config, project.session, project.error = session.config, session, None
        project.look()
        project.marks |= before
        self.told(project)

    async def _compiled(self, session: Session) -> None:
        """Leave the compiling to another process where the result can be kept on disk."""
        config = session.config
        if not self.cache or self.plugins or await asyncio.to_thread(_is_compiled, config):
            return
        arguments = [str(int(config.default_dictionaries)), *map(str, config.dictionaries)]
        null = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "imena.lsp.compiling", *arguments,
            stdin=null, stdout=null, stderr=null,
        )  # fmt: skip
        await process.wait()

    def _failed(self, project: Project, error: ImenaError, config: Config | None = None) -> None:
        """Keep what was in force; where nothing was, the shipped dictionaries are."""
        project.error = error
        if project.session is None:
            project.session = Session(Config(), self.plugins, self.entry_points, cache=self.cache)
        project.look()
        for path in (config or Config()).dictionaries:
            project.marks[path] = mark(path)
        if error.path:
            project.marks[Path(error.path)] = mark(Path(error.path))
        self.told(project)


def _is_compiled(config: Config) -> bool:
    from imena.caches import cache_home
    from imena.lexicon.identity import lexicon_key, shipped

    files = [*(shipped() if config.default_dictionaries else [])]
    files += [(path, str(path)) for path in config.dictionaries]
    try:
        return (cache_home() / "lexicons" / lexicon_key(files) / "meta").is_file()
    except OSError:
        return True  # loading says what is wrong
