"""Documents of every format that hypothesis makes, with names right and wrong inside.

A document is made of phrases; a phrase is a string in which any letter may be dressed up the way
its format allows: as an entity, behind an escape, at the edge of a tag or of a run.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Callable
from html import escape

from hypothesis import strategies as st

NAMES = st.sampled_from(
    [
        "Касым-Жомарт Токаев",
        "Касым-Жомрат Токаев",
        "президент Касым-Жомарт Токавев",
        "Касым Жомарту Токаеву",
        "Касым–Жомарт Токаев",
        "Касым-Жомартом Токаевым",
        "К.-Ж. Токаев",
        "Касым-Жомарт Toкаев",
        "Касым-Жомарт То\u00adкаев",
        "Роза Отунбаева",
        "с Розой Отунбаевой",
        "Роза Отунбаевва",
        "к Розе Отуннбаевой",
        "в Каргаанде",
        "из Улан Удэ",
        "телеканал Хабар 24",
        "Международый валютный фонд",
    ]
)
OTHERS = st.sampled_from(
    ["😀", "и\u0306од", "&", "<", ">", "сказал", "Айгуль", "*", "_", "`", "]", "[", "x", "\u00a0",
     "«", "»", "$5", "|", "#", "~~", "\\", "!", "https://a.kz/я", "<b", "-->", "{%", "1."]
)  # fmt: skip
WORDS = st.one_of(NAMES, OTHERS, st.text(max_size=4))
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
CUTS = st.lists(st.integers(0, 60), max_size=4)


def pieces(text: str, cuts: list[int]) -> list[str]:
    """``text`` cut at any letters."""
    places = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
    return [text[low:high] for low, high in itertools.pairwise(places)]


def dressed(text: str, ways: list[Callable[[str], str]]) -> st.SearchStrategy[str]:
    """``text`` with some of its stretches written in one of ``ways``."""

    def put(cuts: list[int], chosen: list[Callable[[str], str]]) -> str:
        return "".join(
            way(one) for one, way in zip(pieces(text, cuts), itertools.cycle(chosen), strict=False)
        )

    return st.builds(put, CUTS, st.lists(st.sampled_from(ways), min_size=1, max_size=3))


def as_is(text: str) -> str:
    return text


def entities(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


IN_MARKDOWN: list[Callable[[str], str]] = [
    as_is,
    as_is,
    lambda text: f"**{text}**",
    lambda text: f"*{text}*",
    lambda text: f"<b>{text}</b>",
    lambda text: f"[{text}](http://x.y/я)",
    lambda text: f"`{text}`",
    lambda text: f"\\*{text}&shy;",
    lambda text: text.replace(" ", "\n"),
    lambda text: f'<span lang="kk">{text}',
    lambda text: f"<!-- {text} -->",
    entities,
]


def markdown_block(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            text,
            f"# {text}",
            f"{text}\n===",
            f"- {text}\n  {text}",
            f"> {text}\n> {text}",
            f"> > {text}\n{text}",
            f"| {text} | б |\n|---|---|\n| в | {text} |",
            f"```\n{text}\n```",
            f"<div>{text}</div>",
            f"<div lang='kk'>\n\n{text}\n\n</div>",
            f"1. {text}\n   > {text}",
            f"[^1]: {text}",
            f'[x]: http://y "{text}"',
            f"<!-- imena: ignore-next-line -->\n{text}",
        ]
    )


MARKDOWN = (
    st.tuples(
        st.sampled_from(
            [
                "",
                "---\ntitle: Касым-Жомрат Токаев\ndate: 2024-01-02\n---\n",
                "\ufeff",
                "---\n",
                "\n",
            ]
        ),
        st.lists(
            PHRASES.flatmap(lambda text: dressed(text, IN_MARKDOWN)).flatmap(markdown_block),
            max_size=5,
        ),
        st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\r"]),
    )
    .map(lambda made: made[0] + made[2].join(made[1]))
    .map(lambda text: text.encode("utf-8", "replace"))
)

IN_HTML: list[Callable[[str], str]] = [
    escape,
    escape,
    as_is,
    lambda text: f"<b>{escape(text)}</b>",
    lambda text: f"<i title='{escape(text)}'>{escape(text)}",
    lambda text: f"</b>{escape(text)}&shy;",
    lambda text: f"<code>{escape(text)}</code>",
    lambda text: f"<!-- {text} -->",
    lambda text: f"<span lang=kk>{escape(text)}</span>",
    lambda text: f"<img alt='{escape(text)}'>",
    entities,
]


def html_block(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            f"<p>{text}</p>",
            f"<p>{text}",
            text,
            f"<script>{text}</script>",
            f"<p lang='kk'>{text}</p>",
            f"<blockquote>{text}<br>{text}</blockquote>",
            f"<table><tr><td>{text}<td>{text}</table>",
            f"<ul><li>{text}<li>{text}",
            f"<![CDATA[{text}]]>",
            f"<!-- imena: ignore-start -->{text}<!-- imena: ignore-end -->",
            f"<title>{text}</title>",
        ]
    )


HTML = (
    st.lists(PHRASES.flatmap(lambda text: dressed(text, IN_HTML)).flatmap(html_block), max_size=5)
    .map("\n".join)
    .map(lambda text: text.encode("utf-8", "replace"))
)
PLAIN = (
    st.lists(PHRASES, min_size=1, max_size=4)
    .flatmap(lambda found: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(found)))
    .map(lambda text: text.encode("utf-8", "replace"))
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_VALID = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"])
DOCX_PHRASES = st.lists(
    st.one_of(NAMES, OTHERS, st.text(_VALID, max_size=4)), min_size=1, max_size=6
).map(" ".join)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _box(text: str) -> str:
    inside = f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {_MC}><mc:Choice>{inside}</mc:Choice>"
        f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>"
    )


IN_DOCX: list[Callable[[str], str]] = [
    _run,
    _run,
    _run,
    lambda text: f"<w:r><w:t>{escape(text)}</w:t></w:r>",
    lambda text: f"<w:r><w:t>{entities(text)}</w:t></w:r>",
    lambda text: f"<w:r><w:t><![CDATA[{text}]]></w:t></w:r>" if "]]>" not in text else _run(text),
    lambda text: f"<w:ins>{_run(text)}</w:ins>",
    lambda text: f"<w:del><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>",
    lambda text: f"<w:moveFrom>{_run(text)}</w:moveFrom>",
    lambda text: f"<w:r><w:noBreakHyphen/></w:r>{_run(text)}<w:r><w:softHyphen/></w:r>",
    lambda text: f"{_run(text)}<w:r><w:tab/><w:br/></w:r>",
    _box,
]


def package(body: list[str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A .docx of the paragraphs ``body``."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{document}{''.join(body)}</w:body></w:document>")
        archive.writestr("word/media/image.png", bytes(range(256)), zipfile.ZIP_STORED)
        header = f"<w:hdr {_W}>{''.join(body[:1])}</w:hdr>"
        archive.writestr("word/header1.xml", header)
    return made.getvalue()


DOCX = st.builds(
    package,
    st.lists(
        DOCX_PHRASES.flatmap(lambda text: dressed(text, IN_DOCX)).map("<w:p>{}</w:p>".format),
        max_size=4,
    ),
    st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]),
)
