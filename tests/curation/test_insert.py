"""Inserting keeps every byte that was there, whatever the file looks like."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from imena.curation.shape import sort_key
from imena.curation.writing import New, insert
from imena.lexicon.dictionary import read_rows

NAMES = st.lists(
    st.text("абвеёжя", min_size=1, max_size=4).map(str.capitalize), unique=True, max_size=6
)
COMMENTS = st.sampled_from(["", "# примечание\n", "\n", "# раз\n# два\n", "\n# раз\n\n"])


@settings(max_examples=60, deadline=None)
@given(names=NAMES, new=st.text("абвеёжя", min_size=1, max_size=4), data=st.data())
def test_old_lines_stay_in_order_and_the_new_entry_in_its_place(
    names: list[str], new: str, data: st.DataObject
) -> None:
    ordered = sorted(names, key=lambda name: sort_key({"name": name}))
    blocks = [f'{data.draw(COMMENTS)}[[place]]\nname = "{name}" # {name}\n' for name in ordered]
    old = "".join(blocks)
    entry = New("place", {"id": "новый", "name": new.capitalize()})
    with TemporaryDirectory() as home:
        path = Path(home) / "d.toml"
        path.write_text(old, "utf-8")
        insert(path, [entry])
        made = path.read_text("utf-8")
        rows = [row.values for row in read_rows(path, "d.toml")]
    assert sorted(rows, key=sort_key) == rows
    assert len(rows) == len(names) + 1
    kept = iter(line for line in made.split("\n") if line.strip())
    assert all(line in kept for line in old.split("\n") if line.strip())
    for block in blocks:
        attached = block.split("\n\n")[-1].strip("\n")
        assert attached in made
