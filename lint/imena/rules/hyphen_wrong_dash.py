"""H303: a dash or a spaced hyphen for a hyphen."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class HyphenWrongDash(DeviationRule):
    r"""Вместо дефиса тире или дефис с пробелами. / A dash or a spaced hyphen for a hyphen.

    ## Что делает / What it does

    Находит двойные имена и названия, в которых стоит тире, дефис с пробелами или особый дефис
    (неразрывный, U+2011): последнее — только замечание.

    Finds names joined by a dash or a spaced hyphen; a non-breaking hyphen is only worth a remark.

    ## Почему это плохо / Why is this bad

    Дефис — орфографический знак, тире — пунктуационный: оно разделяет два имени.

    A hyphen belongs to the word, a dash parts two names.

    ## Примеры / Example

    Плохо:

        Жан–Клод Юнкер ответил на вопросы.
        Закон Андре — Мари Ампера знает каждый школьник.
        Поезд до Санкт - Петербурга отправляется в полночь.
        Из Нью—Йорка пришла телеграмма.
        В Улан\u2011Удэ минус тридцать.

    Хорошо:

        Жан-Клод Юнкер ответил на вопросы.
        Закон Андре-Мари Ампера знает каждый школьник.
        Поезд до Санкт-Петербурга отправляется в полночь.
        Из Нью-Йорка пришла телеграмма.
        В Улан-Удэ минус тридцать.

    ## Когда молчит / When it stays silent

    Тире между двумя именами или названиями стоит по праву.

    A dash between two names is right.

    Молчит:

        Матч Бондарчук — Васильев отложили.
        Поезд Самарканд – Караганда опоздал.
        Закон Ампера — основа электродинамики.
        Рейс Санкт-Петербург — Нью-Йорк возобновили.

    ## Надёжность правки / Fix safety

    Безопасна: меняется только знак.

    Safe: only the sign changes.

    ## Источник / Source

    Правила русской орфографии и пунктуации (под ред. Лопатина): дефис внутри слова, тире между
    словами.
    """

    code = "H303"
    name = "hyphen-wrong-dash"
    severity = Severity.ERROR
    message = Message(
        ru="тире вместо дефиса: «{text}» → «{right}» ({name})",
        en="dash for hyphen: “{text}” → “{right}” ({name})",
    )
