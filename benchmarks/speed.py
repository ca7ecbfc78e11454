"""imena beside its peers in one run: start-up, throughput, growth, hostile texts.

    python benchmarks/speed.py DATA [--entries 10000] [--growth] [--hostile]

DATA holds ``news_factrueval.jsonl``. Peers (hunspell with hunspell-ru, codespell, typos) take part
when they are installed. Times are medians of runs one after another on the same machine, so that
only their ratios mean anything.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 11


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--growth", action="store_true", help="1k to 100k (or --entries) entries")
    parser.add_argument("--hostile", action="store_true")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as home:
        os.environ["IMENA_CACHE_DIR"] = f"{home}/cache"
        work = Path(home)
        texts = [json.loads(line)["text"] for line in (args.data / NEWS).open(encoding="utf-8")]
        dictionary = work / "people.toml"
        dictionary.write_text(people(args.entries), "utf-8")
        if args.growth:
            growth(work, texts, args.entries)
        elif args.hostile:
            hostile(work, dictionary, texts)
        else:
            start(work, dictionary, texts)
            throughput(work, dictionary, texts)
    return 0


NEWS = "news_factrueval.jsonl"


def people(count: int, seed: int = 1) -> str:
    """A dictionary of ``count`` people with made-up but possible Russian names."""
    rng = random.Random(seed)
    heads = (
        "Бал Вер Гор Дан Ерм Жар Зел Кал Лаз Мур Нар Орл Пет Рыб Сав Тим Уст Фад Хал Чер Шав"
    ).split()
    middles = "а о и у е ан ор ин ел ал ов ар им он".split()
    tails = "ков лев нов ров сов тов дин мин кин гин шин".split()
    given = "Иван Пётр Сергей Дмитрий Олег Антон Егор Роман Тимур Руслан Максим Ильяс".split()
    made: dict[str, str] = {}
    while len(made) < count:
        surname = rng.choice(heads) + "".join(rng.choices(middles, k=rng.randint(0, 2)))
        surname += rng.choice("бвгджзклмнпрст") + rng.choice(middles) + rng.choice(tails)
        name = rng.choice(given)
        made[f"{name} {surname}"] = (
            f'[[person]]\nid = "p{len(made)}"\ngiven = "{name}"\nsurname = "{surname}"\n'
            'gender = "m"\n'
        )
    return "\n".join(made.values())


def timed(command: Sequence[str], cwd: Path, stdin: Path | None = None) -> tuple[float, float]:
    """Wall and CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source:  # noqa: PTH123 - devnull is no path
        subprocess.run(
            command, cwd=cwd, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            check=False,
        )  # fmt: skip
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(command: Sequence[str], cwd: Path, stdin: Path | None = None, runs: int = RUNS) -> float:
    return statistics.median(timed(command, cwd, stdin)[0] for _ in range(runs))


def imena(dictionary: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "imena", "check", "--dictionary", str(dictionary), *more]


def start(work: Path, dictionary: Path, texts: list[str]) -> None:
    article = work / "article.txt"
    article.write_text(max(texts, key=len)[:4000], "utf-8")
    ours = imena(dictionary, str(article))
    timed(ours, work)
    rows = {
        "python -c pass": median([sys.executable, "-c", "pass"], work),
        "imena, warm": median(ours, work),
        "imena, --no-cache of results": 0.0,
    }
    if shutil.which("hunspell"):
        rows["hunspell -l"] = median(["hunspell", "-l", "-d", "ru_RU"], work, article)
    if shutil.which("codespell"):
        rows["codespell"] = median(["codespell", str(article)], work)
    if shutil.which("typos"):
        rows["typos"] = median(["typos", str(article)], work)
    print("One article, milliseconds, and imena as a multiple")
    for name, seconds in rows.items():
        if seconds:
            print(f"  {name:28}{seconds * 1000:8.1f}{rows['imena, warm'] / seconds:8.2f}")


