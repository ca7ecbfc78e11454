"""Word documents: what is read, what a fix leaves, what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from test_reading import checker
from word import AUTHOR, RIGHT, WRONG, article, box, raw, run, saved

from imena.engine import chosen_edits
from imena.errors import InputError
from imena.findings import Edit
from imena.formats.docx import Docx
from imena.suppressions import UNUSED_CODE
from imena.text.span import Span

HERE = Path(__file__).parent


def findings(data: bytes) -> list[str]:
    found = checker().check(Docx().read(data, "a.docx", "utf-8")).findings
    return [f"{f.code} {f.text}" for f in found]


def fixed(data: bytes) -> bytes:
    found = checker().check(Docx().read(data, "a.docx", "utf-8")).findings
    return Docx().write(data, chosen_edits(found), "a.docx", "utf-8")


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def of(xml: str) -> bytes:
    """A document of one paragraph written out by hand."""
    made = Document()
    raw(made, xml)
    return saved(made)


def test_every_place_that_holds_text_is_read_and_fixed() -> None:
    before = saved(article())
    assert findings(before) == ["T101 Жомрат"] * 6
    after = fixed(before)
    assert findings(after) == []
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        assert part(after, name) == part(before, name).replace("Жомрат", "Жомарт").replace(
            "рат Тока", "арт Тока"
        )


def test_what_python_docx_reads_differs_only_in_the_names() -> None:
    before = saved(article())
    old, new = (Document(io.BytesIO(data)) for data in (before, fixed(before)))
    texts = [[[r.text for r in p.runs] for p in one.paragraphs] for one in (old, new)]
    assert texts[0][2] == ["Глава государства ", "Касым-Жом", "рат Тока", "ев", " сказал речь."]
    assert texts[1][2] == ["Глава государства ", "Касым-Жом", "арт Тока", "ев", " сказал речь."]
    assert new.paragraphs[2].runs[1].bold and new.paragraphs[2].runs[3].italic


def test_the_rest_of_the_package_keeps_its_bytes() -> None:
    before = saved(article())
    after = fixed(before)
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    assert new.testzip() is None
    assert [i.filename for i in old.infolist()] == [i.filename for i in new.infolist()]
    touched = {"word/document.xml", "word/header1.xml", "word/footer1.xml"}
    for one, two in zip(old.infolist(), new.infolist(), strict=True):
        kept = ("date_time", "compress_type", "external_attr", "create_system", "comment")
        assert all(getattr(one, name) == getattr(two, name) for name in kept)
        if one.filename not in touched:
            assert old.read(one) == new.read(two)
            assert _packed(before, one) == _packed(after, two)


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The member as it stands in the file, header and all."""
    names = 30 + len(info.filename.encode()) + len(info.extra)
    return data[info.header_offset : info.header_offset + names + info.compress_size]


@pytest.mark.parametrize(
    ("cut", "wanted"),
    [
        (["Касым-Жомр", "ат Токаев"], ["Касым-Жома", "рт Токаев"]),
        (list("Касым-Жомрат Токаев"), list("Касым-Жомарт Токаев")),
        (["Касым-Жомарт Тока", "в", "ев сказал"], ["Касым-Жомарт Тока", "", "ев сказал"]),
        (["Касым-Жома", "т Токаев"], ["Касым-Жомар", "т Токаев"]),
    ],
)
def test_a_fix_over_runs_leaves_each_letter_in_its_run(cut: list[str], wanted: list[str]) -> None:
    xml = "".join(map(run, ["Президент ", *cut]))
    after = fixed(of(xml))
    assert [r.text for r in Document(io.BytesIO(after)).paragraphs[0].runs][1:] == wanted


def test_a_text_box_is_read_once_and_fixed_in_both_copies() -> None:
    before = of(run("Рядом сто") + box(f"Президент {WRONG}") + run("ит стол."))
    document = Docx().read(before, "a.docx", "utf-8")
    assert document.source.startswith(f"Рядом стоит стол.\nПрезидент {WRONG}\n")
    assert findings(before) == ["T101 Жомрат"]
    assert part(fixed(before)).count(RIGHT) == 2


def test_letters_behind_a_text_box_are_none_of_it() -> None:
    made = Document()
    raw(made, run("асым"))
    raw(made, box("Абай"))
    before = saved(made)
    at = Docx().read(before, "a", "utf-8").source.index("асым")
    after = Docx().write(before, [Edit(Span(at, at), "К")], "a", "utf-8")
    assert part(after) == part(before).replace("асым", "Касым")


TRACKED = {
    "an insertion": f"<w:ins {AUTHOR}>{run('Президент ' + WRONG)}</w:ins>",
    "a part of a name": run("Президент Касым-Ж") + f"<w:ins {AUTHOR}>{run('омрат')}</w:ins>",
    "a middle": run("Касым-Жом") + f"<w:ins {AUTHOR}>{run('ра')}</w:ins>" + run("т Токаев"),
    "a deletion": f"<w:del {AUTHOR}><w:r><w:delText>{WRONG}</w:delText></w:r></w:del>",
    "the old place of a move": f"<w:moveFrom {AUTHOR}>{run(WRONG)}</w:moveFrom>",
    "the new place of a move": f"<w:moveTo {AUTHOR}>{run(WRONG)}</w:moveTo>",
}


