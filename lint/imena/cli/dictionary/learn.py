"""``imena dict learn PATH…``: frequent names that the dictionaries lack, for a person to accept."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imena.cli.dictionary.scope import add_scope_arguments, language_for, session_for

if TYPE_CHECKING:
    from imena.discovery.proposals import Proposal

HELP = "list names of a corpus that the dictionaries lack"
_KINDS = {"person": "человек", "place": "место", "organisation": "организация"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH", help="texts, directories, JSON Lines")
    add("--min-count", type=int, default=1, metavar="N", help="leave out what is rarer")
    add("--limit", type=int, metavar="N", help="only the N most frequent")
    add("--format", choices=["table", "toml", "json"], default="table")
    add("--write", type=Path, metavar="FILE", help="write a dictionary file to be cut down")
    add("--encoding", metavar="NAME", help="of the texts: utf-8 (default), cp1251 …")
    add_scope_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print or write the proposals. Raises InputError."""
    from imena.curation.corpus import documents
    from imena.curation.learning import fragment, learn

    session = session_for(args)
    lexicon = session.lexicon
    texts = documents(args.paths, session, session.config.exclude)
    found = learn(texts, lexicon, args.min_count)[: args.limit]
    taken = {lexicon.entry(number).id for number in range(len(lexicon.index))}
    language = language_for(session.config)
    if args.write is not None:
        _write(args.write, fragment(found, taken), language)
        print(f"{args.write}: {len(found)}")
    elif args.format == "toml":
        print(fragment(found, taken), end="")
    elif args.format == "json":
        print(json.dumps([_object(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(_row(one, language))
    return 0


_HEADINGS = {
    "ru": "# Имена из текстов. Проверьте, лишнее удалите, остальное перенесите в свой словарь.\n\n",
    "en": "# Names met in texts. Check them, delete what is wrong, keep the rest.\n\n",
}


def _write(path: Path, text: str, language: str) -> None:
    """A new file; never over one that is there. Raises UsageError and InputError."""
    from imena.errors import InputError, UsageError

    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_HEADINGS[language] + text)
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None


def _row(one: Proposal, language: str) -> str:
    kind = _KINDS[one.lemma.kind] if language == "ru" else one.lemma.kind
    place = one.sightings[0].excerpt
    forms = ", ".join(one.forms)
    also = f" ≈ {', '.join(one.variants)}" if one.variants else ""
    name = f"{one.lemma.gender:<2} {one.lemma.title}{also}"
    return f"{one.count:>5}  {kind:<12} {name}  [{forms}]  {place.path}:{place.line}"


def _object(one: Proposal) -> dict[str, Any]:
    lemma = {key: value for key, value in one.lemma._asdict().items() if value}
    return {
        **lemma,
        "title": one.lemma.title,
        "count": one.count,
        "forms": one.forms,
        "variants": one.variants,
        "places": [
            {"path": s.excerpt.path, "line": s.excerpt.line, "column": s.excerpt.column}
            for s in one.sightings
        ],
    }
