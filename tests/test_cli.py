"""The command: what goes in, what comes out, where messages go, and with which exit status."""

import contextlib
import gzip
import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newsfacts
from newsfacts import Record
from newsfacts.cli import main

TALKS = "Envoys of two countries met in Lyon on Monday, officials said.\n"

Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in this process; give exit status, stdout and stderr."""

    def call(*arguments: object) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["newsfacts", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsysbinary.readouterr()
        return int(ended.value.code or 0), out, err.decode()

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles in three formats."""
    (tmp_path / "a.txt").write_bytes(TALKS.encode())
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"id": "b1", "text": TALKS, "published": "2024-02-13", "desk": 3})
        + "\n"
        + json.dumps({"id": "b2", "text": "Nothing."})
        + "\n"
    )
    packed = tmp_path / "sub" / "c.jsonl.gz"
    packed.parent.mkdir()
    packed.write_bytes(gzip.compress(b'{"id": "c", "text": "A quiet day."}\n'))
    return tmp_path


def ids(out: bytes) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in out.splitlines()]


def plugin(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, version: str = "1.0"
) -> None:
    """Lay a distribution with one plugin into a folder and put that on the path."""
    (folder / f"nf_{name}.py").write_text(code)
    info = folder / f"nf_{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: nf-{name}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[newsfacts]\n{name} = nf_{name}\n")
    monkeypatch.syspath_prepend(str(folder))


FAILING = """
from newsfacts import Credit, Extractor, Span, hookimpl

class Stumbles(Extractor):
    name = "stumbles"
    def extract(self, article, context):
        yield Credit(agency="One", evidence=Span.of(article.text, 0, 1))
        raise LookupError("no third")

@hookimpl
def newsfacts_extractors():
    return [Stumbles()]
"""


def test_records_come_in_the_order_of_the_inputs(run: Run, folder: Path) -> None:
    """Folders are read with all below them, sorted; stdout holds JSON Lines and nothing else."""
    status, out, err = run("extract", folder)
    assert (status, err) == (0, "")
    assert ids(out) == ["a", "b1", "b2", "c"]
    assert ids(run("extract", folder / "sub", folder / "a.txt")[1]) == ["c", "a"]
    for line in out.splitlines():
        assert Record.from_json(line).to_json() == line.decode()


def test_metadata_of_the_input_reach_the_record(run: Run, folder: Path) -> None:
    """Known fields and others, as the article had them."""
    article = json.loads(run("extract", folder / "b.jsonl")[1].splitlines()[0])["article"]
    assert article["published"] == "2024-02-13"
    assert article["published_from"] == "metadata"
    assert article["extra"] == {"desk": 3}


def test_published_is_for_articles_that_carry_no_date(run: Run, folder: Path) -> None:
    """An article's own date goes before the option's."""
    lines = run("extract", folder / "b.jsonl", "--published", "2023-05")[1].splitlines()
    assert [json.loads(line)["article"]["published"] for line in lines] == ["2024-02-13", "2023-05"]


def test_workers_change_nothing(run: Run, folder: Path) -> None:
    """One process or two: the same bytes."""
    alone = run("extract", folder)
    assert run("extract", folder, "--workers", 2) == alone


def test_output_goes_to_a_file_whole(run: Run, folder: Path) -> None:
    """With -o nothing is on stdout, and the file holds what stdout would."""
    target = folder / "out" / "records.jsonl"
    target.parent.mkdir()
    status, out, err = run("extract", folder / "a.txt", "-o", target)
    assert (status, out, err) == (0, b"", "")
    assert target.read_bytes() == run("extract", folder / "a.txt")[1]
    assert [path.name for path in target.parent.iterdir()] == ["records.jsonl"]


def test_the_suffix_of_the_output_tells_its_format(run: Run, folder: Path) -> None:
    """`.json` is one array, `.gz` is packed, `--format` goes before both."""
    run("extract", folder / "a.txt", "-o", folder / "x.json")
    assert [each["article"]["id"] for each in json.loads((folder / "x.json").read_bytes())] == ["a"]
    run("extract", folder / "a.txt", "-o", folder / "x.jsonl.gz")
    assert ids(gzip.decompress((folder / "x.jsonl.gz").read_bytes())) == ["a"]
    run("extract", folder / "a.txt", "-o", folder / "y.json", "--format", "jsonl")
    assert ids((folder / "y.json").read_bytes()) == ["a"]


