"""T101: neighbouring letters of a name are swapped."""

from imena.findings import Message, Severity
from imena.rules.base import DeviationRule


class TypoTransposed(DeviationRule):
    """Соседние буквы имени переставлены. / Neighbouring letters of a name are swapped.

    ## Что делает / What it does

    Находит имена, в которых две соседние буквы поменялись местами: «Стапаев», «Самраканд», в любом
    падеже и в заголовке из прописных букв.

    Finds names that differ from a dictionary name by two neighbouring letters in the wrong order.

    ## Почему это плохо / Why is this bad

    Самая частая ошибка быстрого набора. Слово похоже на имя, и глаз корректора его пропускает, а в
    поиске по архиву заметка пропадает.

    The commonest slip of fast typing: easy to overlook, and the article is lost to search.

    ## Примеры / Example

    Плохо:

        Академик Каныш Стапаев возглавил институт геологии.
        Документы о Каныше Сатпавее хранятся в архиве.
        Встреча с Талгатмо Мусабаевым собрала полный зал.
        РОЗА ОТУНБАВЕА ВЫСТУПИЛА НА ФОРУМЕ
        Рейсы из Самраканда задержали до вечера.

    Хорошо:

        Академик Каныш Сатпаев возглавил институт геологии.
        Документы о Каныше Сатпаеве хранятся в архиве.
        Встреча с Талгатом Мусабаевым собрала полный зал.
        РОЗА ОТУНБАЕВА ВЫСТУПИЛА НА ФОРУМЕ
        Рейсы из Самарканда задержали до вечера.

    ## Когда молчит / When it stays silent

    Когда написанное само может быть именем или словом: у человека с другим личным именем своя
    фамилия, а одна фамилия без имени, инициала и должности ничего не доказывает.

    Where the spelling may be a name or a word of its own, or where only a bare surname is near.

    Молчит:

        Актёр Юрий Гаврилин сыграл учёного, а Алексей Леонтьев снял фильм.
        Талгат Мусабаев рассказал о полёте, Мусабаева слушали студенты.
        Писателю Чингизу Айтматову исполнилось бы сто лет.
        Стапаев Олег и его брат открыли пекарню.

    ## Надёжность правки / Fix safety

    Безопасна, когда рядом верное личное имя, инициал или должность и подходит ровно одно имя
    словаря. В прямой речи правка только предлагается.

    Safe where the rest of the name, an initial or an office stands beside it and one entry fits.
    """

    code = "T101"
    name = "typo-transposed"
    severity = Severity.ERROR
    message = Message(
        ru="переставлены буквы: «{text}» → «{right}» ({name})",
        en="letters swapped: “{text}” → “{right}” ({name})",
    )
