"""What a page costs, as ratios in one run: statedocs against the bare parse of lxml, and against peers.

    python benchmarks/convert.py [FOLDER] [--rounds N] [--peers] [--growth PAGES]

Every round measures every program on every page, one after the other, so that a slow moment of the machine hits
all of them. A page's time is the least of its rounds; the ratios of pages are given as median and quartiles, then
for each design, with the time that a megabyte of its pages takes. Plain text has no parse to be compared with.
"""

import argparse
import importlib
import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from statedocs import Snapshot, StatedocsError, convert, read
from statedocs.sinks import to_json

Program = Callable[[Snapshot], object]
BASE = "lxml: parse"
RECORD = "statedocs: bytes to JSON bytes"
PLAIN = "plain-text"


def parse(snapshot: Snapshot) -> object:
    """Do the least that any reader of the page has to do."""
    return etree.fromstring(snapshot.data, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def to_record(snapshot: Snapshot) -> object:
    """Bytes to JSON bytes, all fields."""
    return to_json(convert(snapshot))


def peers() -> dict[str, Program]:
    """Give the peers that are installed (extra `peers`); each extracts less than a record."""
    found: dict[str, Program] = {}
    if trafilatura := _optional("trafilatura"):
        found["trafilatura: bare text"] = lambda snapshot: trafilatura.extract(snapshot.data)
        found["trafilatura: JSON with tables, links, metadata"] = lambda snapshot: trafilatura.extract(
            snapshot.data, output_format="json", include_tables=True, include_links=True, with_metadata=True
        )
    if resiliparse := _optional("resiliparse.extract.html2text"):
        found["resiliparse: bare text"] = lambda snapshot: resiliparse.extract_plain_text(
            snapshot.data.decode("utf-8", "replace"), main_content=True, links=True
        )
    return found


def _optional(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed: pip install '.[peers]'", file=sys.stderr)
        return None


def pages_of(folder: Path) -> dict[str, list[Snapshot]]:
    """Give the pages that become documents, by the name of their design."""
    pages: dict[str, list[Snapshot]] = {}
    for page in read(folder):
        if isinstance(page, Snapshot) and (design := _design(page)):
            pages.setdefault(design, []).append(page)
    return pages


def _design(page: Snapshot) -> str | None:
    try:
        return convert(page).template.name
    except StatedocsError:
        return None


def measure(pages: list[Snapshot], programs: dict[str, Program], rounds: int) -> dict[str, list[float]]:
    """Give the least seconds of each program on each page."""
    best = {name: [float("inf")] * len(pages) for name in programs}
    for _ in range(rounds):
        for number, page in enumerate(pages):
            for name, program in programs.items():
                started = time.perf_counter()
                program(page)
                best[name][number] = min(best[name][number], time.perf_counter() - started)
    return best


def show(pages: list[Snapshot], best: dict[str, list[float]]) -> None:
    """Print a table: time and ratio to the bare parse, all pages and the large ones."""
    large = [number for number, page in enumerate(pages) if len(page.data) >= 200_000]
    size = statistics.median(len(page.data) for page in pages) / 1000
    print(f"{len(pages)} pages in HTML, median {size:,.0f} kB; {len(large)} of 200 kB and more\n")
    print(f"{'':48} {'ms a page':>10} {'times the parse (quartiles)':>30} {'large pages':>12}")
    for name, seconds in best.items():
        ratios = [own / base for own, base in zip(seconds, best[BASE], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
        on_large = f"{statistics.median(ratios[number] for number in large):12.2f}" if large else f"{'':12}"
        milliseconds = statistics.median(seconds) * 1000
        print(f"{name:48} {milliseconds:10.2f} {middle:14.2f} ({low:5.2f} to {high:5.2f}) {on_large}")


def show_designs(designs: dict[str, list[Snapshot]], best: dict[str, list[float]]) -> None:
    """Print a line for each design; the times of `best` are in the order of `designs`."""
    print(f"\n{'design':24} {'pages':>6} {'median kB':>10} {'ms a page':>10} {'times the parse':>16} {'s a MB':>8}")
    first = 0
    for name, pages in designs.items():
        span = slice(first, first + len(pages))
        first += len(pages)
        seconds, sizes = best[RECORD][span], [len(page.data) for page in pages]
        ratio = statistics.median(own / base for own, base in zip(seconds, best[BASE][span], strict=True))
        shown = f"{ratio:16.2f}" if name != PLAIN else f"{'':16}"
        row = f"{statistics.median(sizes) / 1000:10,.0f} {statistics.median(seconds) * 1000:10.2f} {shown}"
        print(f"{name:24} {len(pages):6} {row} {sum(seconds) / sum(sizes) * 1e6:8.2f}")


def linearity() -> Iterator[tuple[int, float]]:
    """Give size and seconds a megabyte of pages that double in size: the second must not grow."""
    paragraph = (
        b"<h2>Relations</h2><p>Relations of <a href='/p'>Peru</a> since March 3, 2017 are close.</p>\n<ul><li>One</ul>"
    )
    for doublings in range(6):
        data = b"<html><title>Peru</title><body>" + paragraph * (500 * 2**doublings)
        best = min(_timed(to_record, Snapshot("long.html", data)) for _ in range(3))
        yield len(data), best / len(data) * 1e6


def _timed(program: Program, page: Snapshot) -> float:
    started = time.perf_counter()
    program(page)
    return time.perf_counter() - started


def growth(pages: list[Snapshot], total: int) -> None:
    """Print what memory stays after many pages: a run must not grow with their number."""
    for page in pages:
        to_record(page)
    tracemalloc.start()
    kept: list[tuple[int, int]] = []
    for number in range(total):
        to_record(pages[number % len(pages)])
        if number in (total // 10, total - 1):
            kept.append((number + 1, tracemalloc.get_traced_memory()[0]))
    tracemalloc.stop()
    (early, first), (late, last) = kept
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(f"\nmemory: {(last - first) / 1000:+,.0f} kB from page {early:,} to page {late:,}; {peak:,.0f} MB at most")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "raw")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="compare with trafilatura and resiliparse too")
    parser.add_argument("--growth", type=int, default=300, metavar="PAGES", help="pages of the memory test")
    asked = parser.parse_args()
    designs = dict(sorted(pages_of(asked.folder).items(), key=lambda item: (item[0] == PLAIN, item[0])))
    pages = [page for name, found in designs.items() if name != PLAIN for page in found]
    if not pages:
        parser.error(f"{asked.folder} holds no page in HTML")
    programs = {BASE: parse, RECORD: to_record, **(peers() if asked.peers else {})}
    best = measure(pages, programs, asked.rounds)
    show(pages, best)
    texts = measure(designs.get(PLAIN, []), {BASE: parse, RECORD: to_record}, asked.rounds)
    show_designs(designs, {name: best[name] + texts[name] for name in (BASE, RECORD)})
    print(
        "\nseconds a MB of one page, by its size:", *(f"{size / 1e6:.1f} MB {cost:.2f}" for size, cost in linearity())
    )
    growth(pages, asked.growth)


if __name__ == "__main__":
    main()
