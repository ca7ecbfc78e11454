"""O805: a title in quotation marks of another shape."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class OrgQuotesStyle(DeviationRule):
    """Название в кавычках не того рисунка. / A title in quotation marks of another shape.

    ## Что делает / What it does

    Предлагает «ёлочки» вместо прямых и английских кавычек вокруг названия из словаря.

    Offers «guillemets» for straight and English marks round a dictionary title.

    ## Почему это плохо / Why is this bad

    В русском наборе названия стоят в «ёлочках»; разнобой в кавычках выдаёт вставленный текст.

    Russian type sets titles in guillemets; other marks betray pasted text.

    ## Примеры / Example

    Плохо:

        Телеканал "Мир 24" показал интервью.
        Газета “Вечерний Бишкек” вышла с опозданием.
        Рецензию напечатала "Литературная газета".

    Хорошо:

        Телеканал «Мир 24» показал интервью.
        Газета «Вечерний Бишкек» вышла с опозданием.
        Рецензию напечатала «Литературная газета».

    ## Когда молчит / When it stays silent

    Кавычки „лапки“ внутри «ёлочек», названия на других языках, слова не из словаря.

    Marks inside guillemets, titles in other languages, words that no dictionary knows.

    Молчит:

        Телеканал «Мир 24» и газета «Вечерний Бишкек».
        Песню "Yesterday" спели хором.
        Кафе "Встреча" закрыто.

    ## Надёжность правки / Fix safety

    Безопасна: меняется только рисунок кавычек.

    Safe: only the shape changes.
    """

    code = "O805"
    name = "org-quotes-style"
    severity = Severity.INFO
    message = Message(
        ru="кавычки другого рисунка: {text} → {right}",
        en="quotation marks of another shape: {text} → {right}",
    )
