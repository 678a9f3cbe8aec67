"""Runs as real processes, with pages that hang, die and eat memory."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.batch.dask_cluster import Dask

from statedocs.batch import RunOptions, run

Process = subprocess.Popen[bytes]

PAGE = """Fact Sheet

Peru {number}
March 3, 2017

Peru is a country of 29 million people on the west coast of South America. It lies between {number} and the sea.
{extra}
"""


@pytest.fixture(scope="session")
def make_pages() -> Callable[..., Path]:
    """Write a folder of many small pages, some of them with more text: a fault, perhaps."""

    def make(folder: Path, count: int, extra: dict[int, str] | None = None) -> Path:
        folder.mkdir(parents=True)
        for number in range(count):
            text = PAGE.format(number=number, extra=(extra or {}).get(number, ""))
            (folder / f"{number:05}.txt").write_text(text)
        return folder

    return make


@pytest.fixture(scope="session")
def start() -> Callable[..., Process]:
    """Start a run as a user does; `faults` lets pages have the faults that they name."""

    def start(*arguments: object, faults: bool = False, **variables: str) -> Process:
        environment = {**os.environ, **variables}
        if faults:
            environment["PYTHONPATH"] = str(Path(__file__).parent / "faults")
        command = [sys.executable, "-m", "statedocs", "convert", *map(str, arguments)]
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    return start


@pytest.fixture(scope="session")
def finish(start: Callable[..., Process]) -> Callable[..., tuple[int, str]]:
    """Run to the end: exit code and standard error."""

    def finish(*arguments: object, faults: bool = False, **variables: str) -> tuple[int, str]:
        with start(*arguments, faults=faults, **variables) as run:
            _, err = run.communicate(timeout=240)
        return run.returncode, err.decode()

    return finish


@pytest.fixture(scope="session")
def undisturbed() -> Callable[[Path, object], None]:
    """Do what a run is held against, in this process: no program is started for it, and no page has a fault."""

    def undisturbed(pages: Path, place: object) -> None:
        run([pages], str(place), RunOptions(workers=0))

    return undisturbed


@pytest.fixture(scope="session")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler, for all who leave it and its workers alone but for those that they have started."""
    with ExitStack() as opened:
        yield Dask(tmp_path_factory.mktemp("dask"), opened)
