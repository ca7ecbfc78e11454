"""What the server says to people, in Russian and in English."""

from __future__ import annotations

from imena.findings import Message

REPLACE = Message("Заменить на «{right}»", "Replace with “{right}”")
FIX_ALL = Message("imena: исправить всё надёжное", "imena: apply all safe fixes")
ADD_ALIAS = Message(
    "Словарь проекта: «{text}» — тоже {name}", "Project dictionary: “{text}” is {name} too"
)
ADD_PERSON = Message(
    "Словарь проекта: добавить человека «{text}»", "Project dictionary: add the person “{text}”"
)
ADD_PLACE = Message(
    "Словарь проекта: добавить место «{text}»", "Project dictionary: add the place “{text}”"
)
ADD_ORGANISATION = Message(
    "Словарь проекта: добавить организацию «{text}»",
    "Project dictionary: add the organisation “{text}”",
)
IGNORE_HERE = Message("Не проверять здесь: {code}", "Ignore here: {code}")
IGNORE_WORD = Message("Не трогать «{text}» (imena.toml)", "Leave “{text}” alone (imena.toml)")
IGNORE_FILE = Message(
    "Не проверять в этом файле: {code} (imena.toml)", "Ignore in this file: {code} (imena.toml)"
)
ADDED = Message("imena: «{text}» записано в {path}", "imena: “{text}” added to {path}")
NOT_ADDED = Message("imena: не записано: {error}", "imena: not written: {error}")
BROKEN = Message(
    "imena: {error}; пока действует прежнее", "imena: {error}; what was in force before stays"
)
FORMS = Message("Формы", "Forms")
IN_TEXT = Message("В этом тексте", "In this text")
DICTIONARY = Message("Словарь", "Dictionary")
NOTHING_TO_RENAME = Message("здесь нет имени", "there is no name here")
NOT_A_NAME = Message(
    "новое имя: слова из букв и дефисов", "the new name must be words of letters and hyphens"
)
KINDS = {
    "person": Message("человек", "person"),
    "place": Message("место", "place"),
    "organisation": Message("организация", "organisation"),
}
CASES = {
    "Nom": Message("именительный", "nominative"),
    "Gen": Message("родительный", "genitive"),
    "Dat": Message("дательный", "dative"),
    "Acc": Message("винительный", "accusative"),
    "Ins": Message("творительный", "instrumental"),
    "Loc": Message("предложный", "prepositional"),
}
