"""Small archives, made in a line."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read
from statedocs.sources.items import Item

PAGE = b"<html><title>Peru</title><h1>Peru</h1><p>A sample page written for this project.</p></html>"
WHEN = "2013-11-20T04:11:00Z"


def http(body: bytes = PAGE, status: str = "200 OK", **fields: str) -> bytes:
    """Make a response; `Content_Encoding="gzip"` is a field."""
    named = {"Content-Type": "text/html; charset=utf-8", **{name.replace("_", "-"): fields[name] for name in fields}}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def warc(number: int, body: bytes, kind: str = "response", fields: Mapping[str, str] | None = None) -> bytes:
    """Make a record; a field that is empty is left out."""
    digest = base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number:08}-0000-4000-8000-000000000000>",
        "WARC-Date": WHEN,
        "WARC-Target-URI": f"http://www.state.gov/{number}.htm",
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(body)),
        **(fields or {}),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"WARC/1.1\r\n{head}\r\n".encode() + body + b"\r\n\r\n"


def arc(number: int, body: bytes, media_type: str = "text/html", url: str = "http://www.state.gov/") -> bytes:
    """Make a record of an ARC file."""
    return f"{url}{number}.htm 192.0.2.1 20131120041100 {media_type} {len(body)}\n".encode() + body + b"\n"


def arc_opening() -> bytes:
    """Make the record that opens an ARC file."""
    body = b"1 0 statedocs\nURL IP-address Archive-date Content-type Archive-length\n"
    return f"filedesc://sample.arc 0.0.0.0 20131120041100 text/plain {len(body)}\n".encode() + body + b"\n"


def told(item: Item) -> str:
    """What became of an input, in a word."""
    if isinstance(item, Snapshot):
        return "page"
    return item.reason if isinstance(item, Skipped) else f"{item.error}: {item.message}"


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The builders above, by name."""
    return SimpleNamespace(http=http, warc=warc, arc=arc, arc_opening=arc_opening, told=told, PAGE=PAGE, WHEN=WHEN)


@pytest.fixture
def items_of(tmp_path: Path) -> Callable[..., list[Item]]:
    """Write an archive and give all that is read from it."""

    def items(data: bytes, name: str = "crawl.warc", **patterns: list[str]) -> list[Item]:
        (tmp_path / name).write_bytes(data)
        return list(read(tmp_path / name, **patterns))

    return items


@pytest.fixture(scope="session")
def sample_records(root: Path) -> list[bytes]:
    """Records of the project's own sample pages."""
    pages = sorted((root / "raw").rglob("*.html"))[:8]
    return [warc(number, http(path.read_bytes())) for number, path in enumerate(pages)]
