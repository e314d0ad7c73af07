"""No pattern of the core or a plugin takes more than its text's length in time.

Patterns are collected by watching the project compile them, so a new one is covered as it comes;
the texts that may trouble a pattern are made from the pattern. Times are compared with one another
only: four times the text must not take much more than four times as long.
"""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from attacks import attacks, parsed, possessive_groups, sample, text_of  # noqa: E402

SIZES = (12, 500, 8_000)
"""Lengths of the shorter text: what is worse than quadratic shows, and ends, at the small ones."""

FACTOR = 4
STEEP = 8.0
"""Times that four times the text may take: 4 is linear, 16 is quadratic."""

PATIENCE_SECONDS = 5.0
ENOUGH_SECONDS = 0.1
NOISE_SECONDS = 1e-3
"""What takes less for the longer text is not looked at: there is nothing to compare."""


@cache
def collected() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(HERE / "collect.py")], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


Try = Callable[[str], object]


def use_of(engine: str, pattern: str, flags: int, used: list[str]) -> Try:
    """Give how a pattern is to be tried: searched for, or only matched where it is only matched."""
    compiled: Any = (re if engine == "re" else regex).compile(pattern, flags)
    if used in (["match"], ["fullmatch"]):
        return getattr(compiled, used[0])  # type: ignore[no-any-return]
    if used == ["fullmatch", "match"]:
        return lambda text: (compiled.match(text), compiled.fullmatch(text))
    return lambda text: sum(1 for _ in compiled.finditer(text))


class TooSlowError(Exception):
    pass


def _too_slow(*_: object) -> None:
    raise TooSlowError


def seconds(run: Try, text: str, times: int) -> float:
    """Give the best of some times; raise `TooSlowError` where the system can and it never ends."""
    best = float("inf")
    if hasattr(signal, "setitimer"):
        before = signal.signal(signal.SIGALRM, _too_slow)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
    try:
        for _ in range(times):
            started = time.thread_time()  # of the processor: others are at work too
            run(text)
            best = min(best, time.thread_time() - started)
            if best > ENOUGH_SECONDS:
                break
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    return best


def steepness(run: Try, attack: tuple[str, str, str]) -> float:
    """Give how many times longer four times the text takes; 0 if it is too short to tell."""
    for size in SIZES:
        try:
            if (ratio := _steepness(run, attack, size)) >= STEEP:
                return ratio
        except TooSlowError:
            return float("inf")
    return 0.0


def _steepness(run: Try, attack: tuple[str, str, str], size: int) -> float:
    short, long = text_of(attack, size), text_of(attack, size * FACTOR)
    ratio = 0.0
    for times in (1, 3, 9):
        taken = seconds(run, long, times)
        if taken < NOISE_SECONDS:
            return 0.0
        ratio = taken / seconds(run, short, times) * len(short) * FACTOR / len(long)
        if ratio < STEEP:
            return ratio
    return ratio


def steep(engine: str, pattern: str, flags: int, used: list[str]) -> Iterator[str]:
    run = use_of(engine, pattern, flags, used)
    for attack in attacks(pattern, flags):
        ratio = steepness(run, attack)
        if ratio >= STEEP:
            yield f"{ratio:.0f} times as long for {FACTOR} times {attack!r}"
            return


def test_every_call_site_is_known() -> None:
    """No pattern is compiled in a place that the collection does not see."""
    assert collected()["unknown"] == []
    assert len(collected()["patterns"]) > 100


def test_no_group_is_repeated_possessively() -> None:
    """Before Python 3.11.5 `re` reads `(?:ab?c)*+` wrongly (gh-106052), not `(?>(?:ab?c)*)`.

    Debian 12 has 3.11.2. The engine `regex` is right about both.
    """
    found = [
        each["pattern"]
        for each in collected()["patterns"]
        if each["engine"] == "re" and possessive_groups(parsed(each["pattern"], each["flags"]))
    ]
    assert not found, "write (?>(?:...)*) for (?:...)*+ in:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (r"(?:ab?c)*+", 1), (r"x(?>(?:ab?c)*)", 0), (r"\w++[a-z]{2,}+", 0),
        (r"(a|(?:,\d{3})++)?(?=(?:b)?+)", 1), (r"(?!(?:b|cd)++)", 1),
    ],
)  # fmt: skip
def test_possessive_groups_are_counted(pattern: str, count: int) -> None:
    """A repeat of one character or class is none of a group, wherever it stands."""
    assert possessive_groups(parsed(pattern, 0)) == count


def test_every_pattern_is_linear() -> None:
    """Neither its own repeats nor almost-matches nor anything general makes a pattern slow."""
    found = {
        each["pattern"]: problem
        for each in collected()["patterns"]
        for problem in steep(each["engine"], each["pattern"], each["flags"], each["used"])
    }
    assert not found, "\n".join(f"{pattern}\n    {problem}" for pattern, problem in found.items())


@pytest.mark.parametrize(
    ("pattern", "used"),
    [
        (r"(?:a|aa)+$", ["search"]),
        (r"\w+:", ["search"]),
        (r"\s+$", ["sub"]),
        (r"(\d+,?)+;", ["match"]),
        (r"“[^”]*”", ["finditer"]),
        (r"[A-Z]\w+(?: [A-Z]\w+)* said", ["finditer"]),
    ],
)
def test_a_steep_pattern_is_found(pattern: str, used: list[str]) -> None:
    """What is known to be slow is said to be slow: the attacks are worth something."""
    assert list(steep("re", pattern, 0, used))


@pytest.mark.parametrize("pattern", [r"\w++", r"\d{1,4}(?:,\d{3})*+", r"“[^“”]{0,200}”"])
def test_a_linear_pattern_is_not(pattern: str) -> None:
    """Possessive and bounded repeats pass."""
    assert not list(steep("re", pattern, 0, ["finditer"]))


def test_samples_match_what_they_are_made_from() -> None:
    """For most patterns the sample is a match, so that what is made of it comes near one."""
    hits = [
        use_of(each["engine"], each["pattern"], each["flags"], ["finditer"])(
            sample(parsed(each["pattern"], each["flags"]))
        )
        for each in collected()["patterns"]
    ]
    assert sum(map(bool, hits)) > 0.7 * len(hits)
