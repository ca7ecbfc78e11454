"""Where a comment goes that silences a finding, in the syntax of the format."""

from __future__ import annotations

import re

from imena.findings import Edit, Finding
from imena.suppressions import suppressions
from imena.text.document import Document
from imena.text.span import Span

_OPEN_TAG = re.compile(r"<[^<>]*\Z")
#: Formats whose comments look like this.
_COMMENTED = frozenset(["markdown", "html"])


def comment_for(document: Document, finding: Finding) -> Edit | None:
    """The edit that writes the comment; None where the format or the place has no comments."""
    if document.format not in _COMMENTED or not document.is_plain(finding.span):
        return None
    if _in_front_matter(document, finding.span):
        return None
    return _joined(document, finding) or _new(document, finding)


def _in_front_matter(document: Document, span: Span) -> bool:
    source = document.source
    if document.format != "markdown" or not source.startswith(("---", "+++")):
        return False
    from imena.formats.front_matter import read_front_matter

    return span.start < read_front_matter(source).end


def _joined(document: Document, finding: Finding) -> Edit | None:
    """The code added to a comment that silences other rules in the same line already."""
    start, end = _line(document.source, finding.span.start)
    for one in suppressions(document):
        place = one.comment.span
        written = place.of(document.source)
        bracket = written.find("]")
        mine = start <= place.start and place.end <= end and "ignore[" in written
        if mine and one.codes and bracket > 0:
            at = place.start + bracket
            return Edit(Span(at, at), f", {finding.code}")
    return None


def _new(document: Document, finding: Finding) -> Edit:
    """A comment at the end of the line: before the last bar of a table row, and right behind the
    words where the line ends inside a tag."""
    source = document.source
    start, end = _line(source, finding.span.start)
    line = source[start:end]
    at = start + len(line.rstrip())
    if (
        document.format == "markdown"
        and line.lstrip().startswith("|")
        and line.rstrip()[-1:] == "|"
    ):
        at -= 1
    if _OPEN_TAG.search(source[finding.span.end : at]):
        at = finding.span.end
    comment = f"<!-- imena: ignore[{finding.code}] -->"
    return Edit(Span(at, at), comment if source[at - 1 : at] == " " else f" {comment}")


def _line(source: str, offset: int) -> tuple[int, int]:
    """The line at ``offset`` without its end, as suppressions see lines."""
    start = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", offset)
    return start, len(source) if end < 0 else end
