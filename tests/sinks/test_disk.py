"""Bringing to the disk, on systems and file systems of all kinds."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from statedocs.batch import RunOptions, run
from statedocs.errors import SinkError
from statedocs.sinks import disk


def saying(code: int) -> object:
    def refuse(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "peru.txt").write_text("Fact Sheet\n\nPeru\n\nPeru is a country of 29 million people by the sea.\n")
    return tmp_path / "peru.txt"


def test_a_file_system_that_cannot_is_asked_in_another_way(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some in containers and over the network."""
    asked: list[str] = []
    monkeypatch.setattr(disk, "_SYNCFS", saying(errno.ENOSYS))
    monkeypatch.setattr(os, "sync", lambda: asked.append("all"))
    assert run([page], tmp_path / "out", RunOptions(workers=0)).summary.documents == 1
    assert asked
    monkeypatch.setattr(disk, "_SYNCFS", None)
    assert run([page], tmp_path / "out", RunOptions(workers=0, fresh=True)).summary.documents == 1
    monkeypatch.setattr(os, "fsync", saying(errno.EINVAL))
    disk.sync_names(tmp_path)


def test_a_disk_that_fails_is_said(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_SYNCFS", saying(errno.EIO))
    with pytest.raises(SinkError, match="cannot be written: Input/output error"):
        run([page], tmp_path / "out", RunOptions(workers=0))
    assert not (tmp_path / "out" / "manifest.jsonl").exists()
    monkeypatch.setattr(os, "fsync", saying(errno.ENOSPC))
    for act in (disk.sync, disk.sync_names):
        with pytest.raises(OSError, match="No space left"):
            act(page if act is disk.sync else tmp_path)


def test_the_systems_own_call_is_there_and_says_what_is_wrong(tmp_path: Path) -> None:
    call = disk._found()
    if call is None:
        pytest.skip("this system has none")
    file = os.open(tmp_path, os.O_RDONLY)
    call(file)
    os.close(file)
    with pytest.raises(OSError, match="Bad file descriptor"):
        call(file)
