"""Long names compared word by word with the official wording."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Container, Iterator
from typing import NamedTuple, TypeAlias

from imena.findings import Applicability, Edit
from imena.lexicon.lexicon import Lexicon, StoredEntry, StoredPart
from imena.lexicon.parts import Status
from imena.morphology import Case, Number
from imena.resolution.analysis import Analysis
from imena.resolution.deviation import Deviation
from imena.resolution.edits import slip
from imena.resolution.replacement import as_allowed, edits_for, hull, in_letter_case
from imena.resolution.vocabulary import Mark, Word
from imena.resolution.words import Gap, Shape, Words
from imena.text.span import Span

#: A word of this length or shorter may be a preposition or a conjunction.
_FUNCTION = 3
#: What a name loses by mistake; without «ООН» it is the name of another body.
_SMALL_WORDS = frozenset("о об по и в во на с со за к у из от до для при под над".split())
_COST_LIMIT = 1.0


#: The number of an entry and that of the part which is the name.
_Name: TypeAlias = tuple[int, int]


class Alignment(NamedTuple):
    """Words ``first`` up to ``last`` against one form of a name, and what differs."""

    cost: float
    first: int
    last: int
    form: str
    kind: str


def wording_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Names of three words or more that are right but for one word."""
    clusters = _clusters(analysis)
    exact = _written_whole(analysis) if clusters else frozenset[int]()
    seen: set[tuple[int, int]] = set()
    for (number, part), places in sorted(clusters.items()):
        entry = analysis.lexicon.entry(number)
        for start in places:
            if start in exact or (number, start) in seen or analysis.words.hyphen_behind(start - 1):
                continue
            seen.add((number, start))
            found = _align(analysis, entry.parts[part], start)
            if found:
                yield from _deviation(analysis, entry, found)


def _written_whole(analysis: Analysis) -> Container[int]:
    """The words of names of several words that are there as some dictionary has them."""
    return {
        n for h in analysis.hits if h.last - h.first > 1 and h.status <= Status.FORBIDDEN
        for n in range(h.first, h.last)
    }  # fmt: skip


def _clusters(analysis: Analysis) -> dict[tuple[int, int], list[int]]:
    """For each long name the places where two of its words stand about as far apart as in it, and
    where a capital begins it."""
    met = defaultdict[_Name, list[tuple[int, int]]](list)
    words, silent = analysis.words, analysis.silent
    for at in words.with_mark(Mark.ANCHOR):
        if at not in silent:
            for name, position in _anchors(analysis, words.word(at)):
                met[name].append((at, position))
    found = {}
    for name, places in met.items():
        if len(places) == 1 and places[0][1] > 0:
            continue  # one word of a name, and not its first: most are
        starts = _starts(places) | _before_small(places, words)
        if starts := {start for start in starts if words.shape(start) is not Shape.LOWER}:
            found[name] = sorted(starts)
    return found


def _anchors(analysis: Analysis, word: Word) -> tuple[tuple[_Name, int], ...]:
    """The long names that hold ``word``, and where."""
    found: tuple[tuple[_Name, int], ...] | None = word.anchors
    if found is None:
        anchors = analysis.lexicon.anchors(word.key)
        found = word.anchors = tuple(((a.entry, a.part), a.position) for a in anchors)
    return found


def _before_small(places: list[tuple[int, int]], words: Words) -> set[int]:
    """«Комитет по государственным доходам»: behind a small word that does not belong there all
    others may stand in another case, and the first is the only one that is met as it is."""
    return {
        at
        for at, position in places
        if position == 0
        and at + 1 < len(words)
        and words.gap(at) is Gap.SPACE
        and len(words.key(at + 1)) <= _FUNCTION
        and words.shape(at + 1) is Shape.LOWER
    }


def _starts(places: list[tuple[int, int]]) -> set[int]:
    """Where the first word should stand, by every two anchors that agree."""
    starts = set()
    for (at, position), (next_at, next_position) in itertools.pairwise(places):
        if next_position > position and abs((next_at - at) - (next_position - position)) <= 1:
            for start in (at - position - 1, at - position, at - position + 1):
                if start >= 0:
                    starts.add(start)
    return starts


def _align(analysis: Analysis, part: StoredPart, start: int) -> Alignment | None:
    """The cheapest alignment of any form of ``part`` with the words from ``start`` on."""
    if part.status > Status.ALIAS:
        return None
    best: Alignment | None = None
    for form in dict.fromkeys(text for text, _, _ in part.forms):
        found = _align_form(analysis, form, start)
        if found and (best is None or found.cost < best.cost):
            best = found
    return best if best and 0 < best.cost <= _COST_LIMIT else None


