"""Spelling: slips, forbidden variants, joints, characters, letter case, ё."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability
from imena.lexicon.parts import Slot, Status
from imena.resolution import evidence
from imena.resolution.analysis import Analysis
from imena.resolution.channels.characters import surface_deviations
from imena.resolution.channels.joints import joint_kind, run_together
from imena.resolution.context import ANY, governed, has_high_office, title_before
from imena.resolution.deviation import Deviation
from imena.resolution.edits import Slip, slip
from imena.resolution.hits import Hit, How, entry_of, part_of, slot_of
from imena.resolution.mentions import Mention
from imena.resolution.replacement import in_letter_case, propose, span_of, spelling
from imena.resolution.words import Gap, Shape

#: Slips whose fix nobody needs to look at, given the gates.
_SAFE = frozenset(
    [
        "typo-transposed",
        "typo-missing-letter",
        "typo-extra-letter",
        "typo-doubled-letter",
        "typo-vowel",
        "typo-soft-sign",
        "hyphen-missing",
        "hyphen-joined",
        "hyphen-wrong-dash",
        "space-missing",
        "variant-forbidden",
        "org-wording",
        "homoglyph",
        "invisible-char",
        "decomposed-letter",
        "yo-letter",
        "mixed-case",
    ]
)


def spelling_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """Deviations of people first, then of places and bodies."""
    for mention in analysis.persons:
        for hit in mention.hits:
            yield from _person_hit(analysis, mention, hit)
    for hit in analysis.hits:
        if entry_of(hit, analysis.lexicon).kind != "person":
            yield from _name_hit(analysis, hit)
    yield from run_together(analysis)


def _person_hit(analysis: Analysis, mention: Mention, hit: Hit) -> Iterator[Deviation]:
    if hit.right:
        if mention.hit(Slot.SURNAME) or _rare(analysis, hit):
            yield from surface_deviations(analysis, hit)
        return
    if mention.rival or (hit.how is How.EXACT and hit.status is not Status.FORBIDDEN):
        return
    scored = [(_person_score(analysis, mention, h), h) for h in _readings(analysis, hit)]
    possible = [(score, h) for score, h in scored if score is not None]
    if possible:
        score, best = max(possible, key=lambda pair: pair[0])
        yield from _deviation(analysis, best, score)


def _readings(analysis: Analysis, hit: Hit) -> list[Hit]:
    """``hit`` and the other right forms of the same part that the words may be a slip of."""
    if hit.how is How.EXACT:
        return [hit]
    place = (hit.first, hit.last, hit.entry, hit.part)
    return [other for other in analysis.hits_of[place] if other.how is not How.EXACT]


def _rare(analysis: Analysis, hit: Hit) -> bool:
    """A given name that says who is meant even when it stands alone."""
    return hit.last - hit.first > 1 or not analysis.lexicon.known.given_name(hit.key).count


def _person_score(analysis: Analysis, mention: Mention, hit: Hit) -> float | None:
    """The evidence that ``hit`` is a slip in this person's name; None for no case at all."""
    slot = slot_of(hit, analysis.lexicon)
    if _is_another(analysis, mention, hit, slot):
        return None
    score = _anchors(analysis, mention, slot)
    if hit.how is How.EXACT:
        return _forbidden_score(analysis, mention, hit, slot, score)
    if (
        slot is not Slot.SURNAME
        and not mention.hit(Slot.SURNAME)
        and not (_rare_key(analysis, hit) or _by_patronymic(analysis, mention))
    ):
        return None
    if hit.how is How.JOINT:
        return score + 5.0 if slot is Slot.SURNAME or mention.hit(Slot.SURNAME) else score + 3.5
    found = slip(hit.seen, hit.key)
    if found is None:
        return None
    alone = len(mention.slots) == 1
    if alone and _may_be_another(found) and not _named(analysis, mention):
        score += evidence.ALONE_NEIGHBOUR
    return score + _slip_score(analysis, hit, found, alone) + _case_score(analysis, mention, hit)


