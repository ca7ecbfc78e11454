// The TypeScript modules that need no editor, as modules that node can load.

import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

const home = fileURLToPath(new URL("../src/", import.meta.url));

export async function source(name) {
  const made = await esbuild.build({
    entryPoints: [`${home}${name}.ts`],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const text = Buffer.from(made.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${text}`);
}
