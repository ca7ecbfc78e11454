"""Comments that silence findings, and those among them that silence nothing.

``imena: ignore[T101]`` is about its own line, ``ignore-next-line`` about the next one that holds
text, ``ignore-start`` … ``ignore-end`` about what is between, ``ignore-file`` about all of it.
Without codes every rule is meant; codes may be prefixes; a reason may follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from imena.config import Settings
from imena.findings import Finding, Message, Severity
from imena.text.document import Comment, Document
from imena.text.span import Span

UNUSED_CODE = "S001"
UNUSED_RULE = "unused-suppression"
_DIRECTIVE = re.compile(
    r"^\s*imena:\s*(?P<verb>ignore(?:-next-line|-start|-end|-file)?)"
    r"(?:\s*\[(?P<codes>[\w\s,]*)\])?(?=\s|$)"
)
_CODE = re.compile(r"[A-Za-z]+\d*")


@dataclass
class Suppression:
    """One comment; ``reach`` is the stretch of source (code points) it is about."""

    comment: Comment
    codes: tuple[str, ...]
    reach: Span
    used: bool = field(default=False)

    def silences(self, finding: Finding) -> bool:
        about = not self.codes or finding.code.startswith(self.codes)
        return about and self.reach.start <= finding.span.start < max(self.reach.end, 1)


def suppress(findings: list[Finding], document: Document, settings: Settings) -> list[Finding]:
    """``findings`` (source offsets, ordered) without those that a comment silences, and with one
    for each comment that silences nothing."""
    if not document.comments:
        return findings
    silencers = list(suppressions(document))
    kept = [finding for finding in findings if not _silenced(finding, silencers)]
    if settings.selects(UNUSED_CODE):
        kept += [_unused(one, settings) for one in silencers if _is_idle(one, settings)]
    return sorted(kept, key=lambda f: (f.span, f.code))


def _silenced(finding: Finding, silencers: list[Suppression]) -> bool:
    mine = [one for one in silencers if one.silences(finding)]
    for one in mine:
        one.used = True
    return bool(mine)


def _is_idle(one: Suppression, settings: Settings) -> bool:
    """Unused, and about rules that ran."""
    return not one.used and (not one.codes or any(settings.selects(c) for c in one.codes))


def _unused(one: Suppression, settings: Settings) -> Finding:
    codes = ", ".join(one.codes)
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
        text=one.comment.text,
    )


def suppressions(document: Document) -> Iterator[Suppression]:
    """The comments of ``document`` that address imena."""
    opened: list[tuple[Comment, tuple[str, ...]]] = []
    lines = _Lines(document.source)
    for comment in document.comments:
        found = _DIRECTIVE.match(comment.text)
        if found is None:
            continue
        codes = tuple(code.upper() for code in _CODE.findall(found["codes"] or ""))
        verb = found["verb"]
        if verb == "ignore-start":
            opened.append((comment, codes))
        elif verb == "ignore-end":
            if opened:
                start, begun = opened.pop()
                yield Suppression(start, begun, Span(start.span.end, comment.span.start))
        else:
            yield Suppression(comment, codes, lines.reach(verb, comment.span))
    for start, begun in opened:
        yield Suppression(start, begun, Span(start.span.end, len(document.source)))


class _Lines:
    """The lines of a source by offset."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *(m.end() for m in re.finditer("\n", source))]

    def reach(self, verb: str, span: Span) -> Span:
        if verb == "ignore-file":
            return Span(0, len(self.source))
        at = bisect_right(self.starts, span.end - 1) - 1
        if verb == "ignore":
            return Span(self.starts[bisect_right(self.starts, span.start) - 1], self._end(at))
        at += 1
        while at < len(self.starts) and not self.source[self.starts[at] : self._end(at)].strip():
            at += 1
        return Span(self.starts[at], self._end(at)) if at < len(self.starts) else span

    def _end(self, at: int) -> int:
        return self.starts[at + 1] if at + 1 < len(self.starts) else len(self.source) + 1
