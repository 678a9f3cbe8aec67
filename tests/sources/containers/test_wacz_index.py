"""The index of a WACZ says where records stand; whatever it says, every page is read once and in order."""

import gzip
import hashlib
import json
import random
from collections.abc import Callable, Iterable
from types import SimpleNamespace

import pytest

from statedocs.record import Failure
from statedocs.snapshot import Snapshot
from statedocs.sources.archives import indexed
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
Lines = Iterable[tuple[int, int]]
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "a.warc": lambda record: record,
    "a.warc.gz": lambda record: gzip.compress(record, mtime=0),
}


@pytest.fixture
def records(make: SimpleNamespace) -> list[bytes]:
    """Four pages, each with the request of a crawler behind it."""
    pages = [make.warc(number, make.http(b"<h1>%d</h1>" % number)) for number in range(4)]
    return [part for number, page in enumerate(pages) for part in (page, make.warc(10 + number, b"GET /", "request"))]


def cdxj(name: str, lines: Lines, **more: str) -> bytes:
    said = [{"filename": name, "offset": str(offset), "length": str(length), **more} for offset, length in lines]
    return "".join(f"gov,state)/ 20131120041100 {json.dumps(line)}\n" for line in said).encode()


def places_of(parts: list[bytes]) -> list[tuple[int, int]]:
    return [(sum(map(len, parts[:number])), len(part)) for number, part in enumerate(parts)]


def wacz(make: SimpleNamespace, members: dict[str, bytes]) -> bytes:
    data: bytes = make.zipped({**members, "datapackage.json": b"{}"}, 0)
    return data


def pages_of(items: list[Item]) -> list[bytes]:
    return [item.data for item in items if isinstance(item, Snapshot)]


def failures_of(items: list[Item]) -> list[Failure]:
    return [item for item in items if isinstance(item, Failure)]


ALL = [b"<h1>%d</h1>" % number for number in range(4)]


@pytest.mark.parametrize("name", PACKINGS)
@pytest.mark.parametrize("named", [(0, 2, 4, 6), (6, 2, 4, 0), (2,), (0, 1, 2, 3, 4, 5, 6, 7), (0, 0, 6, 6), ()])
def test_pages_that_no_line_names_are_read_in_their_place(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes], name: str, named: tuple[int, ...]
) -> None:
    parts = [PACKINGS[name](record) for record in records]
    places = places_of(parts)
    index = cdxj(name, [places[number] for number in named])
    items = items_of(wacz(make, {f"archive/{name}": b"".join(parts), "indexes/index.cdx": index}), "x.wacz")
    assert pages_of(items) == ALL
    assert failures_of(items) == []


@pytest.mark.parametrize("name", PACKINGS)
def test_an_index_that_is_wrong_costs_no_page_and_is_told(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes], name: str
) -> None:
    parts = [PACKINGS[name](record) for record in records]
    places, chance = places_of(parts), random.Random(name)
    whole = b"".join(parts)
    starts = {offset for offset, _ in places}
    for _ in range(40):
        lines = [(chance.randrange(len(whole) + 50), chance.randrange(1, 900)) for _ in range(4)]
        lines += [(offset, length + chance.choice((-9, -1, 1, 300))) for offset, length in chance.sample(places, 3)]
        lines += chance.sample(places, 2)
        items = items_of(wacz(make, {f"archive/{name}": whole, "indexes/index.cdx": cdxj(name, lines)}), "x.wacz")
        assert pages_of(items) == ALL, lines
        wrong = sorted({offset for offset, _ in lines} - starts)
        told = [failure.offset for failure in failures_of(items)]
        assert len(told) == len(wrong), lines


