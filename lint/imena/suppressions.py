"""Comments that silence findings, and those among them that silence nothing.

``imena: ignore[T101]`` is about its own line, ``ignore-next-line`` about the next one that holds
text, ``ignore-start`` … ``ignore-end`` about what is between, ``ignore-file`` about all of it.
Without codes every rule is meant; codes may be prefixes; a reason may follow. A comment, or a code
in it, that silences nothing is reported as S001, unless its rule does not run or S001 is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from imena.config import Settings
from imena.findings import Finding, Message, Severity
from imena.text.document import Comment, Document
from imena.text.lines import Lines
from imena.text.span import Span

UNUSED_CODE = "S001"
UNUSED_RULE = "unused-suppression"
_DIRECTIVE = re.compile(
    r"^\s*imena:\s*(?P<verb>ignore(?:-next-line|-start|-end|-file)?)"
    r"(?:\s*\[(?P<codes>[\w\s,]*)\]|(?![\w\[-]))",
    re.I,
)
#: What begins as a directive and is none: it silences nothing, and must say so.
_MEANT = re.compile(r"^\s*imena:\s*ignore", re.I)
_CODE = re.compile(r"[A-Za-z]+\d*")


@dataclass
class Suppression:
    """One comment; ``reach`` is the stretch of source (code points) it is about.

    ``used`` are those of its codes that silenced something, or "" where it names none.
    """

    comment: Comment
    codes: tuple[str, ...]
    reach: Span
    used: set[str] = field(default_factory=set)

    def silences(self, finding: Finding) -> set[str]:
        """The codes, or "" for all, by which this comment silences ``finding``."""
        end = max(finding.span.end, finding.span.start + 1)
        if not (self.reach.start < end and finding.span.start < self.reach.end):
            return set()
        return {code for code in self.codes or ("",) if finding.code.startswith(code)}

    def idle(self, settings: Settings) -> tuple[str, ...]:
        """The codes that silence nothing, "" for all, of rules that ran."""
        left = (code for code in self.codes or ("",) if code not in self.used)
        return tuple(code for code in left if not code or settings.selects(code))


def suppress(findings: list[Finding], document: Document, settings: Settings) -> list[Finding]:
    """``findings`` (source offsets, ordered) without those that a comment silences, and with one
    for each comment that silences nothing."""
    if not document.comments:
        return findings
    silencers = list(suppressions(document))
    kept = [finding for finding in findings if not _silenced(finding, silencers)]
    if settings.selects(UNUSED_CODE):
        left = ((one, one.idle(settings)) for one in silencers)
        kept += [_unused(one, idle, document) for one, idle in left if idle]
    return sorted(kept, key=lambda f: (f.span, f.code))


def _silenced(finding: Finding, silencers: list[Suppression]) -> bool:
    silenced = False
    for one in silencers:
        by = one.silences(finding)
        one.used |= by
        silenced = silenced or bool(by)
    return silenced


def _unused(one: Suppression, idle: tuple[str, ...], document: Document) -> Finding:
    codes = ", ".join(filter(None, idle))
    return Finding(
        code=UNUSED_CODE,
        rule=UNUSED_RULE,
        severity=Severity.WARNING,
        confidence=1.0,
        message=Message(
            f"эта пометка ничего не заглушает{': ' + codes if codes else ''}",
            f"this comment silences nothing{': ' + codes if codes else ''}",
        ),
        span=one.comment.span,
        text=one.comment.span.of(document.source),
    )


def suppressions(document: Document) -> Iterator[Suppression]:
    """The comments of ``document`` that address imena."""
    opened: list[tuple[Comment, tuple[str, ...]]] = []
    reaches = _Reaches(document.source)
    for comment in sorted(document.comments):
        found = _DIRECTIVE.match(comment.text)
        if found is None:
            if _MEANT.match(comment.text):
                yield Suppression(comment, (), _NOWHERE)
            continue
        codes = tuple(code.upper() for code in _CODE.findall(found["codes"] or ""))
        verb = found["verb"].lower()
        if verb == "ignore-start":
            opened.append((comment, codes))
        elif verb == "ignore-end" and opened:
            start, begun = opened.pop()
            yield Suppression(start, begun, Span(start.span.end, comment.span.start))
        else:
            yield Suppression(comment, codes, reaches.of(verb, comment.span))
    for start, begun in opened:
        yield Suppression(start, begun, Span(start.span.end, len(document.source)))


#: The reach of a comment that is about nothing: before the first letter.
_NOWHERE = Span(-1, -1)


class _Reaches:
    """What a comment is about, by lines of the source."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.source)

    def of(self, verb: str, span: Span) -> Span:
        """The reach of a comment at ``span``; that of an end without a start is nothing."""
        if verb == "ignore-end":
            return _NOWHERE
        if verb == "ignore-file":
            return Span(0, len(self.source))
        first, _ = self.lines.position(span.start)
        last, _ = self.lines.position(max(span.start, span.end - 1))
        if verb == "ignore":
            return Span(self.lines.span_of(first)[0], self._end(last))
        return self._next(last + 1)

    def _next(self, line: int) -> Span:
        """The first line from ``line`` on that holds text."""
        while line <= len(self.lines.starts):
            start, end = self.lines.span_of(line)
            if self.source[start:end].strip():
                return Span(start, self._end(line))
            line += 1
        return _NOWHERE

    def _end(self, line: int) -> int:
        return self.lines.span_of(line)[1] + 1
