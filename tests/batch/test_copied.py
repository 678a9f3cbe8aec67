"""Workers that are copies of the process that runs them."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.batch.copied import may_copy

Make = Callable[..., Path]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")

_COPIES = """
import os, signal, sys, threading
from statedocs.batch.copied import CopiedProcess, may_copy
from statedocs.batch.task import Instructions
from statedocs.batch.wire import receive, send
signal.signal(signal.SIGTERM, lambda *_: print("not for copies"))
held = os.open(sys.executable, os.O_RDONLY)
assert may_copy()
first, second = CopiedProcess(), CopiedProcess()
for copy in (first, second):
    send(copy.stdin, Instructions())
    assert receive(copy.stdout) == "ready"
    assert os.getpgid(copy.pid) == copy.pid
files = [os.readlink(f"/proc/{first.pid}/fd/{number}") for number in os.listdir(f"/proc/{first.pid}/fd")]
assert os.path.realpath(sys.executable) not in files, files
assert held
first.stdin.close()
assert first.wait(30) == 0, "it holds the pipe of another"
os.kill(second.pid, signal.SIGTERM)
assert second.wait() == -signal.SIGTERM
second.kill()
assert threading.active_count() == 1
print("all of it")
"""


def test_a_copy_serves_keeps_nothing_open_and_ends_when_nobody_asks() -> None:
    done = subprocess.run([sys.executable, "-c", _COPIES], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("all of it\n", "")


def test_a_process_with_threads_is_not_copied() -> None:
    let_go = threading.Event()
    other = threading.Thread(target=let_go.wait)
    other.start()
    assert not may_copy()
    let_go.set()
    other.join()


def test_a_process_that_is_large_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statedocs.batch.copied._SMALL", 1)
    assert not may_copy()


@pytest.mark.parametrize("name", ["-", "out", "out.sqlite", "out.duckdb", "out.parquet"])
def test_a_page_costs_little_more_than_the_program(make_pages: Make, tmp_path: Path, name: str) -> None:
    """No program is loaded a second time for one page, whatever threads a place's library brings."""
    pages = make_pages(tmp_path / "in", 1)
    place = name if name == "-" else str(tmp_path / name)
    program = (
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    assert event not in ('subprocess.Popen', 'os.posix_spawn'), event\n"
        "sys.addaudithook(refuse)\n"
        "from statedocs.cli import main\n"
        f"sys.exit(main(['convert', {str(pages)!r}, '-o', {place!r}, '--workers', '2', '-q']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1 if name == "-" else 0), done.stderr


def test_copies_end_where_a_place_cannot_be_opened(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 1)
    (tmp_path / "out.sqlite").write_bytes(b"no database")
    program = (
        "import os, sys\n"
        "from statedocs.cli import main\n"
        f"code = main(['convert', {str(pages)!r}, '-o', {str(tmp_path / 'out.sqlite')!r}, '--workers', '2', '-q'])\n"
        "try:\n"
        "    os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError:\n"
        "    sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr


def test_a_copy_that_is_killed_is_replaced(make_pages: Make, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 6, {2: "FAULT-ONCE"})
    faults = str(Path(__file__).parent / "faults")
    command = [sys.executable, "-m", "statedocs", "convert", str(pages), "-o", str(tmp_path / "out"), "--workers", "1"]
    environment = {**os.environ, "PYTHONPATH": faults, "FAULT_MARK": str(tmp_path / "mark")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").glob("*.txt.json"))) == 6
    assert (tmp_path / "mark").exists()
