"""D601: a case ending of the wrong declension."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class WrongEnding(DeviationRule):
    """У имени окончание чужого склонения. / A case ending of the wrong declension.

    ## Что делает / What it does

    Находит формы, которых у имени нет: «с Айтматовом», «Любви Орловой», «Лева Яшина».

    Finds forms that the name does not have, made after the pattern of another one.

    ## Почему это плохо / Why is this bad

    Русские фамилии на -ов, -ев, -ин имеют в творительном падеже -ым, а города и иностранные
    фамилии (Чарльз Дарвин) — -ом. Имена Лев и Любовь склоняются не так, как слова.

    Russian surnames in -ов, -ев, -ин take -ым in the instrumental; towns and foreign surnames -ом.

    ## Примеры / Example

    Плохо:

        С Чингизом Айтматовом встретились читатели.
        Пьеса написана Мухтаром Ауэзовом в молодости.
        Роли Любви Орловой знают наизусть.
        Памятник Леву Яшину поставили у стадиона.
        С Львом Яшином играли ветераны.
        Спор с Чарльзом Дарвиным описан в письмах.

    Хорошо:

        С Чингизом Айтматовым встретились читатели.
        Пьеса написана Мухтаром Ауэзовым в молодости.
        Роли Любови Орловой знают наизусть.
        Памятник Льву Яшину поставили у стадиона.
        С Львом Яшиным играли ветераны.
        Спор с Чарльзом Дарвином описан в письмах.

    ## Когда молчит / When it stays silent

    Такое окончание верно для города, иностранной фамилии или обычного слова.

    Where the ending is right: of a town, a foreign surname, an ordinary word.

    Молчит:

        Под Ростовом-на-Дону и за Самаркандом прошли дожди.
        С Чарльзом Дарвином спорил епископ.
        О любви Орловой к театру писали много.
        Льва Яшина и Любовь Орлову знала вся страна.
        Старого лева обменяли на евро.

    ## Надёжность правки / Fix safety

    Только предложение: форма может принадлежать слову или другому имени.

    Unsafe: the form may belong to a word or to another name.

    ## Источник / Source

    Розенталь, раздел «Склонение имён и фамилий» (творительный падеж фамилий на -ов, -ин);
    gramota.ru, «Письмовник».
    """

    code = "D601"
    name = "wrong-ending"
    severity = Severity.ERROR
    message = Message(
        ru="неверное окончание: «{text}» → «{right}» ({name})",
        en="wrong case ending: “{text}” → “{right}” ({name})",
    )
