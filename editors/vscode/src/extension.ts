/** Activation: the server, the commands, and what makes the server start anew. */

import * as vscode from "vscode";

import { Server } from "./client";
import { onOtherPython } from "./python";

const KINDS = [
  { sort: "person", ru: "человек", en: "person" },
  { sort: "place", ru: "место", en: "place" },
  { sort: "organisation", ru: "организация", en: "organisation" },
] as const;

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("imena", { log: true });
  const started = new Server(output, settingsOf(context));
  server = started;
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    output,
    // Not the ids of the server's own commands: the client offers those itself.
    command("imena.fixAllInText", () => fixAll(started)),
    command("imena.addName", () => addName(started)),
    command("imena.restart", () => started.restart()),
    command("imena.showOutput", () => output.show()),
    vscode.workspace.onDidChangeConfiguration((event) => configured(started, event)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
  );
  await started.restart();
  const listening = await onOtherPython(() => void started.restart());
  if (listening) {
    context.subscriptions.push(listening);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** The names of the settings without `imena.`, from the manifest. */
function settingsOf(context: vscode.ExtensionContext): string[] {
  const properties: Record<string, unknown> = context.extension.packageJSON.contributes.configuration.properties;
  return Object.keys(properties).map((key) => key.replace(/^imena\./, ""));
}

async function configured(started: Server, event: vscode.ConfigurationChangeEvent): Promise<void> {
  if (event.affectsConfiguration("imena.path") || event.affectsConfiguration("imena.arguments")) {
    await started.restart();
  } else if (event.affectsConfiguration("imena")) {
    await started.configure();
  }
}

async function run(started: Server, command: string, argument: object): Promise<void> {
  await started.client?.sendRequest("workspace/executeCommand", { command, arguments: [argument] });
}

async function fixAll(started: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) {
    await run(started, "imena.fixAll", { uri: editor.document.uri.toString() });
  }
}

async function addName(started: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = editor && chosen(editor);
  const text = place && editor.document.getText(place);
  if (!text) {
    return;
  }
  const language = vscode.env.language.startsWith("ru") ? "ru" : "en";
  const offered = KINDS.map((one) => ({ label: one[language], sort: one.sort }));
  const picked = await vscode.window.showQuickPick(offered, { title: text });
  if (picked) {
    await run(started, "imena.addToDictionary", { uri: editor.document.uri.toString(), text, kind: picked.sort });
  }
}

/** The selection, else the finding under the cursor, else the word there. */
function chosen(editor: vscode.TextEditor): vscode.Range | undefined {
  if (!editor.selection.isEmpty) {
    return editor.selection;
  }
  const at = editor.selection.active;
  const findings = vscode.languages.getDiagnostics(editor.document.uri);
  const found = findings.find((one) => one.source === "imena" && one.range.contains(at));
  return found?.range ?? editor.document.getWordRangeAtPosition(at, /[\p{L}\p{M}][\p{L}\p{M}-]*/u);
}
