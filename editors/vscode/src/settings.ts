/** What people have set, without what merely stands in the list of defaults: a default of the
 * editor must not hide what the configuration file of a project says. */

/** What `inspect` of a configuration tells about one key, from the widest scope to the nearest. */
export interface Inspected {
  globalValue?: unknown;
  workspaceValue?: unknown;
  workspaceFolderValue?: unknown;
  globalLanguageValue?: unknown;
  workspaceLanguageValue?: unknown;
  workspaceFolderLanguageValue?: unknown;
}

export interface Inspecting {
  inspect(key: string): Inspected | undefined;
}

/** Keys of ours that the server does not know. */
const OF_THE_CLIENT = new Set(["path", "arguments", "trace.server"]);

/** The settings that `imena.*` of the manifest names and that somebody set. */
export function given(keys: Iterable<string>, all: Inspecting): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key of keys) {
    const value = OF_THE_CLIENT.has(key) ? undefined : nearest(all.inspect(key));
    if (value !== undefined && value !== null) {
      found[key] = value;
    }
  }
  return found;
}

function nearest(inspected: Inspected | undefined): unknown {
  return (
    inspected?.workspaceFolderLanguageValue ??
    inspected?.workspaceLanguageValue ??
    inspected?.globalLanguageValue ??
    inspected?.workspaceFolderValue ??
    inspected?.workspaceValue ??
    inspected?.globalValue
  );
}
