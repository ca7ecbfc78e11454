"""Bulgarian as a stub: names have no cases, so every cell holds the name as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from imena.morphology import Case, Features, Form, Gender, Name, NameKind, Paradigm, WrongForm

_CASES = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
_STRESS = {0x300: None, 0x301: None, 0xAD: None}


class Bulgarian:
    """``--text-language bg``."""

    code = "bg"

    def decline(self, name: Name) -> Paradigm:
        cells = (Features(case, name.number) for case in _CASES)
        singular = (Features(case) for case in _CASES)
        return Paradigm(tuple(Form(name.text, cell) for cell in {*cells, *singular}))

    def misdeclined(self, name: Name, paradigm: Paradigm) -> Iterable[WrongForm]:
        return ()

    def counterpart(self, name: Name) -> Name | None:
        """Борисов and Борисова, Радев and Радева."""
        if name.kind is not NameKind.SURNAME:
            return None
        if name.gender is Gender.MASC and name.text.endswith(("ов", "ев")):
            return replace(name, text=name.text + "а", gender=Gender.FEM, forms={})
        if name.gender is Gender.FEM and name.text.endswith(("ова", "ева")):
            return replace(name, text=name.text[:-1], gender=Gender.MASC, forms={})
        return None

    def fold(self, text: str) -> str:
        composed = unicodedata.normalize("NFC", text.lower().translate(_STRESS))
        return composed.replace("\u2011", "-").replace("\u00a0", " ")
