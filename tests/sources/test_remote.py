"""A web server and an object store on this machine, read as any other input."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import boto3
import fsspec
import pytest
from moto.server import ThreadedMotoServer

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read, read_all, remote
from statedocs.sources.tree import Leaf

PAGE = b"<html><title>Peru</title><p>Peru is a country.</p></html>"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files; gives parts of them where it is asked for (`/parts/…`), as stores do."""

    broken = 0

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if "/broken/" in self.path and self.headers.get("Range") and Handler.broken > 0:
            Handler.broken -= 1
            self.send_error(500)
            return
        asked = self.headers.get("Range")
        if asked is None or "/whole/" in self.path:
            super().do_GET()
            return
        data = Path(self.translate_path(self.path)).read_bytes()
        first, _, last = asked.removeprefix("bytes=").partition("-")
        start, stop = int(first), min(int(last or len(data) - 1), len(data) - 1)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {start}-{stop}/{len(data)}")
        self.send_header("Content-Length", str(stop - start + 1))
        self.end_headers()
        self.wfile.write(data[start : stop + 1])

    def end_headers(self) -> None:
        if "/whole/" not in self.path:
            self.send_header("Accept-Ranges", "bytes")
        super().end_headers()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A folder that is served, and its address."""
    handler = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        for folder in ("parts", "whole", "broken"):
            (tmp_path / folder).mkdir()
        yield SimpleNamespace(folder=tmp_path, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def store() -> Iterator[Any]:
    """An object store with a bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    known = {"key": "statedocs", "secret": "statedocs"}
    fsspec.config.conf["s3"] = {**known, "client_kwargs": {"endpoint_url": address, "region_name": "us-east-1"}}
    client = boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id=known["key"],
        aws_secret_access_key=known["secret"],
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="pages")
    yield client
    del fsspec.config.conf["s3"]
    server.stop()


def test_a_page_of_a_web_server_has_its_address(site: SimpleNamespace) -> None:
    (site.folder / "parts" / "peru.htm").write_bytes(PAGE)
    address = f"{site.address}/parts/peru.htm"
    assert list(read(address)) == [Snapshot("peru.htm", PAGE, address, "caller")]


@pytest.mark.parametrize("folder", ["parts", "whole"])
def test_an_archive_of_a_web_server_streams(site: SimpleNamespace, make: SimpleNamespace, folder: str) -> None:
    records = b"".join(make.warc(number, make.http(b"<h1>%d</h1>" % number)) for number in range(50))
    (site.folder / folder / "crawl.warc").write_bytes(records)
    items = list(read(f"{site.address}/{folder}/crawl.warc"))
    assert [item.data for item in items if isinstance(item, Snapshot)] == [b"<h1>%d</h1>" % n for n in range(50)]
    assert items[0].origin.startswith("crawl.warc#urn:uuid:")


def test_a_server_that_fails_is_asked_again(
    site: SimpleNamespace, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "_PAUSE", 0.0)
    (site.folder / "broken" / "crawl.warc").write_bytes(make.warc(1, make.http()))
    Handler.broken = 2
    [item] = read(f"{site.address}/broken/crawl.warc")
    assert isinstance(item, Snapshot)
    Handler.broken = 1000
    [failure] = read(f"{site.address}/broken/crawl.warc")
    assert isinstance(failure, Failure)
    assert "cannot be read" in failure.message
    Handler.broken = 0


def test_an_address_without_a_page_is_no_input(site: SimpleNamespace) -> None:
    with pytest.raises(SourceError, match="no such input: http"):
        read(f"{site.address}/gone.htm")
    with pytest.raises(SourceError, match="cannot be asked for"):
        read("nonsense://x/y")


