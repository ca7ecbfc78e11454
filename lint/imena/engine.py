"""From a document to a report. Knows neither files nor configuration files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from imena.config import Settings
from imena.findings import Applicability, Edit, Finding, Fix, Report, apply_edits
from imena.text.document import Document
from imena.text.naming import Naming
from imena.text.span import DisjointSpans

if TYPE_CHECKING:
    from imena.lexicon.lexicon import Lexicon
    from imena.resolution.across import Elsewhere, FullName
    from imena.resolution.analysis import Analysis


__all__ = ["Checker", "apply_edits", "chosen_edits", "to_source"]


class Checker:
    """Checks documents against one lexicon with one set of rules."""

    def __init__(
        self, lexicon: Lexicon, rules: Sequence[Any], settings: Settings, hook: Any = None
    ) -> None:
        self.lexicon = lexicon
        self.settings = settings
        self.rules = [rule for rule in rules if _runs(rule, settings)]
        self.hook = hook

    def check(self, document: Document, elsewhere: Elsewhere | None = None) -> Report:
        """All findings of ``document`` in source order, suppressions carried out; ``elsewhere``
        are names that other texts of the run spell otherwise."""
        return self.report(self._analysis(document, elsewhere))

    def full_names(self, document: Document) -> list[FullName]:
        """The full names in ``document`` that the lexicon does not know."""
        from imena.resolution.channels.across import full_names_of

        return list(full_names_of(self._analysis(document)))

    def _analysis(self, document: Document, elsewhere: Elsewhere | None = None) -> Analysis:
        from imena.resolution.analysis import Analysis

        named = self.namings(document)
        return Analysis(document, self.lexicon, self.settings, named, elsewhere)

    def report(self, analysis: Analysis) -> Report:
        """All findings of the document of ``analysis``."""
        from imena.suppressions import suppress

        document = analysis.document
        found = [f for rule in self.rules for f in rule.check(analysis) if self._keeps(f, document)]
        mapped = [m for f in found if (m := to_source(f, document)) is not None]
        kept = suppress(_in_order(mapped), document, self.settings)
        return Report(document.path, document.source, kept)

    def namings(self, document: Document) -> list[Naming]:
        """What plugins say of the names in ``document``."""
        if self.hook is None:
            return []
        return [one for group in self.hook.imena_mentions(document=document) for one in group]

    def _keeps(self, finding: Finding, document: Document) -> bool:
        if finding.confidence < self.settings.min_confidence:
            return False
        words = (*self.settings.words, *document.words)
        if _is_left_alone(finding.text, words) or finding.code.startswith(document.ignore):
            return False
        return not (
            self.hook and self.hook.imena_ignore_finding(finding=finding, document=document)
        )


def _is_left_alone(text: str, words: Iterable[str]) -> bool:
    """Whether ``text`` is in a list of words; ``*`` and ``?`` stand for letters, so that one word
    is listed in all its forms."""
    return any(
        fnmatchcase(text, word) if "*" in word or "?" in word else text == word for word in words
    )


def _runs(rule: Any, settings: Settings) -> bool:
    return settings.selects(rule.code, getattr(rule, "default", True))


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.span, f.code))


def to_source(finding: Finding, document: Document) -> Finding | None:
    """``finding`` with source offsets; None where its place is not in the source at all.

    A fix that crosses markup becomes unsafe and leaves the markup as it is; one that has no place
    in the source is dropped.
    """
    span = document.source_span(finding.span)
    if span is None:
        return None
    return finding.moved(span, _source_fix(finding.fix, document), span.of(document.source))


def _source_fix(fix: Fix | None, document: Document) -> Fix | None:
    if fix is None or document.chunks is None:
        return fix
    edits = []
    crosses = False
    for span, text in fix.edits:
        source = document.source_edits(span, text)
        if source is None:
            return None
        crosses = crosses or document.crosses_markup(span)
        edits += [Edit(*one) for one in source]
    safe = fix.applicability is Applicability.SAFE and not crosses
    return Fix(Applicability.SAFE if safe else _at_most_unsafe(fix.applicability), tuple(edits))


def _at_most_unsafe(applicability: Applicability) -> Applicability:
    return Applicability.UNSAFE if applicability is Applicability.SAFE else applicability


def chosen_edits(findings: Iterable[Finding], unsafe: bool = False) -> list[Edit]:
    """The edits to carry out, in order; of fixes that overlap the surer one wins whole."""
    wanted = [Applicability.SAFE, Applicability.UNSAFE] if unsafe else [Applicability.SAFE]
    taken: dict[Edit, None] = {}
    places = DisjointSpans()
    for finding in sorted(findings, key=lambda f: (-f.confidence, f.span)):
        if finding.fix and finding.fix.applicability in wanted:
            new = [e for e in finding.fix.edits if e not in taken]
            if places.take(e.span for e in new):
                taken |= dict.fromkeys(new)
    return sorted(taken, key=lambda e: e.span)