def test_formats(run: Run, folder: Path) -> None:
    """`json` is one array, `pretty` is for people, both also without a terminal."""
    records = json.loads(run("extract", folder, "--format", "json")[1])
    assert [record["article"]["id"] for record in records] == ["a", "b1", "b2", "c"]
    pretty = run("extract", folder, "--format", "pretty")[1].decode()
    assert pretty.startswith("a\n")
    assert "\x1b" not in pretty


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(run: Run, folder: Path) -> None:
    """Each problem is one line `file:line: what` on stderr; the exit status is 1."""
    bad = folder / "bad.jsonl"
    bad.write_bytes(b'{"id": "g1", "text": "One."}\nnonsense\n{"id": "g2", "text": "Two."}\n')
    latin = folder / "latin.txt"
    latin.write_bytes(b"ok\nS\xe3o Paulo")
    status, out, err = run("extract", bad, latin, folder / "none.txt", folder / "a.txt")
    assert status == 1
    assert ids(out) == ["g1", "g2", "a"]
    assert err.splitlines() == [
        f"{bad}:2: not JSON: Expecting value (column 1)",
        f"{latin}:2: not UTF-8: invalid continuation byte at byte 4",
        f"{folder}/none.txt: cannot be read: No such file or directory",
    ]


def test_a_truncated_file_is_reported(run: Run, folder: Path) -> None:
    """What comes before the break is extracted."""
    path = folder / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "x", "text": "One."}\n' * 3)[:-9])
    status, out, err = run("extract", path)
    assert status == 1
    assert set(ids(out)) == {"x"}
    assert re.search(r"cut\.jsonl\.gz:\d+: the compressed data end", err)


def test_an_output_is_written_although_a_line_was_bad(run: Run, folder: Path) -> None:
    """Problems of some articles do not cost the others their records."""
    bad = folder / "bad.jsonl"
    bad.write_bytes(b'nonsense\n{"id": "g", "text": "Two."}\n')
    assert run("extract", bad, "-o", folder / "o.jsonl")[0] == 1
    assert ids((folder / "o.jsonl").read_bytes()) == ["g"]


def test_twins_are_both_kept_with_a_warning(run: Run, folder: Path) -> None:
    """Two articles with one id give two records, and stderr says so."""
    status, out, err = run("extract", folder / "a.txt", folder / "a.txt")
    assert status == 0
    assert ids(out) == ["a", "a"]
    assert err == f"newsfacts: {folder}/a.txt: another article has the id 'a' too; both are kept\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "2024-13"], "month must be in 1..12"),
        (["--published", "yesterday"], "give an ISO date"),
        (["--format", "xml"], "'xml' is none of jsonl, json, pretty"),
        (["--input-format", "xml"], "'xml' is none of text, jsonl"),
        (["--on-error", "ignore"], "'ignore' is none of raise, record"),
        (["--workers", "0"], "Invalid value for '--workers'"),
        (["--workers", "many"], "Invalid value for '--workers'"),
        (["--colour"], "No such option"),
        (["--budget", "0"], "0.0 is not more than 0 seconds"),
        (["--budget", "nan"], "nan is not more than 0 seconds"),
        (["--max-line", "0"], "'0' is no size; give bytes, as 5000, 64M or 1G"),
        (["--max-article", "a lot"], "'a lot' is no size"),
        (["--max-unpacked", "-1G"], "'-1G' is no size"),
        (["-o", "."], ". is a folder"),
        (["-o", "no/such/folder/x"], "there is no folder no/such/folder"),
    ],
)
def test_wrong_usage_is_status_2(
    run: Run, folder: Path, arguments: list[str], message: str
) -> None:
    """Nothing is extracted, and stderr says what is wrong."""
    status, out, err = run("extract", folder / "a.txt", *arguments)
    assert (status, out) == (2, b"")
    assert message in " ".join(err.split())
    assert "Traceback" not in err


def test_no_input_is_wrong_usage(run: Run) -> None:
    """`extract` needs to be told what to read."""
    assert run("extract")[0] == 2