@pytest.mark.parametrize("what", TRACKED)
def test_tracked_changes_are_left_alone(what: str) -> None:
    before = of(TRACKED[what])
    assert fixed(before) == before
    beside = of(TRACKED[what] + run(f". Президент {WRONG}"))
    before_it, after_it = part(beside).rsplit("Жомрат", 1)
    assert part(fixed(beside)) == f"{before_it}Жомарт{after_it}"


def test_a_deletion_amid_a_name_is_not_read() -> None:
    gone = f"<w:del {AUTHOR}><w:r><w:delText>ххх</w:delText></w:r></w:del>"
    assert findings(of(run("Касым-Жо") + gone + run("март Токаев"))) == []
    assert findings(of(run("Касым-Жо") + gone + run("мрат Токаев"))) == ["T101 Жомрат"]


def test_typography_of_word_is_no_error() -> None:
    name = '<w:r><w:t>Касым</w:t><w:noBreakHyphen/><w:t xml:space="preserve">Жо</w:t>'
    name += "<w:softHyphen/><w:t>март Токаев</w:t></w:r>"
    assert findings(of(name)) == []
    wrong = of(name.replace("март", "мрат"))
    assert findings(wrong) == ["T101 Жомрат"] and findings(fixed(wrong)) == []
    assert "<w:noBreakHyphen/>" in part(fixed(wrong)) and "<w:softHyphen/>" in part(fixed(wrong))


def test_references_stay_references() -> None:
    before = of(run("A &amp; B: Касым-Ж&#1086;мрат Токаев &lt;x&gt;"))
    assert Docx().read(before, "a", "utf-8").source.startswith("A & B: Касым-Жомрат Токаев <x>")
    assert part(fixed(before)) == part(before).replace("мрат", "март")


def test_letters_in_cdata_are_read_and_not_fixed() -> None:
    paragraph = f"<w:p><w:r><w:t><![CDATA[& {WRONG}]]></w:t></w:r></w:p>"
    xml = f"<w:document {W}><w:body>{paragraph}</w:body></w:document>"
    before = _with(saved(Document()), MAIN, xml.encode())
    assert Docx().read(before, "a", "utf-8").source.startswith(f"& {WRONG}")
    assert fixed(before) == before


def test_a_space_that_comes_to_the_edge_of_a_run_is_kept() -> None:
    before = of("<w:r><w:t>Абай</w:t></w:r><w:r><w:t>Кунанбаев писал</w:t></w:r>")
    edit = Edit(Span(0, 13), "Абай Кунанбаев")
    assert Docx().read(before, "a", "utf-8").source.startswith("АбайКунанбаев писал")
    after = Docx().write(before, [edit], "a", "utf-8")
    assert '<w:t xml:space="preserve">Абай </w:t>' in part(after)
    assert "<w:t>Кунанбаев писал</w:t>" in part(after)


def _commented(said: str) -> bytes:
    made = Document()
    first = made.add_paragraph(f"Президент {WRONG}.")
    made.add_paragraph(f"Глава {WRONG}.")
    made.add_comment(first.runs, text=said, author="Редактор", initials="Р")
    return saved(made)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (f"проверить: {WRONG}", ["T101 Жомрат"] * 2),
        ("imena: ignore[T101] так в источнике", ["T101 Жомрат"]),
        ("imena: ignore-next-line", ["T101 Жомрат"]),
        ("imena: ignore-file[T]", []),
        ("imena: ignore[V]", ["T101 Жомрат", f"{UNUSED_CODE} Президент {WRONG}.", "T101 Жомрат"]),
    ],
)
def test_comments_are_not_text_and_silence_findings(said: str, wanted: list[str]) -> None:
    before = _commented(said)
    assert sorted(findings(before)) == sorted(wanted)
    assert part(fixed(before), "word/comments.xml") == part(before, "word/comments.xml")


def _with(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == name else old.read(info))
    return made.getvalue()


MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BAD = {
    "OLE": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"encrypted or an old Word file"),
    "empty": (b"", r"is no \.docx"),
    "half": (saved(article())[:9000], r"is no \.docx"),
    "no document": (_with(b"PK\x05\x06" + bytes(18), "", b""), r"holds no word/document\.xml"),
    "broken": (_with(saved(article()), MAIN, b"<w:document>"), r"document\.xml: broken XML"),
    "utf-16": (
        _with(saved(article()), MAIN, "<?xml version='1.0'?><a/>".encode("utf-16")),
        "UTF-16",
    ),
    "entities": (
        _with(saved(article()), MAIN, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        r"declares entities",
    ),
    "deep": (_with(saved(article()), MAIN, b"<a>" * 9999 + b"</a>" * 9999), r"nested too deeply"),
    "bomb": (_with(saved(article()), MAIN, b" " * (65 << 20)), r"unpacks to more than 64 MB"),
    "crowd": (
        _with(saved(article()), MAIN, f"<a {W}>{'<w:p/>' * 500_001}</a>".encode()),
        r"more paragraphs and runs",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_clear_line(what: str) -> None:
    data, said = BAD[what]
    with pytest.raises(InputError) as caught:
        Docx().read(data, "a.docx", "utf-8")
    assert str(caught.value).startswith("a.docx: ") and "\n" not in str(caught.value)
    assert re.search(said, str(caught.value), re.I)
