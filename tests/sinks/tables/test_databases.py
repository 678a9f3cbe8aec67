"""What every engine does: the same records back, each page once, each run to the same rows."""

import hashlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import Writer, entry_of, load, open_sink, open_stored, to_json, write
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.ddl import TABLES_VERSION
from statedocs.sinks.tables.postgresql import Postgresql
from statedocs.sinks.tables.sink import TableSink
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]
Fail = Callable[..., Failure]


def rows(place: str) -> dict[str, list[str]]:
    """Give everything that the tables hold, in an order of its own."""
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    database = sink._database.again()
    database.open_to_read()
    try:
        names = [name for name in TABLES if name not in ("finding_codes", "about")]
        return {name: sorted(map(repr, database.query(f"SELECT * FROM {name}"))) for name in names}
    finally:
        database.close()


def held(place: str) -> tuple[list[bytes], list[bytes], list[Outcome]]:
    stored = open_stored(place)
    return list(map(to_json, stored.documents())), list(map(to_json, stored.failures())), list(stored.manifest())


def lines(place: str) -> list[tuple[str, str, str | None]]:
    return [(outcome.origin, outcome.outcome, outcome.reason) for outcome in open_stored(place).manifest()]


def read_by_another(place: str) -> str:
    """Read as a process of its own and give what it says when it cannot."""
    program = f"from statedocs.sinks import open_stored; list(open_stored({place!r}).documents())"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stderr


def test_every_record_comes_back_byte_for_byte(samples: Results, place: str) -> None:
    summary = write(samples, place)
    documents, failures, outcomes = held(place)
    assert documents == [to_json(result) for result in samples if isinstance(result, Document)]
    assert failures == [to_json(result) for result in samples if isinstance(result, Failure)]
    assert len(documents) > 40
    assert len(failures) > 10
    assert [outcome.origin for outcome in outcomes] == [
        result.source.origin if isinstance(result, Document) else result.origin for result in samples
    ]
    assert len(outcomes) == summary.pages


def test_a_second_run_ends_in_the_same_rows(part: Callable[..., Results], place: str) -> None:
    results = part(4)
    first = write(results, place)
    before = rows(place)
    assert write(results, place) == first
    assert rows(place) == before


def test_a_page_converted_again_replaces_its_rows(make_document: Make, place: str) -> None:
    old = make_document("a.htm", capture="one", text="Old", findings=("date-missing", "title-missing"))
    new = make_document("a.htm", capture="two", text="New")
    write([old, make_document("b.htm")], place)
    write([new, make_document("b.htm")], place)
    found = rows(place)
    assert [document.title for document in open_stored(place).documents()] == ["New", "Peru"]
    assert len(found["documents"]) == len(found["sections"]) == len(found["blocks"]) == 2
    assert found["findings"] == []


def captured(make: Make, origin: str, time: str | None, text: str = "Peru") -> Document:
    made = make(origin, capture=f"{origin}{text[:4]}{time}", text=text)
    return made.model_copy(update={"source": made.source.model_copy(update={"captured_at": time})})


def test_captures_of_other_times_are_loaded_beside_each_other_in_whatever_order(
    tmp_path: Path, make_document: Make, make_failure: Fail, place: str, another: str
) -> None:
    """Two crawls call their pages alike; what is loaded again changes nothing, and takes nothing away."""
    first, second, again = (tmp_path / f"{name}.jsonl" for name in ("first", "second", "again"))
    failed = {"captured_at": "2012-01-01T00:00:00Z", "sha256": "b" * 64}
    write(
        [
            captured(make_document, "a.htm", "2011-01-01T00:00:00Z"),
            captured(make_document, "b.htm", "2011-01-01T00:00:00Z"),
        ],
        first,
    )
    later = captured(make_document, "a.htm", "2012-01-01T00:00:00Z", "Later")
    write([later, make_failure("b.htm").model_copy(update=failed)], second)
    write([captured(make_document, "a.htm", "2011-01-01T00:00:00Z", "Read again")], again)
    load([first, second], [place])
    both = rows(place)
    assert (len(both["documents"]), len(both["failures"]), len(both["manifest"]), len(both["captures"])) == (3, 1, 4, 4)
    for places in ([second], [first]):
        load(places, [place])
        assert rows(place) == both
    load([second], [another])
    load([first], [another])
    unnumbered = ("documents", "blocks", "failures", "captures")
    assert [rows(another)[name] for name in unnumbered] == [both[name] for name in unnumbered]
    load([again], [place])
    assert sorted(document.title or "" for document in open_stored(place).documents()) == [
        "Later",
        "Peru",
        "Read again",
    ]
    assert len(rows(place)["manifest"]) == 4
    write([captured(make_document, "a.htm", None, "Whenever")], again)
    load([again], [place])
    assert [document.title for document in open_stored(place).documents() if document.source.origin == "a.htm"] == [
        "Whenever"
    ]


