"""Every date that a page states about itself, with role and witness; what it publishes is never guessed."""

# ruff: noqa: E501  (a case is a line)

from typing import Any

import pytest

from statedocs.extraction.findings import Findings
from statedocs.extraction.head import Head
from statedocs.extraction.leading import Line
from statedocs.extraction.stated_dates import clearance_date, head_dates, masthead_dates, released_date
from statedocs.pipeline import convert, convert_html
from statedocs.snapshot import Snapshot

Said = list[tuple[str | None, str, str]]


def said(head: Head, template: str = "classic-2010-article") -> Said:
    return [(found.value, found.role, found.evidence) for found in head_dates(head, template)]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2017-03-04T00:14:01+00:00", "2017-03-03"),
        ("2017-07-04T03:59:59Z", "2017-07-03"),
        ("2017-07-04T04:00:00Z", "2017-07-04"),
        ("2017-03-03", "2017-03-03"),
    ],
)
def test_a_stamp_is_published_on_washington_s_day(stamp: str, day: str) -> None:
    assert said(Head(stamps={"datePublished": stamp})) == [(day, "published", "meta")]
    assert said(Head(metas={"article:published_time": stamp})) == [(day, "published", "meta")]


@pytest.mark.parametrize(
    "head",
    [
        Head(stamps={"dateModified": "2025-01-03T10:00:00+00:00"}),
        Head(metas={"article:modified_time": "2025-01-03T10:00:00+00:00"}),
        Head(metas={"og:updated_time": "2025-01-03"}),
    ],
)
def test_a_change_is_updated_and_never_published(head: Head) -> None:
    assert said(head) == [("2025-01-03", "updated", "meta")]


@pytest.mark.parametrize(
    ("template", "role"),
    [("classic-2010-article", "published"), ("classic-2010-landing", "updated"), ("generic", "updated")],
)
def test_dc_date_is_published_on_articles_and_updated_where_the_page_may_be_a_landing_page(
    template: str, role: str
) -> None:
    assert said(Head(metas={"dc_date": "2012-01-18"}), template) == [("2012-01-18", role, "meta")]


def test_no_date_is_said_twice_and_none_of_rubbish() -> None:
    head = Head(
        stamps={"datePublished": "2012-01-18"}, metas={"dc_date": "2012-01-18", "article:modified_time": "soon"}
    )
    assert said(head) == [("2012-01-18", "published", "meta")]


def dates(*lines: tuple[str, str]) -> Said:
    found = masthead_dates([Line(role, text, 1) for role, text in lines], Findings())
    return [(candidate.value, candidate.role, candidate.evidence) for candidate in found]


def test_masthead_dates() -> None:
    assert dates(("date", "May 3, 1997"), ("issuer", "Bureau of Public Affairs, March 1998"), ("speaker", "May 1, 1990")) == [
        ("1997-05-03", "published", "masthead"), ("1998-03", "published", "masthead"),
    ]  # fmt: skip


def test_as_released_has_a_role_of_its_own() -> None:
    assert dates(("note", "As released by the Office on May 3, 1997")) == [("1997-05-03", "as-released", "masthead")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Background Notes: Peru, March 1998", [("1998-03", "published", "title")]),
        ("Daily Press Briefing - May 3, 1997", [("1997-05-03", "published", "title")]),
        ("Visa Bulletin For June 2019", []),
        ("Human Rights in 2011", []),
    ],
)
def test_a_title_is_dated_where_it_prints_a_date_beside_its_words(title: str, expected: Said) -> None:
    assert dates(("title", title)) == expected


def closing(*texts: str) -> str | None:
    sections: list[dict[str, Any]] = [
        {"blocks": [{"text": text, "line": number} for number, text in enumerate(texts, 1)]}
    ]
    found = clearance_date(sections)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CA/VO: May 9, 2019", "2019-05-09"),
        ("CA/VO/L/R:  June 12, 2007", "2007-06-12"),
        ("The body.\nCA/VO: May 9, 2019", "2019-05-09"),
        ("Note: May 9, 2019", None),
        ("CA/VO: May 2019", None),
        ("CA/VO: see May 9, 2019", None),
        ("CA/VO", None),
    ],
)
def test_a_clearance_line_closes_the_body(text: str, day: str | None) -> None:
    assert closing("The wells were dug.", text) == day


