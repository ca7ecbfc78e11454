"""D603: a name declined that does not decline."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class WronglyDeclined(DeviationRule):
    """Склонено имя, которое не склоняется. / A name declined that does not decline.

    ## Что делает / What it does

    Находит падежные формы несклоняемых имён: женских фамилий на согласный («Ольги Ковальчука»),
    фамилий на -ко, -ых, -дзе, названий на гласный («в Бакуе»).

    Finds case forms of names that never change.

    ## Почему это плохо / Why is this bad

    Склонённая женская фамилия на согласный превращает женщину в мужчину.

    A declined surname in a consonant turns a woman into a man.

    ## Примеры / Example

    Плохо:

        Победу Ольги Ковальчука признали судьи.
        С Маргарет Тэтчером беседовал канцлер.
        Гол Вадима Седыха отменили.
        Заявление Тараса Романенки опубликовали.
        Встреча с Георгием Каладзем длилась час.

    Хорошо:

        Победу Ольги Ковальчук признали судьи.
        С Маргарет Тэтчер беседовал канцлер.
        Гол Вадима Седых отменили.
        Заявление Тараса Романенко опубликовали.
        Встреча с Георгием Каладзе длилась час.

    ## Когда молчит / When it stays silent

    Та же фамилия у мужчины склоняется; формы на -ых бывают у прилагательных.

    The same surname of a man declines.

    Молчит:

        Победу Петра Ковальчука признали судьи.
        Степана Бондарчука и Ольгу Ковальчук пригласили вместе.
        Среди седых ветеранов был и Вадим Седых.
        В Баку, Тбилиси и Улан-Удэ тепло.

    ## Надёжность правки / Fix safety

    Только предложение: речь может идти о мужчине с той же фамилией.

    Unsafe: a man of that surname may be meant.

    ## Источник / Source

    Розенталь, раздел «Склонение имён и фамилий»; gramota.ru, «Письмовник».
    """

    code = "D603"
    name = "wrongly-declined"
    severity = Severity.ERROR
    message = Message(
        ru="имя не склоняется: «{text}» → «{right}» ({name})",
        en="does not decline: “{text}” → “{right}” ({name})",
    )