#: Slips that may as well lead to another real surname.
_NEIGHBOURS = frozenset(
    "typo-wrong-letter typo-vowel variant-transliteration typo-missing-letter "
    "typo-extra-letter".split()
)


def _may_be_another(found: Slip) -> bool:
    """A syllable typed twice («Токаевева») makes no other surname."""
    return found.kind in _NEIGHBOURS and found.likely < evidence.UNMISTAKABLE


def _named(analysis: Analysis, mention: Mention) -> bool:
    """Whether the text writes this person's name right somewhere."""
    number = mention.entry.number
    return number in analysis.full_names or number in analysis.surnames_in_text


def _is_another(analysis: Analysis, mention: Mention, hit: Hit, slot: Slot) -> bool:
    """Whether a surname that stands alone is one that the text gives to somebody else."""
    alone = slot is Slot.SURNAME and len(mention.slots) == 1 and not mention.initials
    return alone and analysis.introductions.another(hit.seen, mention.entry)


def _by_patronymic(analysis: Analysis, mention: Mention) -> bool:
    """«Майю Михаиловну»: a person whom the text names in full, by given name and patronymic."""
    both = mention.exact(Slot.GIVEN) or mention.exact(Slot.PATRONYMIC)
    return both and len(mention.slots) > 1 and _named(analysis, mention)


def _rare_key(analysis: Analysis, hit: Hit) -> bool:
    return ("-" in hit.key and hit.how is not How.JOINT) or (
        hit.how is How.JOINT and hit.seen.isalpha()
    )


def _forbidden_score(
    analysis: Analysis, mention: Mention, hit: Hit, slot: Slot, score: float
) -> float | None:
    needs = slot is not Slot.SURNAME or part_of(hit, analysis.lexicon).phrase
    beside = len(mention.slots) > 1
    if needs and not beside and mention.entry.number not in analysis.full_names:
        return None
    if not beside and _right_elsewhere(analysis, hit):
        return None
    return score + (6.0 if beside else 7.0)


def _right_elsewhere(analysis: Analysis, hit: Hit) -> bool:
    """Whether the same words are a right form of another entry."""
    return any(r.status <= Status.POLICY for r in analysis.lexicon.exact(hit.seen))


def _anchors(analysis: Analysis, mention: Mention, slot: Slot) -> float:
    """What else in the text says that this person is meant."""
    score = 0.0
    beside = [h for s, h in mention.slots.items() if s is not slot]
    for hit in beside:
        score += (
            _beside(analysis, hit) if hit.right or hit.how is How.EXACT else evidence.NEAR_BESIDE
        )
    if mention.initials and initials_agree(analysis, mention):
        score += evidence.INITIALS_BESIDE
    if mention.entry.number in analysis.full_names:
        score += evidence.FULL_NAME_IN_TEXT
    elif mention.entry.number in analysis.surnames_in_text:
        score += evidence.NAME_IN_TEXT
    elif not beside:
        score += evidence.ALONE
    if has_high_office(analysis, mention.first):
        score += evidence.HIGH_OFFICE_BEFORE
    elif title_before(analysis, mention.first) is not None:
        score += evidence.TITLE_BEFORE
    return score


def _beside(analysis: Analysis, hit: Hit) -> float:
    slot = slot_of(hit, analysis.lexicon)
    if slot is Slot.SURNAME:
        return evidence.SURNAME_BESIDE
    if slot is Slot.PATRONYMIC:
        return evidence.PATRONYMIC_BESIDE
    return evidence.GIVEN_BESIDE


def initials_agree(analysis: Analysis, mention: Mention) -> bool:
    """Whether the first initial is that of the given name."""
    given = mention.entry.canonical(Slot.GIVEN)
    letter = analysis.words.tokens[mention.initials[0]].text
    return bool(given) and given is not None and given.text[:1] == letter