def test_a_page_that_fails_is_no_document_any_more(make_document: Make, make_failure: Fail, place: str) -> None:
    write([make_document("a.htm")], place)
    write([make_failure("a.htm")], place)
    documents, failures, _ = held(place)
    assert (len(documents), len(failures)) == (0, 1)
    write([make_document("a.htm")], place)
    documents, failures, outcomes = held(place)
    assert (len(documents), len(failures), len(outcomes)) == (1, 0, 1)


def test_several_failures_of_one_archive_all_stay(make_failure: Fail, place: str) -> None:
    damages = [
        make_failure("a.warc", message=message).model_copy(update={"offset": offset, "sha256": None})
        for message, offset in [("first", 10), ("second", 20), ("third", None), ("fourth", None)]
    ]
    for _ in range(2):
        write(damages, place)
        assert [failure.message for failure in open_stored(place).failures()] == ["first", "second", "third", "fourth"]
    write(damages[1:2], place)
    assert [failure.message for failure in open_stored(place).failures()] == ["second"]


def test_a_page_that_is_gone_keeps_its_record_until_pruned(make_document: Make, place: str) -> None:
    write([make_document("a.htm"), make_document("b.htm")], place)
    for _ in range(2):
        summary = write([make_document("b.htm")], place)
        assert (summary.pages, summary.gone) == (2, 1)
        assert lines(place) == [("b.htm", "document", None), ("a.htm", "gone", "no longer in the inputs")]
        assert [document.source.origin for document in open_stored(place).documents()] == ["b.htm", "a.htm"]
    with Writer([open_sink(place)]) as writer:
        writer.put(entry_of(make_document("b.htm")))
        writer.finish(1, prune=True)
    assert [document.source.origin for document in open_stored(place).documents()] == ["b.htm"]
    assert lines(place)[1] == ("a.htm", "gone", "no longer in the inputs; its record was removed")


def test_a_capture_that_moved_is_not_lost_with_its_old_name(make_document: Make, place: str) -> None:
    write([make_document("old.htm", capture="same")], place)
    moved = make_document("new.htm", capture="same")
    with Writer([open_sink(place)]) as writer:
        writer.put(entry_of(moved))
        writer.put(entry_of(Skipped("x.css", "style sheet")))
        writer.finish(2, prune=True)
    assert list(open_stored(place).documents()) == [moved]


def test_a_duplicate_makes_room(make_document: Make, place: str) -> None:
    write([make_document("a.htm", capture="one"), make_document("b.htm", capture="two")], place)
    write([make_document("a.htm", capture="one"), make_document("b.htm", capture="one")], place)
    assert [document.source.origin for document in open_stored(place).documents()] == ["a.htm"]
    assert lines(place)[1] == ("b.htm", "skipped", "duplicate of a.htm")


def test_what_is_unchanged_is_known_by_its_fingerprint(make_document: Make, make_failure: Fail, place: str) -> None:
    results: Results = [make_document("a.htm"), make_failure("b.htm"), Skipped("c.css", "style")]
    entries = [replace(entry_of(result), fingerprint=f"print of {number}") for number, result in enumerate(results)]
    with Writer([open_sink(place)]) as writer:
        for entry in entries:
            writer.put(entry)
        writer.finish(3)
    before = rows(place)
    with Writer([open_sink(place)]) as writer:
        assert writer.earlier("a.htm", "another print") is None
        for number, entry in enumerate(entries):
            kept = writer.earlier(entry.outcome.origin, f"print of {number}")
            assert kept
            assert kept[0].outcome.outcome == entry.outcome.outcome
            if not writer.keep(kept):
                writer.put(entry)
        writer.finish(3)
    assert rows(place) == before


def test_a_run_that_broke_off_left_what_was_committed(make_document: Make, place: str) -> None:
    with Writer([open_sink(place)]) as writer:
        writer.put(entry_of(make_document("a.htm"), "print of a"))
        writer.commit()
        writer.put(entry_of(make_document("b.htm"), "print of b"))
    assert [document.source.origin for document in open_stored(place).documents()] == ["a.htm"]
    with Writer([open_sink(place)]) as writer:
        kept = writer.earlier("a.htm", "print of a")
        assert kept
        assert writer.earlier("b.htm", "print of b") is None
        writer.put(entry_of(make_document("b.htm"), "print of b"))
        assert writer.keep(kept)
        writer.finish(2)
    assert lines(place) == [("b.htm", "document", None), ("a.htm", "document", None)]


