"""Who is meant: names crossed, patronymics, initials, order, the gender of the verb."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability, Edit
from imena.languages.ru.usage import HIGH_OFFICES, LEADERS
from imena.lexicon.compile import ANY, SINGULAR
from imena.lexicon.lexicon import StoredEntry
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.channels.misspelt_people import initials_agree
from imena.resolution.channels.verbs import verb_deviations, verb_follows
from imena.resolution.context import NOM_SING, has_high_office, title_before
from imena.resolution.deviation import Deviation
from imena.resolution.hits import Hit
from imena.resolution.mentions import Mention
from imena.resolution.replacement import as_allowed, edits_for, in_letter_case, spelling
from imena.resolution.rivals import is_patronymic
from imena.resolution.words import Gap, Shape
from imena.text.span import Span

#: Bearers in the list of surnames from which on a namesake in office is likely.
_FREQUENT = 100


def people_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """All that concerns who is meant."""
    yield from _name_pairs(analysis)
    for mention in analysis.surnamed:
        if len(mention.slots) > 1:
            yield from _patronymic(analysis, mention)
            yield from _order(analysis, mention)
        if mention.initials:
            yield from _initials(analysis, mention)
        if not mention.rival:
            yield from verb_deviations(analysis, mention)


def _name_pairs(analysis: Analysis) -> Iterator[Deviation]:
    """The given name of one person with the surname of another."""
    surnames: dict[int, list[Mention]] = {}
    for mention in analysis.surnamed:
        if len(mention.slots) == 1 and mention.exact(Slot.SURNAME):
            surnames.setdefault(mention.first, []).append(mention)
    if not surnames:
        return
    known = {(m.first, m.last) for m in analysis.surnamed if m.full}
    for given in analysis.persons:
        owners = surnames.get(given.last)
        if owners is None or len(given.slots) > 1 or not given.exact(Slot.GIVEN):
            continue
        if analysis.words.gap(given.last - 1) is not Gap.SPACE:
            continue
        whole = (given.first, owners[0].last)
        if _goes_on(analysis, owners[0].last):
            continue
        if whole not in known and _crossed(analysis, given, owners):
            known.add(whole)
            yield _pair(analysis, given, owners[0])


def _goes_on(analysis: Analysis, last: int) -> bool:
    """«Хуан Альварес Андраде»: with one more surname behind it is one more person."""
    words = analysis.words
    if last >= len(words) or words.gap(last - 1) is not Gap.SPACE:
        return False
    return words.shape(last) is Shape.TITLE and not is_patronymic(words.key(last))


def _crossed(analysis: Analysis, given: Mention, owners: list[Mention]) -> bool:
    """Whether the two are well-known people, rather than one unknown."""
    own = given.slots[Slot.GIVEN]
    fits = [o for o in owners if o.slots[Slot.SURNAME].mask & own.mask & SINGULAR]
    if not fits or fits[0].entry.blob.get("gender") != given.entry.blob.get("gender"):
        return False
    if any(_same_given(given.entry, owner.entry) for owner in owners):
        return False
    if any(owner.entry.number in analysis.told_apart for owner in owners):
        return False
    if len({o.entry.number for o in owners}) > 1:
        return False
    leads = title_before(analysis, given.first, LEADERS) is not None
    introduced = given.entry.number in analysis.full_names
    if owners[0].entry.number in analysis.full_names:
        return leads or (introduced and not _common(analysis, own))
    meant = (leads and introduced) or _in_one_office(analysis, given, fits[0])
    return meant and introduced <= (_bearers(analysis, fits[0]) < _MANY)


def _in_one_office(analysis: Analysis, given: Mention, owner: Mention) -> bool:
    """Whether the name stands behind a high office and nobody else of this name is likely in it:
    for a usual given name the office must be that of one country or town («мэр Москвы»), and the
    surname rare."""
    if not has_high_office(analysis, given.first):
        return False
    if not _common(analysis, given.slots[Slot.GIVEN]):
        return True
    at = title_before(analysis, given.first, HIGH_OFFICES)
    between = range(at + 1, given.first) if at is not None else ()
    named = any(analysis.words.shape(n) is Shape.TITLE for n in between)
    return named and _bearers(analysis, owner) < _FREQUENT


#: Bearers from which on a leader may be another one of that name.
_MANY = 1000


def _bearers(analysis: Analysis, owner: Mention) -> int:
    return analysis.lexicon.known.surname_count(owner.slots[Slot.SURNAME].key)


def _common(analysis: Analysis, given: Hit) -> bool:
    return analysis.lexicon.known.given_name(given.key).count > 1000


def _same_given(one: StoredEntry, two: StoredEntry) -> bool:
    a, b = one.canonical(Slot.GIVEN), two.canonical(Slot.GIVEN)
    return a is not None and b is not None and a.text == b.text


def _pair(analysis: Analysis, given: Mention, owner: Mention) -> Deviation:
    span = analysis.words.span(given.first, owner.last)
    made = Deviation(
        kind="name-pair",
        span=span,
        text=span.of(analysis.document.text),
        confidence=0.88,
        entry=owner.entry.ref,
        suggestions=(owner.entry.ref.name, given.entry.ref.name),
    )
    return as_allowed(analysis, made)


def _patronymic(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """A patronymic that is not this person's."""
    right = mention.entry.canonical(Slot.PATRONYMIC)
    if right is None or mention.other is None or not mention.exact(Slot.GIVEN):
        return
    if not mention.exact(Slot.SURNAME) or not is_patronymic(analysis.words.key(mention.other)):
        return
    span = analysis.words.span(mention.other, mention.other + 1)
    seen = span.of(analysis.document.text)
    alike = _likeness(analysis.words.key(mention.other), right.text.lower())
    if alike < 0.75 and not _surely_this(analysis, mention):
        return
    mask = mention.slots[Slot.GIVEN].mask & mention.slots[Slot.SURNAME].mask
    text = spelling(right, mask or ANY, None, analysis)
    if text is None:
        return
    edits = edits_for(analysis, span, in_letter_case(text, seen))
    yield as_allowed(
        analysis,
        Deviation(
            "patronymic", span, seen, 0.85 if alike >= 0.75 else 0.7, mention.entry.ref,
            edits, (text,), Applicability.UNSAFE,
        ),
    )  # fmt: skip


