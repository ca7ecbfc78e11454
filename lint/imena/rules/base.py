"""The contract of a rule, and the base of rules that report one kind of deviation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Protocol

from imena.findings import Applicability, Finding, Fix, Message, Severity

if TYPE_CHECKING:
    from imena.resolution.analysis import Analysis
    from imena.resolution.deviation import Deviation


class Rule(Protocol):
    """One way in which a name can be wrong.

    The docstring of the class is its page, its test and its help text; see CONTRIBUTING.
    ``default`` is False for rules that only speak when selected.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]

    def check(self, analysis: Analysis) -> Iterable[Finding]:
        """Findings in prose offsets. Pure: reads the analysis and changes nothing."""


class DeviationRule:
    """Reports the deviations of its own kind that the resolver found.

    ``message`` is formatted with ``text`` (as written), ``right`` (what to write) and ``name``
    (the canonical name).
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    message: ClassVar[Message]

    def check(self, analysis: Analysis) -> Iterable[Finding]:
        found = analysis.deviations_of(self.name)
        return [self.finding(one) for one in found] if found else ()

    def finding(self, deviation: Deviation) -> Finding:
        return Finding(
            code=self.code,
            rule=self.name,
            severity=deviation.severity or self.severity,
            confidence=deviation.confidence,
            message=self.describe(deviation),
            span=deviation.span,
            text=deviation.text,
            entry=deviation.entry,
            fix=fix_of(deviation),
            suggestions=deviation.suggestions,
        )

    def describe(self, deviation: Deviation) -> Message:
        right = deviation.suggestions[0] if deviation.suggestions else ""
        name = deviation.entry.name if deviation.entry else ""
        values = {"text": deviation.text, "right": right, "name": name}
        return Message(self.message.ru.format(**values), self.message.en.format(**values))


def fix_of(deviation: Deviation) -> Fix | None:
    """The fix of a deviation; one that nobody should apply unseen has none but ``display``."""
    if not deviation.edits:
        return None
    return Fix(deviation.applicability or Applicability.UNSAFE, deviation.edits)
