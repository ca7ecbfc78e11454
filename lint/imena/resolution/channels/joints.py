"""Hyphens and spaces: which rule speaks of a name that is joined wrongly."""

from __future__ import annotations

from imena.resolution.hits import Hit


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
