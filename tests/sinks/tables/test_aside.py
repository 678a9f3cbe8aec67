"""DuckDB is loaded in a copy, which takes the file's place: readers have one state or the next, never a lock."""

import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks import Writer, entry_of, open_sink, open_stored, write
from statedocs.sinks.tables.duckdb import Duckdb
from statedocs.sinks.tables.sink import TableSink

Make = Callable[..., Document]
TITLES = "import duckdb, sys; db = duckdb.connect(sys.argv[1], read_only=True); print(db.sql(sys.argv[2]).fetchall())"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pages.duckdb"


def titles(path: Path) -> list[str | None]:
    return [document.title for document in open_stored(path).documents()]


def asked_by_another(path: Path) -> str:
    """Ask as a process of its own, as whoever has DuckDB alone does."""
    command = [sys.executable, "-c", TITLES, str(path), "SELECT title FROM documents ORDER BY title"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def files(path: Path) -> list[str]:
    return sorted(found.relative_to(path.parent).as_posix() for found in path.parent.rglob("*"))


def test_other_programs_read_while_a_run_goes_on(path: Path, make_document: Make) -> None:
    write([make_document("a.htm", text="Old")], path)
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as reader:
        sink = open_sink(path)
        with Writer([sink]) as writer:
            writer.put(entry_of(make_document("a.htm", capture="two", text="New")))
            writer.commit()
            assert isinstance(sink, TableSink)
            sink._behind.wait()
            assert asked_by_another(path) == "[('Old',)]"
            writer.finish(1)
        assert reader.sql("SELECT title FROM documents").fetchall() == [("Old",)]
    assert asked_by_another(path) == "[('New',)]"
    assert files(path) == ["pages.duckdb"]


def test_who_may_read_the_file_is_as_before(path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], path)
    path.chmod(0o640)
    write([make_document("b.htm")], path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_another_program_has_written_meanwhile_is_not_lost(path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], path)

    def load_while_another_writes() -> None:
        with Writer([open_sink(path)]) as writer:
            writer.put(entry_of(make_document("b.htm")))
            with contextlib.closing(duckdb.connect(str(path))) as db:
                db.execute("CREATE TABLE mine AS SELECT 1 AS one")
            writer.finish(1)

    with pytest.raises(SinkError, match=r"pages\.duckdb was changed by another program while this one loaded a copy"):
        load_while_another_writes()
    write([make_document("b.htm")], path)
    assert len(titles(path)) == 2
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as db:
        assert db.sql("FROM mine").fetchall() == [(1,)]


def test_a_program_that_writes_keeps_a_run_from_beginning(path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], path)
    program = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('here', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"here\n"
        with pytest.raises(SinkError, match="is in use by another program: DuckDB lets one write, or several read"):
            write([make_document("b.htm")], path)
        other.communicate()
    write([make_document("b.htm")], path)
    assert len(titles(path)) == 2


def test_what_a_program_that_crashed_left_in_its_log_is_not_lost(path: Path, make_document: Make) -> None:
    write([make_document("a.htm")], path)
    made = "db = duckdb.connect(sys.argv[1]); db.execute('CREATE TABLE mine AS SELECT 7')"
    subprocess.run([sys.executable, "-c", f"import duckdb, os, sys; {made}; os._exit(1)", str(path)], check=False)
    assert path.with_name("pages.duckdb.wal").exists()
    write([make_document("b.htm")], path)
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as db:
        assert db.sql("FROM mine").fetchall() == [(7,)]
    assert len(titles(path)) == 2
    assert files(path) == ["pages.duckdb"]


def begun(path: Path, document: Document, *then: str) -> None:
    """Begin a run in a process that dies after its first commit."""
    program = [
        "import os, sys",
        "from statedocs.record import Document",
        "from statedocs.sinks import Writer, entry_of, open_sink",
        "from statedocs.sinks.tables.duckdb import Duckdb",
        "document = Document.model_validate_json(sys.stdin.read())",
        *then,
        "sink = open_sink(sys.argv[1])",
        "writer = Writer([sink]).__enter__()",
        "writer.put(entry_of(document, 'print'))",
        "writer.commit(); sink._behind.wait()",
        "os._exit(9)",
    ]
    command = [sys.executable, "-c", "\n".join(program), str(path)]
    done = subprocess.run(command, input=document.model_dump_json(), text=True, check=False, stderr=subprocess.PIPE)
    assert done.returncode == 9, done.stderr


def test_a_run_that_was_killed_changed_nothing_and_the_next_one_goes_on(path: Path, make_document: Make) -> None:
    old, new = make_document("a.htm", text="Old"), make_document("b.htm", text="New")
    write([old], path)
    begun(path, new)
    assert titles(path) == ["Old"]
    with Writer([open_sink(path)]) as writer:
        kept = writer.earlier("b.htm", "print")
        assert kept
        writer.put(entry_of(old))
        assert writer.keep(kept)
        writer.finish(2)
    assert titles(path) == ["Old", "New"]
    assert files(path) == ["pages.duckdb"]


def test_a_copy_of_what_the_file_was_before_is_thrown_away(path: Path, make_document: Make) -> None:
    write([make_document("a.htm", text="Old")], path)
    begun(path, make_document("b.htm", text="Lost"))
    path.unlink()
    write([make_document("a.htm", text="Other")], path)
    assert titles(path) == ["Other"]


def test_a_document_that_was_half_away_when_the_run_was_killed_goes(path: Path, make_document: Make) -> None:
    write([make_document("a.htm", capture="one", text="Old"), make_document("b.htm")], path)
    begun(path, make_document("a.htm", capture="two", text="New"), "Duckdb._leave = lambda self: os._exit(9)")
    assert titles(path) == ["Old", "Peru"]
    inside = path.parent / ".pages.duckdb.statedocs" / path.name
    with contextlib.closing(duckdb.connect(str(inside))) as db:
        bare = "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.document_id = d.id)"
        assert db.sql(bare).fetchall() == [(1,)]
    write([make_document("b.htm")], path)
    assert sorted(map(str, titles(path))) == ["New", "Peru"]
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as db:
        assert db.sql("FROM about WHERE name = 'leaving'").fetchall() == []
        assert db.sql("FROM orphans").fetchall() == []


def test_a_run_that_breaks_off_where_a_document_is_half_away_shows_nothing(
    path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Duckdb) -> None:
        raise SinkError("no more")

    write([make_document("a.htm", capture="one", text="Old")], path)
    with monkeypatch.context() as patch:
        patch.setattr(Duckdb, "_leave", fail)
        with pytest.raises(SinkError, match="no more"):
            write([make_document("a.htm", capture="two", text="New")], path)
    assert titles(path) == ["Old"]
    write([make_document("a.htm", capture="two", text="New")], path)
    assert titles(path) == ["New"]


def test_a_run_that_could_not_begin_leaves_the_file_alone(path: Path, make_document: Make) -> None:
    with contextlib.closing(duckdb.connect(str(path))) as db:
        db.execute("CREATE TABLE links (mine INTEGER)")
    before = path.stat()
    with pytest.raises(SinkError, match="found another table links"):
        write([make_document("a.htm")], path)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
