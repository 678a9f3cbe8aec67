"""How fast a run is from start to end: pages and megabytes a second, from folder, zip and WARC, beside peers.

    python benchmarks/run.py [FOLDER] [--pages N] [--workers N ...]
    .ci/postgresql python benchmarks/run.py          # with PostgreSQL

The pages of FOLDER (`raw` if nothing is said) are repeated under other names until there are N. Every run is a
process of its own, started, measured and ended as a user does it, and writes what it finds: statedocs whole records as
JSON lines, `trafilatura --input-dir` (extra `peers`) its JSON, a `multiprocessing` loop over resiliparse main text as
JSON lines. The peers extract less than a record; the figures say what a night's run costs, not who finds more.
At the end it says what a month's captures of a crawl cost, computed from the pages of WARC with most workers.
The folder goes into each database, too: what loading costs beside conversion. PostgreSQL's own seconds are not counted.
The last column counts the seconds of cores and not those of the clock: a busy machine leaves it nearly as it is.
"""

import argparse
import gzip
import importlib
import itertools
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from statedocs import Snapshot, read

PROGRAM = Path(sys.executable).parent


Program = Callable[[Path, Path, int], None]


def corpus(folder: Path, count: int) -> list[tuple[str, Snapshot]]:
    """Give pages with names of their own; each HTML page is one of its own too, or a database would hold it once."""
    pages = [page for page in read(folder) if isinstance(page, Snapshot)]
    named = zip(range(count), itertools.cycle(pages), strict=False)
    return [(f"{n // 500:03}/{n:06}-{page.origin.replace('/', '-')}", numbered(page, n)) for n, page in named]


def numbered(page: Snapshot, number: int) -> Snapshot:
    if page.origin.endswith(".txt"):
        return page
    return replace(page, data=page.data + f"<!-- {number} -->".encode())


def write_folder(pages: Sequence[tuple[str, Snapshot]], place: Path) -> Path:
    for name, page in pages:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.data)
    return place


def write_zip(pages: Sequence[tuple[str, Snapshot]], place: Path) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, page in pages:
            archive.writestr(name, page.data)
    return place


def write_warc(pages: Sequence[tuple[str, Snapshot]], place: Path) -> Path:
    """Write a WARC whose records are compressed one by one, as crawlers do."""
    with place.open("wb") as file:
        for number, (name, page) in enumerate(pages):
            kind = "text/plain" if name.endswith(".txt") else "text/html"
            http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(page.data)}\r\n\r\n".encode()
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:{uuid.UUID(int=number)}>\r\nWARC-Date: 2013-11-20T04:11:00Z\r\n"
                f"WARC-Target-URI: https://www.state.gov/{name}\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http) + len(page.data)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + page.data + b"\r\n\r\n", 6))
    return place


def statedocs(source: Path, out: Path, workers: int) -> None:
    """Whole records."""
    into(str(out / "x.jsonl"), source, workers)


def into(place: str, source: Path, workers: int) -> None:
    """Whole records, wherever they go."""
    command = [PROGRAM / "statedocs", "convert", source, "-q", "-o", place, "--workers", str(workers)]
    ended = subprocess.run([str(part) for part in command], check=False)
    assert ended.returncode < 2


def to_file(name: str, source: Path, out: Path, workers: int) -> None:
    """Whole records, in a database that is a file."""
    into(str(out / name), source, workers)


def to_server(address: str, source: Path, out: Path, workers: int) -> None:  # noqa: ARG001  (as any program)
    """Whole records, in a schema of their own on a server, which is taken away again."""
    psycopg: Any = importlib.import_module("psycopg")
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("CREATE SCHEMA statedocs_benchmark")
        try:
            joint = "&" if "?" in address else "?"
            into(f"{address}{joint}options=-csearch_path%3Dstatedocs_benchmark", source, workers)
        finally:
            server.execute("DROP SCHEMA statedocs_benchmark CASCADE")


def trafilatura(source: Path, out: Path, workers: int) -> None:
    """The directory mode of trafilatura's own program."""
    options = ["--json", "--parallel", str(workers)]
    command = [PROGRAM / "trafilatura", "--input-dir", source, "--output-dir", out, *options]
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def resiliparse(source: Path, out: Path, workers: int) -> None:
    """A loop of processes over resiliparse, a text a line."""
    subprocess.run([sys.executable, __file__, "--loop", str(source), str(out), str(workers)], check=True)


