"""Archives with bytes changed, cut off and put in: all that can be read is, and the damage is told."""

import gzip
import random
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO, Self

import pytest
import zstandard

from statedocs.record import Failure
from statedocs.snapshot import Snapshot
from statedocs.sources.archives.originals import Originals
from statedocs.sources.archives.warc import WarcReader
from statedocs.sources.files import found_file
from statedocs.sources.items import Item
from statedocs.sources.packing import members, stream
from statedocs.sources.packing.codecs import GZIP, ZSTD

ItemsOf = Callable[..., list[Item]]
Packing = Callable[[bytes], bytes]
PartsOf = Callable[[str, Packing], list[bytes]]

PACKINGS: list[tuple[str, Packing]] = [
    ("crawl.warc", lambda record: record),
    ("crawl.warc.gz", lambda record: gzip.compress(record, mtime=0)),
    ("crawl.warc.zst", zstandard.ZstdCompressor(write_checksum=True).compress),
    ("crawl.arc", lambda record: record),
    ("crawl.arc.gz", lambda record: gzip.compress(record, mtime=0)),
]
IDS = [name for name, _ in PACKINGS]


def bodies_of(items: list[Item]) -> list[bytes]:
    return [item.data for item in items if isinstance(item, Snapshot)]


def failures_of(items: list[Item]) -> list[Failure]:
    return [item for item in items if isinstance(item, Failure)]


@pytest.fixture
def bodies() -> list[bytes]:
    return [
        b"<html><title>Sample %d</title><h1>Sample %d</h1><p>%b</p></html>" % (n, n, b"x " * n * 60) for n in range(6)
    ]


@pytest.fixture
def parts_of(make: SimpleNamespace, bodies: list[bytes]) -> PartsOf:
    """The compressed records of an archive of the bodies."""

    def parts(name: str, pack: Packing) -> list[bytes]:
        record = make.arc if ".arc" in name else make.warc
        return [pack(record(number, make.http(body))) for number, body in enumerate(bodies)]

    return parts


@pytest.mark.parametrize("archive", PACKINGS, ids=IDS)
def test_a_changed_byte_costs_at_most_the_record_that_it_is_in(
    items_of: ItemsOf, parts_of: PartsOf, bodies: list[bytes], archive: tuple[str, Packing]
) -> None:
    name = archive[0]
    parts = parts_of(*archive)
    starts = list(accumulate(map(len, parts), initial=0))[:-1]
    sound = b"".join(parts)
    for at in random.Random(name).sample(range(4, len(sound)), 300):
        damaged = bytearray(sound)
        damaged[at] ^= 0x55
        items = items_of(bytes(damaged), name)
        hit = bisect_right(starts, at) - 1
        others = [body for number, body in enumerate(bodies) if number != hit]
        assert [body for body in bodies_of(items) if body in others] == others, at
        assert len(items) <= len(bodies) + 1, at
        if name.endswith((".gz", ".zst")):
            assert set(bodies_of(items)) <= set(bodies), at
        elif name == "crawl.warc" and not set(bodies_of(items)) <= set(bodies):  # a plain ARC file has no digests
            assert [failure.offset for failure in failures_of(items)] == [starts[hit]], at
        for failure in failures_of(items):
            assert failure.offset is not None, at


@pytest.mark.parametrize("archive", PACKINGS, ids=IDS)
def test_what_stands_before_a_cut_is_read(
    items_of: ItemsOf, parts_of: PartsOf, bodies: list[bytes], archive: tuple[str, Packing]
) -> None:
    name = archive[0]
    parts = parts_of(*archive)
    ends = list(accumulate(map(len, parts)))
    sound = b"".join(parts)
    for cut in random.Random(name).sample(range(20, len(sound)), 200):
        items = items_of(sound[:cut], name)
        whole = bisect_right(ends, cut)
        assert bodies_of(items)[:whole] == bodies[:whole], cut
        assert len(bodies_of(items)) <= whole + 1, cut
        assert set(bodies_of(items)) <= set(bodies), cut
        if len(bodies_of(items)) == whole and cut not in ends:
            assert [failure.origin for failure in failures_of(items)] == [name], cut


@pytest.mark.parametrize("archive", PACKINGS, ids=IDS)
@pytest.mark.parametrize(
    "junk", [b"junk\n", GZIP + b"\0\n", ZSTD + b"\n", b"WARC/1.0\r\n", bytes(range(1, 256)) * 99 + b"\n"]
)
def test_bytes_put_between_records_cost_none(
    items_of: ItemsOf,
    parts_of: PartsOf,
    bodies: list[bytes],
    archive: tuple[str, Packing],
    junk: bytes,
) -> None:
    parts = parts_of(*archive)
    items = items_of(b"".join([*parts[:3], junk, *parts[3:]]), archive[0])
    assert bodies_of(items) == bodies
    [failure] = failures_of(items)
    assert (failure.origin, failure.offset) == (archive[0], sum(map(len, parts[:3])))


