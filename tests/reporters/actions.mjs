// Findings on standard input, as GitHub's own toolkit prints them.
import * as core from "@actions/core";
import { readFileSync } from "node:fs";

const say = { error: core.error, warning: core.warning, info: core.notice };
for (const one of JSON.parse(readFileSync(0, "utf8"))) {
  say[one.severity](one.message, {
    title: `imena ${one.code}`,
    file: one.path,
    startLine: one.line,
    endLine: one.end_line,
    startColumn: one.column,
    endColumn: one.end_column,
  });
}
