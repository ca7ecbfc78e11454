"""A shelf: the directory of packs of one state, written by any number of processes at once.

What is new becomes a pack of its own, together with the packs that are small beside it: so there
are ever few, and each record is written only a few times. No process waits for another. A pack
goes only after its records are in a newer one: where two processes merge the same packs at once,
records are there twice until the next time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from time import time, time_ns
from typing import NamedTuple

from imena.results.pack import HEAD, MAGIC, NUMBER, ROW, SUFFIX, Pack, is_name

#: Bytes of all packs of a state; when there are more the oldest pack goes.
LIMIT = 32 << 20
#: A pack of so many bytes is left as it is: what goes when there are too many is one of these.
FULL = 4 << 20
#: A pack is merged when it has less than so many bytes, or than so many times those of all that
#: are smaller.
_SMALL, _TIMES = 1 << 14, 4
#: States that stay.
_STATES = 16
#: Seconds after which what is half written will not be finished.
_ABANDONED = 60 * 60


class _Kept(NamedTuple):
    size: int
    path: Path


def add(home: Path, records: Mapping[bytes, bytes]) -> None:
    """Keep ``records``, sealed, in the directory ``home``. Raises OSError."""
    _make(home)
    merged: dict[bytes, bytes] = {}
    old = _to_merge(_packs(home), sum(map(len, records.values())) + ROW * len(records))
    gone = [path for path in sorted(old) if _take(path, merged)]
    merged.update(records)
    _write(home, merged)
    _remove(gone)
    _forget_oldest(home)


def _make(home: Path) -> None:
    if not home.is_dir():
        home.mkdir(parents=True, exist_ok=True)
        _forget_states(home)


def _forget_states(newest: Path) -> None:
    """Of other code, dictionaries or settings of a run."""
    import shutil

    with suppress(OSError):
        others = [one for one in newest.parent.iterdir() if one != newest]
        others.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        for old in others[_STATES - 1 :]:
            shutil.rmtree(old, ignore_errors=True)


def _packs(home: Path) -> list[_Kept]:
    """All packs; what is left of killed runs is removed on the way."""
    found = []
    with os.scandir(home) as files:
        for one in files:
            with suppress(OSError):
                status = one.stat()
                if is_name(one.name):
                    found.append(_Kept(status.st_size, Path(one.path)))
                elif time() - status.st_mtime > _ABANDONED:
                    _remove([Path(one.path)])
    return found


def _to_merge(packs: Iterable[_Kept], new: int) -> list[Path]:
    """Those that are small beside ``new`` bytes and all that are smaller."""
    ordered = sorted(one for one in packs if one.size < FULL)
    count, total = 0, new
    for number, one in enumerate(ordered, 1):
        small = one.size < max(_SMALL, _TIMES * total)
        total += one.size
        if small and total < 2 * FULL:
            count = number
    return [one.path for one in ordered[:count]]


def _take(path: Path, into: dict[bytes, bytes]) -> bool:
    """Whether the pack could be read: its records are in ``into``."""
    with suppress(OSError):
        into.update(Pack(str(path)).records())
        return True
    return False


def _write(home: Path, records: Mapping[bytes, bytes]) -> None:
    """A new pack, there whole or not at all."""
    name = f"{time_ns():016x}{os.urandom(4).hex()}{SUFFIX}"
    aside = home / f".{name}"
    try:
        aside.write_bytes(_packed(records))
        aside.replace(home / name)
    except OSError:
        _remove([aside])
        raise


def _packed(records: Mapping[bytes, bytes]) -> bytes:
    keys = sorted(records)
    table = [MAGIC, _number(len(keys))]
    at = HEAD + ROW * len(keys)
    for key in keys:
        length = len(records[key])
        table.append(key + _number(at) + _number(length))
        at += length
    return b"".join([*table, *(records[key] for key in keys)])


def _number(value: int) -> bytes:
    return value.to_bytes(NUMBER, "little")


def _forget_oldest(home: Path) -> None:
    packs = sorted(_packs(home), key=lambda one: one.path.name)
    total = sum(one.size for one in packs)
    for one in packs:
        if total <= LIMIT:
            return
        total -= one.size
        _remove([one.path])


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # another process did, or it is mapped on Windows
            path.unlink()
