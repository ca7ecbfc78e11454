"""Markdown: the text of paragraphs, headings, lists, quotations and tables; no code, no links."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any, ClassVar

from imena.errors import InputError
from imena.findings import Edit
from imena.formats.encodings import decode, encode_edits
from imena.formats.front_matter import FrontMatter, read_front_matter
from imena.formats.html_reader import Reader
from imena.formats.prose import Prose
from imena.text.document import Comment, Document
from imena.text.span import Span

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_MDX_COMMENT = re.compile(r"\{/\*(.*?)\*/\}", re.S)
_LETTER = re.compile("[а-яёА-ЯЁ]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
#: The parser takes the label for the mark of a task that is done, and the rest for text.
_TASK_LABEL = re.compile(r"(?m)^( {0,3}\[)[xX](?=\]:)")
_DELIMITER = re.compile(r"[*_~\[\]<`$!]")
#: The parser's time grows with the square of the marks in a paragraph: the sum of squares that
#: takes it some seconds, ten times what a long book holds.
_MOST_MARKS = 20_000_000
#: Nodes of inline text that are markup and nothing to read.
_MARKUP = frozenset(
    "emphasis_delimiter link_destination link_label block_continuation strikethrough".split()
)
_PUNCTUATION = frozenset("[ ] ( ) !".split())
_LINKS = frozenset(
    "inline_link full_reference_link collapsed_reference_link shortcut_link image".split()
)


class Markdown:
    """``.md``, ``.markdown``."""

    name: ClassVar[str] = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdown", ".mdx")

    @staticmethod
    def example(text: str) -> bytes:
        return (re.sub(r"([\\`*_{}\[\]<>&#])", r"\\\1", text) + "\n").encode()

    def read(self, data: bytes, path: str, encoding: str) -> Document:
        source = decode(data, path, encoding)
        front = read_front_matter(source)
        return _Reader(source, path, front).document(self.name)

    def write(self, data: bytes, edits: Iterable[Edit], path: str, encoding: str) -> bytes:
        return encode_edits(data, edits, path, encoding)


@cache
def _parsers() -> tuple[Parser, Parser]:
    """The parsers of blocks and of inline text."""
    import tree_sitter_markdown
    from tree_sitter import Language, Parser

    blocks = Parser(Language(tree_sitter_markdown.language()))
    inline = Parser(Language(tree_sitter_markdown.inline_language()))
    return blocks, inline


class _Positions:
    """UTF-16 byte offsets of the parser as code points."""

    def __init__(self, source: str, size: int) -> None:
        """``size`` is that of ``source`` in bytes of the parser."""
        self._units: array[int] | None = None
        if size != 2 * len(source):
            units = array("I")
            for number, letter in enumerate(source):
                units.extend([number] * (2 if ord(letter) > 0xFFFF else 1))
            units.append(len(source))
            self._units = units

    def __call__(self, byte: int) -> int:
        return byte // 2 if self._units is None else self._units[byte // 2]


class _Reader:
    def __init__(self, source: str, path: str, front: FrontMatter) -> None:
        self.source, self.path, self.front = source, path, front
        self.prose = Prose(source)
        self.quoted: list[Span] = []
        self.marks = 0
        self.html = Reader(source, path, self.prose)

    def document(self, name: str) -> Document:
        for span in self.front.prose:
            self.prose.copy(span.start, span.end)
            self.prose.block()
        self._read_body()
        self.html.finish()
        return Document(
            text=self.prose.text,
            source=self.source,
            path=self.path,
            format=name,
            chunks=tuple(self.prose.chunks),
            date=self.front.date,
            language=self.front.language,
            comments=tuple(self._comments()),
            foreign=tuple(self._foreign()),
            quoted=(*self.quoted, *self.html.quoted),
            ignore=self.front.ignore,
            words=self.front.words,
        )

    def _comments(self) -> Iterator[Comment]:
        yield from self.html.comments
        if self.path.lower().endswith(".mdx"):
            for match in _MDX_COMMENT.finditer(self.source, self.front.end):
                yield Comment(Span(*match.span()), match.group(1))

    def _foreign(self) -> list[Span]:
        """What is in another language: all of it where the front matter says so."""
        if self.front.language and not self.front.language.startswith(("ru", "рус")):
            return [Span(0, self.prose.length)]
        return self.html.foreign

    def _read_body(self) -> None:
        body = self.source[self.front.end :]
        self.data = body.encode("utf-16-le", "surrogatepass")
        self.place = _Positions(body, len(self.data))
        blocks, _ = _parsers()
        labelled = _TASK_LABEL.sub(r"\1y", body).encode("utf-16-le", "surrogatepass")
        tree = blocks.parse(labelled, encoding="utf16le")
        self._walk(tree.root_node)

    def _at(self, byte: int) -> int:
        return self.front.end + self.place(byte)

    def _walk(self, root: Node) -> None:
        """Blocks in order, without recursion: quotations nest as deep as anybody likes."""
        stack: list[Node | int] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, int):
                self._end_quote(node)
            elif node.type in ("inline", "pipe_table_cell"):
                self._inline(node)
                self.prose.block()
            elif node.type == "html_block":
                self._html(node)
            elif node.type == "link_reference_definition":
                self._definition(node)
            else:
                if node.type == "block_quote":
                    stack.append(self.prose.length)
                stack.extend(reversed(node.children))

    def _definition(self, node: Node) -> None:
        """``[label]: address "title"``, or a note of one word, which looks the same."""
        start, end = self._at(node.start_byte), self._at(node.end_byte)
        note = _FOOTNOTE.match(self.source, start, end)
        if note:
            self.prose.copy(note.end(), end)
            self.prose.block()
            return
        for child in node.children:
            if child.type == "link_title":
                self.html.aside(self._at(child.start_byte) + 1, self._at(child.end_byte) - 1)

    def _end_quote(self, start: int) -> None:
        if self.prose.length > start:
            self.quoted.append(Span(start, self.prose.length))

    def _html(self, node: Node) -> None:
        """Elements stay open: there may be Markdown inside them."""
        self.prose.block()
        self.html.read(self._at(node.start_byte), self._at(node.end_byte))
        self.prose.block()

    def _inline(self, node: Node) -> None:
        start, end = node.start_byte, node.end_byte
        self._count_marks(self._at(start), self._at(end))
        inline = self.data[start:end]
        found = _known_pieces(inline) if len(inline) <= _LONG else _pieces_in(inline)
        pieces = [(start + low, start + high, kind) for low, high, kind in found]
        pieces += [(c.start_byte, c.end_byte, "") for c in node.children if c.type in _MARKUP]
        depth = self.html.depth
        self._copy(start, end, sorted(pieces))
        self.html.close_to(depth)

    def _count_marks(self, start: int, end: int) -> None:
        self.marks += len(_DELIMITER.findall(self.source, start, end)) ** 2
        if self.marks > _MOST_MARKS:
            line = self.source.count("\n", 0, start) + 1
            raise InputError("there is too much markup in one paragraph", self.path, line)

    def _copy(self, start: int, end: int, pieces: list[tuple[int, int, str]]) -> None:
        """The inline text with what is markup left out or replaced."""
        at = start
        for low, high, kind in pieces:
            if low < at:
                continue
            self._plain(self._at(at), self._at(low))
            self._special(self._at(low), self._at(high), kind)
            at = high
        self._plain(self._at(at), self._at(end))

    def _plain(self, start: int, end: int) -> None:
        if not self.html.is_silent:
            self.prose.copy(start, end)

    def _special(self, start: int, end: int, kind: str) -> None:
        written = self.source[start:end]
        if kind == "tag":
            self.html.read(start, end)
        elif kind == "title":
            self.html.aside(start + 1, end - 1)
        elif self.html.is_silent:
            return
        elif kind == "escape":
            self.prose.copy(start + 1, end)
        elif kind == "reference" and unescape(written) != written:
            self.prose.replace(start, end, unescape(written))
        elif kind == "code":
            self.prose.add(" ")
        elif kind == "break":
            self.prose.add("\n")


_KINDS = {
    "backslash_escape": "escape",
    "entity_reference": "reference",
    "numeric_character_reference": "reference",
    "code_span": "code",
    "latex_block": "code",
    "html_tag": "tag",
    "link_title": "title",
    "shortcut_link": "note",
    "uri_autolink": "code",
    "email_autolink": "code",
    "hard_line_break": "break",
}


#: Nodes that are not always what the parser takes them for.
_READ_AGAIN = frozenset(["latex_block", "shortcut_link"])

#: Inline texts (bytes) up to which are remembered, and how many: in an editor all paragraphs of
#: the next version but one are the same.
_LONG, _MOST = 1 << 13, 1 << 10


def _pieces_in(inline: bytes) -> tuple[tuple[int, int, str], ...]:
    root = _parsers()[1].parse(inline, encoding="utf16le").root_node
    return tuple(_pieces(root, inline))


_known_pieces = lru_cache(_MOST)(_pieces_in)


def _pieces(root: Node, inline: bytes) -> Iterator[tuple[int, int, str]]:
    """Markup, escapes and references of inline text as byte ranges."""
    stack = [root]
    while stack:
        node = stack.pop()
        kind = _KINDS.get(node.type)
        if node.type in _READ_AGAIN and _is_prose(node, inline):
            stack.extend(node.children)
        elif kind or node.type in _MARKUP or _is_link_mark(node):
            yield node.start_byte, node.end_byte, kind or ""
        else:
            stack.extend(node.children)


def _is_prose(node: Node, inline: bytes) -> bool:
    """Two sums in dollars look like a formula, and a note like a link."""
    written = inline[node.start_byte : node.end_byte].decode("utf-16-le", "surrogatepass")
    if node.type == "latex_block":
        return not written.startswith("$$") and bool(_LETTER.search(written))
    return not _FOOTNOTE.fullmatch(written)


def _is_link_mark(node: Any) -> bool:
    """Brackets of a link; brackets in plain text are read."""
    return node.type in _PUNCTUATION and node.parent is not None and node.parent.type in _LINKS
