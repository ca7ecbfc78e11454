"""Bodies: capitals, wording, abbreviations and their expansions, quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from imena.findings import Applicability, Edit, Severity
from imena.languages.ru.alphabet import KEYBOARD_NEIGHBOURS, LETTERS
from imena.lexicon.lexicon import StoredEntry, StoredPart
from imena.lexicon.parts import Slot, Status
from imena.resolution.analysis import Analysis
from imena.resolution.channels.capitals import capital_deviations
from imena.resolution.context import NOM, in_capitals
from imena.resolution.deviation import Deviation
from imena.resolution.edits import slip
from imena.resolution.hits import Hit, entry_of, part_of
from imena.resolution.replacement import as_allowed, propose, span_of, spelling
from imena.resolution.vocabulary import Mark, Quirk
from imena.resolution.words import Gap, Shape
from imena.text.span import Span

_OPENING, _CLOSING = '«„“"', '»“”"'


def organisation_deviations(analysis: Analysis) -> Iterator[Deviation]:
    """All deviations of bodies whose name is there in right letters, and of abbreviations."""
    for hit in analysis.others:
        if hit.right and _is_body(analysis, hit):
            if hit.last - hit.first > 1:
                yield from capital_deviations(analysis, hit)
            yield from _expansion(analysis, hit)
            yield from _quotes(analysis, hit)
    yield from _abbreviations(analysis)


def _is_body(analysis: Analysis, hit: Hit) -> bool:
    """Whether a body is named, not by its abbreviation."""
    entry = entry_of(hit, analysis.lexicon)
    return entry.kind == "organisation" and entry.parts[hit.part].slot is Slot.NAME


def _expansion(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """«Евразийский экономический союз (ЕАС)»."""
    words, at = analysis.words, hit.last
    if at >= len(words) or words.between(at - 1).strip() not in ("(", "» (", "» («", "(«"):
        return
    seen = words.tokens[at].text
    if not words.between(at).startswith((")", "»)")) or not _is_abbreviation(seen):
        return
    entry = entry_of(hit, analysis.lexicon)
    abbr = entry.canonical(Slot.ABBR)
    if abbr is None or _is_abbreviation_of(analysis, words.key(at), hit):
        return
    span = words.span(at, at + 1)
    made = Deviation(
        "abbr-expansion", span, seen, 0.9, entry.ref, (Edit(span, abbr.text),), (abbr.text,),
        Applicability.DISPLAY,
    )  # fmt: skip
    yield as_allowed(analysis, made)


def _is_abbreviation(text: str) -> bool:
    """«ЕАЭС», «ЕврАзЭС»: two capitals, the last letter one of them."""
    return (
        LETTERS.issuperset(text)
        and text[-1].isupper()
        and sum(letter.isupper() for letter in text) > 1
    )


def _is_abbreviation_of(analysis: Analysis, key: str, hit: Hit) -> bool:
    """Whether ``key`` stands for any body that has the name at ``hit``."""
    same = {h.entry for h in analysis.hits_at[hit.first] if h.last == hit.last}
    return any(r.entry in same for r in analysis.lexicon.exact(key))


def _abbreviations(analysis: Analysis) -> Iterator[Deviation]:
    """«ОКДБ» for «ОДКБ»: letters swapped, or in longer ones a neighbouring key."""
    words = analysis.words
    for at in words.with_mark(Mark.ABBREVIATION):
        if at in analysis.silent or Quirk.LATIN in words.word(at).quirk:
            continue
        if _spelt_right(analysis, at) or in_capitals(analysis, at) or _defined(analysis, at):
            continue
        yield from _abbreviation(analysis, at)


#: Letters up to which an abbreviation may well be the name of somebody or something.
_SHORT = 4


def _spelt_right(analysis: Analysis, at: int) -> bool:
    key = analysis.words.key(at)
    if analysis.lexicon.exact(key):
        return True
    known = analysis.lexicon.known
    readings = known.readings(key)
    if len(key) > _SHORT:  # a girl Асена is no rival of АСЕАН
        readings = tuple(r for r in readings if not r.is_name)
    if known.is_abbreviation(key) or readings:
        return True
    return analysis.words.joined(at, at + 1)


def _defined(analysis: Analysis, at: int) -> bool:
    """The text itself says what «(ОКБ)» is short for, or writes it again and again."""
    if at and analysis.words.between(at - 1).endswith("("):
        return _stands_for(analysis, at)
    key = analysis.words.key(at)
    return analysis.times(key) > 2


def _stands_for(analysis: Analysis, at: int) -> bool:
    """Whether the letters in brackets are the first letters of the words before them."""
    words, key = analysis.words, list(analysis.words.key(at))
    for n in range(at - 1, max(-1, at - 12), -1):
        if key and words.key(n).startswith(key[-1]):
            key.pop()
    return not key


def _abbreviation(analysis: Analysis, at: int) -> Iterator[Deviation]:
    key = analysis.words.key(at)
    found = [
        (record, right, likely)
        for right, likely in _candidates(analysis, key)
        for record in analysis.lexicon.exact(right)
        if record.status <= Status.ALIAS
        and _is_short(analysis.lexicon.entry(record.entry).parts[record.part])
    ]
    if len({right for _, right, _ in found}) != 1:
        return
    record, right, likely = found[0]
    entry = analysis.lexicon.entry(record.entry)
    span = analysis.words.span(at, at + 1)
    text = entry.parts[record.part].first(record.mask) or right.upper()
    if text.isupper() and not span.of(analysis.document.text).isupper():
        return  # «ЦКиОМ» is no slip of «ЦИК»
    sure = likely + (0.1 if record.entry in analysis.written_right else 0)
    bracketed = at and analysis.words.between(at - 1).endswith("(")
    if len(key) == 3 and record.entry in analysis.written_right and not bracketed:
        return  # whoever writes МЧС means another body by МСЧ
    made = Deviation(
        "abbr-typo", span, span.of(analysis.document.text), sure, entry.ref,
        (Edit(span, text),), (text,), Applicability.UNSAFE,
    )  # fmt: skip
    yield as_allowed(analysis, made)


def _is_short(part: StoredPart) -> bool:
    """An abbreviation, or a name in capitals throughout (ТАСС)."""
    return part.slot is Slot.ABBR or (part.text.isupper() and " " not in part.text)


def _candidates(analysis: Analysis, key: str) -> Iterator[tuple[str, float]]:
    for n in range(len(key) - 1):
        if key[n] != key[n + 1]:
            swapped = key[:n] + key[n + 1] + key[n] + key[n + 2 :]
            yield swapped, 0.85 if len(key) > 3 else 0.7
    if len(key) >= 4:
        for near in analysis.lexicon.near(key):
            found = slip(key, near)
            replaced = found and len(near) == len(key) and found.kind != "typo-transposed"
            if found and found.kind == "typo-vowel" and len(key) > 4:
                yield near, 0.8
            elif (
                found and replaced and key[found.at] in KEYBOARD_NEIGHBOURS.get(near[found.at], ())
            ):
                yield near, 0.7


def _quotes(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    """Quotation marks round a conventional name."""
    text = analysis.document.text
    span = span_of(hit, analysis)
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    entry = entry_of(hit, analysis.lexicon)
    quoted = before and before in _OPENING and after and after in _CLOSING
    wants = str(entry.blob.get("quotes") or "")
    if not quoted and not wants:
        return
    generic = _generic_before(analysis, hit, entry)
    if quoted:
        yield from _quote_style(analysis, hit, before, after)
        if generic and not hit.mask & NOM and not _nominative_too(analysis, hit):
            yield from _declined(analysis, hit)
    elif generic and wants in ("always", "with-generic") and _bare(analysis, hit, before, after):
        yield from _missing_quotes(analysis, hit, wants)
    elif before == "«" and wants == "always" and not _closed(analysis.rest_of_line(span.end)):
        made = propose(analysis, hit, "org-quotes", span.of(text) + "»", 0.8)
        if made:
            yield made


def _closed(rest: str) -> bool:
    """Whether in the rest of a line an open quotation is closed before the next opens."""
    closing, opening = rest.find("»"), rest.find("«")
    return closing >= 0 and (opening < 0 or closing < opening)


def _bare(analysis: Analysis, hit: Hit, before: str, after: str) -> bool:
    """Whether the name stands there without any mark, capitals intact, outside a longer name."""
    words = analysis.words
    if before not in (" ", "\u00a0", "\n") or words.gap(hit.last - 1) is Gap.HYPHEN:
        return False
    return words.shape(hit.first) is not Shape.LOWER


def _nominative_too(analysis: Analysis, hit: Hit) -> bool:
    return any(
        h.right and h.mask & NOM and (h.last, h.entry) == (hit.last, hit.entry)
        for h in analysis.hits_at[hit.first]
    )


def _generic_before(analysis: Analysis, hit: Hit, entry: StoredEntry) -> bool:
    """Whether a class word of the entry («телеканал») stands right before the name."""
    at = hit.first - 1
    if (
        at < 0
        or analysis.words.between(at).strip(' \u00a0«„“"')
        or "\n\n" in analysis.words.between(at)
    ):
        return False
    generic = entry.blob.get("generic") or ()
    return any(is_form_of(analysis, analysis.words.key(at), word) for word in generic)


def is_form_of(analysis: Analysis, key: str, lemma: str) -> bool:
    """Whether ``key`` is a form of the ordinary word ``lemma``."""
    folded = analysis.lexicon.language.fold(lemma)
    if key == folded:
        return True
    fold = analysis.lexicon.language.fold
    known = analysis.lexicon.known
    if not known.readings(folded):  # «нацкомпания»: a compound that no dictionary holds
        stem = folded[:-1]
        return key.startswith(stem) and len(key) <= len(folded) + 2
    return any(fold(r.lemma) == folded for r in known.readings(key))


def _quote_style(analysis: Analysis, hit: Hit, before: str, after: str) -> Iterator[Deviation]:
    """«…» is the house style; „…“ belongs inside it."""
    span = span_of(hit, analysis)
    if before == "«" or _nested(analysis, span.start - 2):
        return
    whole = Span(span.start - 1, span.end + 1)
    seen = whole.of(analysis.document.text)
    right = f"«{seen[1:-1]}»"
    made = Deviation(
        "org-quotes-style", whole, seen, 0.8, entry_of(hit, analysis.lexicon).ref,
        (Edit(whole, right),), (right,), Applicability.SAFE,
    )  # fmt: skip
    yield as_allowed(analysis, made)


def _nested(analysis: Analysis, at: int) -> bool:
    """Whether the mark behind offset ``at`` stands inside other quotation marks."""
    opening = analysis.document.text[max(0, at) : at + 1] == "«"
    return at >= 0 and (opening or analysis.zones.in_quotes(at))


def _declined(analysis: Analysis, hit: Hit) -> Iterator[Deviation]:
    right = spelling(part_of(hit, analysis.lexicon), NOM, None, analysis)
    made = right and propose(analysis, hit, "org-declined", right, 0.85)
    if made:
        yield made


def _missing_quotes(analysis: Analysis, hit: Hit, wants: str) -> Iterator[Deviation]:
    from dataclasses import replace

    right = spelling(part_of(hit, analysis.lexicon), NOM, None, analysis)
    span = span_of(hit, analysis)
    if right is None:
        return
    made = Deviation(
        "org-quotes", span, span.of(analysis.document.text), 0.85,
        entry_of(hit, analysis.lexicon).ref, (Edit(span, f"«{right}»"),), (f"«{right}»",),
        Applicability.UNSAFE,
    )  # fmt: skip
    if wants == "with-generic":
        made = replace(made, severity=Severity.INFO, confidence=0.7)
    yield as_allowed(analysis, made)
