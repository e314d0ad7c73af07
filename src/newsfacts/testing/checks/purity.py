"""An extractor is a pure function of article and context."""

import copy
import os
import pickle
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

from newsfacts import Article
from newsfacts.testing.checks._base import (
    CheckSkipped,
    Seen,
    Violation,
    check,
    drawn_articles,
    for_all,
    values_of,
)
from newsfacts.testing.strategies import sample
from newsfacts.testing.subject import ExtractorRaised, Subject


@check
def article_untouched(subject: Subject) -> None:
    """Extraction leaves article and config as they were."""

    def test(article: Article) -> None:
        before = copy.deepcopy(article)
        config = copy.deepcopy(dict(subject.config))
        subject.run(article)
        if article != before:
            raise Violation("the article is not changed", before, None, f"became {article!r}")
        if dict(subject.config) != config:
            raise Violation("the config is not changed", article)

    for_all(subject, test, drawn_articles(subject))


@check
def same_twice(subject: Subject) -> None:
    """The same article gives the same claims a second time."""
    seen = Seen()

    def test(article: Article) -> None:
        first, second = (values_of(subject.run(article, fresh=False)) for _ in range(2))
        seen.claims += len(first)
        if first != second:
            raise Violation(
                "the same article gives the same claims", article, None, _difference(first, second)
            )

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


@check
def no_memory_of_other_articles(subject: Subject) -> None:
    """What was read before changes nothing."""
    seen = Seen()

    def test(article: Article, other: Article) -> None:
        first, second = (values_of(subject.run(article, fresh=False)) for _ in range(2))
        seen.claims += len(first)
        if first != second:
            return  # the business of same_twice
        subject.run(other, fresh=False)
        again = values_of(subject.run(article, fresh=False))
        if first != again:
            raise Violation(
                "an article's claims do not depend on what was read before", article, None,
                f"after {other.text!r}: {_difference(first, again)}",
            )  # fmt: skip

    for_all(subject, test, drawn_articles(subject), drawn_articles(subject))
    seen.some(subject)


def _difference(first: list[Any], second: list[Any]) -> str:
    gone = [item for item in first if item not in second]
    new = [item for item in second if item not in first]
    return f"lost {gone[:2]!r}, gained {new[:2]!r}"[:600]


@check
def order_of_companions_irrelevant(subject: Subject) -> None:
    """The order in which other plugins were loaded changes nothing."""
    others = subject.companions
    if len(others) < 2:
        raise CheckSkipped("fewer than two companions run before this extractor")
    seen = Seen()

    def test(article: Article) -> None:
        usual = values_of(subject.run(article))
        seen.claims += len(usual)
        # Independent companions may run in any order; only those that feed each other may not.
        for swapped in _other_orders(subject):
            if values_of(subject.run(article, swapped)) != usual:
                raise Violation("the order of other plugins changes nothing", article)

    for_all(subject, test, drawn_articles(subject), max_examples=max(5, subject.max_examples // 4))
    seen.some(subject)


def _other_orders(subject: Subject) -> Iterator[list[Any]]:
    order = list(subject.companions)
    for at in range(len(order) - 1):
        one, two = order[at].extractor, order[at + 1].extractor
        if not {*two.requires, *two.uses}.intersection(one.provides):
            yield [*order[:at], order[at + 1], order[at], *order[at + 2 :]]


# What a child process does: read pickled articles, print the claims as JSON.
_CHILD = """
import importlib.util, pickle, sys
path, name, file, payload = pickle.load(sys.stdin.buffer)
sys.path[:] = path
if name not in sys.modules:
    try:
        importlib.import_module(name)
    except ImportError:
        spec = importlib.util.spec_from_file_location(name, file)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
from newsfacts.testing.subject import claims_of_sample
sys.stdout.buffer.write(claims_of_sample(*pickle.loads(payload)).encode("utf-8"))
"""


@cache
def _sample(sentences: tuple[str, ...]) -> tuple[Article, ...]:
    return sample(also=sentences, size=30)


@lru_cache(maxsize=8)
def _in_process(given: bytes, environment: tuple[tuple[str, str], ...]) -> str:
    """Run the extractor, alone, in a process of its own and give its claims as JSON."""
    done = subprocess.run(  # noqa: S603 - this interpreter, on our own program
        [sys.executable, "-c", _CHILD],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **dict(environment)},
    )
    if done.returncode:
        raise CheckSkipped(
            f"the extractor could not be run in another process: {done.stderr.decode()[-400:]}"
        )
    return done.stdout.decode("utf-8")


def _compare_processes(subject: Subject, rule: str, **environment: str) -> None:
    """Hold that a process of another environment gives what a usual one gives."""
    try:
        payload = pickle.dumps(
            (subject.extractor, dict(subject.config), list(_sample(subject.sentences)))
        )
    except Exception as error:
        raise CheckSkipped(f"the extractor cannot be sent to another process: {error}") from None
    name = type(subject.extractor).__module__
    file = getattr(sys.modules.get(name), "__file__", None)
    given = pickle.dumps((sys.path, name, file, payload))
    usual = (("LC_ALL", "C.UTF-8"), ("PYTHONHASHSEED", "0"), ("TZ", "UTC"))
    here = _in_process(given, usual)
    there = _in_process(given, (*usual, *sorted(environment.items())))
    if there != here:
        at = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), 0)
        raise Violation(
            rule,
            detail=f"with {environment}: ...{there[max(0, at - 80) : at + 120]!r}... instead of"
            f" ...{here[max(0, at - 80) : at + 120]!r}...",
        )
    if here.count("[[") <= 1:
        raise CheckSkipped(
            f"{subject.name!r} alone found nothing in any drawn article; give sentences=[...]"
        )


