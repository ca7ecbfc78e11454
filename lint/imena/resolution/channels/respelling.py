"""The deviation that a misspelt name makes: which rule speaks, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability
from imena.lexicon.parts import Slot, Status
from imena.resolution import evidence
from imena.resolution.analysis import Analysis
from imena.resolution.channels.joints import joint_kind
from imena.resolution.context import governed
from imena.resolution.deviation import Deviation
from imena.resolution.edits import slip
from imena.resolution.hits import Hit, How, entry_of, part_of
from imena.resolution.naming import called_so, set_against
from imena.resolution.replacement import in_letter_case, propose, span_of, spelling

#: Slips whose fix nobody needs to look at, given the gates.
_SAFE = frozenset(
    [
        "typo-transposed",
        "typo-missing-letter",
        "typo-extra-letter",
        "typo-doubled-letter",
        "typo-vowel",
        "typo-soft-sign",
        "hyphen-missing",
        "hyphen-joined",
        "hyphen-wrong-dash",
        "space-missing",
        "variant-forbidden",
        "org-wording",
        "homoglyph",
        "invisible-char",
        "decomposed-letter",
        "yo-letter",
        "mixed-case",
    ]
)


def respelt(analysis: Analysis, hit: Hit, score: float) -> Iterator[Deviation]:
    """The deviation of ``hit`` with the right form in its place, if it is worth saying."""
    confidence = evidence.Verdict(score).confidence
    if confidence < analysis.settings.min_confidence:
        return
    if _broken_off(analysis, hit) or _spoken_of(analysis, hit):
        return
    entry = entry_of(hit, analysis.lexicon)
    part = part_of(hit, analysis.lexicon)
    span = span_of(hit, analysis)
    seen = span.of(analysis.document.text)
    if hit.status is Status.FORBIDDEN:
        kind, target, key = "variant-forbidden", entry.parts[part.right], None
    elif hit.status is Status.NATIVE:
        kind, target, key = "foreign-letters", entry.parts[part.right], None
    elif hit.how is How.JOINT:
        kind, target, key = joint_kind(hit), part, hit.key
    else:
        found = slip(hit.seen, hit.key)
        kind, target, key = found.kind if found else "typo-wrong-letter", part, hit.key
    right = spelling(target, _narrowed(analysis, hit), key, analysis)
    if right is None:
        return
    if part.slot is Slot.PATRONYMIC and hit.how is How.NEAR:
        kind = "patronymic"
    if kind == "variant-forbidden" and entry.kind == "organisation" and " " in part.text:
        kind = "org-wording"
    how = Applicability.SAFE if kind in _SAFE else Applicability.UNSAFE
    made = propose(analysis, hit, kind, in_letter_case(right, seen), confidence, how)
    if made:
        yield made


def _broken_off(analysis: Analysis, hit: Hit) -> bool:
    """«слово Серикови… простите»: the beginning of the word, and its speaker thinks again."""
    stops = analysis.words.between(hit.last - 1).startswith(("…", ".."))
    return stops and hit.how is How.NEAR and hit.key.startswith(hit.seen)


def _spoken_of(analysis: Analysis, hit: Hit) -> bool:
    """Whether the name is only what somebody was called (of its parts one may never change), or
    stands against a like one."""
    if set_against(analysis, hit.first, hit.last):
        return True
    own = (m for m in analysis.persons_at.get(hit.first, ()) if hit in m.slots.values())
    hits = [hit, *(part for mention in own for part in mention.hits)]
    return any(called_so(analysis, hit.first, part.mask) for part in hits)


def _narrowed(analysis: Analysis, hit: Hit) -> int:
    """The cells of ``hit`` that its surroundings allow, all of them if none is."""
    asked = hit.mask & governed(analysis, hit.first)
    for mention in analysis.persons_at.get(hit.first, ()):
        if hit in mention.slots.values():
            for other in mention.slots.values():
                if other is not hit and other.mask & asked:
                    asked &= other.mask
    return asked or hit.mask
