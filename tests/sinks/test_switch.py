"""A folder that is made anew is one run's or the other's, never both's: for whoever reads meanwhile."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks import open_sink, open_stored, write
from statedocs.sinks import switch as switching
from statedocs.sinks.pinned import Pinned

Make = Callable[..., Document]
PAGES = 40
REWRITE = """
import itertools, sys
from statedocs.sinks import export
one, other, place = sys.argv[1:]
for records, _ in zip(itertools.cycle((one, other)), sys.stdin):
    export(records, [place])
    print("written", flush=True)
"""


@pytest.fixture
def two(tmp_path: Path, make_document: Make) -> tuple[str, str]:
    """Two runs over the same pages, that say other things."""
    for name in ("one", "other"):
        pages = [make_document(f"{n}.htm", capture=f"{n} {name}", text=f"This is {name}") for n in range(PAGES)]
        write(pages, tmp_path / f"{name}.jsonl")
    return str(tmp_path / "one.jsonl"), str(tmp_path / "other.jsonl")


@pytest.fixture
def rewriting(two: tuple[str, str]) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Start a process that writes one run after the other into a place, one for each line that it is sent."""
    started: list[subprocess.Popen[bytes]] = []

    def start(place: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", REWRITE, *two, place]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, bufsize=0)
        started.append(process)
        write_anew(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def write_anew(process: subprocess.Popen[bytes]) -> None:
    """Have the place written once more, and wait until it is."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"\n")
    assert process.stdout.readline() == b"written\n"


def write_often(process: subprocess.Popen[bytes]) -> None:
    """Have the place written again and again."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"\n" * 10_000)
    os.set_blocking(process.stdout.fileno(), False)


def written(process: subprocess.Popen[bytes]) -> int:
    """Tell how often it was written since this was asked the last time."""
    assert process.stdout
    return len((process.stdout.read() or b"").splitlines())


@pytest.mark.parametrize(
    "form", ["x.parquet", "x.parquet?layout=nested", "x.parquet?partition=template", "x.csv", "x.md"]
)
def test_whoever_reads_with_statedocs_meets_one_run(
    tmp_path: Path, rewriting: Callable[[str], subprocess.Popen[bytes]], form: str
) -> None:
    place = str(tmp_path / form)
    process = rewriting(place)
    for said in ("This is one", "This is other"):
        stored = open_stored(place)
        reading = stored.documents()
        first = next(reading)
        write_anew(process)
        pages = [first, *reading]
        assert {page.title for page in pages} == {said}
        assert [page.id for page in pages] == [outcome.id for outcome in stored.manifest()]
        assert len(pages) == PAGES
        assert list(stored.failures()) == []
    write_anew(process)
    with pytest.raises(SinkError, match="was written anew while it was read: read it again"):
        list(stored.documents())  # two runs later the files are gone, and nobody is given half of them


@pytest.mark.parametrize("form", ["x.parquet", "x.parquet?layout=nested", "x.csv", "x.md"])
def test_whoever_reads_while_it_is_written_without_pause_meets_one_run_or_is_told(
    tmp_path: Path, rewriting: Callable[[str], subprocess.Popen[bytes]], form: str
) -> None:
    place = str(tmp_path / form)
    process = rewriting(place)
    write_often(process)
    runs, looks, until = 0, 0, time.monotonic() + 20
    while (runs < 6 or looks < 6) and time.monotonic() < until:
        stored = open_stored(place)
        try:
            pages, named = list(stored.documents()), [outcome.id for outcome in stored.manifest()]
        except SinkError as error:
            assert "was written anew while it was read: read it again" in str(error)  # noqa: PT017
        else:
            assert len({page.title for page in pages}) == 1
            assert [page.id for page in pages] == named
            assert len(pages) == PAGES
        looks += 1
        runs += written(process)
        assert process.poll() is None
    assert runs > 4, "it was not written anew while it was read"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="folders are read through their handle on Linux alone")
def test_whoever_enters_the_folder_meets_one_run(
    tmp_path: Path, rewriting: Callable[[str], subprocess.Popen[bytes]]
) -> None:
    """As README says: DuckDB joins tables of one run, whatever is written between two of its questions."""
    place = tmp_path / "x.parquet"
    process = rewriting(str(place))
    titles = "SELECT any_value(title), count(*) FROM '{0}/documents.parquet'"
    joined = """
        SELECT count(*) FROM '{0}/documents.parquet' d
        JOIN '{0}/sections.parquet' s ON s.document_id = d.id JOIN '{0}/blocks.parquet' b ON b.document_id = d.id
    """
    with duckdb.connect() as db:
        for said in ("This is one", "This is other"):
            entered = os.open(place, os.O_RDONLY)
            inside = f"/proc/self/fd/{entered}"
            assert db.execute(titles.format(inside)).fetchall() == [(said, PAGES)]
            write_anew(process)
            assert db.execute(joined.format(inside)).fetchall() == [(PAGES,)]
            assert db.execute(titles.format(inside)).fetchall() == [(said, PAGES)]
            assert db.execute(titles.format(place)).fetchall() != [(said, PAGES)]
            os.close(entered)


def test_the_folder_is_never_away(tmp_path: Path, rewriting: Callable[[str], subprocess.Popen[bytes]]) -> None:
    place = tmp_path / "x.csv"
    process = rewriting(str(place))
    write_often(process)
    runs, until, looks = 0, time.monotonic() + 20, 0
    while runs < 6 and time.monotonic() < until:
        for _ in range(2000):
            assert (place / "documents.csv").exists()
            looks += 1
        runs += written(process)
    assert runs > 4
    assert looks > 2000


@pytest.mark.parametrize("unable", [False, True])
def test_what_others_put_there_stays(
    tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch, *, unable: bool
) -> None:
    if unable:
        monkeypatch.setattr(switching, "_call", lambda: None)
    place = tmp_path / "x.csv"
    (place / "mine" / "deep").mkdir(parents=True)
    (place / "empty").mkdir()
    (place / "mine" / "deep" / "notes.txt").write_text("mine")
    (place / "link").symlink_to("mine")
    place.chmod(0o750)
    for text in ("one", "two", "three"):
        write([make_document("a.htm", capture=text, text=text)], place)
        assert [page.title for page in open_stored(place).documents()] == [text]
        assert (place / "link" / "deep" / "notes.txt").read_text() == "mine"
        assert (place / "empty").is_dir()
        assert place.stat().st_mode & 0o777 == 0o750
    before = tmp_path / ".x.csv.statedocs" / "before"
    assert ",two," in (before / "documents.csv").read_text()


def test_a_file_system_without_links_gets_copies(
    tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr("statedocs.sinks.switch.os.link", refuse)
    (tmp_path / "x.csv").mkdir()
    (tmp_path / "x.csv" / "mine.txt").write_text("mine")
    write([make_document("a.htm")], tmp_path / "x.csv")
    assert (tmp_path / "x.csv" / "mine.txt").read_text() == "mine"


def test_a_place_that_is_a_link_stays_one(tmp_path: Path, make_document: Make) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "x.csv").symlink_to("disk")
    write([make_document("a.htm")], tmp_path / "x.csv")
    assert (tmp_path / "x.csv").is_symlink()
    assert (tmp_path / "disk" / "documents.csv").exists()


def test_a_switch_that_was_broken_off_is_taken_back(
    tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "x.csv"
    write([make_document("a.htm", text="old")], place)
    program = f"""
import os, signal
from pathlib import Path
from statedocs.sinks import switch, export
switch._call = lambda: None
was = Path.rename
def rename(path, target):
    if path.name == "part":
        os.kill(os.getpid(), signal.SIGKILL)
    return was(path, target)
Path.rename = rename
export({str(place)!r} + "/../again.jsonl", [{str(place)!r}])
"""
    write([make_document("a.htm", capture="new", text="new")], tmp_path / "again.jsonl")
    killed = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert not place.exists()
    with open_sink(place):
        assert [page.title for page in open_stored(place).documents()] == ["old"]
    assert [page.title for page in open_stored(place).documents()] == ["old"]


def test_a_folder_that_the_user_took_away_does_not_come_back(tmp_path: Path, make_document: Make) -> None:
    place = tmp_path / "x.csv"
    for text in ("one", "two"):
        write([make_document("a.htm", text=text)], place)
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    with open_sink(place):
        assert not place.exists()


def test_where_folders_have_no_handles_a_new_run_is_told(
    tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statedocs.sinks.pinned._HANDLES", tmp_path / "nothing")
    place = tmp_path / "x.csv"
    write([make_document("a.htm")], place)
    stored = open_stored(place)
    assert len(list(stored.documents())) == 1
    write([make_document("a.htm")], place)
    with pytest.raises(SinkError, match=r"x\.csv was written anew while it was read: read it again"):
        list(stored.documents())


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(SinkError, match="nothing cannot be read: No such file"):
        Pinned(tmp_path / "nothing")


@pytest.mark.parametrize(("code", "falls_back"), [(22, True), (28, False)])
def test_a_file_system_that_knows_no_exchange_is_served_otherwise(
    tmp_path: Path, make_document: Make, monkeypatch: pytest.MonkeyPatch, code: int, *, falls_back: bool
) -> None:
    def refuse(one: bytes, other: bytes) -> int:
        return -1

    monkeypatch.setattr(switching, "_call", lambda: refuse)
    monkeypatch.setattr("statedocs.sinks.switch.ctypes.get_errno", lambda: code)
    place = tmp_path / "x.csv"
    write([make_document("a.htm", text="old")], place)
    if falls_back:
        write([make_document("a.htm", text="new")], place)
    else:
        with pytest.raises(SinkError, match=r"x\.csv cannot be written: No space left"):
            write([make_document("a.htm", text="new")], place)
    assert [page.title for page in open_stored(place).documents()] == ["new" if falls_back else "old"]


def test_a_manifest_that_is_away_when_it_is_opened_is_not_taken_for_an_empty_one(
    tmp_path: Path, rewriting: Callable[[str], subprocess.Popen[bytes]]
) -> None:
    """The run after the next is just taking the folder away: some of its files are there yet."""
    place = tmp_path / "x.md"
    process = rewriting(str(place))
    stored = open_stored(str(place))
    place.rename(tmp_path / "old")
    (tmp_path / "old" / "manifest.jsonl").unlink()
    place.mkdir()
    with pytest.raises(SinkError, match="was written anew while it was read: read it again"):
        list(stored.manifest())
    assert process.poll() is None
