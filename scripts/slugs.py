"""Stable Latin identifiers: see :mod:`imena.curation.slugs`."""

from imena.curation.slugs import slug, unique_slug

__all__ = ["slug", "unique_slug"]
