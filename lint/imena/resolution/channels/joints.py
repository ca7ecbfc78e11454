"""Hyphens and spaces: which rule speaks of a name that is joined wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imena.findings import Applicability
from imena.lexicon.parts import Slot, Status
from imena.resolution.analysis import Analysis
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit, slot_of
from imena.resolution.replacement import propose_at
from imena.resolution.vocabulary import Mark
from imena.resolution.words import Gap, Shape, Words
from imena.text.span import Span

_SEAM = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ])")


def joint_kind(hit: Hit) -> str:
    """The taxonomy's name for the way ``hit.seen`` joins the letters of ``hit.key``."""
    seen, right = _joints(hit.seen), _joints(hit.key)
    for at, joint in right.items():
        written = seen.get(at)
        if written is None:
            return "hyphen-joined" if joint == "-" else "space-missing"
        if written != joint:
            return "hyphen-missing" if joint == "-" else "hyphen-extra"
    return "hyphen-extra"


def _joints(text: str) -> dict[int, str]:
    """Number of letters before each joint → the joint."""
    found: dict[int, str] = {}
    letters = 0
    for char in text:
        if char.isalnum():
            letters += 1
        else:
            found[letters] = char
    return found


def run_together(analysis: Analysis) -> Iterator[Deviation]:
    """«НиколПашинян»: a given name and the surname of the same person without a space."""
    for at in analysis.words.with_mark(Mark.SEAM):
        token = analysis.words.tokens[at]
        seam = _SEAM.search(token.text)
        if seam is None or at in analysis.silent:
            continue
        given, surname = token.text[: seam.start()], token.text[seam.start() :]
        entry = _bearer(analysis, given, surname)
        if entry is None:
            continue
        span, right = analysis.words.span(at, at + 1), f"{given} {surname}"
        yield from _spaced(analysis, span, "space-missing", right, 0.97, entry)


def _spaced(
    analysis: Analysis, span: Span, kind: str, right: str, confidence: float, entry: int
) -> Iterator[Deviation]:
    """The deviation that puts a space between the two names of a person."""
    ref = analysis.lexicon.entry(entry).ref
    made = propose_at(analysis, span, kind, right, confidence, Applicability.SAFE, ref)
    if made:
        yield made


def hyphened(analysis: Analysis) -> Iterator[Deviation]:
    """«Ли-Цян»: the two names of one person with a hyphen between."""
    words = analysis.words
    for at in words.spanned:
        if not _stand_alone(words, at) or at in analysis.silent:
            continue
        entry = _both_names(analysis, at)
        if entry is None:
            continue
        right = f"{words.texts[at]} {words.texts[at + 1]}"
        yield from _spaced(analysis, words.span(at, at + 2), "hyphen-extra", right, 0.95, entry)


def _stand_alone(words: Words, at: int) -> bool:
    """Whether word ``at`` and the next, both with a capital, are all that the hyphen joins."""
    if words.gap(at) is not Gap.HYPHEN or words.shape(at) is not Shape.TITLE:
        return False
    outer = words.hyphen_behind(at - 1) or words.hyphen_behind(at + 1)
    return words.shape(at + 1) is Shape.TITLE and not outer


def _both_names(analysis: Analysis, at: int) -> int | None:
    """The person one of whose names is word ``at`` and the other is the next, in one case; None
    where the two together are a name of their own."""
    first, second = (analysis.hits_at.get(n, ()) for n in (at, at + 1))
    if any(hit.right and hit.last > at + 1 for hit in first):
        return None
    names = {Slot.GIVEN, Slot.SURNAME}
    for one in (hit for hit in first if hit.right):
        for two in second:
            slots = {slot_of(one, analysis.lexicon), slot_of(two, analysis.lexicon)}
            if two.right and one.entry == two.entry and one.mask & two.mask and slots == names:
                return one.entry
    return None


def _bearer(analysis: Analysis, given: str, surname: str) -> int | None:
    """The person who has both names in right forms of the same case."""
    lexicon = analysis.lexicon
    fold = lexicon.language.fold
    for one in lexicon.exact(fold(given)):
        for two in lexicon.exact(fold(surname)):
            if one.entry == two.entry and one.mask & two.mask:
                slots = {lexicon.entry(r.entry).parts[r.part].slot for r in (one, two)}
                right = max(one.status, two.status) <= Status.POLICY
                if right and slots == {Slot.GIVEN, Slot.SURNAME}:
                    return one.entry
    return None
