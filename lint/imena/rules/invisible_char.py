"""U402: an invisible character inside a name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class InvisibleChar(DeviationRule):
    r"""Внутри имени стоит невидимый знак. / An invisible character inside a name.

    ## Что делает / What it does

    Находит мягкий перенос (U+00AD), пробел нулевой ширины (U+200B) и другие невидимые знаки внутри
    имён и сокращений.

    Finds soft hyphens, zero-width spaces and joiners, and byte order marks inside names.

    ## Почему это плохо / Why is this bad

    Знаки приходят из вёрстки и PDF, на экране их нет, но поиск по имени ничего не находит.

    They come from layout and PDF; nobody sees them, and search finds nothing.

    ## Примеры / Example

    Плохо:

        Космонавт Талгат Муса\u00ADбаев вернулся на Землю.
        С Розой Отун\u200Bбаевой говорили журналисты.
        Роман Чингиза Айт\u200Dматова перечитали.
        Отчёт М\u2060ВФ опубликован.
        Поезд до Кара\uFEFFганды опоздал.

    Хорошо:

        Космонавт Талгат Мусабаев вернулся на Землю.
        С Розой Отунбаевой говорили журналисты.
        Роман Чингиза Айтматова перечитали.
        Отчёт МВФ опубликован.
        Поезд до Караганды опоздал.

    ## Когда молчит / When it stays silent

    Неразрывный пробел между инициалами и фамилией — хороший набор.

    A no-break space between initials and surname is good typesetting.

    Молчит:

        Фильм об А.\u00A0А. Леонове и Ю.\u00A0Гагарине показали утром.
        Роза\u00A0Отунбаева и Чингиз\u00A0Айтматов родом с Таласа.
        Само\u00ADлёт вы\u00ADлетел ночью.

    ## Надёжность правки / Fix safety

    Безопасна: видимый текст не меняется.

    Safe: what the reader sees does not change.
    """

    code = "U402"
    name = "invisible-char"
    severity = Severity.ERROR
    message = Message(
        ru="невидимый знак внутри имени: следует писать «{right}» ({name})",
        en="invisible character inside the name: write “{right}” ({name})",
    )
