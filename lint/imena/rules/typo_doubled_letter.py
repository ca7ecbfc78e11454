"""T104: a doubled letter is lost or not called for."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoDoubledLetter(DeviationRule):
    """Удвоенная буква потеряна или лишняя. / A doubled letter is lost or not called for.

    ## Что делает / What it does

    Сверяет удвоенные согласные и гласные: «Генадий» и «Мусаббаев» — ошибки, «Геннадий» и
    «Мусабаев» — нет.

    Compares doubled letters with the dictionary name.

    ## Почему это плохо / Why is this bad

    На слух разницы нет, поэтому имя пишут по-разному даже в одном тексте.

    The ear hears no difference, so one text spells the same name two ways.

    ## Примеры / Example

    Плохо:

        Судья Генадий Кравцов объявил перерыв.
        Жалобу Генадия Кравцова рассмотрят в мае.
        Нападающий Кирил Васильев забил дважды.
        С Талгатом Мусаббаевым говорили о космосе.
        Столица Узбекисстана готовится к празднику.

    Хорошо:

        Судья Геннадий Кравцов объявил перерыв.
        Жалобу Геннадия Кравцова рассмотрят в мае.
        Нападающий Кирилл Васильев забил дважды.
        С Талгатом Мусабаевым говорили о космосе.
        Столица Узбекистана готовится к празднику.

    ## Когда молчит / When it stays silent

    Имя с другой фамилией — другой человек: пусть пишется, как у него в паспорте.

    A given name with another surname is another person.

    Молчит:

        Генадий Попхристов выиграл турнир в Софии.
        Певец Кирил Маричков выступил в Пловдиве.
        Геннадию Кравцову и Кириллу Васильеву вручили грамоты.
        Геннадьевич — отчество, Кириллович — тоже.

    ## Надёжность правки / Fix safety

    Безопасна при верном имени, инициале или должности рядом и единственном кандидате.

    Safe with the rest of the name beside it and a single candidate.
    """

    code = "T104"
    name = "typo-doubled-letter"
    severity = Severity.ERROR
    message = Message(
        ru="удвоенная буква: «{text}» → «{right}» ({name})",
        en="doubled letter: “{text}” → “{right}” ({name})",
    )
