"""Every kind of place: the same bytes, or the same rows, however many workers, and also after a run that was killed."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.sinks.tables.conftest import ADDRESS, schema

from statedocs.batch import RunOptions, run
from statedocs.sinks import open_sink, open_stored
from statedocs.sinks.tables import TABLES
from statedocs.sinks.tables.sink import TableSink

Start = Callable[..., subprocess.Popen[bytes]]
Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]

FILES = ("out", "x.jsonl")
ANEW = ("x.jsonl.gz", "x.jsonl.zst", "x.csv", "x.parquet", "x.md", "x.jsonld")
DATABASES = ("x.sqlite", "x.duckdb", *(("postgresql",) if ADDRESS or os.environ.get("CI") else ()))
ALL = (*FILES, *ANEW, *DATABASES)
SLOW = dict.fromkeys(range(24), "FAULT-SLOW")


class Places:
    """Places of every kind, in a folder or on the server.

    Args:
        folder: Where files go.
        opened: Takes schemas away again.
    """

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self._of = {kind: str(folder / kind) for kind in ALL}
        if "postgresql" in ALL:
            self._of["postgresql"] = opened.enter_context(schema())

    def asked(self, kinds: Iterable[str]) -> list[str]:
        """Give the arguments of a run that writes to some."""
        return [part for kind in kinds for part in ("-o", self._of[kind])]

    def named(self, kinds: Iterable[str]) -> list[str]:
        return [self._of[kind] for kind in kinds]

    def held(self, kinds: Iterable[str]) -> list[object]:
        """Give all files, and the rows of those that are databases."""
        return [files(self.folder), *(rows(self._of[kind]) for kind in kinds if kind in DATABASES)]


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


@pytest.fixture(scope="module")
def samples(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[object]]:
    """What a run in this process makes of the samples, in every kind of place."""
    with ExitStack() as opened:
        places = Places(tmp_path_factory.mktemp("expected") / "places", opened)
        run([root / "raw"], places.named(ALL), RunOptions(workers=0))
        yield places.held(ALL)


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_the_same_in_every_place_whatever_the_workers_the_seed_and_the_order_of_the_folder(
    root: Path,
    finish: Finish,
    tmp_path: Path,
    samples: list[object],
    workers: int,
) -> None:
    """The folder is written anew in another order each time, which is how file systems list it."""
    pages = sorted(path for path in (root / "raw").rglob("*") if path.is_file())
    random.Random(workers).shuffle(pages)
    for path in pages:
        copy = tmp_path / "raw" / path.relative_to(root / "raw")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    with ExitStack() as opened:
        places = Places(tmp_path / "got", opened)
        asked = ("-q", "--workers", workers)
        assert finish(tmp_path / "raw", *places.asked(ALL), *asked, PYTHONHASHSEED=str(workers))[0] == 0
        for expected, got in zip(samples, places.held(ALL), strict=True):
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


@pytest.mark.parametrize("kinds", [ANEW, DATABASES], ids=["made anew", "databases"])
def test_a_run_that_was_killed_ends_as_one_undisturbed(
    make_pages: Make,
    start: Start,
    tmp_path: Path,
    kinds: tuple[str, ...],
) -> None:
    """Killed twice at random instants; a page changes before the run that completes it. `test_kills` has the rest."""
    pages = make_pages(tmp_path / "in", 24, SLOW)
    (pages / "00003.txt.source.json").write_text('{"url": "https://www.state.gov/peru.htm"}')
    draw = random.Random(kinds[0])
    with ExitStack() as opened:
        got, expected = (Places(tmp_path / name, opened) for name in ("got", "expected"))
        for times in range(2):
            log = tmp_path / f"log-{times}"
            begun = start(pages, *got.asked(kinds), "--workers", 2, faults=True, FAULT_LOG=str(log))
            kill_when(begun, log, draw.randrange(3, 18 if kinds == ANEW else 11))
        with (pages / "00001.txt").open("a") as page:
            page.write("\nMore was said.\n")
        for places in (got, expected):
            run([pages], places.named(kinds), RunOptions(workers=0))
        assert got.held(kinds) == expected.held(kinds)
