"""Tar files, plain and compressed, sound ones and damaged ones."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.containers import tar_format
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "x.tar": bytes,
    "x.tar.gz": gzip.compress,
    "x.tgz": gzip.compress,
    "x.tar.bz2": bz2.compress,
    "x.tar.xz": lzma.compress,
    "x.tar.zst": zstandard.ZstdCompressor(write_checksum=True).compress,
    "nameless": bytes,
    "misnamed.zip": gzip.compress,
}
FORMS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]


def bodies_of(items: list[Item]) -> list[bytes]:
    return [item.data for item in items if isinstance(item, Snapshot)]


@pytest.mark.parametrize("name", PACKINGS)
@pytest.mark.parametrize("form", FORMS)
def test_every_packing_gives_the_same_pages(items_of: ItemsOf, make: SimpleNamespace, name: str, form: int) -> None:
    members = make.pages()
    found = items_of(PACKINGS[name](make.tarred(members, form)), name)
    assert [(item.origin, item.data) for item in found if isinstance(item, Snapshot)] == [
        (f"{name}#{member}", data) for member, data in members.items()
    ]
    assert len(found) == len(members)


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_and_foreign_names(items_of: ItemsOf, make: SimpleNamespace, form: int) -> None:
    names = ["d/" * 90 + "x.htm", "d/" * 90 + "y.htm", "Coteé.htm", "./z.htm"]
    found = items_of(make.tarred(dict.fromkeys(names, make.PAGE), form), "x.tar")
    assert [item.origin for item in found] == [f"x.tar#{name.removeprefix('./')}" for name in names]


def test_old_tars_without_a_magic_are_read(items_of: ItemsOf, make: SimpleNamespace) -> None:
    whole = io.BytesIO()
    for name in ("a.htm", "c\udcf4te.htm"):
        info = tarfile.TarInfo(name)
        info.size = len(make.PAGE)
        head = bytearray(info.tobuf(tarfile.USTAR_FORMAT, "utf-8", "surrogateescape"))
        head[257:265] = bytes(8)
        head[148:156] = b"        "
        head[148:156] = b"%06o\0 " % sum(head)
        whole.write(bytes(head) + make.PAGE.ljust(512, b"\0"))
    data = whole.getvalue()
    assert [item.origin for item in items_of(data + bytes(1024), "nameless")] == [
        "nameless#a.htm",
        r"nameless#c\xf4te.htm",
    ]
    damaged = b"x" * 512 + data[512:] + bytes(1024)
    failure, page = items_of(damaged, "x.tar")
    assert isinstance(failure, Failure)
    assert isinstance(page, Snapshot)


def test_the_rules_of_a_folder_hold_in_a_tar(items_of: ItemsOf, make: SimpleNamespace) -> None:
    side_car = {"url": "http://www.state.gov/peru.html"}
    members = {
        "a/peru.html": make.PAGE,
        "a/peru_files/x.html": make.PAGE,
        "a/peru.html.source.json": json.dumps(side_car).encode(),
        "a/lost.html.source.json": b"{}",
        "a/.git/x.html": make.PAGE,
        "a/style.css": b"p {}",
        "a/old/1.htm": make.PAGE,
        "a/crawl.warc": make.warc(1, make.http()),
        "a/inner.zip": make.zipped({"x.htm": make.PAGE}),
    }
    found = items_of(gzip.compress(make.tarred(members)), "x.tar.gz", exclude=["old"])
    assert {item.origin.removeprefix("x.tar.gz#a/"): make.told(item) for item in found} == {
        "peru.html": "page",
        "peru_files/x.html": "parts of the saved page peru.html",
        "lost.html.source.json": "side-car of a page that is not here",
        ".git/x.html": "hidden file",
        "style.css": "style sheet (.css)",
        "old/1.htm": "excluded by old",
        "crawl.warc#urn:uuid:00000001-0000-4000-8000-000000000000": "page",
        "inner.zip#x.htm": "page",
    }
    assert isinstance(found[0], Snapshot)
    assert found[0].url == side_car["url"]


def test_what_is_no_file_is_refused_by_name(items_of: ItemsOf, make: SimpleNamespace) -> None:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, kind in (
            ("dir", tarfile.DIRTYPE),
            ("hard.htm", tarfile.LNKTYPE),
            ("soft.htm", tarfile.SYMTYPE),
            ("char.htm", tarfile.CHRTYPE),
            ("block.htm", tarfile.BLKTYPE),
            ("pipe.htm", tarfile.FIFOTYPE),
            ("sparse.htm", tarfile.GNUTYPE_SPARSE),
            ("../up.htm", tarfile.REGTYPE),
            ("/etc/passwd", tarfile.REGTYPE),
            ("peru.htm", tarfile.REGTYPE),
            ("peru.htm", tarfile.REGTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type = kind
            info.linkname = "x" * 200 if kind == tarfile.SYMTYPE else "/etc/passwd"
            info.size = len(make.PAGE) if kind == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(make.PAGE))
    found = items_of(whole.getvalue(), "x.tar")
    assert [(item.origin, make.told(item)) for item in found] == [
        ("x.tar#hard.htm", "SourceError: refused: it is a link to '/etc/passwd'"),
        ("x.tar#soft.htm", f"SourceError: refused: it is a link to '{'x' * 200}'"),
        ("x.tar#char.htm", "SourceError: refused: it is a device"),
        ("x.tar#block.htm", "SourceError: refused: it is a device"),
        ("x.tar#pipe.htm", "SourceError: refused: it is a pipe"),
        ("x.tar#sparse.htm", "SourceError: refused: it is a sparse file"),
        ("x.tar#../up.htm", "SourceError: refused: its name leads out of the archive"),
        ("x.tar#/etc/passwd", "SourceError: refused: its name is absolute"),
        ("x.tar#peru.htm", "page"),
        ("x.tar", "SourceError: a second member is named 'peru.htm': it is refused"),
    ]
    keys = [(item.origin, item.offset) for item in found if isinstance(item, Failure)]
    assert len(set(keys)) == len(keys)
    packed = items_of(gzip.compress(whole.getvalue()), "x.tar.gz")
    keys = [("", item.offset) for item in packed if isinstance(item, Failure)]
    assert len(set(keys)) == len(keys) == 9


def test_revisits_in_a_member_of_a_tar_are_resolved(items_of: ItemsOf, make: SimpleNamespace) -> None:
    refers = {"WARC-Refers-To": "<urn:uuid:00000001-0000-4000-8000-000000000000>", "WARC-Date": "2014-01-01T00:00:00Z"}
    records = make.warc(1, make.http()) + make.warc(2, b"", "revisit", refers)
    again = make.warc(3, b"", "revisit", refers)
    found = items_of(gzip.compress(make.tarred({"a.warc": records, "b.warc": again})), "x.tar.gz")
    assert [make.told(item)[:7] for item in found] == ["page", "page", "page"]


def test_archives_one_behind_the_other(items_of: ItemsOf, make: SimpleNamespace) -> None:
    first, second = make.tarred({"a.htm": make.PAGE}), make.tarred({"b.htm": make.PAGE})
    assert len(items_of(first + second, "x.tar")) == 2
    assert len(items_of(gzip.compress(first) + gzip.compress(second), "x.tar.gz")) == 2
    assert items_of(make.tarred({}), "x.tar") == [Skipped("x.tar", "archive without a page")]


@pytest.mark.parametrize("form", FORMS)
def test_a_changed_byte_costs_at_most_the_member_that_it_is_in(
    items_of: ItemsOf, make: SimpleNamespace, form: int
) -> None:
    members = {
        f"{'d/' * 60 if form != tarfile.USTAR_FORMAT else ''}{name}": data for name, data in make.pages().items()
    }
    bodies = list(members.values())
    sound = make.tarred(members, form)
    starts = [sound.index(body) for body in bodies]
    ends = [start + (len(body) + 511) // 512 * 512 for start, body in zip(starts, bodies, strict=True)]
    chance = random.Random(form)
    for at in chance.sample(range(starts[-1] + len(bodies[-1])), 250):
        damaged = bytearray(sound)
        damaged[at] ^= chance.choice([0x55, 0x01, 0x80])
        items = items_of(bytes(damaged), "x.tar")
        hit = bisect_right(ends, at)
        others = [body for number, body in enumerate(bodies) if number != hit]
        assert [body for body in bodies_of(items) if body in others] == others, at
        assert len(items) <= len(bodies) + 1, at
        if not any(start <= at < start + len(body) for start, body in zip(starts, bodies, strict=True)):
            told_or_whole = len(bodies_of(items)) == len(bodies) or any(isinstance(item, Failure) for item in items)
            assert told_or_whole, at


@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz", "x.tar.bz2", "x.tar.xz", "x.tar.zst"])
def test_what_stands_before_a_cut_is_read(items_of: ItemsOf, make: SimpleNamespace, name: str) -> None:
    bodies = list(make.pages().values())
    plain = make.tarred(make.pages())
    ends = [plain.index(body) + len(body) for body in bodies]
    sound = PACKINGS[name](plain[: ends[-1] // 512 * 512 + 1536])
    for cut in random.Random(name).sample(range(20, len(sound)), 80):
        items = items_of(sound[:cut], name)
        found = bodies_of(items)
        assert found == bodies[: len(found)], cut
        if name != "x.tar" or cut < len(sound) - 1024:
            assert any(isinstance(item, Failure) and item.origin == name for item in items), cut
        if name == "x.tar":
            assert len(found) == bisect_right(ends, cut), cut
    for at in random.Random(name).sample(range(20, len(sound)), 80):
        damaged = bytearray(sound)
        damaged[at] ^= 0x55
        items = items_of(bytes(damaged), name)
        if name != "x.tar" and not set(bodies_of(items)) <= set(bodies):
            assert any(isinstance(item, Failure) and item.origin == name for item in items), at
        keys = [(item.origin, item.offset) for item in items if isinstance(item, Failure)]
        assert len(set(keys)) == len(keys), at


@pytest.mark.parametrize("junk", [b"junk", b"ustar\0" * 100, bytes(700), bytes(range(256)) * 9])
def test_bytes_put_in_or_taken_out_cost_at_most_one_member(
    items_of: ItemsOf, make: SimpleNamespace, junk: bytes
) -> None:
    bodies = list(make.pages().values())
    sound = make.tarred(make.pages(), tarfile.USTAR_FORMAT)
    for at in random.Random(junk).sample(range(600, len(sound) - 9000), 40):
        found = bodies_of(items_of(sound[:at] + junk + sound[at:], "x.tar"))
        assert len([body for body in found if body in bodies]) >= len(bodies) - 2, at
        found = bodies_of(items_of(sound[: at - 77] + sound[at:], "x.tar"))
        assert len([body for body in found if body in bodies]) >= len(bodies) - 2, at


def test_behind_damage_the_next_compressed_part_is_read(items_of: ItemsOf, make: SimpleNamespace) -> None:
    plain = make.tarred(make.pages())
    third = len(plain) // 3 // 512 * 512
    parts = [plain[:third], plain[third : 2 * third], plain[2 * third :]]
    for compress in (gzip.compress, bz2.compress, lzma.compress, zstandard.compress):
        first, second, last = map(compress, parts)
        damaged = first + second[: len(second) // 2] + last
        found = bodies_of(items_of(damaged, "x.tar.gz"))
        assert found[-1] == list(make.pages().values())[-1], compress
        assert len(found) >= 3, compress


def test_lengths_that_nobody_could_mean_are_damage(items_of: ItemsOf, make: SimpleNamespace) -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 2**33
    sound = make.tarred(make.pages())
    head = info.tobuf(tarfile.GNU_FORMAT)
    failure, *pages = items_of(head + sound, "x.tar")
    assert make.told(failure) == "SourceError: 8,589,934,592 bytes of extended fields"
    assert len(pages) == 6
    info.type, info.size = tarfile.REGTYPE, 2**33
    items = items_of(
        sound[: sound.rindex(b"</html>") // 512 * 512 + 512] + info.tobuf(tarfile.GNU_FORMAT) + b"<p>cut", "x.tar"
    )
    assert [make.told(item)[:24] for item in items[-2:]] == ["SourceError: the member ", "SourceError: the file en"]


@pytest.mark.parametrize(
    ("fields", "pairs"),
    [
        (b"13 path=a.htm\n" * 2, {"path": "a.ht"}),
        (b"14 path=a.htm\n", {"path": "a.htm"}),
        (b"8 x=\xc3\xa9\xff\n", {"x": "\u00e9\udcff"}),
        (b"x path=a\n", {}),
        (b"99 path=a", {"path": "a"}),
        (b"5 abc\n", {}),
        (b"0 a=b\n", {}),
    ],
)
def test_extended_fields(fields: bytes, pairs: dict[str, str]) -> None:
    assert dict(tar_format._pairs(fields)) == pairs


def test_compressed_pages_are_read(items_of: ItemsOf, make: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "peru.html.gz.source.json").write_text('{"url": "http://www.state.gov/peru.html"}')
    [page] = items_of(gzip.compress(make.PAGE), "peru.html.gz")
    assert page == Snapshot("peru.html.gz", make.PAGE, "http://www.state.gov/peru.html", "side-car")
    for name, compress in (("a.txt.bz2", bz2.compress), ("b.xz", lzma.compress), ("c.html.zst", zstandard.compress)):
        [page] = items_of(compress(make.PAGE), name)
        assert (page.origin, make.told(page)) == (name, "page")
    packed = gzip.compress(make.PAGE)
    assert make.told(items_of(packed[:-5], "x.htm.gz")[0]) == "SourceError: the file ends within a gzip member"
    assert make.told(items_of(packed, "x.htm")[0]) == "UnsupportedFormat: expected HTML or text, found gzip"
    assert make.told(items_of(gzip.compress(b"%PDF-1.4"), "x.pdf.gz")[0]) == "PDF"
    assert make.told(items_of(gzip.compress(make.zipped(make.pages(), zipfile.ZIP_STORED)), "x.zip.gz")[5]) == "page"
    assert make.told(items_of(gzip.compress(b""), "x.htm.gz")[0]) == "NotADocument: empty file"
    assert make.told(items_of(b"junk", "x.htm.gz")[0]) == "page"
