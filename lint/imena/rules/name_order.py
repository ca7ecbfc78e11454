"""P706: the surname stands before the given name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class NameOrder(DeviationRule):
    """Фамилия стоит перед именем. / The surname stands before the given name.

    ## Что делает / What it does

    Находит подлежащее «Фамилия Имя» в связном тексте: «Айтматов Чингиз рассказал».

    Finds a subject written surname first in running text.

    ## Почему это плохо / Why is this bad

    Порядок «фамилия, имя» — из списков и анкет; в статье он звучит казённо.

    Surname first belongs to lists and forms.

    ## Примеры / Example

    Плохо:

        Айтматов Чингиз рассказал о детстве.
        Отунбаева Роза выступила на форуме.
        Вчера Мусабаев Талгат вернулся домой.

    ## Когда молчит / When it stays silent

    В списках, с отчеством и там, где фамилия стоит первой по обычаю языка.

    In lists, with a patronymic, and where the surname comes first by custom.

    Молчит:

        Айтматов Чингиз Торекулович родился в Шекере.
        Дэн Сяопин начал реформы, Пан Ги Мун возглавил ООН.
        Члены жюри: Мусабаев Талгат, Отунбаева Роза, Леонов Алексей.
        Чингиз Айтматов рассказал о детстве.

    ## Надёжность правки / Fix safety

    Правки нет: порядок показан, но меняет его автор.

    No fix: the order is shown, the author changes it.
    """

    code = "P706"
    name = "name-order"
    severity = Severity.INFO
    message = Message(
        ru="в тексте имя ставят перед фамилией: «{text}» → «{right}»",
        en="given name goes first in running text: “{text}” → “{right}”",
    )
