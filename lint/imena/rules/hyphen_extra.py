"""H304: a hyphen that the name does not have."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class HyphenExtra(DeviationRule):
    """В имени или названии лишний дефис. / A hyphen that the name does not have.

    ## Что делает / What it does

    Находит имена, которые словарь пишет слитно или раздельно, а текст — через дефис: «Сяо-пин»,
    «Мир-24», «Ги-Мун».

    Finds a hyphen in a name that is one word, or two.

    ## Почему это плохо / Why is this bad

    Старая передача китайских и корейских имён через дефис отменена; в названиях дефис меняет имя.

    Hyphens in Chinese and Korean given names are a system long given up.

    ## Примеры / Example

    Плохо:

        Дэн Сяо-пин начал реформы.
        Реформы Дэн Сяо-пина изучают экономисты.
        Дипломат Пан Ги-Мун прилетел в Женеву.
        Телеканал «Мир-24» показал интервью.
        В Талды-Коргане открыли театр.

    Хорошо:

        Дэн Сяопин начал реформы.
        Реформы Дэн Сяопина изучают экономисты.
        Дипломат Пан Ги Мун прилетел в Женеву.
        Телеканал «Мир 24» показал интервью.
        В Талдыкоргане открыли театр.

    ## Когда молчит / When it stays silent

    Дефис присоединяет к имени приложение или частицу.

    Where the hyphen joins an apposition or a particle to the name.

    Молчит:

        Леонов-космонавт был ещё и художником.
        Юрий Васильев-младший продолжил дело отца.
        Гагарин-то вернулся героем.
        Пан Ги Муна и Дэн Сяопина поминали часто.

    ## Надёжность правки / Fix safety

    Только предложение: в названии дефис мог быть поставлен владельцем.

    Unsafe: the owner of a title may want it.

    ## Источник / Source

    Розенталь, «Справочник по правописанию и литературной правке»: китайские и корейские имена
    пишутся без дефиса.
    """

    code = "H304"
    name = "hyphen-extra"
    severity = Severity.ERROR
    message = Message(
        ru="дефис не нужен: «{text}» → «{right}» ({name})",
        en="no hyphen here: “{text}” → “{right}” ({name})",
    )
