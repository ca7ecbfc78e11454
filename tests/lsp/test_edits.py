"""Random edits through the protocol: the text of the server is that of the client, and what it
finds is what a fresh check finds. ``benchmarks/lsp.py --edits 10000`` is the long run."""

from __future__ import annotations

import random

import pytest
from editing import SCRAPS, Editor
from fresh import Fresh
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from wire import Wire

LANGUAGES = ("plaintext", "markdown", "html")
ENCODINGS = ("utf-8", "utf-16", "utf-32")


@pytest.fixture(scope="module")
def fresh() -> Fresh:
    return Fresh([])


class Edits(RuleBasedStateMachine):
    """One document; the server lives as long as the class does."""

    wires: dict[str, Wire]
    fresh: Fresh
    number = 0

    @initialize(
        encoding=st.sampled_from(ENCODINGS),
        language=st.sampled_from(LANGUAGES),
        scraps=st.lists(st.sampled_from(SCRAPS), max_size=60),
    )
    def open(self, encoding: str, language: str, scraps: list[str]) -> None:
        Edits.number += 1
        self.wire = self.wires[encoding]
        self.uri = f"untitled:text-{Edits.number}"
        self.language = language
        self.editor = Editor(encoding, " ".join(scraps))
        self.wire.open(self.uri, self.editor.text, language)

    @rule(seed=st.integers(0, 2**32), several=st.integers(1, 4))
    def edit(self, seed: int, several: int) -> None:
        rng = random.Random(seed)
        for _ in range(several):
            self.wire.change(self.uri, self.editor.version + 1, self.editor.random(rng))

    @rule(at=st.floats(0, 1), back=st.integers(0, 12), scrap=st.sampled_from(SCRAPS))
    def type(self, at: float, back: int, scrap: str) -> None:
        end = round(at * len(self.editor.text))
        self.editor.version += 1
        change = self.editor.replace(max(0, end - back), end, scrap)
        self.wire.change(self.uri, self.editor.version, [change])

    @invariant()
    def text_is_the_same(self) -> None:
        if hasattr(self, "editor"):
            assert self.wire.request("imena/text", {"uri": self.uri}) == self.editor.text

    @invariant()
    def findings_are_the_same(self) -> None:
        if hasattr(self, "editor"):
            found = self.wire.diagnostics(self.uri, self.editor.version)
            self.wire.kept.clear()
            assert found == self.fresh.diagnostics(self.editor, self.language)

    def teardown(self) -> None:
        if hasattr(self, "uri"):
            document = {"textDocument": {"uri": self.uri}}
            self.wire.notify("textDocument/didClose", document)


@pytest.fixture(scope="module")
def wires(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Wire]:
    home = tmp_path_factory.mktemp("project")
    made = {encoding: Wire(home, home / "cache") for encoding in ENCODINGS}
    for encoding, wire in made.items():
        assert wire.start(encoding)["capabilities"]["positionEncoding"] == encoding
    return made


def test_random_edits(wires: dict[str, Wire], fresh: Fresh) -> None:
    Edits.wires, Edits.fresh = wires, fresh
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=40, stateful_step_count=12, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    for wire in wires.values():
        assert wire.leave() == 0
