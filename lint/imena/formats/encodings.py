"""Bytes to text and back without touching a byte that no edit names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imena.errors import InputError
from imena.findings import Edit

UTF8 = "utf-8"
#: Byte order marks: the bytes, and how to read what follows them.
_MARKS = {
    b"\xef\xbb\xbf": UTF8,
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
#: Files that are no text at all, by their first bytes.
_STRANGERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "is an old Word file (.doc) or an encrypted one; "
    "save it as .docx without a password",
    b"PK\x03\x04": "is a ZIP archive; a Word file must be called .docx",
    b"%PDF-": "is a PDF, not a text",
    b"{\\rtf": "is RTF; save it as .docx or as text",
}
_DECLARED = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|\A<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.I,
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def declared(data: bytes, encoding: str) -> str:
    """The encoding that HTML in ``data`` declares, where ``encoding`` is UTF-8, which is what
    nobody asked for, and the text is none; else ``encoding``."""
    if encoding.lower().replace("_", "-") not in (UTF8, "utf8"):
        return encoding
    found = _DECLARED.search(data[:4096])
    if found is None:
        return encoding
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return (found[1] or found[2]).decode("ascii")
    return encoding


def decode(data: bytes, path: str, encoding: str) -> str:
    """The text of ``data``; line ends stay as they are and a byte order mark is not part of it.

    Raises InputError naming the place of the first byte that does not decode.
    """
    for start, what in _STRANGERS.items():
        if data.startswith(start):
            raise InputError(what, path)
    mark, name = _mark_and_encoding(data, encoding)
    body = data[len(mark) :]
    try:
        return body.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(body, error, path, name) from None
    except UnicodeError as error:
        raise InputError(f"is not {name}: {error}", path) from None
    except (LookupError, ValueError):
        raise InputError(f"unknown encoding {encoding!r}", path) from None


def _undecodable(body: bytes, error: UnicodeDecodeError, path: str, encoding: str) -> InputError:
    before = body[: error.start].decode(encoding, "replace")
    ends = list(_LINE_END.finditer(before))
    column = len(before) - (ends[-1].end() if ends else 0) + 1
    byte = body[error.start]
    message = f"byte 0x{byte:02x} is not {encoding} (column {column})"
    return InputError(message, path, len(ends) + 1)


def encode_edits(data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
    """``data`` with code-point ``edits`` carried out on its text.

    Only the edited letters are encoded anew. Raises InputError where ``encoding`` has no such
    letter, or where it writes one text in several ways, so that other bytes would change.
    """
    mark, name = _mark_and_encoding(data, encoding)
    text = data[len(mark) :].decode(name)
    pieces, kept, at = [mark], [mark], 0
    for span, new in edits:
        stays = text[at : span.start].encode(name)
        pieces += [stays, _encode(new, path, name)]
        kept += [stays, text[span.start : span.end].encode(name)]
        at = span.end
    rest = text[at:].encode(name)
    if b"".join([*kept, rest]) != data:
        raise InputError(f"cannot be fixed in {name}: other bytes would change", path)
    return b"".join([*pieces, rest])


def _encode(text: str, path: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise InputError(f"the fix needs «{letter}», which {encoding} cannot hold", path) from None


def _mark_and_encoding(data: bytes, encoding: str) -> tuple[bytes, str]:
    """The byte order mark of ``data`` and the encoding of what follows; a mark outweighs UTF-8,
    which is what nobody asked for."""
    asked = encoding.lower().replace("_", "-")
    families = {"utf8": "utf", UTF8: "utf", "utf-8-sig": "utf", "utf-16": "utf", "utf-32": "utf"}
    if asked in families:
        for mark, name in _MARKS.items():
            if data.startswith(mark):
                return mark, name
    names = {"utf-8-sig": UTF8, "utf8": UTF8, "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
    return b"", names.get(asked, encoding)
