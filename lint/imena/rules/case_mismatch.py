"""D605: the parts of a name disagree in case."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class CaseMismatch(DeviationRule):
    """Имя, фамилия и должность стоят в разных падежах. / The parts of a name disagree in case.

    ## Что делает / What it does

    Находит имя и фамилию в разных падежах («Чингизу Айтматова»), имя, которое не согласовано с
    должностью перед ним, два слова названия в разных падежах («в Минеральных Воды») и место в
    падеже, которого предлог не требует («из Карагандой»).

    Finds given name, surname and office in different cases, and places in a case that their
    preposition does not take.

    ## Почему это плохо / Why is this bad

    Обычно так остаётся след правки: исправили одно слово и забыли второе.

    It is the trace of an edit: one word was changed and the other forgotten.

    ## Примеры / Example

    Плохо:

        Писателю Чингизу Айтматова вручили диплом.
        К Талгату Мусабаевым обратились школьники.
        Вечером с Чингизом Айтматову говорили студенты.
        Президенту Розы Отунбаевой доложили об итогах.
        Автобус вышел из Карагандой на рассвете.

    Хорошо:

        Писателю Чингизу Айтматову вручили диплом.
        К Талгату Мусабаеву обратились школьники.
        Вечером с Чингизом Айтматовым говорили студенты.
        Президенту Розе Отунбаевой доложили об итогах.
        Автобус вышел из Караганды на рассвете.

    ## Когда молчит / When it stays silent

    Форма годится для обоих падежей, или имя и фамилия принадлежат разным людям.

    Where one form serves both cases, or the words belong to two people.

    Молчит:

        Чингиза Айтматова видели в Бишкеке, с Розой Отунбаевой говорили дважды.
        Рассказы Чингиза Мусабаеву понравились.
        Президента Розу Отунбаеву приветствовал зал.
        Помощник президента Талгат Мусабаев уехал.

    ## Надёжность правки / Fix safety

    Только предложение: какую часть исправить, решает автор.

    Unsafe: the author knows which part is wrong.
    """

    code = "D605"
    name = "case-mismatch"
    severity = Severity.WARNING
    message = Message(
        ru="части имени в разных падежах: «{text}» → «{right}» ({name})",
        en="parts of the name disagree in case: “{text}” → “{right}” ({name})",
    )
