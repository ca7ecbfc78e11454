"""Results of former runs: an unchanged file is not read twice.

A result is known by the bytes and the name of the file and by everything that findings depend on:
the code, the dictionaries, the settings and the installed plugins. Results of one state of
everything lie together in a directory of few packs (:mod:`imena.results.pack`); those of a run
wait in memory for at most a second of work and are then added as one more pack
(:mod:`imena.results.shelf`). Looking up imports neither JSON nor what only writing needs.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from time import monotonic

from imena.caches import blake2b, cache_home, feed, mark_of
from imena.config import Settings
from imena.config_files import Config, with_ignores
from imena.findings import Finding
from imena.installed import has_plugins
from imena.lexicon.identity import shipped_home
from imena.results.pack import Pack, opened, sealed, unsealed

_CODE = Path(__file__).parents[1]
#: What a killed run loses at most: the results of so many seconds, so many of them, so many bytes.
_SECONDS, _COUNT, _BYTES = 1.0, 500, 1 << 20
#: Bytes of a result that is not worth its place: of tens of thousands of findings in one text.
LARGEST = 4 << 20


@lru_cache(maxsize=64)
def _told(settings: Settings) -> str:
    return repr(settings)


class Results:
    """``home`` is the directory of the results of one state of everything."""

    def __init__(self, home: Path, config: Config) -> None:
        self.home, self.config = home, config
        self._packs: list[Pack] | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._bytes, self._since = 0, 0.0

    @classmethod
    def open(cls, config: Config, entry_points: bool) -> Results | None:
        """None where the state cannot be told or a plugin may change what is found."""
        if entry_points and has_plugins():
            return None
        digest = blake2b(digest_size=12)
        state = (mark_of(str(_CODE)), config.encoding, sys.version_info[:3])
        digest.update(repr(state).encode())
        home = shipped_home() if config.default_dictionaries else None
        if home:
            digest.update(mark_of(str(home), ".toml").encode())
        try:
            for path in config.dictionaries:
                digest.update(f"{path}\0".encode())
                feed(digest, path)
        except OSError:
            return None
        return cls(cache_home() / "results" / digest.hexdigest(), config)

    def _key(self, path: Path, data: bytes) -> bytes:
        digest = blake2b(data, digest_size=16)
        digest.update(f"\0{path}\0{_told(with_ignores(self.config, path))}".encode())
        return digest.digest()

    def get(self, path: Path, data: bytes) -> list[Finding] | None:
        """The findings of a former run; None where there was none."""
        found = self._stored(self._key(path, data))
        if not found:
            return None if found is None else []
        from imena.results.rows import loaded

        return loaded(found)

    def _stored(self, key: bytes) -> bytes | None:
        if key in self._waiting:
            return unsealed(key, self._waiting[key])
        if self._packs is None:
            self._packs = opened(self.home)
        for pack in self._packs:
            found = pack.get(key)
            if found is not None:
                return found
        return None

    def put(self, path: Path, data: bytes, findings: list[Finding]) -> None:
        """Keep ``findings``, on disk at once or with the next ones."""
        content = b""
        if findings:
            from imena.results.rows import dumped

            content = dumped(findings)
        if len(content) <= LARGEST:
            key = self._key(path, data)
            self.add({key: sealed(key, content)})

    def add(self, records: dict[bytes, bytes]) -> None:
        """Keep what :meth:`take` gave in another process."""
        if not self._waiting:
            self._bytes, self._since = 0, monotonic()
        self._waiting.update(records)
        self._bytes += sum(map(len, records.values()))
        many = len(self._waiting) >= _COUNT or self._bytes >= _BYTES
        if many or monotonic() - self._since >= _SECONDS:
            self.flush()

    def take(self) -> dict[bytes, bytes]:
        """The results that are not on disk yet; from now on they are the caller's to keep."""
        taken, self._waiting = self._waiting, {}
        return taken

    def flush(self) -> None:
        """Put all on disk; a full disk or a read-only directory only costs time next time."""
        records = self.take()
        if records:
            from imena.results.shelf import add

            self._packs = None  # looked for anew; and what is mapped cannot be removed everywhere
            with suppress(OSError):
                add(self.home, records)
