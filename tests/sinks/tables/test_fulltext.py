"""DuckDB's full-text index is never behind the texts, and nothing else needs it."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import Summary, entry_of, load, open_sink, open_stored, to_json, write
from statedocs.sinks.tables import fulltext, indexing
from statedocs.sinks.tables.questions import questions
from statedocs.sinks.tables.views import data_text
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]
INDEXED = "SELECT count(*) FROM duckdb_schemas() WHERE schema_name = 'fts_main_search_places'"
FOUND = "SELECT part, text, section, block, document_id FROM search(?) ORDER BY rank, document_id, section, block"
SCANNED = FOUND.replace("search(", "search_by_scan(")


class Kept(logging.Handler):
    """What was logged."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@pytest.fixture(autouse=True)
def said() -> Iterator[list[str]]:
    log, kept = logging.getLogger("statedocs"), Kept()
    level = log.level
    log.addHandler(kept)
    log.setLevel(logging.WARNING)
    yield kept.said
    log.removeHandler(kept)
    log.setLevel(level)


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no extension that somebody has installed have a part in it."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("USERPROFILE", os.environ["HOME"])


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Take the package away."""
    return lambda: monkeypatch.setattr(fulltext, "EXTENSION", "no_such_package")


@pytest.fixture
def extension() -> None:
    with duckdb.connect() as db:
        if not fulltext.load_extension(db):
            reason = f"DuckDB {duckdb.__version__} has no extension fts here: pip install 'statedocs[duckdb-fts]'"
            is_due = os.environ.get("CI") and os.environ.get("STATEDOCS_DUCKDB") != "bare"
            pytest.fail(reason) if is_due else pytest.skip(reason)


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "pages.duckdb")


def ask(place: str, statement: str, *values: str, extension: bool = True) -> Sequence[Sequence[Any]]:
    with duckdb.connect(place, read_only=True, config={"autoinstall_known_extensions": "false"}) as db:
        assert not extension or fulltext.load_extension(db)
        return db.execute(statement, values).fetchall()


def texts(place: str, words: str, statement: str = FOUND, *, extension: bool = True) -> list[str]:
    return [row[1] for row in ask(place, statement, words, extension=extension)]


def is_indexed(place: str) -> bool:
    return bool(ask(place, INDEXED, extension=False)[0][0])


@pytest.mark.usefixtures("extension")
def test_the_index_knows_words_their_forms_and_places(make_document: Make, place: str, said: list[str]) -> None:
    once = "Democracies in Perú held elections in 2019, the observers said, and the ballots were counted at once."
    write(
        [
            make_document("a.htm", text=once),
            make_document("b.htm", text="Democracy, democracy"),
            make_document("c.htm", text="Llamas graze"),
            make_document("d.htm", text="…"),
        ],
        place,
    )
    assert is_indexed(place)
    assert said == []
    blocks = [row for row in ask(place, FOUND, "democracy") if row[0] == "paragraph"]
    assert [row[1] for row in blocks] == ["Democracy, democracy", once]
    assert all(row[2] is not None and row[3] is not None and len(row[4]) == 32 for row in blocks)
    for words in ("DEMOCRACY 2019", "peru", "the", "election: observers!", "democracy democracies election"):
        assert once in texts(place, words), words
    for words in ("democracy llamas", "zyzzyva", "", " … ", "democracy zyzzyva"):
        assert texts(place, words) == [], words
    assert ask(place, FOUND, None) == []  # type: ignore[arg-type]


@pytest.mark.usefixtures("extension")
def test_what_a_scan_finds_the_index_finds(samples: Results, place: str) -> None:
    write(samples, place)
    assert is_indexed(place)
    more = 0
    for words in ("democracy", "countries", "Peru", "2013", "the", "U.S. Department of State", "Côte d'Ivoire"):
        found, scanned = set(map(tuple, ask(place, FOUND, words))), set(map(tuple, ask(place, SCANNED, words)))
        assert scanned <= found, words
        more += len(found - scanned)
    assert more


@pytest.mark.usefixtures("extension")
def test_where_a_run_had_no_extension_the_next_one_that_has_it_makes_the_index_of_all(
    make_document: Make, place: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fulltext, "EXTENSION", "no_such_package")
        with open_sink(place) as sink:
            sink.put(entry_of(make_document("b.htm", text="Alpacas graze")))
            sink.put(entry_of(make_document("a.htm", capture="later", text="Vicuñas graze")))
            sink.commit()  # and here it breaks off
    assert not is_indexed(place)
    assert texts(place, "llamas", extension=False) == []
    assert "Vicuñas graze" in texts(place, "vicunas", extension=False)
    assert "Alpacas graze" in texts(place, "alpacas", extension=False)
    load([place], [again := place.replace("pages", "again")])
    write([make_document("a.htm", capture="later", text="Vicuñas graze")], place)
    for indexed in (place, again):
        assert is_indexed(indexed)
        assert "Vicuñas graze" in texts(indexed, "vicuña")
        assert texts(indexed, "llama") == []
    assert said == []


@pytest.mark.usefixtures("extension")
def test_a_first_run_that_breaks_off_leaves_an_index_of_what_it_had(make_document: Make, place: str) -> None:
    once = make_document("a.htm", text="Llamas graze")
    with open_sink(place) as sink:
        sink.put(entry_of(once))
        sink.put(entry_of(make_document("b.htm", text="Alpacas graze")))
        sink.put(entry_of(once))
        sink.commit()  # and here it breaks off
    assert is_indexed(place)
    assert set(texts(place, "graze")) == {"Alpacas graze", "Llamas graze"}
    assert_the_extension_would_say_the_same(place)


@pytest.mark.usefixtures("extension")
def test_the_index_follows_every_commit(make_document: Make, place: str, said: list[str]) -> None:
    write([make_document("a.htm", text="Llamas graze"), make_document("b.htm", text="Alpacas graze")], place)
    with open_sink(place) as sink:
        sink.put(entry_of(make_document("a.htm", capture="later", text="Vicuñas grazed")))
        sink.commit()  # and here it breaks off
    assert is_indexed(place)
    assert texts(place, "llamas") == []
    assert set(texts(place, "graze")) == {"Alpacas graze", "Vicuñas grazed"}
    assert_the_extension_would_say_the_same(place)
    assert said == []


@pytest.mark.usefixtures("extension")
def test_an_index_that_followed_ranks_as_one_made_of_all_texts(
    samples: Results, part: Callable[..., Results], make_document: Make, place: str
) -> None:
    write(samples, place)
    assert_the_extension_would_say_the_same(place)
    load_these = [make_document(f"{number}.htm", text="Peru, Peruvians … democracies, a b c") for number in range(3)]
    write([*part(2), *load_these], place)
    with open_sink(place) as sink:
        for result in part(3, 1):
            sink.put(entry_of(result))
        for gone in sink.gone():
            sink.prune(gone)
        sink.commit()
    assert_the_extension_would_say_the_same(place)


@pytest.mark.usefixtures("extension")
def test_an_index_made_by_parts_is_the_same_whatever_way_accents_are_written(
    make_document: Make, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_AT_ONCE", 2)
    several = [
        "C\u00f4te d\u2019Ivoire",
        "Co\u0302te d'Ivoire",
        "\u0110\u00e0 N\u1eb5ng \u2014 peru",
        "\u0130zmir",
        "\u00c5 a\u030a \u2260 b c",
    ]
    write([make_document(f"{number}.htm", text=text) for number, text in enumerate(several)], place)
    assert set(several[:2]) == set(texts(place, "cote"))
    assert_the_extension_would_say_the_same(place)


def assert_the_extension_would_say_the_same(place: str) -> None:
    """Let the extension make an index of the same texts, and ask both."""
    with duckdb.connect(place, config={"autoinstall_known_extensions": "false"}) as db:
        assert fulltext.load_extension(db)
        db.execute("CREATE TABLE theirs AS SELECT row_number() OVER () AS id, * FROM search_texts")
        db.execute(
            "PRAGMA create_fts_index('theirs', 'id', 'text', stemmer = 'english', stopwords = 'none', "
            "ignore = '[^\\p{L}\\p{N}]+')"
        )
        asked = (
            "SELECT document_id, section, block, part, text, round(score, 9) FROM (SELECT *, {}.match_bm25(id, ?, "
            "conjunctive := 1) AS score FROM {}) AS found WHERE score IS NOT NULL ORDER BY ALL"
        )
        for words in ("graze", "peru", "democracy", "the country of 2013", "cuba", "a b c"):
            theirs = db.execute(asked.format("fts_main_theirs", "theirs"), [words]).fetchall()
            ours = db.execute(asked.format("fts_main_search_places", "search_places"), [words]).fetchall()
            assert ours == theirs, words
        counted = "SELECT term, df FROM {}.dict ORDER BY term"
        assert db.execute(counted.format("fts_main_search_places")).fetchall() == (
            db.execute(counted.format("fts_main_theirs")).fetchall()
        )
        db.execute("DROP SCHEMA fts_main_theirs CASCADE")
        db.execute("DROP TABLE theirs")


@pytest.mark.usefixtures("extension")
def test_an_index_whose_tables_are_not_known_is_made_anew_by_the_extension(
    make_document: Make, place: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'search_places' AND comment = 'marked'"
    entry = entry_of(make_document("a.htm", text="Llamas graze"))
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "_KNOWN", [])
        write([make_document("a.htm", text="Llamas graze")], place)
        with duckdb.connect(place) as db:
            db.execute("COMMENT ON TABLE search_places IS 'marked'")
        for changed in (False, True):
            with open_sink(place) as sink:
                earlier = sink.earlier("a.htm", entry.fingerprint)
                assert earlier
                sink.put(entry) if changed else sink.keep(earlier)
                sink.finish(Summary(1, 1, 0, 0, 0, {}, {}, {}, {}))
            assert is_indexed(place)
            assert ask(place, marked) == [(int(not changed),)]
            assert "Llamas graze" in texts(place, "llama")
    assert_the_extension_would_say_the_same(place)
    assert said == []


@pytest.mark.parametrize("left", [True, False])
@pytest.mark.usefixtures("extension")
def test_what_is_pruned_or_gone_is_found_no_more(make_document: Make, place: str, *, left: bool) -> None:
    write([make_document("a.htm", text="Llamas graze"), make_document("b.htm", text="Alpacas graze")], place)
    with open_sink(place) as sink:
        sink.put(entry_of(make_document("b.htm", text="Alpacas graze")))
        for gone in sink.gone():
            sink.keep(gone) if left else sink.prune(gone)
        sink.finish(Summary(2, 1, 0, 0, 1, {}, {}, {}, {}))
    assert is_indexed(place)
    assert bool(texts(place, "llama")) is left
    assert "Alpacas graze" in texts(place, "alpaca")


def test_without_the_extension_texts_are_read_and_the_remedy_is_said_once(
    make_document: Make, place: str, said: list[str], missing: Callable[[], None]
) -> None:
    missing()
    write([make_document(f"{number}.htm", text=f"Llamas graze {number}") for number in range(3)], place)
    assert not is_indexed(place)
    assert len(texts(place, "llamas graze", extension=False)) == 6
    [warning] = said
    assert warning.startswith(
        f"{place} has no full-text index, search() reads all texts: DuckDB v{duckdb.__version__} "
    )
    assert "INSTALL fts" in warning
    assert "pip install 'statedocs[duckdb-fts]'" in warning


@pytest.mark.usefixtures("extension")
def test_an_indexed_database_needs_the_extension_for_search_alone(
    samples: Results, place: str, said: list[str], missing: Callable[[], None], make_document: Make
) -> None:
    write(samples, place)
    indexed = texts(place, "peru democracy", SCANNED)
    missing()
    documents = [result for result in samples if isinstance(result, Document)]
    assert list(map(to_json, open_stored(place).documents())) == list(map(to_json, documents))
    for question in questions():
        if question.name != "search_for_words":
            with duckdb.connect(place, read_only=True) as db:
                db.execute(question.sql_for("duckdb"), dict(question.example))
    with pytest.raises(duckdb.Error, match=r"(?s)the required extension 'fts'.*INSTALL fts"):
        texts(place, "democracy", extension=False)
    assert texts(place, "peru democracy", SCANNED, extension=False) == indexed
    assert said == []
    load([place], [place.replace("pages", "other")])
    assert len(said) == 1
    with open_sink(place) as sink:
        sink.put(entry_of(make_document("llamas.htm", text="Llamas graze")))
        sink.commit()
    assert "Llamas graze" in texts(place, "llamas", extension=False)
    assert texts(place, "democracy", extension=False)


@pytest.mark.usefixtures("extension")
def test_an_index_that_cannot_be_made_costs_no_record(
    make_document: Make, place: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {"index.duckdb.sql": "CREATE TABLE search_places AS SELECT 1 AS id;\nPRAGMA memory_limit='nothing'"}
    with monkeypatch.context() as patch:
        patch.setattr("statedocs.sinks.tables.indexing.data_text", lambda name: broken.get(name) or data_text(name))
        write([make_document("a.htm", text="Llamas graze")], place)
    [warning] = said
    assert warning.startswith(f"{place} has no full-text index, search() reads all texts: {place}: ")
    assert ask(place, "SELECT value FROM about WHERE name = 'complete'") == [("true",)]
    assert "Llamas graze" in texts(place, "llamas", extension=False)
    load([place], [place.replace("pages", "other")])
    write([make_document("a.htm", text="Llamas graze")], place)
    assert is_indexed(place)
    assert len(said) == 1


@pytest.mark.usefixtures("extension")
def test_an_index_that_cannot_be_committed_costs_no_record(
    make_document: Make, place: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(database: indexing.Columnar) -> None:
        database.run("ROLLBACK")  # as DuckDB does with what it cannot commit
        raise SinkError("no such commit")

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "make", end)
        write([make_document("a.htm", text="Llamas graze")], place)
    assert [warning.rpartition(": ")[2] for warning in said] == ["no such commit"]
    assert "Llamas graze" in texts(place, "llamas", extension=False)


@pytest.mark.usefixtures("extension")
def test_an_extension_that_the_user_installed_comes_first(
    make_document: Make, place: str, missing: Callable[[], None]
) -> None:
    with duckdb.connect() as db:
        [file] = fulltext._brought(db)
        db.install_extension(file)
    missing()
    write([make_document("a.htm", text="Llamas graze")], place)
    assert is_indexed(place)
    assert "Llamas graze" in texts(place, "llama", extension=False)  # DuckDB loads what is installed by itself


KILLED = """
import os, signal, sys
from statedocs.record import Document
from statedocs.sinks import Summary, entry_of, open_sink
sink = open_sink(sys.argv[1])
sink.__enter__()
sink.put(entry_of(Document.model_validate_json(sys.stdin.read())))
sink.finish(Summary(1, 1, 0, 0, 0, {}, {}, {}, {}))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.usefixtures("extension")
def test_an_index_that_is_only_in_the_log_of_a_crash_needs_no_extension_to_go_on(
    make_document: Make, place: str, missing: Callable[[], None]
) -> None:
    document = make_document("a.htm", text="Llamas graze")
    command = [sys.executable, "-c", KILLED, place]
    assert subprocess.run(command, input=to_json(document), check=False, timeout=60).returncode == -signal.SIGKILL
    assert not Path(place).exists()
    assert (Path(place).parent / ".pages.duckdb.statedocs" / "pages.duckdb.wal").stat().st_size > 1000
    missing()
    write([make_document("b.htm", text="Alpacas graze")], place)
    assert len(list(open_stored(place).documents())) == 2
    assert not is_indexed(place)
    assert {"Llamas graze", "Alpacas graze"} <= {*texts(place, "graze", extension=False)}
