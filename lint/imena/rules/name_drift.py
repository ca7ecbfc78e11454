"""X001: one name is spelt two ways in one text."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class NameDrift(DeviationRule):
    """Имя в одном тексте написано по-разному. / One name is spelt two ways in one text.

    ## Что делает / What it does

    Без словаря: если имя три раза и чаще написано одинаково и один раз — с отличием в одну букву,
    отмечает редкое написание.

    Without a dictionary: of two spellings one letter apart, flags the one that is a third as
    common.

    ## Почему это плохо / Why is this bad

    Одно из написаний наверняка неверно, а какого больше, то и вернее.

    One of the two is wrong, and the commoner is the likelier.

    ## Примеры / Example

    Плохо:

        Гончар Ерболтай приехал. Ерболтая ждали, Ерболтаю рады. О Ерболдае спели.
        В Кенсазе дождь. Из Кенсаза едут в Кенсаз. Под Кинсазом туман.
        Певец Бекзатулин спел. Бекзатулина просили ещё. Бекзатулин рад. Хлопали Бекзатуллину.

    Хорошо:

        Гончар Ерболтай приехал. Ерболтая ждали, Ерболтаю рады. О Ерболтае спели.
        В Кенсазе дождь. Из Кенсаза едут в Кенсаз. Под Кенсазом туман.
        Певец Бекзатулин спел. Бекзатулина просили ещё. Бекзатулин рад. Хлопали Бекзатулину.

    ## Когда молчит / When it stays silent

    Оба написания частые, у людей разные имена, или второе — известная фамилия либо слово.

    Where both are frequent, the given names differ, or the rarer is a real surname or a word.

    Молчит:

        Петров забил. Петрова хвалят, Петрову рады. Судья Петрова довольна.
        Асхат Уалиев забил. Уалиева хвалят, Уалиеву рады. Тренер Марат Валиев доволен.
        Бекзатулин спел. Бекзатулина просили ещё. Хлопали Бекзатуллину.
        Ким пришла, Ким села, Ким встала. Кин молчит.

    ## Надёжность правки / Fix safety

    Только предложение: людей может быть двое.

    Unsafe: there may be two people.
    """

    code = "X001"
    name = "name-drift"
    severity = Severity.WARNING
    message = Message(
        ru="в тексте чаще пишется «{right}», здесь «{text}»",
        en="the text mostly writes “{right}”, here “{text}”",
    )
