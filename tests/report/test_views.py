"""The page as captured in its two views: with its own markup and styles, and as it was written."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml.html import document_fromstring

from statedocs.pipeline import explain
from statedocs.report import render_explanation
from statedocs.snapshot import Snapshot
from statedocs.sources import read

SAMPLES = [item for item in read(Path(__file__).parents[2] / "raw") if isinstance(item, Snapshot)]
LONG = "<p>Peru lies on the Pacific, and its capital is Lima, a city of ten million people by the sea.</p>"
STYLED = f"""<html lang="en"><head><title>Peru</title><style>
body {{ background-color: rgb(1, 2, 3) }} h1 {{ color: rgb(4, 5, 6); }} .lead {{ text-indent: 40px; }}
.gone {{ display: none }} form {{ margin-left: 33px }} a:link {{ letter-spacing: 3px }}</style>
<style media="print">h1 {{ text-indent: 99px }}</style></head><body class="home">
<h1>Peru</h1><p class="lead" style="padding-left: 21px; background: url(x.gif)">The coast of the country is long.</p>
<p class="gone">Nobody sees the secret of the page.</p><form><p>Search <a href="/a">the sea</a></p></form>
<font color="#aa0000" size="5">Large</font> <img src="seal.gif" alt="Seal" width="90" height="40">
<img alt="Dot" src="data:image/gif;base64,R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs="> {LONG * 6}</body></html>"""
INNER = "document.querySelector('iframe').contentDocument"


def _write(tmp_path: Path, page: str | Snapshot) -> Path:
    path = tmp_path / "page.html"
    snapshot = page if isinstance(page, Snapshot) else Snapshot("page.html", page.encode())
    path.write_text(render_explanation(explain(snapshot)), "utf-8")
    return path


def _open(open_page: Callable[..., Any], path: Path, **how: Any) -> Any:
    opened = open_page(path, **how)
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    return opened


def _style(opened: Any, selector: str, name: str) -> str:
    """A computed style in the frame, asked from outside."""
    return str(opened.page.evaluate(f"getComputedStyle({INNER}.querySelector({selector!r}))[{name!r}]"))


@pytest.mark.parametrize("snapshot", SAMPLES, ids=lambda item: item.origin)
def test_the_source_stands_there_exactly_as_decoded_with_its_line_numbers(snapshot: Snapshot) -> None:
    found = explain(snapshot)
    shown = render_explanation(found)
    lines = re.findall(r'<sd-l data-n="(\d+)">(.*?)\n</sd-l>', shown, re.S)
    assert [int(number) for number, _ in lines] == list(range(1, len(lines) + 1))
    assert "\n".join(html.unescape(re.sub(r"</?sd-k[^>]*>", "", line)) for _, line in lines) == found.source


@pytest.mark.parametrize("snapshot", SAMPLES, ids=lambda item: item.origin)
def test_the_page_keeps_its_own_elements(snapshot: Snapshot) -> None:
    found = explain(snapshot)
    inner = re.search(r'srcdoc="([^"]*)"', render_explanation(found))
    assert inner
    root = document_fromstring(html.unescape(inner[1]))
    written = re.findall(
        r"<(h[1-6]|p|li|td|th|blockquote)\b", re.sub(r"(?s)<(script|style)\b.*?</\1", "", found.source)
    )
    if not found.document.template.name.startswith("plain-text"):
        shown = [element.tag for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th")]
        assert len(shown) >= 0.9 * len(written) - 5 or "hidden" in found.source
    text = "".join("".join(map(str, root.itertext())).split())
    for section in found.document.sections:
        assert "".join((section.heading or "").split()) in text


def test_the_page_has_its_own_styles_and_a_switch_takes_them_off(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    opened = _open(open_page, _write(tmp_path, STYLED))
    assert _style(opened, "body", "backgroundColor") == "rgb(1, 2, 3)"
    assert _style(opened, "h1", "color") == "rgb(4, 5, 6)"
    assert _style(opened, "h1", "textIndent") == "0px"
    assert _style(opened, ".lead", "textIndent") == "40px"
    assert _style(opened, ".lead", "paddingLeft") == "21px"
    assert _style(opened, "[data-was=form]", "marginLeft") == "33px"
    assert _style(opened, "a", "letterSpacing") == "3px"
    assert _style(opened, "font", "color") == "rgb(170, 0, 0)"
    assert _style(opened, ".gone sd-k", "backgroundColor") not in ("rgba(0, 0, 0, 0)", "rgb(1, 2, 3)")
    assert _style(opened, ".gone", "display") == "none"
    assert "1 of " in opened.page.locator("#unseen").inner_text()
    assert opened.page.evaluate(f"{INNER}.querySelector('img').naturalWidth") == 1
    assert opened.page.evaluate(f"{INNER}.querySelector('[data-was=img]').getBoundingClientRect().width") == 90
    hidden = opened.page.locator("#record [data-s^=paragraph]", has_text="Nobody sees")
    hidden.hover()
    assert "hidden by the page’s own styles" in opened.page.locator("#status").inner_text()
    opened.page.click("#styles")
    assert _style(opened, ".gone", "display") == "block"
    assert _style(opened, ".lead", "paddingLeft") == "0px"
    assert opened.page.locator("#styles").get_attribute("aria-pressed") == "false"
    assert opened.page.locator("#unseen").inner_text() == ""
    opened.check_quiet()


def test_styles_that_hide_most_of_the_page_are_off_until_asked_for(
    tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    page = f"<title>Peru</title><style>body {{ display: none !important }}</style><h1>Peru</h1>{LONG * 9}"
    opened = _open(open_page, _write(tmp_path, page))
    assert opened.page.locator("#styles").get_attribute("aria-pressed") == "false"
    assert "they hide most" in opened.page.locator("#unseen").inner_text()
    assert _style(opened, "body", "display") == "block"
    opened.page.click("#styles")
    assert _style(opened, "body", "display") == "none"


def test_marks_stay_whatever_the_page_says_of_everything(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    sheet = (
        "* { color: red !important; background: red !important; float: left !important; text-shadow: 0 0 9px red }"
        "@layer x { sd-k, .kept, * { display: none !important; background-color: red !important } }"
    )
    page = f"<title>Peru</title><style>{sheet}</style><h1>Peru</h1>{LONG * 9}"
    opened = _open(open_page, _write(tmp_path, page))
    opened.page.evaluate("document.getElementById('styles').dataset.asked || document.getElementById('styles').click()")
    assert _style(opened, "sd-k.kept", "backgroundColor") == "rgb(238, 248, 240)"
    assert _style(opened, "sd-k.kept", "float") == "none"
    assert _style(opened, "sd-k.kept", "display") == "inline"
    assert _style(opened, "sd-k.kept", "color") == "rgb(27, 31, 36)"


def _view(opened: Any, name: str) -> None:
    opened.page.click(f"#tab-{name}")
    assert opened.page.locator(f"#view-{name}").is_visible()
    assert opened.page.locator(f"#tab-{name}").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("folder", ["wordpress-report", "archive-1997", "plain-text"])
def test_counterparts_and_keys_work_in_the_source(
    folder: str, root: Path, tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    [snapshot, *_] = [item for item in SAMPLES if item.origin.startswith(f"{folder}/")]
    opened = _open(open_page, _write(tmp_path, snapshot))
    page = opened.page
    page.locator("#tab-page").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-source"
    assert page.locator("#view-page").is_hidden()
    block = page.locator("#record [data-s^=paragraph]").last
    pair = block.get_attribute("data-p")
    block.hover()
    opened.settle()
    mark = page.locator(f"#view-source [data-p~='{pair}']").first
    assert "on" in mark.get_attribute("class").split()
    box, area = mark.bounding_box(), page.locator("#view-source").bounding_box()
    assert area["y"] - 1 <= box["y"] < area["y"] + area["height"]
    mark.hover()
    assert "paragraph" in page.locator("#status").inner_text()
    block.focus()
    page.keyboard.press("Enter")
    assert pair in page.evaluate("document.activeElement.dataset.p").split()
    assert page.evaluate("document.activeElement.closest('#view-source') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.p") != pair
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#record') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    opened.check_quiet()


def test_a_field_of_the_head_is_shown_at_its_element_in_the_source(
    tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    page = f'<html lang=en><title>Peru</title>\n<meta name="description" content="About Peru."><h1>Peru</h1>{LONG * 9}'
    opened = _open(open_page, _write(tmp_path, page))
    row = opened.page.locator("#record tr", has_text="description")
    assert "2" in row.inner_text()
    row.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.closest('details') !== null"), "the strip above both views"
    _view(opened, "source")
    row.hover()
    lit = opened.page.locator("#view-source .on")
    assert lit.inner_text() == '<meta name="description" content="About Peru.">'


def test_changing_the_view_keeps_the_place(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    page = "<title>Peru</title><h1>Peru</h1>" + "".join(f"<h2>Part {n}</h2>\n{LONG}\n" for n in range(90))
    opened = _open(open_page, _write(tmp_path, page))
    opened.page.locator("#record h3").nth(70).click(position={"x": 2, "y": 2})
    _view(opened, "source")
    opened.settle()
    box = opened.page.locator("#view-source .on").first.bounding_box()
    area = opened.page.locator("#view-source").bounding_box()
    assert area["y"] <= box["y"] < area["y"] + area["height"]
    assert opened.page.locator("#view-source .on").first.inner_text() == "Part 70"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_in_the_source(
    tmp_path: Path,
    open_page: Callable[..., Any],
    violations: Callable[[Any], list[str]],
    scheme: str,
    width: int,
) -> None:
    opened = _open(open_page, _write(tmp_path, STYLED), scheme=scheme, width=width)
    _view(opened, "source")
    assert violations(opened.page) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_both_views_stand(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(_write(tmp_path, STYLED), script=False)
    assert opened.page.locator("#view-page").is_visible()
    assert opened.page.locator("#view-source").is_visible()
    assert opened.page.locator("[role=tablist]").is_hidden()
    opened.check_quiet()


def test_a_page_of_half_a_megabyte_is_fluid_in_both_views(tmp_path: Path, open_page: Callable[..., Any]) -> None:
    words = "The government of the Republic said on May 3, 1997, that it would " * 36
    body = "".join(f"<h2>Section {n}</h2>\n<p class=x>{n} {words}</p>\n" for n in range(200))
    page = f"<title>Long</title><style>.x {{ margin-left: 2em }} h2 {{ color: navy }}</style><h1>Long</h1>{body}"
    assert len(page) > 480_000
    opened = _open(open_page, _write(tmp_path, page))
    scroll = """async box => { const start = performance.now();
        for (let n = 0; n < 20; n++) { box.scrollTop += 3000; await new Promise(done => requestAnimationFrame(done)); }
        return [(performance.now() - start) / 20, box.scrollTop]; }"""
    each, at = opened.page.evaluate(f"({scroll})({INNER}.scrollingElement)")
    assert (each < 500, at) == (True, 60_000)  # milliseconds, on a machine that does many things at once
    took = opened.page.evaluate(
        """() => { const start = performance.now(); document.getElementById("tab-source").click();
        document.getElementById("view-source").scrollHeight; return performance.now() - start; }"""
    )
    assert took < 4_000
    each, at = opened.page.evaluate(f"({scroll})(document.getElementById('view-source'))")
    assert (each < 500, at > 20_000) == (True, True)
    opened.page.locator("#record h3").last.focus()
    opened.settle()
    assert opened.page.locator("#view-source .on").first.inner_text() == "Section 199"
