"""Runs on a real Dask cluster on this machine: a scheduler and workers, each a process, one of them killed."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from distributed import KilledWorker
from tests.batch.dask_cluster import Dask, ended, tree

from statedocs.batch import Limits, RunOptions, run
from statedocs.batch.cluster import Cluster, OtherProgram, convert_chunk
from statedocs.batch.fingerprint import program_digest
from statedocs.batch.task import Instructions, Task
from statedocs.errors import StatedocsError
from statedocs.sinks import Entry
from statedocs.snapshot import Snapshot
from statedocs.sources import read

Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]
Undisturbed = Callable[[Path, object], None]


def test_a_cluster_converts_and_a_worker_that_is_killed_loses_nothing(
    dask: Dask, make_pages: Make, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 120, dict.fromkeys(range(120), "FAULT-SLOW"))
    first, _ = dask.add_worker(), dask.worker()
    place = tmp_path / "got" / "out"
    command = [sys.executable, "-m", "statedocs", "convert", str(pages), "-o", str(place), "--cluster", dask.address]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        end = time.monotonic() + 120
        while len(list(place.glob("*.json"))) < 20 and running.poll() is None:
            assert time.monotonic() < end, "nothing is converted"
            time.sleep(0.05)
        first.send_signal(signal.SIGKILL)
        _, said = running.communicate(timeout=180)
    assert running.returncode == 0, said.decode()
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")
    summary = run([pages], place, RunOptions(cluster=dask.address)).summary
    assert summary.documents == 120


def test_limits_hold_on_a_cluster(dask: Dask, make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 20, {4: "FAULT-HANG", 11: "FAULT-SEGV"})
    dask.worker()
    options = RunOptions(cluster=dask.address, limits=Limits(seconds=3))
    assert run([pages], tmp_path / "x.jsonl", options).summary.documents == 18
    failures = [json.loads(line) for line in (tmp_path / "x.failures.jsonl").read_bytes().splitlines()]
    assert [(failure["origin"], failure["error"]) for failure in failures] == [
        ("00004.txt", "LimitExceeded"),
        ("00011.txt", "LimitExceeded"),
    ]


def test_a_scheduler_that_goes_ends_the_run_which_can_go_on_without_it(
    make_pages: Make, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 60, dict.fromkeys(range(60), "FAULT-SLOW"))
    place = tmp_path / "got" / "out"
    with ExitStack() as opened:
        (tmp_path / "dask").mkdir()
        dask = Dask(tmp_path / "dask", opened)
        dask.add_worker()
        command = [
            sys.executable,
            "-m",
            "statedocs",
            "convert",
            str(pages),
            "-o",
            str(place),
            "--cluster",
            dask.address,
        ]
        running = opened.enter_context(ended(subprocess.Popen(command, stderr=subprocess.PIPE)))
        end = time.monotonic() + 120
        while len(list(place.glob("*.json"))) < 10:
            assert time.monotonic() < end, "nothing is converted"
            time.sleep(0.05)
        dask.scheduler.kill()
        _, said = running.communicate(timeout=180)
    assert running.returncode == 2, said.decode()
    assert b"the cluster at tcp://" in said
    assert b"Traceback" not in said
    undisturbed(pages, place)
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")


class Finished:
    """A future that a scheduler has given up."""

    def __init__(self, key: str, status: str, error: Exception | None = None) -> None:
        self.key, self.status, self._error = key, status, error

    def exception(self) -> Exception | None:
        return self._error


def test_a_page_over_which_workers_end_again_and_again_is_a_failure(
    make_pages: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the scheduler says when three of its workers have died over a chunk: its pages are tried alone."""
    items = [item for item in read(make_pages(tmp_path / "in", 2)) if isinstance(item, Snapshot)]
    chunk = [Task(number, item) for number, item in enumerate(items)]
    cluster = Cluster("tcp://127.0.0.1:1", Instructions(), Limits())
    alone: list[list[Task]] = []
    monkeypatch.setattr(cluster, "submit", alone.append)
    killed = KilledWorker("x", None, 3)
    cluster._out["x"] = (None, chunk)
    cluster._done(Finished("x", "error", killed))
    assert alone == [[chunk[0]], [chunk[1]]]
    cluster._out["y"] = (None, alone[0])
    cluster._done(Finished("y", "error", killed))
    answer = cluster.answer(1.0)
    assert answer
    assert isinstance(answer.result, Entry)
    assert str(answer.result.outcome.reason).startswith("LimitExceeded: the workers of the cluster")
    cluster._out["z"] = (None, alone[1])
    cluster._done(Finished("z", "cancelled"))
    with pytest.raises(StatedocsError, match="the scheduler has gone"):
        cluster.answer(0.0)
    assert cluster.answer(0.0) is None


def test_a_chunk_is_converted_where_it_is_sent(make_pages: Make, tmp_path: Path) -> None:
    """What a worker of the cluster does, in this process."""
    items = [item for item in read(make_pages(tmp_path / "in", 3)) if isinstance(item, Snapshot)]
    chunk = [Task(number, item) for number, item in enumerate(items)]
    for instructions in (Instructions(), Instructions(), Instructions(indented=True)):
        answers = convert_chunk(chunk, instructions, Limits(), program_digest(), None).answers
        entries = [answer.result for answer in answers if isinstance(answer.result, Entry)]
        assert [entry.outcome.outcome for entry in entries] == ["document"] * 3
        assert all(bool(entry.indented) == instructions.indented for entry in entries)
    with pytest.raises(OtherProgram, match="another version of statedocs"):
        convert_chunk(chunk, Instructions(), Limits(), "another", None)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:1", "no Dask scheduler answers at tcp://127.0.0.1:1"),
        ("nonsense://127.0.0.1:1", "nonsense://127.0.0.1:1 is no address of a Dask scheduler"),
    ],
)
def test_a_cluster_that_is_not_there_is_said_and_nothing_is_touched(
    make_pages: Make, finish: Finish, tmp_path: Path, address: str, said: str
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    code, err = finish(pages, "-o", tmp_path / "out", "--cluster", address)
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_the_extra_is_named_where_it_is_missing(
    make_pages: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "statedocs.batch.cluster", raising=False)
    with pytest.raises(StatedocsError, match="needs the extra `cluster`"):
        run([make_pages(tmp_path / "in", 1)], tmp_path / "out", RunOptions(cluster="tcp://127.0.0.1:1"))
