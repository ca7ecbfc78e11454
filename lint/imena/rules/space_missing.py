"""H305: parts of a name are run together."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class SpaceMissing(DeviationRule):
    """Между частями имени нет пробела. / Parts of a name are run together.

    ## Что делает / What it does

    Находит слипшиеся имя и фамилию («РозаОтунбаева») и названия без пробела («Мир24»).

    Finds given name and surname, or words of a title, without the space between them.

    ## Почему это плохо / Why is this bad

    Ошибка вёрстки или копирования; склеенное имя не найдёт поиск.

    A slip of layout or pasting; search will not find it.

    ## Примеры / Example

    Плохо:

        По словам РозыОтунбаевой, выборы состоялись.
        Космонавт АлексейЛеонов написал картину.
        Пресс-служба сообщила, что ЧингизАйтматов приедет.
        Репортаж показал телеканал «Мир24».

    Хорошо:

        По словам Розы Отунбаевой, выборы состоялись.
        Космонавт Алексей Леонов написал картину.
        Пресс-служба сообщила, что Чингиз Айтматов приедет.
        Репортаж показал телеканал «Мир 24».

    ## Когда молчит / When it stays silent

    Хештеги, имена пользователей, адреса и чужие торговые марки.

    Hashtags, handles, addresses and brands.

    Молчит:

        Запись с тегом #АлексейЛеонов набрала тысячу откликов.
        Канал доступен в сервисе РуТуб и на mir24.tv.
        Космонавт А.А. Леонов и Ю.Гагарин на старом снимке.
        Приложение ДомКлик обновили.

    ## Надёжность правки / Fix safety

    Безопасна, когда обе части принадлежат одному человеку или названию.

    Safe where both parts belong to one entry.
    """

    code = "H305"
    name = "space-missing"
    severity = Severity.ERROR
    message = Message(
        ru="нужен пробел: «{text}» → «{right}» ({name})",
        en="space needed: “{text}” → “{right}” ({name})",
    )
