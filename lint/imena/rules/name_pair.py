"""P703: the given name of one with the surname of another."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class NamePair(DeviationRule):
    """Имя одного человека с фамилией другого. / The given name of one with the surname of another.

    ## Что делает / What it does

    Находит пары из имени одного известного человека и фамилии другого, если оба названы в тексте,
    перед парой стоит высокая должность, имя и фамилия редкие или глагол согласован не с именем.

    Finds a crossed pair where both people are in the text, an office stands before it, both names
    are rare, or the verb has not the gender of the given name.

    ## Почему это плохо / Why is this bad

    Обычная оговорка спешки — и заметка рассказывает о человеке, которого нет.

    A slip of haste that makes the article speak of nobody.

    ## Примеры / Example

    Плохо:

        Президент Талгат Рахмон принял послов.
        Эмомали Рахмон встретил Чингиза Айтматова. Затем Эмомали Айтматов улетел.
        Премьер-министр Маргарет Отунбаева подала в отставку.
        Мэр Тбилиси Алексей Каладзе открыл площадь.

    ## Когда молчит / When it stays silent

    Без должности и без обоих людей в тексте это может быть кто угодно, если имя не редкое.

    Without an office or both people in the text it may be anybody, unless the names are rare.

    Молчит:

        Студент Чингиз Мусабаев выиграл олимпиаду.
        Талгат Айтматов работает учителем в Оше.
        Президент Роза Отунбаева встретила Эмомали Рахмона.
        Президент клуба Алексей Каладзе забил гол.
        Кирилл Кравцов и Геннадий Васильев живут по соседству.

    ## Надёжность правки / Fix safety

    Правки нет: кого имели в виду, знает только автор.

    No fix: only the author knows who is meant.
    """

    code = "P703"
    name = "name-pair"
    severity = Severity.ERROR
    message = Message(
        ru="имя одного человека, фамилия другого: «{text}»; возможно, «{right}»",
        en="given name of one person, surname of another: “{text}”; perhaps “{right}”",
    )
