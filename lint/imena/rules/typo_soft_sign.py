"""T107: a soft or hard sign is lost or not called for."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoSoftSign(DeviationRule):
    """Мягкий или твёрдый знак потерян или лишний. / A soft or hard sign is lost or not called for.

    ## Что делает / What it does

    Находит имена, которые отличаются от словарных только знаком: «Василев», «Чарлз», «Гулнара».

    Finds names that differ from the right one by a soft or hard sign alone.

    ## Почему это плохо / Why is this bad

    «Василев» — болгарская фамилия, «Васильев» — русская: один знак меняет человека.

    One sign may turn a Russian surname into a Bulgarian one.

    ## Примеры / Example

    Плохо:

        Форвард Кирилл Василев подписал контракт.
        Путешествие Чарлза Дарвина длилось пять лет.
        Посол Гулнара Искакова вручила верительные грамоты.
        Фазил Искандер написал об этом рассказ.
        Билеты в Улань-Удэ подорожали.

    Хорошо:

        Форвард Кирилл Васильев подписал контракт.
        Путешествие Чарльза Дарвина длилось пять лет.
        Посол Гульнара Искакова вручила верительные грамоты.
        Фазиль Искандер написал об этом рассказ.
        Билеты в Улан-Удэ подорожали.

    ## Когда молчит / When it stays silent

    Без фамилии из словаря имя может быть именем другого человека (Гулнара, Айгул — законные
    написания).

    A given name without the surname of the entry may be somebody else's, spelt right.

    Молчит:

        Гулнара Саидова преподаёт в Душанбе.
        Болгарин Никола Василев победил в марафоне.
        Чарлз Бэббидж придумал вычислительную машину.
        С Кириллом Васильевым и Фазилем Искандером.

    ## Надёжность правки / Fix safety

    Безопасна при верном имени, инициале или должности рядом и единственном кандидате.

    Safe with the rest of the name beside it and a single candidate.
    """

    code = "T107"
    name = "typo-soft-sign"
    severity = Severity.ERROR
    message = Message(
        ru="мягкий или твёрдый знак: «{text}» → «{right}» ({name})",
        en="soft or hard sign: “{text}” → “{right}” ({name})",
    )
