"""Finds rules, formats, reporters and languages: built in and from plugins, by one door."""

from __future__ import annotations

import importlib
import itertools
import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

import pluggy

from imena import hookspecs, installed
from imena.errors import ImenaError, PluginError
from imena.hookspecs import hookimpl

BUILTINS = "builtins"


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

    Later ones come first when hooks are asked: a plugin may replace a built-in part, and one that
    the command line names an installed one. Raises PluginError naming the plugin that does not
    load.
    """
    found = pluggy.PluginManager(installed.GROUP)
    found.add_hookspecs(hookspecs)
    found.register(Builtins(), BUILTINS)
    for point in installed.entry_points() if entry_points else ():
        with _loading(point.name):
            _register(found, point.load(), point.name)
    for name in plugins:
        with _loading(name):
            _register(found, _module(name), name)
    return found


@contextmanager
def _loading(name: str) -> Iterator[None]:
    try:
        yield
    except (Exception, SystemExit) as error:
        raise PluginError(f"plugin {name!r} does not load: {_said(error)}") from error


def _said(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _register(found: pluggy.PluginManager, plugin: Any, name: str) -> None:
    """Register ``plugin`` unless it is there already. Raises pluggy's errors for hooks that do
    not exist or ask for what they are not given."""
    if not found.is_registered(plugin):
        found.register(plugin, name)
        found.check_pending()


def _module(name: str) -> ModuleType:
    """The module called ``name``, or the one in the file ``name`` (``./house_rules.py``)."""
    if not name.endswith(".py") and os.sep not in name:
        return importlib.import_module(name)
    from importlib.util import module_from_spec, spec_from_file_location
    from pathlib import Path

    path = Path(name).resolve(strict=True)
    unique = f"_imena_plugin_{path.stem}"  # so that no file takes the place of another module
    spec = spec_from_file_location(unique, path)
    if spec is None or spec.loader is None:
        raise ImportError("is no Python file")
    module = sys.modules[unique] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def builtin() -> pluggy.PluginManager:
    """The manager without third-party plugins."""
    return manager(entry_points=False)


def rules(found: pluggy.PluginManager) -> list[Any]:
    """Rule instances in code order. Raises PluginError where two claim one code or name."""
    made = sorted(_made(found, "imena_rules"), key=lambda r: r.code)
    for key in ("code", "name"):
        values = sorted(getattr(rule, key) for rule in made)
        for one, two in itertools.pairwise(values):
            if one == two:
                raise PluginError(f"two rules claim the {key} {one}")
    return made


def named(found: pluggy.PluginManager, hook: str) -> dict[str, Any]:
    """Instances of a hook's classes by their ``name`` (or ``code``); plugins before built-ins."""
    made = _made(found, hook)
    return {getattr(one, "name", None) or one.code: one for one in reversed(made)}


def _made(found: pluggy.PluginManager, hook: str) -> list[Any]:
    with blaming(found):
        return [c() for group in getattr(found.hook, hook)() for c in group]


def gathered(found: pluggy.PluginManager, hook: str, **given: Any) -> list[Any]:
    """What all plugins answer to ``hook``, in the order in which they were loaded."""
    with blaming(found):
        groups: list[Iterable[Any]] = getattr(found.hook, hook)(**given)
        return [one for group in reversed(groups) for one in group]


@contextmanager
def blaming(found: pluggy.PluginManager) -> Iterator[None]:
    """Turns what a plugin raises into a PluginError that names it; other errors pass."""
    try:
        yield
    except ImenaError:
        raise
    except Exception as error:
        name = _culprit(found, error)
        if name is None:
            raise
        raise PluginError(f"plugin {name!r} fails: {_said(error)}") from error


def _culprit(found: pluggy.PluginManager, error: BaseException) -> str | None:
    """The plugin whose code stands deepest in the traceback of ``error``."""
    plugins = found.list_name_plugin()
    homes = {_package(plugin): name for name, plugin in plugins if name != BUILTINS}
    guilty = None
    trace = error.__traceback__
    while trace is not None:
        package = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        guilty = homes.get(package, guilty)
        trace = trace.tb_next
    return guilty


def _package(plugin: Any) -> str:
    name: str = getattr(plugin, "__name__", None) or type(plugin).__module__
    return name.partition(".")[0]