@pytest.mark.parametrize("name", ["whole.warc.gz", "whole.warc.zst"])
def test_damage_in_one_great_member_costs_what_follows(
    items_of: ItemsOf, make: SimpleNamespace, bodies: list[bytes], name: str
) -> None:
    chance = random.Random(name)
    large = [body + b"<!-- " + chance.randbytes(40_000).hex().encode() + b" -->" for body in bodies]
    content = b"".join(make.warc(number, make.http(body)) for number, body in enumerate(large))
    packed = gzip.compress(content) if name.endswith(".gz") else zstandard.compress(content)
    items = items_of(packed[: len(packed) // 2], name)
    found = bodies_of(items)
    assert 1 <= len(found) < len(large)
    assert found == large[: len(found)]
    [failure] = failures_of(items)
    assert failure.origin == name
    assert 0 < (failure.offset or 0) < len(packed) // 2  # where the record that is cut off was decompressed from


@pytest.mark.parametrize("error", [-200, -30, -7, 7, 30, 200, 5000, 10**9])
@pytest.mark.parametrize("archive", [*PACKINGS[:3], ("whole.warc.gz", None)], ids=[*IDS[:3], "whole"])
def test_a_wrong_length_costs_one_record(
    items_of: ItemsOf, make: SimpleNamespace, bodies: list[bytes], archive: tuple[str, Packing | None], error: int
) -> None:
    name, pack = archive
    records = [make.warc(number, make.http(body)) for number, body in enumerate(bodies)]
    stated = len(make.http(bodies[2]))
    records[2] = make.warc(2, make.http(bodies[2]), fields={"Content-Length": str(max(stated + error, 0))})
    data = b"".join(map(pack, records)) if pack else gzip.compress(b"".join(records))
    items = items_of(data, name)
    assert bodies_of(items) == bodies[:2] + bodies[3:]
    [failure] = failures_of(items)
    assert failure.origin == name
    assert "length is wrong" in failure.message or "the file ends " in failure.message


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"Content-Length", b"Content-Lenght"), (b"\r\n\r\nHTTP", b"\r\n" + b"X: y\r\n" * 20_000 + b"\r\nHTTP")],
)
def test_a_head_that_is_none_costs_one_record(
    items_of: ItemsOf, make: SimpleNamespace, bodies: list[bytes], old: bytes, new: bytes
) -> None:
    records = [make.warc(number, make.http(body)) for number, body in enumerate(bodies)]
    records[2] = records[2].replace(old, new)
    items = items_of(b"".join(records))
    assert bodies_of(items) == bodies[:2] + bodies[3:]
    assert [failure.offset for failure in failures_of(items)] == [sum(map(len, records[:2]))]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "x.warc.zst", "x.arc", "x.arc.gz"])
def test_any_bytes_under_an_archives_name_are_one_failure(items_of: ItemsOf, make: SimpleNamespace, name: str) -> None:
    chance = random.Random(name)
    for opening in (b"", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1.0\r\nX: y\r\n\r\n", b"filedesc://x"):
        for size in (1, 10, 1000, 300_000):
            items = items_of(opening + chance.randbytes(size), name)
            assert [type(item) for item in items] == [Failure], (opening, size)


def test_a_disk_that_fails_is_a_failure(make: SimpleNamespace, bodies: list[bytes], tmp_path: Path) -> None:
    class Failing:
        """A file of which the second half cannot be read."""

        def __init__(self, file: BinaryIO, limit: int) -> None:
            self._file, self._limit = file, limit

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def read(self, count: int) -> bytes:
            if self._file.tell() + 1 > self._limit:
                raise OSError(5, "Input/output error")
            return self._file.read(min(count, self._limit - self._file.tell()))

        def seek(self, offset: int) -> int:
            return self._file.seek(offset)

        def tell(self) -> int:
            return self._file.tell()

    path = tmp_path / "crawl.warc"
    records = [make.warc(number, make.http(body)) for number, body in enumerate(bodies)]
    path.write_bytes(b"".join(records))
    with Failing(path.open("rb"), sum(map(len, records[:3]))) as file:
        items = list(WarcReader(file, found_file("", "crawl.warc"), Originals()))  # type: ignore[arg-type]
    assert bodies_of(items) == bodies[:3]
    assert [make.told(item) for item in failures_of(items)] == ["SourceError: cannot be read: Input/output error"]


def test_a_record_is_found_over_the_edge_of_a_window(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "_WINDOW", 400)
    monkeypatch.setattr(stream, "_OVERLAP", 200)
    for size in range(150, 450, 7):
        items = items_of(b"x" * size + make.warc(1, make.http()))
        assert [make.told(item) for item in items] == ["SourceError: expected a record, found other bytes", "page"]
        members = gzip.compress(make.warc(1, make.http()))
        items = items_of(members + b"x" * size + members, "crawl.warc.gz")
        assert [make.told(item)[:21] for item in items] == ["page", "SourceError: expected", "page"]


@pytest.mark.parametrize(
    ("name", "error"), [("x.warc", 50), ("x.warc", 10**9), ("x.warc.gz", 50), ("x.warc.gz", 10**9)]
)
def test_many_wrong_lengths_in_one_member_take_no_longer_than_their_bytes(
    items_of: ItemsOf,
    make: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: int,
) -> None:
    pulled = [0]
    for carrier in (members.Members, members.Plain):

        def counted(self: object, pull: Callable[[object], members.Piece | None] = carrier.pull) -> object:  # type: ignore[assignment]
            piece = pull(self)
            pulled[0] += len(piece.data) if piece else 0
            return piece

        monkeypatch.setattr(carrier, "pull", counted)
    records = []
    for number in range(400):
        body = make.http(random.Random(number).randbytes(1500).hex().encode())
        records.append(make.warc(number, body, fields={"Content-Length": str(len(body) + error)} if number % 2 else {}))
    whole = b"".join(records)
    items = items_of(gzip.compress(whole) if name.endswith(".gz") else whole, name)
    assert len(bodies_of(items)) == 200
    failures = failures_of(items)
    assert len({failure.offset for failure in failures}) == len(failures) == 200
    assert pulled[0] < 100 * len(whole)
