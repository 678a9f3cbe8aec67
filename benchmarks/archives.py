"""What reads archives, and what that costs: our readers against the libraries that could stand in their place.

    python benchmarks/archives.py [--pages N] [--rounds N] [--damages N]

Everything is measured in one run on the same generated archives, so that the ratios hold on any machine. First the
pages a second of sound archives, then how many pages of archives with one changed byte each program still gives, and
how many it gives wrongly without a word; and the same
of WARCs in which one record states a wrong length. warcio is only needed here: pip install '.[peers]'.
"""

import argparse
import gzip
import importlib
import io
import random
import tarfile
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from statedocs import Snapshot, read

Reader = Callable[[Path], Iterator[bytes]]


def page(number: int) -> bytes:
    """Give a page of about 12 KB that compresses as pages do."""
    words = random.Random(number).choices(
        "the of and Department State Peru trade visit treaty aid May 2013".split(), k=1800
    )
    return b"<html><title>%d</title><h1>%d</h1><p>%b</p></html>" % (number, number, " ".join(words).encode())


def warc(number: int) -> bytes:
    """Give a WARC record of a page."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-4000-8000-000000000000>\r\n"
        f"WARC-Date: 2013-11-20T04:11:00Z\r\nWARC-Target-URI: http://www.state.gov/{number}.htm\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def write_all(folder: Path, count: int) -> None:
    """Write the same pages as WARC, zip and tar."""
    (folder / "x.warc.gz").write_bytes(b"".join(gzip.compress(warc(number)) for number in range(count)))
    with zipfile.ZipFile(folder / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}.htm", page(number))
    with tarfile.open(folder / "x.tar.gz", "w:gz") as tar:
        for number in range(count):
            info = tarfile.TarInfo(f"{number}.htm")
            info.size = len(page(number))
            tar.addfile(info, io.BytesIO(page(number)))


def ours(path: Path) -> Iterator[bytes]:
    """statedocs.read."""
    return (item.data for item in read(path) if isinstance(item, Snapshot))


def with_fastwarc(path: Path) -> Iterator[bytes]:
    """FastWARC alone."""
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield record.reader.read()


def with_warcio(path: Path) -> Iterator[bytes]:
    """Warcio."""
    archive_iterator: Any = importlib.import_module("warcio.archiveiterator").ArchiveIterator
    with path.open("rb") as file:
        for record in archive_iterator(file):
            if record.rec_type == "response":
                yield record.content_stream().read()


def with_zipfile(path: Path) -> Iterator[bytes]:
    """Zipfile."""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            yield archive.read(info)


def with_tarfile(path: Path) -> Iterator[bytes]:
    """tarfile, which goes on behind wrong heads when it is told to."""
    with tarfile.open(path, "r|gz", ignore_zeros=True) as archive:
        for info in archive:
            member = archive.extractfile(info)
            if member:
                yield member.read()


PROGRAMS: dict[str, tuple[Reader, ...]] = {
    "x.warc.gz": (ours, with_fastwarc, with_warcio),
    "x.zip": (ours, with_zipfile),
    "x.tar.gz": (ours, with_tarfile),
}


def pace(path: Path, program: Reader, rounds: int) -> tuple[float, int]:
    """Give pages a second in the best round, and the peak of memory in a round of its own."""
    best = float("inf")
    count = 0
    for _ in range(rounds):
        start = time.perf_counter()
        count = sum(1 for _ in program(path))
        best = min(best, time.perf_counter() - start)
    tracemalloc.start()
    for _ in program(path):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return count / best, peak


def damaged(path: Path, program: Reader, sound: set[bytes], trials: int) -> tuple[float, int]:
    """Give the share of sound pages that are given when one byte is wrong, and how many wrong pages are given."""
    whole = path.read_bytes()
    given = wrong = 0
    chance = random.Random(path.name)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(trials):
            data = bytearray(whole)
            data[chance.randrange(len(data))] ^= 0x55
            broken = Path(folder, path.name)
            broken.write_bytes(bytes(data))
            found: list[bytes] = []
            try:
                for body in program(broken):
                    found.append(body)
            except Exception:  # noqa: BLE001  (it gives up, and gives no more)
                pass
            given += len(sound.intersection(found))
            wrong += len(set(found) - sound)
    return given / (trials * len(sound)), wrong


def missized(folder: Path, program: Reader, sound: set[bytes]) -> tuple[float, int]:
    """Give the share of sound pages that are given, and how many wrong ones, when one record states a wrong length."""
    given = wrong = trials = 0
    records = [warc(number) for number in range(len(sound))]
    for number in range(1, len(records) - 1, 3):
        for error in (-200, -5, 5, 300, 10**6):
            stated = len(records[number].partition(b"\r\n\r\n")[2]) - 4
            said, says = (b"Content-Length: %d\r\n" % length for length in (stated, stated + error))
            changed = [*records[:number], records[number].replace(said, says, 1), *records[number + 1 :]]
            path = folder / "missized.warc.gz"
            path.write_bytes(b"".join(map(gzip.compress, changed)))
            found: list[bytes] = []
            try:
                for body in program(path):
                    found.append(body)
            except Exception:  # noqa: BLE001  (it gives up, and gives no more)
                pass
            given += len(sound.intersection(found))
            wrong += len(set(found) - sound)
            trials += 1
    return given / (trials * len(sound)), wrong


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--damages", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as large, tempfile.TemporaryDirectory() as small:
        write_all(Path(large), asked.pages)
        write_all(Path(small), 30)
        sound = {page(number) for number in range(30)}
        print(f"{'archive':<12}{'program':<16}{'pages/s':>10}{'ratio':>8}{'peak MB':>9}{'kept':>8}{'wrong':>7}")
        for name, programs in PROGRAMS.items():
            first = None
            for program in programs:
                try:
                    speed, peak = pace(Path(large, name), program, asked.rounds)
                except ImportError:
                    print(f"{name:<12}{program.__name__:<16}  is not installed: pip install '.[peers]'")
                    continue
                first = first or speed
                kept, wrong = damaged(Path(small, name), program, sound, asked.damages)
                line = f"{name:<12}{program.__name__:<16}{speed:>10,.0f}{speed / first:>8.2f}"
                print(f"{line}{peak / 2**20:>9.1f}{kept:>8.1%}{wrong:>7}")
                if name == "x.warc.gz":
                    kept, wrong = missized(Path(small), program, sound)
                    print(f"{'':<12}{'  a wrong length':<43}{kept:>8.1%}{wrong:>7}")


if __name__ == "__main__":
    main()
