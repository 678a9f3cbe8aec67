"""`.ci/postgresql` takes its server away again, however the command or the script itself ends."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("initdb") or list(Path("/usr/lib").glob("postgresql/*/bin/initdb"))) and not os.environ.get("CI"),
    reason="no PostgreSQL here: install it (Debian: apt-get install postgresql)",
)
SAY = 'echo "$STATEDOCS_POSTGRESQL"; echo $$; '
Start = Callable[[str], tuple["subprocess.Popen[str]", Path, int]]


@pytest.fixture
def start(root: Path, tmp_path: Path) -> Iterator[Start]:
    """Run a command with a server; give the process, the server's folder and its id."""
    os.chmod(tmp_path, 0o755)  # noqa: PTH101
    for parent in tmp_path.parents[:3]:
        parent.chmod(0o755)
    started: list[subprocess.Popen[str]] = []

    def run(command: str) -> tuple[subprocess.Popen[str], Path, int]:
        process = subprocess.Popen(
            ["bash", str(root / ".ci" / "postgresql"), "bash", "-c", SAY + command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "TMPDIR": "/tmp"},
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout
        folder = Path(process.stdout.readline().strip().partition("host=")[2])
        process.stdout.readline()
        return process, folder, int((folder / "data" / "postmaster.pid").read_text().split()[0])

    yield run
    for process in started:
        process.kill()
        process.communicate()


def is_alive(server: int) -> bool:
    try:
        return Path(f"/proc/{server}/cmdline").read_bytes() != b""
    except OSError:
        return False


def wait_until_gone(folder: Path, server: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and (folder.exists() or is_alive(server)):
        time.sleep(0.1)
    assert not folder.exists()
    assert not is_alive(server)


@pytest.mark.parametrize("code", [0, 3])
def test_the_command_ends_and_its_code_is_the_scripts(start: Start, code: int) -> None:
    process, folder, server = start(f'psql "$STATEDOCS_POSTGRESQL" -Atc "SELECT 6 * 7"; exit {code}')
    said, _ = process.communicate(timeout=60)
    assert process.returncode == code
    assert said.strip() in ("42", "")  # a machine may have the server without psql
    wait_until_gone(folder, server)


@pytest.mark.usefixtures("hears_hangups")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_the_script_is_interrupted(start: Start, sent: signal.Signals, code: int) -> None:
    process, folder, server = start("exec sleep 60")
    started = time.monotonic()
    process.send_signal(sent)
    process.communicate(timeout=40)
    assert process.returncode == code
    assert time.monotonic() - started < 40
    wait_until_gone(folder, server)


@pytest.mark.parametrize("command", ["exec sleep 60", "sleep 60", "trap 'sleep 1; exit 5' TERM; sleep 60 & wait"])
def test_the_script_and_all_that_it_started_are_interrupted_at_once(start: Start, command: str) -> None:
    process, folder, server = start(command)
    os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=40)
    assert process.returncode == 143
    wait_until_gone(folder, server)


def test_the_script_is_killed(start: Start) -> None:
    process, folder, server = start("for _ in 1 2 3 4 5; do sleep 1; done")
    assert is_alive(server)
    process.kill()
    wait_until_gone(folder, server)


def test_the_server_is_not_run_as_root_and_has_no_port(start: Start) -> None:
    process, folder, server = start("exec sleep 60")
    assert os.stat(f"/proc/{server}").st_uid != 0  # noqa: PTH116
    assert [path.name for path in folder.glob(".s.PGSQL.*")]
    assert (folder / "data" / "postmaster.pid").read_text().splitlines()[5].strip() == ""
    process.terminate()
    wait_until_gone(folder, server)
