"""Google's object store, played by a server on this machine and read as any other input."""

import gzip
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import fsspec
import pytest
from gcp_storage_emulator.server import create_server

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read

PAGE = b"<html><title>Peru</title><p>Peru is a country.</p></html>"


@pytest.fixture(scope="module")
def store() -> Iterator[Any]:
    """A bucket, as fsspec writes into it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # else it asks Google what kind of bucket it is
        server = create_server("127.0.0.1", 0, in_memory=True, default_bucket="pages")
        server.start()
        host, port = server._api._httpd.server_address
        patch.setenv("STORAGE_EMULATOR_HOST", f"http://{host}:{port}")
        patch.setitem(fsspec.config.conf, "gs", {"token": "anon", "project": "statedocs"})
        files, _ = fsspec.core.url_to_fs("gs://pages")
        yield files
        files.clear_instance_cache()
        server.stop()


def test_a_bucket_of_google_is_a_folder(store: Any, make: SimpleNamespace) -> None:
    records = [gzip.compress(make.warc(number, make.http(b"<h1>%d</h1>" % number))) for number in range(3)]
    crawl = b"".join(records)
    for key, data in {
        "bgn/1.htm": PAGE,
        "bgn/2.htm": PAGE,
        "bgn/2.htm.source.json": b'{"url": "http://www.state.gov/2.htm"}',
        "bgn/crawl.warc.gz": crawl,
        "bgn/cut.warc.gz": crawl[:-20],
        "bgn/style.css": b"p {}",
        "bgn/sub/3.htm": PAGE,
        "other.htm": PAGE,
    }.items():
        store.pipe_file(f"pages/{key}", data)
    found = list(read("gs://pages/bgn", exclude=["sub"]))
    names = [f"#urn:uuid:0000000{number}-0000-4000-8000-000000000000" for number in range(3)]
    assert [item.origin for item in found] == [
        "1.htm",
        "2.htm",
        *(f"crawl.warc.gz{name}" for name in names),
        *(f"cut.warc.gz{name}" for name in names[:2]),
        "cut.warc.gz",
        "style.css",
        "sub",
    ]
    assert isinstance(found[1], Snapshot)
    assert (found[1].url, found[1].place) == ("http://www.state.gov/2.htm", "gs://pages/bgn/2.htm")
    assert isinstance(found[4], Snapshot)
    assert found[4].data == b"<h1>2</h1>"
    assert isinstance(found[7], Failure)
    assert found[7].offset == len(records[0] + records[1])
    assert found[8] == Skipped("style.css", "style sheet (.css)")
    assert list(read("gs://pages/other.htm")) == [Snapshot("other.htm", PAGE)]
    with pytest.raises(SourceError, match="no such input"):
        read("gs://pages/nothing")
