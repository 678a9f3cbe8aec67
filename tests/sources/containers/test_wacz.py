"""WACZ files: zips of WARC files with digests and an index."""

import gzip
import hashlib
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from statedocs.record import Failure
from statedocs.snapshot import Snapshot
from statedocs.sources import read
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
ARCHIVES = Path(__file__).parents[4] / "shared" / "pages" / "archives"


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def wacz(
    make: SimpleNamespace, *, method: int = zipfile.ZIP_STORED, spoil: Callable[[dict[str, Any]], None] = lambda _: None
) -> bytes:
    """Make a WACZ of two WARC files; `spoil` may change its members before they are put together."""
    lines, members = [], {}
    for name, numbers in (("a.warc.gz", (1, 2, 3)), ("b.warc.gz", (4, 5))):
        records = [gzip.compress(make.warc(number, make.http(b"<h1>%d</h1>" % number)), mtime=0) for number in numbers]
        offset = 0
        for number, record in zip(numbers, records, strict=True):
            said = {
                "url": f"http://www.state.gov/{number}.htm",
                "digest": "sha1:X",
                "length": str(len(record)),
                "offset": str(offset),
                "filename": name,
                "recordDigest": digest(record),
            }
            lines.append(f"gov,state)/{number}.htm 20131120041100 {json.dumps(said)}\n")
            offset += len(record)
        members[f"archive/{name}"] = b"".join(records)
    members["indexes/index.cdx.gz"] = gzip.compress("".join(lines).encode())
    members["indexes/index.idx"] = b'!meta 0 {"format": "cdxj-gzip-1.0"}\n'
    members["pages/pages.jsonl"] = b'{"format": "json-pages-1.0"}\n'
    resources = [{"path": path, "hash": digest(data), "bytes": len(data)} for path, data in members.items()]
    package = json.dumps({"profile": "data-package", "resources": resources}).encode()
    members["datapackage.json"] = package
    signed = {"path": "datapackage.json", "hash": digest(package), "signedData": {"hash": digest(package)}}
    members["datapackage-digest.json"] = json.dumps(signed).encode()
    spoil(members)
    data: bytes = make.zipped(members, method)
    return data


def failures_of(items: list[Item]) -> list[str]:
    return [item.message for item in items if isinstance(item, Failure)]


@pytest.mark.parametrize("name", ["x.wacz", "nameless"])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_record_is_read_and_all_else_is_part_of_it(
    items_of: ItemsOf, make: SimpleNamespace, name: str, method: int
) -> None:
    items = items_of(wacz(make, method=method), name)
    pages = [item for item in items if isinstance(item, Snapshot)]
    assert [page.data for page in pages] == [b"<h1>%d</h1>" % number for number in range(1, 6)]
    assert pages[3].origin == f"{name}#archive/b.warc.gz#urn:uuid:00000004-0000-4000-8000-000000000000"
    assert (pages[3].url, pages[3].captured_at) == ("http://www.state.gov/4.htm", make.WHEN)
    assert [make.told(item) for item in items[5:]] == [
        "part of the WACZ (index)",
        "part of the WACZ (index)",
        "part of the WACZ (list of pages)",
        "part of the WACZ (description)",
        "part of the WACZ (signature: absent)",
    ]


def test_a_record_that_was_changed_is_a_failure(items_of: ItemsOf, make: SimpleNamespace) -> None:
    def spoil(members: dict[str, Any]) -> None:
        whole = gzip.decompress(members["archive/b.warc.gz"])
        at = whole.index(b"WARC/1.1", 10)
        changed = whole[at:].replace(b"<h1>5", b"<h1>6").replace(b"WARC-Block-Digest", b"X-Block-Digest")
        first = gzip.compress(whole[:at], mtime=0)
        members["archive/b.warc.gz"] = first + gzip.compress(changed, mtime=0)

    items = items_of(wacz(make, spoil=spoil), "x.wacz")
    assert sum(isinstance(item, Snapshot) for item in items) == 5
    resource, record = (item for item in items if isinstance(item, Failure))
    assert "'archive/b.warc.gz' does not have the digest sha256:" in resource.message
    assert resource.origin == "x.wacz"
    assert "http://www.state.gov/5.htm: the record does not have the digest sha256:" in record.message
    assert record.origin == "x.wacz#archive/b.warc.gz"
    assert record.offset


