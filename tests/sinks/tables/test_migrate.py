"""A database of an older minor version is migrated in place; one of a newer version is refused."""

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import psycopg
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import load, open_sink, open_stored, to_json, write
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.ddl import TABLES_VERSION, drop_statements
from statedocs.sinks.tables.engine import Database
from statedocs.sinks.tables.sink import TableSink
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
LATER = ("statedocs.sinks.tables.ddl", "statedocs.sinks.tables.places", "statedocs.sinks.tables.migrate")


def opened(place: str) -> Database:
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    database = sink._database.again()
    database.open_to_write()
    return database


def made_older(place: str) -> None:
    """Take away what a later version might bring: a field, a derived column, a list, and what stands on them."""
    database = opened(place)
    for statement in drop_statements(database.engine):
        database.run(statement)
    if database.engine == "sqlite":
        database.run("DROP INDEX links_by_host")
    if database.engine != "duckdb":  # which alters no table that others refer to
        database.run("ALTER TABLE documents DROP COLUMN description")
    for statement in (
        "ALTER TABLE links DROP COLUMN host",
        "ALTER TABLE contacts DROP COLUMN emails",
        "ALTER TABLE sections DROP COLUMN text_digest",
        "DROP TABLE contact_phones",
    ):
        database.run(statement)
    database.commit()
    database.close()


def without_what_is_new(result: Document, place: str) -> bytes:
    value = json.loads(to_json(result))
    if not place.endswith(".duckdb"):
        value["description"] = None
    for contact in value["contacts"]:
        contact["emails"] = contact["phones"] = []
    return to_json(Document.model_validate_json(json.dumps(value)))


