"""WARC files, record by record."""

import base64
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read
from statedocs.sources.archives import capture, framing, headers
from statedocs.sources.dispatch import read_found
from statedocs.sources.files import found_file
from statedocs.sources.items import Item
from statedocs.sources.packing import codecs
from statedocs.sources.run import Run

ItemsOf = Callable[..., list[Item]]
ID = "urn:uuid:00000001-0000-4000-8000-000000000000"


def with_dictionary(records: list[bytes], *, is_compressed: bool) -> bytes:
    dictionary = zstandard.train_dictionary(2000, [*records] * 200)
    stored = dictionary.as_bytes()
    stored = zstandard.compress(stored) if is_compressed else stored
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    frame = codecs.ZSTD_DICTIONARY + len(stored).to_bytes(4, "little") + stored
    return frame + b"".join(map(compressor.compress, records))


PACKINGS: dict[str, Callable[[list[bytes]], bytes]] = {
    "crawl.warc": b"".join,
    "crawl.warc.gz": lambda records: b"".join(map(gzip.compress, records)),
    "whole.warc.gz": lambda records: gzip.compress(b"".join(records)),
    "padded.warc.gz": lambda records: b"".join(gzip.compress(record) + b"\0" * 512 for record in records),
    "crawl.warc.zst": lambda records: b"".join(map(zstandard.compress, records)),
    "dictionary.warc.zst": lambda records: with_dictionary(records, is_compressed=False),
    "packed-dictionary.warc.zst": lambda records: with_dictionary(records, is_compressed=True),
    "misnamed.bad": lambda records: b"".join(map(gzip.compress, records)),
    "nameless": b"".join,
    "WRONG.ARC": b"".join,
}


@pytest.mark.parametrize("name", PACKINGS)
def test_every_packing_gives_the_same_pages(items_of: ItemsOf, sample_records: list[bytes], name: str) -> None:
    found = items_of(PACKINGS[name](sample_records), name)
    plain = items_of(b"".join(sample_records))
    assert [item.data for item in found if isinstance(item, Snapshot)] == [
        item.data for item in plain if isinstance(item, Snapshot)
    ]
    assert len(found) == len(sample_records)


def test_a_page_says_where_and_when_it_was_captured(items_of: ItemsOf, make: SimpleNamespace) -> None:
    record = make.warc(1, make.http(Content_Type="Text/HTML;charset=ISO-8859-1"))
    assert items_of(record) == [
        Snapshot(
            origin=f"crawl.warc#{ID}",
            data=make.PAGE,
            url="http://www.state.gov/1.htm",
            url_evidence="archive",
            captured_at=make.WHEN,
            media_type="text/html",
            charset="ISO-8859-1",
            record_id=ID,
        )
    ]


def test_two_records_of_one_name_are_told_apart(items_of: ItemsOf, make: SimpleNamespace) -> None:
    record = make.warc(1, make.http())
    assert [item.origin for item in items_of(record + record)] == [
        f"crawl.warc#{ID}",
        f"crawl.warc#{ID} ({len(record)})",
    ]


NOTE = "text/plain"


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (("resource", {"Content-Type": "text/html"}, b"<h1>Peru</h1>"), "page"),
        (("resource", {"Content-Type": "image/png"}, b"\x89PNG"), "media type image/png"),
        (("resource", {"Content-Type": ""}, b"<h1>Peru</h1>"), "page"),
        (("resource", {"Content-Type": ""}, b"%PDF-1.4"), "PDF"),
        (("resource", {"Content-Type": NOTE, "WARC-Target-URI": "metadata://log"}, b"x"), "a crawler's own notes"),
        (("conversion", {"Content-Type": NOTE}, b"Fact Sheet\n"), "page"),
        (("response", {"Content-Type": "text/dns"}, b"20131120041100"), "media type text/dns"),
        (("response", {}, b"<h1>no HTTP at all</h1>"), "page"),
        (("response", {"Content-Type": ""}, b"HTTP/1.1 404 Not Found\r\n\r\n"), "HTTP status 404"),
        (("continuation", {}, b"<p>"), "continuation of a segmented record"),
        (("novelty", {}, b"<p>"), "WARC record novelty"),
        (("", {"WARC-Type": ""}, b"<p>"), "WARC record of no type"),
        (
            ("response", {"WARC-Truncated": "length"}, b"<p>"),
            "SourceError: the record was cut off when",
        ),
        (("response", {"WARC-Segment-Number": "1"}, b"<p>"), "SourceError: the record is one of several segments"),
        (("response", {"WARC-Block-Digest": "sha1:?"}, b"<p>Peru"), "page"),
        (("response", {"WARC-Block-Digest": "blake9:00"}, b"<p>Peru"), "page"),
    ],
)
def test_the_kind_of_a_record_decides(
    items_of: ItemsOf, make: SimpleNamespace, given: tuple[str, dict[str, str], bytes], outcome: str
) -> None:
    kind, fields, body = given
    [item] = items_of(make.warc(1, body, kind, fields))
    assert make.told(item).startswith(outcome)
    assert item.origin == f"crawl.warc#{ID}"


