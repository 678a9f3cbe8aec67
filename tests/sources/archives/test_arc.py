"""ARC files."""

import gzip
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]


def test_a_record_is_named_by_its_place(items_of: ItemsOf, make: SimpleNamespace) -> None:
    opening = make.arc_opening()
    [item] = items_of(opening + make.arc(1, make.http()), "crawl.arc")
    assert item == Snapshot(
        origin=f"crawl.arc#{len(opening)}",
        data=make.PAGE,
        url="http://www.state.gov/1.htm",
        url_evidence="archive",
        captured_at=make.WHEN,
        media_type="text/html",
        charset="utf-8",
        record_id=str(len(opening)),
    )


@pytest.mark.parametrize("name", ["crawl.arc", "crawl.arc.gz", "whole.arc.gz", "nameless"])
def test_every_packing_gives_the_same_pages(items_of: ItemsOf, make: SimpleNamespace, name: str) -> None:
    records = [make.arc_opening(), *(make.arc(number, make.http(b"<h1>%d</h1>" % number)) for number in range(5))]
    packed = {"crawl.arc.gz": b"".join(map(gzip.compress, records)), "whole.arc.gz": gzip.compress(b"".join(records))}
    found = items_of(packed.get(name, b"".join(records)), name)
    assert [item.data for item in found if isinstance(item, Snapshot)] == [b"<h1>%d</h1>" % n for n in range(5)]
    assert len({item.origin for item in found}) == 5


@pytest.mark.parametrize(
    ("line_type", "body", "outcome"),
    [
        ("text/html", b"HTTP/1.0 404 Not Found\r\n\r\n<h1>Lost</h1>", "HTTP status 404"),
        ("image/gif", b"HTTP/1.0 200 OK\r\nContent-Type: image/gif\r\n\r\nGIF89a", "media type image/gif"),
        ("text/html", b"<h1>Peru</h1>", "page"),
        ("text/dns", b"20131120041100", "media type text/dns"),
        ("no-type", b"<h1>Peru</h1>", "page"),
        ("text/html 200 checksum - 1234 crawl.arc", b"HTTP/1.0 200 OK\r\n\r\n<h1>Version 2</h1>", "page"),
    ],
)
def test_the_answer_of_a_server_decides(
    items_of: ItemsOf, make: SimpleNamespace, line_type: str, body: bytes, outcome: str
) -> None:
    found = items_of(make.arc_opening() + make.arc(1, body, line_type), "crawl.arc")
    assert [make.told(item) for item in found] == [outcome]


@pytest.mark.parametrize(("date", "captured_at"), [("201311200411", "2013-11-20T04:11:00Z"), ("20131120", None)])
def test_a_time_is_as_exact_as_its_digits(
    items_of: ItemsOf, make: SimpleNamespace, date: str, captured_at: str | None
) -> None:
    [item] = items_of(make.arc(1, make.http()).replace(b"20131120041100", date.encode(), 1), "crawl.arc")
    assert isinstance(item, Snapshot)
    assert item.captured_at == captured_at


def test_an_archive_without_captures_says_so(items_of: ItemsOf, make: SimpleNamespace) -> None:
    assert items_of(make.arc_opening(), "crawl.arc") == [Skipped("crawl.arc", "archive without a page")]
