"""Archives that other programs wrote; they are no part of the project and may be absent."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.pipeline import convert_all
from statedocs.record import Document
from statedocs.sources import read

ARCHIVES = Path(__file__).parents[4] / "shared" / "pages" / "archives"
pytestmark = pytest.mark.skipif(not ARCHIVES.is_dir(), reason="the real archives are not here")


@pytest.mark.parametrize(
    ("name", "outcomes"),
    [
        ("cc.warc.gz", ["page"]),
        ("example.warc", ["page", "page"]),
        ("example.warc.gz", ["page", "page"]),
        ("example-iana.org-chunked.warc", ["page"]),
        ("example-resource.warc.gz", ["page"]),
        ("example-space-in-target-uri.warc.gz", ["media type image/png"]),
        ("example-trunc.warc", ["SourceError: a record's length is wrong: what follows it is no record"]),
        ("example-bad.warc.gz.bad", ["page", "page", "HTTP status 302"]),
        ("example.arc.gz", ["page"]),
    ],
)
def test_what_is_in_an_archive(make: SimpleNamespace, name: str, outcomes: list[str]) -> None:
    items = list(read(ARCHIVES / name))
    assert [make.told(item) for item in items] == outcomes
    for document in convert_all(items):
        if isinstance(document, Document):
            assert document.url
            assert document.source.url_evidence == "archive"
            assert document.source.captured_at
            assert document.source.origin.startswith(f"{name}#")
