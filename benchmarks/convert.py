"""What a page costs, as ratios in one run: statedocs against the bare parse of lxml, and against peers.

    python benchmarks/convert.py [FOLDER] [--rounds N] [--peers] [--growth PAGES]

FOLDER is `../shared/pages` where that is (real pages), else `raw`. Every round measures every program on every page,
one after the other, in seconds of the processor, so that a slow moment of the machine hits all of them. A page's
ratio is the median of its rounds, its time the least of them. Ratios are given as median and quartiles of all pages,
then for each design and for each size. Plain text has no parse to be compared with.
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

from statedocs import Snapshot, StatedocsError, convert, pipeline, read
from statedocs.sinks import to_json

Program = Callable[[Snapshot], object]
BASE = "lxml: parse"
RECORD = "statedocs: bytes to JSON bytes"
MODELS = "statedocs: bytes to models to JSON bytes"
PLAIN = "plain-text"
HERE = Path(__file__).parent.parent
REAL = HERE.parent / "shared" / "pages"
LARGE = 200_000
SIZES = (0, 50_000, 100_000, LARGE, 400_000)
"""Where the classes of size begin, in bytes."""

Times = dict[str, list[list[float]]]
"""By program, then page: the seconds of each round."""


def parse(snapshot: Snapshot) -> object:
    """Do the least that any reader of the page has to do."""
    return etree.fromstring(snapshot.data, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def to_record(snapshot: Snapshot) -> object:
    """Bytes to JSON bytes, all fields: what a run does with a page."""
    return to_json(pipeline.to_record(snapshot))


def to_models(snapshot: Snapshot) -> object:
    """Do the same by way of the models, as a library's user may."""
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


def measure(pages: list[Snapshot], programs: dict[str, Program], rounds: int) -> Times:
    """Give the seconds that each program took on each page in each round."""
    times: Times = {name: [[] for _ in pages] for name in programs}
    for _ in range(rounds):
        for number, page in enumerate(pages):
            for name, program in programs.items():
                times[name][number].append(_timed(program, page))
    return times


def _timed(program: Program, page: Snapshot) -> float:
    started = time.process_time()
    program(page)
    return time.process_time() - started


def ratios_of(times: Times, name: str) -> list[float]:
    """Give for each page the median over its rounds of what a program takes, the parse in the same round being 1."""
    return [
        statistics.median(own / base for own, base in zip(*rounds, strict=True))
        for rounds in zip(times[name], times[BASE], strict=True)
    ]


def spread(ratios: list[float]) -> str:
    """Write median and quartiles."""
    low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return f"{middle:8.2f} ({low:5.2f} to {high:5.2f})"


def show(pages: list[Snapshot], times: Times) -> None:
    """Print a line for each program: all pages, and the large ones."""
    large = [number for number, page in enumerate(pages) if len(page.data) >= LARGE]
    size = statistics.median(len(page.data) for page in pages) / 1000
    print(f"{len(pages)} pages in HTML, median {size:,.0f} kB; {len(large)} of {LARGE // 1000} kB and more\n")
    print(f"{'':48} {'ms a page':>10} {'times the parse (quartiles)':>28} {'large pages':>12}")
    for name in times:
        ratios = ratios_of(times, name)
        milliseconds = statistics.median(map(min, times[name])) * 1000
        on_large = f"{statistics.median(ratios[number] for number in large):12.2f}" if large else ""
        print(f"{name:48} {milliseconds:10.2f} {spread(ratios):>28} {on_large}")


def show_groups(title: str, groups: dict[str, list[int]], pages: list[Snapshot], times: Times) -> None:
    """Print a line for each group of pages, given by their numbers."""
    head = f"{title:24} {'pages':>6} {'median kB':>10} {'ms a page':>10} {'times the parse (quartiles)':>28}"
    print(f"\n{head} {'s a MB':>8}")
    ratios = ratios_of(times, RECORD)
    seconds = list(map(min, times[RECORD]))
    for name, numbers in groups.items():
        sizes, took = [len(pages[number].data) for number in numbers], [seconds[number] for number in numbers]
        shown = "" if name == PLAIN else spread([ratios[number] for number in numbers])
        row = f"{statistics.median(sizes) / 1000:10,.0f} {statistics.median(took) * 1000:10.2f} {shown:>28}"
        print(f"{name:24} {len(numbers):6} {row} {sum(took) / sum(sizes) * 1e6:8.3f}")


def by_size(pages: list[Snapshot]) -> dict[str, list[int]]:
    """Give the numbers of the pages of each size."""
    groups: dict[str, list[int]] = {}
    for first, stop in zip(SIZES, (*SIZES[1:], sys.maxsize), strict=True):
        name = f"from {first // 1000} kB" + ("" if stop == sys.maxsize else f" to {stop // 1000}")
        if numbers := [number for number, page in enumerate(pages) if first <= len(page.data) < stop]:
            groups[name] = numbers
    return groups


def linearity() -> Iterator[tuple[int, float]]:
    """Give size and seconds a megabyte of pages that double in size: the second must not grow."""
    paragraph = (
        b"<h2>Relations</h2><p>Relations of <a href='/p'>Peru</a> since March 3, 2017 are close.</p>\n<ul><li>One</ul>"
    )
    for doublings in range(6):
        data = b"<html><title>Peru</title><body>" + paragraph * (500 * 2**doublings)
        best = min(_timed(to_record, Snapshot("long.html", data)) for _ in range(3))
        yield len(data), best / len(data) * 1e6


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
    parser.add_argument("folder", nargs="?", type=Path, default=REAL if REAL.is_dir() else HERE / "raw")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="compare with trafilatura and resiliparse too")
    parser.add_argument("--growth", type=int, default=300, metavar="PAGES", help="pages of the memory test")
    asked = parser.parse_args()
    designs = dict(sorted(pages_of(asked.folder).items(), key=lambda item: (item[0] == PLAIN, item[0])))
    pages = [page for name, found in designs.items() if name != PLAIN for page in found]
    if not pages:
        parser.error(f"{asked.folder} holds no page in HTML")
    programs = {BASE: parse, RECORD: to_record, MODELS: to_models, **(peers() if asked.peers else {})}
    times = measure(pages, programs, asked.rounds)
    show(pages, times)
    texts = designs.get(PLAIN, [])
    both = {name: times[name] + own for name, own in measure(texts, {BASE: parse, RECORD: to_record}, 1).items()}
    everything = [*pages, *texts]
    numbers = iter(range(len(everything)))
    groups = {name: [next(numbers) for _ in found] for name, found in designs.items()}
    show_groups("design", groups, everything, both)
    show_groups("size of pages in HTML", by_size(pages), pages, times)
    print(
        "\nseconds a MB of one page, by its size:", *(f"{size / 1e6:.1f} MB {cost:.2f}" for size, cost in linearity())
    )
    growth(pages, asked.growth)


if __name__ == "__main__":
    main()
