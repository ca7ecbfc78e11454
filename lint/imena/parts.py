"""Parts of a long work in a directory of their own, each there whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from imena.errors import InputError

_MARKER = "state.json"
_Made = TypeVar("_Made")


class Parts:
    """The directory ``home``. Its marker says which work the parts belong to."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.marker = home / _MARKER

    def open(self, state: dict[str, Any], restart: bool = False) -> None:
        """Find or make the directory for the work that ``state`` (plain JSON data) describes.

        Parts of other work are thrown away by ``restart`` only. Raises InputError.
        """
        with writing(self.home):
            if restart and self.marker.exists():
                self.discard()
            self.home.mkdir(exist_ok=True)
            if not self.marker.exists() and not any(self.home.glob("[!.]*")):
                replace(self.marker, lambda aside: aside.write_text(json.dumps(state), "utf-8"))
        if self._state() != state:
            raise InputError(
                "holds parts of another run (other input, settings, dictionaries or version): "
                "--restart throws them away",
                self.home,
            )

    def _state(self) -> Any:
        try:
            return json.loads(self.marker.read_bytes())
        except (OSError, ValueError):
            return None

    def path(self, number: int) -> Path:
        return self.home / f"{number:06}.part"

    def put(self, number: int, write: Callable[[Path], _Made]) -> _Made:
        """Make a part with ``write``, which gets the path to write to. Raises InputError."""
        with writing(self.home):
            return replace(self.path(number), write)

    def discard(self) -> None:
        """Remove what runs have put there. The marker goes last: as long as anything of ours is
        there, the next run knows whose it is."""
        with suppress(OSError):
            for one in [*self.home.glob("[0-9]*.part"), *self.home.glob(".*.part.*")]:
                one.unlink()
            self.marker.unlink()
            self.home.rmdir()


def replace(path: Path, write: Callable[[Path], _Made]) -> _Made:
    """``path`` as ``write`` makes it under another name, whole or not at all. Raises OSError."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        made = write(aside)
        with aside.open("rb") as file:
            os.fsync(file.fileno())
        aside.replace(path)
        return made
    finally:
        with suppress(OSError):
            aside.unlink()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """OSError as InputError about ``path``."""
    try:
        yield
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", path) from None