def rows(place: str, query: str) -> list[str]:
    database = opened(place)
    try:
        return sorted(map(repr, database.query(query)))
    finally:
        database.close()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the program be of another version."""

    def become(version: str) -> None:
        for module in LATER:
            monkeypatch.setattr(f"{module}.TABLES_VERSION", version)

    return become


EARLIER = Path(__file__).parent / "earlier"


def fill(place: str, script: str) -> None:
    """Make a database as an earlier program left it: its own DDL, and the rows that it loaded."""
    if place.endswith(".sqlite"):
        with contextlib.closing(sqlite3.connect(place)) as lite:
            lite.executescript(script)
    elif place.endswith(".duckdb"):
        with duckdb.connect(place) as duck:
            duck.execute(script)
    else:
        with psycopg.connect(place) as server:
            server.execute(script.encode())


def layout(place: str) -> list[str]:
    """Give everything that is defined in a database: tables, keys, conditions, indexes, views, comments."""
    ours = "schema_name = 'main' AND table_name <> 'search_places'"  # which the end of a run makes, where it can
    made = "schema_name = 'main' AND NOT internal AND function_name <> 'stems_of'"  # so is that
    queries = {
        ".sqlite": ["SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"],
        ".duckdb": [
            f"SELECT table_name, sql, comment FROM duckdb_tables() WHERE {ours}",
            f"SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE {ours}",
            "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'",
            f"SELECT function_name, parameters FROM duckdb_functions() WHERE {made}",
        ],
    }
    server = [
        """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               col_description(c.oid, a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
        """,
        """
        SELECT conrelid::regclass::text, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
        """,
        "SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes WHERE schemaname = current_schema()",
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
        "SELECT viewname, definition FROM pg_views WHERE schemaname = current_schema()",
    ]
    found: list[str] = []
    for query in queries.get(Path(place).suffix, server):
        found += rows(place, query)
    return found


@pytest.mark.parametrize("older", ["1.0", "1.2", "1.3", "1.4"])
def test_a_database_that_an_older_version_made_becomes_one_of_today(place: str, another: str, older: str) -> None:
    """`earlier/1.*` is what the program of each version made and loaded, of the same records."""
    engine = "postgresql" if "://" in place else Path(place).suffix[1:]
    records = EARLIER / "1.0.jsonl"
    fill(place, (EARLIER / f"{older}.{engine}.sql").read_text("utf-8"))
    kept = ("SELECT * FROM manifest", "SELECT * FROM captures", "SELECT * FROM about WHERE name <> 'tables_version'")
    lines = [rows(place, query) for query in kept]
    version = "SELECT value FROM about WHERE name = 'tables_version'"
    assert rows(place, version) in ([f"('{older}',)"], [f"['{older}']"])
    with pytest.raises(SinkError, match="an older version's tables: any `load` or `convert` into it migrates them"):
        list(open_stored(place).documents())
    load([records], [another])
    for _ in range(2):
        with open_sink(place):
            pass
        assert rows(place, version) == rows(another, version)
        assert b"".join(map(to_json, open_stored(place).documents())) == records.read_bytes()
        failures = records.with_suffix(".failures.jsonl").read_bytes()
        assert b"".join(map(to_json, open_stored(place).failures())) == failures
        said = [rows(place, query) for query in kept]
        assert said[:2] == lines[:2]
        for name in TABLES:
            if name not in ("about", "manifest", "captures"):
                query = f"SELECT * FROM {name}"
                assert rows(place, query) == rows(another, query)
        found = "SELECT document_id, section, block FROM search('government')"
        assert rows(place, found) == rows(another, found) != []
        assert layout(place) == layout(another)


def test_an_older_minor_version_is_migrated_in_place(
    part: Callable[..., Results], place: str, later: Callable[[str], None], make_document: Callable[..., Document]
) -> None:
    results = part(2)
    write(results, place)
    hosts = "SELECT document_id, position, host FROM links"
    found = "SELECT document_id, section, block, part FROM search('democracy')"
    before = rows(place, hosts), rows(place, found), rows(place, "SELECT * FROM manifest")
    made_older(place)
    later("1.99")
    with pytest.raises(SinkError, match="an older version's tables"):
        list(open_stored(place).documents())
    with open_sink(place):
        pass
    assert (rows(place, hosts), rows(place, found), rows(place, "SELECT * FROM manifest")) == before
    documents = [result for result in results if isinstance(result, Document)]
    assert list(map(to_json, open_stored(place).documents())) == [
        without_what_is_new(document, place) for document in documents
    ]
    failures = [to_json(result) for result in results if isinstance(result, Failure)]
    assert list(map(to_json, open_stored(place).failures())) == failures
    assert rows(place, "SELECT value FROM about WHERE name = 'tables_version'") in (["('1.99',)"], ["['1.99']"])
    write(results, place)
    assert list(map(to_json, open_stored(place).documents())) == list(map(to_json, documents))


@pytest.mark.parametrize(
    ("version", "said"),
    [("1.99", "use a newer statedocs"), ("2.0", "use a newer statedocs"), ("0.9", "into a new database")],
)
def test_another_version_is_refused(
    make_document: Callable[..., Document], place: str, later: Callable[[str], None], version: str, said: str
) -> None:
    write([make_document("a.htm")], place)
    database = opened(place)
    database.run(f"UPDATE about SET value = '{version}' WHERE name = 'tables_version'")
    database.commit()
    database.close()
    for attempt in (lambda: write([make_document("b.htm")], place), lambda: list(open_stored(place).documents())):
        with pytest.raises(
            SinkError, match=f"its tables are version {version}, this program knows {TABLES_VERSION}: .*{said}"
        ):
            attempt()


def test_a_migration_that_fails_changes_nothing(
    make_document: Callable[..., Document], place: str, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write([make_document("a.htm")], place)
    later("1.99")
    with monkeypatch.context() as patch:
        patch.setattr("statedocs.sinks.tables.migrate._COPIED", ("no_such_table",))
        with pytest.raises((SinkError, KeyError)):
            write([make_document("b.htm")], place)
    later(TABLES_VERSION)
    assert [document.source.origin for document in open_stored(place).documents()] == ["a.htm"]


def test_whoever_may_read_the_tables_may_read_them_afterwards(
    postgresql: str, later: Callable[[str], None], make_document: Callable[..., Document]
) -> None:
    write([make_document("a.htm")], postgresql)
    granted = """
        SELECT relname, relacl::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        AND relacl IS NOT NULL UNION ALL SELECT attname, attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
        AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
    """
    with psycopg.connect(postgresql) as server:
        for statement in (
            b"GRANT SELECT ON documents, fact_sheets TO PUBLIC",
            b"GRANT SELECT, UPDATE ON links TO pg_monitor WITH GRANT OPTION",
            b"GRANT SELECT (title) ON documents TO pg_monitor",
            b"CREATE TABLE mine (number integer)",
            b"GRANT SELECT ON mine TO PUBLIC",
        ):
            server.execute(statement)
    before = rows(postgresql, granted)
    assert len(before) == 5
    later("1.99")
    with open_sink(postgresql):
        pass
    assert rows(postgresql, granted) == before
    assert rows(postgresql, "SELECT value FROM about WHERE name = 'tables_version'") == ["('1.99',)"]