def digests_of(data: bytes) -> list[str]:
    """A digest of some bytes in every form that crawlers write."""
    sha1 = hashlib.sha1(data, usedforsecurity=False)
    return [
        f"sha1:{base64.b32encode(sha1.digest()).decode()}",
        f"SHA-1:{sha1.hexdigest().upper()}",
        base64.b32encode(sha1.digest()).decode(),
        f"sha-256:{hashlib.sha256(data).hexdigest()}",
        f"sha256:{base64.b32encode(hashlib.sha256(data).digest()).decode().rstrip('=')}",
        f"md5:{hashlib.md5(data, usedforsecurity=False).hexdigest()}",
        f"sha3_256:{hashlib.sha3_256(data).hexdigest()}",
        f"blake2b:{hashlib.blake2b(data).hexdigest()}",
    ]


@pytest.mark.parametrize("field", ["WARC-Block-Digest", "WARC-Payload-Digest"])
@pytest.mark.parametrize("form", range(8))
def test_a_digest_that_the_bytes_do_not_have_is_told_beside_the_page(
    items_of: ItemsOf, make: SimpleNamespace, field: str, form: int
) -> None:
    block = make.http()
    right, wrong = digests_of(block if field == "WARC-Block-Digest" else make.PAGE)[form], digests_of(b"else")[form]
    first = make.warc(1, block, fields={field: right})
    page, spoilt, failure, last = items_of(first + make.warc(2, block, fields={field: wrong}) + make.warc(3, block))
    assert [item.data for item in (page, spoilt, last) if isinstance(item, Snapshot)] == [make.PAGE] * 3
    assert isinstance(failure, Failure)
    assert (failure.origin, failure.offset) == ("crawl.warc", len(first))
    what = "its bytes do" if "Block" in field else "its payload does"
    assert failure.message == (
        f"record {ID.replace('1-', '2-')} of http://www.state.gov/2.htm: {what} not have the digest {wrong} ({field})"
    )


@pytest.mark.parametrize("taken", ["as sent", "without chunks", "decoded"])
def test_a_payloads_digest_may_have_been_taken_of_any_of_its_forms(
    items_of: ItemsOf, make: SimpleNamespace, taken: str
) -> None:
    packed = gzip.compress(make.PAGE)
    sent = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    block = make.http(sent, Transfer_Encoding="chunked", Content_Encoding="gzip")
    form = {"as sent": sent, "without chunks": packed, "decoded": make.PAGE}[taken]
    for digest, count in ((digests_of(form)[0], 1), (digests_of(form + b" ")[0], 2)):
        assert len(items_of(make.warc(1, block, fields={"WARC-Payload-Digest": digest}))) == count


def test_a_digest_counts_for_what_is_skipped_too_and_not_twice_for_what_fails(
    items_of: ItemsOf, make: SimpleNamespace
) -> None:
    wrong = {"WARC-Block-Digest": "sha1:" + "A" * 32}
    skipped = make.warc(1, make.http(b"\x89PNG", Content_Type="image/png"), fields=wrong)
    failed = make.warc(2, make.http(b"", Content_Type="text/html"), fields=wrong)
    told = [make.told(item) for item in items_of(skipped + failed)]
    assert told[0] == "media type image/png"
    assert "(WARC-Block-Digest)" in told[1]
    assert told[2:] == ["NotADocument: empty body"]


