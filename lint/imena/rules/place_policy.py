"""G902: not the name that the house has chosen."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class PlacePolicy(DeviationRule):
    """Название не то, что принято в издании. / Not the name that the house has chosen.

    ## Что делает / What it does

    Следит за выбором издания между двумя верными названиями: Молдавия или Молдова, Туркмения или
    Туркменистан. Выключено, пока не задано `policy`.

    Holds copy to the house's choice between two right names; off until `policy` is set.

    ## Почему это плохо / Why is this bad

    Оба названия верны, но в одном издании должно быть одно.

    Both are right; one house should use one.

    ## Примеры / Example

    Настройки: policy=official

    Плохо:

        Президент Молдавии прилетел в Баку.
        Поставки газа из Туркмении выросли.
        В Таллине прошёл фестиваль.

    Хорошо:

        Президент Молдовы прилетел в Баку.
        Поставки газа из Туркменистана выросли.
        В Таллинне прошёл фестиваль.

    Настройки: policy=traditional

    Плохо:

        Урожай винограда в Молдове невелик.
        С Туркменистаном подписан договор.

    Хорошо:

        Урожай винограда в Молдавии невелик.
        С Туркменией подписан договор.

    ## Когда молчит / When it stays silent

    Издание не сделало выбора; в цитатах и названиях; прилагательные.

    Without a choice, in quotations and titles, in adjectives.

    Настройки: policy=official

    Молчит:

        Молдавский виноград и туркменские ковры.
        «Молдавия ждёт гостей», — сказал он.
        Фильм «Туркмения» сняли в 1929 году.

    Настройки: по умолчанию

    Молчит:

        Президент Молдавии прилетел в Баку.
        В Молдове тепло.

    ## Надёжность правки / Fix safety

    Безопасна: выбор сделало издание.

    Safe: the house made the choice.
    """

    code = "G902"
    name = "place-policy"
    severity = Severity.WARNING
    message = Message(
        ru="по правилам издания: «{text}» → «{right}»",
        en="house style: “{text}” → “{right}”",
    )
