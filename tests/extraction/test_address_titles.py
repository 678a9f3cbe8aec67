"""Titles told by the address of a text."""

import pytest

from statedocs.pipeline import convert_text

BODY = "The wells of this sample are deep, and the water in them is said to be clear by all who have tasted it.\n"


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://www.state.gov/the-wells-are-open/", "The wells are open"),
        ("https://www.state.gov/the-wells-are-open-2/index.html", "The wells are open"),
        ("https://travel.state.gov/content/wells-are-open.html", "The wells are open"),
    ],
)
def test_the_address_tells_which_line_is_the_title(url: str, title: str) -> None:
    record = convert_text(f"Wells\n\nThe wells are open\n\n{BODY}\n{BODY}", url=url)
    assert record.title == title
    assert [line.text for line in record.masthead] == ["Wells", title]


@pytest.mark.parametrize(
    "url", ["https://www.state.gov/", "https://www.state.gov/wells/", "https://www.state.gov/a/b/9.htm"]
)
def test_an_address_that_tells_nothing(url: str) -> None:
    assert convert_text(f"Wells\n\nThe wells are open\n\n{BODY}\n{BODY}", url=url).title != "Wells The wells are open"
