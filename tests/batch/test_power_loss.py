"""The power goes at any instant of a run: the same command ends as if nothing had been, and nothing half is shown.

`STATEDOCS_CRASHES=500` tries as many states of each case.
"""

import json
import os
import random
import shutil
from pathlib import Path

import pytest
from tests.batch.crashes import build, history_of, state
from tests.batch.test_every_place import rows
from tests.batch.test_instants import changed, pages  # noqa: F401  (a fixture)

from statedocs.batch import RunOptions, run

HERE = RunOptions(workers=0)
DATABASES = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".duckdb", ".duckdb.wal")
STATES = int(os.environ.get("STATEDOCS_CRASHES", "10"))


def shown(place: Path) -> dict[str, bytes]:
    """Give what users look at: no hidden file, no database."""
    found = {path.relative_to(place): path for path in sorted(place.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if not any(part.startswith(".") for part in name.parts) and not name.name.endswith(DATABASES)
    }


def everything(place: Path) -> object:
    """Give every file, the hidden ones but for the run before, and the rows of a database."""
    paths = {path.relative_to(place).as_posix(): path for path in place.rglob("*")}
    files = {
        name: path.read_bytes() if path.is_file() else b"<folder>"
        for name, path in paths.items()
        if not name.endswith(("lock", *DATABASES)) and ".statedocs/before" not in name
    }
    return files, [rows(str(place / name)) for name in ("x.sqlite", "x.duckdb") if name in paths]


def assert_whole(found: dict[str, bytes], *wholes: dict[str, bytes]) -> None:
    """Every file that users see is as one of the runs wrote it; what a complete manifest names is there."""
    for name, data in found.items():
        assert data in [whole[name] for whole in wholes if name in whole], f"{name} is neither old nor new"
    manifest = found.get("out/manifest.jsonl")
    for line in manifest.splitlines() if manifest else ():
        if output := json.loads(line).get("output"):
            assert f"out/{output}" in found, f"{output} is in the manifest, and nowhere else"


@pytest.mark.parametrize("kind", ["new", "changed"])
@pytest.mark.parametrize("out", ["out", "x.jsonl", "x.sqlite", "x.duckdb", "x.md", "x.jsonl.gz"])
def test_a_run_goes_on_after_a_power_cut(
    pages: Path,  # noqa: F811  (the fixture)
    tmp_path: Path,
    out: str,
    kind: str,
) -> None:
    before, place = tmp_path / "before", tmp_path / "run"
    before.mkdir()
    inputs = [pages]
    if kind == "changed":
        run(inputs, [before / out], HERE)
        inputs = [changed(pages, tmp_path)]
    shutil.copytree(before, place)
    history = history_of(place, lambda: run(inputs, [place / out], HERE), tmp_path / "notes")
    last = len(history.seen) - 1
    expected, old, new = everything(place), shown(before), shown(place)
    draw = random.Random(out + kind)
    for number in range(0, STATES, 2 if out.endswith(".duckdb") else 1):  # whose file takes half a second to make
        at = last if number < 3 else draw.randint(1, last)
        crash = tmp_path / "crash"
        build(state(history, at, draw), crash)
        found = shown(crash)
        assert_whole(found, old, new)
        if at == last:
            assert found == new, "the run had said that it is complete"
        run(inputs, [crash / out], HERE)
        assert everything(crash) == expected, (number, at)
        shutil.rmtree(crash)
