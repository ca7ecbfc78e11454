"""V203: a name in letters that Russian lacks."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class ForeignLetters(DeviationRule):
    """В русском тексте имя написано буквами другого языка. / A name in letters that Russian lacks.

    ## Что делает / What it does

    Находит имена с казахскими, таджикскими и другими буквами, которых нет в русском алфавите,
    внутри русского предложения: «Сәтбаев», «Раҳмон».

    Finds names with Kazakh, Tajik and other non-Russian Cyrillic letters in a Russian sentence.

    ## Почему это плохо / Why is this bad

    Имя скопировано из текста на другом языке. В русском тексте его не найдёт поиск, и оно не
    склоняется.

    It was pasted from copy in another language; search in Russian will not find it.

    ## Примеры / Example

    Плохо:

        Президент Таджикистана Эмомалӣ Рахмон прибыл в Душанбе.
        Академик Қаныш Сатпаев родился в Павлодарском уезде.
        Космонавт Талғат Мусабаев возглавил агентство.

    Хорошо:

        Президент Таджикистана Эмомали Рахмон прибыл в Душанбе.
        Академик Каныш Сатпаев родился в Павлодарском уезде.
        Космонавт Талгат Мусабаев возглавил агентство.

    ## Когда молчит / When it stays silent

    В тексте и в цитате на другом языке.

    In passages and quotations of another language.

    Молчит:

        Мұхтар Омарханұлы Әуезов — жазушы, ғалым, қоғам қайраткері.
        На обложке по-казахски: «Талғат Мұсабаев — ғарышкер».
        На памятнике на казахском: «Дінмұхамед Қонаев».
        Журнал «Қазақ әдебиеті» выходит с прошлого века.

    ## Надёжность правки / Fix safety

    Только предложение: имя может стоять в названии или в цитате.

    Unsafe: it may be part of a title or a quotation.
    """

    code = "V203"
    name = "foreign-letters"
    severity = Severity.WARNING
    message = Message(
        ru="буквы другого языка: «{text}» → «{right}» ({name})",
        en="letters of another language: “{text}” → “{right}” ({name})",
    )
