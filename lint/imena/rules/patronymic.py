"""P704: not this person's patronymic."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class Patronymic(DeviationRule):
    """Отчество не то, что у этого человека. / Not this person's patronymic.

    ## Что делает / What it does

    Сверяет отчество человека, названного по имени и фамилии, со словарём: «Исааковна» —
    «Исаковна».

    Compares the patronymic of a person named in full with the dictionary.

    ## Почему это плохо / Why is this bad

    Отчество проверяют реже всего, а с ошибкой в нём не примут ни справку, ни указ.

    Nobody checks patronymics, yet documents hang on them.

    ## Примеры / Example

    Плохо:

        Президент Роза Исааковна Отунбаева подписала указ.
        Писатель Чингиз Торекулевич Айтматов родился в 1928 году.
        Памяти Динмухамеда Ахметовича Кунаева посвятили вечер.
        Космонавту Алексею Архиповчу Леонову вручили звезду.

    Хорошо:

        Президент Роза Исаковна Отунбаева подписала указ.
        Писатель Чингиз Торекулович Айтматов родился в 1928 году.
        Памяти Динмухамеда Ахмедовича Кунаева посвятили вечер.
        Космонавту Алексею Архиповичу Леонову вручили звезду.

    ## Когда молчит / When it stays silent

    Отчества нет, или фамилия частая и совсем другое отчество говорит о другом человеке; в списках
    «Фамилия Имя Отчество» — если нет должности.

    No patronymic, or quite another one of a frequent surname: then it is another person; in lists
    with the surname first, where no title stands before it.

    Молчит:

        Юрий Борисович Гагарин держит пасеку под Калугой.
        Роза Исаковна Отунбаева и Чингиз Торекулович Айтматов.
        Алексей Леонов вышел в открытый космос.
        Алексей Николаевич Леонов преподаёт физику.

    ## Надёжность правки / Fix safety

    Только предложение, а при совсем другом отчестве — только сообщение: может быть тёзка.

    Unsafe; with quite another patronymic only shown: there may be a namesake.
    """

    code = "P704"
    name = "patronymic"
    severity = Severity.WARNING
    message = Message(
        ru="ошибка в отчестве: «{text}» → «{right}» ({name})",
        en="wrong patronymic: “{text}” → “{right}” ({name})",
    )
