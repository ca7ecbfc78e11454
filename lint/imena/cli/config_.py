"""``imena config``: what holds here, and where it comes from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from imena.cli.check import add_run_arguments, config_of
from imena.config_files import KEYS, Config, with_ignores

HELP = "show the configuration in force, or the plugins"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["plugins"], help="list plugins instead")
    parser.add_argument("--path", type=Path, default=Path(), help="for which file or directory")
    add_run_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the table. Raises ConfigError."""
    if args.what == "plugins":
        print(_plugins(args))
        return 0
    args.paths = [args.path]
    config = config_of(args)
    print(f"# {config.path or 'no configuration file'}")
    more = with_ignores(config, args.path).ignore[len(config.settings.ignore) :]
    if more:
        print(f"# {args.path}: per-file-ignores {', '.join(more)}")
    for key in KEYS:
        origin = config.origins.get(key, "default")
        print(f"{key} = {_shown(_value(config, key))}  # {origin}")
    return 0


def _value(config: Config, key: str) -> Any:
    name = key.replace("-", "_")
    return (
        getattr(config.settings, name, None)
        if hasattr(config.settings, name)
        else getattr(config, name)
    )


def _shown(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(_shown(one) for one in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{k}" = {_shown(v)}' for k, v in value.items()) + " }"
    if isinstance(value, (int, float)):
        return str(value)
    return '""' if value is None else f'"{value}"'


def _plugins(args: argparse.Namespace) -> str:
    from imena import plugins

    manager = plugins.manager(tuple(args.plugins or ()), not args.no_plugins)
    lines = []
    for name, plugin in manager.list_name_plugin():
        hooks = sorted(caller.name for caller in manager.get_hookcallers(plugin) or ())
        lines.append(f"{name}{_origin(name, plugin)}: {', '.join(hooks)}")
    return "\n".join(lines)


def _origin(name: str, plugin: Any) -> str:
    """The package that brought an installed plugin, or the file of one that ``-p`` names."""
    from imena.installed import entry_points

    if not hasattr(plugin, "__name__"):
        return ""
    for point in entry_points():
        if point.name == name and point.value.partition(":")[0] == plugin.__name__ and point.dist:
            return f" ({point.dist.name} {point.dist.version})"
    return f" ({getattr(plugin, '__file__', None) or plugin.__name__})"
