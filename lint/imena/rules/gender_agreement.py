"""P702: a verb of the other gender than its subject."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class GenderAgreement(DeviationRule):
    """Глагол стоит в другом роде, чем имя. / A verb of the other gender than its subject.

    ## Что делает / What it does

    Находит глагол прошедшего времени сразу после имени, если род не совпадает: «Чингиз Айтматов
    написала».

    Finds a past verb right behind its subject in the other gender.

    ## Почему это плохо / Why is this bad

    Остаток правки или перевода; читатель спотыкается и не знает, о ком речь.

    A trace of editing or translation that makes readers stumble.

    ## Примеры / Example

    Плохо:

        Чингиз Айтматов рассказала о детстве.
        Роза Отунбаева заявил о проверке.
        Вчера Талгат Мусабаев вернулась домой.

    ## Когда молчит / When it stays silent

    Глагол согласован с должностью женщины (оба варианта встречаются) или подлежащее — другое
    слово.

    With a woman's office both genders occur; or the subject is another word.

    Молчит:

        Президент Роза Отунбаева заявил о проверке.
        Дочь Чингиза Айтматова рассказала о детстве.
        Айтматова встретила вся деревня.
        Талгат Мусабаев вернулся, а Роза Отунбаева осталась.

    ## Надёжность правки / Fix safety

    Правки нет: ошибка может быть и в имени.

    No fix: the name may be the wrong half.
    """

    code = "P702"
    name = "gender-agreement"
    severity = Severity.WARNING
    message = Message(
        ru="глагол не согласован с именем: «{text}» ({name})",
        en="the verb disagrees with the name: “{text}” ({name})",
    )
