"""Words around names: which cases they ask for, and what they say of the bearer. Data only."""

from __future__ import annotations

from typing import Final

from imena.morphology import Case

_G, _D, _A, _I, _L = Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC

PREPOSITIONS: Final[dict[str, frozenset[Case]]] = {
    **dict.fromkeys(
        (
            "без для до из от у около после против ради среди вокруг возле кроме вместо внутри "
            "вследствие из-за из-под мимо накануне напротив относительно помимо посреди путём "
            "со_стороны касательно насчет свыше"
        ).split(),
        frozenset({_G}),
    ),
    **dict.fromkeys(["к", "ко", "благодаря", "вопреки", "навстречу", "согласно"], frozenset({_D})),
    **dict.fromkeys(["про", "через", "сквозь"], frozenset({_A})),
    **dict.fromkeys(["над", "надо", "перед", "передо"], frozenset({_I})),
    **dict.fromkeys(["об", "обо", "при"], frozenset({_L})),
    "о": frozenset({_L}),
    "с": frozenset({_I, _G}),
    "со": frozenset({_I, _G}),
    "в": frozenset({_L, _A}),
    "во": frozenset({_L, _A}),
    "на": frozenset({_L, _A}),
    "за": frozenset({_I, _A}),
    "под": frozenset({_I, _A}),
    "по": frozenset({_D, _A, _L}),
    "между": frozenset({_I, _G}),
}
"""Preposition → cases it can govern (Rosenthal §§ 199–203). «при», «об» take no accusative of
persons in copy; «о» likewise."""

FIRST_CASE: Final[dict[str, Case]] = {
    "с": _I,
    "со": _I,
    "между": _I,
    "за": _I,
    "под": _I,
    "в": _L,
    "во": _L,
    "на": _L,
    "по": _D,
}
"""The case to offer where a preposition can govern two."""

HIGH_OFFICES: Final[frozenset[str]] = frozenset(
    (
        "раис президент вице-президент экс-президент премьер премьер-министр вице-премьер экс-"
        "премьер канцлер экс-канцлер король королева император спикер генсек генсекретарь "
        "генпрокурор мэр экс-мэр губернатор аким экс-аким елбасы принц принцесса премьер-"
        "министра царь шейх эмир султан папа патриарх госсекретарь"
    ).split()
)
"""Offices that one person holds and that never take the holder's name in the genitive:
«с президентом Х» asks for the instrumental of Х itself."""

TITLES: Final[frozenset[str]] = HIGH_OFFICES | frozenset(
    (
        "министр депутат глава директор гендиректор председатель посол генерал полковник майор "
        "сенатор мажилисмен экс-министр замминистра вице-министр замглавы пресс-секретарь "
        "тренер режиссер актер актриса певец певица боксер теннисист теннисистка хоккеист "
        "форвард космонавт летчик летчик-космонавт писатель поэт журналист корреспондент врач "
        "хирург аудитор судья прокурор адвокат ректор профессор академик секретарь лидер "
        "политик политолог эксперт экономист бизнесмен предприниматель миллиардер чемпион "
        "чемпионка спортсмен спортсменка фигурист фигуристка вратарь защитник полузащитник "
        "нападающий капитан советник помощник представитель уполномоченный омбудсмен дипломат "
        "господин госпожа товарищ ветеран фермер музыкант композитор художник дизайнер блогер "
        "блогерша учитель учительница инженер ученый доктор каскадер комментатор обозреватель "
        "руководитель начальник заместитель командир командующий главком казахстанец "
        "казахстанка россиянин россиянка девушка женщина мужчина гражданин гражданка"
    ).split()
)
"""Nouns that stand before a name as its apposition and agree with it in case."""

LEADERS: Final[frozenset[str]] = HIGH_OFFICES | frozenset(
    "министр глава посол председатель лидер экс-министр вице-министр замминистра".split()
)
"""Offices of whose few holders a dictionary knows the names."""

MOTION: Final[tuple[str, ...]] = (
    "приеха", "уеха", "переех", "заеха", "прибы", "вылет", "прилет", "улет", "летит", "отправи",
    "направи", "вернул", "поехал", "пришел", "вошел", "въеха", "визит", "поездк", "рейс", "поезд",
)  # fmt: skip
"""Stems of words of motion, after which «в» asks for the accusative."""

DATIVE_VERBS: Final[tuple[str, ...]] = (
    "вручи", "присво", "поручи", "переда", "доложи", "докладыва", "подари", "сообщи", "отправи",
    "направи", "предложи", "показа", "аплодиро", "напомни", "задал", "помог", "позвони", "ответи",
    "написа", "доста", "присуд", "отказа", "угрожа", "возраз", "посвят", "посвящ", "завеща",
    "сочувств", "поклон", "адресова", "рукоплеска", "выдели",
)  # fmt: skip
"""Stems of verbs whose person is in the dative."""

