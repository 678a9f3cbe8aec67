"""Bodies as servers send them."""

import gzip
import io
import zlib
from collections.abc import Callable
from types import SimpleNamespace

import pytest
import zstandard
from fastwarc.stream_io import BrotliWriter

from statedocs.snapshot import Snapshot
from statedocs.sources.archives import http
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
PAGE = b"<html><title>Peru</title><h1>Peru</h1><p>A sample page written for this project.</p></html>"


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)  # without the time: the names of the tests are made of these bytes


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


def brotli(data: bytes) -> bytes:
    packed = io.BytesIO()
    writer = BrotliWriter(packed)
    writer.write(data)
    writer.close()
    return packed.getvalue()


def chunked(data: bytes, size: int = 7, end: bytes = b"0\r\n\r\n") -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + end


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({}, PAGE),
        ({"Content-Length": "5"}, PAGE),
        ({"Content-Length": "99999"}, PAGE),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE)),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE, end=b"0\r\nExpires: 0\r\n\r\n")),
        ({"Transfer-Encoding": "chunked"}, b"000%x ;name=value\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"),
        ({"Transfer-Encoding": "chunked"}, b"%x\n" % len(PAGE) + PAGE + b"\n0\n\n"),
        ({"Transfer-Encoding": "chunked"}, PAGE),
        ({"Content-Encoding": "gzip"}, gzipped(PAGE)),
        ({"Content-Encoding": "x-gzip"}, gzipped(PAGE[:50]) + gzipped(PAGE[50:])),
        ({"Content-Encoding": "GZIP"}, gzipped(PAGE) + b"junk"),
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, chunked(gzipped(PAGE))),
        ({"Transfer-Encoding": "gzip, chunked"}, chunked(gzipped(PAGE))),
        ({"Content-Encoding": "gzip"}, PAGE),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, raw_deflate(PAGE)),
        ({"Content-Encoding": "deflate"}, PAGE),
        ({"Content-Encoding": "br"}, brotli(PAGE)),
        ({"Content-Encoding": "br"}, PAGE),
        ({"Content-Encoding": "zstd"}, zstandard.compress(PAGE)),
        ({"Content-Encoding": "zstd"}, PAGE),
        ({"Content-Encoding": "deflate, gzip"}, gzipped(zlib.compress(PAGE))),
        ({"Content-Encoding": "gzip, gzip"}, gzipped(gzipped(PAGE))),
        ({"Content-Encoding": "gzip, gzip"}, gzipped(PAGE)),
        ({"Content-Encoding": "gzip"}, gzipped(gzipped(PAGE))),
        ({"Content-Encoding": "identity"}, PAGE),
        ({"Content-Encoding": "utf-8"}, PAGE),
    ],
)
def test_a_body_is_read_as_it_was_sent_or_kept(
    items_of: ItemsOf, make: SimpleNamespace, fields: dict[str, str], body: bytes
) -> None:
    [item] = items_of(make.warc(1, make.http(body, **fields)))
    assert isinstance(item, Snapshot), make.told(item)
    assert item.data == PAGE


@pytest.mark.parametrize(
    ("fields", "body", "message"),
    [
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE)[:40], "SourceError: the chunked body breaks off"),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE, end=b""), "SourceError: the chunked body breaks off"),
        ({"Content-Encoding": "gzip"}, gzipped(PAGE)[:-9], "SourceError: the compressed body breaks off"),
        ({"Content-Encoding": "gzip"}, gzipped(PAGE)[:-8] + b"\0" * 8, "SourceError: the compressed body is"),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)[:-9], "SourceError: the compressed body breaks off"),
        ({"Content-Encoding": "deflate"}, b"\xff" * 90, "SourceError: the compressed body is damaged"),
        ({"Content-Encoding": "br"}, brotli(PAGE)[:-9], "SourceError: the compressed body is damaged"),
        ({"Content-Encoding": "zstd"}, zstandard.compress(PAGE)[:-9], "SourceError: the compressed body is damaged"),
        ({"Content-Encoding": "sdch"}, gzipped(PAGE), "UnsupportedFormat: the content coding 'sdch' is unknown"),
        ({"Content-Encoding": "gzip"}, b"%PDF-1.4", "UnsupportedFormat: expected text/html, found PDF"),
        ({}, b"", "NotADocument: empty body"),
    ],
)
def test_a_body_with_a_hole_is_a_failure(
    items_of: ItemsOf, make: SimpleNamespace, fields: dict[str, str], body: bytes, message: str
) -> None:
    [item] = items_of(make.warc(1, make.http(body, **fields)))
    assert make.told(item).startswith(message)
    assert (item.origin[:14], getattr(item, "url", None)) == ("crawl.warc#urn", "http://www.state.gov/1.htm")


@pytest.mark.parametrize(
    ("coding", "compress"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli), ("zstd", zstandard.compress)],
)
def test_a_bomb_is_a_failure(
    items_of: ItemsOf,
    make: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    coding: str,
    compress: Callable[[bytes], bytes],
) -> None:
    monkeypatch.setattr(http, "MAX_BYTES", 100_000)
    body = compress(b"<p>" + bytes(200_000))
    [item] = items_of(make.warc(1, make.http(body, Content_Encoding=coding)))
    assert make.told(item) == "LimitExceeded: the body has more than 100,000 bytes, which a page may have"


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        (b"HTTP/1.1 404 Not Found\r\n\r\n<h1>Page</h1>", "HTTP status 404"),
        (b"HTTP/1.1 301 Moved Permanently\r\nLocation: /\r\n\r\n", "HTTP status 301"),
        (b"HTTP/1.1 206 Partial Content\r\n\r\n<h1>Page</h1>", "HTTP status 206"),
        (b"HTTP/1.1 what\r\n\r\n<h1>Page</h1>", "response without an HTTP status"),
        (b"HTTP/1.0 200\n\n<h1>Page</h1>", "page"),
        (b"HTTP/2 200\r\nno colon\r\nX: C\xf4te\r\n\r\n<h1>Page</h1>", "page"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html", "NotADocument: empty body"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}", "media type text/css"),
        (b"HTTP/1.1 200 OK\r\n\r\nGIF89a", "GIF image"),
    ],
)
def test_the_answer_of_a_server_decides(
    items_of: ItemsOf, make: SimpleNamespace, response: bytes, outcome: str
) -> None:
    assert [make.told(item) for item in items_of(make.warc(1, response))] == [outcome]
