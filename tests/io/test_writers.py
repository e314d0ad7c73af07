"""Records go out as they are finished; a file appears whole or not at all."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from newsfacts import Article, ArticleInfo, Pipeline, Record, hookimpl, load_plugins
from newsfacts.io import Writer, formats, whole_file

CORE = formats()
RECORDS = [
    Pipeline(plugins=load_plugins(discover=False)).extract(Article(text=text, id=id))
    for id, text in (("a", "Talks in São Paulo."), ("b", "Nothing."))
]


def written(name: str, records: list[Record]) -> bytes:
    out = io.BytesIO()
    CORE.writers[name].write(iter(records), out)
    return out.getvalue()


def test_json_lines_hold_one_record_each() -> None:
    """Each line is a record's own JSON in UTF-8."""
    assert written("jsonl", RECORDS) == "".join(r.to_json() + "\n" for r in RECORDS).encode()
    assert written("jsonl", []) == b""


def test_json_is_one_array() -> None:
    """The array holds every record, also where there is one or none."""
    for records in (RECORDS, RECORDS[:1], []):
        assert json.loads(written("json", records)) == [record.to_dict() for record in records]


def test_a_record_is_written_before_the_next_is_made() -> None:
    """Writers stream: they never wait for the end of the records."""
    for name in CORE.writers:
        out = io.BytesIO()
        seen: list[int] = []

        def records(out: io.BytesIO = out, seen: list[int] = seen) -> object:
            for record in RECORDS:
                yield record
                seen.append(len(out.getvalue()))

        CORE.writers[name].write(records(), out)  # type: ignore[arg-type]
        assert 0 < seen[0] < seen[1]


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    """What UTF-8 cannot hold is escaped in JSON and replaced for people."""
    record = Record(article=ArticleInfo(id="a\ud800"))
    assert json.loads(written("jsonl", [record]))["article"]["id"] == "a\ud800"
    assert "a\ufffd" in written("pretty", [record]).decode()


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    """Until the end the name does not exist; afterwards nothing else lies beside it."""
    path = tmp_path / "out.jsonl"
    with whole_file(path) as out:
        out.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_file_that_is_not_finished_leaves_the_old_one(
    tmp_path: Path, error: type[BaseException]
) -> None:
    """Whatever passes through, the older file stays and the new one is gone."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")

    def fail() -> None:
        with whole_file(path) as out:
            out.write(b"new")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_replaced_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    """A link goes on pointing where it did, and the file's mode stays."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(path)
    with whole_file(link) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_packed_file_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    """Neither its name nor the clock is written into it."""
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        with whole_file(tmp_path / name) as out:
            out.write(b"one\n")
    packed = (tmp_path / "a.jsonl.gz").read_bytes()
    assert gzip.decompress(packed) == b"one\n"
    assert packed == (tmp_path / "b.jsonl.gz").read_bytes()


def test_a_device_is_written_to_directly() -> None:
    """What is no regular file is never replaced."""
    with whole_file(os.devnull) as out:
        out.write(b"one")
    assert not Path(os.devnull).is_file()


class _Ids:
    """A plugin that writes nothing but ids."""

    @staticmethod
    @hookimpl
    def newsfacts_writers() -> list[Writer]:
        def write(records: object, out: io.BytesIO) -> None:
            for record in records:  # type: ignore[attr-defined]
                out.write(record.article.id.encode() + b"\n")

        return [Writer(name="ids", suffixes=(".ids",), write=write)]  # type: ignore[arg-type]


def test_hook_newsfacts_writers() -> None:
    """A plugin's writer stands beside the core's, by name and by suffix."""
    known = formats(load_plugins(extra={"ids": _Ids()}, discover=False))
    assert list(known.writers) == ["jsonl", "json", "pretty", "ids"]
    assert known.writer_for("out/all.ids") is known.writers["ids"]
    assert known.writer_for("out/all.txt") is None
    out = io.BytesIO()
    known.writers["ids"].write(RECORDS, out)
    assert out.getvalue() == b"a\nb\n"
