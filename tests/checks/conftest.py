"""What tests of checks need: pages, records of them, and the command."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.cli import main

Check = Callable[..., tuple[int, str]]


@pytest.fixture
def pages(root: Path, tmp_path: Path) -> Path:
    """A folder with a few sample pages of two designs, and a file that is no page."""
    folder = tmp_path / "pages"
    for name in ("wordpress-press", "classic-2010-article"):
        shutil.copytree(root / "raw" / name, folder / name)
    shutil.copy(root / "raw" / "peru-2013.txt", folder)
    shutil.copy(root / "raw" / "peru-2013.txt.source.json", folder)
    (folder / "notes.md").write_text("notes")
    return folder


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Check:
    """Run `statedocs check` in this process: exit code, and what it printed."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("STATEDOCS_WORKERS", "0")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)

    def run(*arguments: str | Path) -> tuple[int, str]:
        capfd.readouterr()
        code = main(["check", *map(str, arguments)])
        out, err = capfd.readouterr()
        return code, out + err

    return run


@pytest.fixture
def edit() -> Callable[[Path, Callable[[Any], object]], None]:
    """Change a file of JSON in place."""

    def change(path: Path, how: Callable[[Any], object]) -> None:
        value = json.loads(path.read_text("utf-8"))
        how(value)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")

    return change
