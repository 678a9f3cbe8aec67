"""However much an archive holds, reading it takes the same memory: measured in processes of their own."""

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

MEASURED = """
import resource, sys
from statedocs.sources import read
pages = sum(type(item).__name__ == "Snapshot" for item in read(sys.argv[1]))
print(pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
FEW, MANY = 300, 6_000
GROWTH = 12_000
"""KiB: buffers of the interpreter and of zlib that fill up once."""


def body(number: int) -> bytes:
    return b"<html><title>%d</title><p>%b</p></html>" % (number, b"A sample page of this project. " * 60)


def write_zip(file: BinaryIO, count: int) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(count):
            archive.writestr(f"www.state.gov/bgn/{number}.htm", body(number))


def write_tar(file: BinaryIO, count: int) -> None:
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as archive:
        for number in range(count):
            info = tarfile.TarInfo(f"www.state.gov/bgn/{number}.htm")
            info.size = len(body(number))
            archive.addfile(info, io.BytesIO(body(number)))


def write_posts(file: BinaryIO, count: int) -> None:
    file.write(b"[")
    for number in range(count):
        post = {"id": number, "title": {"rendered": "T"}, "content": {"rendered": body(number).decode()}}
        file.write(b"," * (number > 0) + json.dumps(post).encode())
    file.write(b"]")


def write_feed(file: BinaryIO, count: int) -> None:
    file.write(b'<rss version="2.0"><channel>')
    for number in range(count):
        file.write(b"<item><guid>%d</guid><description><![CDATA[%b]]></description></item>" % (number, body(number)))
    file.write(b"</channel></rss>")


def write_wacz(make: SimpleNamespace, file: BinaryIO, count: int) -> None:
    lines, offset = [], 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        with archive.open("archive/a.warc.gz", "w") as member:
            for number in range(count):
                packed = gzip.compress(make.warc(number, make.http(body(number))), 1)
                said = {"filename": "a.warc.gz", "offset": str(offset), "length": str(len(packed))}
                lines.append(f"gov,state)/ 20131120041100 {json.dumps(said)}\n")
                offset += member.write(packed)
        archive.writestr("indexes/index.cdx", "".join(lines))
        archive.writestr("datapackage.json", "{}")


def write_revisits(make: SimpleNamespace, file: BinaryIO, count: int) -> None:
    for number in range(count // 2):
        refers = {"WARC-Refers-To": f"<urn:uuid:{number:08}-0000-4000-8000-000000000000>"}
        file.write(gzip.compress(make.warc(10**7 + number, b"", "revisit", refers), 1))
    for number in range(count - count // 2):
        file.write(gzip.compress(make.warc(number, make.http(body(number))), 1))


@pytest.fixture
def writers(make: SimpleNamespace) -> dict[str, Callable[[BinaryIO, int], None]]:
    def records(count: int) -> Iterator[bytes]:
        return (make.warc(number, make.http(body(number))) for number in range(count))

    def write_warc(file: BinaryIO, count: int) -> None:
        for record in records(count):
            file.write(gzip.compress(record, 1))

    def write_whole(file: BinaryIO, count: int) -> None:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed:
            for record in records(count):
                packed.write(record)

    def write_nested(file: BinaryIO, count: int) -> None:
        with (
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open("crawl.warc", "w") as member,
        ):
            for record in records(count):
                member.write(record)

    return {
        "x.wacz": partial(write_wacz, make),
        "revisits.warc.gz": partial(write_revisits, make),
        "x.zip": write_zip,
        "x.tar.gz": write_tar,
        "x.warc.gz": write_warc,
        "whole.warc.gz": write_whole,
        "nested.zip": write_nested,
        "posts.json": write_posts,
        "feed.xml": write_feed,
    }


def peak(path: Path) -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    pages, kib = map(int, done.stdout.split())
    return pages, kib


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize(
    "name",
    [
        "x.wacz",
        "revisits.warc.gz",
        "x.zip",
        "x.tar.gz",
        "x.warc.gz",
        "whole.warc.gz",
        "nested.zip",
        "posts.json",
        "feed.xml",
    ],
)
def test_memory_does_not_grow_with_the_archive(
    tmp_path: Path, writers: dict[str, Callable[[BinaryIO, int], None]], name: str
) -> None:
    peaks = {}
    for count in (FEW, MANY):
        path = tmp_path / str(count) / name
        path.parent.mkdir()
        with path.open("wb") as file:
            writers[name](file, count)
        pages, peaks[count] = peak(path)
        assert pages == count
    assert peaks[MANY] - peaks[FEW] < GROWTH
