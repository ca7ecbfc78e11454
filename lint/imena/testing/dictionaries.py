"""The gates of dictionaries as a test."""

from __future__ import annotations

from pathlib import Path


def check_dictionary(*paths: Path, source: bool = False) -> None:
    """Hold dictionary files to the gates of ``imena dict check``, beside the shipped ones; with
    ``source`` every entry must name its source.

    Raises AssertionError listing every problem as ``file:line``, DictionaryError for a broken file.
    """
    from imena.curation.gates import GATES, SHIPPED, Checked, check
    from imena.lexicon.dictionary import read_rows
    from imena.lexicon.load import load_lexicon

    lexicon = load_lexicon([])
    rows = [row for path in paths for row in read_rows(path, str(path))]
    checked = Checked(rows, lexicon.language, lexicon)
    found = check(checked, SHIPPED if source else GATES)
    assert not found, "\n".join(problem.shown("en") for problem in found)
