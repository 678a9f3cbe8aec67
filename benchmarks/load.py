"""What it costs to load records: documents a second into each place, against what people would write themselves.

    python benchmarks/load.py                             # the sample pages, many times over
    python benchmarks/load.py out.jsonl                   # records of your own: they are loaded, nothing is converted
    python benchmarks/load.py --pages FOLDER --times 4    # pages of your own
    .ci/postgresql python benchmarks/load.py              # with PostgreSQL

First loading alone, as `statedocs load` does it: everything from this one process, one after the other, on the same
records, drivers imported beforehand; the others on the first hundred. `sqlite-utils` (extra `peers`) and the plain loop
write the same rows into the same tables; they index nothing for search, and neither has to find out what is there
already.

Then runs that convert and load, `--workers` processes beside the run's own, each a process of its own as a user starts
it, and before each the same run into JSON lines, which is conversion alone. `core-ms` is what a page takes of a core,
PostgreSQL's server not counted: a busy machine leaves it nearly as it is. The last line of each pair says what loading
adds.
"""

import argparse
import importlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from statedocs.pipeline import convert_all
from statedocs.record import Document
from statedocs.sinks import Entry, Writer, entry_of, open_sink, open_stored
from statedocs.sinks.sink import Adding
from statedocs.sinks.tables import TABLES, rows_of
from statedocs.sinks.tables.ddl import table_statements
from statedocs.sinks.tables.wording import names_of
from statedocs.snapshot import Snapshot
from statedocs.sources import read