def _likeness(one: str, two: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(one, two)


def _surely_this(analysis: Analysis, mention: Mention) -> bool:
    """Whether a namesake with another patronymic is unlikely."""
    if title_before(analysis, mention.first) is not None:
        return True
    return analysis.lexicon.known.given_name(mention.slots[Slot.GIVEN].key).count == 0


def _initials(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """The initial of another given name before a surname that the text introduced in full."""
    if not mention.initials or not mention.exact(Slot.SURNAME):
        return
    if len(mention.initials) == 2:
        yield from _two_initials(analysis, mention)
    if len(mention.initials) > 1 or initials_agree(analysis, mention):
        return
    if not _only_bearer(analysis, mention) or _among_others(analysis, mention):
        return
    introduced = mention.entry.number in analysis.full_names
    if not introduced and not has_high_office(analysis, mention.initials[0]):
        return
    given = mention.entry.canonical(Slot.GIVEN)
    if given is None:
        return
    at = analysis.words.tokens[mention.initials[0]]
    span = Span(at.start, at.end + 1)
    right = "-".join(f"{piece[0]}." for piece in given.text.split("-"))
    yield as_allowed(
        analysis,
        Deviation(
            "initials", span, span.of(analysis.document.text), 0.8, mention.entry.ref,
            (Edit(span, right),), (right,), Applicability.UNSAFE,
        ),
    )  # fmt: skip


def _two_initials(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """«С. Е. Досмагамбетов» of Ерболат Серикович, «В. И. Гергиев» of Валерий Абисалович, where
    the text introduces him: one of the two initials is his, or both are swapped."""
    given, father = (mention.entry.canonical(s) for s in (Slot.GIVEN, Slot.PATRONYMIC))
    if given is None or father is None or not _is_introduced(analysis, mention):
        return
    tokens = [analysis.words.tokens[at] for at in mention.initials]
    seen, right = [token.text for token in tokens], [given.text[0], father.text[0]]
    if seen == right or not (seen[0] == right[0] or seen == right[::-1]):
        return
    edits = tuple(
        Edit(Span(token.start, token.end), letter)
        for token, letter in zip(tokens, right, strict=True)
        if token.text != letter
    )
    span = Span(tokens[0].start, tokens[1].end + 1)
    text = span.of(analysis.document.text)
    by: dict[str, str | int | None] = dict(zip(seen, right, strict=True))
    suggestion = text.translate(str.maketrans(by))
    yield as_allowed(
        analysis,
        Deviation(
            "initials", span, text, 0.8, mention.entry.ref, edits, (suggestion,),
            Applicability.UNSAFE,
        ),
    )  # fmt: skip


def _is_introduced(analysis: Analysis, mention: Mention) -> bool:
    """Whether the text names the person in full, by surname or by patronymic, and nobody else
    of that surname."""
    mine = [m for m in analysis.persons if m.entry.number == mention.entry.number]
    by_father = any(m.exact(Slot.GIVEN) and m.exact(Slot.PATRONYMIC) for m in mine)
    known = by_father or mention.entry.number in analysis.full_names
    seen = mention.slots[Slot.SURNAME].seen
    return known and not analysis.introductions.another(seen, mention.entry, in_full=True)


def _among_others(analysis: Analysis, mention: Mention) -> bool:
    """«депутаты А. Володин, А. И. Смирнов и О. Петрова»: a list in which each has initials is of
    people who are named nowhere else."""
    words = analysis.words
    after = mention.last
    if after < len(words) and words.key(after) in ("и", "или"):
        after += 1
    listed = [at for at in (mention.first - 2, after) if 0 <= at < len(words)]
    return any(
        words.gap(at) is Gap.POINT and len(words.key(at)) == 1 and words.shape(at) is Shape.TITLE
        for at in listed
    )


def _only_bearer(analysis: Analysis, mention: Mention) -> bool:
    """Whether no other entry with this surname has this initial."""
    letter = analysis.words.tokens[mention.initials[0]].text
    for other in analysis.persons_at[mention.first]:
        if other.first == mention.first and other.entry.number != mention.entry.number:
            given = other.entry.canonical(Slot.GIVEN)
            if given is not None and given.text.startswith(letter):
                return False
    return True


def _order(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """The given name behind the surname in running text; in East Asia the other way round."""
    if not mention.full or Slot.PATRONYMIC in mention.slots:
        return
    right = [mention.slots[Slot.GIVEN], mention.slots[Slot.SURNAME]]
    if mention.entry.blob.get("surname_first"):
        right.reverse()
    first, last = right
    if last.last != first.first or not first.mask & last.mask & NOM_SING:
        return
    if not verb_follows(analysis, first.last) and not _verb_before(analysis, last.first):
        return
    span = analysis.words.span(last.first, first.last)
    names = [analysis.words.span(h.first, h.last).of(analysis.document.text) for h in right]
    yield as_allowed(
        analysis,
        Deviation(
            "name-order", span, span.of(analysis.document.text), 0.7, mention.entry.ref,
            (Edit(span, " ".join(names)),), (" ".join(names),), Applicability.DISPLAY,
        ),
    )  # fmt: skip


def _verb_before(analysis: Analysis, at: int) -> bool:
    """«Об этом рассказал журналистам Силуанов Антон»: running text up to the name."""
    words = analysis.words
    for n in range(at - 1, max(-1, at - 4), -1):
        if words.gap(n) is not Gap.SPACE or words.shape(n) is not Shape.LOWER:
            return False
        if any(r.pos == "VERB" for r in analysis.lexicon.known.readings(words.key(n))):
            return True
    return False
