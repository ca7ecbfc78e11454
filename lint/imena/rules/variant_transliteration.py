"""V202: another transliteration than the dictionary's."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class VariantTransliteration(DeviationRule):
    """Имя передано по-русски иначе, чем в словаре. / Another transliteration than the dictionary's.

    ## Что делает / What it does

    Находит варианты, которые даёт передача с казахского, азербайджанского, английского: к/х (Қ),
    г/к (Ғ), а/е/э/я (Ә), у/ю (Ү), г/х (латинское h), у/в (латинское w).

    Finds spellings that differ by a pair of letters between which transliterations waver.

    ## Почему это плохо / Why is this bad

    Оба написания возможны, но человек известен под одним; второе читатель примет за другое лицо.

    Both are possible, but the person is known by one of them.

    ## Примеры / Example

    Плохо:

        Дипломат Гюльнара Искакова выступила в Женеве.
        Роман Эрнеста Хемингвэя экранизировали.
        Академик Ханыш Сатпаев изучал руды.
        Полковнику Талкату Мусабаеву вручили орден.

    Хорошо:

        Дипломат Гульнара Искакова выступила в Женеве.
        Роман Эрнеста Хемингуэя экранизировали.
        Академик Каныш Сатпаев изучал руды.
        Полковнику Талгату Мусабаеву вручили орден.

    ## Когда молчит / When it stays silent

    С другой фамилией это другой человек, и его имя пишется так, как он пишет его сам.

    With another surname it is another person, who spells the name as he pleases.

    Молчит:

        Гюльнара Алиева поёт в Баку.
        Фильм снял Генри Хопкинс.
        Генетик Ханыш Олжаев.
        Гульнара Искакова, Каныш Сатпаев, Эрнест Хемингуэй.

    ## Надёжность правки / Fix safety

    Только предложение: вариант может быть выбран намеренно.

    Unsafe: the variant may be somebody's own choice.
    """

    code = "V202"
    name = "variant-transliteration"
    severity = Severity.WARNING
    message = Message(
        ru="другая передача имени: «{text}» → «{right}» ({name})",
        en="transliterated another way: “{text}” → “{right}” ({name})",
    )