def _slip_score(analysis: Analysis, hit: Hit, found: Slip, alone: bool = False) -> float:
    score = found.likely + evidence.length_bonus(hit.key)
    score += evidence.rival_names(hit.seen, hit.key, found, analysis.lexicon)
    if found.at == 0:
        score += evidence.FIRST_LETTER
    if alone or hit.entry not in analysis.surnames_in_text:
        again = analysis.times_in_any_case(hit.seen) - 1
        score += evidence.WRITTEN_AGAIN * min(2, again)
    return score


def _case_score(analysis: Analysis, mention: Mention, hit: Hit) -> float:
    """A candidate in the case of the rest of the name, or in the one that is asked for."""
    score = 0.0
    for other in mention.slots.values():
        if other is not hit and other.right:
            score += 1.5 if other.mask & hit.mask else -1.5
    score += 0.5 if governed(analysis, mention.first) & hit.mask else -1.0
    return score + _plainness(analysis, hit) + _twin_endings(hit)


#: The hard and the soft variant of one ending: «Урсулю» means «Урсулу».
_TWINS = frozenset(frozenset(pair) for pair in ("ую", "ая", "ыи", "оё", "ое", "эе"))


def _twin_endings(hit: Hit) -> float:
    same = len(hit.seen) == len(hit.key) and hit.seen[:-1] == hit.key[:-1]
    return 1.0 if same and frozenset((hit.seen[-1], hit.key[-1])) in _TWINS else 0.0


def _plainness(analysis: Analysis, hit: Hit) -> float:
    """Of equal candidates the singular, of those the nominative, and of two ways to write one
    case the first choice is the likelier."""
    part, fold = part_of(hit, analysis.lexicon), analysis.lexicon.language.fold
    second = all(also for text, _, also in part.forms if fold(text) == hit.key)
    return 0.5 * bool(hit.mask & 0xFF) + 0.2 * bool(hit.mask & 1) - 0.7 * second


