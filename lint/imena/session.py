"""A run over files: configuration, lexicon, formats and rules put together once.

Everything heavy is made when a file first needs it: a file that a former run found clean costs a
look into the cache of results and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imena.config_files import Config, require_known, with_ignores
from imena.errors import ImenaError, UsageError
from imena.files import read_bytes, replace_bytes
from imena.findings import Report
from imena.installed import has_plugins

if TYPE_CHECKING:
    from imena.baseline import Baseline
    from imena.config import Settings
    from imena.engine import Checker
    from imena.lexicon.lexicon import Lexicon
    from imena.text.document import Document

#: The suffixes of the built-in formats: walking a directory must not import them.
SUFFIXES = (".txt .text .md .markdown .mdown .mdx .html .htm .xhtml .docx .docm").split()
#: Formats whose source is not simply the decoded bytes.
_PACKED = (".docx", ".docm", ".html", ".htm", ".xhtml")
#: Rounds of fixing one file. One or two are the rule; each of a row of wrong names side by side
#: may need its own.
_ROUNDS = 100
_MODULES = {
    "plain": ("imena.formats.plain", "Plain", (".txt", ".text")),
    "html": ("imena.formats.html", "Html", (".html", ".htm", ".xhtml")),
    "markdown": ("imena.formats.markdown", "Markdown", (".md", ".markdown", ".mdown", ".mdx")),
    "docx": ("imena.formats.docx", "Docx", (".docx", ".docm")),
}

#: The language that is built in, and the one of the shipped dictionaries.
_RUSSIAN = "ru"


class Session:
    """``plugins`` are modules named by ``-p``; ``cache`` allows reading and writing caches;
    ``known`` is the baseline whose findings are not fixed."""

    def __init__(
        self,
        config: Config | None = None,
        plugins: tuple[str, ...] = (),
        entry_points: bool = True,
        cache: bool = True,
        known: Baseline | None = None,
    ) -> None:
        self.known = known
        self.config = config or Config()
        self.plugins = plugins
        self.entry_points = entry_points
        self.cache = cache

    @property
    def extended(self) -> bool:
        """Whether there are plugins; says so without loading one."""
        return bool(self.plugins) or (self.entry_points and has_plugins())

    @cached_property
    def manager(self) -> Any:
        from imena import plugins

        return plugins.manager(self.plugins, self.entry_points)

    @cached_property
    def lexicon(self) -> Lexicon:
        from imena.lexicon.load import load_lexicon

        config = self.config
        given = self._plugin_entries()
        files = [Path(one) for one in given if isinstance(one, (str, Path))]
        more = [one for one in given if not isinstance(one, (str, Path))]
        language = self._language()
        defaults = config.default_dictionaries and language is None
        return load_lexicon([*files, *config.dictionaries], defaults, more, self.cache, language)

    def _plugin_entries(self) -> list[Any]:
        if not self.extended:
            return []
        from imena import plugins

        return plugins.gathered(self.manager, "imena_entries", config=self.config)

    def _language(self) -> Any:
        """The language of the texts where it is not the built-in one. The shipped dictionaries
        are Russian: they do not go with another. Raises UsageError with the codes there are."""
        code = self.config.text_language
        if code == _RUSSIAN:
            return None
        from imena import plugins

        found = plugins.named(self.manager, "imena_languages")
        if code not in found:
            raise UsageError(f"no text language {code!r}; there are {', '.join(sorted(found))}")
        return found[code]

    @cached_property
    def rules(self) -> list[Any]:
        from imena import plugins
        from imena.suppressions import UNUSED_CODE

        found = plugins.rules(self.manager)
        require_known(self.config, [*(rule.code for rule in found), UNUSED_CODE])
        return found

    @cached_property
    def _checkers(self) -> dict[Settings, Checker]:
        return {}

    def checker(self, path: Path) -> Checker:
        """The checker with the settings that hold for ``path``."""
        from imena.engine import Checker

        settings = with_ignores(self.config, path)
        found = self._checkers.get(settings)
        if found is None:
            hook = self.manager.hook if self.extended else None
            found = Checker(self.lexicon, self.rules, settings, hook)
            self._checkers[settings] = found
        return found

    def format_of(self, path: Path) -> Any:
        """The format that claims the suffix of ``path``; plain text where none does."""
        suffix = path.suffix.lower()
        if not self.extended:
            for module, name, suffixes in _MODULES.values():
                if suffix in suffixes:
                    return _made(module, name)
        for one in self._formats:
            if suffix in one.suffixes:
                return one
        return _made(*_MODULES["plain"][:2])

    @cached_property
    def _formats(self) -> list[Any]:
        from imena import plugins

        return list(plugins.named(self.manager, "imena_formats").values())[::-1]

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """The suffixes that walking a directory looks for."""
        more = (s for one in self._formats for s in one.suffixes) if self.extended else ()
        return frozenset([*SUFFIXES, *more])

    def read(self, path: Path, data: bytes) -> Document:
        """Raises InputError."""
        document: Document = self.format_of(path).read(data, str(path), self.config.encoding)
        return document

    def check_bytes(self, path: Path, data: bytes) -> Report:
        """The report of ``data`` as a file called ``path``. Raises InputError."""
        cached = self._results.get(path, data) if self._results else None
        if cached is not None:
            source = self._source(path, data) if cached else ""
            return Report(str(path), source, cached)
        with self.blaming():
            report = self.checker(path).check(self.read(path, data))
        if self._results:
            self._results.put(path, data, report.findings)
        return report

    def blaming(self) -> AbstractContextManager[None]:
        """In it, what a plugin raises becomes a PluginError that names the plugin."""
        if not self.extended:
            return nullcontext()
        from imena import plugins

        return plugins.blaming(self.manager)

    def _source(self, path: Path, data: bytes) -> str:
        """The decoded source; for most formats without reading them."""
        if path.suffix.lower() in _PACKED or self.extended:
            return self.read(path, data).source
        from imena.formats.encodings import decode

        return decode(data, str(path), self.config.encoding)

    @cached_property
    def _results(self) -> Any:
        """The cache of results; None where plugins or settings forbid one."""
        if not self.cache or self.plugins or self.config.text_language != _RUSSIAN:
            return None
        from imena.results import Results

        return Results.open(self.config, self.entry_points)

    def take_results(self) -> dict[bytes, bytes]:
        """The results that wait to be kept; from now on another process must keep them."""
        return self._results.take() if self._results else {}

    def add_results(self, taken: dict[bytes, bytes]) -> None:
        """Keep the results that another process gave away."""
        if taken and self._results:
            self._results.add(taken)

    def keep_results(self) -> None:
        """Put the results that wait in memory on disk."""
        if self.__dict__.get("_results"):  # opening the cache for nothing costs time
            self._results.flush()

    def check_file(self, path: Path) -> Report:
        """Raises InputError."""
        return self.check_bytes(path, read_bytes(path))

    def fixed(self, path: Path, data: bytes, unsafe: bool) -> tuple[bytes, Report]:
        """``data`` with its fixes carried out, and the report of what remains.

        A fix may show what else is wrong (a name read right, but in the wrong case), so this goes
        on until nothing is left to fix: fixing twice changes nothing more.
        """
        from imena.engine import chosen_edits

        report = self.check_bytes(path, data)
        for _ in range(1 if self.known else _ROUNDS):  # a fix changes the words around others
            findings = self.known.new(report) if self.known else report.findings
            edits = chosen_edits(findings, unsafe)
            if not edits:
                break
            with self.blaming():
                data = self.format_of(path).write(data, edits, str(path), self.config.encoding)
            report = self.check_bytes(path, data)
        return data, report

    def fix_file(self, path: Path, unsafe: bool = False) -> Report:
        """Write the fixes of ``path`` into it, all or nothing. Raises InputError."""
        data = read_bytes(path)
        new, report = self.fixed(path, data, unsafe)
        if new != data:
            replace_bytes(path, new)
        return report

    def check_files(
        self, paths: Sequence[Path], jobs: int = 1, fix: bool = False, unsafe: bool = False
    ) -> Iterator[Report | ImenaError]:
        """A report or an error for each path, in the order of ``paths``."""
        work = Work(self, fix, unsafe)
        try:
            if jobs > 1 and len(paths) > 1:
                from imena.processes import spread

                _ = self.lexicon  # compiled once, then mapped by every process
                yield from spread(work, paths, jobs)
            else:
                yield from map(work, paths)
        finally:
            self.keep_results()

    def finish(self, reports: list[Report]) -> None:
        """Tell plugins that all texts are checked. Raises PluginError where one fails."""
        self.keep_results()
        if self.extended:
            with self.blaming():
                self.manager.hook.imena_finish(reports=reports, config=self.config)

    def __getstate__(self) -> dict[str, Any]:
        """Other processes make the heavy parts themselves, from the same mapped files."""
        names = ("config", "plugins", "entry_points", "cache", "known")
        return {name: getattr(self, name) for name in names}


class Work:
    """What is done with one path, here or in another process."""

    def __init__(self, session: Session, fix: bool = False, unsafe: bool = False) -> None:
        self.session, self.fix, self.unsafe = session, fix, unsafe

    def __call__(self, path: Path) -> Report | ImenaError:
        try:
            if self.fix:
                return self.session.fix_file(path, self.unsafe)
            return self.session.check_file(path)
        except UsageError:
            raise
        except ImenaError as error:
            return error


def _made(module: str, name: str) -> Any:
    from importlib import import_module

    return getattr(import_module(module), name)()


def configured(config: Config, **settings: Any) -> Config:
    """``config`` with single settings replaced."""
    return config._replace(settings=config.settings._replace(**settings))
