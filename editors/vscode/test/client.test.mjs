// A client in node against the real server: the library that VS Code speaks the protocol with.
// IMENA_PROGRAM names the server; the test that calls this one sets it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

import protocol from "vscode-languageserver-protocol/node.js";

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = protocol;

const NAMES = `[[person]]
given = "Каныш"
surname = "Сатпаев"
gender = "m"

[[person]]
given = "Мухтар"
surname = "Ауэзов"
gender = "m"
forbidden = ["Ауезов"]
`;
// A family of three joined emoji, a stress mark on a letter, an й of two characters.
const BEFORE = "\u{1f469}\u200d\u{1f469}\u200d\u{1f467} е\u0301 и\u0306 ";
const TEXT = `${BEFORE}Каныш Стапаев приехал.\n\nПисатель Мухтар Ауезов. Каныш Сатпаев с Канышем Стапаевым.\n`;
const RIGHT = TEXT.replace("Стапаев ", "Сатпаев ").replace("Ауезов", "Ауэзов").replace("Стапаевым", "Сатпаевым");
const ALL = [["T101", "Стапаев"], ["V201", "Ауезов"], ["T101", "Стапаевым"]];

let home, server, connection;
const applied = [];

before(async () => {
  home = mkdtempSync(join(tmpdir(), "imena-"));
  writeFileSync(join(home, "names.toml"), NAMES);
  writeFileSync(join(home, "imena.toml"), 'default-dictionaries = false\ndictionaries = ["names.toml"]\n');
  server = spawn(process.env.IMENA_PROGRAM ?? "imena", ["server"], { stdio: ["pipe", "pipe", "inherit"] });
  connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({})));
  connection.onRequest("workspace/applyEdit", ({ edit }) => {
    applied.push(edit);
    return { applied: true };
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(home).href,
    workspaceFolders: null,
    locale: "ru",
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        codeAction: { isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
      workspace: { applyEdit: true, configuration: true, diagnostics: { refreshSupport: true } },
    },
  });
  await connection.sendNotification("initialized", {});
});

after(async () => {
  await connection.sendRequest("shutdown");
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await connection.sendNotification("exit");
  assert.equal(await ended, 0);
  rmSync(home, { recursive: true });
});

async function open(name, text) {
  const uri = pathToFileURL(join(home, name)).href;
  const textDocument = { uri, languageId: "plaintext", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  return uri;
}

async function found(uri) {
  const report = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  return report.items;
}

/** Positions of the protocol count UTF-16 units, as the strings of node do. */
function offset(text, { line, character }) {
  return text.split("\n").slice(0, line).join("\n").length + (line ? 1 : 0) + character;
}

const under = (text, { start, end }) => text.slice(offset(text, start), offset(text, end));

function edited(text, edits) {
  const fromTheEnd = [...edits].sort((a, b) => offset(text, b.range.start) - offset(text, a.range.start));
  return fromTheEnd.reduce(
    (made, { range, newText }) => made.slice(0, offset(made, range.start)) + newText + made.slice(offset(made, range.end)),
    text,
  );
}

const words = async (uri, text) => (await found(uri)).map(({ code, range }) => [code, under(text, range)]);

/** What the server finds once it has read its settings and dictionaries anew. */
async function eventually(uri, text, wanted) {
  const until = Date.now() + 30_000;
  let last = await words(uri, text);
  while (!isDeepStrictEqual(last, wanted) && Date.now() < until) {
    await setTimeout(50);
    last = await words(uri, text);
  }
  assert.deepEqual(last, wanted);
}

test("the exact word behind emoji and combining letters", async () => {
  const uri = await open("a.txt", TEXT);
  assert.deepEqual(await words(uri, TEXT), ALL);
});

test("the preferred quick fix", async () => {
  const uri = await open("b.txt", TEXT);
  const [first] = await found(uri);
  const actions = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: first.range,
    context: { diagnostics: [first], only: ["quickfix"] },
  });
  const preferred = actions.filter((one) => one.isPreferred);
  assert.equal(preferred.length, 1);
  assert.equal(edited(TEXT, preferred[0].edit.changes[uri]), TEXT.replace("Стапаев ", "Сатпаев "));
});

test("fix all, by the command and as the editor does on saving", async () => {
  const uri = await open("c.txt", TEXT);
  await found(uri);
  await connection.sendRequest("workspace/executeCommand", { command: "imena.fixAll", arguments: [{ uri }] });
  assert.equal(edited(TEXT, applied.at(-1).changes[uri]), RIGHT);
  const start = { line: 0, character: 0 };
  const [action] = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  assert.equal(edited(TEXT, action.edit.changes[uri]), RIGHT);
});

test("settings changed while the server runs, and changed back", async () => {
  const uri = await open("d.txt", TEXT);
  const tell = (imena) => connection.sendNotification("workspace/didChangeConfiguration", { settings: { imena } });
  await tell({ ignore: ["T"] });
  await eventually(uri, TEXT, [["V201", "Ауезов"]]);
  await tell({});
  await eventually(uri, TEXT, ALL);
});

test("a name added to the dictionary of the project", async () => {
  const text = "Инженер Каныш Стапаев приехал. Каныш Сатпаев здесь.\n";
  const uri = await open("e.txt", text);
  assert.deepEqual(await words(uri, text), [["T101", "Стапаев"]]);
  const argument = { uri, text: "Каныш Стапаев", kind: "person" };
  await connection.sendRequest("workspace/executeCommand", {
    command: "imena.addToDictionary",
    arguments: [argument],
  });
  assert.match(readFileSync(join(home, "names.toml"), "utf-8"), /surname = "Стапаев"/);
  await eventually(uri, text, []);
});
