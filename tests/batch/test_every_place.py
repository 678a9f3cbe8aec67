"""Every kind of place: the same bytes, or the same rows, however many workers, and also after a run that was killed."""

import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from tests.sinks.tables.conftest import postgresql  # noqa: F401  (a fixture)

from statedocs.sinks import open_sink, open_stored
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.sink import TableSink

Start = Callable[..., subprocess.Popen[bytes]]
Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]
Places = Callable[[str, str], str]

FILES = ("out", "x.jsonl", "x.jsonl.gz", "x.jsonl.zst", "x.csv", "x.parquet", "x.md", "x.jsonld")
DATABASES = ("x.sqlite", "x.duckdb", "postgresql")
SLOW = dict.fromkeys(range(24), "FAULT-SLOW")


@contextmanager
def schema(address: str) -> Iterator[str]:
    """Give the address of one more schema on the server."""
    server, name = address.partition("options=")[0], "t" + uuid4().hex
    with psycopg.connect(server[:-1], autocommit=True) as db:
        db.execute(f"CREATE SCHEMA {name}")
    yield f"{server}options=-csearch_path%3D{name}"
    with psycopg.connect(server[:-1], autocommit=True) as db:
        db.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str, str], str]]:
    """Give a place of a kind, another one for each name."""
    with ExitStack() as opened:

        def of(kind: str, name: str) -> str:
            if kind == "postgresql":
                return opened.enter_context(schema(request.getfixturevalue("postgresql")))
            (tmp_path / name).mkdir(exist_ok=True)
            return str(tmp_path / name / kind)

        yield of


def rows(place: str) -> dict[str, list[str]]:
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    reader = sink._database.again()
    reader.open_to_read()
    try:
        return {name: sorted(map(repr, reader.query(f"SELECT * FROM {name}"))) for name in TABLES}
    finally:
        reader.close()


def files(folder: Path) -> dict[str, bytes]:
    """Give every file, the hidden ones too, and every folder; databases are asked for rows instead."""
    paths = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    found = {name: path.read_bytes() if path.is_file() else b"<folder>" for name, path in paths}
    left_out = (".sqlite", ".duckdb", "/lock")
    return {name: data for name, data in found.items() if not name.endswith(left_out)}


def held(place: str) -> object:
    is_database = place.startswith("postgresql:") or place.endswith((".sqlite", ".duckdb"))
    return rows(place) if is_database else files(Path(place).parent)


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_the_same_in_every_place_whatever_the_workers_the_seed_and_the_order_of_the_folder(
    root: Path, finish: Finish, tmp_path: Path, place: Places, workers: int
) -> None:
    """The folder is written anew in another order each time, which is how file systems list it."""
    pages = sorted(path for path in (root / "raw").rglob("*") if path.is_file())
    random.Random(workers).shuffle(pages)
    for path in pages:
        copy = tmp_path / "raw" / path.relative_to(root / "raw")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    all_of_it = []
    for name, folder, count in (("expected", root / "raw", 0), ("got", tmp_path / "raw", workers)):
        places = [place(kind, name) for kind in (*FILES, *DATABASES)]
        asked = [part for one in places for part in ("-o", one)]
        assert finish(folder, *asked, "-q", "--workers", count, PYTHONHASHSEED=str(count))[0] == 0
        all_of_it.append([files(tmp_path / name), *map(rows, places[len(FILES) :])])
    for expected, got in zip(*all_of_it, strict=True):
        assert got == expected
    assert len(list(open_stored(tmp_path / "got" / "x.sqlite").documents())) > 40


def kill_when(run: subprocess.Popen[bytes], log: Path, pages: int) -> None:
    """Kill a run, and not its workers, when so many pages more were begun."""
    end = time.monotonic() + 60
    while not log.exists() or log.read_bytes().count(b"\n") < pages:
        assert run.poll() is None
        assert time.monotonic() < end, "nothing is converted"
        time.sleep(0.01)
    run.kill()
    run.communicate()


@pytest.mark.parametrize("kind", [*FILES, *DATABASES])
def test_a_run_that_was_killed_ends_as_one_undisturbed(  # noqa: PLR0917  (fixtures)
    make_pages: Make, start: Start, finish: Finish, tmp_path: Path, place: Places, kind: str
) -> None:
    """Killed twice at random instants; a page has changed before the run that completes it."""
    pages = make_pages(tmp_path / "in", 24, SLOW)
    (pages / "00003.txt.source.json").write_text('{"url": "https://www.state.gov/peru.htm"}')
    got, expected = place(kind, "got"), place(kind, "expected")
    draw = random.Random(kind)
    for times in range(2):
        log = tmp_path / f"log-{times}"
        run = start(pages, "-o", got, "--workers", 2, faults=True, FAULT_LOG=str(log))
        kill_when(run, log, draw.randrange(3, 18 if kind in FILES else 11))
    with (pages / "00001.txt").open("a") as page:
        page.write("\nMore was said.\n")
    for where, workers in ((got, 2), (expected, 0)):
        code, said = finish(pages, "-o", where, "--workers", workers)
        assert code == 0, said
    assert held(got) == held(expected)
