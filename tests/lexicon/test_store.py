"""The index on disk answers as the one in memory, and survives what happens to files."""

from __future__ import annotations

import errno
import itertools
import json
import multiprocessing
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from imena.languages.ru import Russian
from imena.lexicon import blocks, store
from imena.lexicon.cache import open_index
from imena.lexicon.compile import CompiledEntry, compile_entries
from imena.lexicon.entry import Person, Place
from imena.lexicon.identity import FORMAT
from imena.lexicon.index import MemoryIndex, one_edit
from imena.lexicon.store import Damaged, StoredIndex, write
from imena.morphology import Gender

ENTRIES = [
    Person(id="a", given="Касым-Жомарт", surname="Токаев", gender=Gender.MASC),
    Person(id="b", given="Гульшара", surname="Абдыкаликова", gender=Gender.FEM),
    Place(id="c", name="Ростов-на-Дону", forbidden=("Ростов на Дону",)),
    Place(id="d", name="Республика Северная Осетия"),
]
FILES = ["forms", "records", "deletes", "steps", "filter", "entries", "meta"]
LETTERS = st.text(alphabet="абвг", max_size=7)


def compiled() -> list[CompiledEntry]:
    return list(compile_entries(ENTRIES, Russian()))


@pytest.fixture(params=["mapped", "read in pieces"])
def stored(tmp_path: Path, request: Any, monkeypatch: pytest.MonkeyPatch) -> StoredIndex:
    if request.param != "mapped":
        monkeypatch.setattr(blocks, "_SHORT", 0)
        monkeypatch.setattr(store, "_STEP", 3)
    write(tmp_path, compiled())
    return StoredIndex(tmp_path)


def test_it_answers_like_the_one_in_memory(stored: StoredIndex) -> None:
    memory = MemoryIndex(compiled())
    keys = {key for entry in compiled() for key, _ in entry.keys} | {"токоев", "касым-жомрат", "ъ"}
    for key in keys:
        assert sorted(stored.exact(key)) == sorted(memory.exact(key))
        assert stored.prefixes(key + " и ") == memory.prefixes(key + " и ")
        for asked in (key, key[1:], key[:-1] + "ы", key + "а"):
            assert stored.near(asked) == memory.near(asked)
    assert sorted(stored.anchors("северная")) == sorted(memory.anchors("северная")) != []
    assert [stored.blob(n)["id"] for n in range(len(stored))] == ["a", "b", "c", "d"]


@given(LETTERS, LETTERS)
def test_one_edit_is_distance_one(one: str, two: str) -> None:
    assert one_edit(one, two) == (OSA.distance(one, two) == 1)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_damaged_file_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("index")
    write(home, compiled())
    victim = home / data.draw(st.sampled_from(FILES))
    content = bytearray(victim.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    victim.write_bytes(content)
    if victim.name == "meta":
        return _opens_or_is_damaged(home)
    with pytest.raises(Damaged):
        StoredIndex(home)


def _opens_or_is_damaged(home: Path) -> None:
    """A changed letter of the sums is damage; a changed space is not."""
    try:
        StoredIndex(home)
    except Damaged:
        return
    assert (home / "meta").read_bytes().count(b":") >= 6


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("keep", [0, 0.5])
def test_a_file_cut_short_is_noticed(tmp_path: Path, name: str, keep: float) -> None:
    write(tmp_path, compiled())
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(Damaged):
        StoredIndex(tmp_path)


def test_files_of_another_version_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, compiled())
    meta = json.loads((tmp_path / "meta").read_text("ascii"))
    (tmp_path / "meta").write_text(json.dumps({**meta, "format": FORMAT - 1}), "ascii")
    with pytest.raises(Damaged):
        StoredIndex(tmp_path)


def test_a_name_of_very_many_entries_is_read_in_part(tmp_path: Path) -> None:
    people = [
        Person(id=f"{a}{b}", given="Иван", surname=f"Ка{a}а{b}нов", gender=Gender.MASC)
        for a, b in itertools.product("бвгджзклмнпр", repeat=2)
    ]
    entries = list(compile_entries(people, Russian()))
    write(tmp_path, entries)
    stored, memory = StoredIndex(tmp_path), MemoryIndex(entries)
    many = stored.exact("ивана")
    assert len(many) >= len(people) and list(many) == list(memory.exact("ивана"))
    assert many[0] == memory.exact("ивана")[0] and list(many[:2]) == list(many)[:2]
    some = {3, 7, 143, 999}
    assert list(stored.exact_of("ивана", some)) == list(memory.exact_of("ивана", some)) != []
    assert set(stored.namesakes("ивана", "кабабнова")) == {0}
    assert memory.namesakes("ивана", "кабабнова") == {0}
    for index in (stored, memory):
        assert not index.namesakes("ивана", "ивану"), "all who bear a name share it with nobody"


def test_prefixes_of_keys_are_known(stored: StoredIndex) -> None:
    memory = MemoryIndex(compiled())
    for asked in ("касым-", "республика ", "=касым", "токаев", "токаевх", "ъ", ""):
        assert stored.begins(asked) == memory.begins(asked)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_is_read_and_left_alone(tmp_path: Path) -> None:
    _read_only(tmp_path)


def test_a_cache_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: Any) -> None:
    """As on a read-only file system, where even root may not write."""

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, "read-only")

    assert open_index("k", compiled, tmp_path)
    monkeypatch.setattr(Path, "mkdir", refuse)
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    found = open_index("k", compiled, tmp_path)
    assert found is not None and found.exact("токаеву")
    assert open_index("other", compiled, tmp_path) is None


def _read_only(home: Path) -> None:
    assert open_index("k", compiled, home)
    shelf = home / "lexicons"
    shelf.chmod(0o555)
    try:
        assert open_index("k", compiled, home) is not None
        assert open_index("other", compiled, home) is None
    finally:
        shelf.chmod(0o755)


def test_damage_is_built_anew(tmp_path: Path) -> None:
    assert open_index("k", compiled, tmp_path)
    (tmp_path / "lexicons" / "k" / "forms").write_bytes(b"short")
    found = open_index("k", compiled, tmp_path)
    assert found is not None and found.exact("токаеву")
    assert [p.name for p in (tmp_path / "lexicons").iterdir()] == ["k"]


def test_without_a_place_to_write_there_is_no_stored_index(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert open_index("k", compiled, tmp_path / "file") is None


def _open(home: str) -> bool:
    found = open_index("k", compiled, Path(home))
    return found is not None and bool(found.exact("токаеву"))


def test_processes_do_not_trip_over_one_another(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert all(pool.map(_open, [str(tmp_path)] * 12))
    assert [p.name for p in (tmp_path / "lexicons").iterdir()] == ["k"]