def throughput(work: Path, dictionary: Path, texts: list[str]) -> None:
    """CPU seconds on texts that no cache has seen, start-up taken off."""
    corpus, empty = work / "corpus", work / "empty"
    size = _write(corpus, texts)
    _write(empty, ["x"])
    big = work / "all.txt"
    big.write_text("\n".join(texts), "utf-8")
    tools = {
        "imena": ([*imena(dictionary, "-j1", "--exit-zero"), str(corpus)], None),
        "imena -j2": ([*imena(dictionary, "-j2", "--exit-zero"), str(corpus)], None),
        "hunspell -l": (["hunspell", "-l", "-d", "ru_RU"], big),
        "codespell": (["codespell", str(corpus)], None),
        "typos": (["typos", str(corpus)], None),
    }
    print(f"{size / 1e6:.2f} MB of unique news: seconds of CPU, MB per CPU second, wall")
    for name, (command, stdin) in tools.items():
        if name.startswith("imena") or shutil.which(command[0]):
            shutil.rmtree(work / "cache" / "results", ignore_errors=True)
            runs = []
            for _ in range(5):
                shutil.rmtree(work / "cache" / "results", ignore_errors=True)
                runs.append(timed(command, work, stdin))
            wall, cpu = min(runs, key=lambda run: run[1])
            print(f"  {name:16}{cpu:8.3f}{size / 1e6 / cpu:10.2f}{wall:10.3f}")


def _write(home: Path, texts: list[str]) -> int:
    home.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (home / f"{number:05}.txt").write_text(text, "utf-8")
    return sum(len(text.encode()) for text in texts)


def growth(work: Path, texts: list[str], most: int) -> None:
    """Time for the same texts as the dictionary grows, the compiled lexicon warm."""
    import math

    size = _write(work / "corpus", texts)
    seen = []
    count = 1000
    while count <= most:
        dictionary = work / f"people{count}.toml"
        dictionary.write_text(people(count), "utf-8")
        code = (
            "import sys, time, resource; from pathlib import Path\n"
            "from imena.lexicon.load import load_lexicon; from imena.engine import Checker\n"
            "from imena.config import Settings; from imena.plugins import builtin, rules\n"
            "from imena.text.document import Document\n"
            "lexicon = load_lexicon([Path(sys.argv[1])], False)\n"
            "checker = Checker(lexicon, rules(builtin()), Settings())\n"
            "texts = [p.read_text('utf-8') for p in sorted(Path(sys.argv[2]).iterdir())]\n"
            "began = time.process_time()\n"
            "for text in texts: checker.check(Document.plain(text))\n"
            "print(time.process_time() - began, resource.getrusage(0).ru_maxrss / 1024)"
        )
        command = [sys.executable, "-c", code, str(dictionary), str(work / "corpus")]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        built = time.perf_counter() - began
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        cpu, memory = map(float, done.stdout.split())
        seen.append((count, cpu))
        print(
            f"  {count:9,} entries: {cpu:6.3f} s for {size / 1e6:.2f} MB, "
            f"{memory:5.0f} MB, built in {built:.1f} s"
        )
        count *= 10
    (low, first), (high, last) = seen[0], seen[-1]
    print(f"  exponent {math.log(last / first) / math.log(high / low):.3f}")


def hostile(work: Path, dictionary: Path, texts: list[str]) -> None:
    """Seconds per megabyte of hostile texts as a multiple of normal prose."""
    normal = ("\n".join(texts) * 8)[:2_000_000]
    cases = {
        "normal prose": normal,
        "one line": normal.replace("\n", " "),
        "capitals": normal.upper(),
        "capitalised words": " ".join(f"Слово{n % 977}" for n in range(150_000)),
        "near misses": "Иван Балаковв сказал. " * 80_000,
        "nested quotes": "«" * 200_000 + normal[:500_000] + "»" * 200_000,
        "names only": "Иван Балаков " * 120_000,
        "hyphens": "а-" * 700_000,
        "unknown names": " ".join(
            f"Кырт{'абвгд'[n % 5]}{'еиоуя'[n // 5 % 5]}нов" for n in range(150_000)
        ),
    }
    base = 0.0
    for name, text in cases.items():
        file = work / "hostile.txt"
        file.write_text(text, "utf-8")
        size = len(text.encode()) / 1e6
        command = [*imena(dictionary, "--no-cache", "--exit-zero", "--statistics"), str(file)]
        _, cpu = timed(command, work)
        rate = cpu / size
        base = base or rate
        print(f"  {name:20}{size:6.2f} MB {cpu:8.2f} s {rate / base:8.2f} x")


if __name__ == "__main__":
    sys.exit(main())
