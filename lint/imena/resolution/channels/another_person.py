"""What says that a doubtful part of a name is no slip, but somebody else's."""

from __future__ import annotations

from imena.lexicon.compile import PLURAL, SINGULAR
from imena.lexicon.parts import Slot
from imena.morphology import Gender, Name, Number
from imena.resolution.analysis import Analysis
from imena.resolution.edits import slip
from imena.resolution.hits import Hit, How, part_of
from imena.resolution.mentions import Mention
from imena.resolution.words import Shape


def is_another(analysis: Analysis, mention: Mention, hit: Hit, slot: Slot) -> bool:
    """Whether a surname that stands alone is one that the text gives to somebody else."""
    alone = slot is Slot.SURNAME and len(mention.slots) == 1 and not mention.initials
    return alone and (
        mention.entry.number in analysis.told_apart
        or analysis.introductions.another(hit.seen, mention.entry)
    )


def of_another_name(analysis: Analysis, hit: Hit) -> bool:
    """Whether the spelling itself says that it is another name."""
    return _another_family(hit) or _of_double_name(analysis, hit)


def _another_family(hit: Hit) -> bool:
    """«братья Макроновы»: no plural of Макрон, but that of a surname in -ов."""
    plural = not hit.mask & SINGULAR and hit.key.endswith(("ов", "ев", "ин", "ын"))
    return plural and hit.seen[:-1] == hit.key and hit.seen[-1] in "аеуы"


def _of_double_name(analysis: Analysis, hit: Hit) -> bool:
    """«Жан-Мари»: a piece of a longer name, each of its pieces with a capital («экс-» is none)."""
    words = analysis.words
    outer = [at for at in (hit.first - 1, hit.last) if 0 <= at < len(words)]
    return any(
        words.hyphen_behind(min(at, hit.last - 1)) and words.shape(at) is Shape.TITLE
        for at in outer
    )


def other_father(analysis: Analysis, mention: Mention) -> bool:
    """«Капыш Ибраевич Сатпаев» beside Каныш Имантаевич: two parts that differ are another man."""
    right = mention.entry.canonical(Slot.PATRONYMIC)
    if mention.other is None or right is None:
        return False
    fold = analysis.lexicon.language.fold
    seen = analysis.words.key(mention.other)
    return not any(seen == (key := fold(form)) or slip(seen, key) for form, _, _ in right.forms)


def several(analysis: Analysis, mention: Mention, hit: Hit) -> bool:
    """«Светлан Ким оказалось одиннадцать»: the plural of a given name is no slip of it, unless the
    surname is one man's («Фридрихам Мерцем»)."""
    if hit.how is How.EXACT and hit.mask & SINGULAR:
        return False  # «Шинзо Абэ»: a name that never changes is its own plural
    others = (other for other in mention.slots.values() if other.first != hit.first)
    return hit.seen in _plural_of(analysis, hit) and all(o.mask & PLURAL for o in others)


def _plural_of(analysis: Analysis, hit: Hit) -> frozenset[str]:
    """The folded plural forms of the given name that ``hit`` may be a slip of."""
    part, notes = part_of(hit, analysis.lexicon), analysis.lexicon.notes
    key = (_plural_of, part.text, part.gender)
    if key not in notes:
        language = analysis.lexicon.language
        gender = Gender(part.gender) if part.gender else None
        name = Name(part.text, part.kind, gender, Number.PLUR)
        notes[key] = frozenset(language.fold(form.text) for form in language.decline(name))
    found: frozenset[str] = notes[key]
    return found
