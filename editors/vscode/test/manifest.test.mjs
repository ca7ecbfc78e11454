// The manifest and what it refers to.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf-8");
const manifest = JSON.parse(read("package.json"));
const texts = { en: JSON.parse(read("package.nls.json")), ru: JSON.parse(read("package.nls.ru.json")) };

test("every text is there in both languages, and none is left over", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map((one) => one[1]).sort();
  assert.deepEqual(Object.keys(texts.en).sort(), used);
  assert.deepEqual(Object.keys(texts.ru).sort(), used);
  for (const key of used.filter((one) => one.startsWith("setting."))) {
    assert.match(texts.ru[key], /[а-яё]/i);
    assert.doesNotMatch(texts.en[key], /[а-яё]{2}/i);
  }
});

test("every command is registered, none hides one of the server", () => {
  const said = manifest.contributes.commands.map((one) => one.command).sort();
  const registered = [...read("src/extension.ts").matchAll(/command\("([\w.]+)"/g)].map((one) => one[1]).sort();
  assert.deepEqual(said, registered);
  for (const command of ["imena.fixAll", "imena.addToDictionary", "imena.ignore", "imena.reload"]) {
    assert.ok(!said.includes(command));
  }
});

test("a folder that nobody trusts does not say what is started", () => {
  const all = manifest.contributes.configuration.properties;
  const machine = Object.keys(all).filter((key) => all[key].scope === "machine-overridable");
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, machine);
  assert.deepEqual(machine, ["imena.path", "imena.arguments"]);
});
