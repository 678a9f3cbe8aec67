"""Pages that a browser saved with their parts in one file."""

import base64
import quopri
import random
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
ARCHIVES = Path(__file__).parents[4] / "shared" / "pages" / "archives"
MDN = "https://developer.mozilla.org/en-US/docs/Web/API"
PAGE = b"<html><head><title>Peru</title></head><body><h1>Peru</h1><p>A sample = page.</p></body></html>"


def part(kind: str, body: bytes, location: str | None, encoding: str = "quoted-printable", **more: str) -> bytes:
    coded = {
        "quoted-printable": lambda: quopri.encodestring(body).replace(b"\n", b"\r\n"),
        "base64": lambda: base64.encodebytes(body).replace(b"\n", b"\r\n"),
    }.get(encoding, lambda: body)()
    fields = {"Content-Type": kind, "Content-Transfer-Encoding": encoding, "Content-Location": location, **more}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return head.encode() + b"\r\n" + coded


def message(
    *parts: bytes, head: str = "Snapshot-Content-Location: https://www.state.gov/peru/\r\n", end: bool = True
) -> bytes:
    opening = (
        f"From: <Saved by Blink>\r\n{head}Date: Tue, 19 Nov 2013 23:11:00 -0500\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Mark--"\r\n\r\n'
    )
    inner = b"".join(b"\r\n------Mark--\r\n" + each for each in parts)
    return opening.encode() + inner + (b"\r\n------Mark----\r\n" if end else b"")


FRAME = part("text/html", b"<p>frame", "https://www.state.gov/frame")
ROOT = part("text/html", PAGE, "https://www.state.gov/peru/")
BASE64 = part("text/html", PAGE, "x", "base64")
IMAGE = part("image/png", b"\x89PNG" * 30, "https://www.state.gov/x.png", "base64")


@pytest.mark.parametrize("name", ["peru.mhtml", "peru.mht", "nameless", "peru.html"])
def test_the_root_is_the_page_and_the_others_are_its_parts(items_of: ItemsOf, name: str) -> None:
    page, frame, image = items_of(message(ROOT, FRAME, IMAGE), name)
    assert page == Snapshot(
        f"{name}#https://www.state.gov/peru/",
        PAGE,
        "https://www.state.gov/peru/",
        "archive",
        "2013-11-20T04:11:00Z",
        "text/html",
        record_id="https://www.state.gov/peru/",
    )
    assert frame == Skipped(f"{name}#https://www.state.gov/frame", "frame")
    assert image == Skipped(f"{name}#https://www.state.gov/x.png", "part of the saved page (image/png)")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary", ""])
def test_every_encoding_gives_the_same_page(items_of: ItemsOf, encoding: str) -> None:
    [page] = items_of(message(part("text/html; charset=utf-8", PAGE, "x", encoding)), "peru.mhtml")
    assert isinstance(page, Snapshot)
    assert (page.data, page.charset) == (PAGE, "utf-8")


def test_the_page_is_what_was_saved_or_named_or_comes_first(items_of: ItemsOf, make: SimpleNamespace) -> None:
    assert [make.told(item) for item in items_of(message(FRAME, ROOT), "x.mhtml")] == ["frame", "page"]
    assert [make.told(item) for item in items_of(message(FRAME, ROOT, head=""), "x.mhtml")] == ["page", "frame"]
    named = message(FRAME, part("text/html", PAGE, None, **{"Content-ID": "<root>"}), head="").replace(
        b'type="text/html"', b'type="text/html"; start="<root>"'
    )
    frame, page = items_of(named, "x.mhtml")
    assert (make.told(frame), make.told(page), page.origin) == ("frame", "page", "x.mhtml#part 2")
    inner = b"Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n" + ROOT + b"\r\n--in--\r\n"
    assert make.told(items_of(message(inner, IMAGE), "x.mhtml")[0]) == "page"