def test_records_are_read_where_the_index_says_although_what_stands_before_is_damaged(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[tuple[int, int]] = []
    alone = indexed._alone

    def noted(*given: object) -> object:
        met.append(given[3])  # type: ignore[arg-type]
        return alone(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(indexed, "_alone", noted)
    parts = [gzip.compress(record, mtime=0) for record in records]
    places = places_of(parts)
    parts[1] = b"\0" * 20 + b"\xff" * (len(parts[1]) - 20)
    members = {"archive/a.warc.gz": b"".join(parts), "indexes/index.cdx": cdxj("a.warc.gz", places[::2])}
    items = items_of(wacz(make, members), "x.wacz")
    assert met == places[::2]
    assert pages_of(items) == ALL
    assert [failure.offset for failure in failures_of(items)] == [places[1][0] + 20]


def test_a_page_that_was_read_by_the_index_is_found_again(items_of: ItemsOf, make: SimpleNamespace) -> None:
    refers = {"WARC-Refers-To": "<urn:uuid:00000001-0000-4000-8000-000000000000>", "WARC-Date": "2014-01-01T00:00:00Z"}
    parts = [make.warc(number, make.http(b"<h1>%d</h1>" % number)) for number in range(2)]
    parts += [make.warc(3, b"", "revisit", refers)]
    for order in (parts, parts[::-1]):
        packed = [gzip.compress(record, mtime=0) for record in order]
        members = {"archive/a.warc.gz": b"".join(packed), "indexes/index.cdx": cdxj("a.warc.gz", places_of(packed))}
        assert sorted(pages_of(items_of(wacz(make, members), "x.wacz"))) == [
            b"<h1>0</h1>",
            b"<h1>1</h1>",
            b"<h1>1</h1>",
        ]


@pytest.mark.parametrize("form", ["cdxj", "cdx"])
def test_the_digest_of_a_payload_in_the_index_is_verified(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes], form: str
) -> None:
    places = places_of(records)
    right, wrong = (hashlib.sha1(data, usedforsecurity=False).hexdigest() for data in (ALL[1], ALL[0]))
    for digest, count in ((right, 0), (wrong, 1), ("-", 0)):
        offset, length = places[2]
        line = f"gov,state)/ 20131120041100 http://www.state.gov/ text/html 200 {digest} - - {length} {offset} a.warc\n"
        index = cdxj("a.warc", [places[2]], digest=digest) if form == "cdxj" else b" CDX N b a m s k r M S V g\n"
        index += line.encode() if form == "cdx" else b""
        items = items_of(wacz(make, {"archive/a.warc": b"".join(records), "indexes/index.cdx": index}), "x.wacz")
        assert pages_of(items) == ALL
        assert [(failure.origin, failure.offset) for failure in failures_of(items)] == [
            ("x.wacz#archive/a.warc", offset)
        ] * count
        assert all(f"{digest} of the index" in failure.message for failure in failures_of(items))


def test_the_blocks_of_an_index_are_verified_and_a_damaged_one_costs_no_other(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes]
) -> None:
    places = places_of(records)[::2]
    blocks = [gzip.compress(cdxj("a.warc", [place], digest="0" * 40), mtime=0) for place in places]
    said = [
        json.dumps({"offset": offset, "length": length, "digest": f"sha256:{hashlib.sha256(block).hexdigest()}"})
        for block, (offset, length) in zip(blocks, places_of(blocks), strict=True)
    ]
    head = '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
    members = {
        "archive/a.warc": b"".join(records),
        "indexes/index.cdx.gz": b"".join(blocks),
        "indexes/index.idx": (head + "".join(f"gov,state)/ 2013 {line}\n" for line in said)).encode(),
    }
    sound = items_of(wacz(make, members), "x.wacz")
    assert len(failures_of(sound)) == 4  # the payloads' digests, each read from its block
    damaged = bytearray(members["indexes/index.cdx.gz"])
    damaged[len(blocks[0]) + 30] ^= 0x55
    items = items_of(wacz(make, {**members, "indexes/index.cdx.gz": bytes(damaged)}), "x.wacz")
    assert pages_of(items) == ALL
    told = [failure.message for failure in failures_of(items)]
    assert sum("of the index" in message for message in told) >= 3
    assert any("the index 'indexes/index.cdx.gz' cannot be read: damaged gzip member" in message for message in told)
    assert any(f"{len(blocks[1])} bytes of 'indexes/index.cdx.gz' at {len(blocks[0])} do not" in said for said in told)
    del members["indexes/index.cdx.gz"]
    assert len(failures_of(items_of(wacz(make, members), "x.wacz"))) == 4


def test_records_in_one_great_member_are_read_as_they_come(
    items_of: ItemsOf, make: SimpleNamespace, records: list[bytes]
) -> None:
    whole = gzip.compress(b"".join(records))
    for lines in ([(0, len(whole))], [(0, 300)], [(20, 40)]):
        members = {"archive/a.warc.gz": whole, "indexes/index.cdx": cdxj("a.warc.gz", lines)}
        assert pages_of(items_of(wacz(make, members), "x.wacz")) == ALL
