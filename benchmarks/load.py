"""What it costs to load records: documents a second into each place, against what people would write themselves.

    python benchmarks/load.py                        # the sample pages, many times over
    python benchmarks/load.py out.jsonl              # records of your own
    .ci/postgresql python benchmarks/load.py         # with PostgreSQL

Everything runs in this one process, one after the other, on the same records; the others on the first hundred.
`sqlite-utils` (extra `peers`) and the plain loop write the same rows into the same tables; they index nothing for
search, and neither has to find out what is there already.
"""

import argparse
import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from statedocs.pipeline import convert_all
from statedocs.record import Document
from statedocs.sinks import Entry, Writer, entry_of, open_sink, open_stored
from statedocs.sinks.tables import TABLES, rows_of
from statedocs.sinks.tables.ddl import table_statements
from statedocs.sinks.tables.wording import names_of
from statedocs.sources import read

RAW: Final = Path(__file__).parent.parent / "raw"
TIMES: Final = 20
FEW: Final = 100
"""How many documents are enough to know the pace of the others."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="?", help=f"what to load (default: the sample pages, {TIMES} times)")
    given = parser.parse_args().records
    if given:
        documents = list(open_stored(given).documents())
    else:
        started = time.perf_counter()
        pages = [result for result in convert_all(read(RAW)) if isinstance(result, Document)]
        show("convert the samples, one process", len(pages), time.perf_counter() - started)
        documents = list(copies(pages))
    entries = [entry_of(document) for document in documents]
    rows = sum(len(several) for entry in entries for several in rows_of(json.loads(entry.data)).values())
    size = sum(len(entry.data) for entry in entries)
    print(f"\n{len(entries):,} documents, {size / 1e6:,.0f} MB of JSON, {rows:,} rows\n")
    folder = Path(tempfile.mkdtemp(prefix="statedocs-benchmark-"))
    try:
        for name, load in loaders(folder):
            loaded = entries if name.startswith("statedocs") else entries[:FEW]
            started = time.perf_counter()
            load(loaded)
            show(name, len(loaded), time.perf_counter() - started)
    finally:
        shutil.rmtree(folder)


def copies(pages: list[Document]) -> Iterator[Document]:
    """Give the pages many times over, each as a capture of its own."""
    for number in range(TIMES):
        for page in pages:
            source = page.source.model_copy(update={"origin": f"{number}/{page.source.origin}"})
            yield page.model_copy(update={"id": f"{number:04x}{page.id[4:]}", "source": source})


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
    """Load as a run does: committing as it goes."""

    def load(entries: list[Entry]) -> None:
        with Writer([open_sink(place)]) as writer:
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


def show(name: str, documents: int, seconds: float) -> None:
    """Print a line."""
    print(f"{name:<48}{documents / seconds:>10,.0f} documents a second{seconds:>9,.1f} s", flush=True)


if __name__ == "__main__":
    main()
