"""T102: a letter of a name is missing."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoMissingLetter(DeviationRule):
    """В имени пропущена буква. / A letter of a name is missing.

    ## Что делает / What it does

    Находит имена без одной буквы: «Мусбаев», «Отунаева», «Шотлания». Пропавший мягкий знак, одна
    буква вместо двух и пропавший дефис — дело правил T107, T104 и H302.

    Finds names that lack one letter. Soft signs, doubled letters and hyphens: T107, T104, H302.

    ## Почему это плохо / Why is this bad

    Имя человека искажено, а в косвенном падеже пропуск легко принять за другую форму.

    The name is wrong, and in an oblique case the gap passes for another form.

    ## Примеры / Example

    Плохо:

        Космонавт Талгат Мусбаев провёл на орбите почти год.
        Роману Чингиза Айматова посвятили выставку.
        Указ подписала Роза Отунаева.
        Министры Узбекстана подготовили соглашение.
        По словам Динмухмеда Кунаева, завод построили за два года.

    Хорошо:

        Космонавт Талгат Мусабаев провёл на орбите почти год.
        Роману Чингиза Айтматова посвятили выставку.
        Указ подписала Роза Отунбаева.
        Министры Узбекистана подготовили соглашение.
        По словам Динмухамеда Кунаева, завод построили за два года.

    ## Когда молчит / When it stays silent

    Короткая форма — обычный падеж (Гагарина — Гагарин), чужая фамилия или слово.

    Where the shorter form is a case form, another person's name or an ordinary word.

    Молчит:

        Улицу назвали в честь Гагарина, а площадь — в честь Алексея Леонова.
        Тренер Игорь Кунанбаев отказался от комментариев.
        Врач Роза Отунова принимает по вторникам.
        Консул Гульнара Исакова и посол Гульнара Искакова знакомы давно.

    ## Надёжность правки / Fix safety

    Безопасна при верном имени, инициале или должности рядом и единственном кандидате.

    Safe with the rest of the name beside it and a single candidate.
    """

    code = "T102"
    name = "typo-missing-letter"
    severity = Severity.ERROR
    message = Message(
        ru="пропущена буква: «{text}» → «{right}» ({name})",
        en="letter missing: “{text}” → “{right}” ({name})",
    )