RAW: Final = Path(__file__).parent.parent / "raw"
FEW: Final = 100
"""How many documents are enough to know the pace of the others."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="?", help="records to load, instead of pages")
    parser.add_argument("--pages", type=Path, default=RAW, help="pages to convert and load (default: the samples)")
    parser.add_argument("--times", type=int, default=20, help="how many times over")
    parser.add_argument("--workers", type=int, default=2, help="processes of the runs that convert and load")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="statedocs-benchmark-"))
    try:
        if given.records:
            load_alone(list(open_stored(given.records).documents()), folder)
        else:
            pages = [result for result in convert_all(read(given.pages)) if isinstance(result, Document)]
            load_alone(list(copies(pages, given.times)), folder)
            convert_and_load(write_pages(given.pages, given.times, folder / "pages"), folder, given.workers)
    finally:
        shutil.rmtree(folder)


def load_alone(documents: list[Document], folder: Path) -> None:
    """Load the same records into each place."""
    entries = [entry_of(document) for document in documents]
    rows = sum(len(several) for entry in entries for several in rows_of(json.loads(entry.data)).values())
    size = sum(len(entry.data) for entry in entries)
    print(f"{len(entries):,} documents, {size / 1e6:,.0f} MB of JSON, {rows:,} rows\n")
    print("loading alone")
    for name, load in loaders(folder):
        loaded = entries if name.startswith("statedocs") else entries[:FEW]
        started, before = time.perf_counter(), time.process_time()
        load(loaded)
        show(name, len(loaded), time.perf_counter() - started, time.process_time() - before)


def copies(pages: list[Document], times: int) -> Iterator[Document]:
    """Give the pages many times over, each as a capture of its own; what is there twice, once."""
    once = {page.id: page for page in pages}.values()
    for number in range(times):
        for page in once:
            source = page.source.model_copy(update={"origin": f"{number}/{page.source.origin}"})
            yield page.model_copy(update={"id": f"{number:04x}{page.id[4:]}", "source": source})


def write_pages(place: Path, times: int, folder: Path) -> Path:
    """Write the pages many times over, each with bytes of its own."""
    pages = [page for page in read(place) if isinstance(page, Snapshot)]
    for number in range(times):
        for page in pages:
            path = folder / str(number) / page.origin.replace("#", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            is_text = path.suffix == ".txt"
            path.write_bytes(page.data if is_text else page.data + f"<!-- {number} -->".encode())
    return folder


def convert_and_load(pages: Path, folder: Path, workers: int) -> None:
    """Convert alone, and convert and load, in turn."""
    count = sum(path.is_file() for path in pages.rglob("*"))
    print(f"\nconverting and loading in one run: {count:,} files, {workers} workers")
    for name in ("SQLite", "DuckDB", "PostgreSQL"):
        with a_place(name, folder) as place:
            if place:
                alone = measured(pages, str(folder / "alone" / "x.jsonl"), workers)
                both = measured(pages, place, workers)
                show("to JSON lines", count, *alone)
                show(f"to {name}", count, *both)
                print(
                    f"{'':<8}{(both[0] / alone[0] - 1):+.0%} of the time, {both[1] / alone[1] - 1:+.0%} of the cores'\n"
                )
                shutil.rmtree(folder / "alone")


@contextmanager
def a_place(name: str, folder: Path) -> Iterator[str | None]:
    """Give a new database."""
    if name != "PostgreSQL":
        yield str(folder / f"one.{name.lower()}")
        return
    address = os.environ.get("STATEDOCS_POSTGRESQL")
    if not address:
        yield None
        return
    psycopg: Any = importlib.import_module("psycopg")
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("CREATE SCHEMA statedocs_benchmark")
        try:
            yield f"{address}{'&' if '?' in address else '?'}options=-csearch_path%3Dstatedocs_benchmark"
        finally:
            server.execute("DROP SCHEMA statedocs_benchmark CASCADE")


def measured(pages: Path, place: str, workers: int) -> tuple[float, float]:
    """Give how long a run takes, and how much of a core."""
    command = [sys.executable, "-m", "statedocs", "convert", str(pages), "-q", "-o", place, "--workers", str(workers)]
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    assert subprocess.run(command, check=False).returncode < 2
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - started, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def loaders(folder: Path) -> Iterator[tuple[str, Callable[[list[Entry]], None]]]:
    """Give what is measured, by name."""
    for name in ("a.jsonl", "a.jsonl.gz", "a.sqlite", "a.duckdb", "a.parquet", "a.csv", "folder"):
        yield f"statedocs: {name}", sink_loader(str(folder / name))
        if name in ("a.sqlite", "a.duckdb"):
            yield f"statedocs: {name}, again over the same", sink_loader(str(folder / name))
    address = os.environ.get("STATEDOCS_POSTGRESQL")
    if address:
        yield "statedocs: PostgreSQL", sink_loader(address)
        yield "statedocs: PostgreSQL, again over the same", sink_loader(address)
    else:
        print("(no PostgreSQL: STATEDOCS_POSTGRESQL is not set)")
    yield "plain INSERT loop, SQLite", lambda entries: plain_loop(folder / "b.sqlite", entries)
    try:
        import sqlite_utils  # noqa: PLC0415  (compared with only)
    except ModuleNotFoundError:
        print("(no sqlite-utils: install the extra `peers`)")
    else:
        yield (
            "sqlite-utils, SQLite",
            lambda entries: with_sqlite_utils(sqlite_utils.Database(folder / "c.sqlite"), entries),
        )


def sink_loader(place: str) -> Callable[[list[Entry]], None]:
    """Load as `statedocs load` does: committing as it goes."""
    open_sink(place)  # imports the driver

    def load(entries: list[Entry]) -> None:
        sink = open_sink(place)
        if isinstance(sink, Adding):
            sink.adds = True
        with Writer([sink]) as writer:
            for entry in entries:
                writer.put(replace(entry, indented=entry.data))
            writer.finish(len(entries))

    return load


def plain_loop(path: Path, entries: list[Entry]) -> None:
    """Write row by row, committing every document."""
    db = sqlite3.connect(path)
    for statement in table_statements("sqlite"):
        db.executescript(statement)
    for entry in entries:
        for name, rows in rows_of(json.loads(entry.data)).items():
            marks = ", ".join("?" * len(TABLES[name].columns))
            for row in rows:
                values = [json.dumps(value) if isinstance(value, list) else value for value in row]
                db.execute(f"INSERT INTO {name} ({names_of(TABLES[name].names)}) VALUES ({marks})", values)
        db.commit()
    db.close()


def with_sqlite_utils(db: Any, entries: list[Entry]) -> None:
    """Write each document's rows with `insert_all`, as its guide shows."""
    for entry in entries:
        for name, rows in rows_of(json.loads(entry.data)).items():
            table = TABLES[name]
            db[name].insert_all([dict(zip(table.names, row, strict=True)) for row in rows], pk=table.key, replace=True)
    db.conn.commit()
    db.close()


def show(name: str, documents: int, seconds: float, core: float) -> None:
    """Print a line."""
    pace, cost = documents / seconds, 1000 * core / documents
    print(f"{name:<44}{pace:>8,.0f} documents a second{seconds:>9,.1f} s{cost:>8,.1f} core-ms", flush=True)


if __name__ == "__main__":
    main()
