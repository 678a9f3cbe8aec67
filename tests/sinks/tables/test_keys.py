"""No row lies under nothing: foreign keys where an engine has them, and a view that proves it everywhere."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from psycopg import sql

from statedocs.record import Document, Failure
from statedocs.sinks import open_stored, write
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.ddl import script
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]
ORPHANS = "SELECT child, parent, orphans FROM orphans ORDER BY child, parent"
NULLABLE = {("sections", "parent"), ("links", "section"), ("links", "block"), ("date_mentions", "block")}


class Engine:
    """A database as its own driver has it; keys as its users would have them."""

    def __init__(self, place: str) -> None:
        self.refused: type[Exception]
        if "://" in place:
            self.db: Any = psycopg.connect(place, autocommit=True)
            self.refused = psycopg.errors.IntegrityError
        elif place.endswith(".duckdb"):
            self.db, self.refused = duckdb.connect(place), duckdb.ConstraintException
        else:
            self.db, self.refused = sqlite3.connect(place, isolation_level=None), sqlite3.IntegrityError
            self.db.execute("PRAGMA foreign_keys = ON")

    def ask(self, statement: str) -> Sequence[Sequence[Any]]:
        said = sql.SQL(statement) if isinstance(self.db, psycopg.Connection) else statement
        found = self.db.execute(said)
        return list(found.fetchall()) if found.description else []


@contextlib.contextmanager
def opened(place: str) -> Iterator[Engine]:
    engine = Engine(place)
    try:
        yield engine
    finally:
        engine.db.close()


def test_every_row_of_a_record_names_what_it_lies_under() -> None:
    for table in TABLES.values():
        places = {"document_id", "section", "block", "contact", "parent"} & set(table.names)
        held = {column for reference in table.references for column in reference.columns}
        assert places == held, table.name
        for reference in table.references:
            assert TABLES[reference.table].key == reference.targets


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_keys_are_in_the_tables(engine: str) -> None:
    wanted = sum(len(table.references) for table in TABLES.values())
    made = script(engine)  # type: ignore[arg-type]
    assert made.count("FOREIGN KEY") == wanted > 20
    assert made.count("ON DELETE CASCADE") >= wanted


def test_nothing_is_an_orphan_whatever_is_loaded(samples: Results, place: str) -> None:
    for _ in range(2):
        write(samples, place)
        with opened(place) as engine:
            assert engine.ask(ORPHANS) == []


def test_what_lies_under_nothing_is_refused_or_shown(samples: Results, place: str) -> None:
    write(samples, place)
    with opened(place) as engine:
        for table in TABLES.values():
            for reference in table.references:
                column = reference.columns[-1]
                [(count,)] = engine.ask(f"SELECT count({column}) FROM {table.name}")
                if not count or column == "document_id":
                    continue
                key = ", ".join(table.key)
                first = f"SELECT {key} FROM {table.name} WHERE {column} IS NOT NULL ORDER BY {key} LIMIT 1"
                [values] = engine.ask(first)
                where = " AND ".join(f"{name} = {value!r}" for name, value in zip(table.key, values, strict=True))
                statement = f"UPDATE {table.name} SET {column} = 99999 WHERE {where}"
                if place.endswith(".duckdb") and column != "parent":  # which is to come before what lies under it
                    engine.ask(statement)
                else:
                    with pytest.raises(engine.refused):
                        engine.ask(statement)
        shown = {(child, parent) for child, parent, _ in engine.ask(ORPHANS)}
    if place.endswith(".duckdb"):
        assert {("links", "sections"), ("facts", "blocks")} <= shown
    else:
        assert shown == set()


def test_a_document_that_somebody_takes_away_takes_its_rows_along(samples: Results, place: str) -> None:
    write(samples, place)
    kept = [document.id for document in open_stored(place).documents()]
    with opened(place) as engine:
        if place.endswith(".duckdb"):
            with pytest.raises(engine.refused, match="still referenced by a foreign key"):
                engine.ask(f"DELETE FROM documents WHERE id <> '{kept[0]}'")
            return
        engine.ask(f"DELETE FROM documents WHERE id <> '{kept[0]}'")
        shown = engine.ask(ORPHANS)
        assert shown == []
        for table in TABLES.values():
            if table.references:
                assert (
                    engine.ask(f"SELECT DISTINCT document_id FROM {table.name} WHERE document_id <> '{kept[0]}'") == []
                )


def test_nothing_comes_into_duckdb_without_its_document(tmp_path: Path, make_document: Make) -> None:
    place = tmp_path / "pages.duckdb"
    write([make_document("a.htm")], place)
    under = [name for name, table in TABLES.items() if table.key[0] == "document_id"]
    assert len(under) > 15
    with opened(str(place)) as engine:
        keys = engine.ask(
            "SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY' "
            "AND constraint_column_names = ['document_id'] AND referenced_table = 'documents'"
        )
        assert {name for (name,) in keys} == set(under)
        with pytest.raises(engine.refused, match="does not exist in the referenced table"):
            engine.ask(f"INSERT INTO places VALUES ('{'f' * 32}', 0, 'Lima')")


@pytest.mark.parametrize("before", [[], ["DELETE FROM s WHERE id = 'a'"]])
def test_why_duckdb_has_keys_to_documents_alone(before: list[str]) -> None:
    """What others refer to cannot go in the transaction in which these go: sections could not be replaced with blocks.

    When this test fails DuckDB has learnt it, and its tables can have all keys, and `let_go` no second transaction.
    """
    with duckdb.connect() as db:
        db.execute("CREATE TABLE d (id VARCHAR PRIMARY KEY)")
        db.execute("CREATE TABLE s (id VARCHAR REFERENCES d (id))")
        db.execute("INSERT INTO d VALUES ('a')")
        db.execute("INSERT INTO s VALUES ('a')")
        db.begin()
        for statement in before:
            db.execute(statement)
        with pytest.raises(duckdb.ConstraintException, match="still referenced by a foreign key"):
            db.execute("DELETE FROM d WHERE id = 'a'")
        with pytest.raises(duckdb.ParserException, match="CASCADE"):
            duckdb.connect().execute("CREATE TABLE t (id VARCHAR REFERENCES d (id) ON DELETE CASCADE)")
