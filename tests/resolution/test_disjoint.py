"""Spans taken one after another stay disjoint, just as a scan over all of them would keep them."""

from hypothesis import given
from hypothesis import strategies as st

from imena.text.span import DisjointSpans, Span

SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 40), st.integers(0, 6))


@given(st.lists(SPANS, max_size=30))
def test_as_a_scan_over_all(spans: list[Span]) -> None:
    taken, scanned = DisjointSpans(), []
    for span in spans:
        free = not any(span == other or span.overlaps(other) for other in scanned)
        assert taken.take([span]) is free
        scanned += [span] * free


def test_all_or_none() -> None:
    taken = DisjointSpans()
    assert taken.take([Span(0, 2)])
    assert not taken.take([Span(5, 6), Span(1, 3)])
    assert taken.free(Span(5, 6))
