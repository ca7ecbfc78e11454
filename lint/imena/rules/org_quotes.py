"""O804: a title without its quotation marks."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class OrgQuotes(DeviationRule):
    """Название стоит без кавычек. / A title without its quotation marks.

    ## Что делает / What it does

    Находит условные названия после родового слова без кавычек: «телеканал Мир 24» — «телеканал
    „Мир 24“»; и потерянную закрывающую кавычку.

    Finds titles without quotation marks behind their class word, and a lost closing mark.

    ## Почему это плохо / Why is this bad

    Без кавычек название сливается с предложением.

    Without the marks the title runs into the sentence.

    ## Примеры / Example

    Плохо:

        Телеканал Мир 24 показал интервью.
        Зрители телеканала Мир 24 звонили в студию.
        Газета Вечерний Бишкек вышла с опозданием.
        На киностудии Мосфильм снимают сказку.

    Хорошо:

        Телеканал «Мир 24» показал интервью.
        Зрители телеканала «Мир 24» звонили в студию.
        Газета «Вечерний Бишкек» вышла с опозданием.
        На киностудии «Мосфильм» снимают сказку.

    ## Когда молчит / When it stays silent

    Кавычки стоят; название пишется без них; слова не название.

    Where the marks are there, the title takes none, or the words are no title.

    Молчит:

        Телеканал «Мир 24» и газета «Вечерний Бишкек».
        Агентство ТАСС передало репортаж.
        Вечерний Бишкек сверкал огнями.
        Об этом сообщил Мир 24 часа спустя.

    ## Надёжность правки / Fix safety

    Только предложение: границы названия видны не всегда.

    Unsafe: where a title ends is not always plain.

    ## Источник / Source

    Правила русской орфографии и пунктуации (под ред. Лопатина): условные названия в кавычках;
    Мильчин, «Справочник издателя и автора».
    """

    code = "O804"
    name = "org-quotes"
    severity = Severity.WARNING
    message = Message(
        ru="название пишется в кавычках: {text} → {right}",
        en="the title takes quotation marks: {text} → {right}",
    )
