"""Runs as real processes that are killed, interrupted, doubled and starved: nothing is lost, and nothing done twice."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.cli.signals import terminated_as_interrupted

Start = Callable[..., subprocess.Popen[bytes]]
Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]
Undisturbed = Callable[[Path, object], None]

SLOW = dict.fromkeys(range(60), "FAULT-SLOW")
"""Pages that take a tenth of a second each, so that a run lasts long enough to be disturbed."""


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder, the hidden ones too, and every folder."""
    paths = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    found = {name: path.read_bytes() if path.is_file() else b"<folder>" for name, path in paths}
    return {name: data for name, data in found.items() if not name.endswith(".statedocs/lock")}


def status(pid: int) -> list[str]:
    """Give what the system says of a process: state, parent."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return ["Z", "0"]


def children(pid: int) -> list[int]:
    numbers = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [number for number in numbers if status(number)[1] == str(pid) and status(number)[0] != "Z"]


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def written(out: Path) -> int:
    """Give how many records there are, so far."""
    part = out.with_name(f".{out.name}.statedocs") / f"{out.name}.part"
    if out.suffix:
        return part.read_bytes().count(b"\n") if part.exists() else 0
    return len(list(out.glob("*.json")))


def _kill_when(run: subprocess.Popen[bytes], place: Path, records: int, then: float) -> None:
    """Kill a run a little after there are so many records."""
    wait_until(lambda: written(place) > records)
    time.sleep(then)
    assert run.poll() is None
    run.kill()
    run.communicate()


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_a_run_that_is_killed_goes_on(  # noqa: PLR0917  (fixtures)
    make_pages: Make, start: Start, finish: Finish, undisturbed: Undisturbed, tmp_path: Path, out: str
) -> None:
    """Killed twice in a row, at random instants after something new was written."""
    pages = make_pages(tmp_path / "in", 60, SLOW)
    place = tmp_path / "got" / out
    draw = random.Random(out)
    for times in range(2):
        _kill_when(start(pages, "-o", place, "--workers", 2, faults=True), place, 6 * (times + 1), draw.random())
    assert not (place / "manifest.jsonl").exists()
    assert finish(pages, "-o", place, "--workers", 2)[0] == 0
    undisturbed(pages, tmp_path / "expected" / out)
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")


def last_page(log: Path, pid: int) -> str | None:
    """Give the page that a worker was at last."""
    pages = [line.split()[1] for line in log.read_text().splitlines() if line.startswith(f"{pid} ")]
    return pages[-1] if pages else None


def test_workers_that_are_killed_lose_nothing(
    make_pages: Make, start: Start, finish: Finish, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    """Killed at random instants, but never twice over one page: that would be held against the page."""
    pages = make_pages(tmp_path / "in", 60, SLOW)
    place, log = tmp_path / "got" / "out", tmp_path / "log"
    draw = random.Random(1)
    kills = 0
    with start(pages, "-o", place, "--workers", 2, faults=True, FAULT_LOG=str(log)) as run:
        wait_until(lambda: written(place) > 0)
        while kills < 4 and (workers := children(run.pid)):
            victim = draw.choice(workers)
            os.kill(victim, signal.SIGKILL)
            kills += 1
            wait_until(lambda victim=victim: status(victim)[0] == "Z")  # type: ignore[misc]
            if page := last_page(log, victim):
                wait_until((place / f"{page}.json").exists)
            time.sleep(draw.random() / 5)
        _, err = run.communicate(timeout=120)
    assert run.returncode == 0, err.decode()
    assert kills > 1
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")


def test_workers_end_when_their_run_is_killed(make_pages: Make, start: Start, tmp_path: Path) -> None:
    """One of them is at a page that never ends and holds the interpreter: the system ends it."""
    pages = make_pages(tmp_path / "in", 60, {**SLOW, 3: "FAULT-SPIN"})
    run = start(pages, "-o", tmp_path / "out", "--workers", 2, "--time-limit", "3", faults=True)
    wait_until(lambda: len(children(run.pid)) == 2 and len(list((tmp_path / "out").glob("*.json"))) >= 1)
    workers = children(run.pid)
    run.kill()
    run.communicate()
    wait_until(lambda: all(status(worker)[0] == "Z" for worker in workers))


@pytest.mark.usefixtures("hears_hangups")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGHUP])
def test_an_interrupted_run_ends_cleanly_and_goes_on(  # noqa: PLR0917  (fixtures)
    make_pages: Make, start: Start, finish: Finish, undisturbed: Undisturbed, tmp_path: Path, asked: signal.Signals
) -> None:
    pages = make_pages(tmp_path / "in", 60, SLOW)
    place = tmp_path / "got" / "out"
    with start(pages, "-o", place, "--workers", 2, faults=True) as run:
        wait_until(lambda: written(place) > 5)
        workers = children(run.pid)
        run.send_signal(asked)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err.decode().strip()) == (130, "statedocs: interrupted")
    assert all(status(worker)[0] == "Z" for worker in workers)
    assert finish(pages, "-o", place, "--workers", 2)[0] == 0
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")


def test_a_run_that_is_stopped_for_a_while_holds_that_against_no_page(
    make_pages: Make, start: Start, tmp_path: Path
) -> None:
    """As by Ctrl-Z, or in a container that pauses: all stand still for longer than a page may take."""
    pages = make_pages(tmp_path / "in", 4, {1: "FAULT-WAIT", 2: "FAULT-WAIT"})
    mark, log = tmp_path / "mark", tmp_path / "log"
    asked = ("-o", tmp_path / "out", "--workers", 2, "--time-limit", 1)
    with start(pages, *asked, faults=True, FAULT_MARK=str(mark), FAULT_LOG=str(log)) as run:
        wait_until(lambda: log.exists() and b"00001" in log.read_bytes())
        stopped = [run.pid, *children(run.pid)]
        for process in stopped:
            os.kill(process, signal.SIGSTOP)
        time.sleep(3.3)  # the alarm of a worker itself would go off
        mark.touch()
        for process in reversed(stopped):
            os.kill(process, signal.SIGCONT)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 0, err.decode()


def test_too_few_open_files_are_said(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 2)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    program = (
        f"import resource, runpy; resource.setrlimit(resource.RLIMIT_NOFILE, (24, {hard}))\n"
        "runpy.run_module('statedocs', run_name='__main__')"
    )
    command = [sys.executable, "-c", program, "convert", str(pages), "-o", str(tmp_path / "out"), "--workers", "64"]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 2, refused.stderr
    assert "64 worker processes cannot be started" in refused.stderr
    assert "Too many open files" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_run_that_a_terminal_shall_not_end_is_not_ended() -> None:
    """As under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with terminated_as_interrupted():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) not in (signal.SIG_IGN, signal.SIG_DFL)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_a_second_run_is_refused_while_the_first_lives(
    make_pages: Make, start: Start, finish: Finish, tmp_path: Path, out: str
) -> None:
    pages = make_pages(tmp_path / "in", 20, {3: "FAULT-WAIT"})
    place, mark = tmp_path / out, tmp_path / "mark"
    with start(pages, "-o", place, "--workers", 1, faults=True, FAULT_MARK=str(mark)) as run:
        wait_until(lambda: place.exists() or place.with_name(".x.jsonl.statedocs").exists())
        wait_until(lambda: children(run.pid))
        code, err = finish(pages, "-o", place)
        assert (code, run.poll()) == (2, None)
        assert f"is in use by process {run.pid} on " in err
        run.kill()
        mark.touch()
        run.communicate()
    assert finish(pages, "-o", place)[0] == 0


@pytest.mark.parametrize("out", ["out", "x.jsonl"])
def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(
    make_pages: Make, finish: Finish, undisturbed: Undisturbed, tmp_path: Path, out: str
) -> None:
    """The system refuses to let a file grow, as it does on a disk that is full."""
    pages = make_pages(tmp_path / "in", 60)
    arguments = ["convert", str(pages), "-o", str(tmp_path / "got" / out), "--workers", "2"]
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    program = (
        f"import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, {hard}))\n"
        "runpy.run_module('statedocs', run_name='__main__')"
    )
    refused = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert refused.returncode == 2, refused.stderr
    assert "cannot be written: File too large" in refused.stderr
    assert "Traceback" not in refused.stderr
    undisturbed(pages, tmp_path / "got" / out)
    undisturbed(pages, tmp_path / "expected" / out)
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")


def test_a_run_over_what_is_done_converts_nothing(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 30)
    finish(pages, "-o", tmp_path / "out", "--workers", 2)
    before = tree(tmp_path / "out")
    code, err = finish(pages, "-o", tmp_path / "out", "--workers", 2, "--log-format", "json")
    assert (code, tree(tmp_path / "out")) == (0, before)
    assert json.loads(err.splitlines()[-1])["documents"] == 30
