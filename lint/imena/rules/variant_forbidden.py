"""V201: a spelling that the dictionary rules out."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class VariantForbidden(DeviationRule):
    """Написание, от которого словарь отказался. / A spelling that the dictionary rules out.

    ## Что делает / What it does

    Отмечает варианты из списка `forbidden` словарной записи в любом падеже и предлагает принятое
    написание в том же падеже: «Чингиса» — «Чингиза».

    Flags the `forbidden` variants of an entry in every case form and offers the accepted spelling.

    ## Почему это плохо / Why is this bad

    Эти варианты встречаются так часто, что выглядят верными; в одном издании имя должно писаться
    одинаково.

    They are common enough to look right; one house should write one name one way.

    ## Примеры / Example

    Плохо:

        Писатель Чингис Айтматов родился в Шекере.
        Прозу Чингиса Айтматова перевели на немецкий.
        С Мухтаром Ауезовым переписывались фольклористы.
        Речь Маргарет Тетчер передали все каналы.
        Реформы Ден Сяопина изменили страну.
        О Динмухаммеде Кунаеве снят фильм.

    Хорошо:

        Писатель Чингиз Айтматов родился в Шекере.
        Прозу Чингиза Айтматова перевели на немецкий.
        С Мухтаром Ауэзовым переписывались фольклористы.
        Речь Маргарет Тэтчер передали все каналы.
        Реформы Дэн Сяопина изменили страну.
        О Динмухамеде Кунаеве снят фильм.

    ## Когда молчит / When it stays silent

    То же личное имя с другой фамилией принадлежит другому человеку; в кавычках, которые показывают
    написание, и в цитате на другом языке правило молчит.

    The same given name with another surname is another person; quotations that show a spelling
    stay.

    Молчит:

        Чингис Капин снял комедию.
        Врач Динмухаммед Серикулы ведёт приём.
        Ден из соседнего подъезда уехал.
        На табличке с ошибкой написано «Чингис Айтматов».

    ## Надёжность правки / Fix safety

    Безопасна, когда рядом остальная часть имени: кто имеется в виду, ясно, а написание выбрал
    словарь.

    Safe with the rest of the name beside it: the dictionary made the choice.
    """

    code = "V201"
    name = "variant-forbidden"
    severity = Severity.ERROR
    message = Message(
        ru="написание не принято: «{text}» → «{right}» ({name})",
        en="spelling not accepted: “{text}” → “{right}” ({name})",
    )
