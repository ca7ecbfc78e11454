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
    "вручи", "вруча", "присво", "поручи", "переда", "доложи", "докладыва", "подари", "сообщи",
    "отправи", "направи", "предложи", "показа", "рассказа", "объясн", "аплодиро", "поаплодиро",
    "рукоплеска", "напомни", "задал", "помог", "помож", "позвони", "ответи", "отвеча", "написа",
    "адресова", "присуд", "отказа", "угрожа", "пригроз", "возраз", "возража", "посвят", "посвящ",
    "завеща", "сочувств", "посочувств", "соболезнова", "завидова", "поклон", "досталс", "досталас",
    "досталос", "досталис", "доставалс", "доставалас", "доставалис", "достаетс", "достаютс",
    "достанетс", "достанутс", "велел", "запрети", "разреши", "позволи", "обеща", "пожела",
    "довери", "уступи", "проигра", "ассистирова", "вмени", "инкриминирова", "предъяви", "продли",
    "жалова", "жалуе", "жалую", "пожалова", "пожалуе", "пожалую",
)  # fmt: skip
"""Stems of verbs whose person is in the dative. A stem is as long as it must be
to leave out a verb of the accusative: «достался» and «доставил», «выделил» has both."""

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

NAME_PARTICLES: Final[frozenset[str]] = frozenset(
    (
        "бен бин ибн бинт абу фон ван вон дер ден де дел делла деи дос дас ди ду дю дус душ ла ле "
        "лез лас лос цу цур тер"
    ).split()
)
"""Small words that open a surname and are nothing else in running text."""

ARTICLES: Final[frozenset[str]] = frozenset(
    "аль эль ар ас ат ад ан аз аш эр эс эт эд эн эз эш".split()
)
"""Arabic articles, which stand before a name with a hyphen."""

METALINGUISTIC: Final[tuple[str, ...]] = (
    "этикет", "табличк", "вывеск", "надпис", "афиш", "плакат", "обложк",
    "ошибк", "опечатк", "неправильн", "неверно", "по-разному", "пишется", "написан", "исковерк",
)  # fmt: skip
"""Stems that say that the next quotation shows a spelling, not a person."""

CAPTIONED: Final[tuple[str, ...]] = ("подписан", "подписано", "подписана", "подписаны")
"""What stands right before such a quotation; «подписан с компанией „…“» is another thing."""

NAMING: Final[tuple[str, ...]] = (
    "назва", "назове", "назовут", "называ", "именова", "именуе", "именуют", "окрести", "обозва",
    "переимен", "зовут", "зовет", "звали", "записа", "величал", "величают", "кличут", "кликал",
)  # fmt: skip
"""Stems of verbs whose instrumental says what somebody or something is called."""

CONTRASTS: Final[tuple[str, ...]] = (
    "в отличие от", "путать с", "путайте с", "путают с", "путали с", "спутать с", "спутали с",
)  # fmt: skip
"""What stands before somebody who is another than the one spoken of."""

NUMERALS: Final[frozenset[str]] = frozenset(
    (
        "два две двух двум двумя три трех трем тремя оба обе обоих обеих обоим обеим обоими обеими"
    ).split()
)
"""Numerals before a name of which there are several."""

NAMESAKES: Final[tuple[str, ...]] = ("однофамил", "тезк")
"""Stems of words for people of the same name."""

CALLED: Final[frozenset[str]] = frozenset("имени фамилии прозвищу кличке прозванию".split())
"""Nouns of «по имени …»: somebody who is nobody but the bearer of that name."""

AWARDS: Final[tuple[str, ...]] = ("орден", "медал", "преми", "кавалер", "знак", "звани")
"""Stems of what is called as bodies are: the order of the Red Star and the paper Red Star."""

SMALL_PLACES: Final[tuple[str, ...]] = (
    "сел", "деревн", "деревен", "посел", "хутор", "станиц", "аул", "кишлак", "улиц", "переул",
    "рек", "речк", "озер", "местеч", "урочищ", "станци", "слобод", "микрорайон", "усадьб",
)  # fmt: skip
"""Stems of nouns of the many places that no dictionary of towns holds."""

PLACE_NOUNS: Final[tuple[str, ...]] = (
    "город", "столиц", "област", "кра", "регион", "республик", "район", "округ", "провинц", "штат",
    "остров", "гор", "пустын", "мор", "порт", "аэропорт", "вокзал", "территор", "границ", "власт",
    "населен", "жител", "гражд", "народ", "правительств", "парламент", "президент", "премьер",
    "губернатор", "аким", "мэр", "посол", "посольств", "министр", "министерств", "мид", "сборн",
    "клуб", "университет", "север", "юг", "восток", "запад", "центр", "окраин", "пригород",
    "побереж", "экономик", "лидер", "глав", "король", "депутат", "рынок", "армия",
    "компани", "агентств", "телеканал", "газет", "журнал", "радио", "сайт", "холдинг", "корпорац",
    "банк", "завод", "концерн", "групп", "организац", "движени", "парти", "фонд",
)  # fmt: skip
"""Stems of nouns whose genitive or apposition is the name of a place or a body."""

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

LANGUAGE_HINTS: Final[tuple[str, ...]] = ("ск", "язык", "латиниц")
"""What announces a passage in another language holds one of these: most texts hold none, and to
look for them is much faster than to look for the phrases."""

FAMILY_NOUNS: Final[frozenset[str]] = frozenset(
    (
        "супруги супругов супругам супругами супругах братья братьев братьям братьями братьях "
        "сестры сестер сестрам сестрами сестрах семья семьи семье семью семьей семьею семей "
        "семьям семьями семьях чета четы чете чету четой четою династия династии династию "
        "династией династиею династий династиям династиями династиях"
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
