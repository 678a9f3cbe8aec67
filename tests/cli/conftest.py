"""The command line as a real process, and in this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.cli import main

PAGE = """Fact Sheet

Peru
March 3, 2017

Peru is a country of 29 million people on the west coast of South America. It lies between {place} and the sea.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two pages and a style sheet."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("peru", "chile"):
        (folder / f"{name}.txt").write_text(PAGE.format(place=name))
    (folder / "style.css").write_text("p {}")
    return folder


@pytest.fixture
def damaged(pages: Path) -> Path:
    """The same with a page that is none."""
    (pages / "worse.html").write_bytes(b"%PDF-1.4")
    return pages


@pytest.fixture
def statedocs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in this process: exit code, standard output, standard error."""
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("STATEDOCS_WORKERS", "0")

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.Popen[bytes]]:
    """Start a command line as a process of its own."""

    def start(*arguments: str | Path, **variables: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "statedocs", *map(str, arguments)]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, env={**os.environ, **variables}, **pipes)  # type: ignore[call-overload,no-any-return]

    return start
