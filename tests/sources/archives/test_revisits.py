"""Records that say that a page was sent again: the page stands elsewhere in the run, before or behind them."""

import base64
import gzip
import hashlib
import io
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import list_all, read, read_all
from statedocs.sources.archives import originals
from statedocs.sources.items import Item

ABSENT = "revisit of a page that is not in this run"
ItemsOf = Callable[..., list[Item]]


def record_id(number: int) -> str:
    return f"urn:uuid:{number:08}-0000-4000-8000-000000000000"


@pytest.fixture
def page(make: SimpleNamespace) -> Callable[[int], bytes]:
    """A record of a page, by its number."""
    return lambda number: make.warc(number, make.http(b"<h1>%d</h1>" % number))


@pytest.fixture
def revisit(make: SimpleNamespace) -> Callable[..., bytes]:
    """A record that refers to a page by its number, or by fields."""

    def made(number: int, fields: Mapping[str, str] | None = None) -> bytes:
        named = {"WARC-Refers-To": f"<{record_id(number)}>"} if fields is None else fields
        record: bytes = make.warc(1000 + number, b"", "revisit", {"WARC-Date": "2014-01-01T00:00:00Z", **named})
        return record

    return made


def zipped(members: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return whole.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return whole.getvalue()


PLACES: dict[str, Callable[[bytes, bytes], dict[str, bytes]]] = {
    "in its own archive": lambda one, other: {"a.warc": one + other},
    "in its own compressed member": lambda one, other: {"a.warc.gz": gzip.compress(one + other)},
    "in another archive": lambda one, other: {"a.warc": one, "b.warc.gz": gzip.compress(other)},
    "in a nameless archive": lambda one, other: {"a.warc": one, "b": other},
    "in a zip": lambda one, other: {
        "a.warc": one,
        "b.zip": zipped({"x.htm": b"<p>x", "b.warc.gz": gzip.compress(other)}),
    },
    "in a tar": lambda one, other: {"a.warc": one, "b.tar.gz": tarred({"x.htm": b"<p>x", "b.warc": other})},
    "in a compressed file": lambda one, other: {"a.warc": one, "b.warc.xz": lzma.compress(other)},
    "in a zip of a tar": lambda one, other: {"a.warc": one, "b.zip": zipped({"b.tar": tarred({"b.warc": other})})},
    "beside it in a zip": lambda one, other: {"a.zip": zipped({"a.warc": one, "b.warc": other})},
    "beside it in a tar": lambda one, other: {"a.tar": tarred({"a.warc": one, "b.warc": other})},
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("is_before", [True, False])
def test_a_page_is_found_wherever_in_the_run_it_stands(
    tmp_path: Path, page: Callable[..., bytes], revisit: Callable[..., bytes], place: str, is_before: bool
) -> None:
    references, pages = revisit(2) + revisit(1) + revisit(3), page(1) + page(2)
    for name, data in PLACES[place](*((pages, references) if is_before else (references, pages))).items():
        (tmp_path / name).write_bytes(data)
    items = list(read(tmp_path))
    again = [item for item in items if "#urn:uuid:0000100" in item.origin]
    assert [item.data for item in again if isinstance(item, Snapshot)] == [b"<h1>2</h1>", b"<h1>1</h1>"]
    assert [item.captured_at for item in again if isinstance(item, Snapshot)] == ["2014-01-01T00:00:00Z"] * 2
    assert [item.reason for item in again if isinstance(item, Skipped)] == [ABSENT]
    listed = [item for item in list_all([tmp_path]) if isinstance(item, Snapshot | Skipped) and item in again]
    assert len(listed) == 3 or place == "in a nameless archive"


def test_a_page_is_found_in_another_input_of_the_run(
    tmp_path: Path, page: Callable[..., bytes], revisit: Callable[..., bytes]
) -> None:
    (tmp_path / "a.warc").write_bytes(revisit(1))
    (tmp_path / "b.warc").write_bytes(page(1))
    (tmp_path / "list.txt").write_text(f"{tmp_path / 'b.warc'}\n")
    for other in (tmp_path / "b.warc", f"@{tmp_path / 'list.txt'}"):
        again, _ = read_all([tmp_path / "a.warc", other])
        assert isinstance(again, Snapshot)
        assert again.data == b"<h1>1</h1>"
    assert list(read(tmp_path / "a.warc")) == [Skipped(f"a.warc#{record_id(1001)}", ABSENT)]


@pytest.mark.parametrize("is_piped", [True, False])
def test_a_page_is_found_behind_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, page: Callable[..., bytes], revisit: Callable[..., bytes], is_piped: bool
) -> None:
    stream = io.BytesIO(gzip.compress(revisit(1)) + gzip.compress(page(1)))
    if is_piped:
        monkeypatch.setattr(stream, "seekable", lambda: False, raising=False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    again, first = read("-")
    assert isinstance(again, Snapshot)
    assert isinstance(first, Snapshot)
    assert again.data == first.data == b"<h1>1</h1>"


SHA1 = hashlib.sha1(b"<h1>1</h1>", usedforsecurity=False)
SPELT = f"sha1:{base64.b32encode(SHA1.digest()).decode()}"
VISIT = {"WARC-Refers-To-Target-URI": "http://www.state.gov/1.htm", "WARC-Refers-To-Date": "2013-11-20T04:11:00Z"}


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        (VISIT, True),
        ({**VISIT, "WARC-Refers-To-Date": "2013-11-20T04:11:01Z"}, False),
        ({"WARC-Payload-Digest": SPELT}, True),
        ({"WARC-Payload-Digest": f"SHA-1:{SHA1.hexdigest().upper()}"}, True),
        ({"WARC-Payload-Digest": f"md5:{'0' * 32}"}, False),
        ({**VISIT, "WARC-Refers-To": f"<{record_id(77)}>"}, True),
        ({}, False),
    ],
)
def test_a_page_is_found_by_any_of_its_names(
    items_of: ItemsOf, make: SimpleNamespace, revisit: Callable[..., bytes], fields: dict[str, str], is_found: bool
) -> None:
    original = make.warc(1, make.http(b"<h1>1</h1>"), fields={"WARC-Payload-Digest": SPELT})
    parts = [original, revisit(1, fields)]
    for order in (parts, parts[::-1]):
        [again] = [item for item in items_of(b"".join(order)) if item.origin.endswith(record_id(1001))]
        assert make.told(again) == ("page" if is_found else ABSENT)


