"""Runs that end at every instant at which they touch the disk: the next one ends as if nothing had been."""

import os
import random
import shutil
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from statedocs.batch import RunOptions, run
from statedocs.pipeline import Options

HERE = RunOptions(workers=0)
EVENTS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "sqlite3.connect")


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder, the hidden ones too, and every folder."""
    paths = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    return {name: path.read_bytes() if path.is_file() else b"<folder>" for name, path in paths}


def end_at(instant: int, inputs: Sequence[Path], out: Sequence[Path], options: RunOptions) -> bool:
    """Run in a process that ends at the n-th event, as `kill -9` would end it; True where it came to its end before."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child does nothing but the run
        child = os.fork()
    if child == 0:
        left = [instant]

        def count(event: str, arguments: tuple[Any, ...]) -> None:
            if event in EVENTS and not str(arguments[0]).endswith((".py", ".pyc")):
                left[0] -= 1
                if left[0] <= 0:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            run(inputs, out, options)
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 0


def untold(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out the lines of what is gone, and sums."""
    return {
        name: b"".join(
            line
            for line in data.splitlines(keepends=True)
            if not line.startswith(b'{"totals"') and b'"outcome":"gone"' not in line
        )
        for name, data in files.items()
    }


@pytest.fixture
def pages(make_pages: Callable[..., Path], tmp_path: Path) -> Path:
    """A few pages, a failure, a duplicate, and something to skip."""
    folder = make_pages(tmp_path / "in", 5)
    (folder / "a").mkdir()
    for name in ("00002.txt", "a/twin.txt"):
        (folder / name).write_bytes((folder / "00001.txt").read_bytes())
        (folder / f"{name}.source.json").write_text('{"url": "https://www.state.gov/peru.htm"}')
    (folder / "bad.html").write_bytes(b"%PDF-1.4")
    (folder / "not.html").write_text("<title>Page Not Found</title><h1>Page Not Found</h1>")
    (folder / "style.css").write_text("p {}")
    return folder


def changed(pages: Path, tmp_path: Path) -> Path:
    """The same inputs a while later: a page gone, one new, one changed."""
    later = tmp_path / "later" / "in"
    shutil.copytree(pages, later)
    (later / "00000.txt").unlink()
    (later / "00003.txt").write_bytes((pages / "00003.txt").read_bytes() + b"\nMore was said.\n")
    (later / "000000.txt").write_bytes((pages / "00000.txt").read_bytes().replace(b"Peru", b"Chile"))
    return later


@pytest.mark.parametrize(
    ("kind", "out"),
    [
        *((kind, [out]) for kind in ("new", "changed", "fresh", "pruned") for out in ("out", "x.jsonl")),
        ("changed", ["out", "x.jsonl"]),
    ],
    ids=str,
)
def test_a_run_that_ends_at_any_instant_is_as_one_undisturbed(
    pages: Path, tmp_path: Path, kind: str, out: list[str]
) -> None:
    """Two ends in a row at times, at places drawn anew for each instant."""
    options = RunOptions(workers=0, fresh=kind == "fresh", prune=kind == "pruned")
    later = changed(pages, tmp_path)
    before = tmp_path / "before"
    before.mkdir()
    if kind != "new":
        run([pages], [before / name for name in out], HERE)
    inputs = [pages] if kind == "new" else [later]
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(before, undisturbed)
    run(inputs, [undisturbed / name for name in out], options)
    expected = tree(undisturbed)
    draw = random.Random(kind + out[0])
    instant, is_last = 1, False
    while not is_last:
        place = tmp_path / "interrupted"
        shutil.copytree(before, place)
        places = [place / name for name in out]
        is_last = is_done = end_at(instant, inputs, places, options)
        if not is_done and draw.random() < 0.3:
            is_done = end_at(draw.randrange(1, 60), inputs, places, options)
        if not is_done:
            run(inputs, places, options)
        found = tree(place)
        if kind == "pruned":  # one that ended when all was done but its lock has told what it took away
            found, expected = untold(found), untold(expected)
        assert {name: data for name, data in found.items() if not name.endswith("/lock")} == expected, instant
        shutil.rmtree(place)
        instant += draw.randrange(1, 6)
    assert instant > 20


def test_what_was_done_is_not_done_again(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = [tmp_path / "out", tmp_path / "x.jsonl"]
    run([pages], out, HERE)
    before = {place: tree(tmp_path / "out") for place in out}
    monkeypatch.setattr("statedocs.pipeline.to_record", None)
    run([pages], out, HERE)
    assert {place: tree(tmp_path / "out") for place in out} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "00003.txt").write_bytes((folder / "00003.txt").read_bytes() + b"\nMore.\n"),
        lambda folder: (folder / "00003.txt.source.json").write_text('{"url": "https://www.state.gov/x.htm"}'),
        lambda folder: (folder / "00003.txt.source.json").write_text('{"captured_at": "2013-11-20T04:11:00Z"}'),
    ],
    ids=["bytes", "side-car's url", "side-car's time"],
)
@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_a_page_that_has_changed_is_done_again_and_no_other(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], out: str
) -> None:
    run([pages], tmp_path / out, HERE)
    change(pages)
    assert converted(monkeypatch, pages, tmp_path / out, HERE) == ["00003.txt"]
    run([pages], tmp_path / "anew" / out, HERE)
    assert_same(tmp_path, out)


def converted(monkeypatch: pytest.MonkeyPatch, pages: Path, out: Path, options: RunOptions) -> list[str]:
    """Run, and give the origins of the pages that were converted."""
    module = sys.modules["statedocs.pipeline"]
    convert, origins = module.convert, []

    def noted(snapshot: Any, asked: Options) -> Any:
        origins.append(snapshot.origin)
        return convert(snapshot, asked)

    with monkeypatch.context() as patched:
        patched.setattr("statedocs.pipeline.to_record", noted)
        run([pages], out, options)
    return origins


def assert_same(tmp_path: Path, out: str) -> None:
    if out == "out":
        assert tree(tmp_path / out) == tree(tmp_path / "anew" / out)
        return
    for name in ("x.jsonl", "x.failures.jsonl", "x.manifest.jsonl", ".x.jsonl.statedocs/pages.jsonl"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "anew" / name).read_bytes()


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_options_and_a_new_version_redo_all(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    run([pages], tmp_path / out, HERE)
    number = len(converted(monkeypatch, pages, tmp_path / "anew" / out, HERE))
    assert number == 7
    keep_removed = RunOptions(workers=0, convert=Options(keep_removed=True))
    assert len(converted(monkeypatch, pages, tmp_path / out, keep_removed)) == number
    assert converted(monkeypatch, pages, tmp_path / out, keep_removed) == []
    monkeypatch.setattr("statedocs.batch.fingerprint.VERSION", "9.9.9")
    assert len(converted(monkeypatch, pages, tmp_path / out, keep_removed)) == number
    assert len(converted(monkeypatch, pages, tmp_path / out, RunOptions(workers=0, fresh=True))) == number


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_a_record_that_was_damaged_is_made_again(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    run([pages], tmp_path / out, HERE)
    before = tree(tmp_path)
    path = tmp_path / (out if out == "x.jsonl" else "out/00003.txt.json")
    path.write_bytes(path.read_bytes().replace(b"Peru 3", b"Peru 4"))
    assert converted(monkeypatch, pages, tmp_path / out, HERE) == ["00003.txt"]
    assert tree(tmp_path) == before


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_the_twin_of_a_page_that_goes_takes_its_place(pages: Path, tmp_path: Path, out: str) -> None:
    run([pages], tmp_path / out, HERE)
    (pages / "00002.txt").unlink()
    summary = run([pages], tmp_path / out, RunOptions(workers=0, prune=True)).summary
    assert (summary.gone, summary.reasons.get("duplicate of another page")) == (1, None)
    assert run([pages], tmp_path / out, HERE).summary.gone == 0
    run([pages], tmp_path / "anew" / out, HERE)
    assert_same(tmp_path, out)
