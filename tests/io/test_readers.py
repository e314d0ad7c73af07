"""Articles come in exactly as they stand in their files, and what cannot be read is named."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Article, FormatError, FrozenMap, load_plugins
from newsfacts.io import (
    Formats,
    Reader,
    ReadError,
    ReadProblem,
    article_from_dict,
    article_from_json,
    formats,
    read_articles,
    read_inputs,
)
from newsfacts.io.builtin import id_of, read_json_lines, read_text
from newsfacts.testing.strategies import texts

CORE = formats()


def read(*paths: Path | str, format: str | None = None, known: Formats = CORE) -> list[object]:
    return [item for _, item in read_inputs([str(path) for path in paths], known, format)]


def lines(data: bytes, limit: int = 1000) -> list[object]:
    return list(read_json_lines(io.BytesIO(data), "in.jsonl", limit=limit))


@given(texts().filter(lambda text: text.isascii() or "\ud800" not in text))
def test_a_text_file_is_its_text_code_point_for_code_point(text: str) -> None:
    """Line ends, byte order marks and control characters come in as they are."""
    (article,) = read_text(io.BytesIO(text.encode("utf-8")), "one.txt")
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\r\n", "a\r\nb\r\n"),
        (b"a\rb", "a\rb"),
        (b"\xef\xbb\xbfa", "\ufeffa"),
        (b"", ""),
        (b"\x00 \x1b[31m", "\x00 \x1b[31m"),
    ],
)
def test_nothing_is_translated_in_a_text_file(tmp_path: Path, data: bytes, text: str) -> None:
    """Offsets count the code points of the file as it lies on the disk."""
    path = tmp_path / "wire.txt"
    path.write_bytes(data)
    assert [article.text for article in read_articles(path)] == [text]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("storm.txt", "storm"),
        ("wire/2024/storm.1.txt", "storm.1"),
        ("storm.txt.gz", "storm"),
        ("storm", "storm"),
    ],
)
def test_a_text_file_is_called_by_its_name_without_the_suffix(name: str, id: str) -> None:
    """The folder and the suffix are no part of the id."""
    assert id_of(name) == id


def test_a_text_from_stdin_has_the_id_of_its_content() -> None:
    """Without a file name the id is made from the text."""
    (article,) = read_text(io.BytesIO(b"Talks resume."), "<stdin>")
    assert article == Article(text="Talks resume.")


def test_bytes_that_are_no_utf8_are_reported_with_their_line(tmp_path: Path) -> None:
    """The line of the first wrong byte stands in the message."""
    path = tmp_path / "latin.txt"
    path.write_bytes(b"One.\nTwo.\nS\xe3o Paulo.\n")
    assert [str(item) for item in read(path)] == [
        f"{path}:3: not UTF-8: invalid continuation byte at byte 11"
    ]


def test_a_text_file_that_is_too_long_is_reported() -> None:
    """The limit holds, and the message names it."""
    assert [str(item) for item in read_text(io.BytesIO(b"12345"), "a.txt", limit=4)] == [
        "a.txt: longer than 4 bytes, the most for an article (max-article)"
    ]


def test_json_lines_give_articles_in_order_and_keep_other_keys() -> None:
    """Known keys become fields; the rest is kept in `extra`, nested values too."""
    data = (
        b'\xef\xbb\xbf{"id": "a", "text": "One.", "published": "2024-02", "desk": {"n": [1]}}\r\n'
        b"\n"
        b'  {"text": "Two.", "title": null, "authors": ["Ana Ruiz"], "language": "en"}\n'
        b'{"text": "Three.", "url": "u", "source": "s", "title": "t"}'
    )
    assert lines(data) == [
        Article(id="a", text="One.", published="2024-02", extra=FrozenMap({"desk": {"n": [1]}})),
        Article(text="Two.", authors=("Ana Ruiz",), language="en"),
        Article(text="Three.", url="u", source="s", title="t"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "cut', "not JSON: Unterminated string starting at (column 10)"),
        (b"[1]", "an article is a JSON object, not a list"),
        (b'"text"', "an article is a JSON object, not a string"),
        (b"null", "an article is a JSON object, not null"),
        (b'{"id": "a"}', "the article has no 'text'"),
        (b'{"text": null}', "'text' must be a string, not null"),
        (b'{"text": ["a"]}', "'text' must be a string, not a list"),
        (b'{"text": "a", "id": 7}', "'id' must be a string, not a number"),
        (b'{"text": "a", "title": true}', "'title' must be a string, not a boolean"),
        (b'{"text": "a", "url": {}}', "'url' must be a string, not an object"),
        (b'{"text": "a", "authors": "Ana"}', "'authors' must be a list of strings"),
        (b'{"text": "a", "authors": [1]}', "'authors' must be a list of strings"),
        (b'{"text": "a", "n": NaN}', "not JSON: NaN is no JSON value"),
        (b'{"text": "a", "n": 1e999}', "not JSON: 1e999 is beyond the range of numbers"),
        (b'{"text": "S\xe3o"}', "not UTF-8: invalid continuation byte at byte 11"),
        (b'{"text": "a", "x": ' + b"[" * 200 + b"]" * 200 + b"}", "nested deeper than 100 levels"),
        (b'{"text": "a", "x": ' + b"[" * 99999, "nested deeper than 100 levels"),
    ],
)
def test_a_line_that_is_no_article_is_reported_and_the_rest_goes_on(
    line: bytes, message: str
) -> None:
    """The message says file, line and what; the lines around it are read."""
    found = lines(b'{"text": "before"}\n' + line + b'\n{"text": "after"}\n', limit=200_000)
    assert found == [
        Article(text="before"),
        ReadProblem("in.jsonl", 2, message),
        Article(text="after"),
    ]


def test_a_line_that_is_too_long_is_passed_over() -> None:
    """No more of it than the limit is held, and the next line has the right number."""
    found = lines(b'{"text": "' + b"a" * 500_000 + b'"}\n{"text": "b"}\nx\n', limit=100)
    assert [str(item) for item in found if isinstance(item, ReadProblem)] == [
        "in.jsonl:1: longer than 100 bytes (max-line); passed over",
        "in.jsonl:3: not JSON: Expecting value (column 1)",
    ]
    assert [item.text for item in found if isinstance(item, Article)] == ["b"]


def test_the_last_line_may_be_as_long_as_the_limit() -> None:
    """The limit is inclusive, and a missing newline at the end is no fault."""
    line = b'{"text": "ab"}'
    assert lines(line, limit=len(line)) == [Article(text="ab")]
    assert lines(line + b"\n" + line, limit=len(line)) == [Article(text="ab")] * 2


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    """No bytes make a reader raise."""
    for item in [*lines(data), *read_text(io.BytesIO(data), "a.txt")]:
        assert isinstance(item, Article | ReadProblem)


def test_gzip_is_unpacked_by_suffix(tmp_path: Path) -> None:
    """A packed file reads like the file itself."""
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    text = tmp_path / "b.txt.gz"
    text.write_bytes(gzip.compress(b"Three."))
    assert read(packed, text) == [
        Article(text="One."),
        Article(text="Two."),
        Article(text="Three.", id="b"),
    ]


def test_a_truncated_gzip_gives_what_can_be_read_and_a_problem(tmp_path: Path) -> None:
    """Whole lines before the break are read; the problem names the line where it stops."""
    rows = [json.dumps({"id": str(n), "text": f"{n * 7919} killed"}) for n in range(5000)]
    whole = gzip.compress("\n".join(rows).encode())
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    *articles, problem = read(path)
    assert 0 < len(articles) < 5000
    assert problem == ReadProblem(
        str(path), len(articles) + 1, "the compressed data end before their end marker"
    )


@pytest.mark.parametrize("data", [b"", b"not gzip", b"\x1f\x8b\x08\x00broken and broken again"])
def test_what_is_no_gzip_is_reported(tmp_path: Path, data: bytes) -> None:
    """Bytes that only claim to be packed end in a problem, or nothing, never an exception."""
    path = tmp_path / "bad.jsonl.gz"
    path.write_bytes(data)
    found = read(path)
    assert all(isinstance(item, ReadProblem) for item in found)
    assert bool(found) == bool(data)


def test_a_folder_is_read_with_all_below_it_in_order_of_names(tmp_path: Path) -> None:
    """Files of other kinds, hidden ones and hidden folders are passed over."""
    for name in ("b.txt", "a/z.txt", "a/c.jsonl", ".git/x.txt", ".hidden.txt", "a.md", "c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"id": "line", "text": "x"}')
    ids = [item.id for item in read(tmp_path) if isinstance(item, Article)]
    assert ids == ["line", "z", "b", "c"]


def test_inputs_are_read_in_the_order_given(tmp_path: Path) -> None:
    """Named files are not sorted, and one may come twice."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(name)
    found = read(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt")
    assert [item.id for item in found if isinstance(item, Article)] == ["b", "a", "b"]


def test_what_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    """A missing file, an unknown suffix, an empty folder and a bad name each say so."""
    (tmp_path / "x.dat").write_text("x")
    (tmp_path / "empty").mkdir()
    names = [f"{tmp_path}/none.txt", f"{tmp_path}/x.dat", f"{tmp_path}/empty", "a\0b.txt"]
    assert [str(item) for item in read(*names)] == [
        f"{tmp_path}/none.txt: cannot be read: No such file or directory",
        f"{tmp_path}/x.dat: unknown suffix '.dat': not one of .jsonl, .ndjson, .txt",
        f"{tmp_path}/empty: holds no file that ends in .jsonl, .ndjson, .txt",
        "a\0b.txt: cannot be read: embedded null byte",
    ]


def test_a_file_without_suffix_is_looked_at(tmp_path: Path) -> None:
    """What begins with a brace is JSON Lines, anything else is text; gzip is seen through."""
    (tmp_path / "lines").write_bytes(b'\n {"text": "One."}')
    (tmp_path / "text").write_bytes(b"One.")
    (tmp_path / "packed").write_bytes(gzip.compress(b'{"text": "Two."}'))
    assert read(tmp_path / "lines", tmp_path / "text", tmp_path / "packed") == [
        Article(text="One."),
        Article(text="One.", id="text"),
        Article(text="Two."),
    ]


def test_a_named_format_goes_before_the_suffix(tmp_path: Path) -> None:
    """`format` reads any file, and an unknown one is an error."""
    path = tmp_path / "x.dat"
    path.write_text('{"text": "One."}')
    assert read(path, format="jsonl") == [Article(text="One.")]
    with pytest.raises(ValueError, match="no reader is named 'xml'; there are jsonl, text"):
        read(path, format="xml")


def test_read_articles_raises_or_tells(tmp_path: Path) -> None:
    """A problem is an exception unless somebody listens for problems."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\noops\n{"text": "Two."}\n')
    with pytest.raises(ReadError, match=r"a\.jsonl:2: not JSON") as raised:
        list(read_articles(path))
    problems: list[ReadProblem] = []
    found = list(read_articles(path, on_problem=problems.append))
    assert [article.text for article in found] == ["One.", "Two."]
    assert problems == [raised.value.problem]


def test_articles_come_one_by_one() -> None:
    """No line is read before it is asked for."""
    stream = io.BytesIO(b'{"text": "One."}\n' * 100_000)
    articles = read_json_lines(stream, "in.jsonl")
    next(articles)
    assert stream.tell() == 17


class _Upper:
    """A plugin with a reader of its own."""

    @staticmethod
    def newsfacts_readers() -> list[Reader]:
        def read(stream: io.BytesIO, name: str) -> object:
            yield Article(text=stream.read().decode().upper())
            raise RuntimeError("no more")

        return [Reader(name="upper", suffixes=(".UP", ".txt"), read=read)]  # type: ignore[arg-type]


class _Broken:
    """A plugin whose hook raises."""

    @staticmethod
    def newsfacts_readers() -> list[Reader]:
        raise LookupError("no table")


class _Wrong:
    """A plugin that gives what is no reader, and one whose name is taken."""

    @staticmethod
    def newsfacts_readers() -> list[object]:
        return ["reader", Reader(name="jsonl", read=read_json_lines)]


def test_hook_newsfacts_readers(tmp_path: Path) -> None:
    """A plugin's reader is found by suffix; what is wrong with one costs only itself."""
    from newsfacts import hookimpl

    plugins = {"upper": _Upper(), "broken": _Broken(), "wrong": _Wrong()}
    for plugin in plugins.values():
        hookimpl(type(plugin).newsfacts_readers)
    known = formats(load_plugins(extra=plugins, discover=False))
    assert list(known.readers) == ["text", "jsonl", "upper"]
    assert known.problems == (
        "plugin 'broken': newsfacts_readers() raised LookupError: no table",
        "plugin 'upper': 'upper' wants the suffix '.txt', which 'text' has",
        "plugin 'wrong': 'reader' is no newsfacts.io.Reader",
        "plugin 'wrong': the Reader 'jsonl' exists already",
    )
    path = tmp_path / "a.up"
    path.write_text("talks")
    assert read(path, known=known) == [
        Article(text="TALKS"),
        ReadProblem(str(path), None, "the reader 'upper' failed: RuntimeError: no more"),
    ]


def test_article_json_is_read_from_text_and_from_data() -> None:
    """Both ways give the same article, and both refuse the same."""
    data = {"id": "a", "text": "One.", "n": 1}
    assert article_from_dict(data) == article_from_json(json.dumps(data))
    with pytest.raises(FormatError, match="has no 'text'"):
        article_from_dict({})


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ("13 February", "published is '13 February'; give an ISO date"),
        ("03-02-2009", "published is '03-02-2009'; give an ISO date"),
        ("2024-02-30", "published is '2024-02-30': day is out of range for month"),
    ],
)
def test_an_article_with_an_unreadable_date_is_read_without_it(
    published: str, message: str
) -> None:
    """The date is reported and kept as it stood; the story is not lost for it."""
    problem, article = lines(f'{{"text": "a", "published": "{published}"}}\n'.encode())
    assert isinstance(problem, ReadProblem)
    assert problem.message.startswith(message)
    assert problem.message.endswith("; read without a date")
    assert article == Article(text="a", extra={"published": published})
