"""What a run says while it lasts."""

import logging
import time
from pathlib import Path

import pytest

from statedocs.batch import RunOptions, run
from statedocs.batch.count import PageCount


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


def test_the_log_has_figures(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    log = logging.getLogger("statedocs")
    monkeypatch.setattr(log, "propagate", True)
    monkeypatch.setattr("statedocs.batch.log._PROGRESS_SECONDS", 0.0)
    with caplog.at_level(logging.INFO, "statedocs"):
        run([folder], tmp_path / "out", RunOptions(workers=0))
    events = [(vars(record)["event"], vars(record)["figures"]) for record in caplog.records]
    assert [event for event, _ in events if event != "failure"] == ["start", *["progress"] * 3, "end"]
    assert events[0][1]["workers"] == 1
    progress = events[-2][1]
    assert progress["pages"] == 3
    assert progress["pages_a_second"] > 0
    assert set(progress) == {"pages", "failures", "seconds", "pages_a_second", "total", "seconds_left"}
    assert events[-1][1]["pages"] == 3
