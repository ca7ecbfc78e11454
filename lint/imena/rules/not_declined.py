"""D602: a name left undeclined that declines."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class NotDeclined(DeviationRule):
    """Имя стоит в именительном падеже, хотя склоняется. / A name left undeclined that declines.

    ## Что делает / What it does

    Находит мужские имена и фамилии на согласный и имена на -а, оставленные без изменения рядом со
    склонённой частью или после предлога: «Фазиля Искандер», «из Караганда».

    Finds names left in the nominative beside a declined part or behind a preposition.

    ## Почему это плохо / Why is this bad

    Мужские фамилии на согласный склоняются независимо от происхождения; несклонённая фамилия
    говорит читателю, что речь о женщине.

    Men's surnames in a consonant decline; one that does not reads as a woman's.

    ## Примеры / Example

    Плохо:

        Рассказы Фазиля Искандер изданы заново.
        Тренеру Степану Бондарчук вручили кубок.
        С Жан-Клодом Юнкер беседовали министры.
        Письмо от Андре-Мари Ампер нашли в архиве.
        Делегация вылетела из Караганда.
        От «Мосфильм» ждут премьеры.

    Хорошо:

        Рассказы Фазиля Искандера изданы заново.
        Тренеру Степану Бондарчуку вручили кубок.
        С Жан-Клодом Юнкером беседовали министры.
        Письмо от Андре-Мари Ампера нашли в архиве.
        Делегация вылетела из Караганды.
        От «Мосфильма» ждут премьеры.

    ## Когда молчит / When it stays silent

    Женские фамилии на согласный, фамилии на -ко, -ых, -дзе и супруги не склоняются.

    Women's surnames in a consonant, surnames in -ко, -ых, -дзе, and couples.

    Молчит:

        С Ольгой Ковальчук и Маргарет Тэтчер спорили в парламенте.
        Вадима Седых, Тараса Романенко и Георгия Каладзе наградили.
        Супруги Бондарчук приехали на дачу.
        Песни Нани Брегвадзе звучали в Тбилиси и Баку.

    ## Надёжность правки / Fix safety

    Только предложение: нужный падеж иногда виден только по смыслу.

    Unsafe: the case sometimes follows from the sense alone.

    ## Источник / Source

    Розенталь, раздел «Склонение имён и фамилий»; gramota.ru, «Письмовник».
    """

    code = "D602"
    name = "not-declined"
    severity = Severity.WARNING
    message = Message(
        ru="имя не склонено: «{text}» → «{right}» ({name})",
        en="left undeclined: “{text}” → “{right}” ({name})",
    )
