"""The page's own title, never the site's."""

# ruff: noqa: E501  (a case is a line)

from typing import Any

import pytest

from statedocs.extraction.head import Head
from statedocs.extraction.titles import inferred_title, title_of_head, without_site
from statedocs.pipeline import convert_html


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Peru - United States Department of State", "Peru"),
        ("Wells | U.S. Department of State", "Wells"),
        ("Wells » US Department of State", "Wells"),
        ("U.S. Department of State: Wells", "Wells"),
        ("Wells - Roads - United States Department of State", "Wells - Roads"),
        ("Wells | Office of the Historian", "Wells"),
        ("Wells | U.S. Embassy in Peru", "Wells"),
        ("U.S. Embassy in Peru | Wells", "Wells"),
        (
            "Security Alert: U.S. Embassy Lima (May 3, 2021) - U.S. Embassy in Peru",
            "Security Alert: U.S. Embassy Lima (May 3, 2021)",
        ),
        ("Security Alert – U.S. Embassy Lima - U.S. Embassy in Peru", "Security Alert – U.S. Embassy Lima"),
        ("U.S. Embassy Opens Center: A Sample", "U.S. Embassy Opens Center: A Sample"),
        ("U.S. Embassy Lima Announces Sample Grants", "U.S. Embassy Lima Announces Sample Grants"),
        ("U.S. Embassy Lima", None),
        ("U.S. Department of State", None),
        ("Untitled Document", None),
        ("Home", None),
        ("", None),
        ("The State of Wells", "The State of Wells"),
        ("Relations with the U.S. Department of State", "Relations with the U.S. Department of State"),
    ],
)
def test_the_site_s_name_is_taken_off(written: str, title: str | None) -> None:
    assert without_site(written) == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (Head(title="Wells", metas={"dc_title": "Roads"}), "Wells"),
        (Head(title="U.S. Department of State", metas={"dc_title": "Roads", "og:title": "x"}), "Roads"),
        (Head(metas={"og:title": "Roads - U.S. Department of State"}), "Roads"),
        (Head(), None),
    ],
)
def test_the_first_element_that_says_one(head: Head, title: str | None) -> None:
    assert title_of_head(head) == title


@pytest.mark.parametrize(
    ("headings", "url", "title"),
    [
        (["Wells"], "http://www.state.gov/x/some-roads.htm", "Wells"),
        ([], "http://www.state.gov/x/some-roads-and-wells/", "some roads and wells"),
        ([], "http://www.state.gov/x/12345.htm", None),
        ([], None, None),
    ],
)
def test_a_title_from_elsewhere(headings: list[str], url: str | None, title: str | None) -> None:
    sections: list[dict[str, Any]] = [
        {"heading": heading, "number": None, "blocks": []} for heading in (None, *headings)
    ]
    assert inferred_title(sections, url) == title


@pytest.mark.parametrize(
    ("page", "url", "title", "code"),
    [
        ("<title>Wells</title><p>Some text of it.", None, "Wells", None),
        ("<h2>Wells</h2><p>Some text of it that is none.", None, "Wells", None),
        (
            "<title>Home</title><p>Some text of it, and more of it.",
            "http://a.gov/more-wells-dug.htm",
            "more wells dug",
            "title-inferred",
        ),
        ("<p>Some text of it, and then some more of it.", None, None, "title-missing"),
    ],
)
def test_where_a_title_comes_from_is_told(page: str, url: str | None, title: str | None, code: str | None) -> None:
    document = convert_html(page, url)
    assert document.title == title
    assert [finding.code for finding in document.findings if finding.code.startswith("title-")] == (
        [code] if code else []
    )


def test_a_title_printed_twice_is_kept_once() -> None:
    body = "<p>They were dug by the people of the town, says the sample.</p><h2>How deep they are</h2><p>Not very deep at all.</p>"
    document = convert_html(f"<title>Wells</title><h1>Wells of Sampletown</h1><h2>Wells of Sampletown</h2>{body}")
    assert document.title == "Wells of Sampletown"
    assert [section.heading for section in document.sections[1:]] == ["How deep they are"]
    said = [line.text for line in document.masthead] + [part.text for part in document.removed]
    assert said.count("Wells of Sampletown") == 2
    assert document.accounting.unaccounted == 0
