"""Everything that rules may ask about one text, worked out once and only when asked."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter

from imena.config import Settings
from imena.errors import PluginError
from imena.lexicon.lexicon import Lexicon
from imena.lexicon.parts import Slot
from imena.resolution.across import Elsewhere
from imena.resolution.contrast import told_apart
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.introductions import Introductions
from imena.resolution.mentions import Mention, Persons
from imena.resolution.scanner import Scanner
from imena.resolution.stems import stem_of
from imena.resolution.tally import Tally
from imena.resolution.vocabulary import Vocabulary
from imena.resolution.words import Words
from imena.resolution.zones import Zones
from imena.text.document import Document
from imena.text.naming import Naming

#: The letter ё, composed or not.
YO = re.compile("[ёЁ]|[еЕ]\u0308")


class Analysis:
    """One document against one lexicon under one set of settings.

    ``namings`` are mentions that plugins tell of; an unknown entry in them is a PluginError.
    """

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        settings: Settings,
        namings: Iterable[Naming] = (),
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self.document = document
        self.lexicon = lexicon
        self.settings = settings
        self.namings = tuple(namings)
        #: How the other texts of the run spell names that this one spells otherwise.
        self.elsewhere = elsewhere or {}
        #: Entries that plugins say the text names.
        self._named_entries = frozenset(self._number(one) for one in self.namings)

    @cached_property
    def words(self) -> Words:
        self.lexicon.refresh()
        return Words(self.document.text, Vocabulary.of(self.lexicon))

    @cached_property
    def zones(self) -> Zones:
        known = self.lexicon.known
        return Zones(self.document, self.words, lambda word: bool(known.readings(word.lower())))

    @cached_property
    def silent(self) -> frozenset[int]:
        """Words that are not Russian prose (addresses, file names, other languages), and those
        that a plugin vouches for."""
        zones = (self.zones.technical.spans, self.zones.foreign.spans)
        spans = (*zones[0], *zones[1], *(one.span for one in self.namings))
        return frozenset(at for span in spans for at in self.words.inside(span))

    def _number(self, naming: Naming) -> int:
        number = self.lexicon.number(naming.entry)
        if number is None:
            raise PluginError(f"a plugin names an entry that no dictionary holds: {naming.entry!r}")
        return number

    @cached_property
    def hits(self) -> list[Hit]:
        """All hits in text order, of those that begin together the longest and best spelt first."""
        return [hit for hits in self.hits_at.values() for hit in hits]

    @cached_property
    def hits_at(self) -> dict[int, list[Hit]]:
        """The hits by the number of their first word."""
        return Scanner(self.words, self.lexicon, self.silent).hits()

    @cached_property
    def named(self) -> frozenset[int]:
        """The words that are part of a name spelt right."""
        return frozenset(n for hit in self.hits if hit.right for n in range(hit.first, hit.last))

    @cached_property
    def hits_of(self) -> dict[tuple[int, int, int, int], list[Hit]]:
        """The hits of one part of one entry on the same words."""
        found: dict[tuple[int, int, int, int], list[Hit]] = {}
        for hit in self.hits:
            found.setdefault((hit.first, hit.last, hit.entry, hit.part), []).append(hit)
        return found

    @cached_property
    def _parted(self) -> tuple[list[Hit], list[Hit]]:
        people: list[Hit] = []
        others: list[Hit] = []
        entry = self.lexicon.entry
        for hit in self.hits:
            (people if entry(hit.entry).kind == "person" else others).append(hit)
        return people, others

    @cached_property
    def others(self) -> list[Hit]:
        """The hits of places and bodies, in the order of :attr:`hits`."""
        return self._parted[1]

    @cached_property
    def persons(self) -> list[Mention]:
        """Mentions of people, in text order."""
        found = Persons(self.words, self.lexicon, self._parted[0]).mentions()
        return sorted(found, key=attrgetter("first", "entry.number"))

    @cached_property
    def surnamed(self) -> list[Mention]:
        """The mentions of people that hold a surname."""
        return [mention for mention in self.persons if Slot.SURNAME in mention.slots]

    @cached_property
    def persons_at(self) -> dict[int, list[Mention]]:
        """The mentions of people by every word that they cover."""
        found: dict[int, list[Mention]] = {}
        for mention in self.persons:
            for at in range(mention.first, mention.last):
                found.setdefault(at, []).append(mention)
        return found

    @cached_property
    def introductions(self) -> Introductions:
        return Introductions(self.words, self.lexicon)

    @cached_property
    def written_right(self) -> Container[int]:
        """Entries that the text writes right somewhere."""
        return self._named_entries.union(hit.entry for hit in self.hits if hit.right)

    @cached_property
    def full_names(self) -> Container[int]:
        """Entries that the text names in full, so that their short names are theirs."""
        found = (m.entry.number for m in self.surnamed if m.full and not m.rival)
        return self._named_entries.union(found)

    @cached_property
    def told_apart(self) -> Container[int]:
        """Entries of people whom the text tells from others of a like name."""
        return told_apart(self.words, self.surnamed)

    @cached_property
    def surnames_in_text(self) -> Container[int]:
        """Entries whose surname the text writes right somewhere, with no other given name."""
        found = (m.entry.number for m in self.surnamed if m.exact(Slot.SURNAME) and not m.rival)
        return self._named_entries.union(found)

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.words)

    def times(self, key: str) -> int:
        """How often a folded word stands in the text, once at least."""
        return max(1, self._tally.keys[key])

    @cached_property
    def plain_keys(self) -> Container[str]:
        """Folded words that the text writes somewhere without any peculiar character."""
        return self._tally.plain_keys

    def rest_of_line(self, offset: int) -> str:
        """The prose from ``offset`` to the end of its line."""
        end = self.document.text.find("\n", offset)
        return self.document.text[offset : end if end >= 0 else None]

    def times_in_any_case(self, key: str) -> int:
        """How often the name that ``key`` seems a form of stands in the text, once at least."""
        return max(1, self._tally.stems[stem_of(key)])

    @cached_property
    def day(self) -> date | None:
        """The day the text was written, where anybody says."""
        return self.document.date or self.settings.date

    @cached_property
    def writes_yo(self) -> bool:
        """Whether this text dots its ё, or at least never leaves the dots out."""
        if self.settings.yo == "strict" or YO.search(self.document.text):
            return True
        drops = self.lexicon.known.drops_yo
        return not any(map(drops, self._tally.spellings))

    @cached_property
    def deviations(self) -> dict[str, list[Deviation]]:
        """Every deviation of every channel by its kind."""
        from imena.resolution.channels import all_deviations

        found: dict[str, list[Deviation]] = {}
        for deviation in all_deviations(self):
            found.setdefault(deviation.kind, []).append(deviation)
        return found

    def deviations_of(self, kind: str) -> Sequence[Deviation]:
        return self.deviations.get(kind, ())
