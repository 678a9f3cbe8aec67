"""A disk that really is full: a small file system that is mounted for the test, and made larger afterwards."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.batch.test_every_place import files, held

from statedocs.errors import SinkError

Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]
Undisturbed = Callable[[Path, object], None]


def mount(*arguments: object) -> str | None:
    """Mount, and give what was said against it."""
    command = shutil.which("mount")
    if command is None or os.name != "posix" or os.geteuid() != 0:
        return "only root mounts a file system"
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.stderr.strip() or "mount failed" if done.returncode else None


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 640 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    if refused := mount("-t", "tmpfs", "-o", "size=640k,nr_inodes=4096", "statedocs-test", place):
        pytest.skip(f"no small file system can be mounted here: {refused}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("out", ["out", "x.jsonl", "x.sqlite", "x.jsonl.gz", "x.csv"])
def test_a_run_on_a_full_disk_says_so_and_goes_on_when_there_is_room(  # noqa: PLR0917  (fixtures)
    make_pages: Make, finish: Finish, undisturbed: Undisturbed, tmp_path: Path, disk: Path, out: str
) -> None:
    """Twice in a row; what was written by then may be used, and nothing that is half there is."""
    words = " ".join(f"word{number}" for number in range(2200))
    pages = make_pages(tmp_path / "in", 40, dict.fromkeys(range(40), words))
    (disk / "filler").write_bytes(b"\0" * (616 * 2**10 if out.endswith((".gz", ".csv")) else 1))
    place = disk / out
    code, said = finish(pages, "-o", place, "--workers", 1)
    assert code == 2, said
    assert "Traceback" not in said
    with pytest.raises(SinkError) as raised:
        undisturbed(pages, place)
    for message in (said, str(raised.value)):
        assert "No space left on device" in message or "disk is full" in message
        assert str(disk) in message
    (disk / "filler").unlink()
    assert mount("-o", "remount,size=256m", disk) is None
    undisturbed(pages, place)
    (tmp_path / "expected").mkdir()
    undisturbed(pages, tmp_path / "expected" / out)
    assert held(str(place)) == held(str(tmp_path / "expected" / out))
    assert files(disk) == files(tmp_path / "expected")
