"""Who is meant: patronymics, initials, order, the gender of the verb."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability, Edit
from imena.languages.ru.usage import LEADERS
from imena.lexicon.compile import ANY
from imena.lexicon.lexicon import StoredPart
from imena.lexicon.parts import Slot
from imena.resolution.analysis import Analysis
from imena.resolution.channels.misspelt_people import initials_agree
from imena.resolution.channels.pairs import FREQUENT, MANY, pair_deviations
from imena.resolution.channels.verbs import verb_deviations, verb_follows
from imena.resolution.context import NOM_SING, has_high_office, title_before
from imena.resolution.deviation import Deviation
from imena.resolution.mentions import Mention
from imena.resolution.replacement import as_allowed, edits_for, in_letter_case, spelling
from imena.resolution.rivals import is_patronymic
from imena.resolution.words import Gap, Shape
from imena.text.span import Span


def people_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """All that concerns who is meant."""
    yield from pair_deviations(analysis)
    for mention in analysis.surnamed:
        if len(mention.slots) > 1:
            yield from _patronymic(analysis, mention)
            yield from _order(analysis, mention)
        if mention.initials:
            yield from _initials(analysis, mention)
        if not mention.rival:
            yield from verb_deviations(analysis, mention)


def _patronymic(analysis: Analysis, mention: Mention) -> Iterator[Deviation]:
    """A patronymic that is not this person's."""
    right = mention.entry.canonical(Slot.PATRONYMIC)
    if right is None or not mention.full or Slot.PATRONYMIC in mention.slots:
        return
    listed = _listed(analysis, mention)
    other = mention.last if listed else mention.other
    if other is None or not is_patronymic(analysis.words.key(other)):
        return
    span = analysis.words.span(other, other + 1)
    seen = span.of(analysis.document.text)
    alike = _alike(analysis, mention, analysis.words.key(other), right)
    if (not alike or listed) and not _surely_this(analysis, mention, listed):
        return
    mask = mention.slots[Slot.GIVEN].mask & mention.slots[Slot.SURNAME].mask
    text = spelling(right, mask or ANY, None, analysis)
    if text is None:
        return
    edits = edits_for(analysis, span, in_letter_case(text, seen))
    yield as_allowed(
        analysis,
        Deviation(
            "patronymic", span, seen, 0.85 if alike else 0.7, mention.entry.ref,
            edits, (text,), Applicability.UNSAFE,
        ),
    )  # fmt: skip


#: Letters in which two ways to write one patronymic differ at most, and the likeness from which
#: on it is mistaken for another («Максимовича», «Михайловича»).
_LETTERS, _ALIKE = 2, 0.75


def _alike(analysis: Analysis, mention: Mention, seen: str, right: StoredPart) -> bool:
    """Whether ``seen`` is like the right patronymic; where many bear the surname, only a slip in
    it: «Мария Ивановна Захарова» has another father."""
    from rapidfuzz.distance import OSA, JaroWinkler

    fold, surname = analysis.lexicon.language.fold, mention.slots[Slot.SURNAME].key
    forms = {fold(text) for text, _, _ in right.forms}
    if any(OSA.distance(seen, form, score_cutoff=_LETTERS) <= _LETTERS for form in forms):
        return True
    few = analysis.lexicon.known.surname_count(surname) < MANY
    return few and any(JaroWinkler.similarity(seen, form) >= _ALIKE for form in forms)


def _listed(analysis: Analysis, mention: Mention) -> bool:
    """Whether a word stands behind surname and given name, as patronymics do in decrees."""
    given, surname, at = mention.slots[Slot.GIVEN], mention.slots[Slot.SURNAME], mention.last
    if surname.last != given.first or at != given.last or at >= len(analysis.words):
        return False
    return analysis.words.gap(at - 1) is Gap.SPACE and analysis.words.shape(at) is not Shape.LOWER


def _surely_this(analysis: Analysis, mention: Mention, listed: bool) -> bool:
    """Whether a namesake with another patronymic is unlikely: few bear the surname, or, in running
    text, the given name, or a title says that somebody known is meant; in a list, where anybody
    may stand, only few bearers and a title do."""
    known, surname = analysis.lexicon.known, mention.slots[Slot.SURNAME]
    rare = 0 < known.surname_count(surname.key) < FREQUENT
    titled = title_before(analysis, mention.first) is not None
    if listed:
        return rare and titled
    return rare or titled or known.given_name(mention.slots[Slot.GIVEN].key).count == 0


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
    if given is None or father is None:
        return
    tokens = [analysis.words.tokens[at] for at in mention.initials]
    seen, right = [token.text for token in tokens], [given.text[0], father.text[0]]
    one_his = seen[0] == right[0] or seen == right[::-1]
    if seen == right or not (
        (one_his and _is_introduced(analysis, mention))
        or (seen[1] == right[1] and _leads(analysis, mention))
    ):
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


def _leads(analysis: Analysis, mention: Mention) -> bool:
    """«председатель Банка России А. С. Набиуллина»: an office, and few who bear the surname."""
    bearers = analysis.lexicon.known.surname_count(mention.slots[Slot.SURNAME].key)
    return bearers < MANY and title_before(analysis, mention.initials[0], LEADERS) is not None


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
