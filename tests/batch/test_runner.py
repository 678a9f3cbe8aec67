"""Runs over real folders; what converts a page stands in only where a defect must be shown."""

import json
import logging
from pathlib import Path

import pytest

from statedocs.batch import Report, RunOptions, run
from statedocs.errors import NotADocument, SinkError, SourceError
from statedocs.pipeline import Options, convert
from statedocs.record import Document
from statedocs.sinks import Outcome, Summary
from statedocs.snapshot import Snapshot

PAGE = """Fact Sheet

Peru
March 3, 2017

Peru is a country of 29 million people on the west coast of South America. It lies between {place} and the sea.
"""


HERE = RunOptions(workers=0)
"""In this process, where a test can put something in the place of the conversion."""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "bgn").mkdir(parents=True)
    for name in ("a", "b", "c"):
        (folder / "bgn" / f"{name}.txt").write_text(PAGE.format(place=name))
    (folder / "style.css").write_text("p {}")
    return folder


def converting(monkeypatch: pytest.MonkeyPatch, error: Exception, origin: str) -> None:
    """Let one page fail in a way that pages of its own seldom do."""

    def one_fails(snapshot: Snapshot, options: Options) -> Document:
        if snapshot.origin == origin:
            raise error
        return convert(snapshot, options)

    monkeypatch.setattr("statedocs.pipeline.to_record", one_fails)


def test_every_page_is_accounted_for(pages: Path, tmp_path: Path) -> None:
    report = run([pages], tmp_path / "out", HERE)
    assert (report.summary.pages, report.summary.documents, report.summary.skipped) == (4, 3, 1)
    assert sorted(path.name for path in (tmp_path / "out" / "bgn").iterdir()) == [
        "a.txt.json",
        "b.txt.json",
        "c.txt.json",
    ]
    assert report.seconds > 0
    assert report.pages_a_second == pytest.approx(4 / report.seconds)


def test_a_page_that_fails_stops_no_other(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converting(monkeypatch, NotADocument("error page", line=3), "bgn/b.txt")
    report = run([pages], tmp_path / "out", HERE)
    assert (report.summary.documents, report.summary.errors) == (2, {"NotADocument": 1})
    failure = json.loads((tmp_path / "out" / "bgn" / "b.txt.failure.json").read_text())
    assert (failure["stage"], failure["error"], failure["origin"], failure["line"]) == (
        "template",
        "NotADocument",
        "bgn/b.txt",
        3,
    )


def test_a_defect_is_recorded_and_its_traceback_logged(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    converting(monkeypatch, KeyError("x"), "bgn/b.txt")
    monkeypatch.setattr(logging.getLogger("statedocs"), "propagate", True)
    report = run([pages], tmp_path / "out", HERE)
    failure = json.loads((tmp_path / "out" / "bgn" / "b.txt.failure.json").read_text())
    assert (failure["stage"], failure["error"]) == ("bug", "KeyError")
    assert report.summary.documents == 2
    assert "bgn/b.txt: a bug in statedocs" in caplog.text
    assert "Traceback" in caplog.text


def test_an_interruption_is_no_failure(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Document:
        raise KeyboardInterrupt

    monkeypatch.setattr("statedocs.pipeline.to_record", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run([pages], tmp_path / "out", HERE)
    assert not (tmp_path / "out" / "manifest.jsonl").exists()


def test_options_reach_sources_and_conversion(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Options] = []

    def remember(snapshot: Snapshot, options: Options) -> Document:
        asked.append(options)
        return convert(snapshot, options)

    monkeypatch.setattr("statedocs.pipeline.to_record", remember)
    options = RunOptions(workers=0, convert=Options(keep_removed=True), include=("*.txt",), exclude=("b.*",))
    report = run([pages], tmp_path / "out", options)
    assert report.summary.documents == 2
    assert asked == [Options(keep_removed=True)] * 2


@pytest.mark.parametrize("out", ["out", "out.jsonl", "deep/out", "o*[x]?t", "o.sqlite"])
def test_a_run_never_reads_what_it_writes(pages: Path, out: str) -> None:
    """Nor does it tell of it: a second run has the lines of the first."""
    reports = [run([pages], pages / out, HERE) for _ in range(2)]
    assert [report.summary.documents for report in reports] == [3, 3]
    assert reports[0].summary == reports[1].summary
    assert sum(reports[0].summary.reasons.values()) == 1


def test_out_must_not_be_an_input(pages: Path) -> None:
    with pytest.raises(SinkError, match="OUT is an input"):
        run([pages], pages)


@pytest.mark.parametrize("inputs", [["nothing"], ["in", "in"]])
def test_a_run_that_cannot_start_writes_nothing(pages: Path, tmp_path: Path, inputs: list[str]) -> None:
    with pytest.raises(SourceError):
        run([pages.parent / name for name in inputs], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_whoever_watches_sees_every_page_in_order(pages: Path, tmp_path: Path) -> None:
    seen: list[Outcome] = []
    run([pages / "bgn" / "c.txt", pages / "bgn" / "a.txt"], tmp_path / "out", HERE, watch=seen.append)
    assert [outcome.origin for outcome in seen] == ["c.txt", "a.txt"]


def test_findings_are_reported_errors_first() -> None:
    counts = {"date-missing": 9, "mojibake": 1, "text-unaccounted": 1, "encoding-replaced": 2}
    report = Report(Summary(0, 0, 0, 0, 0, {}, counts, {}, {}), 0.0)
    assert report.findings() == [
        ("text-unaccounted", "error", 1),
        ("encoding-replaced", "warning", 2),
        ("mojibake", "warning", 1),
        ("date-missing", "info", 9),
    ]
    assert report.pages_a_second == 0.0
