"""Zip files, sound ones and such as nobody should make."""

import io
import json
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import page, read
from statedocs.sources.containers import zip_content, zips
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


@pytest.mark.parametrize("name", ["x.zip", "nameless", "misnamed.tar", "x.htm"])
@pytest.mark.parametrize("is_streamed", [False, True])
@pytest.mark.parametrize("method", METHODS)
def test_every_packing_gives_the_same_pages(
    items_of: ItemsOf, make: SimpleNamespace, method: int, is_streamed: bool, name: str
) -> None:
    members = make.pages()
    found = items_of(make.zipped(members, method, is_streamed=is_streamed), name)
    assert [(item.origin, item.data) for item in found if isinstance(item, Snapshot)] == [
        (f"{name}#{member}", data) for member, data in members.items()
    ]
    assert len(found) == len(members)


def test_the_rules_of_a_folder_hold_in_a_zip(items_of: ItemsOf, make: SimpleNamespace) -> None:
    side_car = {"url": "http://www.state.gov/peru.html", "captured_at": "2013-11-20T04:11:00Z"}
    members = {
        "a/": b"",
        "a/peru.html.source.json": json.dumps(side_car).encode(),
        "a/peru.html": make.PAGE,
        "a/peru_files/x.html": make.PAGE,
        "a/lost.html.source.json": b"{}",
        "a/other_files/x.html": make.PAGE,
        "a/.git/x.html": make.PAGE,
        "__MACOSX/a/._peru.html": b"\0\5\x16\7",
        "a/style.css": b"p {}",
        "a/empty.html": b"",
        "a/report.pdf.html": b"%PDF-1.4",
        "a/README": b"Fact Sheet\n",
        "a/data.json": b'{"a": 1}',
        "Cote\u0302.html": make.PAGE,
        "win\\dows.html": make.PAGE,
    }
    found = items_of(make.zipped(members))
    assert {item.origin.removeprefix("x.zip#"): make.told(item) for item in found} == {
        "a/peru.html": "page",
        "a/peru_files/x.html": "parts of the saved page peru.html",
        "a/lost.html.source.json": "side-car of a page that is not here",
        "a/other_files/x.html": "page",
        "a/.git/x.html": "hidden file",
        "__MACOSX/a/._peru.html": "hidden file",
        "a/style.css": "style sheet (.css)",
        "a/empty.html": "NotADocument: empty file",
        "a/report.pdf.html": "UnsupportedFormat: expected HTML or text, found PDF",
        "a/README": "page",
        "a/data.json": "data (.json)",
        "Cot\u00ea.html": "page",
        "win/dows.html": "page",
    }
    [peru] = (item for item in found if item.origin == "x.zip#a/peru.html")
    assert isinstance(peru, Snapshot)
    assert (peru.url, peru.url_evidence, peru.captured_at) == (
        side_car["url"],
        "side-car",
        side_car["captured_at"],
    )


@pytest.mark.parametrize("is_streamed", [False, True])
def test_a_side_car_in_a_zip_may_stand_behind_its_page(
    items_of: ItemsOf, make: SimpleNamespace, is_streamed: bool
) -> None:
    side_car = json.dumps({"url": "http://www.state.gov/"}).encode()
    for members in (
        {"x.htm": make.PAGE, "x.htm.source.json": side_car},
        {"x.htm.source.json": side_car, "x.htm": make.PAGE},
    ):
        sound = make.zipped(members, is_streamed=is_streamed)
        [item] = items_of(sound)
        assert isinstance(item, Snapshot)
        assert item.url == "http://www.state.gov/"
        without_directory = sound[: sound.index(b"PK\x01\x02")]
        found, damage = items_of(without_directory)
        assert isinstance(found, Snapshot)
        assert found.url == "http://www.state.gov/"
        assert isinstance(damage, Failure)


