"""Parquet and CSV: typed, whole, and read by the tools that people use."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import Writer, entry_of, open_sink, open_stored, to_json, write
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.flat import WRITTEN
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]
LAYOUTS = (
    "pages.parquet",
    "pages.parquet?layout=nested",
    "pages.parquet?partition=year",
    "pages.parquet?partition=template",
)


@pytest.mark.parametrize("form", LAYOUTS)
def test_samples_come_back_out_of_parquet_byte_for_byte(tmp_path: Path, samples: Results, form: str) -> None:
    place = str(tmp_path / form)
    write(samples, place)
    stored = open_stored(place)
    documents = [to_json(result) for result in samples if isinstance(result, Document)]
    failures = [to_json(result) for result in samples if isinstance(result, Failure)]
    back = list(map(to_json, stored.documents()))
    assert (back if "partition" not in form else sorted(back)) == (
        documents if "partition" not in form else sorted(documents)
    )
    assert list(map(to_json, stored.failures())) == failures
    assert len(list(stored.manifest())) == len(samples)


def test_parquet_is_typed_compressed_and_commented(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.parquet")
    for table in WRITTEN:
        file = pq.ParquetFile(tmp_path / "pages.parquet" / f"{table.name}.parquet")
        assert file.schema_arrow.names == list(table.names)
        assert file.schema_arrow.metadata[b"comment"].decode() == table.about
        if file.metadata.num_rows:
            assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    said = pq.read_schema(tmp_path / "pages.parquet" / "manifest.parquet").metadata or {}
    kept = pq.ParquetFile(tmp_path / "pages.parquet" / "manifest.parquet").metadata.metadata
    assert json.loads({**said, **kept}[b"statedocs"])["totals"]["pages"] == len(samples)


def test_duckdb_pandas_and_polars_see_the_right_types(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.parquet")
    path = str(tmp_path / "pages.parquet" / "documents.parquet")
    with duckdb.connect() as db:
        types = dict(
            db.execute(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))", [path]
            ).fetchall()
        )
    assert (types["published_earliest"], types["source_bytes"], types["title"]) == ("DATE", "BIGINT", "VARCHAR")
    frame = pd.read_parquet(path, dtype_backend="pyarrow")
    assert str(frame["published_earliest"].dtype) == "date32[day][pyarrow]"
    assert str(frame["source_bytes"].dtype) == "int64[pyarrow]"
    schema = pl.scan_parquet(path).collect_schema()
    assert (schema["published_earliest"], schema["source_bytes"], schema["title"]) == (
        pl.Date(),
        pl.Int64(),
        pl.String(),
    )
    contacts = pl.read_parquet_schema(tmp_path / "pages.parquet" / "contacts.parquet")
    assert contacts["emails"] == pl.List(pl.String())


def test_nested_records_are_asked_as_they_are(tmp_path: Path, samples: Results) -> None:
    write(samples, str(tmp_path / "pages.parquet?layout=nested"))
    path = str(tmp_path / "pages.parquet" / "documents.parquet")
    with duckdb.connect() as db:
        query = "SELECT count(*) FROM (SELECT unnest(countries) AS c FROM read_parquet(?)) WHERE c.code = 'PE'"
        [(found,)] = db.execute(query, [path]).fetchall()
    wanted = [
        country for page in samples if isinstance(page, Document) for country in page.countries if country.code == "PE"
    ]
    assert found == len(wanted) > 0
    assert pl.scan_parquet(path).collect_schema()["published_earliest"] == pl.Date()


def test_partitions_are_folders_that_readers_know(tmp_path: Path, samples: Results) -> None:
    write(samples, str(tmp_path / "pages.parquet?partition=year"))
    pattern = str(tmp_path / "pages.parquet" / "documents" / "**" / "*.parquet")
    with duckdb.connect() as db:
        query = "SELECT year, min(published_earliest), max(published_earliest) FROM pages GROUP BY year"
        db.execute(f"CREATE VIEW pages AS SELECT * FROM read_parquet('{pattern}', hive_partitioning = true)")
        rows = db.execute(query).fetchall()
    assert len(rows) > 5
    assert all(first is None or (first.year == last.year == int(year)) for year, first, last in rows)
    assert None in [year for year, _, _ in rows]


@pytest.mark.parametrize("by", ["year", "template"])
def test_partitions_are_read_by_pandas_and_polars(tmp_path: Path, samples: Results, by: str) -> None:
    write(samples, str(tmp_path / f"pages.parquet?partition={by}"))
    folder = tmp_path / "pages.parquet" / "documents"
    frame = pd.read_parquet(folder, dtype_backend="pyarrow")
    lazy = pl.scan_parquet(folder, hive_partitioning=True).collect()
    documents = sum(isinstance(page, Document) for page in samples)
    assert len(frame) == len(lazy) == documents
    assert {value for value in frame[by] if value is not pd.NA} == set(lazy[by].drop_nulls())
    assert lazy[by].dtype == (pl.Int64() if by == "year" else pl.String())


def test_row_groups_are_whole(tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statedocs.sinks.tables.parquet._GROUP", 10)
    write([make_document(f"{number}.htm") for number in range(34)], tmp_path / "pages.parquet")
    for name in ("documents", "manifest"):
        found = pq.ParquetFile(tmp_path / "pages.parquet" / f"{name}.parquet").metadata
        assert [found.row_group(number).num_rows for number in range(found.num_row_groups)] == [10, 10, 10, 4]


def test_another_layout_leaves_nothing_of_the_one_before(tmp_path: Path, make_document: Make) -> None:
    (tmp_path / "pages.parquet").mkdir()
    (tmp_path / "pages.parquet" / "mine.txt").write_text("kept")
    for form in LAYOUTS:
        write([make_document("a.htm")], str(tmp_path / form))
        assert len(list(open_stored(str(tmp_path / form)).documents())) == 1
    write([make_document("a.htm")], str(tmp_path / LAYOUTS[1]))
    names = sorted(path.name for path in (tmp_path / "pages.parquet").iterdir())
    assert names == ["documents.parquet", "failures.parquet", "manifest.parquet", "mine.txt"]


@pytest.mark.parametrize("form", ["pages.parquet", "pages.csv", "pages.jsonl.gz"])
def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path: Path, make_document: Make, form: str) -> None:
    place = tmp_path / form
    write([make_document("a.htm")], place)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with Writer([open_sink(place)]) as writer:
        writer.put(entry_of(make_document("b.htm")))
        writer.commit()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    with Writer([open_sink(place)]), pytest.raises(SinkError, match="is in use by"):
        write([make_document("c.htm")], place)


def test_csv_has_every_row_and_tells_null_from_nothing(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.csv")
    write(samples, tmp_path / "pages.sqlite")
    for table in WRITTEN:
        with (tmp_path / "pages.csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            names, *rows = csv.reader(file)
        assert tuple(names) == table.names
        with duckdb.connect() as db:
            path = str(tmp_path / "pages.csv" / f"{table.name}.csv")
            loaded = db.execute(
                "SELECT count(*) FROM read_csv(?, header = true, all_varchar = true)", [path]
            ).fetchone()
        assert loaded == (len(rows),)
    blocks = (tmp_path / "pages.csv" / "table_cells.csv").read_text("utf-8")
    assert TABLES["blocks"].names
    assert ',""\n' in blocks


@pytest.mark.parametrize(
    "form", ["x.parquet?layout=odd", "x.parquet?colour=red", "x.parquet?layout=nested&partition=year"]
)
def test_a_layout_that_is_none_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(SinkError, match=r"expected layout=flat|not partitioned"):
        open_sink(tmp_path / form)


def test_files_in_the_way_are_refused(tmp_path: Path, make_document: Make) -> None:
    for name in ("x.parquet", "x.csv"):
        (tmp_path / name).write_bytes(b"mine")
        with pytest.raises(SinkError, match=f"{name} is a file, expected a folder"):
            write([make_document("a.htm")], tmp_path / name)


def test_damaged_files_are_named(tmp_path: Path, make_document: Make) -> None:
    for name in ("x.jsonl.gz", "x.jsonl.zst"):
        path = tmp_path / name
        write([make_document(f"{number}.htm") for number in range(50)], path)
        path.write_bytes(path.read_bytes()[:-40])
        with pytest.raises(SinkError, match=name):
            list(open_stored(path).documents())
    write([make_document("a.htm")], tmp_path / "x.parquet")
    (tmp_path / "x.parquet" / "documents.parquet").write_bytes(b"PAR1 nothing")
    with pytest.raises(SinkError, match=r"documents\.parquet is no Parquet file"):
        list(open_stored(tmp_path / "x.parquet").documents())


@pytest.mark.parametrize("form", LAYOUTS)
def test_what_is_written_in_many_groups_comes_back(
    tmp_path: Path, samples: Results, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statedocs.sinks.tables.parquet._GROUP", 40)
    monkeypatch.setattr("statedocs.sinks.tables.parquet._HELD", 5000)
    monkeypatch.setattr("statedocs.sinks.tables.parquet._FEW", 2)
    monkeypatch.setattr("statedocs.sinks.tables.nested._HELD", 20000)
    write(samples, str(tmp_path / form))
    expected = sorted(to_json(result) for result in samples if isinstance(result, Document))
    assert sorted(map(to_json, open_stored(str(tmp_path / form)).documents())) == expected


def test_bytes_that_are_no_zstandard_are_named(tmp_path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], tmp_path / "x.jsonl.zst")
    (tmp_path / "x.jsonl.zst").write_bytes(b"no zstandard at all")
    with pytest.raises(SinkError, match=r"x\.jsonl\.zst is damaged"):
        list(open_stored(tmp_path / "x.jsonl.zst").documents())
