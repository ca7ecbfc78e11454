/** Where the program is: what is set, else beside the active Python, else on PATH. */

import * as path from "node:path";

/** What the search looks at; the tests put their own in. */
export interface Places {
  /** The setting `imena.path`, with `~` and `${workspaceFolder}` as people write them. */
  set: string;
  /** The interpreter that is active in the editor, where there is one. */
  python: string | undefined;
  home: string;
  folder: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  windows: boolean;
  isFile: (path: string) => boolean;
}

/** The path of the program, undefined where it is nowhere. */
export function findProgram(places: Places): string | undefined {
  if (places.set.trim()) {
    const written = expanded(places.set.trim(), places);
    if (path.isAbsolute(written)) {
      return places.isFile(written) ? written : undefined;
    }
    return /[\\/]/.test(written) ? undefined : onPath(written, places);
  }
  return besidePython(places) ?? onPath("imena", places);
}

function expanded(written: string, places: Places): string {
  const whole = written.replace(/^~(?=[\\/])/, () => places.home);
  return whole.replaceAll("${workspaceFolder}", () => places.folder ?? "");
}

/** Scripts of a virtual environment lie where its interpreter lies, or one directory further. */
function besidePython(places: Places): string | undefined {
  const interpreters = places.python ? [path.dirname(places.python)] : [];
  const { VIRTUAL_ENV, CONDA_PREFIX } = places.environment;
  const inside = places.windows ? "Scripts" : "bin";
  const homes = [VIRTUAL_ENV, CONDA_PREFIX].flatMap((one) => (one ? [path.join(one, inside)] : []));
  const further = places.windows ? interpreters.map((one) => path.join(one, inside)) : [];
  return first([...interpreters, ...further, ...homes], "imena", places);
}

function onPath(name: string, places: Places): string | undefined {
  const all = (places.environment.PATH ?? places.environment.Path ?? "").split(path.delimiter);
  return first(all.filter(path.isAbsolute), name, places);
}

function first(directories: string[], name: string, places: Places): string | undefined {
  const file = places.windows && !/\.(exe|cmd|bat)$/i.test(name) ? `${name}.exe` : name;
  return directories.map((one) => path.join(one, file)).find(places.isFile);
}
