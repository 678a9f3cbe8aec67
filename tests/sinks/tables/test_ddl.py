"""The tables say what the models say, in the words of each engine, and the engines take it."""

import contextlib
import re
import sqlite3
from pathlib import Path

import duckdb
import pytest

from statedocs.extraction import edtf
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.days import days
from statedocs.sinks.tables.ddl import ENGINES, TABLES_VERSION, script
from statedocs.sinks.tables.shape import Column
from statedocs.sinks.tables.views import views
from statedocs.sinks.tables.wording import Sqlite

CONTRACT = (
    "documents issuers speakers places countries subjects identifiers breadcrumb dates masthead sections blocks "
    "list_items table_cells links date_mentions facts contacts contact_phones removed findings failures manifest"
)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_committed_tables_are_the_models(root: Path, engine: str) -> None:
    committed = (root / "schemas" / f"tables.{engine}.sql").read_text("utf-8")
    assert committed == script(engine), "run: statedocs schema -o schemas"  # type: ignore[arg-type]


def test_the_tables_are_those_of_the_contract() -> None:
    assert set(CONTRACT.split()) <= set(TABLES)
    assert {"published", "published_precision", "document_type_slug", "source_origin"} <= set(TABLES["documents"].names)
    assert TABLES["blocks"].key == ("document_id", "section", "position")


def test_every_table_and_column_says_what_it_is() -> None:
    silent = [(table.name, column.name) for table in TABLES.values() for column in table.columns if not column.about]
    assert silent == []
    assert all(table.about for table in TABLES.values())


def test_sqlite_takes_the_tables_and_keeps_their_comments() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.executescript(script("sqlite"))
        kept = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        assert "-- The page's own title, never the site's" in kept["documents"]
        assert [name for name in TABLES if ") STRICT" not in kept[name]] == []
        for view in views("sqlite"):
            db.execute(f"SELECT * FROM {view.name}").fetchall()
        assert db.execute("SELECT value FROM about WHERE name = 'tables_version'").fetchone() == (TABLES_VERSION,)


def test_duckdb_takes_the_tables_and_keeps_their_comments() -> None:
    with duckdb.connect() as db:
        for statement in db.extract_statements(script("duckdb")):
            db.execute(statement)
        bare = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        named = {name for name, _ in db.execute(bare).fetchall()}
        assert named.isdisjoint(TABLES)
        for view in views("duckdb"):
            db.execute(f"SELECT * FROM {view.name}").fetchall()


GOOD = (
    "2013",
    "2013-11",
    "2012-02",
    "2013-02",
    "2012-02-29",
    "2000-02-29",
    "1999-12-31/2000-02",
    "2013-11-19",
    "199X",
    "2008/2012",
    "2012-10/2013-09",
    "2013-11-19/2014",
)
BAD = (
    "",
    "13",
    "2013-1",
    "2013-11-9",
    "199x",
    "X",
    "2013/",
    "/2013",
    "2013-11-19T",
    "2013-11-19/2014/2015",
    "199X/2000",
    "2013-00",
    "2013-13",
    "2012-21",
    "2013-11-32",
    "2013-11-00",
    "2013/2014-13",
    "../1999",
    "2012-02~",
)
NO_DAYS = ("2013-02-30", "2013-02-29/2014", "2012/1900-02-29")
"""What has the form of a date and is none: SQLite has no regular expressions, but a calendar."""


@pytest.mark.parametrize("value", [*GOOD, *BAD, *NO_DAYS])
def test_sqlite_knows_edtf_by_its_form(value: str) -> None:
    columns = {column.name: column for column in TABLES["dates"].columns}
    assert bool(re.fullmatch(columns["value"].pattern or "", value)) is (value not in BAD)
    [condition], [first] = (Sqlite().kept(columns[name]) for name in ("value", "earliest"))
    with contextlib.closing(sqlite3.connect(":memory:")) as db:

        def holds(condition: str, earliest: str) -> bool:
            row = "SELECT ? AS value, ? AS earliest"
            return bool(db.execute(f"SELECT {condition} FROM ({row})", [value, earliest]).fetchone()[0])

        assert holds(condition, "2000-01-01") is (value in GOOD)
        assert holds(f"{condition} AND {first}", value) is (value in GOOD and len(value) == len("2000-01-01"))


def test_a_pattern_that_sqlite_cannot_say_is_not_left_out() -> None:
    with pytest.raises(ValueError, match="no form in SQLite"):
        list(Sqlite().kept(Column(name="x", kind="text", about="x", pattern="^[A-Z]+$")))


@pytest.mark.parametrize("value", GOOD)
def test_days_are_those_of_the_calendar(value: str) -> None:
    assert days(value) == (edtf.earliest(value).isoformat(), edtf.latest(value).isoformat())


@pytest.mark.parametrize("value", [None, "2013-02-30", "1900-02-29", "0000", "2013-13", "2012-21", "2014/2013"])
def test_a_date_that_no_calendar_has_has_no_days(value: str | None) -> None:
    assert days(value) == (None, None)


def test_the_days_of_every_shape() -> None:
    assert [days(value) for value in ("199X", "2012-02", "1900-02", "2000-02", "2012-10/2013-09", "2012/2013-02")] == [
        ("1990-01-01", "1999-12-31"),
        ("2012-02-01", "2012-02-29"),
        ("1900-02-01", "1900-02-28"),
        ("2000-02-01", "2000-02-29"),
        ("2012-10-01", "2013-09-30"),
        ("2012-01-01", "2013-02-28"),
    ]
