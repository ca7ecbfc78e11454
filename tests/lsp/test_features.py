"""What editors ask the server, through a client that holds both to the protocol."""

from __future__ import annotations

import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

TEXT = (
    "Президент Казахстана Касым-Жомрат Токаев прилетел. "
    "😀 Е\u0301 С Тохтаром Аубакировым в Астане.\n"
    "Токаева ждали, о Токаеве писали, с Токаевым говорили.\r\n"
    "Встреча с Касым-Жомартом Ток\n"
    "Он летит из Аста\n"
)
URI = "untitled:features"
DOCUMENT = types.TextDocumentIdentifier(URI)


@pytest_lsp.fixture(
    config=ClientServerConfig([sys.executable, "-m", "imena", "server", "--language", "ru"])
)
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            rename=types.RenameClientCapabilities(prepare_support=True)
        )
    )
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities))
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "plaintext", 1, TEXT))
    )
    await lsp_client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    yield
    await lsp_client.shutdown_session()


def position(needle: str, at: int = 1) -> types.Position:
    """The place ``at`` characters into the first ``needle``, in UTF-16 units."""
    before = TEXT[: TEXT.index(needle) + at]
    line = before.count("\n")
    return types.Position(line, len(before.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2)


def written(place: types.Range) -> str:
    line = TEXT.split("\n")[place.start.line].encode("utf-16-le")
    return line[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


@pytest.mark.asyncio
async def test_diagnostics_stand_on_the_word_behind_emoji_and_marks(client: LanguageClient) -> None:
    found = [(d.code, written(d.range)) for d in client.diagnostics[URI]]
    assert found == [("T101", "Жомрат"), ("V201", "Тохтаром")]


@pytest.mark.asyncio
async def test_pulled_diagnostics_are_those_pushed(client: LanguageClient) -> None:
    params = types.DocumentDiagnosticParams(DOCUMENT)
    first = await client.text_document_diagnostic_async(params)
    assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
    assert list(first.items) == list(client.diagnostics[URI])
    params = types.DocumentDiagnosticParams(DOCUMENT, previous_result_id=first.result_id)
    again = await client.text_document_diagnostic_async(params)
    assert again.kind == "unchanged"


@pytest.mark.asyncio
async def test_fix_in_the_right_case_comes_first_and_is_preferred(client: LanguageClient) -> None:
    where = types.Range(position("Тохтаром"), position("Тохтаром"))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(DOCUMENT, where, types.CodeActionContext([]))
    )
    assert actions and isinstance(actions[0], types.CodeAction)
    assert (actions[0].title, actions[0].is_preferred) == ("Заменить на «Токтаром»", True)
    assert actions[0].edit and actions[0].edit.changes
    [edit] = actions[0].edit.changes[URI]
    assert (written(edit.range), edit.new_text) == ("Тохтаром", "Токтаром")
    titles = [action.title for action in actions]
    assert "Словарь проекта: «Тохтаром» — тоже Токтар Онгарбаевич Аубакиров" in titles
    assert "Не проверять в этом файле: V201 (imena.toml)" in titles


@pytest.mark.asyncio
async def test_fix_all_is_asked_for_by_its_kind(client: LanguageClient) -> None:
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    for kind in (types.CodeActionKind.SourceFixAll, "source.fixAll.imena"):
        context = types.CodeActionContext([], only=[kind])
        [action] = await client.text_document_code_action_async(
            types.CodeActionParams(DOCUMENT, whole, context)
        )  # type: ignore[misc]
        texts = [edit.new_text for edit in action.edit.changes[URI]]
        assert texts == ["Жомарт", "Токтаром"]


@pytest.mark.asyncio
async def test_hover_tells_all_that_is_known(client: LanguageClient) -> None:
    hover = await client.text_document_hover_async(types.HoverParams(DOCUMENT, position("Токаева")))
    assert hover and isinstance(hover.contents, types.MarkupContent) and hover.range
    assert written(hover.range) == "Токаева"
    for piece in (
        "Касым-Жомарт Кемелевич Токаев",
        "склоняется только вторая часть",
        "| творительный | Касым-Жомартом Кемелевичем Токаевым |",
        "Токаевым × 1",
        "kazakhstan/people.toml",
    ):
        assert piece in hover.contents.value


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("needle", "label"),
    [("Ток\n", "Токаевым"), ("Аста\n", "Астаны")],
)
async def test_completion_in_the_case_asked_for(
    client: LanguageClient, needle: str, label: str
) -> None:
    found = await client.text_document_completion_async(
        types.CompletionParams(DOCUMENT, position(needle, len(needle) - 1))
    )
    assert isinstance(found, types.CompletionList)
    assert found.items[0].label == label


@pytest.mark.asyncio
async def test_symbols_are_the_names(client: LanguageClient) -> None:
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(DOCUMENT))
    names = {one.name: len(one.children or ()) for one in found or ()}  # type: ignore[union-attr]
    assert names["Касым-Жомарт Кемелевич Токаев"] >= 4
    assert names["Астана"] == 1


@pytest.mark.asyncio
async def test_rename_in_every_case(client: LanguageClient) -> None:
    where = position("Токаева")
    prepared = await client.text_document_prepare_rename_async(
        types.PrepareRenameParams(DOCUMENT, where)
    )
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert (written(prepared.range), prepared.placeholder) == ("Токаева", "Токаев")
    edit = await client.text_document_rename_async(types.RenameParams(DOCUMENT, where, "Сапарский"))
    assert edit and edit.changes
    pairs = [(written(one.range), one.new_text) for one in edit.changes[URI]]
    assert pairs == [
        ("Токаев", "Сапарский"),
        ("Токаева", "Сапарского"),
        ("Токаеве", "Сапарском"),
        ("Токаевым", "Сапарским"),
    ]


@pytest.mark.asyncio
async def test_references_are_the_same_name(client: LanguageClient) -> None:
    context = types.ReferenceContext(include_declaration=True)
    found = await client.text_document_references_async(
        types.ReferenceParams(context, DOCUMENT, position("Токаева"))
    )
    assert "Токаевым" in [written(one.range) for one in found or ()]


@pytest.mark.asyncio
async def test_nothing_is_said_where_there_is_no_name(client: LanguageClient) -> None:
    where = position("прилетел")
    assert await client.text_document_hover_async(types.HoverParams(DOCUMENT, where)) is None
    prepared = types.PrepareRenameParams(DOCUMENT, where)
    assert await client.text_document_prepare_rename_async(prepared) is None
    hints = types.InlayHintParams(DOCUMENT, types.Range(types.Position(0, 0), where))
    assert not await client.text_document_inlay_hint_async(hints)
