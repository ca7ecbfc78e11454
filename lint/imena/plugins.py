"""Finds rules, formats, reporters and languages: built in and from plugins, by one door."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import pluggy

from imena import hookspecs
from imena.errors import PluginError
from imena.hookspecs import hookimpl

PROJECT = "imena"


class Builtins:
    """The parts of imena itself, handed on through the hooks that plugins use."""

    @hookimpl
    def imena_rules(self) -> list[type]:
        return list(_classes("imena.rules", "check"))

    @hookimpl
    def imena_formats(self) -> list[type]:
        return list(_classes("imena.formats", "read"))

    @hookimpl
    def imena_reporters(self) -> list[type]:
        return list(_classes("imena.reporters", "render"))

    @hookimpl
    def imena_languages(self) -> list[type]:
        return list(_classes("imena.languages", "decline"))


def _classes(package: str, method: str) -> Iterator[type]:
    """The classes with ``name`` (or ``code``) and ``method`` that the modules define."""
    for module in _modules(package):
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__.startswith(module.__name__):
                named = hasattr(value, "name") or hasattr(value, "code")
                if named and hasattr(value, method) and not getattr(value, "_is_protocol", False):
                    yield value


def _modules(package: str) -> Iterator[ModuleType]:
    home = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(home.__path__), key=lambda i: i.name):
        if info.name != "base":
            yield importlib.import_module(f"{package}.{info.name}")


def manager(plugins: tuple[str, ...] = (), entry_points: bool = True) -> pluggy.PluginManager:
    """A plugin manager with the built-ins, the installed plugins and those named by ``-p``.

    Raises PluginError naming the plugin that does not load.
    """
    found = pluggy.PluginManager(PROJECT)
    found.add_hookspecs(hookspecs)
    found.register(Builtins(), "builtins")
    for name in plugins:
        found.register(_load(name), name)
    if entry_points:
        _load_entry_points(found)
    return found


def _load(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise PluginError(f"plugin {name!r} does not load: {error}") from error


def _load_entry_points(found: pluggy.PluginManager) -> None:
    try:
        found.load_setuptools_entrypoints(PROJECT)
    except Exception as error:
        raise PluginError(f"an installed plugin does not load: {error}") from error


@cache
def builtin() -> pluggy.PluginManager:
    """The manager without third-party plugins."""
    return manager(entry_points=False)


def rules(found: pluggy.PluginManager) -> list[Any]:
    """Rule instances in code order. Raises PluginError where two claim one code."""
    made = sorted((c() for group in found.hook.imena_rules() for c in group), key=lambda r: r.code)
    for one, two in itertools.pairwise(made):
        if one.code == two.code:
            raise PluginError(f"two rules claim the code {one.code}")
    return made


def named(found: pluggy.PluginManager, hook: str) -> dict[str, Any]:
    """Instances of a hook's classes by their ``name`` (or ``code``)."""
    made = [c() for group in getattr(found.hook, hook)() for c in group]
    return {getattr(one, "name", None) or one.code: one for one in made}