def test_a_list_may_name_addresses(site: SimpleNamespace, tmp_path: Path) -> None:
    (site.folder / "parts" / "peru.htm").write_bytes(PAGE)
    (tmp_path / "list.txt").write_text(f"{site.address}/parts/peru.htm\n{site.address}/parts/gone.htm\n")
    page, gone = read(f"@{tmp_path / 'list.txt'}")
    assert isinstance(page, Snapshot)
    assert page.origin == f"{site.address.removeprefix('http://')}/parts/peru.htm"
    assert isinstance(gone, Failure)


def test_a_bucket_is_a_folder(store: Any, make: SimpleNamespace) -> None:
    side_car = b'{"url": "http://www.state.gov/2.htm"}'
    files = {
        "bgn/1.htm": PAGE,
        "bgn/2.htm": PAGE,
        "bgn/2.htm.source.json": side_car,
        "bgn/style.css": b"p {}",
        "bgn/.hidden": PAGE,
        "bgn/sub/3.htm": PAGE,
        "bgn/crawl.warc": make.warc(1, make.http()),
        "other.htm": PAGE,
    }
    for key, data in files.items():
        store.put_object(Bucket="pages", Key=key, Body=data)
    store.put_object(Bucket="pages", Key="bgn/", Body=b"")
    found = list(read("s3://pages/bgn", exclude=["sub"]))
    assert [(item.origin, make.told(item)) for item in found] == [
        (".hidden", "hidden file"),
        ("1.htm", "page"),
        ("2.htm", "page"),
        ("crawl.warc#urn:uuid:00000001-0000-4000-8000-000000000000", "page"),
        ("style.css", "style sheet (.css)"),
        ("sub", "excluded by sub"),
    ]
    assert isinstance(found[2], Snapshot)
    assert found[2].url == "http://www.state.gov/2.htm"
    [single] = read("s3://pages/other.htm")
    assert single == Snapshot("other.htm", PAGE)
    assert list(read("s3://pages/bgn/style.css")) == [Skipped("style.css", "style sheet (.css)")]
    with pytest.raises(SourceError, match="no such input"):
        read("s3://pages/nothing")
    with pytest.raises(SourceError, match=r"two inputs hold '1.htm': s3://pages/bgn and s3://pages/bgn/1.htm"):
        read_all(["s3://pages/bgn", "s3://pages/bgn/1.htm"])


def test_without_the_extra_an_address_is_refused_by_naming_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "fsspec", None)
    with pytest.raises(SourceError, match=r"statedocs\[remote\]"):
        read("s3://pages/bgn")


class Refusing:
    """A store in which everything goes wrong, as with wrong keys."""

    def ls(self, folder: str, detail: bool) -> list[dict[str, str]]:
        raise PermissionError("403")

    def invalidate_cache(self) -> None:
        pass

    def open(self, path: str, mode: str) -> object:
        raise PermissionError("403")

    def unstrip_protocol(self, path: str) -> str:
        return f"s3://{path}"

    def cat_file(self, path: str) -> bytes:
        raise FileNotFoundError if "gone" in path else PermissionError("403")


def test_a_store_that_refuses_is_told_as_a_file_that_cannot_be_read() -> None:
    store = Refusing()
    tree = remote.RemoteTree(store)
    with pytest.raises(SourceError, match="cannot be listed: PermissionError: 403"):
        tree.names("pages/bgn")
    leaf = Leaf("pages/1.htm", "1.htm", is_folder=False)
    found = tree.found(leaf, "1.htm", is_wanted=True, has_sidecar=True)
    with pytest.raises(SourceError, match="cannot be read: PermissionError: 403"):
        found.open()
    with pytest.raises(SourceError, match="its side-car cannot be read"):
        found.sidecar()
    assert tree.found(Leaf("gone", "gone", is_folder=False), "x", is_wanted=True, has_sidecar=True).sidecar() is None
    assert tree.reason("pages/1.htm") is None


def test_a_store_whose_program_is_not_installed_is_refused_by_naming_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(address: str) -> None:
        raise ImportError("install gcsfs")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    with pytest.raises(SourceError, match="gs://x/y is read with the extra `remote`, or one of fsspec's: install"):
        read("gs://x/y")