def test_a_record_that_is_not_where_the_index_says(items_of: ItemsOf, make: SimpleNamespace) -> None:
    def spoil(members: dict[str, Any]) -> None:
        lines = gzip.decompress(members["indexes/index.cdx.gz"]).replace(b'"offset": "0"', b'"offset": "7"')
        members["indexes/index.cdx.gz"] = lines + b"no line\ngov,state)/ 1 {}\n"

    items = items_of(wacz(make, spoil=spoil), "x.wacz")
    assert sum(isinstance(item, Snapshot) for item in items) == 5
    assert [message for message in failures_of(items) if "index names" in message] == [
        "the index names a record of 'archive/a.warc.gz' at 7, but none begins there",
        "the index names a record of 'archive/b.warc.gz' at 7, but none begins there",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda members: members.pop("pages/pages.jsonl"), "names 'pages/pages.jsonl', which is not there"),
        (lambda members: members.update({"datapackage.json": b"{"}), "datapackage.json cannot be read"),
        (lambda members: members.update({"datapackage.json": b"[]"}), "datapackage.json cannot be read"),
        (lambda members: members.update({"datapackage.json": b"{}"}), "that datapackage-digest.json says"),
        (lambda members: members.update({"indexes/index.cdx.gz": b"\x1f\x8b\x08junk"}), "the index 'indexes/index.cdx"),
        (lambda members: members.update({"pages/pages.jsonl": b"x"}), "'pages/pages.jsonl' does not have the digest"),
    ],
)
def test_what_is_wrong_with_the_description_is_told(
    items_of: ItemsOf, make: SimpleNamespace, change: Callable[[dict[str, Any]], None], message: str
) -> None:
    items = items_of(wacz(make, spoil=change), "x.wacz")
    assert sum(isinstance(item, Snapshot) for item in items) == 5
    assert any(message in said for said in failures_of(items))
    keys = [(item.origin, item.offset) for item in items if isinstance(item, Failure)]
    assert len(set(keys)) == len(keys)


def test_digests_in_their_older_form(items_of: ItemsOf, make: SimpleNamespace) -> None:
    def older(members: dict[str, Any]) -> None:
        package = json.loads(members["datapackage.json"])
        for resource in package["resources"]:
            name, _, digits = resource.pop("hash").partition(":")
            resource.update({"stats": {"hash": digits}, "hashing": name})
        members["datapackage.json"] = json.dumps(package).encode()
        del members["datapackage-digest.json"]

    assert failures_of(items_of(wacz(make, spoil=older), "x.wacz")) == []


def test_damage_costs_at_most_one_record(items_of: ItemsOf, make: SimpleNamespace) -> None:
    sound = wacz(make)
    for at in random.Random(1).sample(range(len(sound)), 150):
        damaged = bytearray(sound)
        damaged[at] ^= 0x55
        items = items_of(bytes(damaged), "x.wacz")
        pages = {item.data for item in items if isinstance(item, Snapshot)}
        assert len(pages & {b"<h1>%d</h1>" % number for number in range(1, 6)}) >= 4, at
        keys = [(item.origin, item.offset) for item in items if isinstance(item, Failure)]
        assert len(set(keys)) == len(keys), at


@pytest.mark.skipif(not ARCHIVES.is_dir(), reason="the real archives are not here")
@pytest.mark.parametrize(
    ("name", "pages", "failures"),
    [
        ("valid_example_1.wacz", ["http://www.example.com/"], []),
        ("valid_signed_example_1.wacz", ["https://example.com/"], []),
        (
            "invalid_example_1.wacz",
            [None],
            ["datapackage.json names 'data/indexes/index.cdx.gz', which is not there"],
        ),
    ],
)
def test_files_of_others(name: str, pages: list[str | None], failures: list[str]) -> None:
    items = list(read(ARCHIVES / name))
    assert [item.url for item in items if isinstance(item, Snapshot)] == pages
    assert failures_of(items) == failures
