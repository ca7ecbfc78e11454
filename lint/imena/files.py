"""Files on disk: which ones to check, and how to replace one without losing it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from imena.errors import InputError

#: Larger files are no articles; reading them would only fill the memory.
LARGEST = 256 << 20


def read_bytes(path: Path) -> bytes:
    """Raises InputError for what is missing, unreadable, no regular file or too large."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file", path)
        if status.st_size > LARGEST:
            raise InputError(f"is larger than {LARGEST >> 20} MB", path)
        return path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from None


def replace_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path``: at any moment the file holds all of the old or all of the new.

    Mode and owner stay; of a symbolic link the target is replaced. Raises InputError.
    """
    import tempfile

    target = path.resolve()
    aside = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        aside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _same_rights(target, aside)
        aside.replace(target)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
    finally:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()  # gone already unless something failed


def _same_rights(target: Path, aside: Path) -> None:
    status = target.stat()
    aside.chmod(stat.S_IMODE(status.st_mode))
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(aside, status.st_uid, status.st_gid)


def expand(
    paths: Iterable[Path], suffixes: Collection[str], exclude: Sequence[str] = ()
) -> Iterator[Path]:
    """Files to check: named ones as they are, directories walked in name order.

    A directory gives the files with one of ``suffixes`` that no ``.gitignore`` and no pattern of
    ``exclude`` hides. Raises InputError for what does not exist and for a directory without text.
    """
    for path in paths:
        if path.is_dir():
            found = False
            for file in walk(path, suffixes, exclude):
                found = True
                yield file
            if not found:
                raise InputError("holds no text to check", path)
        elif not path.exists() and not path.is_symlink():
            raise InputError("no such file or directory", path)
        else:
            yield path


def walk(top: Path, suffixes: Collection[str], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """The files under ``top``; hidden directories and links to directories are left out."""
    rules = _Ignored(top, exclude)
    for home, directories, names in os.walk(top):
        here = Path(home)
        rules.enter(here)
        directories[:] = sorted(
            name
            for name in directories
            if not name.startswith(".") and not rules.hides(here / name, True)
        )
        for name in sorted(names):
            path = here / name
            if path.suffix.lower() in suffixes and not rules.hides(path):
                yield path


class _Ignored:
    """What ``.gitignore`` files and the configuration leave out."""

    def __init__(self, top: Path, exclude: Sequence[str]) -> None:
        self._specs: list[tuple[Path, Any]] = []
        if exclude:
            self._specs.append((top, _spec(exclude)))
        for parent in reversed(_up_to_repository(top)):
            self.enter(parent)

    def enter(self, directory: Path) -> None:
        with suppress(OSError, UnicodeDecodeError):
            lines = (directory / ".gitignore").read_text("utf-8").splitlines()
            self._specs.append((directory, _spec(lines)))

    def hides(self, path: Path, directory: bool = False) -> bool:
        for home, spec in self._specs:
            with suppress(ValueError):
                relative = path.resolve().relative_to(home.resolve()).as_posix()
                if spec.match_file(relative + "/" * directory):
                    return True
        return False


def _up_to_repository(top: Path) -> list[Path]:
    """The directories above ``top`` up to the one that holds ``.git``, nearest first."""
    above = []
    for parent in top.resolve().parents:
        above.append(parent)
        if (parent / ".git").exists():
            return above
    return []


def _spec(lines: Iterable[str]) -> Any:
    from pathspec import PathSpec

    return PathSpec.from_lines("gitwildmatch", lines)
