"""``pytest --imena`` as its users run it, by pytester."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

NAMES = Path(__file__).parents[1] / "cmd" / "names.toml"
RIGHT = "Касым-Жомарт Токаев сказал.\n"
WRONG = "Вчера.\nКасым-Жомрат Токаев сказал.\n"
CONFIG = f'default-dictionaries = false\nlanguage = "ru"\ndictionaries = ["{NAMES.as_posix()}"]\n'


@pytest.fixture
def copy(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A directory with a right text, a wrong one, a test and imena's configuration."""
    monkeypatch.setenv("IMENA_CACHE_DIR", str(pytester.path / ".cache"))
    for name, text in {
        "right.md": RIGHT,
        "wrong.txt": WRONG,
        "imena.toml": CONFIG,
        "test_it.py": "def test_it(): pass\n",
    }.items():
        (pytester.path / name).write_text(text, "utf-8")
    return pytester


def run(copy: pytest.Pytester, *args: str) -> pytest.RunResult:
    return copy.runpytest_subprocess("-p", "no:cacheprovider", *args)


def test_findings_are_failures_with_the_excerpt(copy: pytest.Pytester) -> None:
    done = run(copy, "--imena")
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(
        [
            "*imena: wrong.txt*",
            "wrong.txt:2:7 T101 *Жомрат*",
            "2 | Касым-Жомрат Токаев сказал.",
            "  |       ^^^^^^ Жомарт",
            "FAILED wrong.txt::imena*",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")
    done.stdout.no_fnmatch_line("*warning*")


def test_without_the_option_nothing_is_collected_nor_loaded(copy: pytest.Pytester) -> None:
    copy.makeconftest(
        """
        import sys

        def pytest_unconfigure():
            print(*sorted(m for m in sys.modules if m.partition(".")[0] == "imena"))
        """
    )
    done = run(copy, "-s")
    done.assert_outcomes(passed=1)
    done.stdout.fnmatch_lines(["imena imena.pytest_plugin imena.version"])


def test_xdist_gives_the_same(copy: pytest.Pytester) -> None:
    for number in range(12):
        (copy.path / f"n{number}.html").write_text(f"<p>{RIGHT if number % 2 else WRONG}", "utf-8")
    one, two = run(copy, "--imena", "-rA"), run(copy, "--imena", "-rA", "-n", "2")
    for done in (one, two):
        done.assert_outcomes(passed=8, failed=7)

    def verdicts(done: pytest.RunResult) -> set[str]:
        return {line for line in done.outlines if line.startswith(("PASSED", "FAILED"))}

    assert verdicts(one) == verdicts(two) and len(verdicts(one)) == 15


@pytest.mark.parametrize(
    ("args", "outcomes"),
    [
        (["-m", "imena"], {"passed": 1, "failed": 1, "deselected": 1}),
        (["-m", "not imena"], {"passed": 1, "deselected": 2}),
        (["wrong.txt"], {"failed": 1}),
        (["wrong.txt::imena"], {"failed": 1}),
        (["-k", "right"], {"passed": 1, "deselected": 2}),
        (["-o", "imena_select=V O804"], {"passed": 3}),
        (["-o", "imena_ignore=T101,T102"], {"passed": 3}),
        (["-o", "imena_min_confidence=1"], {"passed": 3}),
        (["--strict-markers", "--ignore=wrong.txt"], {"passed": 2}),
    ],
    ids=" ".join,
)
def test_selection_by_the_habits_of_pytest(
    copy: pytest.Pytester, args: list[str], outcomes: dict[str, int]
) -> None:
    run(copy, "--imena", *args).assert_outcomes(**outcomes)


def test_ini_file_names_dictionaries_beside_it(copy: pytest.Pytester) -> None:
    (copy.path / "imena.toml").write_text("default-dictionaries = false\n", "utf-8")
    (copy.path / "names.toml").write_text(NAMES.read_text("utf-8"), "utf-8")
    copy.makeini("[pytest]\nimena_dictionaries = names.toml\naddopts = --imena\n")
    run(copy).assert_outcomes(passed=2, failed=1)


def test_excluded_texts_are_left_out_unless_named(copy: pytest.Pytester) -> None:
    with (copy.path / "imena.toml").open("a") as file:
        file.write('exclude = ["wrong*"]\n')
    run(copy, "--imena").assert_outcomes(passed=2)
    run(copy, "--imena", "wrong.txt").assert_outcomes(failed=1)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-o", "imena_policy=kg"], "*imena: policy must be one of *"),
        (["-o", "imena_date=gestern"], "*imena: date must be a date like*"),
        (["-o", "imena_min_confidence=many"], "*imena: min-confidence*"),
    ],
    ids=str,
)
def test_wrong_options_are_usage_errors(copy: pytest.Pytester, args: list[str], said: str) -> None:
    done = run(copy, "--imena", *args)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: {said[1:]}"])


def test_broken_configuration_is_one_line(copy: pytest.Pytester) -> None:
    (copy.path / "imena.toml").write_text("selekt = []\n", "utf-8")
    done = run(copy, "--imena")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["ERROR: imena: *imena.toml:1: unknown key 'selekt'*"])


def test_unreadable_text_fails_with_one_line(copy: pytest.Pytester) -> None:
    (copy.path / "right.md").write_bytes("Токаев".encode("cp1251"))
    done = run(copy, "--imena", "right.md")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["imena: *right.md:1: byte 0xd2 is not utf-8*"])
    done.stdout.no_fnmatch_line("*Traceback*")


def test_results_are_kept_in_few_files(copy: pytest.Pytester) -> None:
    run(copy, "--imena")
    kept = [one for one in (copy.path / ".cache" / "results").rglob("*") if one.is_file()]
    assert len(kept) == 1
