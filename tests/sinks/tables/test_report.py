"""Databases, as the report of a run shows them."""

import re
from pathlib import Path

from statedocs.cli import main


def test_a_database_is_reported_by_its_address(place: str, root: Path, tmp_path: Path) -> None:
    shown = tmp_path / "report.html"
    assert main(["convert", "-q", str(root / "raw" / "peru-2013.txt"), "-o", place]) == 0
    assert main(["report", place, "-o", str(shown)]) == 0
    text = shown.read_text("utf-8")
    assert re.search(r"<dt>documents</dt><dd>1</dd>", text)
    assert "peru-2013.txt" in text
    assert 'href="./' not in text


def test_reading_leaves_nothing_beside_the_database(root: Path, tmp_path: Path) -> None:
    place, out = tmp_path / "held" / "pages.sqlite", str(tmp_path / "report.html")
    main(["convert", "-q", str(root / "raw" / "peru-2013.txt"), "-o", str(place)])
    before = sorted(place.parent.iterdir())
    assert main(["report", str(place), "-o", out]) == 0
    assert main(["check", "-q", str(place)]) == 0
    assert sorted(place.parent.iterdir()) == before
    assert not [path for path in before if path.name.endswith(("-wal", "-shm", "-journal"))]