def _align_form(analysis: Analysis, form: str, start: int) -> Alignment | None:
    """Walk both word lists side by side, allowing one difference."""
    right = analysis.lexicon.noted(_folded_words, form)
    words = analysis.words
    at, n, cost, kind, changed = start, 0, 0.0, "", -2
    while n < len(right):
        if at >= len(words) or (at > start and words.gap(at - 1) not in (Gap.SPACE, Gap.HYPHEN)):
            return None
        key = words.key(at)
        if key == right[n]:
            at, n = at + 1, n + 1
            continue
        following = words.key(at + 1) if at + 1 < len(words) else ""
        if n and len(key) <= _FUNCTION and _same_stem(following, right[n]):
            at, n, cost, kind = at + 2, n + 1, cost + 1, "org-wording"
        elif n and right[n] in _SMALL_WORDS and _same_stem(key, (*right, "")[n + 1]):
            at, n, cost, kind = at + 1, n + 2, cost + 1, "org-wording"
        elif (step := _same_word(key, right[n], n)) and cost == 0:
            at, n, cost, kind = at + 1, n + 1, cost + 1, step
        elif n and kind == "org-wording" and at == changed + 1 and _same_stem(key, right[n]):
            at, n, changed = at + 1, n + 1, at  # «Красных Крестов»: noun and adjective together
            continue
        elif n and cost == 0 and _stands_alone(right, n) and _alike_at_the_end(key, right[n]):
            at, n, cost, kind = at + 1, n + 1, cost + 1, "org-wording"
        else:
            return None
        changed = at - 1
        if cost > _COST_LIMIT:
            return None
    return Alignment(cost, start, at, form, kind)


def _folded_words(form: str, lexicon: Lexicon) -> list[str]:
    return lexicon.language.fold(form).replace("-", " ").split()


def _same_word(seen: str, right: str, position: int) -> str | None:
    """The rule that speaks of ``seen`` for ``right``: another form of the word, or a slip."""
    if min(len(seen), len(right)) < 5:
        return "org-wording" if position and _ending_more(seen, right) else None
    if position and (_same_stem(seen, right) or _same_root(seen, right)):
        return "org-wording"
    found = slip(seen, right)
    return found.kind if found and found.at < len(right) - 2 else None


def _ending_more(one: str, two: str) -> bool:
    """«науки» for «наук»: a short word with and without an ending."""
    short, long = sorted((one, two), key=len)
    return len(short) == 4 and len(long) == 5 and long.startswith(short)


def _same_stem(one: str, two: str) -> bool:
    """Whether two words are equal, or seem forms of one word."""
    stem = max(4, min(len(one), len(two)) - 3)
    return bool(one) and (one == two or (len(two) >= 5 and one[:stem] == two[:stem]))


#: So many other words of a name leave no doubt which body is meant.
_ENOUGH = 3


def _stands_alone(right: list[str], n: int) -> bool:
    """Whether the other words of the name are enough to tell the body by."""
    return sum(len(word) > _FUNCTION for word in right) - 1 >= _ENOUGH


def _alike_at_the_end(one: str, two: str) -> bool:
    """«содружество» for «сотрудничество»: the same beginning and the same ending."""
    return min(len(one), len(two)) >= 7 and one[:2] == two[:2] and one[-4:] == two[-4:]


def _same_root(one: str, two: str) -> bool:
    """Two adjectives of one root: «тюркоязычных» for «тюркских»."""
    root = max(4, min(len(one), len(two)) // 2)
    return one[:root] == two[:root] and one[-1] == two[-1]


def _coordinated(analysis: Analysis, found: Alignment) -> bool:
    """«Ненецкий и Ямало-Ненецкий автономные округа»: the plural of what several names share."""
    words, known = analysis.words, analysis.lexicon.known
    before = (words.key(at) for at in range(max(0, found.first - 4), found.first))
    last = known.readings(words.key(found.last - 1))
    plural = any(r.number is Number.PLUR or r.case is Case.GEN for r in last)
    return plural and "и" in before


def _deviation(analysis: Analysis, entry: StoredEntry, found: Alignment) -> Iterator[Deviation]:
    if _coordinated(analysis, found):
        return
    span = analysis.words.span(found.first, found.last)
    text = analysis.document.text
    right = in_letter_case(found.form, span.of(text))
    edits = edits_for(analysis, span, right)
    if not edits or analysis.words.shape(found.first) is Shape.LOWER:
        return
    place = hull(edits)
    if len(edits) == 1 and edits[0].span == span:
        place, edits = _narrow(text, edits[0])
    safe = not found.kind.startswith("typo-wrong")
    made = Deviation(
        kind=found.kind,
        span=place,
        text=place.of(text),
        confidence=0.88,
        entry=entry.ref,
        edits=edits,
        suggestions=(right,),
        applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
    )
    yield as_allowed(analysis, made)


def _narrow(text: str, edit: Edit) -> tuple[Span, tuple[Edit, ...]]:
    """An edit without the whole words that it leaves alone at either end."""
    seen, right = edit.span.of(text).split(" "), edit.text.split(" ")
    head = 0
    while head < min(len(seen), len(right)) - 1 and seen[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(seen), len(right)) - head - 1 and seen[-1 - tail] == right[-1 - tail]:
        tail += 1
    head = max(0, head - 1) if head and head + tail >= min(len(seen), len(right)) - 1 else head
    start = edit.span.start + len(" ".join(seen[:head])) + (1 if head else 0)
    end = edit.span.end - len(" ".join(seen[len(seen) - tail :])) - (1 if tail else 0)
    inner = " ".join(right[head : len(right) - tail])
    return Span(start, end), (Edit(Span(start, end), inner),)
