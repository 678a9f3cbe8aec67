"""A page beside its record, in a real browser."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.cli import main
from statedocs.pipeline import explain
from statedocs.report import render_explanation
from statedocs.snapshot import Snapshot
from statedocs.sources import read

SAMPLES = ("wordpress-report", "archive-1997", "plain-text")


def _first(folder: Path) -> Snapshot:
    return next(item for item in read(folder) if isinstance(item, Snapshot))


def _write(tmp_path: Path, snapshot: Snapshot) -> Path:
    path = tmp_path / "page.html"
    path.write_text(render_explanation(explain(snapshot)), "utf-8")
    return path


def _inner(path: Path) -> str:
    """The document of the frame."""
    found = re.search(r'srcdoc="([^"]*)"', path.read_text("utf-8"))
    assert found
    return html.unescape(found[1])


def _listing(path: Path) -> str:
    """The view of the source."""
    return path.read_text("utf-8").partition('<div class="listing"')[2].partition('<section class="pane record"')[0]


def _ready(opened: Any) -> Any:
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    return opened.page.frames[1]


def _inside(opened: Any, selector: str) -> tuple[str, float, float, bool]:
    """Class and middle of something in the frame, and whether it is in sight, asked from outside.

    What drives the browser would run scripts in the frame, and its policy would complain.
    """
    found = opened.page.evaluate(
        """selector => { const frame = document.querySelector("iframe"), outer = frame.getBoundingClientRect();
        const element = frame.contentDocument.querySelector(selector), box = element.getClientRects()[0];
        const y = box.y + box.height / 2;
        return [element.className, outer.x + box.x + box.width / 2, outer.y + y, y > 0 && y < outer.height]; }""",
        selector,
    )
    return found[0], found[1], found[2], found[3]


def _lit(opened: Any) -> int:
    count = "document.querySelector('iframe').contentDocument.querySelectorAll('.on').length"
    return int(opened.page.evaluate(count))


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    return _write(tmp_path, _first(root / "raw" / request.param))


def test_nothing_is_asked_for_and_nothing_goes_wrong(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    frame = _ready(opened)
    assert frame.locator("[data-p]").count() > 3
    opened.settle()
    opened.check_quiet()


def test_pointing_at_the_page_shows_the_record_and_back(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    block = opened.page.locator("#record [data-s^=paragraph]").last
    pair = block.get_attribute("data-p")
    block.hover()
    opened.settle()
    css, _, _, in_sight = _inside(opened, f"[data-p~='{pair}']")
    assert "on" in css.split()
    assert in_sight
    assert "paragraph" in opened.page.locator("#status").inner_text()
    opened.page.mouse.move(1, 1)
    opened.page.keyboard.press("Escape")
    assert _lit(opened) == 0
    numbers = opened.page.evaluate(
        """() => { const inner = document.querySelector("iframe").contentDocument;
        const first = inner.querySelector("[data-p]"); first.scrollIntoView(); return first.dataset.p; }"""
    )
    _, x, y, _ = _inside(opened, "[data-p]")
    opened.page.mouse.move(x, y)
    opened.settle()
    here = opened.page.locator(f"#record [data-p='{numbers.split()[0]}']").first
    assert "on" in here.get_attribute("class").split()
    box, area = here.bounding_box(), opened.page.locator("#record").bounding_box()
    assert area["y"] - 1 <= box["y"] < area["y"] + area["height"]
    opened.check_quiet()


def test_the_keyboard_goes_from_piece_to_piece_and_across(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    frame = _ready(opened)
    stop = opened.page.locator("#record [data-p][tabindex='0']").first
    begun = stop.get_attribute("data-p")
    stop.focus()
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowUp")
    focused = opened.page.evaluate("document.activeElement.dataset.p")
    assert focused is not None
    assert focused != begun
    last = opened.page.locator("#record [data-s^=paragraph]").last
    last.focus()
    assert frame.locator(".on").count() > 0
    opened.page.keyboard.press("Enter")
    across = frame.evaluate("document.activeElement.dataset.p")
    assert last.get_attribute("data-p") in across.split()
    opened.page.keyboard.press("ArrowUp")
    assert frame.evaluate("document.activeElement.dataset.p") != across
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#record .on").count() == 0


def test_a_click_holds_what_it_shows(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    _ready(opened)
    held = opened.page.locator("#record [data-s^=paragraph]").first
    held.click(position={"x": 2, "y": 2})
    opened.page.locator("#record tr[data-p]").first.hover()
    opened.settle()
    assert "on" in held.get_attribute("class").split()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(
    sample: Path,
    open_page: Callable[..., Any],
    violations: Callable[[Any], list[str]],
    scheme: str,
    width: int,
) -> None:
    opened = open_page(sample, scheme=scheme, width=width)
    _ready(opened)
    assert violations(opened.page) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    inner = sample.with_name("inner.html")
    inner.write_text(_inner(sample), "utf-8")
    assert violations(open_page(inner, scheme=scheme, width=width).page) == []


def test_the_switch_turns_the_page_and_its_frame(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    frame = _ready(opened)
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    if opened.page.locator("#styles").count():  # else it is as white as it was
        opened.page.click("#styles")
    before = opened.page.evaluate(colour), frame.evaluate(colour)
    opened.page.click("#theme")
    after = opened.page.evaluate(colour), frame.evaluate(colour)
    assert before[0] == before[1] != after[0] == after[1]


def test_it_prints(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample)
    frame = _ready(opened)
    opened.page.emulate_media(media="print")
    tall = frame.evaluate("document.documentElement.scrollHeight")
    assert opened.page.locator("iframe").bounding_box()["height"] >= tall
    assert opened.page.pdf().startswith(b"%PDF")


def test_without_scripts_both_sides_can_be_read(sample: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(sample, script=False)
    assert opened.page.locator("#theme").is_hidden()
    assert opened.page.locator("#record section").count() > 3
    opened.check_quiet()


def test_every_removed_piece_names_its_rule(root: Path, tmp_path: Path) -> None:
    found = explain(_first(root / "raw" / "wordpress-report"))
    path = _write(tmp_path, _first(root / "raw" / "wordpress-report"))
    rules = {entry.rule for entry in found.document.removed}
    for shown in (_inner(path), _listing(path)):
        assert set(re.findall(r'<sd-k [^>]*title="left out: ([^"]*)"', shown)) == rules


def test_a_page_of_half_a_megabyte_with_two_hundred_headings_opens_fast(
    tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    words = "The government of the Republic said on May 3, 1997, that it would " * 36
    body = "".join(f"<h2>Section {n}. Heading</h2><p>{n} {words}</p>" for n in range(200))
    page = f"<title>Long</title><h1>Long</h1>{body}".encode()
    assert len(page) > 480_000
    path = _write(tmp_path, Snapshot("long.html", page))
    opened = open_page(path)
    frame = _ready(opened)
    assert opened.page.locator("#record h3").count() == 200
    took = opened.page.evaluate("performance.now()")
    assert took < 10_000  # on a machine that does many things at once; about one second else
    last = opened.page.locator("#record h3").last
    last.focus()
    opened.settle()
    assert "Heading" in frame.locator(".on").first.inner_text()
    spent = opened.page.evaluate(
        """() => { const all = [...document.querySelectorAll("#record h3")]; const start = performance.now();
        for (const each of all) each.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
        return performance.now() - start; }"""
    )
    assert spent < 4_000, "200 highlights"


def test_the_scheme_of_a_subject_is_not_told_as_what_the_page_wrote(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, page = tmp_path / "norway.html", root / "raw" / "wordpress-bilateral" / "norway-2020.html"
    main(["inspect", str(page), "--html", str(path)])
    assert "<td>Norway (tag)</td><td>Norway</td>" in re.sub(r"<td[^>]*>", "<td>", path.read_text("utf-8"))
    main(["inspect", str(page)])
    assert "Norway (tag)" in capsys.readouterr().out