def test_the_closing_line_of_a_page_of_2006_says_when_it_was_released() -> None:
    released = {"blocks": [{"kind": "paragraph", "text": "Sample words.\nReleased on August 8, 2006", "line": 7}]}
    found = released_date([released])
    assert found is not None
    assert (found.value, found.role, found.evidence, found.line) == ("2006-08-08", "as-released", "body", 7)
    later = {"blocks": [{"kind": "paragraph", "text": "Released on bail on August 8, 2006", "line": 7}]}
    assert released_date([later]) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<b>Last Updated: July 21, 2015</b>", "2015-07-21"),
        ("This page was updated on July 21, 2015.", "2015-07-21"),
        ("<em>Note: This report was updated 7/21/15; see Appendix F: Errata for more information.</em>", "2015-07-21"),
        ("The report has been corrected on July 21, 2015, in two places.", "2015-07-21"),
        ("This report was updated in two places after July 21, 2015.", None),
        ("Updated July 21, 2015, with news of wells", None),
        ("Updates of July 21, 2015", None),
    ],
)
def test_a_line_that_opens_the_body_says_when_the_page_was_changed(line: str, day: str | None) -> None:
    document = convert_html(
        f"<title>Wells</title><div id=body_bg_hook><div id=mega_menu></div><div id=main><h1>Wells</h1><p>{line}</p><p>Text.</p></div></div>"
    )
    assert [(date.value, date.role, date.evidence) for date in document.dates] == (
        [(day, "updated", "body")] if day else []
    )
    assert document.published is None


def test_a_clearance_line_is_published_from_the_body() -> None:
    body = (
        "<p>It opens with a sentence.</p><p>And it goes on for a while, as a body should.</p><p>CA/VO: May 9, 2019</p>"
    )
    published = convert_html(f"<title>Wells</title><h1>Wells of Sampletown</h1>{body}").published
    assert published is not None
    assert (published.value, published.evidence) == ("2019-05-09", "body")


BODY = "<p>The wells were dug by the people of the town, as this sample of a body says at some length.</p>" * 2


def record(head: str = "", lines: str = "", captured_at: str | None = None, body: str = BODY) -> Any:
    page = f"{head}<h1>Wells of Sampletown</h1>{lines}{body}"
    return convert(Snapshot("a.html", page.encode(), captured_at=captured_at))


def codes(document: Any) -> set[str]:
    return {finding.code for finding in document.findings}


@pytest.mark.parametrize(
    ("head", "lines", "published", "doubt"),
    [
        ("", "<p>May 3, 1997</p>", "1997-05-03", None),
        ("<meta name=DC_date content=1997-05-03>", "", None, "date-missing"),
        ("<meta name=DC.date content=1997-05-03>", "", "1997-05-03", None),
        ("<meta name=DC.date content=1997-05-04>", "<p>May 3, 1997</p>", "1997-05-03", None),
        ("<meta name=DC.date content=1999-05-03>", "<p>May 3, 1997</p>", "1997-05-03", "date-conflict"),
        ("<meta property='article:modified_time' content='2020-01-01T00:00:00Z'>", "", None, "date-missing"),
        ("", "", None, "date-missing"),
        ("", "<p>February 30, 1997</p>", None, "date-impossible"),
        ("", "<p>May l3, 1997</p>", "1997-05-13", "date-letter-digit"),
    ],
)
def test_what_is_published(head: str, lines: str, published: str | None, doubt: str | None) -> None:
    document = record(head, lines)
    assert (document.published.value if document.published else None) == published
    assert document.published is None or document.published in document.dates
    assert doubt is None or doubt in codes(document)
    assert doubt == "date-conflict" or "date-conflict" not in codes(document)


def test_a_date_after_the_capture_is_a_finding_and_never_published() -> None:
    document = record(lines="<p>May 3, 1997</p>", captured_at="1996-01-01T00:00:00Z")
    assert document.published is None
    assert "date-after-capture" in codes(document)


def test_the_capture_is_a_date_of_its_own_role() -> None:
    document = record(captured_at="2001-02-03T04:05:06Z")
    assert [(part.value, part.role) for part in document.dates] == [("2001-02-03", "captured")]


def test_dates_of_captions_and_prose_are_not_the_page_s() -> None:
    body = f"{BODY}<figure><img src=a.jpg><figcaption>May 3, 1997</figcaption></figure><p>On May 4, 1997 it rained.</p>"
    assert record(body=body).published is None


@pytest.mark.parametrize(
    "text",
    [
        "May 5, 2022 - Present",
        "Term of Appointment: 05/05/2022 to present",
        "September 15, 2021 - January 20, 2025",
    ],
)
def test_a_term_of_office_is_no_date_of_the_page(text: str) -> None:
    assert not list(masthead_dates([Line("date", text, 1)], Findings()))


def test_a_meeting_of_some_days_dates_its_page() -> None:
    found = masthead_dates([Line("date", "March 3-5, 2010", 1)], Findings())
    assert [candidate.value for candidate in found] == ["2010-03-03/2010-03-05"]
