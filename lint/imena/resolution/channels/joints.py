"""Hyphens and spaces: which rule speaks of a name that is joined wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imena.findings import Applicability, Edit
from imena.lexicon.parts import Slot, Status
from imena.resolution.analysis import Analysis
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.replacement import as_allowed
from imena.resolution.vocabulary import Mark

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
        span = analysis.words.span(at, at + 1)
        right = f"{given} {surname}"
        yield as_allowed(
            analysis,
            Deviation(
                "space-missing", span, token.text, 0.97, analysis.lexicon.entry(entry).ref,
                (Edit(span, right),), (right,), Applicability.SAFE,
            ),
        )  # fmt: skip


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
