"""Bytes in and out: encodings, marks, line ends."""

from __future__ import annotations

from typing import Any

import pytest
from test_reading import checker

from imena.engine import chosen_edits
from imena.errors import InputError
from imena.findings import Edit
from imena.formats.html import Html
from imena.formats.plain import Plain
from imena.text.span import Span

W, R = "Касым-Жомрат Токаев.", "Касым-Жомарт Токаев."


def fixed(form: Any, data: bytes, encoding: str) -> bytes:
    found = checker().check(form.read(data, "x", encoding)).findings
    after: bytes = form.write(data, chosen_edits(found), "x", encoding)
    return after


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-8-sig", b"\xef\xbb\xbf"),
        ("utf-8-sig", b""),
        ("cp1251", b""),
        ("windows-1251", b""),
        ("koi8-r", b""),
        ("iso8859-5", b""),
        ("mac-cyrillic", b""),
        ("utf-16-le", b""),
    ],
    ids=str,
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_only_the_letters_of_the_name_change(encoding: str, mark: bytes, end: str) -> None:
    plain = encoding.removesuffix("-sig")
    before, after = (mark + f"{t}{end}{t}{end}".encode(plain) for t in (W, R))
    assert fixed(Plain(), before, encoding) == after


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"], ids=repr)
@pytest.mark.parametrize("asked", ["utf-8", "utf-16"])
def test_a_mark_says_what_a_file_is(mark: bytes, asked: str) -> None:
    name = "utf-16-le" if mark[0] == 0xFF else "utf-16-be"
    assert fixed(Plain(), mark + W.encode(name), asked) == mark + R.encode(name)


CHARSETS = [
    b'<meta charset="windows-1251">',
    b"<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    b'<?xml version="1.0" encoding="windows-1251"?>',
]


@pytest.mark.parametrize("head", CHARSETS, ids=repr)
def test_html_says_its_encoding(head: bytes) -> None:
    assert fixed(Html(), head + W.encode("cp1251"), "utf-8") == head + R.encode("cp1251")


@pytest.mark.parametrize("head", CHARSETS, ids=repr)
def test_what_html_says_is_not_believed_against_its_bytes(head: bytes) -> None:
    assert fixed(Html(), head + W.encode(), "utf-8") == head + R.encode()


def test_an_encoding_that_is_asked_for_wins() -> None:
    head = b"<meta charset=utf-8>"
    assert fixed(Html(), head + W.encode("koi8-r"), "koi8-r") == head + R.encode("koi8-r")


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        ("да\r\nя".encode() + b"\xff", "utf-8", "x:2: byte 0xff is not utf-8 (column 2)"),
        (b"\xd0", "utf-8", "x:1: byte 0xd0 is not utf-8 (column 1)"),
        (b"a\x98", "cp1251", "x:1: byte 0x98 is not cp1251 (column 2)"),
        (b"a\x00b", "utf-16-le", "x:1: byte 0x62 is not utf-16-le (column 2)"),
        (b"a", "cp9999", "x: unknown encoding 'cp9999'"),
        (b"a", "rot13", "x: unknown encoding 'rot13'"),
        (b"a", "a\0b", "x: unknown encoding 'a\\x00b'"),
    ],
    ids=repr,
)
def test_what_does_not_decode_is_named(data: bytes, encoding: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        Plain().read(data, "x", encoding)
    assert str(caught.value) == said


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    with pytest.raises(InputError, match="the fix needs «қ», which cp1251 cannot hold"):
        Plain().write("а".encode("cp1251"), [Edit(Span(0, 1), "қ")], "x", "cp1251")


def test_an_encoding_that_would_change_other_bytes_is_refused() -> None:
    data = b"+BBA- a+AGE-"  # UTF-7 writes one text in many ways
    with pytest.raises(InputError, match="other bytes would change"):
        Plain().write(data, [Edit(Span(0, 1), "б")], "x", "utf-7")