def test_a_second_run_at_the_same_time_stops(make_document: Make, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statedocs.sinks.tables.postgresql._PATIENCE", 0.2)
    with Writer([open_sink(place)]), pytest.raises(SinkError, match="is in use by"):
        write([make_document("b.htm")], place)


def test_readers_see_what_was_committed_while_a_run_goes_on(make_document: Make, place: str) -> None:
    write([make_document("a.htm")], place)
    sink = open_sink(place)
    with Writer([sink]) as writer:
        writer.put(entry_of(make_document("b.htm")))
        reading = open_stored(place).documents()
        assert next(reading).source.origin == "a.htm"
        writer.commit()
        assert isinstance(sink, TableSink)
        sink._behind.wait()
        assert list(reading) == []
        assert read_by_another(place) == ""
        later = len(list(open_stored(place).documents()))
    assert later == (1 if place.endswith(".duckdb") else 2)  # there, when the run is at its end
    assert len(list(open_stored(place).documents())) == 2


@pytest.fixture
def english(postgresql: str) -> Iterator[str]:
    """A database whose words are in the order of an English dictionary."""
    name = "t" + uuid4().hex
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'en'"
        )
        given = {**conninfo_to_dict(postgresql), "dbname": name}
        given.pop("options")
        yield f"postgresql:///?{urlencode(given)}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_keys_are_in_one_order_whatever_the_language_of_the_database(english: str, make_document: Make) -> None:
    origins = ["B.htm", "a-b.htm", "a.htm", "ab.htm", "ä.htm"]
    write([make_document(origin) for origin in reversed(origins)], english)
    with psycopg.connect(english) as server:
        found = server.execute("SELECT source_origin FROM documents ORDER BY source_origin").fetchall()
        assert [row[0] for row in found] != origins  # so it is a dictionary's
        assert [row[0] for row in server.execute("SELECT origin FROM manifest ORDER BY origin")] == origins
    assert len(list(open_stored(english).documents())) == len(origins)


def test_what_is_read_together_is_of_one_state(make_document: Make, place: str) -> None:
    old, new = make_document("a.htm", capture="one", text="Old"), make_document("a.htm", capture="two", text="New")
    write([old], place)
    stored = open_stored(place)
    with Writer([open_sink(place)]) as writer:
        manifest = stored.manifest()
        assert next(manifest).id == old.id
        for document in (make_document("0.htm"), new):
            writer.put(entry_of(document))
        writer.finish(2)
        assert list(stored.documents()) == [old]
        assert list(manifest) == []
    assert [document.source.origin for document in stored.documents()] == ["0.htm", "a.htm"]


def test_who_is_in_the_middle_of_reading_sqlite_lets_a_run_wait(
    make_document: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "pages.sqlite"
    write([make_document("a.htm")], place)
    monkeypatch.setattr("statedocs.sinks.tables.sqlite._PATIENCE", 0.1)
    reading = open_stored(place).manifest()
    next(reading)
    with pytest.raises(
        SinkError, match=r"pages\.sqlite is being read or written by another program: database is locked"
    ):
        write([make_document("b.htm")], place)
    assert list(reading) == []
    write([make_document("b.htm")], place)
    assert len(list(open_stored(place).documents())) == 2


def test_the_lines_must_add_up(make_document: Make, place: str) -> None:
    with Writer([open_sink(place)]) as writer:
        writer.put(entry_of(make_document("a.htm")))
        with pytest.raises(SinkError, match="2 pages were seen"):
            writer.finish(2)
    with open_sink(place) as sink, pytest.raises(SinkError, match="0 lines do not add up"):
        sink.finish(replace(write([], "-"), pages=1))


def test_a_database_that_says_it_is_complete_is(make_document: Make, place: str) -> None:
    write([make_document("a.htm"), Skipped("b.css", "style sheet")], place)
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    database = sink._database.again()
    database.open_to_read()
    said = {str(name): str(value) for name, value in database.query("SELECT name, value FROM about")}
    database.close()
    assert json.loads(said.pop("converter"))["name"] == "statedocs"
    assert said == {
        "tables_version": TABLES_VERSION,
        "complete": "true",
        "pages": "2",
        "documents": "1",
        "failures": "0",
        "skipped": "1",
        "gone": "0",
    }


def test_another_programs_tables_are_let_alone(tmp_path: Path, make_document: Make) -> None:
    path = tmp_path / "pages.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE links (mine)")
    with pytest.raises(
        SinkError, match=r"pages\.db: expected no tables or those of statedocs, found another table links"
    ):
        write([make_document("a.htm")], path)
    with pytest.raises(SinkError, match="expected the tables of statedocs, found none"):
        list(open_stored(path).documents())


