"""imena beside its peers in one run: start, throughput, memory, growth, hostile texts.

    python benchmarks/speed.py DATA [--most 1000000] [--megabytes 8] [--write]

DATA holds ``news_factrueval.jsonl``. hunspell (with hunspell-ru), aspell (with aspell-ru),
codespell and typos take part when they are installed. Every number is a median of runs in turn on
the same machine, so that only the ratios mean anything. ``--write`` puts the tables into
``docs/benchmarks.md`` and the plot into ``docs/pictures/speed.svg`` (extra ``bench``).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from corpus import Corpus
from runs import Run, Tool, imena, in_turn, in_turn_on, median, peers

ROUNDS, FEW = 11, 3


class Table(NamedTuple):
    """One measurement: ``rows`` under ``head``, and the numbers that stand for it in the plot."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    plot: dict[str, float]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--most", type=int, default=1_000_000, help="entries to grow to")
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--only", default="", help="start,throughput,text,dictionary,hostile")
    parser.add_argument("--write", action="store_true", help="docs/benchmarks.md and its plot")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("IMENA_CACHE_DIR", f"{home}/cache")
        bench = Bench(Path(home), args)
        tables = []
        for part in (bench.start, bench.throughput, bench.text, bench.dictionary, bench.hostile):
            if part.__name__ in (args.only or part.__name__).split(","):
                tables.append(part())
                show(tables[-1])
    if args.write:
        from speed_page import write

        write(tables, Path(__file__).parents[1] / "docs")
    return 0


def show(table: Table) -> None:
    print(f"\n{table.title}\n{table.note}")
    for row in (table.head, *table.rows):
        print("  " + row[0].ljust(34) + "".join(cell.rjust(14) for cell in row[1:]), flush=True)


class Bench:
    """Everything measured on texts made of one corpus."""

    def __init__(self, home: Path, args: argparse.Namespace) -> None:
        self.home, self.args = home, args
        self.corpus = Corpus(args.data)
        self.people = self.dictionary_of(args.entries)

    def dictionary_of(self, count: int) -> Path:
        path = self.home / f"people{count}.toml"
        if not path.exists():
            with path.open("w", encoding="utf-8") as file:
                file.writelines(people(count))
        return path

    def texts(self, name: str, megabytes: float) -> tuple[Path, Path, float]:
        """New text as a directory of articles and as one file, and its size in megabytes."""
        articles = list(self.corpus.articles(int(megabytes * 1e6)))
        home = self.home / name
        home.mkdir()
        for number, text in enumerate(articles):
            (home / f"{number:05}.txt").write_text(text, "utf-8")
        whole = self.home / f"{name}.txt"
        whole.write_text("\n".join(articles), "utf-8")
        return home, whole, whole.stat().st_size / 1e6

    def start(self) -> Table:
        """One article."""
        article = self.home / "article.txt"
        article.write_text(max(self.corpus.texts, key=len)[:4000], "utf-8")
        ours = [
            imena("imena, unchanged file", self.people),
            imena("imena, new file", self.people, fresh=True),
        ]
        nothing = Tool("python -c pass", (sys.executable, "-c", "pass"))
        seen = in_turn([nothing, *ours, *peers()], article, ROUNDS)
        base = seen["imena, unchanged file"]
        rows = [
            (name, f"{r.wall * 1e3:.0f}", f"{r.cpu * 1e3:.0f}", f"{base.wall / r.wall:.2f}",
             f"{base.cpu / r.cpu:.2f}", f"{r.memory:.0f}")
            for name, r in seen.items()
        ]  # fmt: skip
        return Table(
            "One article",
            "4,000 characters; an unchanged file with imena as a multiple of each",
            ("", "wall, ms", "CPU, ms", "× wall", "× CPU", "memory, MB"),
            rows,
            {name: run.cpu * 1e3 for name, run in seen.items()},
        )

    def throughput(self) -> Table:
        """Text that nobody has seen before, start-up and all."""
        home, whole, size = self.texts("corpus", self.args.megabytes)
        ours = [
            imena("imena, cold", self.people, "-j1", fresh=True),
            imena("imena, cold, one file", self.people, "-j1", fresh=True),
            imena("imena, cold, -j2", self.people, "-j2", fresh=True),
            imena("imena, unchanged files", self.people, "-j1"),
        ]
        paths = {tool.name: home for tool in (*ours, *peers())}
        paths |= {"imena, cold, one file": whole, "hunspell": whole, "aspell": whole}
        seen = in_turn_on([*ours, *peers()], paths, FEW)
        base = seen["imena, cold"]
        rows = [
            (name, f"{size / r.cpu:.2f}", f"{r.cpu / base.cpu:.2f}", f"{base.wall / r.wall:.2f}",
             f"{r.memory:.0f}")
            for name, r in seen.items()
        ]  # fmt: skip
        return Table(
            "New text",
            f"{size:.1f} MB; megabytes per second of CPU, start-up included; how many times as"
            " fast as each imena is by CPU, and how many times as fast as imena each is on the"
            " clock",
            ("", "MB per CPU s", "× by CPU", "× on the clock", "memory, MB"),
            rows,
            {name: size / run.cpu for name, run in seen.items()},
        )

    def text(self) -> Table:
        """How the cost grows with the length of one text."""
        seen = []
        for megabytes in (1, 2, 4, 8):
            _, whole, size = self.texts(f"text{megabytes}", megabytes)
            seen.append((size, self._cold(self.people, whole)))
        rows = [(f"{s:.1f} MB", f"{r.cpu:.2f}", f"{r.memory:.0f}") for s, r in seen]
        rows.append(("exponent", f"{exponent([(s, r.cpu) for s, r in seen]):.2f}", ""))
        plot = {f"{size:.1f}": run.cpu for size, run in seen}
        head = ("", "CPU, s", "memory, MB")
        return Table("One text of growing length", "Start-up included.", head, rows, plot)

    def dictionary(self) -> Table:
        """How the cost grows with the number of names."""
        home, _, size = self.texts("grown", 1)
        rows, seen, count = [], [], 1000
        while count <= self.args.most:
            people = self.dictionary_of(count)
            built = imena("", people, "--no-default-dictionaries", "-j1", fresh=True).on(home)
            done = self._cold(people, home, "--no-default-dictionaries")
            seen.append((count, done))
            rows.append(
                (f"{count:,} people", f"{done.cpu:.2f}", f"{done.memory:.0f}", f"{built.cpu:.0f}",
                 f"{built.memory:.0f}")
            )  # fmt: skip
            count *= 10
        grown = exponent([(float(count), run.cpu) for count, run in seen])
        rows.append(("exponent", f"{grown:.3f}", "", "", ""))
        return Table(
            "A growing dictionary",
            f"{size:.1f} MB of news; the first run, which compiles the dictionary, apart",
            ("", "CPU, s", "memory, MB", "compiled in, s", "memory, MB"),
            rows,
            {str(count): run.cpu for count, run in seen},
        )

    def hostile(self) -> Table:
        """Texts made to be slow, per byte, as a multiple of normal prose."""
        normal = "\n".join(self.corpus.articles(4_000_000))
        rows, base, plot = [], 0.0, {}
        for name, text in hostile_texts(normal):
            file = self.home / "hostile.txt"
            file.write_text(text, "utf-8")
            size = len(text.encode()) / 1e6
            run = self._cold(self.people, file, rounds=1)
            rate = run.cpu / size
            base = base or rate
            plot[name] = rate / base
            rows.append(
                (name, f"{size:.1f}", f"{run.cpu:.2f}", f"{rate / base:.2f}", f"{run.memory:.0f}")
            )
        head = ("", "MB", "CPU, s", "× normal", "memory, MB")
        return Table("Hostile texts", "Seconds per byte beside normal prose.", head, rows, plot)

    def _cold(self, people: Path, path: Path, *more: str, rounds: int = FEW) -> Run:
        tool = imena("", people, "-j1", "--statistics", *more, fresh=True)
        tool.on(path)
        return median(tool.on(path) for _ in range(rounds))


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """How the second number grows with the first: the slope between the ends, in logarithms."""
    (low, first), (high, last) = points[0], points[-1]
    return log(last / first) / log(high / low) if high > low else 0.0