def main_text(path: Path) -> bytes:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  (of the loop's processes alone)

    text: Any = extract_plain_text(path.read_bytes().decode("utf-8", "replace"), main_content=True)
    return json.dumps({"path": path.name, "text": text}).encode() + b"\n"


def loop(source: str, out: str, workers: int) -> None:
    paths = sorted(path for path in Path(source).rglob("*") if path.is_file())
    with multiprocessing.get_context("fork").Pool(workers) as pool, (Path(out) / "x.jsonl").open("wb") as file:
        file.writelines(pool.imap(main_text, paths, chunksize=16))


def measured(program: Callable[[Path], None]) -> tuple[float, float]:
    """Give how many seconds a program takes to fill an empty folder, and how many of a core's."""
    with tempfile.TemporaryDirectory() as out:
        started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        program(Path(out))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        core = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return time.perf_counter() - started, core


def runs(place: Path, pages: Sequence[tuple[str, Snapshot]]) -> Iterator[tuple[str, Program, Path]]:
    folder = write_folder(pages, place / "folder")
    yield "statedocs, folder", statedocs, folder
    yield "statedocs, zip", statedocs, write_zip(pages, place / "pages.zip")
    if find_spec("fastwarc"):
        yield "statedocs, WARC", statedocs, write_warc(pages, place / "pages.warc.gz")
    for name, peer in (("trafilatura", trafilatura), ("resiliparse", resiliparse)):
        if find_spec(name):
            yield f"{name}, folder", peer, folder
        else:
            print(f"{name} is not installed: pip install '.[peers]'", file=sys.stderr)
    yield "statedocs, to SQLite", partial(to_file, "x.sqlite"), folder
    if find_spec("duckdb"):
        yield "statedocs, to DuckDB", partial(to_file, "x.duckdb"), folder
    if address := os.environ.get("STATEDOCS_POSTGRESQL"):
        yield "statedocs, to PostgreSQL", partial(to_server, address), folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("raw"))
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--captures", type=int, default=100_000, help="how many pages a month's crawl holds")
    parser.add_argument("--core-hour", type=float, default=0.05, help="what an hour of a core costs")
    parser.add_argument("--loop", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.loop:
        source, out, workers = asked.loop
        loop(source, out, int(workers))
        return
    pages = corpus(asked.folder, asked.pages)
    megabytes = sum(len(page.data) for _, page in pages) / 1e6
    print(f"{len(pages):,} pages, {megabytes:,.1f} MB\n")
    print(f"{'':24} {'workers':>8} {'seconds':>9} {'pages/s':>9} {'MB/s':>7} {'pages/core-s':>15}")
    core_seconds = paces = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, program, source in runs(Path(folder), pages):
            for workers in asked.workers:
                seconds, core = measured(partial(_run, program, source, workers))
                rate = len(pages) / seconds
                figures = f"{seconds:9.1f} {rate:9.1f} {megabytes / seconds:7.2f} {len(pages) / core:15.1f}"
                print(f"{name:24} {workers:8} {figures}", flush=True)
                if name == "statedocs, WARC":
                    core_seconds, paces = core / len(pages), rate
            if source.is_file():
                source.unlink()
    if core_seconds:
        print(f"\n{cost(asked.captures, core_seconds, paces, asked.core_hour)}")


def cost(captures: int, core_seconds: float, rate: float, core_hour: float) -> str:
    """Say what a crawl takes: captures x core-seconds a page, and captures / pages a second.

    >>> cost(100_000, 1 / 27, 42.0, 0.05)
    '100,000 captures x 0.0370 core-seconds = 1.03 core-hours, 0.05 at 0.05 each; 40 minutes at 42 pages a second'
    """
    hours, minutes = captures * core_seconds / 3600, captures / rate / 60
    return (
        f"{captures:,} captures x {core_seconds:.4f} core-seconds = {hours:.2f} core-hours, "
        f"{hours * core_hour:.2f} at {core_hour:.2f} each; {minutes:.0f} minutes at {rate:.0f} pages a second"
    )


def _run(program: Program, source: Path, workers: int, out: Path) -> None:
    program(source, out, workers)


if __name__ == "__main__":
    main()