def test_patterns_hold_for_members(items_of: ItemsOf, make: SimpleNamespace) -> None:
    members = dict.fromkeys(["bgn/1.htm", "bgn/2.txt", "old/1.htm", "bgn/nameless"], make.PAGE)
    found = items_of(make.zipped(members), include=["*.htm"], exclude=["old"])
    assert {item.origin.removeprefix("x.zip#"): make.told(item) for item in found} == {
        "bgn/1.htm": "page",
        "bgn/2.txt": "not included",
        "bgn/nameless": "not included",
        "old/1.htm": "excluded by old",
    }
    included = items_of(make.zipped(members), include=["*.zip"], exclude=["old/*"])
    assert [make.told(item) for item in included] == ["page", "page", "excluded by old/*", "page"]
    assert items_of(make.zipped(members), exclude=["*.zip"]) == [Skipped("x.zip", "excluded by *.zip")]
    anchored = items_of(make.zipped(members), include=["bgn/*"])
    assert [make.told(item) for item in anchored] == ["page", "page", "not included", "page"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../etc/passwd", "SourceError: refused: its name leads out of the archive"),
        ("a/../../x.htm", "SourceError: refused: its name leads out of the archive"),
        ("/etc/passwd", "SourceError: refused: its name is absolute"),
        ("C:/x.htm", "SourceError: refused: its name is absolute"),
        ("..\\x.htm", "SourceError: refused: its name leads out of the archive"),
    ],
)
def test_names_that_lead_out_are_refused_by_name(
    items_of: ItemsOf, make: SimpleNamespace, name: str, reason: str
) -> None:
    refused, page = items_of(make.zipped({name: make.PAGE, "peru.htm": make.PAGE}))
    assert make.told(refused) == reason
    assert refused.origin == "x.zip#" + name.replace("\\", "/")
    assert isinstance(refused, Failure)
    assert refused.offset == 0
    assert isinstance(page, Snapshot)


def test_a_second_member_of_a_name_is_refused(items_of: ItemsOf, make: SimpleNamespace) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = make.zipped([("a.htm", make.PAGE), ("./a.htm", b"<p>another"), ("b.htm", make.PAGE)])
    first, second, third = items_of(data)
    assert (make.told(first), make.told(third)) == ("page", "page")
    assert make.told(second) == "SourceError: a second member is named 'a.htm': it is refused"
    assert isinstance(second, Failure)
    assert (second.origin, second.offset) == ("x.zip", data.index(b"PK\x03\x04", 4))


