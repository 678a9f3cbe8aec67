"""What was written is read back: the same records, from every kind of place."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import StoredAsFiles, open_stored, write
from statedocs.snapshot import Skipped

Make = Callable[..., Document]
Fail = Callable[..., Failure]


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_records_come_back_as_they_were(tmp_path: Path, make_document: Make, make_failure: Fail, name: str) -> None:
    documents = [make_document("b.htm", text="Perú"), make_document("a/c.htm")]
    failure = make_failure("bad.htm")
    write([documents[0], failure, Skipped("x.css", "style sheet"), documents[1]], tmp_path / name)
    stored = open_stored(tmp_path / name)
    assert list(stored.documents()) == documents
    assert list(stored.failures()) == [failure]
    outcomes = [(outcome.origin, outcome.outcome) for outcome in stored.manifest()]
    assert outcomes == [("b.htm", "document"), ("bad.htm", "failure"), ("x.css", "skipped"), ("a/c.htm", "document")]


def test_a_folder_without_a_manifest_is_read_by_its_names(tmp_path: Path, make_document: Make) -> None:
    write([make_document("b.htm"), make_document("a.htm")], tmp_path)
    (tmp_path / "manifest.jsonl").unlink()
    assert [document.source.origin for document in open_stored(tmp_path).documents()] == ["a.htm", "b.htm"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"title": "Wells"}, r"expected a record of statedocs, found schema_version"),
        ({"schema_version": 1}, r"expected a record of statedocs, found schema_version"),
        (
            {"schema_version": "1.99"},
            r"expected a record of schema version 1\.0, found one of 1\.99; read it with .* newer",
        ),
    ],
)
def test_what_is_no_record_is_named_with_its_place(
    tmp_path: Path, make_document: Make, line: dict[str, object], said: str
) -> None:
    path = tmp_path / "out.jsonl"
    write([make_document("a.htm")], path)
    path.write_text(path.read_text("utf-8") + json.dumps(line) + "\n", "utf-8")
    with pytest.raises(SinkError, match=rf"out\.jsonl, line 2: {said}"):
        list(open_stored(path).documents())


def test_a_damaged_manifest_is_named_with_its_line(tmp_path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], tmp_path)
    (tmp_path / "manifest.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(SinkError, match=r"manifest\.jsonl, line 1: no line of a manifest"):
        list(open_stored(tmp_path).manifest())


@pytest.mark.parametrize(("name", "said"), [("none", "no such records"), ("page.htm", "expected a folder of records")])
def test_what_holds_no_records_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "page.htm").write_text("<p>Peru</p>", "utf-8")
    with pytest.raises(SinkError, match=said):
        open_stored(tmp_path / name)


@pytest.mark.parametrize(("name", "damaged"), [("out", "a.htm.json"), ("out.jsonl", None)])
def test_a_damaged_record_does_not_hide_the_bytes_of_those_behind_it(
    tmp_path: Path, make_document: Make, make_failure: Fail, name: str, damaged: str | None
) -> None:
    write([make_document("a.htm"), make_document("b.htm"), make_failure("c.htm")], tmp_path / name)
    path = tmp_path / name / damaged if damaged else tmp_path / name
    path.write_bytes(b"{" + path.read_bytes())
    stored = open_stored(tmp_path / name)
    assert isinstance(stored, StoredAsFiles)
    found = list(stored.records())
    assert [record.kind for record in found] == ["document", "document", "failure"]
    assert found[0].data.startswith(b"{{")
    files = ["a.htm.json", "b.htm.json", "c.htm.failure.json"]
    assert [record.output for record in found] == (files if damaged else [name, name, "out.failures.jsonl"])
    assert [record.line for record in found] == ([None] * 3 if damaged else [1, 2, 1])
    with pytest.raises(SinkError):
        list(stored.documents())


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], tmp_path)
    (tmp_path / "a.htm.json").unlink()
    (tmp_path / "a.htm.json").mkdir()
    with pytest.raises(SinkError, match=r"a\.htm\.json cannot be read: Is a directory"):
        list(open_stored(tmp_path).documents())
