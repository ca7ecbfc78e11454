/** The Python that people chose in the editor, as the Python extension tells it. */

import * as vscode from "vscode";

interface Environments {
  getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
  resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  onDidChangeActiveEnvironmentPath(listener: () => void): vscode.Disposable;
}

async function environments(): Promise<Environments | undefined> {
  const extension = vscode.extensions.getExtension<{ environments?: Environments }>("ms-python.python");
  // What a folder that nobody trusts calls its environment is not to be run.
  if (!extension || !vscode.workspace.isTrusted) {
    return undefined;
  }
  return (await extension.activate()).environments;
}

/** The interpreter, undefined where none is chosen. */
export async function activePython(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const api = await environments();
  const chosen = api?.getActiveEnvironmentPath(resource);
  const resolved = chosen && (await api?.resolveEnvironment(chosen));
  return resolved?.executable.uri?.fsPath;
}

export async function onOtherPython(listener: () => void): Promise<vscode.Disposable | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(listener);
}
