"""P701: a surname in the form of the other gender."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class GenderForm(DeviationRule):
    """Фамилия стоит в форме другого рода. / A surname in the form of the other gender.

    ## Что делает / What it does

    Находит мужскую фамилию при женском имени и наоборот: «Роза Отунбаев», «Чингиз Айтматова».

    Finds a man's surname with a woman's given name, and the other way round.

    ## Почему это плохо / Why is this bad

    Читатель решит, что речь о другом человеке, супруге или родственнике.

    Readers will take it for a husband, a wife or a relative.

    ## Примеры / Example

    Плохо:

        Первая женщина-президент Роза Отунбаев дала интервью.
        Выступление Розы Отунбаева транслировали.
        Посол Гульнара Искаков приехала в Женеву.
        Чингиз Айтматова получил премию.

    Хорошо:

        Первая женщина-президент Роза Отунбаева дала интервью.
        Выступление Розы Отунбаевой транслировали.
        Посол Гульнара Искакова приехала в Женеву.
        Чингиз Айтматов получил премию.

    ## Когда молчит / When it stays silent

    Падежная форма мужской фамилии совпадает с женской; без имени рядом пол не виден.

    A case form of a man's surname looks like a woman's; a bare surname proves nothing.

    Молчит:

        Чингиза Айтматова встретила делегация, Айтматова поздравил министр.
        Ирина Айтматова преподаёт химию.
        Учёный Нурлан Отунбаев издал атлас.
        Гульнаре Искаковой и Розе Отунбаевой вручили цветы.

    ## Надёжность правки / Fix safety

    Только предложение: ошибка может быть и в имени.

    Unsafe: the given name may be the wrong half.
    """

    code = "P701"
    name = "gender-form"
    severity = Severity.ERROR
    message = Message(
        ru="фамилия другого рода: «{text}» → «{right}» ({name})",
        en="surname of the other gender: “{text}” → “{right}” ({name})",
    )
