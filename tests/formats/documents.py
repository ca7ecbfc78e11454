"""Documents of every format that hypothesis makes, with names right and wrong inside."""

from __future__ import annotations

import io
import itertools
import zipfile
from html import escape

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "Касым-Жомарт Токаев",
        "Касым-Жомрат Токаев",
        "президент Касым-Жомарт Токавев",
        "в Астанее",
        "Токаеву",
        "😀",
        "и\u0306од",
        "&",
        "<",
        "сказал",
        "Айгуль",
        "*",
        "_",
        "`",
        "]",
        "x",
        "\u00a0",
    ]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(PHRASES, min_size=1, max_size=4)


def markdown_block(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            text,
            f"# {text}",
            f"- {text}\n  {text}",
            f"> {text}\n> {text}",
            f"**{text}**",
            f"[{text}](http://x.y/я)",
            f"| {text} | б |\n|---|---|\n| в | {text} |",
            f"```\n{text}\n```",
            f"<div>{text}</div>",
            f"<!-- {text} -->",
            f"1. {text}\n   > {text}",
        ]
    )


MARKDOWN = (
    st.tuples(
        st.sampled_from(["", "---\ntitle: Токаев\ndate: 2024-01-02\n---\n", "\ufeff"]),
        st.lists(PHRASES.flatmap(markdown_block), max_size=5),
        st.sampled_from(["\n\n", "\n", "\r\n\r\n"]),
    )
    .map(lambda made: made[0] + made[2].join(made[1]))
    .map(str.encode)
)


def html_block(text: str) -> st.SearchStrategy[str]:
    half = len(text) // 2
    return st.sampled_from(
        [
            f"<p>{escape(text)}</p>",
            f"<p>{text}",
            f"<p>{escape(text[:half])}<b>{escape(text[half:])}</b></p>",
            f"<script>{text}</script>",
            f"<p lang='kk'>{escape(text)}</p>",
            f"<!-- {text} -->",
            f"<blockquote>{escape(text)}<br>{escape(text)}</blockquote>",
            f"<table><tr><td>{escape(text)}<td>{escape(text)}</table>",
            "".join(f"&#{ord(letter)};" for letter in text),
            f"<a title='{escape(text)}'>{escape(text)}</a>",
        ]
    )


HTML = st.lists(PHRASES.flatmap(html_block), max_size=5).map("\n".join).map(str.encode)
PLAIN = PARAGRAPHS.map("\n".join).map(str.encode)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def runs(text: str) -> st.SearchStrategy[str]:
    """A paragraph of ``text`` cut into runs at any letter."""

    def paragraph(cuts: list[int]) -> str:
        places = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
        pieces = [text[low:high] for low, high in itertools.pairwise(places)]
        made = (f'<w:r><w:t xml:space="preserve">{escape(one)}</w:t></w:r>' for one in pieces)
        return f"<w:p>{''.join(made)}</w:p>"

    return st.lists(st.integers(0, 99), max_size=4).map(paragraph)


def package(body: list[str]) -> bytes:
    """A .docx of the paragraphs ``body``."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{document}{''.join(body)}</w:body></w:document>")
        archive.writestr("word/media/image.png", bytes(range(256)), zipfile.ZIP_STORED)
    return made.getvalue()


DOCX = st.lists(PHRASES.flatmap(runs), max_size=4).map(package)
