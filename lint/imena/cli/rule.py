"""``imena rule CODE``: the page of a rule."""

from __future__ import annotations

import argparse
import inspect
import json
from typing import Any

from imena.errors import UsageError

HELP = "explain a rule"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("codes", nargs="*", metavar="CODE", help="code or name: T101")
    parser.add_argument("--all", action="store_true", help="every rule")
    parser.add_argument("--output-format", choices=["text", "markdown", "json"], default="text")
    parser.add_argument("-p", dest="plugins", action="append", metavar="PLUGIN")
    parser.add_argument("--no-plugins", action="store_true", help="built-in rules only")


def run(args: argparse.Namespace) -> int:
    """Print the pages. Raises UsageError for a rule that does not exist."""
    from imena import plugins

    rules = plugins.rules(plugins.manager(tuple(args.plugins or ()), not args.no_plugins))
    if not args.codes and not args.all:
        print("\n".join(f"{rule.code}  {rule.name:<24}{_summary(rule)}" for rule in rules))
        return 0
    chosen = rules if args.all else [_named(code, rules) for code in args.codes]
    if args.output_format == "json":
        print(json.dumps([as_object(rule) for rule in chosen], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(page(rule) for rule in chosen))
    return 0


def _named(code: str, rules: list[Any]) -> Any:
    for rule in rules:
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), [r.code for r in rules], 1, 0.5)
    near += get_close_matches(code.lower(), [r.name for r in rules], 1, 0.6)
    hint = f", did you mean {near[0]}?" if near else ""
    raise UsageError(f"no rule {code!r}{hint}")


def _summary(rule: Any) -> str:
    return (inspect.getdoc(rule) or "").partition("\n")[0]


def page(rule: Any) -> str:
    """The page as Markdown."""
    head = f"# {rule.code} {rule.name} ({rule.severity.value})"
    return f"{head}\n\n{inspect.getdoc(rule) or ''}"


def as_object(rule: Any) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": _summary(rule),
        "page": inspect.getdoc(rule) or "",
    }
