"""Write RESULTS.md from the files of figures, the published figures of others, and the template.

usage: python benchmarks/report.py [--record] [--check] [--results DIR]

Every script of this folder writes its figures with --json; those in results/ (accuracy.json,
speed.json, parts.json, instructions.json, generated.json, engines.json, timex.json, spacy.json,
scaling.json, memory.json, false_alarms.json, persons.json) are what the page shows, each table with
the day, commit and machine of its file. A file that is not there leaves its table out, and the page
says so.

--record adds the main figures to results/history.json, one row a commit: a row of the same commit
is replaced. --check only says whether RESULTS.md is what would be written.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from about import RESULTS, ROOT

HERE = ROOT / "benchmarks"
PAGE = HERE / "RESULTS.md"
TEMPLATE = HERE / "RESULTS.template.md"
PUBLISHED = HERE / "published.toml"
HISTORY = "history.json"
_SLOT = re.compile(r"<!-- (table|figures): ([\w -]+?) -->")
_SKIPPED = frozenset({"task", "articles", "missing records"})

Row = Sequence[str]


def markdown(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def shown(value: Any, digits: int = 3) -> str:
    """Give a figure as it stands in a table: scores with three decimals, F1 with its parts."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return f"{value['f1']:.3f} ({value['p']:.3f} / {value['r']:.3f})"
    if isinstance(value, float):
        return f"{value:.{digits}f}"
    return str(value)


