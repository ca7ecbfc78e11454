"""From a name as a text writes it, in any case, to the form that a dictionary wants."""

from __future__ import annotations

from imena.lexicon.lexicon import Lexicon, StoredEntry
from imena.lexicon.parts import Status
from imena.morphology import Case, Gender

_WOMAN = ("вна", "чна", "кызы", "қызы", "гызы", "ова", "ева", "ёва", "ина", "ына", "ская", "цкая")


def base_form(text: str, kind: str, lexicon: Lexicon, entry: StoredEntry | None = None) -> str:
    """The nominative of ``text``: by the likest form of ``entry``, if it is a spelling of that
    name, else by the grammar dictionary. What nobody can tell stays as written."""
    if entry is not None:
        return _like(text, entry)
    if kind != "person":
        return text
    return " ".join(_nominative(word, lexicon) for word in text.split())


def _like(text: str, entry: StoredEntry) -> str:
    """«Тохтаром» is to «Тохтар» what «Токтаром» is to «Токтар»."""
    from rapidfuzz.distance import JaroWinkler

    pairs = [
        (form, part.forms[0][0])
        for part in entry.parts
        if part.status <= Status.ALIAS and part.forms
        for form, _, _ in part.forms
    ]
    if not pairs:
        return text
    form, first = max(pairs, key=lambda p: JaroWinkler.similarity(text.lower(), p[0].lower()))
    same = next((n for n, (a, b) in enumerate(zip(form, first, strict=False)) if a != b), None)
    stem = min(len(form), len(first)) if same is None else same
    ending, other = form[stem:], first[stem:]
    if ending and not text.endswith(ending):
        return text
    return text[: len(text) - len(ending)] + other


def _nominative(word: str, lexicon: Lexicon) -> str:
    """The lemma of a word that can be no nominative of a name, in the letter case of ``word``."""
    readings = [r for r in lexicon.known.readings(word.lower()) if r.is_name and r.pos == "NOUN"]
    if not readings or any(r.case is Case.NOM for r in readings):
        return word
    lemmas = {reading.lemma for reading in readings}
    if len(lemmas) > 1:
        return word
    return lemmas.pop().title() if word[:1].isupper() else word


def gender_of(name: str, lexicon: Lexicon) -> str:
    """``f`` where the given name or an ending says so, else ``m``."""
    words = name.lower().split()
    genders = lexicon.known.given_name(words[0]).genders if len(words) > 1 else frozenset()
    if len(genders) == 1:
        return "f" if Gender.FEM in genders else "m"
    return "f" if any(word.endswith(_WOMAN) for word in words) else "m"
