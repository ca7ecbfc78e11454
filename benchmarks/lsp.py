"""The language server through its protocol: latency of a keystroke, start, random edits, memory.

    python benchmarks/lsp.py DATA                      latency and start
    python benchmarks/lsp.py DATA --edits 10000        random edits against fresh checks

DATA holds ``news_factrueval.jsonl``. Latency is the time from the ``didChange`` of a version to
the ``publishDiagnostics`` of the same version, both seen by the client; every keystroke waits for
its diagnostics and for a pause like that of a typist. The article has 10,000 words, the dictionary
10,000 people beside the shipped ones.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests" / "lsp")]

from editing import SCRAPS, Editor  # noqa: E402
from fresh import SUFFIXES, Fresh  # noqa: E402
from wire import Wire  # noqa: E402

from imena.lexicon.load import load_lexicon  # noqa: E402
from imena.text.tokens import tokenize  # noqa: E402
from speed import people  # noqa: E402

LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--keys", type=int, default=400)
    parser.add_argument("--languages", default="plaintext,markdown,html")
    parser.add_argument("--edits", type=int, default=0, help="random edits instead")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as home:
        work = Path(home)
        text = article(args.data / "news_factrueval.jsonl", args.words)
        if args.edits:
            return edits(work, text, args.edits, args.seed)
        dictionary = work / "people.toml"
        dictionary.write_text("".join(people(args.entries)), "utf-8")
        (work / "imena.toml").write_text('dictionaries = ["people.toml"]\n', "utf-8")
        os.environ["IMENA_CACHE_DIR"] = str(work / "cache")
        load_lexicon([dictionary.resolve()])  # compiled once, as after installing
        measured(work, text, args.keys, args.seed, args.languages.split(","))
    return 0


def article(corpus: Path, words: int) -> str:
    """News one after another until there are ``words`` of them."""
    texts: list[str] = []
    count = 0
    for line in corpus.open(encoding="utf-8"):
        texts.append(json.loads(line)["text"])
        count += len(tokenize(texts[-1]))
        if count >= words:
            break
    return "\n\n".join(texts)


def measured(work: Path, text: str, keys: int, seed: int, languages: list[str]) -> None:
    words = len(tokenize(text))
    warm = Wire(work, work / "cache")
    warm.start()
    warm.open((work / "warm.txt").as_uri(), text)
    warm.diagnostics((work / "warm.txt").as_uri(), 1)
    warm.leave()
    starts, works = zip(*(started(work, text) for _ in range(5)), strict=True)
    load = "/".join(f"{one:.0f}" for one in os.getloadavg())
    print(f"load of the machine {load}, {os.cpu_count()} processors")
    print(f"start to first diagnostics, {words} words: {shown(starts)} s; work {shown(works)} s")
    for language in languages:
        wire = Wire(work, work / "cache")
        wire.start()
        uri = (work / f"article{SUFFIXES[language]}").as_uri()
        editor = Editor("utf-16", as_html(text) if language == "html" else text)
        wire.open(uri, editor.text, language)
        wire.diagnostics(uri, 1)
        before = memory(wire)
        runs = [keystroke(wire, uri, editor, change) for change in typing(editor, keys, seed)]
        after = memory(wire)
        spans, works = [span for span, _ in runs], [work for _, work in runs]
        print(
            f"keystroke to diagnostics, {language}: "
            f"p50 {cent(spans, 50):.1f} ms, p95 {cent(spans, 95):.1f} ms, "
            f"p99 {cent(spans, 99):.1f} ms, most {max(spans) * 1000:.1f} ms "
            f"({len(spans)} keys); work of the server: p50 {cent(works, 50):.1f} ms, "
            f"p95 {cent(works, 95):.1f} ms, p99 {cent(works, 99):.1f} ms; "
            f"memory {before:.0f} → {after:.0f} MB"
        )
        wire.leave()


def as_html(text: str) -> str:
    return "<p>" + text.replace("\n\n", "</p>\n<p>") + "</p>\n"


def started(work: Path, text: str) -> tuple[float, float]:
    """Seconds from starting the process to the first diagnostics, and of the processor."""
    began = time.perf_counter()
    wire = Wire(work, work / "cache")
    wire.start()
    uri = (work / "first.txt").as_uri()
    wire.open(uri, text)
    wire.diagnostics(uri, 1)
    took = time.perf_counter() - began, work_of(wire)
    wire.leave()
    return took


def typing(editor: Editor, keys: int, seed: int) -> Iterator[tuple[int, int, str]]:
    """Keys as people press them: words and names letter by letter at places all over the text,
    some letters taken back."""
    rng = random.Random(seed)
    while keys > 0:
        at = editor.text.find(" ", rng.randrange(len(editor.text))) + 1
        word = rng.choice(SCRAPS[:30]) if rng.random() < 0.4 else "".join(
            rng.choices(LETTERS, k=rng.randint(3, 9))
        )  # fmt: skip
        for letter in f"{word} ":
            keys -= 1
            yield at, at, letter
            at += 1
            if rng.random() < 0.08:
                keys -= 1
                yield at - 1, at, ""
                at -= 1


def keystroke(
    wire: Wire, uri: str, editor: Editor, change: tuple[int, int, str]
) -> tuple[float, float]:
    """Seconds from the change to its diagnostics, and seconds of the processor for it: on a
    machine that others use too the first says more of them."""
    editor.version += 1
    made = editor.replace(*change)
    before, began = work_of(wire), time.perf_counter()
    wire.change(uri, editor.version, [made])
    wire.diagnostics(uri, editor.version)
    took, work = time.perf_counter() - began, work_of(wire) - before
    wire.kept.clear()
    time.sleep(0.03)
    return took, work


def work_of(wire: Wire) -> float:
    """Seconds that all threads of the server have run."""
    tasks = Path(f"/proc/{wire.process.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e9


def memory(wire: Wire) -> float:
    """Megabytes that the server holds."""
    status = Path(f"/proc/{wire.process.pid}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def cent(spans: list[float], which: int) -> float:
    return statistics.quantiles(spans, n=100)[which - 1] * 1000


def shown(spans: Sequence[float]) -> str:
    return f"median {statistics.median(spans):.2f}, most {max(spans):.2f}"


def edits(work: Path, text: str, count: int, seed: int) -> int:
    """Random edits of three texts in turn; each version is compared with a fresh check."""
    rng = random.Random(seed)
    fresh = Fresh([])
    begun = [text[at : at + 1500] for at in (0, 4000, 9000)]
    differences = findings = done = 0
    sizes = []
    wire = Wire(work, work / "cache")
    wire.start("utf-16")
    editors = {}
    for language, one in zip(("plaintext", "markdown", "html"), begun, strict=True):
        editors[language] = Editor("utf-16", one)
        wire.open(f"untitled:{language}", one, language)
    while done < count:
        language = rng.choice(list(editors))
        editor, uri = editors[language], f"untitled:{language}"
        if len(editor.text) > 3000:
            editor.version += 1
            wire.change(uri, editor.version, [editor.replace(1500, len(editor.text), "")])
        changes = editor.random(rng)
        done += len(changes)
        wire.change(uri, editor.version, changes)
        found = wire.diagnostics(uri, editor.version)
        wire.kept.clear()
        same = wire.request("imena/text", {"uri": uri}) == editor.text
        right = fresh.diagnostics(editor, language)
        findings += len(right)
        if not same or found != right:
            differences += 1
            print(f"version {editor.version} of {language} differs", found, right, sep="\n")
        if done // 1000 > len(sizes):
            sizes.append(memory(wire))
    print(f"{done} edits, {findings} findings compared, {differences} versions differ")
    print("memory after each 1000 edits, MB: " + ", ".join(f"{size:.0f}" for size in sizes))
    print(f"exit code {wire.leave()}")
    return int(differences > 0)


if __name__ == "__main__":
    sys.exit(main())
