"""C501: a name without its capital letter."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class LowercaseName(DeviationRule):
    """Имя или название написано со строчной буквы. / A name without its capital letter.

    ## Что делает / What it does

    Находит имена, фамилии и города со строчной буквы, в том числе только во второй части:
    «Жан-клод», «Нью-йорк».

    Finds people and places in small letters, or with a small letter after the hyphen.

    ## Почему это плохо / Why is this bad

    Имена собственные пишутся с прописной буквы; со строчной имя становится незаметным.

    Proper names take a capital.

    ## Примеры / Example

    Плохо:

        Роман чингиза айтматова вышел в Лондоне.
        Космонавт Талгат мусабаев приехал на Байконур.
        Политик Жан-клод Юнкер выступил в Люксембурге.
        Поезд до самарканда отменили.
        В Нью-йорке открылась Генассамблея.

    Хорошо:

        Роман Чингиза Айтматова вышел в Лондоне.
        Космонавт Талгат Мусабаев приехал на Байконур.
        Политик Жан-Клод Юнкер выступил в Люксембурге.
        Поезд до Самарканда отменили.
        В Нью-Йорке открылась Генассамблея.

    ## Когда молчит / When it stays silent

    Строчными пишутся обычные слова, совпавшие с именем, прилагательные от имён, адреса и хештеги.

    Ordinary words that look like names, adjectives made from names, addresses.

    Молчит:

        В лавке купили розу, любовь и лев — герои басни.
        Дарвиновский музей и ленинградская школа.
        Сила тока — два ампера, юнкер отдал честь.
        Отметьте #чингизайтматов или пишите на самарканд.рф.

    ## Надёжность правки / Fix safety

    Только предложение: со строчной буквы имя может стоять намеренно, как слово.

    Unsafe: a small letter may be meant.

    ## Источник / Source

    Правила русской орфографии и пунктуации (под ред. Лопатина), раздел «Прописные и строчные
    буквы».
    """

    code = "C501"
    name = "lowercase-name"
    severity = Severity.ERROR
    message = Message(
        ru="имя со строчной буквы: «{text}» → «{right}» ({name})",
        en="name without its capital: “{text}” → “{right}” ({name})",
    )
