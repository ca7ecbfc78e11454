"""What counts as prose in each format, and what a fix leaves as it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from imena.config import Settings
from imena.engine import Checker, chosen_edits
from imena.formats.html import Html
from imena.formats.markdown import Markdown
from imena.formats.plain import Plain
from imena.lexicon.load import load_lexicon
from imena.plugins import builtin, rules
from imena.text.toml import loads

HERE = Path(__file__).parent
NAMES = HERE.parent / "cmd" / "names.toml"
TABLE: dict[str, list[dict[str, Any]]] = loads((HERE / "reading.toml").read_text("utf-8"))
CASES = [(name, case) for name, cases in TABLE.items() for case in cases]
FORMATS: dict[str, Any] = {form.name: form for form in (Plain(), Markdown(), Html())}


@cache
def checker() -> Checker:
    return Checker(load_lexicon([NAMES], False, [], True), rules(builtin()), Settings())


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{n}: {c['what']}" for n, c in CASES])
def test_reading(name: str, case: dict[str, Any]) -> None:
    form, before = FORMATS[name], case["before"].encode()
    found = checker().check(form.read(before, "x", "utf-8")).findings
    assert bool(found) == ("after" in case)
    unsafe = case.get("unsafe", False)
    if unsafe:
        assert chosen_edits(found) == []
    after = form.write(before, chosen_edits(found, unsafe), "x", "utf-8")
    assert after.decode() == case.get("after", case["before"])
