"""D604: the first half of a double name is declined."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class DoubleNameDeclension(DeviationRule):
    """Склонена первая часть двойного имени. / The first half of a double name is declined.

    ## Что делает / What it does

    Находит двойные имена и названия, в которых склонена и первая часть: «Жана-Клода», «в
    Санкте-Петербурге».

    Finds double names whose first half is declined too.

    ## Почему это плохо / Why is this bad

    В двойном, а также в китайском и корейском имени склоняется последняя часть: Жан-Клода, Дэн
    Сяопина. Для имён, где принято иначе, словарь перечисляет формы.

    The last half alone declines; the dictionary lists the names that do otherwise.

    ## Примеры / Example

    Плохо:

        Отставку Жана-Клода Юнкера приняли.
        С Жаном-Клодом Юнкером простились сотрудники.
        Жану-Клоду Юнкеру вручили орден.
        В Санкте-Петербурге развели мосты.
        С реформами Дэна Сяопина связан рост экономики.

    Хорошо:

        Отставку Жан-Клода Юнкера приняли.
        С Жан-Клодом Юнкером простились сотрудники.
        Жан-Клоду Юнкеру вручили орден.
        В Санкт-Петербурге развели мосты.
        С реформами Дэн Сяопина связан рост экономики.

    ## Когда молчит / When it stays silent

    Первая часть склоняется в русских названиях и фамилиях.

    Where the first half declines by right.

    Молчит:

        Из Ростова-на-Дону и Карловых Вар пришли открытки.
        Жана и Клода Дюпонов видели в Лионе.
        Книгу Мамина-Сибиряка подарили школе.
        С Жан-Клодом Юнкером и об Андре-Мари Ампере.

    ## Надёжность правки / Fix safety

    Безопасна: имя и падеж остаются теми же.

    Safe: name and case stay.

    ## Источник / Source

    Розенталь, раздел «Склонение имён и фамилий» (общественно-политические взгляды Жан-Жака Руссо).
    Для казахских двойных имён норма не записана, издания пишут по-разному, поэтому это
    предупреждение.
    """

    code = "D604"
    name = "double-name-declension"
    severity = Severity.WARNING
    message = Message(
        ru="склоняется только вторая часть: «{text}» → «{right}» ({name})",
        en="only the second part declines: “{text}” → “{right}” ({name})",
    )
