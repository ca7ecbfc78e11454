"""T105: one letter of a name is replaced by another."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoWrongLetter(DeviationRule):
    """Одна буква имени заменена другой. / One letter of a name is replaced by another.

    ## Что делает / What it does

    Находит имена, в которых на месте одной буквы стоит другая, чаще всего соседняя на клавиатуре:
    «Мксабаев», «Айтиатов». Безударные гласные — правило T106, пары передачи (к/х, г/х) — V202.

    Finds one letter typed for another, mostly a neighbouring key.

    ## Почему это плохо / Why is this bad

    Получается чужая или несуществующая фамилия.

    The result is somebody else's name or nobody's.

    ## Примеры / Example

    Плохо:

        Космонавт Талгат Мксабаев вернулся на Землю.
        Премию имени Чингиза Айтиатова вручили вчера.
        Юрию Гпгарину было двадцать семь лет.
        Алексеем Лконовым гордилась вся страна.
        Дорога до Самврканда займёт три часа.

    Хорошо:

        Космонавт Талгат Мусабаев вернулся на Землю.
        Премию имени Чингиза Айтматова вручили вчера.
        Юрию Гагарину было двадцать семь лет.
        Алексеем Леоновым гордилась вся страна.
        Дорога до Самарканда займёт три часа.

    ## Когда молчит / When it stays silent

    Фамилии, отличающиеся одной буквой, есть у множества людей: если написанное встречается как
    фамилия или слово, правило молчит.

    Real surnames one letter apart are many; a spelling that is one is left alone.

    Молчит:

        Юрий Гагарин и Юрий Татарин не родственники.
        Метатель молота Вадим Серых и хоккеист Вадим Седых живут в одном доме.
        Лев Янин раскопал берестяную грамоту, Лев Яшин взял пенальти.
        Семья Гаганиных переехала в Курск.

    ## Надёжность правки / Fix safety

    Только предложение: одной буквы мало, чтобы знать, кого имели в виду.

    Unsafe: one letter is too little to be sure who is meant.
    """

    code = "T105"
    name = "typo-wrong-letter"
    severity = Severity.ERROR
    message = Message(
        ru="не та буква: «{text}» → «{right}» ({name})",
        en="wrong letter: “{text}” → “{right}” ({name})",
    )