def significant(value: float) -> str:
    """Give a measured figure with three significant digits."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


class Figures:
    """The files of figures of a folder, and the published ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._published = tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))

    def has(self, name: str) -> bool:
        return (self.folder / f"{name}.json").is_file()

    def file(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.json").read_bytes())

    def of(self, name: str) -> Any:
        data = self.file(name)
        return data.get("figures", data) if isinstance(data, Mapping) else data

    def about(self, name: str) -> str:
        """Say when, on what and by which commit a file was written."""
        data = self.file(name)
        known = data.get("about") if isinstance(data, Mapping) else None
        if known is None:
            return f"({name}.json does not say when it was written.)"
        changed = " with changes" if known.get("changed") else ""
        parts = [
            f"{name}.json of {known['date']}, commit {known['commit']}{changed}",
            f"Python {known['python']}" if known.get("python") else "",
            f"{known['cores']} cores of {known['processor']}" if known.get("processor") else "",
            f"load {known['load']:.1f} at the end" if known.get("load") is not None else "",
        ]
        return f"({'; '.join(part for part in parts if part)}.)"

    def task(self, corpus: str, task: str) -> Mapping[str, Any]:
        """Give what the scorer said of a corpus; empty where it did not run."""
        found: Mapping[str, Any] = self.of("accuracy").get(corpus, {}).get(task, {})
        return found

    def beside(self, corpus: str, name: str, system: str | None = None) -> str:
        """Give what others reach: one system's value, or all with their names."""
        values: Mapping[str, str] = self._published.get(corpus, {}).get(name, {})
        if system is not None:
            return values.get(system, "")
        return "; ".join(f"{who} {value}" for who, value in values.items())


def hand_annotated(figures: Figures) -> str:
    seeds, news = figures.task("seeds", "news"), figures.task("news-dev", "news")
    rows = [
        [
            name, shown(seeds.get(name)), shown(value),
            figures.beside("news-dev", name, "spaCy baseline"),
            ", ".join(
                f"{who} {figures.beside('news-dev', name, who)}"
                for who in ("GDELT counts",)
                if figures.beside("news-dev", name, who)
            ),
        ]
        for name, value in news.items()
        if name not in _SKIPPED
    ]  # fmt: skip
    timex, check = figures.task("seeds", "timex"), figures.task("news-dev", "check")
    wrong = {name: number for name, number in check.items() if name not in _SKIPPED and number}
    after = (
        f"Seeds, TIMEX3: relaxed F1 {shown(timex['relaxed span']['f1'])}, value F1"
        f" {shown(timex['value F1'])}."
        if timex
        else ""
    )
    return (
        markdown(("figure", "seeds", "news-dev", "spaCy baseline, news-dev", "others"), rows)
        + f"\n\n{after} `score.py check` on news-dev: "
        + (
            ", ".join(f"{name} {number}" for name, number in wrong.items())
            or "no span that is not verbatim, no id twice, no reference to nothing, no failure"
        )
        + "."
    )


def sentence_sets(figures: Figures) -> str:
    rows: list[Row] = []
    for corpus, task in (
        ("phrases-casualties", "phrases"), ("phrases-meetings", "phrases"),
        ("phrases-datelines", "dateline"),
    ):  # fmt: skip
        for name, value in figures.task(corpus, task).items():
            if name in _SKIPPED or (task == "dateline" and name.endswith(" right")):
                continue
            label = name.removeprefix("phrases").strip(": ")
            rows.append((corpus, label, shown(value), figures.beside(corpus, name)))
    return markdown(("set", "figure", "ours", "beside"), rows)


def times(figures: Figures) -> str:
    rows = []
    for corpus in ("timex-timebank", "timex-aquaint", "timex-meantime"):
        found = figures.task(corpus, "timex")
        if found:
            rows.append(
                (
                    corpus, shown(found["relaxed span"]), shown(found["strict span"]["f1"]),
                    shown(found["type F1"]), shown(found["value F1"]),
                    figures.beside(corpus, "relaxed / value F1"),
                )
            )  # fmt: skip
    head = ("set", "relaxed F1", "strict F1", "type F1", "value F1", "beside: relaxed / value F1")
    return markdown(head, rows)


def datelines(figures: Figures) -> str:
    rows = []
    for corpus in ("reuters-dev", "muc4-dev", "dwie-dev"):
        found = figures.task(corpus, "dateline")
        names = ("place", "date", "agency", "none")
        beside = [figures.beside(corpus, f"dateline {name}") for name in ("place", "date")]
        rows.append(
            (
                corpus,
                *(shown(found.get(f"dateline {name}")) for name in names),
                "; ".join(
                    f"{what}: {text}"
                    for what, text in zip(("place", "day"), beside, strict=True)
                    if text
                ),
            )
        )
    head = ("set", "place right", "day right", "agency right", "no dateline, none found", "beside")
    return markdown(head, rows)


def tolls(figures: Figures) -> str:
    rows: list[Row] = []
    for corpus, task in (
        ("terror-dev", "tolls"), ("gva-dev", "tolls"), ("muc4-dev", "muc4"), ("dwie-dev", "roles"),
    ):  # fmt: skip
        for name, value in figures.task(corpus, task).items():
            if name not in _SKIPPED and name.strip() != "of":
                rows.append((corpus, name, shown(value), figures.beside(corpus, name)))
    return markdown(("set", "figure", "ours", "beside"), rows)


def false_alarms(figures: Figures) -> str:
    rows = [
        (corpus, group, *(str(counts[name]) for name in ("articles", "claims", "asserted")))
        for corpus, groups in figures.of("false_alarms").items()
        for group, counts in groups.items()
    ]
    return markdown(("corpus", "articles", "number", "casualty claims", "of these asserted"), rows)


def persons(figures: Figures) -> str:
    rows = [
        (corpus, *(significant(value) for value in counts.values()))
        for corpus, counts in figures.of("persons").items()
    ]
    names = next(iter(figures.of("persons").values()))
    return markdown(("corpus", *names), rows)


def generated(figures: Figures) -> str:
    rows = [
        (phrases, group, str(counts["stated"]), shown(counts["recall"]), shown(counts["precision"]))
        for phrases, groups in figures.of("generated").items()
        for group, counts in groups.items()
    ]
    return markdown(("phrases of", "facts", "stated", "recall", "precision"), rows)


def speed(figures: Figures) -> str:
    batches = figures.of("speed")["batches"]
    names = list(next(iter(batches.values()))["newsfacts"])
    rows: list[Row] = [
        (name, *(significant(batch["newsfacts"][name]) for batch in batches.values()))
        for name in names
    ]
    noise = [batch["peers"].get("ten patterns", {}) for batch in batches.values()]
    again = "last batch read again / read first"
    rows.append((again, *(significant(batch[again]) for batch in batches.values())))
    rows.append(
        (
            "spread of rounds of the ten patterns",
            *(significant(each["spread of rounds"]) if each else "" for each in noise),
        )
    )
    workers = [batch.get("workers") for batch in batches.values()]
    if known := next(filter(None, workers), None):
        rows.append(
            (
                f"{known['number']} workers, times one (wall)",
                *(significant(each["times one"]) if each else "" for each in workers),
            )
        )
    return markdown(("figure", *batches), rows)


def extractors(figures: Figures) -> str:
    batches = figures.of("speed")["batches"]
    key = "by extractor, ms"
    names = list(next(iter(batches.values()))[key])
    rows = [
        (name, *(significant(batch[key].get(name, 0.0)) for batch in batches.values()))
        for name in names
    ]
    return markdown(("part", *batches), rows)


def peers(figures: Figures) -> str:
    batches = figures.of("speed")["batches"]
    rows = []
    for batch, found in batches.items():
        for name, peer in found["peers"].items():
            low, high = (significant(value) for value in peer["least and most of a round"])
            rows.append(
                (
                    batch, name, significant(peer["articles a second"]),
                    significant(peer["ms an article"]),
                    significant(peer["newsfacts on these, ms"]),
                    f"{significant(peer[RATIO])} ({low} to {high})",
                    significant(1 / peer[RATIO]),
                    significant(peer["spread of rounds"]),
                    significant(peer["peak MB"]),
                )
            )  # fmt: skip
    head = (
        "batch", "peer", "articles a second", "ms an article", "newsfacts, ms",
        "its time by newsfacts'", "newsfacts' time by its", "spread of rounds", "peak MB",
    )  # fmt: skip
    installed = figures.file("speed")["about"].get("versions", {})
    named = ", ".join(f"{name} {number}" for name, number in installed.items())
    without = figures.of("speed")["skipped"]
    return (
        markdown(head, rows)
        + (f"\n\nVersions: {named}." if named else "")
        + "".join(f"\n\nWithout {name}: {reason}." for name, reason in without.items())
    )


RATIO = "its time / newsfacts' time"


def processes(figures: Figures) -> str:
    found = figures.of("speed").get("fresh processes", {})
    names = list(next(iter(found.values()), {}))
    rows = [
        (name, *(significant(value) for value in values.values())) for name, values in found.items()
    ]
    return markdown(("process", *names), rows)


def parts(figures: Figures) -> str:
    timed = figures.of("parts") if figures.has("parts") else {}
    counted = figures.of("instructions")["millions of instructions"]
    rows = []
    for name in dict.fromkeys((*counted, *timed)):
        times_of = timed.get(name)
        rows.append(
            (
                name,
                significant(times_of["ms an article"]) if times_of else "",
                f"{significant(times_of['least'])} to {significant(times_of['most'])}"
                if times_of
                else "",
                significant(counted[name]) if name in counted else "",
            )
        )
    head = ("part", "ms an article", "least and most", "millions of instructions an article")
    apart = figures.of("instructions").get("apart")
    after = (
        f"\n\nTwo counts lie {max(apart.values()):.4%} apart at most. " if apart else "\n\n"
    ) + "The first four rows are of the process, not of an article."
    return markdown(head, rows) + after


def engines(figures: Figures) -> str:
    rows = [
        (name, *(significant(rates[size]) if size in rates else "" for size in ("329", "32000")))
        for name, rates in figures.of("engines").items()
    ]
    return markdown(("engine", "329 phrases", "32,000 phrases"), rows)


def spacy(figures: Figures) -> str:
    rows = []
    for corpus, found in figures.of("spacy").items():
        for name, value in found["newsfacts"].items():
            if name.startswith(("check: ", "dateline: ")):
                continue  # what the pipeline is held to anyway
            other = found["spaCy"].get(name)
            digits = significant if "second" in name else shown
            label = name.partition(": ")[2].removeprefix("phrases: ") or name
            rows.append((f"{corpus} ({found['articles']})", label, digits(other), digits(value)))
    return markdown(("corpus (articles)", "figure", "spaCy baseline", "newsfacts"), rows)


def scaling(figures: Figures) -> str:
    found = figures.of("scaling")
    sizes = list(dict.fromkeys(size for each in found.values() for size in each["seconds"]))
    rows = []
    for kind, each in found.items():
        exponents = {name: value for name, value in each["exponents"].items() if value is not None}
        parts = {name: value for name, value in exponents.items() if name != "all"}
        worst = max(parts, key=lambda name: parts[name]) if parts else None
        rows.append(
            (
                kind,
                *(
                    significant(1000 * each["seconds"][size]["all"])
                    if size in each["seconds"]
                    else ""
                    for size in sizes
                ),
                f"{exponents['all']:.2f}" if "all" in exponents else "",
                f"{worst} {parts[worst]:.2f}" if worst else "",
            )
        )
    kilobytes = [f"{int(size) / 1000:,.0f} KB, ms" for size in sizes]
    return markdown(("text", *kilobytes, "exponent", "the part that grows most"), rows)


def memory(figures: Figures) -> str:
    found = figures.of("memory")
    rows = [
        (
            who, significant(each["after warm-up"]), significant(each["peak"]),
            f"{each['growth']:+.1%}",
        )
        for who, each in found.items()
        if isinstance(each, Mapping)
    ]  # fmt: skip
    after = (
        f"{found['articles']:,} articles like those of {found['corpus']} in"
        f" {found['seconds']:,.0f} s: {found['articles'] / found['seconds']:,.0f} a second."
    )
    head = ("process", "after warm-up, MB", "peak, MB", "growth of the median")
    return f"{markdown(head, rows)}\n\n{after}"


def timex_peers(figures: Figures) -> str:
    rows = []
    for row in figures.of("timex"):
        if "note" in row:
            rows.append((row["corpus"], row["reader"], row["note"], "", "", ""))
            continue
        failed = f" ({row['failed']} failed)" if row["failed"] else ""
        rows.append(
            (
                row["corpus"], row["reader"], f"{row['articles']}{failed}",
                f"{shown(row['relaxed F1'])} / {shown(row['value F1'])}",
                f"{shown(row['ours relaxed F1'])} / {shown(row['ours value F1'])}",
                significant(row["articles a second"]),
            )
        )  # fmt: skip
    head = (
        "corpus", "reader", "articles", "relaxed / value F1", "ours on these", "articles a second",
    )  # fmt: skip
    return markdown(head, rows)


# What a row of the history holds: its label, and how the figures give it.
ACCURACY: dict[str, Callable[[Figures], float]] = {
    "news-dev actors F1": lambda f: _f1(f, "news-dev", "news", "actors (person, organization)"),
    "news-dev roles": lambda f: _value(f, "news-dev", "news", "roles found"),
    "news-dev events F1": lambda f: _f1(f, "news-dev", "news", "events found"),
    "news-dev participants F1": lambda f: _f1(f, "news-dev", "news", "events: participants"),
    "news-dev casualties F1": lambda f: _f1(
        f, "news-dev", "news", "casualties (harm, count, span)"
    ),
    "phrases-casualties F1": lambda f: _f1(
        f, "phrases-casualties", "phrases", "phrases (harm, count, span)"
    ),
    "phrases-meetings F1": lambda f: _f1(f, "phrases-meetings", "phrases", "phrases found"),
    "timebank value F1": lambda f: _value(f, "timex-timebank", "timex", "value F1"),
    "aquaint value F1": lambda f: _value(f, "timex-aquaint", "timex", "value F1"),
    "reuters day": lambda f: _value(f, "reuters-dev", "dateline", "dateline date"),
    "muc4 recall": lambda f: _value(f, "muc4-dev", "muc4", "required (harm, number) recall"),
    "terror killed": lambda f: _value(f, "terror-dev", "tolls", "killed right"),
    "gva killed": lambda f: _value(f, "gva-dev", "tolls", "killed right"),
    "gva injured": lambda f: _value(f, "gva-dev", "tolls", "injured right"),
    "gva day": lambda f: _value(f, "gva-dev", "tolls", "date right"),
    "dwie relations": lambda f: _value(f, "dwie-dev", "roles", "all relations recall"),
}
SPEED: dict[str, Callable[[Figures], float]] = {
    "seeds, articles a second": lambda f: _speed(f, "seeds")["newsfacts"]["articles a second"],
    "seeds, MB a second": lambda f: _speed(f, "seeds")["newsfacts"]["MB a second"],
    "times the ten patterns": lambda f: 1 / _peer(f, "ten patterns"),
    "spaCy baseline's time by ours": lambda f: _peer(f, "spaCy baseline"),
    "reuters-dev, ms an article": lambda f: _speed(f, "reuters-dev")["newsfacts"]["ms an article"],
    "million instructions an article": lambda f: float(
        f.of("instructions")["millions of instructions"]["whole"]
    ),
    "import newsfacts, s": lambda f: _process(f, "import newsfacts")["wall s"],
    "first record, s": lambda f: _process(f, "first record")["wall s"],
    "command, peak MB": lambda f: _process(f, "command, 100 articles")["peak MB"],
}


def _value(figures: Figures, corpus: str, task: str, name: str) -> float:
    return float(figures.task(corpus, task)[name])


def _f1(figures: Figures, corpus: str, task: str, name: str) -> float:
    return float(figures.task(corpus, task)[name]["f1"])


def _speed(figures: Figures, batch: str) -> Any:
    return figures.of("speed")["batches"][batch]


def _peer(figures: Figures, name: str) -> float:
    return float(_speed(figures, "seeds")["peers"][name][RATIO])


def _process(figures: Figures, name: str) -> Any:
    return figures.of("speed")["fresh processes"][name]


def main_figures(figures: Figures) -> dict[str, float]:
    """Give the figures of a row of the history, as far as they were measured."""
    found = {}
    for name, read in {**ACCURACY, **SPEED}.items():
        try:
            found[name] = read(figures)
        except (KeyError, FileNotFoundError):
            continue
    return found


def record(figures: Figures) -> None:
    """Add a row to the history, in the place of one of the same commit.

    Raises:
        ValueError: the files are of several commits.
    """
    names = [name for name in ("accuracy", "speed", "instructions") if figures.has(name)]
    known = [figures.file(name)["about"] for name in names]
    commits = {each["commit"] for each in known}
    if len(commits) != 1:
        said = ", ".join(
            f"{name} {each['commit']}" for name, each in zip(names, known, strict=True)
        )
        raise ValueError(f"the figures are of several commits: {said}")
    row = {
        "date": max(each["date"] for each in known),
        "commit": commits.pop(),
        "figures": main_figures(figures),
    }
    path = figures.folder / HISTORY
    rows = json.loads(path.read_bytes()) if path.is_file() else []
    rows = [each for each in rows if each["commit"] != row["commit"]] + [row]
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def history(figures: Figures, names: Iterable[str], show: Callable[[float], str]) -> str:
    path = figures.folder / HISTORY
    rows = json.loads(path.read_bytes()) if path.is_file() else []
    labels = [name for name in names if any(name in row["figures"] for row in rows)]
    lines = [
        (
            row["date"], row["commit"],
            *(show(row["figures"][name]) if name in row["figures"] else "" for name in labels),
        )
        for row in rows
    ]  # fmt: skip
    return markdown(("date", "commit", *labels), lines)


# The files that a table is made of, the first of which its footing describes, and how.
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Figures], str]]] = {
    "history accuracy": ((), lambda figures: history(figures, ACCURACY, shown)),
    "history speed": ((), lambda figures: history(figures, SPEED, significant)),
    "hand-annotated": (("accuracy",), hand_annotated),
    "sentences": (("accuracy",), sentence_sets),
    "times": (("accuracy",), times),
    "datelines": (("accuracy",), datelines),
    "tolls": (("accuracy",), tolls),
    "false alarms": (("false_alarms",), false_alarms),
    "persons": (("persons",), persons),
    "generated": (("generated",), generated),
    "speed": (("speed",), speed),
    "extractors": (("speed",), extractors),
    "peers": (("speed",), peers),
    "processes": (("speed",), processes),
    "parts": (("instructions",), parts),
    "engines": (("engines",), engines),
    "scaling": (("scaling",), scaling),
    "memory": (("memory",), memory),
    "timex peers": (("timex",), timex_peers),
    "spacy": (("spacy",), spacy),
}


def filled(template: str, figures: Figures) -> str:
    """Give the page: the template with its tables."""

    def fill(slot: re.Match[str]) -> str:
        kind, name = slot.groups()
        if kind == "figures":
            return figures.beside(name, "relaxed / value F1")
        files, make = TABLES[name]
        lacking = [f"{each}.json" for each in files if not figures.has(each)]
        if lacking:
            return f"(Not measured: {', '.join(lacking)} is not there.)"
        footings = [figures.about(each) for each in _sources(files, name, figures)]
        return "\n\n".join([make(figures), *footings])

    return _SLOT.sub(fill, template)


def _sources(files: Iterable[str], table: str, figures: Figures) -> Iterator[str]:
    yield from files
    if table == "parts" and figures.has("parts"):
        yield "parts"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="add a row to the history")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR")
    options = parser.parse_args()
    figures = Figures(options.results)
    if options.record:
        try:
            record(figures)
        except ValueError as error:
            print(f"no row was added to the history: {error}", file=sys.stderr)
            return 1
    page = filled(TEMPLATE.read_text(encoding="utf-8"), figures)
    if options.check:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page
        print("RESULTS.md is up to date" if same else "RESULTS.md is not what the files give")
        return 0 if same else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
