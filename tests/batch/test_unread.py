"""Pages travel as names: whoever converts them reads them, and the run itself opens none."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.batch import Limits, RunOptions, run
from statedocs.batch.conversion import answer
from statedocs.batch.fingerprint import basis_of, fingerprint_of
from statedocs.batch.task import Instructions, Known, Task, Unmade
from statedocs.pipeline import Options
from statedocs.snapshot import Snapshot
from statedocs.sources import Unread, list_all, read

Make = Callable[..., Path]
Finish = Callable[..., tuple[int, str]]

_WATCHED = """
import os, sys
from pathlib import Path
from statedocs.batch import RunOptions, run
pages, out = map(Path, sys.argv[1:])
opened = []
def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(f"{pages}{os.sep}"):
        opened.append(str(arguments[0]))
sys.addaudithook(note)
for fresh in (False, False, True):
    assert run([pages], out, RunOptions(workers=2, fresh=fresh)).summary.documents == 30
print(len(opened))
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(folder: Path) -> list[Unread]:
    return [item for item in list_all([folder]) if isinstance(item, Unread)]


def test_the_run_itself_opens_no_page_neither_new_nor_known(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 30)
    command = [sys.executable, "-c", _WATCHED, str(pages), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize("workers", [0, 2])
def test_a_file_that_holds_pages_against_its_name_is_read_in_its_place(
    make_pages: Make, tmp_path: Path, workers: int
) -> None:
    """The pages of the files behind it are converted before; they are written after."""
    pages = make_pages(tmp_path / "in", 40)
    with zipfile.ZipFile(pages / "00003.txt", "w") as archive:
        for number in range(20, 26):
            archive.write(pages / f"{number:05}.txt", f"inner/{number}.txt")
        archive.writestr("inner/deep.css", "p {}")
    report = run([pages], tmp_path / "x.jsonl", RunOptions(workers=workers))
    assert (report.summary.pages, report.summary.documents, report.summary.skipped) == (46, 45, 1)
    lines = [json.loads(line) for line in (tmp_path / "x.manifest.jsonl").read_bytes().splitlines()[:-1]]
    origins = [line["origin"] for line in lines]
    assert origins == [item.origin for item in read(pages)]
    before = tree(tmp_path)
    assert run([pages], tmp_path / "x.jsonl", RunOptions(workers=workers)).summary == report.summary
    assert tree(tmp_path) == before


def test_the_users_patterns_hold_in_a_file_that_holds_pages_against_its_name(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 3)
    with zipfile.ZipFile(pages / "00001.txt", "w") as archive:
        for name in ("a.txt", "b.txt"):
            archive.write(pages / "00000.txt", name)
    summary = run([pages], tmp_path / "out", RunOptions(workers=1, exclude=("b.txt",))).summary
    assert (summary.documents, summary.skipped) == (3, 1)


def test_what_is_not_as_it_was_listed_is_left_to_the_run(make_pages: Make, tmp_path: Path) -> None:
    """Another machine may have another file of that name; and a file may go meanwhile."""
    pages = make_pages(tmp_path / "in", 3)
    (pages / "bad.html").write_bytes(b"%PDF-1.4")
    unread = listed(pages)
    (pages / "00000.txt").write_text("another")
    (pages / "00001.txt").unlink()
    results = [answer(Task(0, page), Instructions()).result for page in unread]
    assert results[:2] == [Unmade.NOT_HERE, Unmade.NOT_HERE]
    assert [result.outcome.outcome for result in results[2:]] == ["document", "failure"]  # type: ignore[union-attr]


def test_a_page_that_the_sinks_have_is_read_and_not_converted(
    make_pages: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    (page,) = [item for item in read(pages) if isinstance(item, Snapshot)]
    basis = basis_of(Options())
    fingerprint = fingerprint_of(page, basis)
    monkeypatch.setattr("statedocs.pipeline.to_record", None)
    assert answer(Task(0, listed(pages)[0], (fingerprint,)), Instructions(basis=basis)).result == Known(fingerprint)


def test_a_link_that_leads_nowhere_is_a_failure(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 2)
    (pages / "b.txt").symlink_to(pages / "nothing.txt")
    summary = run([pages], tmp_path / "out", RunOptions(workers=1)).summary
    assert (summary.documents, summary.errors) == (2, {"SourceError": 1})


def test_the_failure_of_a_page_over_a_limit_says_what_its_sidecar_says(
    make_pages: Make, finish: Finish, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 2, {1: "FAULT-HANG"})
    said = {"url": "https://www.state.gov/peru.htm", "captured_at": "2013-11-20T04:11:00Z"}
    (pages / "00001.txt.source.json").write_text(json.dumps(said))
    code, _ = finish(pages, "-o", tmp_path / "out", "--workers", 1, "--time-limit", 1, faults=True)
    failure = json.loads((tmp_path / "out" / "00001.txt.failure.json").read_bytes())
    assert (code, failure["error"], failure["url"]) == (1, "LimitExceeded", said["url"])
    assert (failure["captured_at"], len(failure["sha256"])) == (said["captured_at"], 64)


def test_a_page_over_the_limit_of_size_is_a_failure(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 2, {1: "Peru and more. " * 100})
    summary = run([pages], tmp_path / "out", RunOptions(workers=1, limits=Limits(size=1000))).summary
    assert (summary.documents, summary.errors) == (1, {"LimitExceeded": 1})
