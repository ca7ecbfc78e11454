"""C502: capitals and small letters are mixed up."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class MixedCase(DeviationRule):
    """Прописные и строчные буквы имени смешаны. / Capitals and small letters are mixed up.

    ## Что делает / What it does

    Находит «АЙтматов», «МвФ», «мвф», «Ростов-На-Дону», «Улан-УДЭ».

    Finds stray capitals inside names, and abbreviations that are not all capitals.

    ## Почему это плохо / Why is this bad

    Так выглядит имя, набранное с зажатой клавишей Shift или прошедшее через автозамену.

    It is what a slow Shift key or an automatic replacement leaves behind.

    ## Примеры / Example

    Плохо:

        Писатель Чингиз АЙтматов получил премию.
        С РОзой Отунбаевой беседовал корреспондент.
        Кредит МвФ одобрили в пятницу.
        Наблюдатели обсе прибыли на участки.
        Рейс в Ростов-На-Дону перенесли.

    Хорошо:

        Писатель Чингиз Айтматов получил премию.
        С Розой Отунбаевой беседовал корреспондент.
        Кредит МВФ одобрили в пятницу.
        Наблюдатели ОБСЕ прибыли на участки.
        Рейс в Ростов-на-Дону перенесли.

    ## Когда молчит / When it stays silent

    Заголовок целиком из прописных букв, первая буква предложения, хештеги и адреса.

    Headlines in capitals, the first letter of a sentence, hashtags and addresses.

    Молчит:

        ЧИНГИЗ АЙТМАТОВ ПОЛУЧИЛ ПРЕМИЮ В РОСТОВЕ-НА-ДОНУ
        РОЗА ОТУНБАЕВА и Талгат МУСАБАЕВ подписали письмо.
        Страница открыта на imf.org и под тегом #мвф.
        Кредиты МВФ и миссия ОБСЕ.

    ## Надёжность правки / Fix safety

    Безопасна: буквы те же.

    Safe: the letters stay.
    """

    code = "C502"
    name = "mixed-case"
    severity = Severity.ERROR
    message = Message(
        ru="прописные и строчные буквы: «{text}» → «{right}» ({name})",
        en="capitals and small letters: “{text}” → “{right}” ({name})",
    )
