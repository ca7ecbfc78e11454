/** The language client: starts the server, starts it anew, stops it. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as vscode from "vscode";
import { type ConfigurationParams, LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { findProgram } from "./program";
import { activePython } from "./python";
import { given } from "./settings";

const LANGUAGES = ["plaintext", "markdown", "html"];
const SCHEMES = ["file", "untitled"];

function isFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export class Server {
  #client: LanguageClient | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    readonly output: vscode.LogOutputChannel,
    readonly keys: readonly string[],
  ) {}

  get client(): LanguageClient | undefined {
    return this.#client;
  }

  /** Start the server, after stopping the one that runs. One at a time, in the order of calls. */
  restart(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#restart()).catch((error) => this.output.error(String(error)));
    return this.#turn;
  }

  async stop(): Promise<void> {
    const running = this.#client;
    this.#client = undefined;
    await running?.dispose();
  }

  /** Tell the server what is set now, be it nothing. */
  async configure(): Promise<void> {
    const settings = { imena: this.#given(undefined) };
    await this.#client?.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  async #restart(): Promise<void> {
    await this.stop();
    const command = await this.#program();
    if (!command) {
      await this.#missing();
      return;
    }
    const args = ["server", ...vscode.workspace.getConfiguration("imena").get<string[]>("arguments", [])];
    this.output.info([command, ...args].join(" "));
    this.#client = new LanguageClient("imena", "imena", { command, args }, this.#options());
    await this.#client.start();
  }

  async #program(): Promise<string | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return findProgram({
      set: vscode.workspace.getConfiguration("imena").get<string>("path", ""),
      python: await activePython(folder),
      home: os.homedir(),
      folder: folder?.fsPath,
      environment: process.env,
      windows: process.platform === "win32",
      isFile,
    });
  }

  async #missing(): Promise<void> {
    const russian = vscode.env.language.startsWith("ru");
    const said = russian
      ? "Нет программы imena. Поставьте её: pip install \"imena[lsp]\" — или укажите imena.path."
      : "The program imena is not there. Install it: pip install \"imena[lsp]\", or set imena.path.";
    const open = russian ? "Настройки" : "Settings";
    this.output.error(said);
    if ((await vscode.window.showErrorMessage(said, open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "imena.path");
    }
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
      outputChannel: this.output,
      initializationOptions: this.#given(undefined),
      middleware: {
        workspace: {
          configuration: (params: ConfigurationParams) =>
            params.items.map((item) => this.#given(item.scopeUri ? vscode.Uri.parse(item.scopeUri) : undefined)),
        },
      },
    };
  }

  #given(scope: vscode.Uri | undefined): Record<string, unknown> {
    return given(this.keys, vscode.workspace.getConfiguration("imena", scope ?? null));
  }
}