def hostile_texts(normal: str) -> Iterator[tuple[str, str]]:
    words = "Иван Балаковв сказал. "
    yield "normal prose", normal
    yield "one line of 50 MB", (normal.replace("\n", " ") * 13)[: 50_000_000 * 11 // 20]
    yield "capitals", normal.upper()
    yield "a million capitalised words", " ".join(f"Слово{n % 977}" for n in range(1_000_000))
    yield "100,000 near misses", words * 100_000
    yield "nested quotes", "«" * 200_000 + normal[:500_000] + "»" * 200_000
    yield "names only", "Иван Балаков " * 120_000
    yield "hyphens", "а-" * 700_000
    yield (
        "unknown names",
        " ".join(f"Кырт{'абвгд'[n % 5]}{'еиоуя'[n // 5 % 5]}нов" for n in range(150_000)),
    )


def people(count: int, seed: int = 1) -> Iterator[str]:
    """A dictionary of ``count`` people with made-up but possible Russian names."""
    rng = random.Random(seed)
    heads = (
        "Бал Вер Гор Дан Ерм Жар Зел Кал Лаз Мур Нар Орл Пет Рыб Сав Тим Уст Фад Хал Чер Шав"
    ).split()
    middles = "а о и у е ан ор ин ел ал ов ар им он".split()
    tails = "ков лев нов ров сов тов дин мин кин гин шин".split()
    given = "Иван Пётр Сергей Дмитрий Олег Антон Егор Роман Тимур Руслан Максим Ильяс".split()
    made: set[tuple[str, str]] = set()
    while len(made) < count:
        surname = rng.choice(heads) + "".join(rng.choices(middles, k=rng.randint(0, 2)))
        surname += rng.choice("бвгджзклмнпрст") + rng.choice(middles) + rng.choice(tails)
        name = rng.choice(given)
        if (name, surname) not in made:
            yield (
                f'[[person]]\nid = "p{len(made)}"\ngiven = "{name}"\nsurname = "{surname}"\n'
                'gender = "m"\n\n'
            )
            made.add((name, surname))


if __name__ == "__main__":
    sys.exit(main())
