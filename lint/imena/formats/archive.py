"""A ZIP archive with some members replaced and every other byte as it was."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from imena.errors import InputError

#: More text than any article has; a member that unpacks to more is an attack.
LARGEST = 64 << 20
_BAD_MEMBER = (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error, struct.error)
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")


#: How an old Word file begins, and an encrypted new one.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_archive(data: bytes, path: str) -> ZipFile:
    """Raises InputError where ``data`` is no archive or is cut short."""
    if data.startswith(_OLE):
        said = "is encrypted or an old Word file (.doc); save it as .docx without a password"
        raise InputError(said, path)
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
        raise InputError(f"is no .docx: {error}", path) from None


def read_member(archive: ZipFile, name: str, path: str, before: int = 0) -> bytes:
    """Raises InputError for a damaged, encrypted or monstrous member; ``before`` are the bytes
    that other members unpacked to."""
    try:
        with archive.open(name) as file:
            data = file.read(LARGEST - before + 1)
    except _BAD_MEMBER as error:
        raise InputError(f"{name}: {error}", path) from None
    if len(data) + before > LARGEST:
        raise InputError(f"{name} unpacks to more than {LARGEST >> 20} MB", path)
    return data


def replaced(data: bytes, archive: ZipFile, members: Mapping[str, bytes], path: str) -> bytes:
    """``data`` with the contents of ``members`` replaced; all other members keep their bytes.

    Raises InputError for archives that no word processor writes.
    """
    try:
        return _replaced(data, archive, members)
    except (KeyError, IndexError, ValueError, struct.error):
        raise InputError(
            "is an archive of a strange kind: it can be read, not fixed", path
        ) from None


def _replaced(data: bytes, archive: ZipFile, members: Mapping[str, bytes]) -> bytes:
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = [info.header_offset for info in infos[1:]] + [archive.start_dir]
    pieces: list[bytes] = [data[: infos[0].header_offset]] if infos else []
    moved: dict[int, tuple[int, ZipInfo | None]] = {}
    size = sum(map(len, pieces))
    for info, end in zip(infos, ends, strict=True):
        raw = data[info.header_offset : end]
        new = None
        if info.filename in members:
            raw, new = _local(info, members[info.filename])
        moved[info.header_offset] = (size, new)
        pieces.append(raw)
        size += len(raw)
    directory = _directory(data, archive.start_dir, len(infos), moved)
    tail = data[archive.start_dir + sum(map(len, directory)) :]
    return b"".join([*pieces, *directory, _moved_end(tail, size, archive.start_dir)])


def _local(info: ZipInfo, content: bytes) -> tuple[bytes, ZipInfo]:
    """The local header and the packed bytes of a new content."""
    new = ZipInfo(info.filename, info.date_time)
    new.compress_type = info.compress_type
    new.external_attr, new.create_system = info.external_attr, info.create_system
    new.flag_bits = info.flag_bits & 0x800
    packed = content
    if new.compress_type != ZIP_STORED:
        new.compress_type = ZIP_DEFLATED
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
    new.CRC, new.file_size, new.compress_size = zlib.crc32(content), len(content), len(packed)
    return new.FileHeader(zip64=False) + packed, new


def _directory(
    data: bytes, start: int, count: int, moved: Mapping[int, tuple[int, ZipInfo | None]]
) -> list[bytes]:
    """The central directory with new places, and new sums where a member changed."""
    made, at = [], start
    for _ in range(count):
        fields = list(_CENTRAL.unpack_from(data, at))
        names = sum(fields[12:15])
        rest = data[at + _CENTRAL.size : at + _CENTRAL.size + names]
        place, info = moved[fields[18]]
        fields[18] = place
        if info is not None:
            fields[5] = info.flag_bits
            fields[6] = info.compress_type
            fields[9], fields[10], fields[11] = info.CRC, info.compress_size, info.file_size
        made.append(_CENTRAL.pack(*fields) + rest)
        at += _CENTRAL.size + names
    return made


def _moved_end(tail: bytes, start: int, old: int) -> bytes:
    """The end record with the new start of the directory. Raises ValueError for a ZIP64 archive
    and for one that stands behind other data."""
    at = tail.index(b"PK\x05\x06")
    fields = list(_END.unpack_from(tail, at))
    if fields[6] != old:
        raise ValueError("offsets do not count from the beginning")
    fields[6] = start
    return tail[:at] + _END.pack(*fields) + tail[at + _END.size :]
