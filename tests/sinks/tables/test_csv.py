"""CSV that is read back: what a field may hold, what a file must be, and what others read in it."""

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import open_stored, to_json, write
from statedocs.sinks.tables.flat import WRITTEN
from statedocs.sinks.tables.stored_csv import split
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]


def test_samples_come_back_byte_for_byte(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.csv")
    stored = open_stored(tmp_path / "pages.csv")
    assert list(map(to_json, stored.documents())) == [to_json(it) for it in samples if isinstance(it, Document)]
    assert list(map(to_json, stored.failures())) == [to_json(it) for it in samples if isinstance(it, Failure)]
    assert len(list(stored.manifest())) == len(samples)


@pytest.mark.parametrize(
    "text", ["", "\n", '"', '""', '","', "a\tb", "a\r\nb\rc", " ", ",", "'", "\\", "\\N", "NULL", "\u2028\x85", "=1+1"]
)
def test_every_text_comes_back_and_none_is_null(tmp_path: Path, make_document: Make, text: str) -> None:
    page = make_document("a.htm", text=text)
    page = page.model_copy(update={"url": None, "description": text, "places": ("", text, "Lima")})
    write([page], tmp_path / "pages.csv")
    assert list(map(to_json, open_stored(tmp_path / "pages.csv").documents())) == [to_json(page)]


def test_lines_are_cut_as_rfc_4180_says() -> None:
    lines = ["a,b\n", '"x ""y""\n', 'z",\n', '"",1\r\n', ",\n", "last,line"]
    assert list(split(lines, "x.csv")) == [
        (1, ["a", "b"]),
        (2, ['x "y"\nz', None]),
        (4, ["", "1"]),
        (5, [None, None]),
        (6, ["last", "line"]),
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a\n", '"b\n', "c\n"], "x.csv, line 2: a field in quotes does not end"),
        (['"a"b,c\n'], "x.csv, line 1: expected a comma or the end of the line behind field 0"),
        (['c,a"b"\n'], "x.csv, line 1: expected a comma or the end of the line behind field 1"),
        (["a\rb\n"], "x.csv, line 1: expected one line, found more"),
    ],
)
def test_what_is_no_csv_is_named_by_its_line(lines: list[str], said: str) -> None:
    with pytest.raises(SinkError, match=said):
        list(split(lines, "x.csv"))


@pytest.fixture
def folder(tmp_path: Path, make_document: Make, make_failure: Callable[..., Failure]) -> Path:
    write([make_document("a.htm"), make_document("b.htm"), make_failure("c.htm")], tmp_path / "pages.csv")
    return tmp_path / "pages.csv"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_files_that_changed_are_told_by_their_digest(folder: Path) -> None:
    change(folder / "blocks.csv", "Peru", "Perú")
    with pytest.raises(SinkError, match=r"pages\.csv/blocks\.csv is not as it was written: datapackage\.json"):
        list(open_stored(folder).documents())
    (folder / "datapackage.json").unlink()
    assert [page.sections[0].blocks[0].text for page in open_stored(folder).documents()] == ["Perú", "Perú"]
    (folder / "datapackage.json").write_text("{}")
    with pytest.raises(SinkError, match="expected the description of CSV files by statedocs"):
        list(open_stored(folder).documents())


@pytest.mark.parametrize("stated", [True, False])
def test_a_file_that_is_missing_is_named(folder: Path, *, stated: bool) -> None:
    (folder / "sections.csv").unlink()
    if not stated:
        (folder / "datapackage.json").unlink()
    with pytest.raises(SinkError, match=r"pages\.csv/sections\.csv cannot be read: No such file"):
        list(open_stored(folder).documents())


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("sections.csv", "document_id", "id", "sections.csv: expected the columns document_id, position"),
        ("blocks.csv", ",0,0,paragraph", ",0,x,paragraph", "blocks.csv, line 2: position: invalid literal"),
        ("blocks.csv", ",0,0,paragraph", ",0,paragraph", r"blocks.csv, line 2: expected \d+ fields, found \d+"),
        ("documents.csv", "text/plain", "", "document 61: expected a record of statedocs, found source.media_type"),
    ],
)
def test_what_is_no_row_of_ours_is_named(folder: Path, name: str, old: str, new: str, said: str) -> None:
    (folder / "datapackage.json").unlink()
    change(folder / name, old, new)
    with pytest.raises(SinkError, match=said.replace("document 61", r"document 61\w+")):
        list(open_stored(folder).documents())


def test_a_truth_value_is_one_of_two(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.csv")
    (tmp_path / "pages.csv" / "datapackage.json").unlink()
    change(tmp_path / "pages.csv" / "blocks.csv", ",false,", ",no,")
    with pytest.raises(SinkError, match=r"blocks\.csv, line \d+: ordered: 'no' is neither true nor false"):
        list(open_stored(tmp_path / "pages.csv").documents())


def test_rows_that_are_no_documents_are_not_passed_over(folder: Path) -> None:
    (folder / "datapackage.json").unlink()
    names, first, second = (folder / "documents.csv").read_text("utf-8").splitlines(keepends=True)
    for lines, said in (
        ([names, second, first], "expected sections in the order of documents, found rows of 62"),
        ([names, first], "expected sections in the order of documents, found rows of 62"),
        ([names, first, first, second], "expected each document once, found 61"),
    ):
        (folder / "documents.csv").write_text("".join(lines), "utf-8")
        with pytest.raises(SinkError, match=said):
            list(open_stored(folder).documents())


def test_the_package_says_what_the_columns_are(folder: Path) -> None:
    said = json.loads((folder / "datapackage.json").read_bytes())
    assert said["statedocs"]["totals"]["pages"] == 3
    assert [it["path"] for it in said["resources"]] == [f"{table.name}.csv" for table in WRITTEN]
    for it in said["resources"]:
        with (folder / it["path"]).open(encoding="utf-8", newline="") as file:
            names = next(csv.reader(file))
        assert [field["name"] for field in it["schema"]["fields"]] == names
        assert set(it["schema"]["primaryKey"]) <= set(names)
    blocks = next(it["schema"] for it in said["resources"] if it["name"] == "blocks")
    assert blocks["foreignKeys"][0]["reference"]["resource"] == "sections"
    kinds = {field["name"]: field["type"] for field in blocks["fields"]}
    assert (kinds["position"], kinds["ordered"], kinds["text"]) == ("integer", "boolean", "string")


def test_others_read_it_with_the_right_types(tmp_path: Path, samples: Results) -> None:
    """DuckDB and pandas by what they make of it themselves, SQLite from Python's reader."""
    write(samples, tmp_path / "pages.csv")
    path = str(tmp_path / "pages.csv" / "documents.csv")
    expected = sorted(it.source.bytes for it in samples if isinstance(it, Document))
    with duckdb.connect() as db:
        rows = db.execute("SELECT source_bytes, published_earliest FROM read_csv(?)", [path]).fetchall()
        assert sorted(row[0] for row in rows) == expected
        types = db.execute("DESCRIBE SELECT published_earliest FROM read_csv(?)", [path]).fetchall()
        assert types[0][1] == "DATE"
    assert sorted(pd.read_csv(path)["source_bytes"]) == expected
    with sqlite3.connect(":memory:") as lite, Path(path).open(encoding="utf-8", newline="") as file:
        names, *lines = csv.reader(file)
        lite.execute(f"CREATE TABLE d ({', '.join(names)})")
        lite.executemany(f"INSERT INTO d VALUES ({', '.join('?' * len(names))})", lines)
        assert lite.execute("SELECT count(*) FROM d").fetchone() == (len(expected),)
    lite.close()