def test_a_block_that_blocks_nothing_is_mentioned(run: Run, folder: Path) -> None:
    """A misspelt name is not passed over in silence."""
    status, out, err = run("extract", folder / "a.txt", "--block", "datelin")
    assert (status, ids(out)) == (0, ["a"])
    assert err == "newsfacts: --block datelin: there is no plugin or extractor of this name\n"


def test_a_failing_extractor_costs_its_facts_only(
    run: Run,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Recorded by default, with a message; with `raise` the run stops and no file is written."""
    plugin(tmp_path_factory.mktemp("site"), monkeypatch, "stumbles", FAILING)
    status, out, err = run("extract", folder / "a.txt")
    assert status == 0
    assert json.loads(out)["failures"] == [
        {"extractor": "stumbles", "error": "LookupError", "message": "no third"}
    ]
    assert (
        "extractor 'stumbles' (nf-stumbles 0) failed on article 'a': LookupError: no third" in err
    )
    assert "Traceback" not in err
    assert "Traceback" in run("extract", folder / "a.txt", "--verbose")[2]
    target = folder / "o.jsonl"
    for workers in (1, 2):
        status, out, err = run(
            "extract", folder / "a.txt", "--on-error", "raise", "-o", target, "--workers", workers
        )
        assert (status, out, target.exists()) == (1, b"", False)
        assert "extractor 'stumbles' failed on article 'a': LookupError: no third" in err
    status, out, err = run("extract", folder / "a.txt", "--block", "stumbles")
    assert (status, json.loads(out)["failures"], err) == (0, [], "")


def test_plugins_lists_what_is_loaded(run: Run) -> None:
    """Every plugin with its distribution, version and what it gives; status 0 if all is well."""
    status, out, err = run("plugins", "--json")
    data = json.loads(out)
    assert (status, err, data["errors"]) == (0, "", [])
    assert data["newsfacts"] == newsfacts.__version__
    for each in data["plugins"]:
        assert each["distribution"]
        assert each["version"]
    assert data["readers"] == ["text", "jsonl"]
    assert data["writers"] == ["jsonl", "json", "pretty"]
    shown = run("plugins")[1].decode()
    for each in data["plugins"]:
        assert f"{each['name']}  {each['distribution']} {each['version']}\n" in shown


def test_plugins_says_what_failed_and_why(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plugin that cannot be imported is named with its distribution; the status is 1."""
    plugin(tmp_path, monkeypatch, "broken", "import no_such_module_anywhere\n", "2.5")
    status, out, err = run("plugins")
    said = " ".join(out.decode().split())
    assert status == 1
    assert "broken nf-broken 2.5" in said
    assert "could not be imported: ModuleNotFoundError" in said
    assert err == ""
    data = json.loads(run("plugins", "--json")[1])
    assert any("no_such_module_anywhere" in error for error in data["errors"])
    assert run("plugins", "--block", "broken")[0] == 0


def test_extract_goes_on_without_a_plugin_that_failed(
    run: Run,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says so on stderr, in one line."""
    site = tmp_path_factory.mktemp("site")
    plugin(site, monkeypatch, "broken", "import no_such_module_anywhere\n")
    status, out, err = run("extract", folder / "a.txt")
    assert (status, ids(out)) == (0, ["a"])
    assert err.startswith("newsfacts: plugin 'broken' (nf-broken 1.0) could not be imported")
    assert err.count("\n") == 1


def test_schema_is_written(run: Run) -> None:
    """Of records, and of claim sets on request."""
    status, out, err = run("schema")
    assert (status, err) == (0, "")
    assert json.loads(out)["$id"] == "urn:newsfacts:1:record"
    assert json.loads(run("schema", "--claims")[1])["$id"] == "urn:newsfacts:1:claims"


def test_version(run: Run) -> None:
    """`--version` says it and is done."""
    assert run("--version") == (0, f"newsfacts {newsfacts.__version__}\n".encode(), "")


def test_control_characters_of_an_article_reach_no_terminal(run: Run, folder: Path) -> None:
    """Neither records for people nor messages let escape sequences through."""
    evil = "\x1b]0;owned\x07[bold]\x9b31m"
    (folder / "e.jsonl").write_text(
        json.dumps({"id": evil, "title": evil, "text": evil}) + "\n"
        + json.dumps({"id": evil, "text": "a", "published": evil}) + "\n"
        + json.dumps({"id": evil, "text": evil}) + "\n"
    )  # fmt: skip
    status, out, err = run("extract", folder / "e.jsonl", "--format", "pretty")
    assert status == 1
    for said in (out.decode(), err):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)
        assert "[bold]" in said


# What needs a process of its own.

COMMAND = [sys.executable, "-m", "newsfacts"]


def test_stdin_is_text_or_json_lines() -> None:
    """What begins with a brace is JSON Lines; anything else is one article."""
    for data, count in ((TALKS.encode(), 1), (b'{"text": "One."}\n{"text": "Two."}\n', 2)):
        done = subprocess.run(
            [*COMMAND, "extract", "-"], input=data, capture_output=True, check=True
        )
        assert len(done.stdout.splitlines()) == count


@contextlib.contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Start the command on an endless input and wait for its first record."""
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        bufsize=0, start_new_session=True,
        # Where the suite itself runs in the background, Ctrl-C is ignored, and children inherit it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    assert process.stderr
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


def test_a_broken_pipe_is_no_traceback() -> None:
    """When its reader goes, the command stops without a word."""
    with started() as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"text": "One."}\n')
        assert process.stdout.readline()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            for number in range(100_000):
                process.stdin.write(b'{"id": "%d", "text": "One."}\n' % number)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("arguments", [["extract", "-"], ["schema"], ["plugins"]])
def test_a_full_disk_is_no_traceback(arguments: list[str]) -> None:
    """Stdout that cannot be written ends the command with one line and status 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], input=b"One.", stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == (b"newsfacts: stdout: cannot be written: No space left on device\n")
    assert done.returncode == 1


def test_closed_streams_are_no_traceback() -> None:
    """A command that is started without stdin, stdout or stderr does what it can."""
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m newsfacts extract - <&- >&-"],
        stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_no_half_written_file(tmp_path: Path, workers: str) -> None:
    """It ends with status 130 and one line; neither the output nor a temporary file is there."""
    target = tmp_path / "o.jsonl"
    target.write_bytes(b"old")
    with started("-o", str(target), "--workers", workers) as process:
        assert process.stdin
        assert process.stderr
        articles = b"".join(b'{"text": "No. %d"}\n' % number for number in range(9))
        process.stdin.write(articles + b"nonsense\n")
        assert process.stderr.readline() == (b"<stdin>:10: not JSON: Expecting value (column 1)\n")
        os.killpg(process.pid, signal.SIGINT)
        assert (
            process.stderr.read() == f"newsfacts: interrupted; {target} was not written\n".encode()
        )
        assert process.wait() == 130
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["o.jsonl"]


def on_terminal(*arguments: str) -> str:
    """Run the command with stdout and stderr on a terminal; give what that shows."""
    outer, inner = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=inner, stderr=inner,
        env=environment,
    ) as process:  # fmt: skip
        os.close(inner)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that all have left
            while data := os.read(outer, 4096):
                shown += data
        os.close(outer)
        assert process.wait() == 0
    return shown.decode()


def test_a_terminal_gets_pretty_records(folder: Path) -> None:
    """Unless told, people get the form made for them; told, they get what they asked for."""
    assert "Nothing found" in on_terminal("extract", str(folder / "sub"))
    assert '"schema":"newsfacts/1"' in on_terminal(
        "extract", str(folder / "sub"), "--format", "jsonl"
    )


def test_a_bar_is_shown_while_a_file_is_written(folder: Path) -> None:
    """On a terminal stderr shows how far it is."""
    shown = on_terminal("extract", str(folder), "-o", str(folder / "o.jsonl"))
    assert "articles" in shown
    assert ids((folder / "o.jsonl").read_bytes()) == ["a", "b1", "b2", "c"]


def test_without_its_libraries_the_command_says_what_to_install(tmp_path: Path) -> None:
    """Neither a traceback nor silence: the extra is named."""
    done = subprocess.run(
        [sys.executable, "-c",
         "import sys\n"
         "class Hide:\n"
         "    def find_spec(self, name, path=None, target=None):\n"
         "        if name in ('typer', 'rich'): raise ModuleNotFoundError(name)\n"
         "import importlib.util, newsfacts.cli\n"
         "newsfacts.cli.find_spec = lambda name: None\n"
         "newsfacts.cli.main()"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "needs rich and typer" in done.stderr
    assert 'pip install "newsfacts[cli]"' in done.stderr
    assert done.stdout == ""
