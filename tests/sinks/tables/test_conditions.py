"""What a record cannot hold no engine takes, whoever offers it."""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import open_stored, write
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
ERRORS = (sqlite3.Error, duckdb.Error, psycopg.Error)

COLUMNS = {
    "documents": "title",
    "dates": "role",
    "date_mentions": "value",
    "links": "kind",
    "sections": "level",
    "blocks": "kind",
    "countries": "name",
    "contacts": "name",
    "contact_phones": "kind",
    "findings": "level",
    "manifest": "outcome",
    "failures": "stage",
}
BAD = [
    "UPDATE documents SET published = '2013-13' WHERE published IS NOT NULL",
    "UPDATE documents SET published = NULL WHERE published IS NOT NULL",
    "UPDATE documents SET published_earliest = NULL WHERE published IS NOT NULL",
    "UPDATE documents SET published_earliest = '2999-01-01' WHERE published IS NOT NULL",
    "UPDATE documents SET published_role = 'seen' WHERE published IS NOT NULL",
    "UPDATE documents SET content_sha256 = 'abc'",
    "UPDATE documents SET schema_version = '2.0'",
    "UPDATE documents SET source_media_type = 'image/png'",
    "UPDATE documents SET accounting_visible = -1",
    "UPDATE documents SET source_origin = NULL",
    "UPDATE dates SET value = '199x'",
    "UPDATE dates SET value = '../1999'",
    "UPDATE dates SET value = '2012-02~'",
    "UPDATE dates SET earliest = NULL",
    "UPDATE dates SET latest = '0001-01-01'",
    "UPDATE dates SET latest = '2013-02-30'",
    "UPDATE date_mentions SET value = '2012-21'",
    "UPDATE date_mentions SET start = stop + 1",
    "UPDATE date_mentions SET start = -1",
    "UPDATE links SET start = stop + 1 WHERE start IS NOT NULL",
    "UPDATE links SET stop = NULL WHERE start IS NOT NULL",
    "UPDATE links SET section = NULL WHERE block IS NOT NULL",
    "UPDATE links SET kind = 'web'",
    "UPDATE sections SET parent = position WHERE parent IS NOT NULL",
    "UPDATE sections SET level = 7",
    "UPDATE blocks SET kind = 'chart'",
    "UPDATE countries SET code = 'pe'",
    "UPDATE countries SET code = 'PER'",
    "UPDATE contacts SET country = 'Peru'",
    "UPDATE contacts SET emails = 'one'",
    "UPDATE contact_phones SET e164 = '011 51 1 618 2000'",
    "UPDATE findings SET code = 'odd'",
    "UPDATE findings SET level = 'fatal'",
    "UPDATE manifest SET outcome = 'lost'",
    "UPDATE failures SET stage = 'later'",
]
NOTHING = {table: f"UPDATE {table} SET {column} = {column}" for table, column in COLUMNS.items()}
"""Statements that change nothing, for each table: where there is no row, nothing would be refused."""


@pytest.fixture(scope="module")
def filled(samples: Results, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """A place that holds the samples, made once for each engine."""
    made: dict[str, str] = {}

    def give(place: str) -> str:
        kind = "postgresql" if "://" in place else Path(place).suffix
        if kind == "postgresql":
            write(samples, place)
            return place
        if kind not in made:
            made[kind] = str(tmp_path_factory.mktemp("filled") / f"pages{kind}")
            write(samples, made[kind])
        return made[kind]

    return give


@contextlib.contextmanager
def asking(place: str) -> Iterator[Callable[[str], Any]]:
    """Give what runs a statement of its own, and undoes it."""
    if "://" in place:
        with psycopg.connect(place) as server:

            def ask(statement: str) -> Any:
                with server.transaction(force_rollback=True):
                    return server.execute(statement.encode()).rowcount

            yield ask
        return
    db: Any = sqlite3.connect(place, isolation_level=None) if place.endswith("sqlite") else duckdb.connect(place)
    with contextlib.closing(db):

        def once(statement: str) -> Any:
            db.execute("BEGIN")
            try:
                return db.execute(statement).rowcount
            finally:
                with contextlib.suppress(*ERRORS):
                    db.execute("ROLLBACK")

        yield once


def test_what_no_record_can_hold_is_refused(place: str, filled: Callable[[str], str]) -> None:
    taken = []
    with asking(filled(place)) as ask:
        for statement in BAD:
            assert ask(NOTHING[statement.split()[1]]) != 0
            try:
                ask(statement)
            except ERRORS:
                continue
            taken.append(statement)
    assert taken == []


SILENT = {
    ".duckdb": [
        """
        SELECT c.table_name, c.column_name
        FROM duckdb_columns() c JOIN duckdb_tables() t ON t.table_oid = c.table_oid
        WHERE c.schema_name = 'main' AND c.comment IS NULL
        """,
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND comment IS NULL",
        "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal AND comment IS NULL",
    ],
    "postgresql": [
        """
        SELECT c.relname, a.attname
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0
          AND NOT a.attisdropped AND col_description(c.oid, a.attnum) IS NULL
        """,
        """
        SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v')
          AND obj_description(oid, 'pg_class') IS NULL
        """,
        """
        SELECT proname FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace AND obj_description(oid, 'pg_proc') IS NULL
        """,
    ],
}


def test_every_table_and_column_says_what_it_is(place: str, make_document: Callable[..., Document]) -> None:
    write([make_document("a.htm")], place)
    if "://" in place:
        with psycopg.connect(place) as server:
            assert [server.execute(query.encode()).fetchall() for query in SILENT["postgresql"]] == [[], [], []]
    elif place.endswith(".duckdb"):
        with contextlib.closing(duckdb.connect(place, read_only=True)) as db:
            assert [db.execute(query).fetchall() for query in SILENT[".duckdb"]] == [[], [], []]
    else:
        with contextlib.closing(sqlite3.connect(place)) as lite:
            made = lite.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'").fetchall()
            lines = [line for (statement,) in made for line in statement.splitlines()]
            keys = ("PRIMARY KEY", "FOREIGN KEY", "CHECK", ")")
            assert [line for line in lines if " -- " not in line and not line.strip().startswith(keys)] == []
            views = lite.execute("SELECT sql FROM sqlite_master WHERE type = 'view'").fetchall()
            assert [view for (view,) in views if " -- " not in view.splitlines()[0]] == []


@pytest.mark.parametrize("value", ["2013-02-30", "2012-21", "2014/2013", "0000"])
def test_a_date_that_no_calendar_has_is_refused_by_name(
    make_document: Callable[..., Document], place: str, value: str
) -> None:
    document = json.loads(make_document("a.htm").model_dump_json())
    document["dates"] = [
        {
            "value": value,
            "precision": "day",
            "role": "published",
            "evidence": "masthead",
            "as_written": "that day",
            "line": None,
        }
    ]
    with pytest.raises(SinkError, match=rf"a\.htm: dates\[0\] is {value}, which no calendar has"):
        write([Document.model_validate_json(json.dumps(document))], place)
    with contextlib.suppress(SinkError):  # where there is no file yet
        assert list(open_stored(place).documents()) == []