@check
def same_under_another_hash_seed(subject: Subject) -> None:
    """Another process with another hash seed finds the same: no order of a set shows."""
    for seed in ("1", "2"):
        _compare_processes(subject, "hash seeds change nothing", PYTHONHASHSEED=seed)


@check
def same_in_another_time_zone(subject: Subject) -> None:
    """Another time zone changes nothing."""
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        _compare_processes(subject, "time zones change nothing", TZ=zone)


@check
def same_in_another_locale(subject: Subject) -> None:
    """Another locale changes nothing."""
    for locale in ("C", "tr_TR.UTF-8"):
        _compare_processes(subject, "locales change nothing", LC_ALL=locale, LANG=locale)


@check
def independent_of_clock(subject: Subject) -> None:
    """The day on which an article is read changes nothing."""
    try:
        import time_machine
    except ImportError:
        raise CheckSkipped("time-machine is not installed (extra: testing)") from None
    seen = Seen()

    def test(article: Article) -> None:
        found = []
        for moment in ("2001-01-31T23:59:59Z", "2032-02-29T12:00:00Z"):
            with time_machine.travel(moment, tick=False):
                found.append(values_of(subject.run(article)))
        seen.claims += len(found[0])
        if found[0] != found[1]:
            raise Violation(
                "the clock of the machine is never read", article, None, _difference(*found)
            )

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


class _Watch(threading.local):
    """Audit events of this thread while armed; an audit hook cannot be taken out again."""

    armed = False

    def __init__(self) -> None:
        self.events: list[str] = []


_watch = _Watch()
_WATCHED = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "urllib.", "ftplib.",
            "http.", "open", "exec", "compile", "os.remove", "os.rename", "os.mkdir", "shutil.",
            "sqlite3.")  # fmt: skip


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watch.armed and event.startswith(_WATCHED):
        _watch.events.append(f"{event} {arguments!r}"[:200])


@cache
def _install_hook() -> None:
    sys.addaudithook(_hook)


@contextmanager
def _watched() -> Iterator[list[str]]:
    _install_hook()
    events: list[str] = []
    _watch.events = events
    _watch.armed = True
    try:
        yield events
    finally:
        _watch.armed = False


def _forbid(subject: Subject, rule: str, *prefixes: str) -> None:
    articles = _sample(subject.sentences)
    for article in articles:  # the warm-up: tables may be loaded and patterns compiled
        try:
            subject.run(article)
        except ExtractorRaised:
            continue
    for article in articles:
        with _watched() as events:
            try:
                subject.run(article)
            except ExtractorRaised:
                continue
        if broken := [event for event in events if event.startswith(prefixes)]:
            raise Violation(rule, article, None, broken[0])


@check
def independent_of_network(subject: Subject) -> None:
    """No socket is opened and no process started."""
    _forbid(
        subject, "no network, no other process",
        "socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "urllib.", "http.", "ftplib.",
    )  # fmt: skip


@check
def independent_of_files(subject: Subject) -> None:
    """After a warm-up no file is opened, written or moved."""
    _forbid(
        subject, "no file is touched once tables are loaded",
        "open", "os.remove", "os.rename", "os.mkdir", "shutil.", "sqlite3.",
    )  # fmt: skip


@check
def nothing_is_executed(subject: Subject) -> None:
    """Nothing from an article is compiled or executed."""
    _forbid(subject, "nothing from an article is evaluated", "exec", "compile")


@check
def independent_of_environment(subject: Subject) -> None:
    """Environment variables are not read, and the global random generator is not used."""
    environ_type = type(os.environ)
    usual = environ_type.__getitem__
    read: list[str] = []

    def watched(self: Any, key: Any) -> Any:
        read.append(str(key))
        return usual(self, key)

    articles = _sample(subject.sentences)
    for article in articles:
        try:
            subject.run(article)
        except ExtractorRaised:
            continue
    for article in articles:
        state = random.getstate()
        read.clear()
        environ_type.__getitem__ = watched  # type: ignore[method-assign]
        try:
            subject.run(article)
        except ExtractorRaised:
            continue
        finally:
            environ_type.__getitem__ = usual  # type: ignore[method-assign]
        if read:
            raise Violation("no environment variable is read", article, None, f"read {read[0]!r}")
        if random.getstate() != state:
            raise Violation("the global random generator is not used", article)
