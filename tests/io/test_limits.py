"""Limits of what is read: articles, lines and compressed files; the rest goes on."""

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest

from newsfacts import Article
from newsfacts.io import (
    MAX_BYTES,
    Limits,
    Reader,
    ReadError,
    ReadProblem,
    formats,
    read_articles,
    read_inputs,
)

SMALL = Limits(article=100, line=300, unpacked=10_000)


def read(*paths: Path, limits: Limits = SMALL) -> list[str]:
    """Give the ids of articles and the messages of problems, in order."""
    known = formats(None, limits)
    found = read_inputs([str(path) for path in paths], known, limits=limits)
    return [
        item.id if isinstance(item, Article) else str(item).removeprefix(f"{source}")
        for source, item in found
    ]


def line_of(id: str, text: str, **more: object) -> bytes:
    return json.dumps({"id": id, "text": text, **more}, ensure_ascii=False).encode() + b"\n"


def test_a_long_article_and_a_long_line_cost_only_themselves(tmp_path: Path) -> None:
    """Each is named with file and line and the limit that it is over; the others are read."""
    path = tmp_path / "wire.jsonl"
    path.write_bytes(
        line_of("a", "One.") + line_of("b", "x" * 101) + line_of("c", "Two.", note="y" * 400)
        + line_of("d", "é" * 51) + line_of("e", "z" * 100)
    )  # fmt: skip
    assert read(path) == [
        "a",
        ":2: a text of 101 bytes; an article may have 100 (max-article); passed over",
        ":3: longer than 300 bytes (max-line); passed over",
        ":4: a text of 102 bytes; an article may have 100 (max-article); passed over",
        "e",
    ]


def test_a_long_text_file(tmp_path: Path) -> None:
    """Also a compressed one; the next file is read."""
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"x" * 101))
    (tmp_path / "c.txt").write_bytes(b"x" * 100)
    long = ": longer than 100 bytes, the most for an article (max-article)"
    assert read(tmp_path) == [long, long, "c"]


def test_articles_of_any_reader_are_held_to_the_limit(tmp_path: Path, monkeypatch) -> None:
    """A plugin's reader knows nothing of limits; its articles are measured all the same."""
    (tmp_path / "a.wire").write_bytes(b"x" * 101)

    def whole(stream, name):
        yield Article(text=stream.read().decode(), id="a")

    known = formats(None, SMALL)
    readers = {**known.readers, "wire": Reader(name="wire", suffixes=(".wire",), read=whole)}
    known = type(known)(readers, known.writers)
    (item,) = [each for _, each in read_inputs([str(tmp_path / "a.wire")], known, limits=SMALL)]
    assert isinstance(item, ReadProblem)
    assert item.message.startswith("a text of 101 bytes")


def test_a_line_of_a_hundred_megabytes(tmp_path: Path) -> None:
    """It is passed over in pieces: no more than the limit is held, and what follows is read."""
    path = tmp_path / "wire.jsonl"
    with path.open("wb") as out:
        out.write(line_of("a", "One.") + b'{"text": "')
        for _ in range(100):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n' + line_of("b", "Two."))
    limits = Limits(line=1_000_000)
    tracemalloc.start()
    try:
        found = read(path, limits=limits)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == ["a", ":2: longer than 1,000,000 bytes (max-line); passed over", "b"]
    assert peak < 10_000_000


def bomb(size: int) -> bytes:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as out:
        for _ in range(size // 100_000):
            out.write(b"\0" * 100_000)
    return packed.getvalue()


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".txt.gz", ""])
def test_a_gzip_bomb(tmp_path: Path, suffix: str) -> None:
    """What unpacks to far more than it is packed in is not read on; the next file is."""
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(bomb(50_000_000))
    (tmp_path / "next.txt").write_bytes(b"One.")
    limits = Limits(unpacked=1_000_000)
    tracemalloc.start()
    try:
        *said, last = read(path, tmp_path / "next.txt", limits=limits)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert last == "next"
    assert len(said) == 1
    assert "unpacks to more than 1,000,000 bytes (max-unpacked) and to" in said[0]
    assert said[0].endswith("times its size: the rest is not read")
    assert peak < 10_000_000


def test_lines_before_the_bomb_are_read(tmp_path: Path) -> None:
    """And the problem stands in its place, with its line."""
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(gzip.compress(line_of("a", "One.") + line_of("b", "Two.")) + bomb(20_000_000))
    found = read(path, limits=Limits(line=1_000, unpacked=1_000_000))
    assert found[:2] == ["a", "b"]
    assert found[-1].startswith(":3: unpacks to more than")


def test_what_is_packed_well_is_no_bomb(tmp_path: Path) -> None:
    """Up to the limit anything goes; beyond it, up to a hundred times the packed size."""
    path = tmp_path / "wire.jsonl.gz"
    lines = b"".join(line_of(f"a{n}", f"Story {n} of the flood.") for n in range(2_000))
    path.write_bytes(gzip.compress(lines, mtime=0))
    assert len(read(path, limits=Limits(unpacked=1_000))) == 2_000
    same = tmp_path / "same.jsonl.gz"
    same.write_bytes(gzip.compress(line_of("a", "One.") * 40_000))
    assert len(read(same, limits=Limits(unpacked=2_000_000))) == 40_000


def test_limits_in_python(tmp_path: Path) -> None:
    """`read_articles` takes them, too, and raises or tells; wrong ones are refused."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(line_of("a", "x" * 200))
    with pytest.raises(ReadError, match=r"a\.jsonl:1: a text of 200 bytes; an article may have"):
        list(read_articles(path, limits=SMALL))
    said: list[ReadProblem] = []
    assert not list(read_articles(path, limits=SMALL, on_problem=said.append))
    assert len(said) == 1
    assert Limits().article == Limits().line == MAX_BYTES
    for name in ("article", "line", "unpacked"):
        with pytest.raises(ValueError, match=f"{name} must be at least 1 byte, not 0"):
            Limits(**{name: 0})
