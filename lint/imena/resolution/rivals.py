"""Who else it may be: what stands beside a name and makes it somebody else's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from imena.languages.ru.usage import ARTICLES
from imena.lexicon.compile import PLURAL, bit
from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Slot, Status
from imena.morphology import Case, Features
from imena.resolution.hits import Hit
from imena.resolution.words import Gap, Shape, Words

#: How many bearers make a word that is also a given name one in earnest.
_COMMON = 100
#: The cell of the nominative singular.
_NOMINATIVE = 1


class Neighbour(NamedTuple):
    """A capitalised word next to a mention that is no part of it."""

    at: int
    key: str


def behind_article(words: Words, at: int) -> bool:
    """Whether an article in small letters is joined to word ``at``, and nothing else before it:
    «аль-Кубайси»."""
    if not at or words.gap(at - 1) is not Gap.HYPHEN or words.texts[at - 1] not in ARTICLES:
        return False
    return at < 2 or words.gap(at - 2) is not Gap.HYPHEN


class Rivals:
    """Asked for each mention of one text."""

    def __init__(self, words: Words, lexicon: Lexicon, hits: Mapping[int, list[Hit]]) -> None:
        """``hits`` are those of people by their entries."""
        self.words = words
        self.lexicon = lexicon
        self.by_entry = hits
        self._given: dict[tuple[int, int], bool] = {}

    def beside_given(self, first: int, last: int) -> bool:
        """:meth:`beside` for a given name that stands alone, whosever it is."""
        found = self._given.get((first, last))
        if found is None:
            surname = self._is_surname(self._neighbour(last, last - 1))
            found = self._given[first, last] = surname or self._hyphened(first, last)
        return found

    def beside(self, entry: StoredEntry, slots: dict[Slot, Hit], first: int, last: int) -> bool:
        """Whether a neighbour makes the mention of words ``first`` up to ``last`` somebody else:
        another given name before the surname, another surname after the given name."""
        if Slot.GIVEN in slots and Slot.SURNAME in slots:
            return False
        left, right = self._neighbour(first - 1, first - 1), self._neighbour(last, last - 1)
        if Slot.SURNAME in slots and entry.blob.get("surname_first") and self._is_surname(right):
            return True
        if Slot.SURNAME in slots and self._article_behind(last):
            return True
        if Slot.SURNAME in slots:
            oblique = self._oblique(slots[Slot.SURNAME])
            behind = self._is_given(right) and not (oblique and self._opens_another(last))
            family = not slots[Slot.SURNAME].mask & ~PLURAL and self._given_and(entry, first)
            other = self._is_name(left, slots[Slot.SURNAME]) and not family
            return other or behind or self._hyphened(first, last)
        if Slot.GIVEN in slots:
            listed = Slot.PATRONYMIC in slots and self._is_family(left)
            return listed or self.beside_given(first, last)
        return False

    def _article_behind(self, last: int) -> bool:
        """«Асаад аш-Шейбани»: what stands before an article is a given name."""
        return self.words.gap(last - 1) is Gap.SPACE and behind_article(self.words, last + 1)

    def _given_and(self, entry: StoredEntry, at: int) -> bool:
        """«Адам и Шарип Делимхановы»: the plural stands for both."""
        if at < 3 or self.words.key(at - 2) != "и":
            return False
        given = entry.canonical(Slot.GIVEN)
        fold = self.lexicon.language.fold
        return given is not None and any(
            fold(f) == self.words.key(at - 3) for f, _, _ in given.forms
        )

    def _oblique(self, surname: Hit) -> bool:
        """Whether some reading of the surname cannot be a nominative."""
        readings = (h for h in self.by_entry[surname.entry] if h.first == surname.first)
        return any(h.last == surname.last and not h.mask & _NOMINATIVE for h in readings)

    def _opens_another(self, at: int) -> bool:
        """«биограф Корсакова Марина Лобанова»: the given name behind has a surname of its own."""
        after = self._neighbour(at + 1, at)
        return after is not None and not is_patronymic(after.key)

    def _hyphened(self, first: int, last: int) -> bool:
        """«Токаев-младший» is he; «Ким-Иванов» is somebody else."""
        words = self.words
        return (words.hyphen_behind(first - 1) and words.shape(first - 1) is not Shape.LOWER) or (
            words.hyphen_behind(last - 1) and words.shape(last) is not Shape.LOWER
        )

    def _neighbour(self, at: int, gap: int) -> Neighbour | None:
        if not 0 <= at < len(self.words) or self.words.gap(gap) is not Gap.SPACE:
            return None
        if self.words.shape(at) in (Shape.LOWER, Shape.OTHER):
            return None
        return Neighbour(at, self.words.key(at))

    def _is_name(self, word: Neighbour | None, surname: Hit) -> bool:
        """Whether the word before a surname is (or may be) another given name: «Том Круз», but
        «Роман Достоевского»."""
        if word is None:
            return False
        known = self.lexicon.known
        word_too = known.is_ordinary(word.key)
        if word_too and self.words.starts_sentence(word.at):
            return self._agrees(word.key, surname)
        if is_given(self.lexicon, word.key):
            return not word_too or known.given_name(word.key).count > _COMMON
        if self.words.shape(word.at) is Shape.UPPER and len(word.key) > 1:
            return False
        return not (word_too or known.is_place(word.key) or self._right_place(word.key))

    def _agrees(self, key: str, surname: Hit) -> bool:
        """Whether ``key`` as a given name stands in a case of the surname."""
        readings = self.lexicon.known.readings(key)
        cases = {r.case for r in readings if r.case and "Name" in r.tags}
        if not cases and self.lexicon.known.bearers(key):
            cases = {Case.NOM}
        return any(surname.mask & bit(Features(case)) for case in cases)

    def _is_given(self, word: Neighbour | None) -> bool:
        return word is not None and (is_given(self.lexicon, word.key) or is_patronymic(word.key))

    def _right_place(self, key: str) -> bool:
        return any(
            record.status <= Status.POLICY and self.lexicon.entry(record.entry).kind != "person"
            for record in self.lexicon.exact(key)
        )

    def _is_family(self, word: Neighbour | None) -> bool:
        """Whether the word before given name and patronymic is a surname, as in lists."""
        known = self.lexicon.known
        return word is not None and not (known.is_ordinary(word.key) or known.is_place(word.key))

    def _is_surname(self, word: Neighbour | None) -> bool:
        """Whether the word after a given name is another person's surname."""
        return word is not None and not self._right_place(word.key)


def is_given(lexicon: Lexicon, key: str) -> bool:
    """Whether ``key`` is a form of a given name: of the lexicon or of the real world."""
    for record in lexicon.exact(key):
        part = lexicon.entry(record.entry).parts[record.part]
        if part.slot is Slot.GIVEN and record.status <= Status.POLICY:
            return True
    return lexicon.known.given_name(key).count > 0


_PATRONYMIC = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
_TURKIC = ("улы", "кызы", "оглы", "оглу", "уулу", "гызы")


def is_patronymic(key: str) -> bool:
    """Whether a folded word looks like a patronymic."""
    if len(key) < 6:
        return False
    return (
        key.endswith(_PATRONYMIC) or key.endswith(_TURKIC) or key.endswith(("ичем", "ичу", "ича"))
    )
