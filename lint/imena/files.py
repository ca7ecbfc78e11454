"""Files on disk: which ones to check, and how to replace one without losing it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from imena import walking
from imena.errors import InputError
from imena.walking import Patterns

#: Larger files are no articles; reading them would only fill the memory.
LARGEST = 64 << 20
#: Without waiting for a writer to a pipe; bytes as they are on every system.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path) -> bytes:
    """Raises InputError for what is missing, unreadable, no regular file or too large."""
    try:
        handle = os.open(path, _READ)
        try:
            return _content(handle, path)
        finally:
            os.close(handle)
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from None
    except MemoryError:
        raise InputError("does not fit into memory", path) from None


def read_stream(stream: BinaryIO, name: Path) -> bytes:
    """All of ``stream``, called ``name``. Raises InputError for more than any article."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"is larger than {LARGEST >> 20} MB", name)
    return data


def _content(handle: int, path: Path) -> bytes:
    """With as few calls as can be: on many file systems they cost more than the check."""
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("is not a regular file", path)
    if status.st_size > LARGEST:
        raise InputError(f"is larger than {LARGEST >> 20} MB", path)
    data = os.read(handle, status.st_size + 1)
    while len(data) != status.st_size and (more := os.read(handle, 1 << 24)):
        data += more
    return data


def replace_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path``: at any moment the file holds all of the old or all of the new.

    Mode and owner stay; of a symbolic link the target is replaced. Raises InputError, for files
    that are read-only too: renaming would not ask.
    """
    import tempfile

    target = path.resolve()
    if not _is_writable(target):
        raise InputError("cannot be written: it is read-only", path)
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


def _is_writable(target: Path) -> bool:
    """By its mode even for those whom modes do not bind."""
    with suppress(OSError):
        return bool(target.stat().st_mode & 0o222) and os.access(target, os.W_OK)
    return True


def _same_rights(target: Path, aside: Path) -> None:
    status = target.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(aside, status.st_uid, status.st_gid)
    aside.chmod(stat.S_IMODE(status.st_mode))


def expand(
    paths: Iterable[Path], suffixes: Collection[str], exclude: Sequence[str] = ()
) -> Iterator[Path]:
    """Files to check: named ones as they are, directories walked in name order.

    A directory gives the files with one of ``suffixes`` that no ``.gitignore`` and no pattern of
    ``exclude`` hides. Raises InputError for what does not exist and for a directory without text.
    """
    for path in paths:
        if kind_of(path) != stat.S_IFDIR:
            yield path
            continue
        found = False
        for file in walk(path, suffixes, exclude):
            found = True
            yield file
        if not found:
            raise InputError("holds no text to check", path)


def walk(top: Path, suffixes: Collection[str], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """The files under ``top``; patterns of ``exclude`` are relative to it."""
    yield from walking.walk(top, suffixes, Patterns(top.resolve(), exclude).hides)


def kind_of(path: Path) -> int:
    """The kind of file ``path`` names, as in ``stat.S_IFMT``; 0 where the link it is leads nowhere.

    Raises InputError for what is not there or cannot be looked at.
    """
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError) as error:
        if os.path.islink(path):  # noqa: PTH114 - never raises
            return 0
        if isinstance(error, FileNotFoundError):
            raise InputError("no such file or directory", path) from None
        raise InputError(getattr(error, "strerror", None) or str(error), path) from None
