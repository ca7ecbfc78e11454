"""What authors of dictionaries call in their own tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from imena.testing import check_dictionary

GOOD = '[[place]]\nname = "Тихое Бучило"\nsource = "editor"\n'


def test_a_dictionary_of_a_plugin(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(GOOD, "utf-8")
    check_dictionary(path, source=True)
    path.write_text(GOOD + '\n[[place]]\nname = "Астхана"\nforbidden = ["Астана"]\n', "utf-8")
    with pytest.raises(AssertionError) as caught:
        check_dictionary(path, source=True)
    shown = str(caught.value)
    assert shown.startswith(f"{path}:5: ")
    for gate in ("[sorted]", "[source]", "[forbidden]", "[confusable]"):
        assert gate in shown
