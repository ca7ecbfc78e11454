"""U401: look-alikes of another script in a name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class Homoglyph(DeviationRule):
    r"""В имени буквы-двойники из другого алфавита. / Look-alikes of another script in a name.

    ## Что делает / What it does

    Находит слова, в которых кириллица смешана с латиницей, греческими буквами или цифрами,
    похожими на буквы, и сокращения, набранные латиницей целиком. Двойники ниже записаны кодами.

    Finds look-alike Latin or Greek letters and digits in Cyrillic names; below they are escapes.

    ## Почему это плохо / Why is this bad

    Глазом подмену не увидеть, а поиск, сортировка и проверка орфографии такое имя не узнают.

    No reader sees it, and no search finds it.

    ## Примеры / Example

    Плохо:

        Космонавт Алексей Ле\u006Fнов вышел в открытый космос.
        Встречу с Роз\u006Fй Отунбаевой перенесли.
        М\u0430ргарет Тэтч\u0065р ушла в отставку.
        Эксперты \u0042\u0054O обсудили пошлины.
        Кредит M\u0412Ф одобрили.
        Наблюдатели \u041EБC\u0045 приехали в срок.

    Хорошо:

        Космонавт Алексей Леонов вышел в открытый космос.
        Встречу с Розой Отунбаевой перенесли.
        Маргарет Тэтчер ушла в отставку.
        Эксперты ВТО обсудили пошлины.
        Кредит МВФ одобрили.
        Наблюдатели ОБСЕ приехали в срок.

    ## Когда молчит / When it stays silent

    Слово по праву написано латиницей или с цифрами.

    Words that are Latin, or hold digits, by right.

    Молчит:

        Сериал вышел на Netflix, премьеру увидели на YouTube.
        Истребитель МиГ-29 и ракета С-400 показаны на параде.
        Прививку от COVID-19 сделал и Алексей Леонов.
        Компания BTS Group открыла офис.

    ## Надёжность правки / Fix safety

    Безопасна: видимый текст не меняется.

    Safe: what the reader sees does not change.
    """

    code = "U401"
    name = "homoglyph"
    severity = Severity.ERROR
    message = Message(
        ru="похожие буквы другого алфавита: «{text}» → «{right}» ({name})",
        en="look-alike letters of another script: “{text}” → “{right}” ({name})",
    )
