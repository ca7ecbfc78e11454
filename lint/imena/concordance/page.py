"""The index as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from imena.concordance.index import Heading
from imena.pages import page


def names_page(headings: Iterable[Heading], language: str) -> str:
    """A page that needs nothing else: it works from a disk without a network."""
    paths: dict[str, int] = {}
    found = [_compact(heading, paths) for heading in headings]
    return page("names", {"language": language, "paths": list(paths), "names": found}, language)


def _compact(heading: Heading, paths: dict[str, int]) -> dict[str, Any]:
    """Data for the page; file names as numbers, for they repeat."""
    return {
        "name": heading.name,
        "kind": heading.kind,
        "id": heading.id,
        "dictionary": heading.dictionary,
        "forms": heading.forms.most_common(),
        "variants": heading.variants.most_common(),
        "places": [
            [
                paths.setdefault(at.path, len(paths)),
                at.line,
                at.column,
                at.before,
                at.text,
                at.after,
                int(right),
            ]
            for at, right in heading.places
        ],
    }
