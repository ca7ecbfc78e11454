"""Word documents as word processors make them, with everything that may stand around a name."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NS = nsdecls("w", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
WRONG, RIGHT = "Касым-Жомрат Токаев", "Касым-Жомарт Токаев"
AUTHOR = 'w:id="90" w:author="Редактор" w:date="2024-05-01T00:00:00Z"'


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def raw(document: Any, xml: str) -> None:
    """A paragraph written out by hand."""
    document.element.body.insert(0, parse_xml(f"<w:p {NS}>{xml}</w:p>"))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def box(text: str) -> str:
    """A text box: the drawing of today and the picture of yesterday, with the same text."""
    inside = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="500000"/><wp:wrapNone/>'
        '<wp:docPr id="7" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" '
        'cy="500000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    picture = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def article() -> Any:
    """An article with the wrong name wherever a document may hold text."""
    made = Document()
    made.add_heading(f"{WRONG} выступил")
    made.add_paragraph(f"Президент {WRONG} прибыл.")
    mixed = made.add_paragraph("Глава государства ")
    mixed.add_run("Касым-Жом").bold = True
    mixed.add_run("рат Тока")
    mixed.add_run("ев").italic = True
    mixed.add_run(" сказал речь.")
    table = made.add_table(1, 2)
    table.cell(0, 0).text = WRONG
    table.cell(0, 1).text = "Абай"
    made.sections[0].header.paragraphs[0].text = f"Верх: {WRONG}"
    made.sections[0].footer.paragraphs[0].text = f"Низ: {WRONG}"
    return made