def test_a_page_of_an_older_archive_is_found(
    tmp_path: Path, make: SimpleNamespace, revisit: Callable[..., bytes]
) -> None:
    (tmp_path / "a.warc").write_bytes(revisit(1, VISIT))
    (tmp_path / "b.arc").write_bytes(make.arc_opening() + make.arc(1, make.http(b"<h1>1</h1>")))
    (tmp_path / "c.warc").write_bytes(revisit(2, VISIT))
    assert [item.data for item in read(tmp_path) if isinstance(item, Snapshot)] == [b"<h1>1</h1>"] * 3


def test_what_is_no_page_is_no_original_of_one_behind_it(
    items_of: ItemsOf, make: SimpleNamespace, revisit: Callable[..., bytes]
) -> None:
    same = {"WARC-Payload-Digest": SPELT}
    records = [
        make.warc(1, make.http(b"<h1>1</h1>", "404 Not Found"), fields=same),
        make.warc(2, make.http(b"<h1>1</h1>", Content_Type="image/png"), fields=same),
        make.warc(3, b"<h1>1</h1>", "resource", {**same, "Content-Type": "image/png"}),
        make.warc(4, b"<h1>1</h1>", "metadata", same),
        make.warc(5, make.http(b"<h1>1</h1>"), fields=same),
    ]
    again = items_of(revisit(1, same) + b"".join(records))[0]
    assert isinstance(again, Snapshot)
    assert again.data == b"<h1>1</h1>"


def test_damage_is_told_once_although_the_archive_is_gone_through_twice(
    tmp_path: Path, make: SimpleNamespace, page: Callable[..., bytes], revisit: Callable[..., bytes]
) -> None:
    (tmp_path / "a.warc").write_bytes(revisit(2))
    (tmp_path / "b.warc").write_bytes(page(1)[:-30] + page(2))
    (tmp_path / "c.warc.gz").write_bytes(b"\x1f\x8b\x08 no archive")
    (tmp_path / "d.zip").write_bytes(b"PK\x03\x04")
    told = [make.told(item)[:20] for item in read(tmp_path)]
    assert told[:3] == ["page", "SourceError: a recor", "page"]
    assert len(told) == 5


def test_what_lies_deep_is_unpacked_again_within_bounds(
    items_of: ItemsOf, page: Callable[..., bytes], revisit: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "_DEEP", 10)
    monkeypatch.setattr(originals, "_MOST_UNPACKED", 1000)
    pages = page(1) + page(2) + page(3)
    for order, found in (((1, 2, 3), 3), ((3, 2, 1), 2)):
        items = items_of(gzip.compress(pages + b"".join(map(revisit, order))), "deep.warc.gz")[3:]
        assert sum(isinstance(item, Snapshot) for item in items) == found, order
