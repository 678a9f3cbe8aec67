"""What a run says while it lasts."""

import json
import logging
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from statedocs.batch import Pace, RunOptions, run
from statedocs.batch.count import PageCount
from statedocs.batch.events import EVENTS
from statedocs.cli.console import _Json
from statedocs.sinks.outcome import kept_of, outcome_of
from statedocs.snapshot import Skipped

Make = Callable[..., Path]
Start = Callable[..., subprocess.Popen[bytes]]
Finish = Callable[..., tuple[int, str]]


def total_of(*inputs: Path | str) -> int | None:
    """Count, waiting for the thread that does it."""
    count = PageCount(inputs)
    count.start()
    for _ in range(100):
        if count.total is not None:
            break
        time.sleep(0.01)
    count.stop()
    return count.total


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("a.txt", "a.txt.source.json", "deep/b.html", "deep/c"):
        (tmp_path / "in" / name).write_text("Peru")
    return tmp_path / "in"


def test_pages_of_folders_and_files_are_counted(folder: Path) -> None:
    assert total_of(folder) == 3
    assert total_of(folder / "a.txt", folder / "deep") == 3


@pytest.mark.parametrize("name", ["crawl.warc.gz", "pages.zip", "feed.rss"])
def test_how_many_pages_an_archive_has_is_not_known(folder: Path, name: str) -> None:
    (folder / "deep" / name).write_text("")
    assert total_of(folder) is None
    assert total_of(folder / "deep" / name) is None


def test_what_is_not_here_is_not_counted() -> None:
    assert total_of("-") is None
    assert total_of("https://example.com/x.html") is None
    assert total_of() is None


def events_of(caplog: pytest.LogCaptureFixture, act: Callable[[], object]) -> list[tuple[str, dict[str, Any]]]:
    log = logging.getLogger("statedocs")
    with pytest.MonkeyPatch.context() as patch, caplog.at_level(logging.INFO, "statedocs"):
        patch.setattr(log, "propagate", True)
        patch.setattr("statedocs.batch.log._PROGRESS_SECONDS", 0.0)
        caplog.clear()
        act()
    return [(vars(record)["event"], vars(record)["figures"]) for record in caplog.records]


def test_the_log_has_figures(folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    events = events_of(caplog, lambda: run([folder], tmp_path / "out", RunOptions(workers=0)))
    assert [event for event, _ in events if event != "failure"] == ["start", *["progress"] * 3, "end"]
    assert events[0][1]["workers"] == 1
    progress = events[-2][1]
    assert (progress["pages"], progress["kept"], progress["total"]) == (3, 0, 3)
    assert progress["pages_a_second"] > 0
    assert events[-1][1]["pages"] == 3


def test_what_is_done_already_is_no_speed(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock goes on by a second for every page; one page of three is converted, the others were kept."""
    (folder / "a.txt.source.json").unlink()
    run([folder], tmp_path / "out", RunOptions(workers=0))
    (folder / "deep" / "b.html").write_text("<title>Peru</title><h1>Peru</h1><p>Peru lies on the coast.")
    seconds = iter(range(1000))
    monkeypatch.setattr("statedocs.batch.pace.time", SimpleNamespace(monotonic=lambda: next(seconds)))
    pace = Pace()
    events = events_of(caplog, lambda: run([folder], tmp_path / "out", RunOptions(workers=0), pace.add))
    end = events[-1][1]
    assert (end["pages"], end["kept"], end["documents"] + end["failures"]) == (3, 2, 3)
    assert end["pages_a_second"] == pytest.approx(1 / end["seconds"], rel=0.2)
    assert (pace.pages, pace.kept) == (3, 2)
    assert pace.rate > 0
    assert pace.left(13) == pytest.approx(10 / pace.rate)
    assert (pace.left(None), pace.left(2)) == (None, 0)
    kept = Pace()
    kept.add(kept_of(outcome_of(Skipped("a", "x"))))
    assert (kept.rate, kept.left(5)) == (0.0, None)


def test_every_event_is_as_it_is_documented(make_pages: Make, finish: Finish, start: Start, tmp_path: Path) -> None:
    """All that a program sees of a run is JSON, and each event has exactly the fields that README lists."""
    seen: dict[str, dict[str, Any]] = {}

    def read(said: str) -> None:
        for line in said.splitlines():
            value = json.loads(line)
            assert datetime.fromisoformat(value["time"]).tzinfo is not None
            seen[value["event"]] = value

    pages = make_pages(tmp_path / "in", 3, {1: "FAULT-RAISE"})
    (pages / "bad.html").write_bytes(b"%PDF-1.4")
    asked = ("--workers", "0", "--log-format", "json")
    code, said = finish(pages, "-o", tmp_path / "out", *asked, faults=True, FAULT_PROGRESS="1")
    assert code == 1
    read(said)
    code, said = finish(pages / "nothing", "-o", tmp_path / "out", *asked)
    assert code == 2
    read(said)
    mark = tmp_path / "mark"
    pages = make_pages(tmp_path / "waits", 2, {1: "FAULT-WAIT"})
    with start(pages, "-o", tmp_path / "x.jsonl", *asked, faults=True, FAULT_MARK=str(mark)) as running:
        assert running.stderr
        assert b'"start"' in running.stderr.readline()
        time.sleep(0.2)
        running.send_signal(signal.SIGTERM)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    read(err.decode())
    record = logging.makeLogRecord({"msg": "x", "levelname": "WARNING"})
    read(_Json().format(record))
    assert seen.keys() == EVENTS.keys()
    common = {"time", "level", "message", "event"}
    for event, value in seen.items():
        assert value.keys() - common == EVENTS[event].fields.keys()
