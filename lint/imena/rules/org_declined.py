"""O806: a title is declined behind its class word."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class OrgDeclined(DeviationRule):
    """Название при родовом слове склонено. / A title is declined behind its class word.

    ## Что делает / What it does

    Находит «в газете „Вечернем Бишкеке“»: после слова «газета» название остаётся в именительном
    падеже.

    Finds titles in quotation marks that are declined though their class word is.

    ## Почему это плохо / Why is this bad

    Склоняется что-то одно: либо родовое слово, либо название.

    One of the two declines, the class word or the title.

    ## Примеры / Example

    Плохо:

        В газете «Вечернем Бишкеке» вышла заметка.
        На киностудии «Мосфильме» снимают сказку.
        Редактор еженедельника «Литературной газеты» ответил.

    Хорошо:

        В газете «Вечерний Бишкек» вышла заметка.
        На киностудии «Мосфильм» снимают сказку.
        Редактор еженедельника «Литературная газета» ответил.

    ## Когда молчит / When it stays silent

    Без родового слова название в кавычках склоняется.

    Without the class word the title declines.

    Молчит:

        В «Вечернем Бишкеке» вышла заметка.
        На «Мосфильме» снимают сказку.
        Редактор «Литературной газеты» ответил.
        В газете «Вечерний Бишкек» и на киностудии «Мосфильм».

    ## Надёжность правки / Fix safety

    Только предложение: вместо названия можно убрать родовое слово.

    Unsafe: one may drop the class word instead.

    ## Источник / Source

    Розенталь, раздел «Согласование приложений»: условные названия при родовом слове сохраняют
    начальную форму (в газете «Правда»).
    """

    code = "O806"
    name = "org-declined"
    severity = Severity.WARNING
    message = Message(
        ru="название при родовом слове не склоняется: «{text}» → «{right}»",
        en="behind its class word a title stays nominative: “{text}” → “{right}”",
    )
