"""H302: a hyphenated name is written as one word."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class HyphenJoined(DeviationRule):
    """Имя с дефисом написано слитно. / A hyphenated name is written as one word.

    ## Что делает / What it does

    Находит «Жанклод», «Улануде», «Йошкарола» и ставит дефис и прописную букву.

    Finds hyphenated names run together; restores the hyphen and the capital.

    ## Почему это плохо / Why is this bad

    Такого имени нет, и по нему ничего не найти.

    There is no such name, and nothing is found under it.

    ## Примеры / Example

    Плохо:

        Жанклод Юнкер подал в отставку.
        С Жанклодом Юнкером встретились депутаты.
        Физик Андремари Ампер родился в Лионе.
        Погода в Йошкароле улучшится.
        Жители Гвинеябисау ждут выборов.

    Хорошо:

        Жан-Клод Юнкер подал в отставку.
        С Жан-Клодом Юнкером встретились депутаты.
        Физик Андре-Мари Ампер родился в Лионе.
        Погода в Йошкар-Оле улучшится.
        Жители Гвинея-Бисау ждут выборов.

    ## Когда молчит / When it stays silent

    В адресах, именах пользователей и хештегах слова пишут слитно.

    In addresses, handles and hashtags.

    Молчит:

        Подписывайтесь на #ЖанКлодЮнкер и @sanktpeterburg.
        Сайт www.nyuyork.ru закрыт.
        Петербуржцы и йошкаролинцы сыграли вничью.

    ## Надёжность правки / Fix safety

    Безопасна: буквы те же, имя одно.

    Safe: the letters stay, and one name fits.
    """

    code = "H302"
    name = "hyphen-joined"
    severity = Severity.ERROR
    message = Message(
        ru="нужен дефис, написано слитно: «{text}» → «{right}» ({name})",
        en="joined where a hyphen belongs: “{text}” → “{right}” ({name})",
    )
