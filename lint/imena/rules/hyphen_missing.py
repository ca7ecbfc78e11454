"""H301: a space where the name has a hyphen."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class HyphenMissing(DeviationRule):
    """В имени или названии вместо дефиса пробел. / A space where the name has a hyphen.

    ## Что делает / What it does

    Находит двойные имена и названия, написанные раздельно: «Жан Клод», «Нью Йорк».

    Finds names of several parts that are written apart.

    ## Почему это плохо / Why is this bad

    Дефис — часть имени; раздельно это два имени, и первое начинают склонять.

    The hyphen is part of the name; without it the halves read as two names.

    ## Примеры / Example

    Плохо:

        Политик Жан Клод Юнкер приехал в Брюссель.
        Опыты Андре Мари Ампера повторили школьники.
        В Санкт Петербурге развели мосты.
        Рейс в Нью Йорк отменили.
        Матч в Ростове на Дону завершился вничью.

    Хорошо:

        Политик Жан-Клод Юнкер приехал в Брюссель.
        Опыты Андре-Мари Ампера повторили школьники.
        В Санкт-Петербурге развели мосты.
        Рейс в Нью-Йорк отменили.
        Матч в Ростове-на-Дону завершился вничью.

    ## Когда молчит / When it stays silent

    Слова принадлежат двум людям или стоят рядом случайно.

    Where the two words belong to two people or merely meet.

    Молчит:

        Жан и Клод Дюпон владеют виноградником.
        Певица Мари выступила вместе с Андре.
        В Ростове на Большой Садовой ремонт.
        В Нью-Йорке и Санкт-Петербурге холодно.

    ## Надёжность правки / Fix safety

    Безопасна: буквы те же, меняется только знак между ними.

    Safe: the letters stay, only the sign between them changes.

    ## Источник / Source

    Правила русской орфографии и пунктуации (под ред. Лопатина): составные имена и географические
    названия через дефис.
    """

    code = "H301"
    name = "hyphen-missing"
    severity = Severity.ERROR
    message = Message(
        ru="нужен дефис: «{text}» → «{right}» ({name})",
        en="hyphen needed: “{text}” → “{right}” ({name})",
    )