def test_what_is_no_database_is_refused(tmp_path: Path, make_document: Make) -> None:
    for name in ("pages.sqlite", "pages.duckdb"):
        (tmp_path / name).write_bytes(b"no database" * 1000)
        with pytest.raises(SinkError, match=name):
            write([make_document("a.htm")], tmp_path / name)


def test_sqlite_under_the_name_of_duckdb_is_refused_without_asking_the_network(
    tmp_path: Path, make_document: Make
) -> None:
    write([make_document("a.htm")], tmp_path / "pages.sqlite")
    place = (tmp_path / "pages.sqlite").rename(tmp_path / "pages.duckdb")
    before = place.read_bytes()
    for attempt in (lambda: write([make_document("b.htm")], place), lambda: list(open_stored(place).documents())):
        with pytest.raises(SinkError, match=r"pages\.duckdb: expected a database of DuckDB, found one of SQLite"):
            attempt()
    assert place.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages.duckdb", "pages.metadata.json"]


def test_a_server_that_is_not_there_is_named_without_its_password(make_document: Make) -> None:
    with pytest.raises(SinkError, match=r"postgresql://me:\*\*\*@127\.0\.0\.1:1/x") as caught:
        write([make_document("a.htm")], "postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)


def test_a_text_of_any_length_is_taken_wherever_it_stands(make_document: Make, place: str) -> None:
    """An index of PostgreSQL holds no row of more than 2,700 bytes; markup that is not closed makes such headings."""
    long = "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(140))
    evidence = {"as_written": long, "evidence": "masthead"}
    link = {"text": long, "href": long, "kind": "external", "section": None, "block": None, "start": None, "stop": None}
    value = json.loads(to_json(make_document("a.htm", text=long)))
    value |= {
        **dict.fromkeys(("page_key", "title", "description"), long),
        "url": f"https://www.state.gov/{long}",
        "series": {"name": long, "edition": long},
        "issuers": [{"name": long, "code": None, **evidence}],
        "countries": [{"name": long, "code": None, **evidence}],
        "facts": [{"topic": long, "label": long, "qualifier": long, "value": long, "section": 1, "block": 0}],
        "links": [{**link, "url": f"https://{long}/", "line": 1}],
        "source": {**value["source"], "origin": long[:250]},
    }
    value["sections"].append({**value["sections"][0], "position": 1, "level": 2, "heading": long, "number": long})
    page = Document.model_validate_json(json.dumps(value))
    for _ in range(2):
        write([page], place)
        assert held(place)[0] == [to_json(page)]


def test_a_database_that_does_not_hold_every_character_is_refused(postgresql: str, make_document: Make) -> None:
    name = "t" + uuid4().hex
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0".encode())
        known = {**conninfo_to_dict(postgresql), "dbname": name, "user": server.info.user}
        known.pop("options")
        try:
            with pytest.raises(SinkError, match="expected a database in UTF8, found one in LATIN1"):
                write([make_document("a.htm")], "postgresql:///?" + urlencode(known))
        finally:
            server.execute(f"DROP DATABASE {name}".encode())


def test_a_client_of_another_encoding_makes_no_difference(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    write([make_document("a.htm", text="Łódź, 北京")], postgresql)
    assert [document.title for document in open_stored(postgresql).documents()] == ["Łódź, 北京"]


def test_a_schema_that_is_not_there_is_named(postgresql: str, make_document: Make) -> None:
    place = postgresql.replace("search_path%3D", "search_path%3Dno_")
    with pytest.raises(SinkError, match=r"no_t\w+: expected a schema of the search path that is there, found none"):
        write([make_document("a.htm")], place)


def test_a_server_that_goes_away_is_said_in_one_error(
    postgresql: str, samples: Results, capfd: pytest.CaptureFixture[str]
) -> None:
    def load_and_lose(sink: TableSink) -> None:
        with sink:
            with psycopg.connect(postgresql, autocommit=True) as server:
                for database in (sink._database, *sink._behind._free):
                    assert isinstance(database, Postgresql)
                    server.execute("SELECT pg_terminate_backend(%s)", [database._db.info.backend_pid])
            for result in samples:
                sink.put(entry_of(result))
            sink.commit()

    sink = open_sink(postgresql)
    assert isinstance(sink, TableSink)
    with pytest.raises(SinkError, match=r"terminat|closed|lost"):
        load_and_lose(sink)
    assert capfd.readouterr().err == ""
    write(samples, postgresql)
    assert len(list(open_stored(postgresql).documents())) > 40
