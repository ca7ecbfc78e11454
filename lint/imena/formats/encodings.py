"""Bytes to text and back without touching a byte that no edit names."""

from __future__ import annotations

from collections.abc import Iterable

from imena.errors import InputError
from imena.findings import Edit

BOM = b"\xef\xbb\xbf"


def decode(data: bytes, path: str, encoding: str) -> str:
    """The text of ``data``; line ends stay as they are and a UTF-8 BOM is not part of it.

    Raises InputError naming the line of the first byte that does not decode.
    """
    body = _body(data, encoding)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        byte = body[error.start]
        raise InputError(f"byte 0x{byte:02x} is not {encoding}", path, line) from None
    except LookupError:
        raise InputError(f"unknown encoding {encoding!r}", path) from None


def encode_edits(data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
    """``data`` with code-point ``edits`` carried out on its text.

    Only the edited letters are encoded anew. Raises InputError where ``encoding`` has no such
    letter.
    """
    body = _body(data, encoding)
    text = body.decode(encoding)
    pieces, at = [data[: len(data) - len(body)]], 0
    for span, new in edits:
        pieces.append(text[at : span.start].encode(encoding))
        pieces.append(_encode(new, path, encoding))
        at = span.end
    pieces.append(text[at:].encode(encoding))
    return b"".join(pieces)


def _encode(text: str, path: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise InputError(f"the fix needs «{letter}», which {encoding} cannot hold", path) from None


def _body(data: bytes, encoding: str) -> bytes:
    utf8 = encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig")
    return data[len(BOM) :] if utf8 and data.startswith(BOM) else data