def test_encrypted_members_and_links_are_refused_by_name(items_of: ItemsOf, make: SimpleNamespace) -> None:
    data = bytearray(make.zipped({"secret.htm": make.PAGE, "open.htm": make.PAGE}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert [make.told(item) for item in items_of(bytes(data))] == ["SourceError: refused: it is encrypted", "page"]

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        link = zipfile.ZipInfo("link.htm")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("open.htm", make.PAGE)
    assert [make.told(item) for item in items_of(whole.getvalue())] == ["SourceError: refused: it is a link", "page"]


def test_members_encrypted_by_aes_are_refused_by_name(items_of: ItemsOf, make: SimpleNamespace) -> None:
    """As the makers of WinZip have it: method 99, and the compression in an extra field."""
    data = bytearray(make.zipped({"secret.htm": make.PAGE, "open.htm": make.PAGE}))
    for mark, flag, method in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        at = data.index(mark)
        data[at + flag] |= 1
        data[at + method] = 99
    assert [make.told(item) for item in items_of(bytes(data))] == ["SourceError: refused: it is encrypted", "page"]


def test_a_zip_in_several_volumes_is_refused_by_name_and_read_as_far_as_it_goes(
    items_of: ItemsOf, make: SimpleNamespace
) -> None:
    whole = bytearray(make.zipped({"a.htm": make.PAGE, "b.htm": make.PAGE}))
    second = whole.index(b"PK\x03\x04", 4)
    whole[whole.index(b"PK\x05\x06") + 4] = 1
    last, first = bytes(whole[second:]), b"PK\x07\x08" + bytes(whole[:second])
    refused = (
        "SourceError: refused: it is one of several volumes, which are not put together; what is whole in it was read"
    )
    assert [make.told(item) for item in items_of(last)] == ["page", refused]
    assert [make.told(item) for item in items_of(first)] == ["page", refused]
    cut = [make.told(item) for item in items_of(first[:-20])]
    assert cut[0].startswith("SourceError: ")
    assert cut[1:] == [refused]


@pytest.mark.parametrize(("method", "name"), [(9, "deflate64"), (98, "PPMd"), (77, "method 77")])
def test_an_unknown_compression_is_refused_by_name(
    items_of: ItemsOf, make: SimpleNamespace, method: int, name: str
) -> None:
    data = bytearray(make.zipped({"a.htm": make.PAGE, "b.htm": make.PAGE}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + place] = method
    refused = f"SourceError: refused: it is compressed by {name}, which is not read"
    assert [make.told(item) for item in items_of(bytes(data))] == [refused, "page"]


def test_bombs_are_refused_by_name(items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = {"bomb.htm": b"<p>" + b"a" * 2**23, "peru.htm": make.PAGE}
    told = [make.told(item) for item in items_of(make.zipped(bomb))]
    assert told[0].startswith("LimitExceeded: a bomb: 8,388,611 bytes out of ")
    assert told[1] == "page"
    monkeypatch.setattr(page, "MAX_BYTES", 2**20)
    told = [make.told(item) for item in items_of(make.zipped(bomb))]
    assert told == ["LimitExceeded: more than 1,048,576 bytes, which a page may have", "page"]


def test_an_archive_that_would_fill_the_disk_is_refused(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_content, "_SMALL", 2**20)
    bomb = {"bomb.warc": make.warc(1, make.http()) + bytes(2**24), "peru.htm": make.PAGE}
    told = [make.told(item) for item in items_of(make.zipped(bomb))]
    assert told[0] == told[-1] == "page"
    assert any("a bomb: " in line for line in told)


def test_members_that_overlap_are_a_bomb(items_of: ItemsOf, make: SimpleNamespace) -> None:
    data = make.zipped({"a.htm": b"<p>" + make.pages()["bgn/5.htm"]})
    start = data.index(b"PK\x01\x02")
    entry, end = data[start : data.index(b"PK\x05\x06")], bytearray(data[data.index(b"PK\x05\x06") :])
    entries = b"".join(entry.replace(b"a.htm", b"%c.htm" % letter) for letter in b"abcdefghijklm")
    struct.pack_into("<HHI", end, 8, 13, 13, len(entries))
    told = [make.told(item) for item in items_of(data[:start] + entries + bytes(end))]
    assert told.count("SourceError: refused: members overlap, as in a bomb") >= 8


def test_archives_in_archives_are_read_to_a_depth(items_of: ItemsOf, make: SimpleNamespace) -> None:
    data, name = make.PAGE, "peru.htm"
    for depth in range(4):
        data, name = make.zipped({name: data, f"{depth}.htm": make.PAGE}), f"{depth}.zip"
    found = {item.origin: make.told(item) for item in items_of(data)}
    assert found == {
        "x.zip#2.zip#1.zip#0.zip": "LimitExceeded: a zip file in 3 archives: nothing is read that lies so deep",
        "x.zip#2.zip#1.zip#1.htm": "page",
        "x.zip#2.zip#2.htm": "page",
        "x.zip#3.htm": "page",
    }


def test_a_long_member_that_is_not_compressed_is_read_in_place(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = make.zipped(make.pages(), zipfile.ZIP_STORED)
    monkeypatch.setattr(zips, "_IN_PLACE", len(inner))
    outer = make.zipped({"inner.zip": inner}, zipfile.ZIP_STORED)
    assert [item.origin for item in items_of(outer)] == [f"x.zip#inner.zip#{name}" for name in make.pages()]
    damaged = bytearray(outer)
    damaged[outer.index(b"Sample 3") + 10] ^= 1
    told = [make.told(item) for item in items_of(bytes(damaged))]
    assert told.count("page") == 5
    assert sum("CRC-32" in line for line in told) == 2  # of the member, and of the zip that it is in


def test_a_zip_behind_a_program_is_read(items_of: ItemsOf, make: SimpleNamespace) -> None:
    data = b"#!/bin/sh\n" + b"echo x\n" * 100 + make.zipped(make.pages())
    assert [make.told(item) for item in items_of(data, "x.zip")] == ["page"] * 6


def test_zip64_is_read(items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = io.BytesIO()
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in make.pages().items():
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(data)
    assert b"PK\x06\x06" in whole.getvalue()
    assert [make.told(item) for item in items_of(whole.getvalue())] == ["page"] * 6


def test_names_in_old_encodings(items_of: ItemsOf, make: SimpleNamespace) -> None:
    data = make.zipped({"C_te.htm": make.PAGE, "x\x01.htm": make.PAGE})
    old, control = items_of(data.replace(b"C_te", b"C\x93te"))
    assert (old.origin, control.origin) == ("x.zip#C\u00f4te.htm", r"x.zip#x\x01.htm")


def test_zips_among_files(tmp_path: Path, make: SimpleNamespace) -> None:
    (tmp_path / "a.zip").write_bytes(make.zipped({"peru.htm": make.PAGE}))
    (tmp_path / "b.zip").write_bytes(b"<html><h1>Not Found</h1></html>")
    (tmp_path / "c.docx").write_bytes(make.zipped({"word/x.htm": make.PAGE}))
    (tmp_path / "d").write_bytes(make.zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    (tmp_path / "e.zip").write_bytes(b"")
    (tmp_path / "f.zip").write_bytes(make.zipped({}))
    (tmp_path / "g.zip").write_bytes(bytes(range(256)) * 9)
    found = {item.origin: make.told(item) for item in read(tmp_path)}
    assert found == {
        "a.zip#peru.htm": "page",
        "b.zip": "page",
        "c.docx": "document of another format (.docx)",
        "d": "Word (OOXML)",
        "e.zip": "NotADocument: empty file",
        "f.zip": "archive without a page",
        "g.zip": "SourceError: expected a zip file, found other bytes",
    }
