"""X002: one text uses both of two right variants."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class MixedVariants(DeviationRule):
    """В одном тексте два верных варианта. / One text uses both of two right variants.

    ## Что делает / What it does

    Отмечает второй из двух принятых вариантов одного названия или имени: Молдавия и Молдова,
    Ковалёв и Ковалев.

    Flags the second of two accepted variants of one name.

    ## Почему это плохо / Why is this bad

    Оба варианта верны, но вместе они выглядят как ошибка.

    Each is right, together they look like an error.

    ## Примеры / Example

    Плохо:

        Молдавия закрыла границу. Дожди в Молдове продолжатся.
        Артём Ковалёв забил гол. Ковалева поздравили партнёры.
        Туркменистан продаёт газ. Ковры из Туркмении дороги.

    ## Когда молчит / When it stays silent

    Второй вариант стоит в цитате или в названии.

    Where the second variant is part of a quotation or a title.

    Молчит:

        Молдавия закрыла границу. «Молдова ждёт гостей», — сказал он.
        Туркменистан продаёт газ. Фильм «Туркмения» снят давно.
        Артём Ковалёв забил гол. Ковалёва поздравили партнёры.
        В Молдавии дожди, из Молдавии везут виноград.

    ## Надёжность правки / Fix safety

    Правки нет: который вариант оставить, решает издание.

    No fix: the house decides which to keep.
    """

    code = "X002"
    name = "mixed-variants"
    severity = Severity.INFO
    message = Message(
        ru="в тексте оба варианта: «{text}» и «{right}»",
        en="the text uses both variants: “{text}” and “{right}”",
    )