def test_the_texts_of_a_crawl_are_utf8(items_of: ItemsOf, make: SimpleNamespace) -> None:
    [item] = items_of(make.warc(1, b"C\xc3\xb4te\n", "conversion", {"Content-Type": "text/plain"}), "x.warc.wet")
    assert isinstance(item, Snapshot)
    assert (item.media_type, item.charset) == ("text/plain", "utf-8")


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata"])
def test_what_tells_of_captures_is_no_input(items_of: ItemsOf, make: SimpleNamespace, kind: str) -> None:
    about = make.warc(1, b"software: x\r\n", kind)
    assert items_of(about) == [Skipped("crawl.warc", "archive without a page")]
    assert [make.told(item) for item in items_of(about + make.warc(2, make.http()))] == ["page"]


def test_an_empty_archive_is_a_failure(items_of: ItemsOf, make: SimpleNamespace) -> None:
    assert [make.told(item) for item in items_of(b"")] == ["NotADocument: empty file"]


def test_brackets_and_blanks_of_addresses(items_of: ItemsOf, make: SimpleNamespace) -> None:
    fields = {"WARC-Target-URI": "<http://www.state.gov/a b>", "WARC-Date": "2013-11", "WARC-Record-ID": ""}
    [item] = items_of(make.warc(1, make.http(), fields=fields))
    assert isinstance(item, Snapshot)
    assert (item.url, item.captured_at) == ("http://www.state.gov/a b", None)
    assert (item.origin, item.record_id) == ("crawl.warc#0", None)


def test_records_with_bare_line_ends_are_read(items_of: ItemsOf, make: SimpleNamespace) -> None:
    records = [make.warc(number, b"<h1>Peru</h1>", "resource", {"Content-Type": "text/html"}) for number in (1, 2)]
    found = items_of(b"".join(records).replace(b"\r\n", b"\n"))
    assert [item.origin[-36:] for item in found if isinstance(item, Snapshot)] == [
        f"0000000{number}-0000-4000-8000-000000000000" for number in (1, 2)
    ]


REVISITED = {"WARC-Date": "2014-01-01T00:00:00Z", "WARC-Payload-Digest": "sha1:OTHER"}


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "whole.warc.gz"])
@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"WARC-Payload-Digest": "sha1:SAME"}, "200 OK"),
        ({"WARC-Refers-To": f"<{ID}>"}, "200 OK"),
        ({"WARC-Refers-To": f"<{ID}>"}, "304 Not Modified"),
        ({"WARC-Refers-To": f"<{ID}>"}, ""),
    ],
)
def test_a_revisit_is_the_page_at_another_time(
    items_of: ItemsOf, make: SimpleNamespace, name: str, fields: dict[str, str], answer: str
) -> None:
    original = make.warc(1, make.http(), fields={"WARC-Payload-Digest": "sha1:SAME"})
    body = make.http(b"", answer) if answer else b""
    revisit = make.warc(2, body, "revisit", {**REVISITED, **fields})
    page, again = items_of(PACKINGS[name]([make.warc(0, make.http(b"<h1>First</h1>")), original, revisit]), name)[1:]
    assert isinstance(page, Snapshot)
    assert isinstance(again, Snapshot)
    assert (again.data, again.media_type, again.charset) == (page.data, "text/html", "utf-8")
    assert (again.url, again.captured_at) == ("http://www.state.gov/2.htm", "2014-01-01T00:00:00Z")
    assert again.origin.endswith("#urn:uuid:00000002-0000-4000-8000-000000000000")