def test_a_message_of_one_part_is_read(items_of: ItemsOf) -> None:
    single = b"Snapshot-Content-Location: https://www.state.gov/\r\nMIME-Version: 1.0\r\n" + part(
        "text/html", PAGE, None
    )
    [page] = items_of(single, "x.mht")
    assert isinstance(page, Snapshot)
    assert (page.data, page.url, page.captured_at) == (PAGE, "https://www.state.gov/", None)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (message(IMAGE), "NotADocument: expected a saved page, found no part that is one"),
        (message(), "NotADocument: expected a saved page, found a message without parts"),
        (message(end=False), "NotADocument: expected a saved page, found a message without parts"),
        (message(part("text/html", b"", "x")), "NotADocument: empty part"),
        (message(part("text/html", b"%PDF-1.4", "x")), "NotADocument: expected text/html, found PDF"),
        (message(ROOT, end=False), "SourceError: the page is cut off: its part does not end"),
        (message(ROOT, IMAGE, end=False), "SourceError: the file is cut off: its last part does not end"),
        (
            message(part("text/html", PAGE, "x", "base64").replace(b"PGh", b"P!h")),
            "SourceError: the page's base64 is damaged at its byte 1",
        ),
        (
            message(part("text/html", PAGE, "x", "base64").replace(b"==", b"", 1).replace(b"PGh", b"P")),
            "SourceError: the page's base64 is damaged",
        ),
    ],
)
def test_what_is_wrong_is_told(items_of: ItemsOf, make: SimpleNamespace, data: bytes, told: str) -> None:
    found = [item for item in items_of(data, "x.mhtml") if isinstance(item, Failure)]
    assert len(found) == 1
    assert make.told(found[0]).startswith(told)


def test_two_parts_of_one_address_are_told_apart(items_of: ItemsOf) -> None:
    assert [item.origin for item in items_of(message(ROOT, IMAGE, IMAGE), "x.mhtml")] == [
        "x.mhtml#https://www.state.gov/peru/",
        "x.mhtml#https://www.state.gov/x.png",
        "x.mhtml#https://www.state.gov/x.png (part 3)",
    ]


def test_a_side_car_speaks_for_the_page(items_of: ItemsOf, tmp_path: Path) -> None:
    side_car = '{"url": "http://www.state.gov/", "captured_at": "2014-01-01T00:00:00Z"}'
    (tmp_path / "x.mhtml.source.json").write_text(side_car)
    [page] = items_of(message(ROOT), "x.mhtml")
    assert isinstance(page, Snapshot)
    assert (page.url, page.url_evidence, page.captured_at) == (
        "http://www.state.gov/",
        "side-car",
        "2014-01-01T00:00:00Z",
    )


def test_damage_in_a_part_leaves_the_page(items_of: ItemsOf) -> None:
    sound = message(ROOT, FRAME, IMAGE)
    behind = sound.index(b"\r\n------Mark--", sound.index(b"</html>")) + 20
    chance = random.Random(1)
    for at in chance.sample(range(len(sound)), 300):
        damaged = bytearray(sound)
        damaged[at] ^= chance.choice([0x55, 1, 0x80])
        for data in (bytes(damaged), sound[:at], sound[:at] + b"\r\n\r\n" + sound[at:]):
            items = items_of(data, "x.mhtml")
            pages = [item for item in items if isinstance(item, Snapshot)]
            assert len(items) <= 5, at
            assert items, at
            if at > behind:
                assert [page.data for page in pages] == [PAGE], at
        if at < len(sound) - 2 and at > 100:
            assert any(isinstance(item, Failure) for item in items_of(sound[:at], "x.mhtml")), at


@pytest.mark.skipif(not ARCHIVES.is_dir(), reason="the real archives are not here")
@pytest.mark.parametrize(
    ("name", "url", "captured_at"),
    [
        ("example.com.mhtml", "http://example.com/", "2018-12-17T11:28:18Z"),
        (
            "mdn.mhtml",
            "https://developer.mozilla.org/en-US/docs/Web/API/Element/scrollIntoView",
            "2018-12-17T11:16:46Z",
        ),
    ],
)
def test_pages_that_browsers_saved(name: str, url: str, captured_at: str) -> None:
    page, *parts = read(ARCHIVES / name)
    assert isinstance(page, Snapshot)
    assert (page.url, page.captured_at) == (url, captured_at)
    assert page.data.startswith(b"<!DOCTYPE html>")
    assert page.data.rstrip().endswith(b"</html>")
    assert all(isinstance(item, Skipped) for item in parts)
