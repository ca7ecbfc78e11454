"""P705: an initial of another given name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class Initials(DeviationRule):
    """Инициал не от имени этого человека. / An initial of another given name.

    ## Что делает / What it does

    Сверяет инициал перед фамилией с именем человека, которого текст уже назвал полностью: «Роза
    Отунбаева … Н. Отунбаева».

    Compares the initial with the given name that the text has written in full.

    ## Почему это плохо / Why is this bad

    Чужой инициал превращает одного героя заметки в двух.

    A wrong initial makes two people of one.

    ## Примеры / Example

    Плохо:

        Роза Отунбаева прибыла в Ош. Вечером Н. Отунбаева улетела.
        Фильм о Чингизе Айтматове готов: роль Т. Айтматова сыграл дебютант.
        Жан-Клод Юнкер подал в отставку. Преемник Р. Юнкера не назван.

    Хорошо:

        Роза Отунбаева прибыла в Ош. Вечером Р. Отунбаева улетела.
        Фильм о Чингизе Айтматове готов: роль Ч. Айтматова сыграл дебютант.
        Жан-Клод Юнкер подал в отставку. Преемник Ж.-К. Юнкера не назван.

    ## Когда молчит / When it stays silent

    Текст не назвал человека полностью, инициалов два и они чужие, или первый верен.

    Where the text does not name the person in full, or two initials are another person's.

    Молчит:

        Т. Айтматов заведует кафедрой.
        Роза Отунбаева прибыла в Ош. Вечером Р. Отунбаева улетела.
        Жан-Клод Юнкер ушёл. Ж. Юнкер отдыхает.
        Юрий Гагарин и его тёзка по фамилии В. П. Гагарин не родственники.

    ## Надёжность правки / Fix safety

    Только предложение: у героя мог быть однофамилец.

    Unsafe: there may be a namesake.
    """

    code = "P705"
    name = "initials"
    severity = Severity.WARNING
    message = Message(
        ru="чужой инициал: «{text}» → «{right}» ({name})",
        en="wrong initial: “{text}” → “{right}” ({name})",
    )
