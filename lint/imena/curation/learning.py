"""What a corpus teaches: names that no dictionary holds, as entries for a person to accept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from imena.config import Settings
from imena.curation.shape import KINDS, sort_key
from imena.curation.slugs import unique_slug
from imena.curation.writing import New
from imena.discovery.proposals import Proposal, gather
from imena.discovery.search import unknown_names
from imena.discovery.sighting import Sighting
from imena.lexicon.lexicon import Lexicon
from imena.resolution.analysis import Analysis
from imena.text.document import Document


def learn(texts: Iterable[Document], lexicon: Lexicon, least: int = 1) -> list[Proposal]:
    """Names met ``least`` times or more, the most frequent first."""
    sightings: list[Sighting] = []
    settings = Settings()
    for document in texts:
        sightings += unknown_names(Analysis(document, lexicon, settings))
    return [one for one in gather(sightings, lexicon.known) if one.count >= least]


def entries_of(proposals: Iterable[Proposal], taken: set[str]) -> list[New]:
    """Entries as they would stand in a dictionary; ``taken`` are ids that exist."""
    taken = set(taken)
    return [_entry(one, taken) for one in proposals]


def _entry(proposal: Proposal, taken: set[str]) -> New:
    lemma = proposal.lemma
    head = lemma.surname or lemma.name
    name = unique_slug(head, taken, lemma.given)
    taken.add(name)
    keys = ("name", "given", "patronymic", "surname")
    values: dict[str, Any] = {"id": name}
    values |= {key: getattr(lemma, key) for key in keys if getattr(lemma, key)}
    if lemma.gender:
        values["gender"] = lemma.gender
    if lemma.kind == "place" and proposal.plural:
        values["number"] = "pl"
    return New(lemma.kind, values)


def comment_of(proposal: Proposal) -> str:
    """The evidence as TOML comments above an entry: count, place, forms, variants."""
    first = proposal.sightings[0].excerpt
    forms = ", ".join(f"{form} {count}" for form, count in proposal.forms.items())
    lines = [f"# {proposal.count} × {first.path}:{first.line}: {forms}"]
    if proposal.variants:
        lines.append(f"# ? {', '.join(proposal.variants)}")
    return "\n".join(lines)


def fragment(proposals: Iterable[Proposal], taken: set[str]) -> str:
    """A dictionary file of all proposals with their evidence, to be cut down by a person; in the
    order that dictionaries keep."""
    kept = list(proposals)
    pairs = list(zip(kept, entries_of(kept, taken), strict=True))
    pairs.sort(key=lambda pair: (KINDS.index(pair[1].kind), sort_key(pair[1].values)))
    return "\n".join(f"{comment_of(one)}\n{entry.text}" for one, entry in pairs)