def _name_hit(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    if hit.right:
        yield from surface_deviations(analysis, hit)
        return
    if hit.how is How.EXACT:
        if hit.status is Status.FORBIDDEN and _forbidden_here(analysis, hit):
            yield from _deviation(analysis, hit, 5.0)
        return
    if hit.how is How.JOINT:
        if _joint_here(analysis, hit):
            yield from _deviation(analysis, hit, 4.0)
        return
    found = slip(hit.seen, hit.key)
    if (
        found is None
        or slot_of(hit, analysis.lexicon) is Slot.ABBR
        or _is_abbreviation(analysis, hit)
    ):
        return
    score = evidence.UNIQUE_NAME + evidence.ALONE + _slip_score(analysis, hit, found)
    score += 1.5 if hit.entry in analysis.written_right else 0.0
    if entry_of(hit, analysis.lexicon).kind == "place" and _kept_as_it_was(analysis, hit):
        score += evidence.PLACE_IN_QUOTES
    if _beside_names(analysis, hit):
        score += evidence.PERSON_BESIDE
    score += 0.5 if governed(analysis, hit.first) & hit.mask else -1.0
    yield from _deviation(analysis, hit, score)


def _is_abbreviation(analysis: Analysis, hit: Hit) -> bool:
    """Capitals in a text that is not all capitals: РИА is not a slip of РИГА."""
    words = analysis.words
    if words.shape(hit.first) is not Shape.UPPER:
        return False
    around = (n for n in (hit.first - 1, hit.last) if 0 <= n < len(words))
    return not any(words.shape(n) is Shape.UPPER and len(words.key(n)) > 4 for n in around)


def _beside_names(analysis: Analysis, hit: Hit) -> bool:
    """«Бернд Пишетсридер»: an unknown capitalised word right behind makes it a person."""
    words, after = analysis.words, hit.last
    if after >= len(words) or words.gap(after - 1) is not Gap.SPACE:
        return False
    if words.shape(after) is not Shape.TITLE or words.starts_sentence(after):
        return False
    known, key = analysis.lexicon.known, words.key(after)
    return (
        not known.is_place(key) and not known.is_ordinary(key) and not analysis.lexicon.exact(key)
    )


def _forbidden_here(analysis: Analysis, hit: Hit) -> bool:
    """An old name of a place shown in quotation marks is history; a body named by an ordinary
    word (коммерсант) is meant only where the capital or the quotation marks say so."""
    quoted = _kept_as_it_was(analysis, hit)
    if entry_of(hit, analysis.lexicon).kind == "place":
        return not quoted
    if hit.last - hit.first > 1 or quoted or not analysis.lexicon.known.is_ordinary(hit.key):
        return True
    shape = analysis.words.shape(hit.first)
    return shape is not Shape.LOWER and not analysis.words.starts_sentence(hit.first)


def _joint_here(analysis: Analysis, hit: Hit) -> bool:
    """A city without its hyphen that reads like a given name needs its preposition; in
    quotation marks it may be a title."""
    if entry_of(hit, analysis.lexicon).kind == "place" and _kept_as_it_was(analysis, hit):
        return False
    if not (_is_given(analysis, hit) or any(h.right for h in analysis.hits_at[hit.first])):
        return True
    asked = governed(analysis, hit.first)
    alone = all(len(m.slots) == 1 for m in analysis.persons_at.get(hit.first, ()))
    return alone and asked != ANY and bool(asked & hit.mask) and not _surname_next(analysis, hit)


def _is_given(analysis: Analysis, hit: Hit) -> bool:
    """Whether the joined spelling is a given name of its own: Нурсултан beside Нур-Султан."""
    return hit.last - hit.first == 1 and bool(analysis.lexicon.known.given_name(hit.seen).count)


def _surname_next(analysis: Analysis, hit: Hit) -> bool:
    after = hit.last < len(analysis.words) and analysis.words.gap(hit.last - 1) is Gap.SPACE
    return after and analysis.words.shape(hit.last) is not Shape.LOWER


def _kept_as_it_was(analysis: Analysis, hit: Hit) -> bool:
    """An old name shown in quotation marks is history, not a slip."""
    span = span_of(hit, analysis)
    return analysis.zones.in_quotes(span.start)


def _deviation(analysis: Analysis, hit: Hit, score: float) -> Iterator[Deviation]:
    """The deviation of ``hit`` with the right form in its place."""
    entry = entry_of(hit, analysis.lexicon)
    part = part_of(hit, analysis.lexicon)
    span = span_of(hit, analysis)
    seen = span.of(analysis.document.text)
    if hit.status is Status.FORBIDDEN:
        kind, target, key = "variant-forbidden", entry.parts[part.right], None
    elif hit.how is How.JOINT:
        kind, target, key = joint_kind(hit), part, hit.key
    else:
        found = slip(hit.seen, hit.key)
        kind, target, key = found.kind if found else "typo-wrong-letter", part, hit.key
    right = spelling(target, _narrowed(analysis, hit), key, analysis)
    if right is None:
        return
    if part.slot is Slot.PATRONYMIC and hit.how is How.NEAR:
        kind = "patronymic"
    if kind == "variant-forbidden" and entry.kind == "organisation" and " " in part.text:
        kind = "org-wording"
    how = Applicability.SAFE if kind in _SAFE else Applicability.UNSAFE
    confidence = evidence.Verdict(score).confidence
    made = propose(analysis, hit, kind, in_letter_case(right, seen), confidence, how)
    if made:
        yield made


def _narrowed(analysis: Analysis, hit: Hit) -> int:
    """The cells of ``hit`` that its surroundings allow, all of them if none is."""
    asked = hit.mask & governed(analysis, hit.first)
    for mention in analysis.persons_at.get(hit.first, ()):
        if hit in mention.slots.values():
            for other in mention.slots.values():
                if other is not hit and other.mask & asked:
                    asked &= other.mask
    return asked or hit.mask
