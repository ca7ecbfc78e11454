"""O801: letters of an abbreviation are swapped."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class AbbrTypo(DeviationRule):
    """В сокращении переставлены или спутаны буквы. / Letters of an abbreviation are swapped.

    ## Что делает / What it does

    Находит сокращения с переставленными буквами («ОСБЕ») и, в длинных, с буквой соседней клавиши.

    Finds abbreviations with two letters swapped and, in longer ones, a neighbouring key.

    ## Почему это плохо / Why is this bad

    Проверка орфографии сокращений не знает, а другое сокращение — другая организация.

    Spell checkers know no abbreviations, and another one is another body.

    ## Примеры / Example

    Плохо:

        Наблюдатели ОСБЕ прибыли на участки.
        Миссия МФВ завершила переговоры.
        Кредит ЕРБР одобрили в пятницу.
        Инспекторы МАГТАЭ осмотрели реактор.
        Страны НТАО согласовали бюджет.

    Хорошо:

        Наблюдатели ОБСЕ прибыли на участки.
        Миссия МВФ завершила переговоры.
        Кредит ЕБРР одобрили в пятницу.
        Инспекторы МАГАТЭ осмотрели реактор.
        Страны НАТО согласовали бюджет.

    ## Когда молчит / When it stays silent

    Другое сокращение из трёх букв — скорее другая организация, а не опечатка; заголовки из
    прописных букв и сокращения, которые текст объясняет сам.

    Another three-letter abbreviation is another body; headlines; abbreviations that the text
    explains.

    Молчит:

        ГАЗ и ВАЗ снизили цены, ВТБ поднял ставку.
        Военно-транспортная команда (ВТК) прибыла; ВТК разместили в порту.
        НАТО И МВФ ОБСУДИЛИ ПЛАН
        Страны ВТО и ЛАГ, сотрудники МВД и эксперты МВФ.

    ## Надёжность правки / Fix safety

    Только предложение: сокращение может быть верным, просто неизвестным словарю.

    Unsafe: the abbreviation may be right and merely unknown.
    """

    code = "O801"
    name = "abbr-typo"
    severity = Severity.ERROR
    message = Message(
        ru="опечатка в сокращении: «{text}» → «{right}» ({name})",
        en="slip in an abbreviation: “{text}” → “{right}” ({name})",
    )
