"""The page of `statedocs diff --html`, in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs import convert_html
from statedocs.editions import diff, render_html

PAGE = (
    "<title>Peru</title><h1>Peru</h1><h2>Land &lt;img src=x onerror=alert(1)&gt;</h2><p>The land has {} rivers, and "
    "all of them reach the sea. &lt;script&gt;alert(2)&lt;/script&gt;</p><h2>{}</h2><p>There is copper and tin.</p>"
    "<table><tr><th>Year</th><th>Tons</th></tr><tr><td>1990</td><td>{}</td></tr></table>"
    "<p>{}</p>"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What changed between two pages that mean harm."""
    long = "x" * 400
    old, new = (
        convert_html(PAGE.format(*words)) for words in (("two", "Trade", 12, long), ("three", "Commerce", 14, ""))
    )
    path = tmp_path_factory.mktemp("changes") / "changes.html"
    path.write_text(render_html(diff(old, new)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_it_reads_well_and_asks_for_nothing(
    page: Path, open_page: Callable[..., Any], violations: Callable[[Any], list[str]], scheme: str, width: int
) -> None:
    opened = open_page(page, scheme=scheme, width=width)
    opened.settle()
    opened.check_quiet()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.page.locator("ins").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"
    assert opened.page.locator("img, script, iframe").count() == 0
    assert violations(opened.page) == []


def test_it_needs_no_script(page: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(page, script=False)
    assert "Land" in opened.page.locator("nav").inner_text()
    assert opened.page.locator("del", has_text="two").count() == 1
