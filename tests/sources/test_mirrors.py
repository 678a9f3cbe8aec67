"""Mirrors of gopher and FTP servers: texts whose names say nothing."""

from pathlib import Path

import pytest

from statedocs.errors import NotADocument
from statedocs.pipeline import convert
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read

TEXT = b"""TITLE:  BACKGROUND NOTES:  A SAMPLE
BUREAU:  BUREAU OF PUBLIC AFFAIRS

This is a sample text, written for this project. It stands on a gopher server
under a name that has no ending, as all its texts do.
"""
MENU = (
    b"iWelcome to a sample server\tfake\t(NULL)\t0\r\n"
    b"0About this server\t/about\tgopher.example\t70\r\n"
    b"1Background Notes\t/bgn\tgopher.example\t70\r\n"
    b"1Briefings\t/dpb\tgopher.example\t70\r\n"
    b"7Search\t/search\tgopher.example\t70\r\n.\r\n"
)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    for name, data in {
        "bgn/Peru": TEXT,
        "bgn/00README": TEXT,
        "bgn/950101 Peru, Briefing": TEXT,
        "bgn/peru.1995-03-02": TEXT,
        "bgn/PERU.TXT;1": TEXT,
        "bgn/gophermap": MENU,
        "bgn/.cache": MENU,
        "bgn/.listing": b"total 1",
        "bgn/seal": b"GIF89a\x01\0",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_a_name_without_ending_is_judged_by_the_bytes(mirror: Path) -> None:
    items = list(read(mirror))
    assert [item.origin for item in items if isinstance(item, Snapshot)] == [
        "bgn/00README",
        "bgn/950101 Peru, Briefing",
        "bgn/PERU.TXT;1",
        "bgn/Peru",
        "bgn/gophermap",
        "bgn/peru.1995-03-02",
    ]
    assert [(item.origin, item.reason) for item in items if isinstance(item, Skipped)] == [
        ("bgn/.cache", "hidden file"),
        ("bgn/.listing", "hidden file"),
        ("bgn/seal", "GIF image"),
    ]


def test_menus_are_refused_and_texts_are_read(mirror: Path) -> None:
    pages = {item.origin: item for item in read(mirror) if isinstance(item, Snapshot)}
    with pytest.raises(NotADocument, match="menu"):
        convert(pages.pop("bgn/gophermap"))
    for page in pages.values():
        assert "written for this project" in convert(page).sections[-1].blocks[-1].text
