"""What a page holds stays text: nothing of it runs, loads or breaks out of the pages that show it."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml.html import document_fromstring

from statedocs.errors import NotADocument
from statedocs.pipeline import explain, failure_of
from statedocs.report import render_explanation, render_failure
from statedocs.snapshot import Snapshot

FAR = "http://127.0.0.1:9/far"
PAYLOADS = dict(
    line.split(" | ", 1) for line in Path(__file__).with_name("payloads.txt").read_text("utf-8").splitlines()
)
"""Name and markup, one a line; FAR stands for an address that must never be asked for."""
LONG = "<p>Peru lies on the Pacific, and its capital is Lima, a city of ten million people by the sea.</p>"
HEAD = (
    "<title>\"><script>document.title='owned'</script></title>"
    "<meta name=description content='</style><script>owned()</script>'>"
)
_ALLOWED = frozenset(
    """html head meta title style body a abbr acronym address article aside b bdi bdo big blockquote br caption center
    cite code col colgroup dd del dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header
    hgroup hr i img ins kbd label legend li main mark menu nav nobr ol p pre q rp rt ruby s samp sd-img sd-k section
    small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr""".split()
)
_ATTRIBUTES = frozenset(
    """lang dir charset http-equiv content name class id data-p title align valign colspan rowspan span scope width
    height border cellpadding cellspacing nowrap start value type clear alt src
    data-was data-own data-link data-page data-text""".split()
)


def _page(payload: str) -> Snapshot:
    text = f"{HEAD}<h1>Peru</h1>{LONG * 12}{payload}{LONG}".replace("FAR", FAR)
    return Snapshot("page.html", text.encode(), f"{FAR}/?'\"><script>", "caller")


def _inner(page: str) -> str:
    found = re.search(r'srcdoc="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_frame_holds_harmless_elements_alone(name: str) -> None:
    page = render_explanation(explain(_page(PAYLOADS[name])))
    inner = document_fromstring(_inner(page))
    elements = list(inner.iter(etree.Element))
    assert {str(element.tag) for element in elements} <= _ALLOWED
    assert {str(attribute) for element in elements for attribute in element.attrib} <= _ATTRIBUTES
    policy = "default-src 'none'"
    assert all(str(meta.get("content")).startswith(policy) for meta in inner.iter("meta") if meta.get("http-equiv"))
    assert [meta.get("name") for meta in inner.iter("meta") if meta.get("name")] == ["color-scheme"]
    assert [element.tag for element in elements if element.get("name") and element.tag != "meta"] == []
    assert all(str(image.get("src")).startswith("data:image/") for image in inner.iter("img"))
    sheets = [str(sheet.text) for sheet in inner.iter("style")]
    assert len(sheets) == 2
    assert not re.search(r"url\(|@import|@font-face|@keyframes|position\s*:\s*fixed|image-set|</", sheets[1], re.I)


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_page_around_holds_its_own_script_alone(name: str) -> None:
    page = document_fromstring(render_explanation(explain(_page(PAYLOADS[name]))))
    assert len(list(page.iter("script"))) == 1
    assert len(list(page.iter("style"))) == 1
    assert len(list(page.iter("iframe"))) == 1
    assert [link.get("rel") for link in page.iter("link")] == []
    [listing] = (element for element in page.iter("div") if element.get("class") == "listing")
    assert {element.tag for element in listing.iter()} <= {"div", "sd-l", "sd-k"}
    for element in page.iter():
        names = [str(name) for name in element.attrib]
        assert not [name for name in names if name.startswith("on") or name in ("style", "src", "action", "srcset")]
    for link in page.iter("a"):
        assert str(link.get("href")).startswith(("#", "http://", "https://", "mailto:"))
        assert str(link.get("href")).startswith("#") or "noreferrer" in str(link.get("rel"))


@pytest.mark.parametrize("name", ["all", *PAYLOADS])
def test_nothing_runs_loads_or_breaks_out(name: str, tmp_path: Path, open_page: Callable[..., Any]) -> None:
    payload = "".join(PAYLOADS.values()) if name == "all" else PAYLOADS[name]
    snapshot = _page(payload)
    path = tmp_path / "page.html"
    path.write_text(render_explanation(explain(snapshot)), "utf-8")
    opened = open_page(path)
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    frame = opened.page.locator("iframe").bounding_box()
    for _ in range(2):  # with the page's own styles, and without
        for step in range(1, 8):
            opened.page.mouse.click(frame["x"] + 40 * step, frame["y"] + frame["height"] * step / 8)
        if opened.page.locator("#styles").count():
            opened.page.click("#styles")
    opened.page.click("#tab-source")
    opened.page.mouse.click(frame["x"] + 200, frame["y"] + 100)
    opened.page.locator("#record [data-p]").last.hover()
    opened.page.wait_for_timeout(300)
    assert opened.page.locator("#view-source .on, .page .strip .on").count() > 0
    assert "statedocs" in opened.page.title()
    assert opened.page.url == path.as_uri()
    opened.check_quiet()


def test_a_failure_shows_its_source_as_text(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    snapshot = _page("".join(PAYLOADS.values()) + "\x00\x1b\xff" + LONG * 3000)
    failure = failure_of(NotADocument("</pre><script>document.title='owned'</script>"), snapshot)
    path = tmp_path / "page.html"
    path.write_text(render_failure(failure, snapshot.data), "utf-8")
    opened = open_page(path)
    assert "statedocs" in opened.page.title()
    assert opened.page.locator("pre").count() == 1
    assert "The first 200,000 of" in opened.page.locator(".strip").inner_text()
    opened.check_quiet()
