"""What only a real process shows: what is loaded, signals, pipes, terminals."""

import json
import os
import pty
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Process = Callable[..., subprocess.Popen[bytes]]

HEAVY = ("lxml", "pydantic", "bs4", "rich", "sqlite3")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["-h"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, statedocs.cli as cli\n"
        f"assert cli.main({arguments!r}) == 0\n"
        f"print('loaded', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "loaded []" in shown.stdout


def test_the_face_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "import sys, statedocs\n"
        f"assert not [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert all(getattr(statedocs, name) for name in statedocs.__all__)\n"
        "assert set(statedocs.__all__) == set(dir(statedocs))\n"
        "try: statedocs.nothing\n"
        "except AttributeError as error: print(error)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "module 'statedocs' has no attribute 'nothing'\n"


def test_a_run_as_a_process(process: Process, damaged: Path, tmp_path: Path) -> None:
    with process("convert", damaged, "-o", tmp_path / "out") as run:
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (1, b"")
    assert b"4 pages to" in err
    assert b"\x1b" not in err


def test_a_reader_that_goes_away_ends_the_run_quietly(process: Process, pages: Path) -> None:
    for number in range(200):
        (pages / f"{number}.txt").write_bytes((pages / "peru.txt").read_bytes() + b"More.\n" * (100 + number))
    with process("convert", pages, "-o", "-") as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.read(10)
        run.stdout.close()
        err = run.stderr.read()
        code = run.wait(timeout=60)
    assert code == 141
    assert b"Traceback" not in err
    assert b"Exception" not in err


def test_an_interrupted_run_ends_cleanly(process: Process, pages: Path, tmp_path: Path) -> None:
    text = (pages / "peru.txt").read_bytes()
    for number in range(3000):
        (pages / f"{number:04}.txt").write_bytes(text.replace(b"Peru", b"Peru %d" % number))
    out = tmp_path / "out"
    with process("convert", pages, "-o", out) as run:
        for _ in range(600):
            if out.exists() and len(list(out.glob("*.json"))) > 5:
                break
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 130, err.decode()
    assert err.decode().strip() == "statedocs: interrupted"
    assert not (out / "manifest.jsonl").exists()
    for path in out.glob("*.json"):
        json.loads(path.read_text("utf-8"))
    assert not list(out.glob(".*tmp"))


def test_the_same_bytes_whatever_the_hash_seed(process: Process, root: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        with process("convert", root / "raw", "-q", "-o", tmp_path / f"{seed}.jsonl", PYTHONHASHSEED=seed) as run:
            run.communicate(timeout=120)
            assert run.returncode < 2
    for name in ("{}.jsonl", "{}.failures.jsonl"):
        assert (tmp_path / name.format(1)).read_bytes() == (tmp_path / name.format(2)).read_bytes()


def _on_a_terminal(*arguments: str | Path, **variables: str) -> str:
    """Run with standard error on a terminal and give what it showed."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", **variables}
    command = [sys.executable, "-m", "statedocs", *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=theirs, env=environment) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        run.wait(timeout=60)
    os.close(ours)
    return shown.decode()


def test_a_terminal_gets_colour_and_progress(pages: Path, tmp_path: Path) -> None:
    shown = _on_a_terminal("convert", pages, "-o", tmp_path / "out")
    assert "\x1b[32m" in shown
    assert "\x1b[?25l" in shown, "progress hides the cursor while it moves"


def test_no_color_is_respected(pages: Path, tmp_path: Path) -> None:
    shown = _on_a_terminal("convert", pages, "-o", tmp_path / "out", NO_COLOR="1")
    assert "\x1b[32m" not in shown
    assert "documents" in shown


def test_quiet_shows_no_progress(pages: Path, tmp_path: Path) -> None:
    assert _on_a_terminal("convert", pages, "-q", "-o", tmp_path / "out") == ""


@pytest.mark.parametrize("command", [["inspect"], ["inspect", "--json"], ["convert", "-o", "-"]], ids=" ".join)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_characters_gets_the_others(tmp_path: Path, command: list[str], encoding: str) -> None:
    title = "Образец страницы"
    page = tmp_path / "wells.html"
    page.write_text(f"<title>{title}</title><h1>{title}</h1><p>They were dug by hand.", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "statedocs", *command, page],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )
    is_json = command != ["inspect"]
    assert (title if is_json else title.encode("ascii", "backslashreplace").decode()) in run.stdout.decode()
    assert b"Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closes standard output as shells of Unix do")
def test_standard_output_that_is_closed_is_said(pages: Path) -> None:
    command = shlex.join([sys.executable, "-m", "statedocs", "convert", str(pages), "-o", "-"])
    run = subprocess.run(["/bin/sh", "-c", f"{command} >&-"], capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (2, b"Error: standard output cannot be written: it is closed\n")
