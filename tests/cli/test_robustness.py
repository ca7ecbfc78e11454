"""Attacks and accidents: a clear line, exit 2, bounded memory and time, the others checked."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_commands import NAMES, cache, environment, imena

__all__ = ["cache"]
WRONG = "Президент Касым-Жомрат Токаев.\n"
OWN = ["--dictionary", str(NAMES), "--no-default-dictionaries"]
MEMORY, SECONDS = 1 << 30, 60
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(path: Path, document: bytes | Iterator[bytes]) -> None:
    """A package whose main part is ``document``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for piece in [document] if isinstance(document, bytes) else document:
                member.write(piece)


def zip_bomb(path: Path) -> None:
    docx(path, (bytes(1 << 20) for _ in range(1 << 8)))
    assert path.stat().st_size < 1 << 20


def entity_bomb(path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    docx(path, f'<!DOCTYPE a [<!ENTITY e0 "x">{levels}]><a>&e9;</a>'.encode())


def crowd_of_paragraphs(path: Path) -> None:
    docx(path, (f"<w:document {W}>".encode(), *[b"<w:p/>" * 100_000] * 90, b"</w:document>"))


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


def encrypted(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))


def written(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text, "utf-8")


TAGS = ("<a " + "я" * 5000) * 900
#: What lies there, under which name, and what is said of it.
BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "zip bomb": ("a.docx", zip_bomb, "word/document.xml unpacks to more than 64 MB"),
    "entity bomb": ("a.docx", entity_bomb, "the XML declares entities"),
    "deep XML": ("a.docx", lambda p: docx(p, b"<a>" * 900_000), "nested too deeply"),
    "a crowd of paragraphs": ("a.docx", crowd_of_paragraphs, "more paragraphs and runs"),
    "deep HTML": ("a.html", written("<div>" * 1_000_000), "nested too deeply"),
    "tags without end": (
        "a.html",
        written(("<a " + "я" * 5000) * 900),
        "too many tags have no end",
    ),
    "many tags without end": ("a.html", written("<a " * 200_000), ""),
    "quotes without end": ("a.html", written("<a b='" * 50_001 + ">"), ""),
    "deep Markdown": ("a.md", written("[*" * 500_000), "too much markup in one paragraph"),
    "1 GB sparse file": ("a.txt", sparse, "is larger than 64 MB"),
    "FIFO": ("a.txt", os.mkfifo, "is not a regular file"),
    "symlink loop": ("a.txt", lambda p: p.symlink_to(p), "Too many levels of symbolic links"),
    "dangling link": ("a.txt", lambda p: p.symlink_to("b"), "No such file or directory"),
    "half-written docx": ("a.docx", lambda p: p.write_bytes(b"PK\x03\x04half"), "is no .docx"),
    "encrypted docx": ("a.docx", encrypted, "is encrypted or an old Word file"),
    "old Word file": ("a.doc", encrypted, "is an old Word file (.doc) or an encrypted one"),
    "PDF": ("a.pdf", lambda p: p.write_bytes(b"%PDF-1.7"), "is a PDF, not a text"),
    "RTF": ("a.txt", lambda p: p.write_bytes(b"{\\rtf1 x}"), "is RTF"),
    "bytes that are no text": (
        "a.txt",
        lambda p: p.write_bytes("да\rнет\r\nя ".encode() + b"\xff"),
        "a.txt:3: byte 0xff is not utf-8 (column 3)",
    ),
    "deep quotations": ("a.md", written(">" * 20_000 + "я"), ""),
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize("what", BAD)
def test_one_line_and_the_others_are_checked(what: str, tmp_path: Path, cache: Path) -> None:
    name, make, said = BAD[what]
    make(tmp_path / name)
    (tmp_path / "z.txt").write_text(WRONG, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "imena", "check", name, "z.txt", "--no-cache", *OWN],
        cwd=tmp_path,
        env=environment(cache),
        capture_output=True,
        timeout=300,
        preexec_fn=limited,
        check=False,
    )
    err = done.stderr.decode().splitlines()
    assert "z.txt:1:17 T101" in done.stdout.decode(), err
    if said:
        assert done.returncode == 2 and len(err) == 1
        assert err[0].startswith(f"imena: {name}") and said in err[0]
    else:
        assert done.returncode == 1 and err == []


