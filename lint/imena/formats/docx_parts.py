"""The XML of one part of a .docx: which bytes are the letters that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from imena.errors import InputError
from imena.text.alignment import shared

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
#: Elements that stand for a character. A soft hyphen is a hint for layout and stands for none.
_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: Tracked changes: new text is read and never fixed, old text is not read.
_NEW = frozenset({"ins", "moveTo"})
_OLD = frozenset({"del", "moveFrom"})
#: Elements that anchor a comment.
_ANCHORS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference", "comment"})
_BOX, _CHOICE, _FALLBACK, _ALTERNATE = "txbxContent", "Choice", "Fallback", "AlternateContent"
_DEEPEST = 500
#: More pieces of text than a thousand pages have; a document with more is an attack.
_MOST = 500_000
_UTF8 = frozenset(["utf-8", "us-ascii", "ascii"])


class Letters(NamedTuple):
    """Letters as read; ``start`` and ``end`` are bytes of the XML, equal where no text node holds
    them. ``plain`` letters stand there one for one in UTF-8. ``anchor`` is an element that stands
    between letters and the number of the comment that it anchors."""

    text: str
    start: int
    end: int
    plain: bool = False
    anchor: tuple[str, str] | None = None


class TextNode(NamedTuple):
    """A ``w:t``: the bytes where its tag and its content begin and where the content ends."""

    tag: int
    start: int
    end: int
    preserves: bool


@dataclass
class Level:
    """The body of a part, or of a text box, whose paragraphs follow the one it hangs on."""

    letters: list[Letters] = field(default_factory=list)
    boxes: list[Letters] = field(default_factory=list)

    def flush(self) -> None:
        self.letters += self.boxes
        self.boxes = []


class Text(NamedTuple):
    """The letters of a part in order, its text nodes, and the copies of text boxes that older
    programs show: each as the letter it begins with and the letters of the copy."""

    letters: list[Letters]
    nodes: list[TextNode]
    copies: list[tuple[Letters, list[Letters]]]


class _Reader:
    def __init__(self, data: bytes, place: str) -> None:
        self.data, self.place = data, place
        self.levels = [Level()]
        self.nodes: list[TextNode] = []
        self.copies: list[tuple[Letters, list[Letters]]] = []
        self._choices: list[tuple[int, int] | None] = []
        self._fallbacks: list[list[Letters]] = []
        self._tag: tuple[int, bool] | None = None
        self._new = self._old = self._depth = self._count = 0
        self._cdata = False
        self.parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.XmlDeclHandler = self._declared
        parser.StartCdataSectionHandler = lambda: setattr(self, "_cdata", True)
        parser.EndCdataSectionHandler = lambda: setattr(self, "_cdata", False)

    def run(self) -> Text:
        if self.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            self._declared("1.0", "utf-16", 0)
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise InputError(f"broken XML: {error}", self.place) from None
        self.levels[0].flush()
        return Text(self.levels[0].letters, self.nodes, self.copies)

    def _refuse(self, *_: object) -> None:
        raise InputError("the XML declares entities or a document type", self.place)

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in _UTF8:
            raise InputError(f"the XML is in {encoding}, not UTF-8", self.place)

    def _found(self, letters: Letters) -> None:
        self._count += 1
        if self._count > _MOST:
            raise InputError("holds more paragraphs and runs than any article", self.place)
        self.levels[-1].letters.append(letters)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError("elements are nested too deeply", self.place)
        at = self.parser.CurrentByteIndex
        self._new += name in _NEW
        self._old += name in _OLD
        if name == "t":
            self._tag = (at, _preserves(attributes))
        elif name in _LETTERS and not self._old:
            self._found(Letters(_LETTERS[name], at, at))
        elif name in _ANCHORS:
            self._found(Letters("", at, at, anchor=(name, _identity(attributes))))
        elif name in (_BOX, _FALLBACK):
            self.levels.append(Level())
        elif name == _ALTERNATE:
            self._choices.append(None)
            self._fallbacks.append([])
        elif name == _CHOICE and self._choices:
            level = self.levels[-1]
            self._choices[-1] = (len(level.letters), len(level.boxes))

    def _end(self, tag: str) -> None:
        name = _local(tag)
        self._depth -= 1
        self._new -= name in _NEW
        self._old -= name in _OLD
        at = self.parser.CurrentByteIndex
        if name == "t" and self._tag:
            start = min(self.data.index(b">", self._tag[0]) + 1, at)
            self.nodes.append(TextNode(self._tag[0], start, at, self._tag[1]))
            self._tag = None
        elif name == "p":
            self._found(Letters("\n", at, at))
            self.levels[-1].flush()
        elif name == _BOX:
            self.levels[-2].boxes += self._closed_level()
        elif name == _FALLBACK:
            letters = self._closed_level()
            if self._fallbacks:
                self._fallbacks[-1] += letters
        elif name == _ALTERNATE:
            self._end_alternatives(self._choices.pop(), self._fallbacks.pop())

    def _closed_level(self) -> list[Letters]:
        level = self.levels.pop()
        level.flush()
        return level.letters

    def _end_alternatives(self, choice: tuple[int, int] | None, old: list[Letters]) -> None:
        """Of two ways to show one thing the first is read; a fix goes into both."""
        level = self.levels[-1]
        first, boxes = choice or (len(level.letters), len(level.boxes))
        inline, boxed = level.letters[first:], level.boxes[boxes:]
        if not _written(inline) and not _written(boxed):
            level.boxes += old
        elif boxed and not inline and _written(boxed) == _written(old):
            self.copies.append((boxed[0], old))

    def _data(self, text: str) -> None:
        if self._tag is None or self._old:
            return
        start = self.parser.CurrentByteIndex
        if self._new or self._cdata:
            self._found(Letters(text, start, start))
            return
        raw = text.encode()
        plain = self.data.startswith(raw, start) and not raw.startswith(b"&")
        end = start + len(raw) if plain else _end_of_reference(self.data, start)
        self._found(Letters(text, start, end, plain))


def _local(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    if space == _MC:
        return name if name in (_CHOICE, _FALLBACK, _ALTERNATE) else ""
    return name if space in (_W, _STRICT) else ""


def _preserves(attributes: dict[str, str]) -> bool:
    return attributes.get("http://www.w3.org/XML/1998/namespace}space") == "preserve"


def _identity(attributes: dict[str, str]) -> str:
    return attributes.get(f"{_W}}}id") or attributes.get(f"{_STRICT}}}id") or ""


def _written(letters: list[Letters]) -> str:
    return "".join(one.text for one in letters)


def _end_of_reference(data: bytes, start: int) -> int:
    """``&amp;`` and its like; a line end written as CR LF."""
    if data.startswith(b"&", start):
        return data.index(b";", start) + 1
    return start + (2 if data.startswith(b"\r\n", start) else 1)


def read_part(data: bytes, place: str) -> Text:
    """The letters of one part in order, a line end behind each paragraph.

    Raises InputError for broken XML, for XML that declares entities and for absurd nesting.
    """
    return _Reader(data, place).run()


def rewrite_part(data: bytes, text: Text, edits: list[tuple[int, int, str]]) -> bytes:
    """``data`` with byte ranges replaced by escaped text; ranges must not overlap."""
    made = [(start, end, _escaped(new)) for start, end, new in edits]
    made += _kept_spaces(data, text.nodes, made)
    pieces, at = [], 0
    for start, end, new in sorted(made):
        pieces += [data[at:start], new]
        at = end
    return b"".join([*pieces, data[at:]])


def _kept_spaces(
    data: bytes, nodes: Sequence[TextNode], edits: list[tuple[int, int, bytes]]
) -> Iterator[tuple[int, int, bytes]]:
    """Word drops a space at the edge of a text node that does not ask to keep it."""
    for node in nodes:
        mine = [edit for edit in edits if node.start <= edit[0] and edit[1] <= node.end]
        if not mine or node.preserves:
            continue
        new, at = b"", node.start
        for start, end, text in sorted(mine):
            new, at = new + data[at:start] + text, end
        new += data[at : node.end]
        if new != new.strip():
            name = node.tag + len(data[node.tag : node.start].split(b">")[0].split()[0])
            yield name, name, b' xml:space="preserve"'


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def byte_edits(
    letters: list[Letters], start: int, new: str, end: int
) -> list[tuple[int, int, str]]:
    """The edit of letters ``start`` to ``end`` (code points from the first letter) as byte ranges:
    each run keeps its share of the letters. Nothing where a letter stands in no text node."""
    touched, at = [], 0
    for one in letters:
        low, high = max(start, at), min(end, at + len(one.text))
        if low < high or (start == end and one.end > one.start and low == high):
            touched.append((one, low - at, high - at))
        at += len(one.text)
    if start == end:
        touched = touched[:1]
    if not touched or any(one.end == one.start for one, _, _ in touched):
        return []
    olds = [one.text[low:high] for one, low, high in touched]
    cuts = [sum(map(len, olds[: n + 1])) for n in range(len(olds) - 1)]
    news = shared("".join(olds), cuts, new)
    return [
        (_byte(one, low), _byte(one, high), text)
        for (one, low, high), old, text in zip(touched, olds, news, strict=True)
        if old != text
    ]


def _byte(one: Letters, offset: int) -> int:
    if one.plain:
        return one.start + len(one.text[:offset].encode())
    return one.start if offset == 0 else one.end
