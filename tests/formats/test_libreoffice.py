"""A fixed document in a real word processor: it opens, and only the names differ.

LibreOffice is big; the test runs where it is installed, and must run where IMENA_LIBREOFFICE=1.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_docx import fixed
from word import AUTHOR, WRONG, article, box, raw, run, saved

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("IMENA_LIBREOFFICE") != "1", reason="needs LibreOffice"
)


def converted(source: Path, to: str, home: Path) -> bytes:
    """``source`` as LibreOffice writes it in the format ``to``, made in the directory ``home``."""
    assert SOFFICE, "IMENA_LIBREOFFICE=1 but there is no soffice"
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", to, "--outdir", str(home)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)
    return (home / source.with_suffix("." + to.partition(":")[0]).name).read_bytes()


def whole() -> bytes:
    made = article()
    raw(made, run("Рядом") + box(f"Глава государства {WRONG}"))
    raw(made, run(f"Президент {WRONG}. ") + f"<w:ins {AUTHOR}>{run('Президент ' + WRONG)}</w:ins>")
    first = made.paragraphs[3]
    made.add_comment(first.runs, text=f"Точно {WRONG}?", author="Редактор", initials="Р")
    return saved(made)


def text_of(pdf: Path) -> str:
    """The text of a PDF, as the tool of poppler reads it; line ends as spaces."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", " ", done.stdout.decode())


def test_a_fixed_document_opens_and_differs_only_in_the_names(tmp_path: Path) -> None:
    before = whole()
    texts, pdfs = {}, {}
    for name, data in (("old", before), ("new", fixed(before))):
        home = tmp_path / name
        home.mkdir()
        source = home / "a.docx"
        source.write_bytes(data)
        texts[name] = converted(source, "txt:Text (encoded):UTF8", home).decode("utf-8-sig")
        assert converted(source, "pdf", home).startswith(b"%PDF-")
        if shutil.which("pdftotext"):
            pdfs[name] = text_of(home / "a.pdf")
    kept = texts["old"].count("Жомрат") - texts["new"].count("Жомрат")
    assert kept >= 5 and texts["new"].count("Жомрат") == 1  # the insertion that is tracked
    for old, new in ((texts["old"], texts["new"]), *([tuple(pdfs.values())] if pdfs else [])):
        assert old != new
        assert old.replace("Жомрат", "Жомарт") == new.replace("Жомрат", "Жомарт")


def test_a_document_that_libreoffice_made_is_fixed_in_place(tmp_path: Path) -> None:
    page = f"<p>Президент <b>Касым-</b>Жомрат Токаев</p><table><tr><td>{WRONG}</table>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", "utf-8")
    before = converted(tmp_path / "a.html", "docx:Office Open XML Text", tmp_path)
    (tmp_path / "a.docx").write_bytes(fixed(before))
    text = converted(tmp_path / "a.docx", "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    assert text.count("Касым-Жомарт Токаев") == 2 and "Жомрат" not in text
