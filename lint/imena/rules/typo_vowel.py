"""T106: vowels that sound alike are confused in a name."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoVowel(DeviationRule):
    """В имени перепутаны похожие гласные. / Vowels that sound alike are confused in a name.

    ## Что делает / What it does

    Находит замены а/о, е/и, э/е, ы/и, я/е, ю/у: «Мусобаев», «Айтмотов», «Ауэзав».

    Finds а/о, е/и, э/е, ы/и, я/е, ю/у written one for another.

    ## Почему это плохо / Why is this bad

    Имя записано на слух. Безударную гласную в фамилии правилом не проверить, только словарём.

    The name was written by ear; no rule of spelling helps here, only the dictionary.

    ## Примеры / Example

    Плохо:

        Музей Мухтара Ауэзава открыли после ремонта.
        Командир экипажа Талгат Мусобаев ответил на вопросы.
        Чингизом Айтмотовым зачитывались студенты.
        К Розе Отунбоевой обратились журналисты.
        Погода в Караганди испортилась.

    Хорошо:

        Музей Мухтара Ауэзова открыли после ремонта.
        Командир экипажа Талгат Мусабаев ответил на вопросы.
        Чингизом Айтматовым зачитывались студенты.
        К Розе Отунбаевой обратились журналисты.
        Погода в Караганде испортилась.

    ## Когда молчит / When it stays silent

    Другая гласная бывает у другой настоящей фамилии и у падежного окончания.

    Where the vowel is a case ending or belongs to another real surname.

    Молчит:

        Стихи Мусобаева Ермека напечатали в журнале.
        Караганде нужны врачи, Караганду ждут морозы, за Карагандой начинается степь.
        Тренер Алексей Романов приехал из Минска.
        Кунаева и Кунаеву, Кунаевым и о Кунаеве — всё это Кунаев.

    ## Надёжность правки / Fix safety

    Безопасна при верном имени, инициале или должности рядом и единственном кандидате.

    Safe with the rest of the name beside it and a single candidate.
    """

    code = "T106"
    name = "typo-vowel"
    severity = Severity.ERROR
    message = Message(
        ru="не та гласная: «{text}» → «{right}» ({name})",
        en="wrong vowel: “{text}” → “{right}” ({name})",
    )
