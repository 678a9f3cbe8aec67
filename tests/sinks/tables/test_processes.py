"""Loads that are killed, that meet each other, and that are read meanwhile: real processes, real engines."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks import open_sink, open_stored, to_json, write
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.engine import Database
from statedocs.sinks.tables.sink import TableSink

Make = Callable[..., Document]
PAGES = 2000
HALVES = """
SELECT (SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.document_id = d.id))
     + (SELECT count(*) FROM blocks b WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = b.document_id))
     + (SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM manifest m WHERE m.id = d.id))
     + (SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.key = d.id)) AS halves,
       (SELECT count(*) FROM documents) AS documents
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory, make_document: Make) -> Path:
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    write((make_document(f"{number}.htm", text=f"Page {number}") for number in range(PAGES)), path)
    return path


def start(records: Path, place: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "statedocs", "load", str(records), "-o", place, "-q"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(loader: subprocess.Popen[bytes]) -> None:
    _, said = loader.communicate(timeout=120)
    assert (loader.returncode, said) == (0, b"")


def database(place: str) -> Database:
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    return sink._database.again()


def look(place: str) -> tuple[int, int]:
    """Give how many documents are half there, and how many there are, as a reader sees them now."""
    reader = database(place)
    reader.open_to_read()
    try:
        [(halves, documents)] = reader.query(HALVES)
        return int(halves), int(documents)
    finally:
        reader.close()


def seen(place: str) -> int:
    """Give how many documents a reader sees, 0 as long as it sees no tables."""
    try:
        return look(place)[1]
    except SinkError:
        return 0


def contents(place: str) -> dict[str, list[str]]:
    reader = database(place)
    reader.open_to_read()
    try:
        return {name: sorted(map(repr, reader.query(f"SELECT * FROM {name}"))) for name in TABLES}
    finally:
        reader.close()


def wait_for_pages(loader: subprocess.Popen[bytes], place: str, *, tables_alone: bool = False) -> None:
    """Wait until some pages are in; where nobody may look, until the log is long, or, for tables alone, the file."""
    until = time.monotonic() + 60
    if place.endswith(".duckdb"):
        path = Path(place)
        copy = str(path.with_name(f".{path.name}.statedocs") / path.name)
        watched = copy if tables_alone else copy + ".wal"
        while time.monotonic() < until and loader.poll() is None and _size(watched) < 200_000:
            time.sleep(0.01)
        return
    while time.monotonic() < until and loader.poll() is None and seen(place) == 0:
        time.sleep(0.01)


def _size(place: str) -> int:
    try:
        return Path(place).stat().st_size
    except FileNotFoundError:
        return 0


def test_a_load_that_is_killed_and_started_again_ends_in_the_same_rows(records: Path, place: str) -> None:
    loader = start(records, place)
    wait_for_pages(loader, place)
    loader.send_signal(signal.SIGKILL)
    loader.communicate(timeout=30)
    assert loader.returncode == -signal.SIGKILL, "it was not killed in the middle"
    if place.endswith(".duckdb"):
        assert not Path(place).exists()  # it is shown whole, at the run's end
    else:
        halves, documents = look(place)
        assert halves == 0
        assert documents < PAGES
    finish(start(records, place))
    after = contents(place)
    finish(start(records, place))
    assert contents(place) == after
    assert look(place) == (0, PAGES)
    assert list(map(to_json, open_stored(place).documents())) == records.read_bytes().splitlines(keepends=True)
    assert [outcome.origin for outcome in open_stored(place).manifest()] == [f"{n}.htm" for n in range(PAGES)]


def test_two_loaders_at_once_do_no_harm(records: Path, place: str) -> None:
    first = start(records, place)
    wait_for_pages(first, place)
    second = start(records, place)
    said = [loader.communicate(timeout=120)[1].decode() for loader in (first, second)]
    assert first.returncode == 0, said[0]
    assert second.returncode in (0, 2), said[1]
    if second.returncode:
        assert "is in use by" in said[1]
        assert "one" in said[1]
    assert look(place) == (0, PAGES)


def test_readers_never_see_half_a_page(records: Path, place: str, make_document: Make) -> None:
    counts = []
    write([make_document("0.htm", text="Page 0")], place)
    loader = start(records, place)
    while loader.poll() is None:
        try:
            halves, documents = look(place)
        except SinkError:
            continue
        assert halves == 0
        counts.append(documents)
    finish(loader)
    assert counts == sorted(counts)
    assert len(set(counts)) > 1, "nobody looked in the middle"


def test_a_run_that_converts_is_killed_and_goes_on(root: Path, place: str) -> None:
    command = [sys.executable, "-m", "statedocs", "convert", str(root / "raw"), "-o", place, "-q"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    loader = subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload]
    wait_for_pages(loader, place, tables_alone=True)
    os.killpg(loader.pid, signal.SIGKILL)
    loader.wait(30)
    assert subprocess.run(command, timeout=300, check=False, **quiet).returncode == 0  # type: ignore[call-overload]
    once = contents(place)
    assert subprocess.run(command, timeout=300, check=False, **quiet).returncode == 0  # type: ignore[call-overload]
    assert contents(place) == once
    assert len(once["documents"]) > 40


@pytest.mark.parametrize("after", ["", "sink.commit();"])
def test_a_database_killed_when_it_has_just_been_made_opens_again(place: str, make_document: Make, after: str) -> None:
    made = f"from statedocs.sinks import open_sink; sink = open_sink({place!r}); sink.__enter__(); {after}"
    command = [sys.executable, "-c", f"{made} import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"]
    assert subprocess.run(command, check=False, timeout=60).returncode == -signal.SIGKILL
    if place.endswith(".duckdb"):
        assert not Path(place).exists()
    else:
        assert list(open_stored(place).documents()) == []
    write([make_document("a.htm")], place)
    assert [document.source.origin for document in open_stored(place).documents()] == ["a.htm"]
