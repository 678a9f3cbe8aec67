"""Many pages in one run: memory stays flat, every page is accounted for, a second run converts nothing.

The default is small; `STATEDOCS_SOAK=20000`, as `.ci/run` has it, shows the real thing.
"""

import itertools
import json
import os
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from statedocs.sources.names import SIDECAR

PAGES = int(os.environ.get("STATEDOCS_SOAK", "240"))
PARENT_LIMIT, WORKER_LIMIT = 250 * 2**20, 150 * 2**20
WORKERS = 2


@pytest.fixture(scope="module")
def corpus(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages again and again, each time with other origins."""
    folder = tmp_path_factory.mktemp("soak") / "in"
    pages = [path for path in sorted((root / "raw").rglob("*")) if path.suffix in (".html", ".txt", ".htm")]
    for number, page in zip(range(PAGES), itertools.cycle(pages), strict=False):
        copy = folder / f"{number // 500:03}" / f"{number:06}-{page.name}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
        sidecar = page.with_name(page.name + SIDECAR)
        if sidecar.exists():
            said = {key: value for key, value in json.loads(sidecar.read_bytes()).items() if key != "origin"}
            said["captured_at"] = f"2013-11-{1 + number // 1000 % 28:02}T{number // 60 % 24:02}:{number % 60:02}:00Z"
            copy.with_name(copy.name + SIDECAR).write_text(json.dumps(said))
    return folder


class Watch(threading.Thread):
    """Measures the memory of a run and of its workers until it ends."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.parent: list[int] = []
        self.workers: list[int] = []

    def run(self) -> None:
        while self._process.poll() is None:
            self.parent.append(resident(self._process.pid))
            self.workers += [resident(child) for child in children(self._process.pid)]
            time.sleep(0.25)


def resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        return [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []


def lines_of(place: Path) -> tuple[list[str], int]:
    """Give the origins of a manifest, and the sum that it states."""
    if place.suffix == ".sqlite":
        with closing(sqlite3.connect(place)) as database:
            origins = [origin for (origin,) in database.execute("SELECT origin FROM manifest ORDER BY line")]
            [(total,)] = database.execute("SELECT value FROM about WHERE name = 'pages'")
        return origins, int(total)
    manifest = place / "manifest.jsonl" if place.is_dir() else place.with_suffix(".manifest.jsonl")
    *lines, last = manifest.read_bytes().splitlines()
    return [json.loads(line)["origin"] for line in lines], json.loads(last)["totals"]["pages"]


def test_memory_stays_flat_and_every_page_is_accounted_for(
    corpus: Path, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    """Into a folder, lines and a database in one run."""
    places = [tmp_path / out for out in ("out", "x.jsonl", "x.sqlite")]
    asked = [part for place in places for part in ("-o", place)]
    seconds = []
    for _ in range(2):
        started = time.monotonic()
        with start(corpus, *asked, "--workers", WORKERS, "--log-format", "json") as run:
            watch = Watch(run)
            watch.start()
            _, err = run.communicate(timeout=1800)
        watch.join()
        seconds.append(time.monotonic() - started)
        end = json.loads(err.splitlines()[-1])
        assert (run.returncode, end["event"], end["pages"]) == (0, "end", PAGES), err[-2000:].decode()
        assert end["documents"] + end["skipped"] == PAGES
        assert max(watch.parent) < PARENT_LIMIT
        assert max(watch.workers, default=0) < WORKER_LIMIT
        figures = f"parent {max(watch.parent) / 2**20:.0f} MB, worker {max(watch.workers, default=0) / 2**20:.0f} MB"
        print(f"\n{PAGES} pages in {seconds[-1]:.1f} s, {figures}")
    for place in places:
        origins, total = lines_of(place)
        assert len(origins) == len(set(origins)) == total == PAGES
    if PAGES >= 5000:
        assert seconds[1] < seconds[0] / 3, "what is done is only looked at"