def test_a_revisit_finds_its_page_in_an_archive_before_it(tmp_path: Path, make: SimpleNamespace) -> None:
    same = {"WARC-Payload-Digest": "sha1:SAME"}
    for name, number in (("a.warc", 1), ("b.warc.gz", 2)):
        record = make.warc(number, make.http(b"<h1>%d</h1>" % number), fields={"WARC-Payload-Digest": f"sha1:{number}"})
        (tmp_path / name).write_bytes(gzip.compress(record) if name.endswith(".gz") else record)
    revisits = [
        make.warc(10 + number, b"", "revisit", {**same, "WARC-Payload-Digest": f"sha1:{number}"})
        for number in (1, 2, 1, 2, 3)
    ]
    (tmp_path / "c.warc").write_bytes(b"".join(revisits))
    items = list(read(tmp_path))[2:]
    assert [item.data for item in items if isinstance(item, Snapshot)] == [b"<h1>1</h1>", b"<h1>2</h1>"] * 2
    assert make.told(items[-1]) == "revisit of a page that is not in this run"


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (("404 Not Found", "text/html"), "HTTP status 404"),
        (("200 OK", "image/gif"), "media type image/gif"),
        (("200 OK", "text/html"), "revisit of a page that is not in this run"),
    ],
)
def test_a_revisit_of_no_page_is_skipped(
    items_of: ItemsOf, make: SimpleNamespace, head: tuple[str, str], reason: str
) -> None:
    revisit = make.warc(2, make.http(b"", head[0], Content_Type=head[1]), "revisit", REVISITED)
    assert [make.told(item) for item in items_of(revisit + make.warc(1, make.http()))] == [reason, "page"]


def test_a_record_over_the_limit_fails_or_is_skipped_for_what_it_is(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (capture, framing):
        monkeypatch.setattr(module, "MAX_BYTES", 1000)
    monkeypatch.setattr(framing, "_FRONT", 500)
    large = b"<p>" + b"x" * 5000
    records = [
        make.warc(1, make.http(large)),
        make.warc(2, make.http(large, Content_Type="video/mp4")),
        make.warc(3, large, "resource", {"Content-Type": "text/html"}),
        make.warc(4, make.http()),
    ]
    limit = "LimitExceeded: a record of 5,0"
    assert [make.told(item)[:30] for item in items_of(b"".join(records))] == [
        limit,
        "media type video/mp4",
        limit,
        "page",
    ]


def test_archives_in_a_folder_stand_among_pages(tmp_path: Path, make: SimpleNamespace) -> None:
    (tmp_path / "a.html").write_bytes(make.PAGE)
    (tmp_path / "b.warc").write_bytes(make.warc(1, make.http()))
    (tmp_path / "c.html").write_bytes(make.warc(1, make.http()))
    (tmp_path / "d.warc").mkdir()
    (tmp_path / "d.warc" / "e.txt").write_bytes(b"Fact Sheet\n")
    found = {item.origin: make.told(item) for item in read(tmp_path)}
    assert found == {
        "a.html": "page",
        f"b.warc#{ID}": "page",
        f"c.html#{ID}": "page",
        "d.warc/e.txt": "page",
    }


def test_without_the_extra_an_archive_is_a_failure_that_names_it(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = PACKINGS["crawl.warc.zst"]([make.warc(1, make.http())])
    monkeypatch.setattr(codecs, "zstandard", None)
    assert "statedocs[archives]" in make.told(items_of(frames, "crawl.warc.zst")[0])
    assert "statedocs[archives]" in make.told(items_of(frames, "nameless")[0])
    monkeypatch.setattr(headers, "HeaderMap", None)
    assert "statedocs[archives]" in make.told(items_of(make.warc(1, make.http()))[0])


def test_a_head_that_the_library_refuses_is_a_failure(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing:
        def parse(self, block: object) -> None:
            raise OSError("no header block")

    monkeypatch.setattr(headers, "HeaderMap", Refusing)
    [failure] = items_of(make.warc(1, make.http()))
    assert isinstance(failure, Failure)
    assert (failure.origin, failure.offset) == ("crawl.warc", 0)
    assert failure.message == "expected a header block: no header block"


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ((2**24 + 1).to_bytes(4, "little"), "a zstd dictionary of 16,777,217 bytes"),
        ((6).to_bytes(4, "little") + codecs.ZSTD + b"\xff\xff", "a damaged zstd dictionary"),
    ],
)
def test_a_bad_dictionary_is_a_failure(items_of: ItemsOf, make: SimpleNamespace, frame: bytes, message: str) -> None:
    [failure] = items_of(codecs.ZSTD_DICTIONARY + frame, "crawl.warc.zst")
    assert isinstance(failure, Failure)
    assert message in failure.message


def test_an_archive_that_vanishes_is_a_failure(
    tmp_path: Path, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(make.warc(1, make.http()))
    items = read_found(found_file(str(path), "crawl.warc"), Run(read_found))
    path.unlink()
    assert [make.told(item) for item in items] == ["SourceError: cannot be read: No such file or directory"]
