"""G901: a name of another time."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class PlaceRenamed(DeviationRule):
    """Название не того времени. / A name of another time.

    ## Что делает / What it does

    Сверяет название с датой материала: словарь знает, когда место называлось как. Без даты правило
    молчит; три дня до и после переименования верны оба названия.

    Compares a place name with the date of the article; silent without a date and within three days
    of the change.

    ## Почему это плохо / Why is this bad

    Старое название в новой заметке — ошибка, новое в старой — подделка истории.

    An old name in new copy is an error, a new one in old copy falsifies history.

    ## Примеры / Example

    Настройки: date=2024-02-10

    Плохо:

        В Капшагае отремонтируют дорогу.
        Жители Свердловска ждут тепла.
        Поезд до Фрунзе отправляется в полдень.

    Хорошо:

        В Конаеве отремонтируют дорогу.
        Жители Екатеринбурга ждут тепла.
        Поезд до Бишкека отправляется в полдень.

    Настройки: date=1975-06-01

    Плохо:

        Завод в Екатеринбурге выполнил план.
        Делегация вылетела из Бишкека.

    Хорошо:

        Завод в Свердловске выполнил план.
        Делегация вылетела из Фрунзе.

    ## Когда молчит / When it stays silent

    Предложение говорит о другом годе, о переименовании или о том, что названо в честь места.

    Where the sentence speaks of another year, of the change, or of something called after the
    place.

    Настройки: date=2024-02-10

    Молчит:

        В 1975 году завод в Свердловске выполнил план.
        Конаев, бывший Капшагай, стоит на реке Или.
        Фильм «Свердловск» показали в Екатеринбурге.
        Город Фрунзе переименовали в Бишкек.

    Настройки: date=2022-05-04

    Молчит:

        В Капшагае прошёл субботник.

    Настройки: по умолчанию

    Молчит:

        В Капшагае отремонтируют дорогу, в Екатеринбурге — мост.

    ## Надёжность правки / Fix safety

    Только предложение: о каком времени речь, знает автор.

    Unsafe: the author knows what time is meant.
    """

    code = "G901"
    name = "place-renamed"
    severity = Severity.WARNING
    message = Message(
        ru="в то время название было другим: «{text}» → «{right}»",
        en="the place had another name then: “{text}” → “{right}”",
    )
