"""T103: a letter or a syllable too many in a name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoExtraLetter(DeviationRule):
    """В имени лишняя буква или слог. / A letter or a syllable too many in a name.

    ## Что делает / What it does

    Находит имена с лишней буквой («Сатпраев») и с дважды набранным слогом («Айтматовова»). Повтор
    одной и той же буквы — правило T104.

    Finds a name with a letter too many or a syllable typed twice; a repeated letter is T104.

    ## Почему это плохо / Why is this bad

    Имя искажено; такие опечатки появляются при правке готового текста и уходят в печать
    последними.

    The name is wrong; such slips come in with the last corrections and are read by nobody.

    ## Примеры / Example

    Плохо:

        Первый президент академии Каныш Сатпраев родился в Баянауле.
        Повести Чингиза Айтматовова перевели на сорок языков.
        Розу Отунбаневу пригласили на конференцию.
        Депутат задал вопрос Талгиату Мусабаеву.
        Поезд до Каргаганды отправится по расписанию.

    Хорошо:

        Первый президент академии Каныш Сатпаев родился в Баянауле.
        Повести Чингиза Айтматова перевели на сорок языков.
        Розу Отунбаеву пригласили на конференцию.
        Депутат задал вопрос Талгату Мусабаеву.
        Поезд до Караганды отправится по расписанию.

    ## Когда молчит / When it stays silent

    Длинная форма — другая настоящая фамилия или производное слово.

    Where the longer form is another real surname or a derived word.

    Молчит:

        Ермек Кунанбаев приехал с сыном.
        Карагандинцы празднуют юбилей города, карагандинский завод работает.
        Леоновы и Гагарины дружили семьями.
        Айтматовские чтения открыл ректор.

    ## Надёжность правки / Fix safety

    Безопасна при верном имени, инициале или должности рядом и единственном кандидате.

    Safe with the rest of the name beside it and a single candidate.
    """

    code = "T103"
    name = "typo-extra-letter"
    severity = Severity.ERROR
    message = Message(
        ru="лишняя буква: «{text}» → «{right}» ({name})",
        en="extra letter: “{text}” → “{right}” ({name})",
    )
