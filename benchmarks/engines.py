"""Which engine finds many literal phrases fastest? One scan of the same text by each.

usage: python benchmarks/engines.py [--megabytes N] [--repeat N] [--json FILE]

The text is made here (no corpus is needed): prose over a vocabulary of drawn words among which
trigger words and place names are strewn. Engines that are not installed are skipped and named.
Every engine must find as many hits as the first. Figures are medians in MB/s of UTF-8.
"""

import argparse
import importlib
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from about import write

from newsfacts.text import PhraseMatcher

Find = Callable[[str], int]


def words(count: int, seed: int, *, capital: bool = False) -> list[str]:
    draw = random.Random(seed)
    made: set[str] = set()
    while len(made) < count:
        word = "".join(
            draw.choice("bcdfglmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(2, 4))
        )
        made.add(word.capitalize() if capital else word)
    return sorted(made)


def prose(megabytes: float, phrases: list[str], seed: int) -> str:
    draw = random.Random(seed)
    plain = words(5_000, seed + 1)
    out: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        word = draw.choice(phrases) if draw.random() < 0.03 else draw.choice(plain)
        out.append(word)
        size += len(word) + 1
    return " ".join(out)


def boundary(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (
        end < len(text) and text[end].isalnum()
    )


def engines(phrases: list[str]) -> dict[str, Find | None]:
    found: dict[str, Find | None] = {}
    matcher = PhraseMatcher({phrase: phrase for phrase in phrases}, ignore_case=False)
    found["newsfacts.text.PhraseMatcher"] = lambda text: sum(1 for _ in matcher.all_hits(text))

    def ahocorasick_rs() -> Find:
        module = importlib.import_module("ahocorasick_rs")
        automaton = module.AhoCorasick(phrases)
        return lambda text: sum(
            boundary(text, start, end)
            for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        )

    def pyahocorasick() -> Find:
        module = importlib.import_module("ahocorasick")
        automaton = module.Automaton()
        for phrase in phrases:
            automaton.add_word(phrase, len(phrase))
        automaton.make_automaton()
        return lambda text: sum(
            boundary(text, end + 1 - size, end + 1) for end, size in automaton.iter(text)
        )

    def re2() -> Find:
        module = importlib.import_module("re2")
        options = module.Options()
        options.max_mem = 1 << 30
        pattern = module.compile(r"\b(?:" + "|".join(phrases) + r")\b", options)
        return lambda text: sum(1 for _ in pattern.finditer(text))

    def word_pass() -> Find:
        known = frozenset(phrases)
        pattern = re.compile(r"\w+")
        return lambda text: sum(match[0] in known for match in pattern.finditer(text))

    def alternation() -> Find:
        if len(phrases) > 1000:
            raise ImportError("too slow to wait for")
        pattern = re.compile(r"\b(?:" + "|".join(phrases) + r")\b")
        return lambda text: sum(1 for _ in pattern.finditer(text))

    for make in (ahocorasick_rs, pyahocorasick, re2, word_pass, alternation):
        try:
            found[make.__name__] = make()
        except ImportError as error:
            print(f"skipped {make.__name__}: {error}", file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    for count in (329, 32_000):
        phrases = words(count, 7, capital=True)
        text = prose(options.megabytes, phrases, 11)
        articles = [text[at : at + 3_000] for at in range(0, len(text), 3_000)]
        megabytes = len(text.encode()) / 1e6
        print(f"{count} phrases, {megabytes:.1f} MB in articles of 3 KB")
        made = {name: find for name, find in engines(phrases).items() if find}
        seconds: dict[str, list[float]] = {name: [] for name in made}
        hits: dict[str, int] = {}
        for _ in range(options.repeat):  # in turn, so that the machine's mood is shared
            for name, find in made.items():
                started = time.perf_counter()
                hits[name] = sum(find(article) for article in articles)
                seconds[name].append(time.perf_counter() - started)
        first = next(iter(hits.values()))
        for name, taken in seconds.items():
            rate = megabytes / statistics.median(taken)
            figures.setdefault(name, {})[str(count)] = rate
            note = "" if hits[name] == first else f"  (found {hits[name]}, the first {first})"
            print(f"  {name:32} {rate:8.1f} MB/s{note}")
    if options.json:
        write(options.json, figures, megabytes=options.megabytes)


if __name__ == "__main__":
    main()
