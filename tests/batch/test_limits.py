"""Pages that take too much, in real worker processes: each costs itself and nobody else."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.batch import MEGABYTE, Limits, RunOptions, run

Make = Callable[..., Path]
Start = Callable[..., subprocess.Popen[bytes]]
Finish = Callable[..., tuple[int, str]]


def failure(out: Path, number: int) -> dict[str, object]:
    value: dict[str, object] = json.loads((out / f"{number:05}.txt.failure.json").read_bytes())
    return value


def totals(out: Path) -> dict[str, int]:
    value: dict[str, int] = json.loads((out / "manifest.jsonl").read_bytes().splitlines()[-1])["totals"]
    return value


TOO_LONG = "its conversion takes longer than the 2 s that a page may take"
TOO_MUCH = "needs more than the 200 MB that a page may take"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (
            Limits(seconds=2),
            {
                "FAULT-HANG": TOO_LONG,
                "FAULT-SEGV": "the process that converted it ended 2 times, at last by SIGSEGV",
                "FAULT-EXIT": "the process that converted it ended 2 times, at last with exit code 3",
            },
        ),
        (Limits(memory=200 * MEGABYTE), {"FAULT-EAT": TOO_MUCH, "FAULT-GULP": TOO_MUCH}),
    ],
    ids=["time and crashes", "memory"],
)
def test_pages_over_a_limit_are_the_only_failures(
    make_pages: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, said: dict[str, str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent / "faults"))
    faults = {7 + 3 * number: fault for number, fault in enumerate(said)}
    folder = make_pages(tmp_path / "in", 40, faults)
    summary = run([folder], tmp_path / "out", RunOptions(workers=2, limits=limits)).summary
    bad = len(said)
    assert (summary.documents, summary.errors) == (40 - bad, {"LimitExceeded": bad})
    assert totals(tmp_path / "out") == {"pages": 40, "documents": 40 - bad, "failures": bad, "skipped": 0, "gone": 0}
    for number, fault in faults.items():
        failed = failure(tmp_path / "out", number)
        assert (failed["stage"], failed["error"]) == ("limit", "LimitExceeded")
        assert said[fault] in str(failed["message"])
        assert failed["sha256"]


def test_a_page_that_holds_the_interpreter_is_ended_too(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    folder = make_pages(tmp_path / "in", 3, {1: "FAULT-SPIN"})
    code, _ = finish(folder, "-o", tmp_path / "out", "--workers", 1, "--time-limit", "1", faults=True)
    assert (code, totals(tmp_path / "out")["documents"]) == (1, 2)


def test_the_size_of_a_page_is_limited(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    folder = make_pages(tmp_path / "in", 3, {1: "x " * 60_000})
    code, _ = finish(folder, "-o", tmp_path / "out", "--workers", 1, "--size-limit", "0.1")
    assert (code, failure(tmp_path / "out", 1)["error"]) == (1, "LimitExceeded")
    assert "a page may have 104,857" in str(failure(tmp_path / "out", 1)["message"])
    assert totals(tmp_path / "out")["documents"] == 2


def test_a_worker_that_dies_once_costs_nothing(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    folder = make_pages(tmp_path / "in", 40, {5: "FAULT-ONCE"})
    mark = tmp_path / "mark"
    code, err = finish(folder, "-o", tmp_path / "out", "--workers", 2, faults=True, FAULT_MARK=str(mark))
    assert (code, totals(tmp_path / "out")["documents"]) == (0, 40), err
    assert mark.exists()


def test_nobody_waits_for_a_page_that_hangs(make_pages: Make, start: Start, tmp_path: Path) -> None:
    """It is let go only when all others have been begun: a run in which anybody waited for it would never end."""
    folder = make_pages(tmp_path / "in", 101, {0: "FAULT-WAIT"})
    mark, log = tmp_path / "mark", tmp_path / "log"
    variables = {"FAULT_MARK": str(mark), "FAULT_LOG": str(log)}
    with start(folder, "-o", tmp_path / "out", "--workers", 2, faults=True, **variables) as run:
        end = time.monotonic() + 50
        while not log.exists() or log.read_bytes().count(b"\n") < 101:
            assert time.monotonic() < end, "they wait"
            time.sleep(0.02)
        assert not list((tmp_path / "out").glob("*.json")), "written in order"
        mark.touch()
        _, err = run.communicate(timeout=120)
    assert run.returncode == 0, err.decode()
    assert totals(tmp_path / "out") == {"pages": 101, "documents": 101, "failures": 0, "skipped": 0, "gone": 0}


def test_a_page_over_a_limit_is_tried_again_by_the_next_run(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    folder = make_pages(tmp_path / "in", 5, {2: "FAULT-SEGV"})
    assert finish(folder, "-o", tmp_path / "out", "--workers", 1, faults=True)[0] == 1
    assert finish(folder, "-o", tmp_path / "out", "--workers", 1)[0] == 0
    assert totals(tmp_path / "out")["documents"] == 5
    assert not list((tmp_path / "out").glob("*.failure.json"))
