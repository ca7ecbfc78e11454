// Where the extension looks for the program, and which settings it passes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { source } from "./sources.mjs";

const { findProgram } = await source("program");
const { given } = await source("settings");

function places(files, more = {}) {
  return {
    set: "",
    python: undefined,
    home: "/home/a",
    folder: "/texts",
    environment: { PATH: "/usr/bin:/bin" },
    windows: false,
    isFile: (path) => files.includes(path),
    ...more,
  };
}

const EVERYWHERE = ["/opt/imena", "/py/bin/imena", "/venv/bin/imena", "/usr/bin/imena"];
const PYTHON = { python: "/py/bin/python" };
const ACTIVE = { environment: { PATH: "/usr/bin", VIRTUAL_ENV: "/venv" } };

test("the setting, then the chosen Python, then the active environment, then PATH", () => {
  assert.equal(findProgram(places(EVERYWHERE, { set: "/opt/imena", ...PYTHON, ...ACTIVE })), "/opt/imena");
  assert.equal(findProgram(places(EVERYWHERE, { ...PYTHON, ...ACTIVE })), "/py/bin/imena");
  assert.equal(findProgram(places(EVERYWHERE, ACTIVE)), "/venv/bin/imena");
  assert.equal(findProgram(places(EVERYWHERE)), "/usr/bin/imena");
  assert.equal(findProgram(places(["/usr/bin/imena"], { ...PYTHON, ...ACTIVE })), "/usr/bin/imena");
});

test("what is set and is not there is not replaced by another", () => {
  assert.equal(findProgram(places(EVERYWHERE, { set: "/gone/imena" })), undefined);
  assert.equal(findProgram(places([])), undefined);
});

test("home, the folder, names on PATH", () => {
  assert.equal(findProgram(places(["/home/a/x"], { set: "~/x" })), "/home/a/x");
  assert.equal(findProgram(places(["/texts/x"], { set: "${workspaceFolder}/x" })), "/texts/x");
  assert.equal(findProgram(places(["/usr/bin/other"], { set: "other" })), "/usr/bin/other");
});

test("nothing from the directory of the text without being told", () => {
  const files = ["/texts/.venv/bin/imena", "/texts/imena", "imena", "./imena"];
  assert.equal(findProgram(places(files, { environment: { PATH: ":.:bin" } })), undefined);
  assert.equal(findProgram(places(["bin/imena"], { set: "bin/imena" })), undefined);
});

test("only what somebody set is passed on", () => {
  const all = {
    select: { defaultValue: [] },
    words: { defaultValue: [], globalValue: ["Ауезов"], workspaceValue: [] },
    yo: { defaultValue: null, globalValue: "strict" },
    inlayHints: { defaultValue: false, workspaceFolderValue: false, globalValue: true },
    policy: { defaultValue: null, globalValue: null },
    path: { globalValue: "/opt/imena" },
  };
  const asked = { inspect: (key) => all[key] };
  assert.deepEqual(given(Object.keys(all), asked), { words: [], yo: "strict", inlayHints: false });
});
