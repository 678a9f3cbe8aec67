"""Whatever is done to an input of any kind, it ends as items that are told apart: never a bug, a hang or nothing."""

import bz2
import gzip
import io
import json
import lzma
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from statedocs.record import Failure
from statedocs.snapshot import Snapshot
from statedocs.sources import read
from statedocs.sources.items import Item

from .conftest import PAGE, arc, arc_opening, http, warc
from .containers.conftest import tarred, zipped

REFERS = {"WARC-Refers-To": "<urn:uuid:00000002-0000-4000-8000-000000000000>"}
RECORDS = [warc(3, b"", "revisit", REFERS), warc(1, http()), warc(2, http(b"<h1>Second</h1>"))]
WARC = b"".join(RECORDS)
PACKED = b"".join(gzip.compress(record, mtime=0) for record in RECORDS)
MEMBERS = {"a.htm": PAGE, "a.htm.source.json": b'{"url": "http://www.state.gov/a.htm"}', "c.warc.gz": PACKED}
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
    b"<item><title>One</title><link>http://www.state.gov/1</link><description><![CDATA[<p>One]]></description></item>"
    b"<item><title>Two</title><description>&lt;p&gt;Two</description></item></channel></rss>"
)
POSTS = [{"id": number, "title": {"rendered": "One"}, "content": {"rendered": "<p>One</p>"}} for number in (1, 2)]
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.state.gov/\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: http://www.state.gov/\r\n\r\n<h1>=50eru</h1>\r\n"
    b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+eA==\r\n--b--\r\n"
)
INDEX = json.dumps({"filename": "a.warc.gz", "offset": "0", "length": str(len(gzip.compress(RECORDS[0], mtime=0)))})
WACZ = zipped(
    {"archive/a.warc.gz": PACKED, "indexes/index.cdx": f"x 2 {INDEX}\n".encode(), "datapackage.json": b"{}"},
    zipfile.ZIP_STORED,
)
INPUTS: dict[str, bytes] = {
    "page.htm": PAGE,
    "page.htm.gz": gzip.compress(PAGE, mtime=0),
    "page.htm.xz": lzma.compress(PAGE),
    "a.warc": WARC,
    "a.warc.gz": PACKED,
    "whole.warc.gz": gzip.compress(WARC, mtime=0),
    "a.warc.zst": b"".join(map(zstandard.compress, RECORDS)),
    "a.warc.wet": warc(1, b"Fact Sheet\n", "conversion", {"Content-Type": "text/plain"}),
    "a.arc": arc_opening() + arc(1, http()) + arc(2, http()),
    "a.arc.gz": gzip.compress(arc_opening() + arc(1, http()), mtime=0),
    "a.zip": zipped(MEMBERS),
    "streamed.zip": zipped(MEMBERS, is_streamed=True),
    "bzip2.zip": zipped(MEMBERS, zipfile.ZIP_BZIP2),
    "lzma.zip": zipped(MEMBERS, zipfile.ZIP_LZMA),
    "a.wacz": WACZ,
    "a.tar": tarred({"a.htm": PAGE, "c.warc.gz": PACKED})[:4096],
    "a.tar.gz": gzip.compress(tarred(MEMBERS), mtime=0),
    "a.tar.bz2": bz2.compress(tarred(MEMBERS)),
    "a.mhtml": MHTML,
    "feed.xml": FEED,
    "posts.json": json.dumps(POSTS).encode(),
}


def check(items: list[Item], what: object) -> None:
    assert items, what
    bugs = [item.message for item in items if isinstance(item, Failure) and "a bug in statedocs" in item.message]
    assert bugs == [], what
    keys = Counter((item.origin, item.offset if isinstance(item, Failure) else None) for item in items)
    assert not [key for key, count in keys.items() if count > 1], what


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[str, bytes], list[Item]]:
    def items(name: str, data: bytes) -> list[Item]:
        (tmp_path / name).write_bytes(data)
        return list(read(tmp_path / name))

    return items


def places(size: int, count: int) -> list[int]:
    """All places, or as many spread over them."""
    return sorted({number * size // count for number in range(count)}) if size > count else list(range(size))


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_that_is_cut_off_anywhere(read_bytes: Callable[[str, bytes], list[Item]], name: str) -> None:
    data = INPUTS[name]
    assert any(isinstance(item, Snapshot) for item in read_bytes(name, data))
    for stop in places(len(data), 150):
        check(read_bytes(name, data[:stop]), stop)


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_with_strange_bytes_anywhere(read_bytes: Callable[[str, bytes], list[Item]], name: str) -> None:
    data, chance = INPUTS[name], random.Random(name)
    for trial in range(120):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 3, 20))):
            if len(changed) < 50:
                break
            at = chance.randrange(len(changed))
            match trial % 4:
                case 0:
                    changed[at] = chance.randrange(256)
                case 1:
                    changed[at:at] = chance.randbytes(chance.randrange(1, 40))
                case 2:
                    del changed[at : at + chance.randrange(1, 40)]
                case _:
                    start = chance.randrange(len(changed))
                    changed[at:at] = changed[start : start + chance.randrange(1, 400)]
        check(read_bytes(name, bytes(changed)), trial)


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_of_any_kind_comes_on_standard_input(
    read_bytes: Callable[[str, bytes], list[Item]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    stream = io.BytesIO(INPUTS[name])
    monkeypatch.setattr(stream, "seekable", lambda: False, raising=False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    pages = [item.data for item in read("-") if isinstance(item, Snapshot)]
    assert pages == [item.data for item in read_bytes(name, INPUTS[name]) if isinstance(item, Snapshot)]
