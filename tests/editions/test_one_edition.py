"""Same content, other chrome: one edition, whoever captured it and on whatever host."""

import json
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.editions.replays import STAMP, replayed

from statedocs import convert_html
from statedocs.editions import diff, render_text
from statedocs.record import Document

PAGES = sorted(
    path
    for path in (ROOT / "raw").glob("*/*.html")
    if "web.archive.org" not in path.read_text("utf-8", "replace")
    and json.loads(path.with_suffix(".html.source.json").read_text()).get("url")
)


def _page(path: Path) -> tuple[str, str]:
    said = json.loads(path.with_suffix(".html.source.json").read_text())
    return path.read_text(said.get("charset") or "utf-8", "replace"), said["url"]


def _same(old: Document, new: Document) -> None:
    assert old.content_sha256 == new.content_sha256
    assert old.page_key == new.page_key is not None
    assert render_text(diff(old, new).of("content")) == ""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_replay_is_the_edition_that_was_captured(path: Path) -> None:
    html, url = _page(path)
    replay = convert_html(replayed(html, url))
    assert replay.source.captured_at == "2026-03-14T11:22:33Z"
    assert replay.source.archive_url == f"https://web.archive.org/web/{STAMP}/{url}"
    _same(convert_html(html, url), replay)


LIVE = [path for path in PAGES if "http://www.state.gov" in path.read_text("utf-8", "replace")]


@pytest.mark.parametrize("path", LIVE, ids=lambda path: path.stem)
def test_a_copy_on_an_archive_of_state_is_the_edition_of_the_live_page(path: Path) -> None:
    html, url = _page(path)
    moved = {"http://www.state.gov": "https://2009-2017.state.gov", "//www.state.gov": "//2009-2017.state.gov"}
    copy, address = html, url
    for live, archive in moved.items():
        copy, address = copy.replace(live, archive), address.replace(live, archive)
    _same(convert_html(html, url), convert_html(copy, address))


def _between(text: str, opening: str, closing: str) -> str:
    start = text.index(opening)
    return text[start : text.index(closing, start)]


def test_a_new_design_is_no_new_edition() -> None:
    """Fact sheets of 2013 were served in the design of 2015, and so stand in the archive."""
    classic, url = _page(ROOT / "raw/classic-2010-article/zambia-fact-sheet.html")
    frame, _ = _page(ROOT / "raw/responsive-2015/sample-ferry-talks-archive.html")
    for opening, closing in (
        ("<!-- CENTERBLOCK START -->", "<!-- CENTERBLOCK END -->"),
        ('<div id="templ', "<!-- TOP"),
    ):
        part = _between(classic, opening, closing).replace("</div>\n</div>", "</div>")  # the frame closes it
        frame = frame.replace(_between(frame, opening, closing), part)
    frame = frame.replace("Sample Ferry Talks in Kiel", "U.S. Relations With Zambia").replace("PRN: 2016/9901", "")
    old, new = convert_html(classic, url), convert_html(frame, url.replace("http://www.", "https://2009-2017."))
    assert (old.template.name, new.template.name) == ("classic-2010-article", "responsive-2015")
    assert old.content_sha256 == new.content_sha256
    assert old.page_key == new.page_key
    assert not diff(old, new).sections
