"""A database of an older minor version is migrated in place; one of a newer version is refused."""

import json
from collections.abc import Callable

import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import open_sink, open_stored, to_json, write
from statedocs.sinks.tables.ddl import drop_statements
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
    """Take away what version 1.1 brought: a field, a derived column, a list, and what stands on them."""
    database = opened(place)
    for statement in drop_statements(database.engine):
        database.run(statement)
    if database.engine == "sqlite":
        database.run("DROP INDEX links_by_host")
    for statement in (
        "ALTER TABLE documents DROP COLUMN description",
        "ALTER TABLE links DROP COLUMN host",
        "ALTER TABLE contacts DROP COLUMN emails",
        "DROP TABLE contact_phones",
    ):
        database.run(statement)
    database.commit()
    database.close()


def without_what_is_new(result: Document) -> bytes:
    value = json.loads(to_json(result))
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


def test_an_older_minor_version_is_migrated_in_place(
    part: Callable[..., Results], place: str, later: Callable[[str], None], make_document: Callable[..., Document]
) -> None:
    results = part(2)
    write(results, place)
    hosts = "SELECT document_id, position, host FROM links"
    found = "SELECT document_id, section, block, part FROM search('democracy')"
    before = rows(place, hosts), rows(place, found), rows(place, "SELECT * FROM manifest")
    made_older(place)
    later("1.1")
    with pytest.raises(SinkError, match="an older version's tables"):
        list(open_stored(place).documents())
    with open_sink(place):
        pass
    assert (rows(place, hosts), rows(place, found), rows(place, "SELECT * FROM manifest")) == before
    documents = [result for result in results if isinstance(result, Document)]
    assert list(map(to_json, open_stored(place).documents())) == list(map(without_what_is_new, documents))
    failures = [to_json(result) for result in results if isinstance(result, Failure)]
    assert list(map(to_json, open_stored(place).failures())) == failures
    assert rows(place, "SELECT value FROM about WHERE name = 'tables_version'") in (["('1.1',)"], ["['1.1']"])
    write(results, place)
    assert list(map(to_json, open_stored(place).documents())) == list(map(to_json, documents))


@pytest.mark.parametrize(
    ("version", "said"),
    [("1.1", "use a newer statedocs"), ("2.0", "use a newer statedocs"), ("0.9", "into a new database")],
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
        with pytest.raises(SinkError, match=f"its tables are version {version}, this program knows 1.0: .*{said}"):
            attempt()


def test_a_migration_that_fails_changes_nothing(
    make_document: Callable[..., Document], place: str, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write([make_document("a.htm")], place)
    later("1.1")
    with monkeypatch.context() as patch:
        patch.setattr("statedocs.sinks.tables.migrate._COPIED", ("no_such_table",))
        with pytest.raises((SinkError, KeyError)):
            write([make_document("b.htm")], place)
    later("1.0")
    assert [document.source.origin for document in open_stored(place).documents()] == ["a.htm"]
