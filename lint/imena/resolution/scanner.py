"""Places where the lexicon answers: windows of words that are, or are near, a known form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from imena.languages.ru.usage import NAME_PARTICLES
from imena.lexicon.compile import JOINED, Record
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Status
from imena.resolution.alone import (
    LONG,
    MANY,
    TOGETHER,
    WITHIN,
    hit_of,
    leads_of,
    near_alone,
    note,
)
from imena.resolution.far import far_hits
from imena.resolution.hits import WRONG_FORMS, Hit, How, in_order
from imena.resolution.near import Near, near_keys
from imena.resolution.several import joint_hits, long_hits
from imena.resolution.vocabulary import Mark, Vocabulary
from imena.resolution.words import HYPHEN_GAPS, Gap, Shape, Words

_SPACE, _TITLE, _CAPITAL = Gap.SPACE, Shape.TITLE, Mark.CAPITAL
#: In place of what is not noted yet.
_UNKNOWN = -1
#: How far the rest of a name may stand from a word that says nothing of itself.
_REACH = 3
_NOBODY: frozenset[int] = frozenset()


class Scanner:
    """Finds the hits of one text. Only marked words are looked at, and what can be said of a
    spelling without its neighbours is said once (:mod:`imena.resolution.alone`)."""

    def __init__(self, words: Words, lexicon: Lexicon, silent: frozenset[int]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.silent = silent
        vocabulary = Vocabulary.of(lexicon)
        self._leads, self._letters = vocabulary.leads, vocabulary.letters
        self._found: dict[int, list[Hit]] = {}
        #: Places with hits that are not in order yet.
        self._mixed: set[int] = set()
        self._common: dict[int, Sequence[Record]] = {}

    def hits(self) -> dict[int, list[Hit]]:
        """All hits by the number of their first word, in text order; near ones only where nothing
        right covers the same words."""
        marked, silent = self.words.marked, self.silent
        loud = [at for at in marked if at not in silent] if silent else marked
        self._exact(loud)
        for hit in list(self._shared()):
            self._add(hit)
        covered = self._covered()
        for hit in list(self._near(loud, covered)):
            if not self._is_wrong_form(hit):
                self._add(hit)
                self._share(hit)
        for hit in list(far_hits(self.words, self.lexicon, self._found, covered)):
            self._add(hit)
        found = self._found
        for at in self._mixed:
            found[at] = in_order(found[at])
        return dict(sorted(found.items()))

    def _add(self, hit: Hit) -> None:
        self._found.setdefault(hit.first, []).append(hit)
        self._mixed.add(hit.first)

    def _covered(self) -> set[int]:
        """The words that a right hit covers."""
        covered: set[int] = set()
        for hits in self._found.values():
            for hit in hits:
                if hit.right:
                    covered.update(range(hit.first, hit.last))
        return covered

    @cached_property
    def _hyphens(self) -> set[int]:
        """The words with a hyphen behind them or behind one of the next two."""
        words, gaps = self.words, self.words.separators
        return {n for at in words.spanned if gaps[at].hyphen for n in (at, at - 1, at - 2)}

    def _is_wrong_form(self, near: Hit) -> bool:
        """Whether the same words are a wrong form of the same part: then that is what they are."""
        return any(
            hit.status in WRONG_FORMS and hit[1:4] == near[1:4]
            for hit in self._found.get(near.first, ())
        )

    def _exact(self, loud: list[int]) -> None:
        """What is known: of each word alone, and of the words that begin with it."""
        notable, texts, found = self.words.notable, self.words.texts, self._found
        lexicon, hyphens, known, new = self.lexicon, self._hyphens, self._leads, tuple.__new__
        for at in loud:
            word = notable[at]
            if word is None or not word.marks:
                if self.words.separators[at].hyphen:
                    self._wide(at, self._leads_of(at), False)
                continue
            alone = word.alone
            if alone is None:
                alone = note(word, lexicon)
            if alone:
                found[at] = [new(Hit, (at, at + 1, *rest)) for rest in alone]
            if word.common:
                self._common[at] = lexicon.exact(word.key)
            leads = word.leads
            if leads and (leads != WITHIN or at in hyphens):
                self._wide(at, leads, bool(word.marks & _CAPITAL))
            if at and word.shape is _TITLE:
                before = notable[at - 1]
                if known.get(texts[at - 1], _UNKNOWN) if before is None else not before.marks:
                    self._before_title(at - 1)

    def _before_title(self, at: int) -> None:
        """«великих Луках», «фондер Ляйен»: a small letter before a capital."""
        leads = self._leads_of(at)
        begins = leads and (leads != WITHIN or at in self._hyphens)
        if begins and not (self.words.separators[at].marked or at in self.silent):
            self._wide(at, leads, True)

    def _leads_of(self, at: int) -> int:
        """Which longer names begin with word ``at``."""
        word = self.words.notable[at]
        if word is not None:
            if word.alone is None:
                note(word, self.lexicon)
            return int(word.leads)
        text = self.words.texts[at]
        leads = self._leads.get(text)
        if leads is None:
            leads = self._leads[text] = leads_of(self.words.key(at), self.lexicon)
        return leads

    def _wide(self, at: int, leads: int, upper: bool) -> None:
        """The names of several words that begin here."""
        words, begins = self.words, self.lexicon.index.begins
        if at + 1 == len(words):
            return
        hyphen = words.separators[at].hyphen
        if not (hyphen or (words.gap(at) is _SPACE and (upper or words.shape(at + 1) is _TITLE))):
            return
        key, after = words.key(at), words.key(at + 1)
        begun = f"{key}-{after}" if hyphen else f"{key} {after}"
        goes_on = self._goes_on(key, begun[: len(key) + 2])
        if goes_on & LONG and begins(begun):
            for hit in long_hits(self.words, self.lexicon, at):
                self._add(hit)
        near = leads and at in self._hyphens
        if near or (goes_on & TOGETHER and begins(f"{JOINED}{key}{after}")):
            for hit in joint_hits(self.words, self.lexicon, at):
                self._add(hit)

    def _goes_on(self, key: str, begun: str) -> int:
        """Whether longer names begin with ``key`` and the letter of ``begun`` behind the joint:
        after a preposition that some names begin with too, few do."""
        found = self._letters.get(begun)
        if found is None:
            begins = self.lexicon.index.begins
            found = LONG if begins(begun) else 0
            found |= TOGETHER if begins(f"{JOINED}{key}{begun[-1]}") else 0
            self._letters[begun] = found
        return found

    @cached_property
    def _named(self) -> dict[int, set[int]]:
        """The entries that each word is a name of, beside those of very many. Asked first while
        nothing but exact hits is found."""
        named: dict[int, set[int]] = {}
        for hits in self._found.values():
            for hit in hits:
                for at in range(hit.first, hit.last):
                    named.setdefault(at, set()).add(hit.entry)
        return named

    def _shared(self) -> Iterator[Hit]:
        """Words that are names of very many entries (Иван): they stand for those that a neighbour
        names too, and for one of them, so that the word counts as known. Without this the cost
        of a text would grow with the number of namesakes in the dictionary."""
        for at, records in self._common.items():
            key = self.words.key(at)
            for record in self._of_neighbours(key, at, at) or records[:1]:
                yield hit_of(at, at + 1, key, key, record, How.EXACT)

    def _share(self, near: Hit) -> None:
        """«Сергей Лаврво»: a name of very many entries beside what may be a slip in one of them."""
        for at in (near.first - 1, near.last):
            if at in self._common:
                key = self.words.key(at)
                for record in self.lexicon.exact_of(key, {near.entry}):
                    self._add(hit_of(at, at + 1, key, key, record, How.EXACT))

    def _of_neighbours(self, key: str, *places: int) -> Sequence[Record]:
        """The meanings of ``key`` whose entries words near ``places`` may be names of too."""
        found: set[int] = set()
        for at in places:
            for near in range(max(0, at - _REACH), at + _REACH + 1):
                found |= self._named.get(near, _NOBODY)
                if near != at and near in self._common:
                    found |= self.lexicon.namesakes(key, self.words.key(near))
        return self.lexicon.exact_of(key, found) if found else ()

    def _near(self, loud: list[int], covered: set[int]) -> Iterator[Hit]:
        lexicon, notable, gaps = self.lexicon, self.words.notable, self.words.separators
        texts = self.words.texts
        last, new = len(notable) - 1, tuple.__new__
        for at in loud:
            word = notable[at]
            upper = word is not None and word.marks & _CAPITAL
            if word and upper and at not in covered:
                rests, near = word.near or near_alone(word, lexicon)
                for rest in rests:
                    yield new(Hit, (at, at + 1, *rest))
                if near:
                    yield from self._near_hits(at, at + 1, word.key, near)
            if upper and word and word.ends and at and texts[at - 1] in NAME_PARTICLES:
                yield from self._near_particle(at, covered)
            if at < last:
                hyphen, after = gaps[at].hyphen, notable[at + 1]
                if upper:
                    goes_on = hyphen or (after and after.marks & _CAPITAL)
                else:  # the particle of «аль-Асад»
                    goes_on = hyphen and after and after.shape is _TITLE
                    goes_on = goes_on and gaps[at].long is Gap.HYPHEN
                if goes_on and self._may_be_long(at):
                    yield from self._near_wide(at, covered)

    def _may_be_long(self, at: int) -> bool:
        """Whether a longer name begins as word ``at`` does, or ends as one of the next two."""
        notable, last = self.words.notable, len(self.words) - 1
        word, after = notable[at], notable[at + 1]
        if word is None or not word.marks or word.leads & LONG:
            return True
        if after is None or after.ends is not False:
            return True
        if at + 1 == last:
            return False
        third = notable[at + 2]
        return third.ends is not False if third else self.words.separators[at + 1].hyphen

    def _near_particle(self, at: int, covered: set[int]) -> Iterator[Hit]:
        """«бин Салман»: what word ``at`` may be a misspelling of with the small words before it."""
        first = at
        while first and at - first < 2 and self.words.texts[first - 1] in NAME_PARTICLES:
            if self.words.gap(first - 1) is not _SPACE:
                return
            first -= 1
            yield from self._near_wide(first, covered)

    def _near_wide(self, at: int, covered: set[int]) -> Iterator[Hit]:
        """What two or three words may be a misspelling of. A longer name begins or ends as they
        do: one slip spoils but one end."""
        head = self._leads_of(at) & LONG
        last = at + 1
        while last - at < 3 and self._may_join(last - 1):
            last += 1
            right = head or self._ends(last - 1)
            if right and not covered.issuperset(range(at, last)):
                seen = self._seen(at, last)
                near = self.lexicon.noted(near_keys, seen)
                if near:
                    yield from self._near_hits(at, last, seen, near)

    def _seen(self, first: int, last: int) -> str:
        """The folded words ``first`` up to ``last``."""
        words = self.words
        seen = words.key(first)
        for at in range(first + 1, last):
            seen += ("-" if words.separators[at - 1].hyphen else " ") + words.key(at)
        return seen

    def _ends(self, at: int) -> bool:
        """Whether longer names end with word ``at``."""
        word = self.words.notable[at]
        if word is None:
            return self.lexicon.ends(self.words.key(at))
        if word.alone is None:
            note(word, self.lexicon)
        return bool(word.ends)

    def _may_join(self, at: int) -> bool:
        """Whether the next word may belong to the same name part as word ``at``."""
        gap = self.words.gap(at)
        if gap in HYPHEN_GAPS:
            return gap is not Gap.SPACED_HYPHEN
        return gap is _SPACE and self.words.shape(at + 1) is not Shape.LOWER

    def _near_hits(self, first: int, last: int, seen: str, near: Iterable[Near]) -> Iterator[Hit]:
        for key, how in near:
            records = self.lexicon.exact(key)
            if len(records) > MANY:
                records = self._of_neighbours(key, first, last - 1) or records[:1]
            for record in records:
                if record.status <= Status.POLICY:
                    yield hit_of(first, last, seen, key, record, how)
