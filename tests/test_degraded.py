"""A page whose design has changed in one sign is read by `generic`, with a finding, and little of it gets worse."""

import importlib
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from statedocs.pipeline import convert
from statedocs.record import Document
from statedocs.snapshot import Snapshot
from statedocs.sources import read

ROOT: Final = Path(__file__).parent.parent
REAL: Final = ROOT.parent / "shared" / "pages"
FOLDERS: Final = (
    "archive-1997 responsive-2015 classic-2010 travel-rwd travel-cq wordpress-report/2016 wordpress-report/2019 "
    "wordpress-report/2021 wordpress-report/2024"
).split()
FEWEST: Final = 0.97
"""Of the words that the design's own template keeps, and of those that `generic` keeps, so many agree."""
FEW: Final = 10
"""Words of a frame that a page without prose may keep."""
UNTITLED: Final = {"mobile-2009/san-marino.html", "usembassy-2008/reed-bridge-by-class.html"}
"""The title element names nothing, or something else."""


def pages() -> dict[str, Snapshot]:
    found = {
        item.origin: item
        for item in read(ROOT / "raw")
        if isinstance(item, Snapshot) and item.media_type == "text/html"
    }
    for folder in FOLDERS:
        for path in sorted((REAL / folder).glob("*.html"))[:2]:
            found[f"real/{folder}/{path.name}"] = Snapshot(path.name, path.read_bytes())
    return found


PAGES: Final = pages()


@cache
def as_designed(name: str) -> Document:
    return convert(PAGES[name])


def words(document: Document) -> Counter[str]:
    texts = [document.title or "", *(line.text for line in document.masthead if line.role != "title")]
    for section in document.sections:
        texts += [section.heading or "", *(block.text for block in section.blocks)]
    return Counter(re.findall(r"\w+", " ".join(texts)))


def headings(document: Document) -> list[str]:
    return [section.heading for section in document.sections if section.heading]


@pytest.fixture
def without_designs(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("statedocs.templates.recognise")  # the package gives the function this name
    monkeypatch.setattr(module, "_FRAMED", ())
    monkeypatch.setattr(module, "_FRAMELESS", ())


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("generic/")])
@pytest.mark.usefixtures("without_designs")
def test_a_page_that_no_design_claims_says_the_same(name: str, request: pytest.FixtureRequest) -> None:
    found = convert(PAGES[name])
    request.getfixturevalue("monkeypatch").undo()
    known = as_designed(name)
    assert found.template.name == "generic"
    assert {"template-unknown", "template-ambiguous"} & {finding.code for finding in found.findings}
    assert found.accounting.unaccounted == 0
    if name not in UNTITLED:
        assert found.title == known.title
    assert found.published is None or known.published is None or found.published.value == known.published.value
    assert {part.name for part in found.countries} == {part.name for part in known.countries} or not found.countries
    mine, theirs = words(found), words(known)
    both = (mine & theirs).total()
    assert both >= FEWEST * theirs.total() - (FEW if name in UNTITLED else 0)
    assert both >= 0.9 * mine.total() - FEW
    kept = [heading for heading in headings(known) if heading in headings(found)]
    assert len(kept) >= 0.9 * len(headings(known)) - 1


@pytest.mark.parametrize(
    ("name", "sign", "other"),
    [
        ("wordpress-report/mauritius-2019-accordion.html", "report__content", "report__matter"),
        ("wordpress-report/samoa-2024-block.html", "report-header__headline", "headline-of-report"),
        ("wordpress-press/press-statement-classic.html", "entry-content", "post-content"),
        ("wordpress-press/remarks-classic.html", "featured-content__headline", "hero__headline"),
        ("responsive-2015/sample-seagrass-report.html", "middlecolumn", "middle-column"),
        ("responsive-2015/sample-ferry-talks-archive.html", "page-title", "title-of-page"),
        ("classic-2010-article/zambia-fact-sheet.html", "dos-wrapper", "outer-wrapper"),
        ("classic-2010-article/bookbinders-remarks.html", "centerblock", "body-block"),
        ("archive-2001/sample-road-remarks.html", "dos_masthead_tile", "masthead_tile"),
        ("archive-1997/sample-wells-table.html", "dos_archive_left1997", "archive_left"),
        ("travel-rwd/malta-travel-advisory.html", "tsg-rwd-main-copy-body-frame", "tsg-main-copy"),
        ("travel-cq/visa-bulletin-may-2016.html", "body_bg_hook", "background"),
        ("usembassy/seed-bank-cusco.html", "mo-breadcrumbs", "crumb-bar"),
        ("history-countries/luxembourg.html", "content-inner", "inner-content"),
    ],
)
def test_one_changed_sign_costs_no_title_and_makes_no_date_wrong(name: str, sign: str, other: str) -> None:
    page = PAGES[name]
    changed = page.data.replace(sign.encode(), other.encode())
    assert changed != page.data
    found, known = convert(replace(page, data=changed)), as_designed(name)
    assert found.title == known.title
    assert found.published is None or found.published == known.published or known.published is None
    assert [part.name for part in found.issuers] in ([part.name for part in known.issuers], [])
    assert (words(found) & words(known)).total() >= FEWEST * words(known).total()
    kept = [heading for heading in headings(known) if heading in headings(found)]
    assert len(kept) >= 0.9 * len(headings(known)) - 1


@pytest.mark.parametrize(
    "name", [name for name in PAGES if name.startswith(("wordpress", "usembassy/", "responsive", "archive"))]
)
def test_without_any_class_a_page_keeps_its_title_and_tells_no_wrong_date(name: str) -> None:
    page = PAGES[name]
    found, known = convert(replace(page, data=re.sub(rb'\sclass="[^"]*"', b"", page.data))), as_designed(name)
    assert found.title == known.title
    assert found.published is None or known.published is None or found.published.value == known.published.value
    assert not {part.name for part in found.issuers} - {part.name for part in known.issuers}
    assert not {part.name for part in found.speakers} - {part.name for part in known.speakers}
