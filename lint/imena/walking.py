"""Walking directories: what ``.gitignore`` files and patterns hide, and what is no text."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from imena.errors import InputError

_SPECIAL = frozenset("*?[!/\\# ")
#: How Word begins the name of the file that says who has a document open.
_LOCK = "~$"
Hides = Callable[[Path, bool], bool]


class Patterns:
    """Patterns as in ``.gitignore``, relative to ``root``; the last one that matches decides."""

    def __init__(self, root: Path, lines: Sequence[str]) -> None:
        self.root = root
        self._names = frozenset(line for line in lines if line and not _SPECIAL & set(line))
        self._others = [line for line in lines if line not in self._names]
        self._lines = lines

    @cached_property
    def _spec(self) -> Any:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self._lines)

    def decides(self, path: Path, directory: bool = False) -> bool | None:
        """True where ``path`` (absolute) is hidden, False where a pattern with ``!`` says it is
        not, None where no pattern speaks of it."""
        relative = _relative(path, self.root)
        if relative is None:
            return None
        if self._others:
            found: bool | None = self._spec.check_file(relative + "/" * directory).include
            return found
        return True if not self._names.isdisjoint(PurePath(relative).parts) else None

    def hides(self, path: Path, directory: bool = False) -> bool:
        """Whether ``path`` (absolute) or a directory above it is hidden."""
        return bool(self._lines) and self.decides(path, directory) is True


def _relative(path: Path, root: Path) -> str | None:
    try:
        relative = path.relative_to(root).as_posix()
    except ValueError:
        return None
    return None if relative == "." else relative


class _Place(NamedTuple):
    """A directory on the way: as named, as it really is, and the patterns in force there, the
    nearest first."""

    real: Path
    patterns: tuple[Patterns, ...]

    def hides(self, path: Path, directory: bool) -> bool:
        for one in self.patterns:
            said = one.decides(path, directory)
            if said is not None:
                return said
        return False


def walk(
    top: Path,
    suffixes: Collection[str],
    hides: Hides | None = None,
    gitignore: bool = True,
    failed: Callable[[InputError], None] | None = None,
) -> Iterator[Path]:
    """The files under ``top`` with one of ``suffixes`` (lower case), in name order.

    Hidden directories, links to directories and what ``hides`` (real path, whether it is a
    directory) or a ``.gitignore`` hides are left out, unless ``top`` itself is so hidden: it was
    asked for. Directories that cannot be read are handed to ``failed``.
    """
    real = top.resolve()
    left_out = hides if hides and not hides(real, True) else lambda path, directory: False
    places = {os.fspath(top): _Place(real, _inherited(real) if gitignore else ())}

    def report(error: OSError) -> None:
        if failed:
            failed(InputError(error.strerror or str(error), Path(error.filename)))

    for home, directories, names in os.walk(top, onerror=report):
        place = places.pop(home)
        if gitignore:
            place = place._replace(patterns=(*_own(place.real), *place.patterns))

        def is_hidden(name: str, directory: bool, place: _Place = place) -> bool:
            path = place.real / name
            return place.hides(path, directory) or left_out(path, directory)

        directories[:] = sorted(
            name for name in directories if name[0] != "." and not is_hidden(name, True)
        )
        for name in directories:
            places[os.path.join(home, name)] = _Place(place.real / name, place.patterns)  # noqa: PTH118
        for name in sorted(names):
            is_text = PurePath(name).suffix.lower() in suffixes and not name.startswith(_LOCK)
            if is_text and not is_hidden(name, False):
                yield Path(home) / name


def _own(directory: Path) -> Iterator[Patterns]:
    lines = _lines(directory / ".gitignore")
    if lines:
        yield Patterns(directory, lines)


def _inherited(top: Path) -> tuple[Patterns, ...]:
    """The patterns of the directories above ``top`` up to that of the repository, and its own
    list; none where they hide ``top``."""
    found: list[Patterns] = []
    for home in (top, *top.parents):
        if home != top:
            found += _own(home)
        if (home / ".git").exists():
            lines = _lines(home / ".git" / "info" / "exclude")
            found += [Patterns(home, lines)] if lines else []
            break
    else:
        return ()
    return () if _Place(top, tuple(found)).hides(top, True) else tuple(found)


def _lines(path: Path) -> list[str]:
    with suppress(OSError, UnicodeDecodeError):
        return [line for line in path.read_text("utf-8").splitlines() if _speaks(line)]
    return []


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")