ACCUSATIVE_VERBS: Final[tuple[str, ...]] = (
    "поздрави", "поздравл", "наград", "встрети", "назначи", "избра", "уволи", "задержа", "пригласи",
    "поблагодари", "поддержа", "арестова", "приня", "назва", "осуди", "допроси", "обвини",
)  # fmt: skip
"""Stems of verbs whose person is in the accusative."""

SAID_BY: Final[frozenset[str]] = frozenset(
    (
        "словам мнению данным подсчетам оценке версии честь адрес имени памяти инициативе просьбе "
        "участии участием отношении поручению приглашению поддержке поддержки"
    ).split()
)
"""Nouns of «по словам», behind which a name stands in the genitive."""

ADVERBS_TOO: Final[frozenset[str]] = frozenset(
    "накануне напротив внутри вокруг мимо после посреди около вместо".split()
)
"""Prepositions that are adverbs as well: «Накануне Токаев прилетел»."""

METALINGUISTIC: Final[tuple[str, ...]] = (
    "этикет", "табличк", "вывеск", "надпис", "афиш", "плакат", "обложк",
    "ошибк", "опечатк", "неправильн", "неверно", "по-разному", "пишется", "написан", "исковерк",
    "подписан",
)  # fmt: skip
"""Stems that say that the next quotation shows a spelling, not a person."""

NAMING: Final[tuple[str, ...]] = (
    "назва", "назове", "назовут", "называ", "именова", "именуе", "именуют", "окрести", "обозва",
    "переимен", "записа", "величал", "величают", "кличут", "кликал",
)  # fmt: skip
"""Stems of verbs whose instrumental says what somebody or something is called."""

CALLED: Final[frozenset[str]] = frozenset("имени фамилии прозвищу кличке прозванию".split())
"""Nouns of «по имени …»: somebody who is nobody but the bearer of that name."""

GEOGRAPHIC: Final[tuple[str, ...]] = (
    "северн", "южн", "западн", "восточн", "центральн", "верхн", "нижн", "средн", "больш", "мал",
    "нов", "стар", "велик", "внутренн", "внешн", "дальн", "ближн", "юго", "северо",
)  # fmt: skip
"""Stems of adjectives that make another place name of a place name (Западная Белоруссия)."""

LANGUAGES: Final[str] = (
    r"(?:казахск|украинск|белорусск|киргизск|кыргызск|узбекск|таджикск|татарск|башкирск|сербск|"
    r"болгарск|монгольск)\w* (?:верси|язык|перевод|текст|газет|издани)"
)
"""What announces a passage in another language, as a pattern over lower-case text."""

OTHER_LANGUAGE: Final[tuple[str, ...]] = (
    "на казахском", "на государственном языке", "на белорусском", "на украинском",
    "на английском", "на киргизском", "на кыргызском", "на узбекском", "на таджикском",
    "по-казахски", "по-белорусски", "по-украински", "на языке оригинала", "на латинице",
)  # fmt: skip
"""Phrases that announce a passage in another language."""

FAMILY_NOUNS: Final[frozenset[str]] = frozenset(
    (
        "супруги супругов супругам супругами братья братьев братьям братьями сестры сестер "
        "сестрам семья семьи семье семью семьей чета четы чету четой четы"
    ).split()
)
"""Nouns after which a surname stands for several people and may stay as it is."""

NAMED_AFTER: Final[frozenset[str]] = frozenset(
    (
        "улица улице улицы улицу улицей проспект проспекте проспекта площадь площади площадью "
        "переулок переулке бульвар бульваре имени им музей музее музея театр театре театра "
        "премия премии премию стадион стадионе аэропорт аэропорте школа школе школы полигон "
        "полигоне полигона декларация декларации водохранилище водохранилища"
    ).split()
)
"""Nouns of things that are called after names and keep them as they were."""

CHANGE_WORDS: Final[tuple[str, ...]] = (
    "переименова", "прежнее имя", "прежнее назва", "бывш", "ныне", "тогда", "прежн", "историческ",
    "в то время", "снова стан", "вернули", "назывался", "называлась", "носил имя", "старое назва",
    "блокад", "осажд", "битв", "оборон", "довоенн", "послевоенн", "советск", "ссср", "родил",
    "окончил", "эвакуир", "древн", "античн", "средневеков", "в детстве", "в юности",
    "в прошлом веке", "при царе",
)  # fmt: skip
"""Stems near which an old name of a place is meant as such."""
