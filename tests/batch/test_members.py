"""Pages in archives travel as the place where they stand, too, and are read there again."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.dask_cluster import Dask, tree
from tests.sources.conftest import arc, warc

from statedocs.batch import RunOptions, run
from statedocs.batch.cluster import Cluster, Made
from statedocs.batch.reference import Reference, fetched, referred
from statedocs.batch.task import Chunk, Task
from statedocs.errors import StatedocsError
from statedocs.snapshot import Member, Snapshot
from statedocs.sources import bytes_at, read

PAGES = [
    f"<html><head><title>Peru {number}</title></head><body><h1>Peru {number}</h1><p>Peru has "
    f"{number + 20} million people, and no page is as long as the next one: {'word ' * number}</p></body>"
    "</html>".encode()
    for number in range(6)
]


def _zip(path: Path, method: int) -> None:
    with zipfile.ZipFile(path, "w", method) as archive:
        for number, page in enumerate(PAGES):
            archive.writestr(f"a/{number}.html", page)


def _streamed_zip(path: Path) -> None:
    """Lengths stand behind the bytes, where the file cannot be gone back in."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, page in enumerate(PAGES):
            archive.writestr(f"a/{number}.html", page)
    path.write_bytes(pipe.written)


def _tar(path: Path, mode: str) -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for number, page in enumerate(PAGES):
            head = tarfile.TarInfo("a" * 40 * number + f"{number}.html")
            head.size = len(page)
            archive.addfile(head, io.BytesIO(page))


def _warc(path: Path, pack: Callable[[bytes], bytes]) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    path.write_bytes(b"".join(pack(warc(number, http + page)) for number, page in enumerate(PAGES)))


def _arc(path: Path, pack: Callable[[bytes], bytes]) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    path.write_bytes(b"".join(pack(arc(number, http + page)) for number, page in enumerate(PAGES)))


MAKERS: dict[str, Callable[[Path], None]] = {
    "deflated.zip": lambda path: _zip(path, zipfile.ZIP_DEFLATED),
    "stored.zip": lambda path: _zip(path, zipfile.ZIP_STORED),
    "lzma.zip": lambda path: _zip(path, zipfile.ZIP_LZMA),
    "streamed.zip": _streamed_zip,
    "plain.tar": lambda path: _tar(path, "w"),
    "crawl.warc": lambda path: _warc(path, bytes),
    "crawl.warc.gz": lambda path: _warc(path, gzip.compress),
    "crawl.arc": lambda path: _arc(path, bytes),
    "crawl.arc.gz": lambda path: _arc(path, gzip.compress),
}


def pages_of(path: Path) -> list[Snapshot]:
    pages = [item for item in read(path) if isinstance(item, Snapshot)]
    assert [page.data for page in pages] == PAGES
    return pages


@pytest.mark.parametrize("name", MAKERS)
def test_a_page_is_read_again_where_it_stands(tmp_path: Path, name: str) -> None:
    MAKERS[name](tmp_path / name)
    for number, page in enumerate(pages_of(tmp_path / name)):
        assert isinstance(page.place, Member)
        assert bytes_at(page.place) == page.data
        sent = referred(Task(number, page))
        assert isinstance(sent, Reference)
        assert b"Peru" not in repr(sent).encode()
        assert fetched([sent]) == ([Task(number, page)], [])


@pytest.mark.parametrize("name", MAKERS)
def test_another_archive_of_that_name_is_found_out(tmp_path: Path, name: str) -> None:
    MAKERS[name](tmp_path / name)
    pages = pages_of(tmp_path / name)
    sent = [referred(Task(number, page)) for number, page in enumerate(pages)]
    for damaged in ((tmp_path / name).read_bytes()[7:], b"x" * 5000, b""):
        (tmp_path / name).write_bytes(damaged)
        assert fetched(sent) == ([], list(range(len(PAGES))))
    assert isinstance(pages[0].place, Member)
    (tmp_path / name).unlink()
    with pytest.raises(StatedocsError):
        bytes_at(pages[0].place)


def test_what_is_compressed_as_a_whole_or_lies_deeper_has_no_place(tmp_path: Path) -> None:
    """It would have to be unpacked from its beginning for every page."""
    _tar(tmp_path / "x.tar.gz", "w:gz")
    _warc(tmp_path / "crawl.warc", bytes)
    (tmp_path / "whole.warc.gz").write_bytes(gzip.compress((tmp_path / "crawl.warc").read_bytes()))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(tmp_path / "crawl.warc", "crawl.warc")
    for name, at_once in (("x.tar.gz", 0), ("whole.warc.gz", 1), ("outer.zip", 0)):
        places = [page.place for page in pages_of(tmp_path / name)]
        assert len([place for place in places if place]) == at_once, name


def test_workers_of_a_cluster_read_members_where_they_stand(
    dask: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    for name, make in MAKERS.items():
        make(tmp_path / "in" / name)
    made: list[Made] = []
    sent: list[int] = []
    take, submit = Cluster._take, Cluster.submit

    def noted(self: Cluster, answer: Made, chunk: Chunk) -> None:
        made.append(answer)
        take(self, answer, chunk)

    def counted(self: Cluster, chunk: Chunk, *, by_value: bool = False) -> None:
        sent.append(sum(isinstance(referred(task), Reference) and not by_value for task in chunk))
        submit(self, chunk, by_value=by_value)

    monkeypatch.setattr(Cluster, "_take", noted)
    monkeypatch.setattr(Cluster, "submit", counted)
    dask.worker()
    run([tmp_path / "in"], tmp_path / "got" / "out", RunOptions(cluster=dask.address))
    assert sum(sent) == len(MAKERS) * len(PAGES)
    assert not any(answer.missing for answer in made)
    run([tmp_path / "in"], tmp_path / "expected" / "out", RunOptions(workers=0))
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")
