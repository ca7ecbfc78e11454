"""U403: the letter й or ё is stored as two characters."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class DecomposedLetter(DeviationRule):
    r"""Буква й или ё записана двумя знаками. / The letter й or ё is stored as two characters.

    ## Что делает / What it does

    Находит имена, в которых й или ё составлены из буквы и отдельного надстрочного знака (U+0306,
    U+0308), как это делают macOS и PDF.

    Finds names whose й or ё is a letter and a combining mark, as macOS and PDF write them.

    ## Почему это плохо / Why is this bad

    Выглядит одинаково, но для поиска это разные слова; в старых шрифтах знак съезжает.

    It looks the same, but search takes it for another word.

    ## Примеры / Example

    Плохо:

        Судья Геннадии\u0306 Кравцов объявил перерыв.
        Защитник Арте\u0308м Ковалёв получил травму.
        С Семёном Буде\u0308нным встретились ветераны.
        Юрии\u0306 Гагарин вернулся на Землю.

    Хорошо:

        Судья Геннадий Кравцов объявил перерыв.
        Защитник Артём Ковалёв получил травму.
        С Семёном Будённым встретились ветераны.
        Юрий Гагарин вернулся на Землю.

    ## Когда молчит / When it stays silent

    Знак ударения (U+0301) над гласной допустим.

    A stress mark over a vowel is allowed.

    Молчит:

        Юрий Гага\u0301рин и Алексей Лео\u0301нов.
        Судья Геннадий Кравцов и защитник Артём Ковалёв.
        Хороши\u0306 день для прогулки.

    ## Надёжность правки / Fix safety

    Безопасна: видимый текст не меняется.

    Safe: what the reader sees does not change.
    """

    code = "U403"
    name = "decomposed-letter"
    severity = Severity.WARNING
    message = Message(
        ru="буква из двух знаков (й, ё): следует писать «{right}» ({name})",
        en="decomposed letter (й, ё): write “{right}” ({name})",
    )
