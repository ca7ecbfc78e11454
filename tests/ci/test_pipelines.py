"""The files for CI systems: valid by schemas that are not ours, and their scripts really run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "ci/reviewdog.yml": "vendor.github-workflows",
    "ci/gitlab.yml": "vendor.gitlab-ci",
}
WRONG = "Президент Касым-Жомрат Токаев прибыл.\n"


@pytest.mark.parametrize(("name", "schema"), SCHEMAS.items())
def test_file_is_valid(name: str, schema: str, tmp_path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*check, str(ROOT / name)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    broken = tmp_path / "broken.yml"
    text = (ROOT / name).read_text("utf-8")
    broken.write_text(re.sub(r"^(runs|jobs|imena):$.*", r"\1: 1", text, flags=re.M | re.S), "utf-8")
    assert subprocess.run([*check, str(broken)], capture_output=True, check=False).returncode


def test_hooks_are_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_dockerfile_passes_hadolint() -> None:
    tool = BIN / "hadolint"
    if not tool.exists():
        assert not os.environ.get("IMENA_REQUIRE_TOOLS"), "hadolint is not installed"
        pytest.skip("needs hadolint")
    command = [tool, "--failure-threshold", "info", ROOT / "Dockerfile"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_dockerfile_copies_what_is_there() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    sources = [s for line in re.findall(r"^COPY (?!--)(.+) \S+$", text, re.M) for s in line.split()]
    assert sources and all((ROOT / source).exists() for source in sources)
    kept = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert all(f"!{source}" in kept for source in sources)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a wrong name, and an ``imena`` on the path."""
    home = tmp_path / "project"
    (home / "my news").mkdir(parents=True)
    (home / "my news" / "a.txt").write_text(WRONG, "utf-8")
    (home / "b.md").write_text("Чисто.\n", "utf-8")
    (tmp_path / "runner" / "imena" / "bin").mkdir(parents=True)
    (tmp_path / "runner" / "imena" / "bin" / "imena").symlink_to(BIN / "imena")
    return home


def bash(script: str, cwd: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """As the runners do: stop at the first error."""
    assert shutil.which("bash")
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def action(project: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action with ``inputs`` put in as GitHub does."""
    made: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    values = {name: one["default"] for name, one in made["inputs"].items()}
    values.update({name.replace("_", "-"): value for name, value in inputs.items()})
    step = made["runs"]["steps"][-1]
    runner = project.parent / "runner"

    def filled(text: str) -> str:
        text = text.replace("${{ runner.temp }}", str(runner))
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], text)

    assert "${{" not in step["run"], "what users write must not become code"
    variables = {name: filled(value) for name, value in step["env"].items()}
    return bash(step["run"], project, {"RUNNER_TEMP": str(runner), **variables})


def test_action_annotates_and_fails(project: Path) -> None:
    done = action(project)
    assert done.returncode == 1
    assert "::error file=my news/a.txt,line=1,col=17," in done.stdout


def test_action_takes_paths_arguments_and_a_sarif_file(project: Path) -> None:
    clean = action(project, paths="b.md\n")
    assert (clean.returncode, clean.stdout) == (0, "")
    assert action(project, args="--ignore T").returncode == 0
    done = action(project, paths="my news\n\nb.md", sarif_file="out.sarif")
    assert done.returncode == 1
    (run,) = json.loads((project / "out.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["T101"]


def test_action_runs_no_code_of_its_inputs(project: Path) -> None:
    action(project, paths="$(touch owned)\n`touch owned`;touch owned", args="; touch owned")
    assert not (project / "owned").exists()


def test_gitlab_job_reports_and_fails(project: Path) -> None:
    job: Any = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["imena"]
    variables = {**job["variables"], "IMENA_CACHE_DIR": str(project / ".imena_cache")}
    done = bash("\n".join(job["script"]), project, variables)
    assert done.returncode == 1 and "a.txt:1:17 T101" in done.stdout
    (report,) = job["artifacts"]["reports"].values()
    (found,) = json.loads((project / report).read_text("utf-8"))
    assert found["location"] == {"path": "my news/a.txt", "lines": {"begin": 1}}


def test_reviewdog_recipe_writes_what_it_reads(project: Path) -> None:
    made: Any = yaml.safe_load((ROOT / "ci" / "reviewdog.yml").read_text("utf-8"))
    step = made["jobs"]["names"]["steps"][-1]
    ours, theirs = step["run"].strip().splitlines()
    assert bash(ours, project, {}).returncode == 0
    path = theirs.rpartition("< ")[2]
    assert len(json.loads((project / path).read_text("utf-8"))["diagnostics"]) == 1
    assert "-f=rdjson" in theirs
