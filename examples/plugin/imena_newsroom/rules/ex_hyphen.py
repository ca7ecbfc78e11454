"""N901: «экс» is written apart from the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imena.findings import Applicability, Edit, Finding, Fix, Message, Severity
from imena.resolution.analysis import Analysis
from imena.text.span import Span

_OFFICES = "президент|премьер|министр|глав|губернатор|мэр|депутат|сенатор|спикер|посол|посл"
_EX = re.compile(rf"\b[Ээ]кс([ \u00a0]|\s*[—–]\s*)(?=(?:{_OFFICES})[а-яё]*\b)")


class ExHyphen:
    """«Экс» написано отдельно от должности. / The prefix «экс» stands apart from the office.

    ## Что делает / What it does

    Находит «экс президент», «экс — министр» и ставит дефис.

    Finds «экс» parted from an office by a space or a dash; writes a hyphen.

    ## Почему это плохо / Why is this bad

    «Экс» — первая часть сложного слова, с должностью её соединяет дефис.

    It is the first part of a compound and takes a hyphen.

    ## Примеры / Example

    Плохо:

        Экс президент Киргизии прибыл в Москву.
        Суд допросил экс министра обороны.
        С экс — мэром города встретились журналисты.

    Хорошо:

        Экс-президент Киргизии прибыл в Москву.
        Суд допросил экс-министра обороны.
        С экс-мэром города встретились журналисты.

    ## Когда молчит / When it stays silent

    Перед словами, которые не называют должность.

    Before words that are no office.

    Молчит:

        Экс-президент Киргизии прибыл в Москву.
        Корабль «Экс» спустили на воду.
        Экс и игрек неизвестны.

    ## Надёжность правки / Fix safety

    Безопасна: меняется только знак между словами.

    Safe: only the mark between the words changes.
    """

    code = "N901"
    name = "ex-hyphen"
    severity = Severity.WARNING
    message = Message("нужен дефис: «{text}» → «{right}»", "a hyphen belongs here: “{right}”")

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for found in _EX.finditer(analysis.document.text):
            text = found.group()
            right = text[:3] + "-"
            yield Finding(
                code=self.code,
                rule=self.name,
                severity=self.severity,
                confidence=0.95,
                message=Message(*(m.format(text=text.rstrip(), right=right) for m in self.message)),
                span=Span(*found.span()),
                text=text,
                fix=Fix(Applicability.SAFE, (Edit(Span(*found.span(1)), "-"),)),
                suggestions=(right,),
            )
