"""O803: the abbreviation in brackets is another body's."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class AbbrExpansion(DeviationRule):
    """Сокращение в скобках не от этого названия. / The abbreviation in brackets is another body's.

    ## Что делает / What it does

    Сверяет сокращение в скобках после полного названия: «Международный валютный фонд (МФВ)».

    Compares the abbreviation in brackets with the full name before it.

    ## Почему это плохо / Why is this bad

    Дальше в тексте стоит только сокращение, и вся заметка окажется о другой организации.

    The rest of the article uses the abbreviation, and so speaks of another body.

    ## Примеры / Example

    Плохо:

        Международный валютный фонд (МФВ) выделил транш.
        Доклад Всемирной торговой организации (ВОТ) опубликован.
        Лига арабских государств (НАТО) собралась в Каире.

    ## Когда молчит / When it stays silent

    Сокращение верно, в скобках стоит не сокращение, или название не из словаря.

    Where the abbreviation is right, the brackets hold something else, or nobody knows the name.

    Молчит:

        Международный валютный фонд (МВФ) выделил транш.
        Всемирная торговая организация (штаб-квартира в Женеве) снизила прогноз.
        Международный валютный рынок (МВР) вырос.
        Лига арабских государств (ЛАГ) и Организация Североатлантического договора (НАТО).

    ## Надёжность правки / Fix safety

    Правки нет: неверным может быть и название.

    No fix: the name may be the wrong half.
    """

    code = "O803"
    name = "abbr-expansion"
    severity = Severity.ERROR
    message = Message(
        ru="сокращение не подходит к названию: «{text}», у этой организации «{right}» ({name})",
        en="the abbreviation is not that of the name: “{text}”, this body is “{right}” ({name})",
    )