def test_what_may_not_be_read(tmp_path: Path, cache: Path) -> None:
    """An unreadable file and an unreadable directory; root does without its right to read all."""
    (tmp_path / "shut").mkdir()
    for name in ("a.txt", "shut/b.txt", "z.txt"):
        (tmp_path / name).write_text(WRONG, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    done = subprocess.run(
        [*(bound if os.geteuid() == 0 else []), sys.executable, "-m", "imena", "check",
         ".", "shut/b.txt", "--no-cache", *OWN],
        cwd=tmp_path, env=environment(cache), capture_output=True, check=False,
    )  # fmt: skip
    (tmp_path / "shut").chmod(0o755)
    assert sorted(done.stderr.decode().splitlines()) == [
        "imena: a.txt: Permission denied",
        "imena: shut/b.txt: Permission denied",
        "imena: shut: Permission denied",
    ]
    assert done.returncode == 2 and "z.txt:1:17 T101" in done.stdout.decode()


def old_and_new(home: Path, lines: int = 1000) -> dict[str, tuple[bytes, bytes]]:
    """Files to fix: what they hold before and after."""
    text = (WRONG * lines).encode()
    right = text.replace("Жомрат".encode(), "Жомарт".encode())
    return {str(home / name): (text, right) for name in ("a.txt", "b.md", "c.html")}


def test_a_file_size_limit_leaves_each_file_as_it_was(tmp_path: Path, cache: Path) -> None:
    """What a full disk does, without one: no file may grow beyond 20 kB."""
    files = old_and_new(tmp_path)
    for name, (old, _) in files.items():
        Path(name).write_bytes(old)
    (tmp_path / "small.txt").write_text(WRONG, "utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "imena", "check", "--fix", ".", "--no-cache", *OWN],
        cwd=tmp_path, env=environment(cache), capture_output=True, preexec_fn=limit, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and done.stderr.count(b"cannot be written: File too large") == 3
    assert all(Path(name).read_bytes() == old for name, (old, _) in files.items())
    assert "Жомарт" in (tmp_path / "small.txt").read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == 4  # no temporary file is left


def test_a_full_disk_leaves_each_file_as_it_was(tmp_path: Path, cache: Path) -> None:
    """A real one, where we may mount it."""
    command = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(tmp_path)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("may not mount")
    try:
        text = (WRONG * 1000).encode()
        (tmp_path / "a.txt").write_bytes(text)
        (tmp_path / "b.txt").write_text(WRONG, "utf-8")
        done = imena(["check", "--fix", "a.txt", "b.txt", "--no-cache", *OWN], tmp_path, cache)
        err = done.stderr.decode()
        assert done.returncode == 2
        assert err == "imena: a.txt: cannot be written: No space left on device\n"
        assert (tmp_path / "a.txt").read_bytes() == text
        assert "Жомарт" in (tmp_path / "b.txt").read_text("utf-8")
        assert len(list(tmp_path.iterdir())) == 2
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_killed_while_fixing_no_file_is_half_written(tmp_path: Path, cache: Path) -> None:
    """SIGKILL at random times; IMENA_KILLS=200 for many."""
    files = old_and_new(tmp_path, 200)
    rounds = int(os.environ.get("IMENA_KILLS", "6"))
    command = [sys.executable, "-m", "imena", "check", "--fix", "--no-cache", ".", *OWN]
    began = time.monotonic()
    _run(command, files, tmp_path, cache, None)
    longest = time.monotonic() - began
    chance = random.Random(6)
    moments = [chance.uniform(0, longest * 1.1) for _ in range(rounds)]
    states = [_run(command, files, tmp_path, cache, moment) for moment in moments]
    print(f"{rounds} runs killed; files new: {states}")


def _run(
    command: list[str],
    files: dict[str, tuple[bytes, bytes]],
    home: Path,
    cache: Path,
    killed_after: float | None,
) -> int:
    """How many files are new; each must be one or the other."""
    for left in home.iterdir():
        left.unlink()
    for name, (old, _) in files.items():
        Path(name).write_bytes(old)
    silent: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    run = subprocess.Popen(command, cwd=home, env=environment(cache), **silent)
    if killed_after is not None:
        time.sleep(killed_after)
        run.send_signal(signal.SIGKILL)
    run.wait()
    found = [Path(name).read_bytes() for name in files]
    assert all(one in both for one, both in zip(found, files.values(), strict=True))
    new = sum(one == both[1] for one, both in zip(found, files.values(), strict=True))
    assert killed_after is not None or new == len(files)
    return new
