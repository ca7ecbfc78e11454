"""Pages made of files that live elsewhere in the repository, with their links put right."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: File of the repository → page of the site.
PAGES = {
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "dictionaries/README.md": "shipped.md",
    "examples/plugin/README.md": "plugin-example.md",
}
#: Where a link to a directory or to a file that is no page of its own leads.
_STAND_INS = {
    "examples/plugin": "plugin-example.md",
    "dictionaries": "shipped.md",
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "changelog.d": "changelog.md",
}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def editors() -> list[str]:
    """Pages of the editors that have a README."""
    return sorted(
        f"editors/{readme.parent.name}.md" for readme in (ROOT / "editors").glob("*/README.md")
    )


def pages() -> dict[str, str]:
    made = {page: moved(source, page) for source, page in _sources().items()}
    return {**made, "changelog.md": changelog()}


def _sources() -> dict[str, str]:
    return PAGES | {f"{page.removesuffix('.md')}/README.md": page for page in editors()}


def moved(source: str, page: str) -> str:
    """The text of ``source`` as it must read at ``page``."""
    text = (ROOT / source).read_text("utf-8")
    return _LINK.sub(lambda found: _link(found, posixpath.dirname(source), page), text)


def _link(found: re.Match[str], home: str, page: str) -> str:
    mark, label, target = found.groups()
    if re.match(r"[a-z]+:|#", target):
        return found[0]
    path, _, anchor = target.partition("#")
    at = _place(posixpath.normpath(posixpath.join(home, path)))
    if at is None:
        return label if mark or label.strip("`") == path else f"{label} (`{path}`)"
    there = posixpath.relpath(at, posixpath.dirname(page) or ".")
    return f"{mark}[{label}]({there}{'#' + anchor if anchor else ''})"


def _place(path: str) -> str | None:
    """The page or picture of the site that ``path`` of the repository is; None for neither."""
    known = _sources() | _STAND_INS
    if path in known:
        return known[path]
    inside = path.startswith("docs/") and (ROOT / path).is_file()
    return path.removeprefix("docs/") if inside else None


_KINDS = ("added", "changed", "fixed", "dictionary")


def changelog() -> str:
    """The changelog, with the fragments of the next release on top."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    head, _, released = text.partition("<!-- towncrier release notes start -->")
    lines = [
        f"- **{kind}**: {fragment.read_text('utf-8').strip()}"
        for kind in _KINDS
        for fragment in sorted((ROOT / "changelog.d").glob(f"*.{kind}.md"))
    ]
    coming = "\n".join(["## Unreleased", "", *lines]) if lines else ""
    return f"{head.strip()}\n\n{coming}\n{released}"
