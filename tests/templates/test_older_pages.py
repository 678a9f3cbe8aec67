"""Pages of 2001 to 2009, of the mobile site and of the historians, in forms that the samples do not show."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.pipeline import convert
from statedocs.record import Document
from statedocs.snapshot import Snapshot

CRUMBS = (
    '&nbsp;You are in: <a href="/g/">Under Secretary for Democracy and Global Affairs</a> &gt; '
    '<a href="/g/drl/">Bureau of Democracy, Human Rights, and Labor</a> &gt; Releases'
)
FOOT = (
    "<table><tr><td>Updates | Frequent Questions | Contact Us | Email this Page | Subject Index | Search<br>"
    "The Office of Electronic Information, Bureau of Public Affairs, manages this site as a portal.</td></tr></table>"
)


def page(body: str, banner: str = "dos_masthead_tile", title: str = "Peru") -> Document:
    text = (
        f"<html><head><title>{title}</title></head><body><table><tr><td class={banner}>"
        f"<img src='/images/xpt_shim.gif' alt='U.S. Department of State'></td><td></td></tr></table>"
        f"<table><tr><td>{CRUMBS}</td></tr></table><table><tr><td valign=top>{body}</td></tr></table>{FOOT}</body></html>"
    )
    return convert(Snapshot("a.html", text.encode(), url="http://2001-2009.state.gov/g/drl/rls/hrrpt/2006/78902.htm"))


def outline(document: Document) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in document.sections[1:]]


REPORT = (
    "<h3>Peru</h3>Country Reports on Human Rights Practices&nbsp;&nbsp;- 2006<br>"
    "Released by the Bureau of Democracy, Human Rights, and Labor<br>March 6, 2007<br><br>"
    "<div id=centerblock><p>Peru, says this sample, is a republic.</p><p><strong>RESPECT FOR HUMAN RIGHTS</strong></p>"
    "<p>Section 1 <br>Respect for the Integrity of the Person, Including Freedom From:</p>"
    "<p>a. Arbitrary or Unlawful Deprivation of Life</p><p>There were no reports of killings in the sample year.</p>"
    "<p>b. Disappearance</p><p>There were none of these reports either.</p></div>"
)


@pytest.mark.parametrize("banner", ["dos_masthead_tile", "masthead"])
def test_numbered_lines_are_headings_where_sections_are_written_so(banner: str) -> None:
    document = page(REPORT, banner)
    assert document.template.name == "archive-2001"
    assert outline(document) == [
        (2, None, "RESPECT FOR HUMAN RIGHTS"),
        (3, "Section 1", "Respect for the Integrity of the Person, Including Freedom From:"),
        (4, "a", "Arbitrary or Unlawful Deprivation of Life"),
        (4, "b", "Disappearance"),
    ]
    assert document.published is not None
    assert document.published.value == "2007-03-06"
    assert document.accounting.unaccounted == 0


def test_a_breadcrumb_that_only_its_words_tell_is_one() -> None:
    document = page(REPORT)
    assert [(crumb.text, crumb.url) for crumb in document.breadcrumb] == [
        ("Under Secretary for Democracy and Global Affairs", "http://2001-2009.state.gov/g/"),
        ("Bureau of Democracy, Human Rights, and Labor", "http://2001-2009.state.gov/g/drl/"),
        ("Releases", None),
    ]
    assert not any("Frequent Questions" in block.text for section in document.sections for block in section.blocks)


def test_a_short_first_sentence_is_no_masthead() -> None:
    lines = "<h3>Sample Anniversary</h3><b>Press Statement</b><br><b>Sean Example, Spokesman</b><br>Washington, DC<br>July 28, 2006<br><br>"
    document = page(f"{lines}<p>The United States congratulates Peru.</p><p><b>2006/722</b></p>")
    assert document.masthead[-1].text == "July 28, 2006"
    assert [(part.scheme, part.value) for part in document.identifiers] == [("prn", "2006/722")]


def test_capitals_stand_over_one_more_bold_line() -> None:
    body = (
        "<h3>Background Note: Peru</h3><p><b>PROFILE</b></p><p>It is a sample of a profile, with a sentence in it.</p>"
        "<p><b>GOVERNMENT</b><br><b>Principal Officials</b><br>President--Alan SAMPLE<br>Minister--Jo EXAMPLE</p>"
    )
    assert outline(page(body, title="Background Note: Peru")) == [
        (2, None, "PROFILE"),
        (2, None, "GOVERNMENT"),
        (3, None, "Principal Officials"),
    ]


def test_a_life_in_a_title_dates_no_page() -> None:
    text = (
        "<html><head><title>Robin Sample - Office of the Historian</title></head><body><div class=hsg-main><main id=content>"
        "<div class=hsg-width-two-thirds><h1>Robin Sample (1901&#8211;1980)</h1><p>Non-career appointee</p></div>"
        "<aside class=hsg-width-one-third><h2>Department History</h2></aside></main></div></body></html>"
    )
    document = convert(Snapshot("p.html", text.encode()))
    assert document.template.name == "history-countries"
    assert document.title == "Robin Sample (1901\u20131980)"
    assert (document.published, document.dates) == (None, ())
    assert [section.heading for section in document.sections] == [None]


def test_the_name_of_the_mobile_site_is_no_title() -> None:
    text = (
        "<html><head><title>U.S. Department of State Mobile</title></head><body><p><b>PROFILE</b></p><p>Area: small, "
        "says the sample of a mobile copy.</p><p>[This is a mobile copy of Peru (10/06)]</p></body></html>"
    )
    assert convert(Snapshot("m.html", text.encode())).title == "Peru (10/06)"
