"""Pages of 1996 to 2019 whose masthead stands where a reader of marks does not look, written for the project."""

# ruff: noqa: E501  (markup is shown as pages write it)

import pytest

from statedocs import convert_html, convert_text
from statedocs.record import Document

PROSE = (
    "<p>The sample land has wells of its own, and its people have drawn water from them for some two hundred years.</p>"
    "<p>Twelve more wells were dug in the north, nine of which are in use, and three pumping stations were built.</p>"
)
TILE = (
    '<div id="archivebanner"><table><tr><td class="dos_masthead_tile"><table><tr><td class="dos_archive_left2001">'
    '<img src="/images/xpt_shim.gif" alt="U.S. Department of State"></td></tr></table></td></tr>'
    "<tr><td>The State Department web site below is a permanent electronic archive of information released online from "
    "January 1, 2001 to January 20, 2009.</td></tr></table></div>"
)
MENU = (
    '<table class="nav"><tr><td><a href="/">Home</a></td><td><a href="/press/">Issues &amp; Press</a></td>'
    '<td><a href="/travel/">Travel &amp; Business</a></td><td><a href="/countries/">Countries</a></td></tr>'
    '<tr><td class="breadcrumb">You are in: <a href="/r/pa/">Bureau of Public Affairs</a> &gt; <a href="/r/pa/ei/bgn/">'
    "Background Notes</a></td></tr></table>"
)


def outline(document: Document) -> list[tuple[int, str | None]]:
    return [(section.level, section.heading) for section in document.sections if section.heading]


def masthead(document: Document) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in document.masthead]


def removed(document: Document) -> dict[str, str]:
    return {part.rule: part.text for part in document.removed}


def published(document: Document) -> tuple[str, str] | None:
    found = document.published
    return (found.value, found.evidence) if found else None


@pytest.mark.parametrize("banner", ["", TILE], ids=["no design claims it", "archive"])
def test_office_and_date_stand_outside_the_box_that_holds_the_body(banner: str) -> None:
    document = convert_html(
        f"<html><head><title>Swaziland (10/07)</title></head><body>{banner}{MENU}<table><tr><td>"
        "<p>Bureau of African Affairs<br>October 2007</p><h2>Background Note: Swaziland</h2>"
        f'<div id="centerblock"><p><b>PROFILE</b></p>{PROSE}<p><b>HISTORY</b></p>{PROSE}</div></td></tr></table></body></html>'
    )
    assert document.template.name == ("archive-2001" if banner else "generic")
    assert document.title == "Background Note: Swaziland"
    assert published(document) == ("2007-10", "masthead")
    assert [issuer.code for issuer in document.issuers] == ["AF"]
    assert outline(document) == [(2, "PROFILE"), (2, "HISTORY")]
    assert document.accounting.unaccounted == 0


def test_a_row_of_links_above_everything_is_the_menu_of_the_site() -> None:
    document = convert_html(
        f"<html><body>{TILE}{MENU}<h1>Sample Wells</h1><p>Bureau of African Affairs<br>October 2007</p>{PROSE}</body></html>"
    )
    assert removed(document)["archive-2001/site-menu"].split("\t")[0] == "Home"
    assert masthead(document)[0] == ("title", "Sample Wells")


def test_a_list_of_links_that_is_all_a_page_holds_stays() -> None:
    entries = "".join(f'<li><a href="/wells/{number}.htm">Sample Well {number}</a></li>' for number in range(8))
    document = convert_html(
        f"<html><head><title>Sample Wells</title></head><body>{TILE}<ul>{entries}</ul></body></html>"
    )
    assert len(document.links) == 8


def test_the_caption_of_a_picture_beside_the_title_is_kept_once() -> None:
    document = convert_html(
        '<html><head><title>Sample Land - United States Department of State</title></head><body><main><article class="'
        'post-7011 state_country type-state_country"><section class="module featured-content page-header"><h1 class="'
        'featured-content__headline stars-above">Timor-Leste</h1><figure><img src="/wp-content/uploads/dili.jpg" alt="'
        'Dili"><figcaption>A Sample Pier in Dili</figcaption></figure></section><div class="entry-content">'
        f"<h2>Sample Relations</h2>{PROSE}</div></article></main></body></html>"
    )
    assert document.template.name == "wordpress-country"
    (figure,) = document.sections[0].blocks
    assert (figure.kind, figure.text) == ("figure", "A Sample Pier in Dili")
    assert document.accounting.unaccounted == 0


def test_the_field_of_the_toolbar_alone_gives_the_address() -> None:
    document = convert_html(
        '<html><body><div id="wm-ipp-base"><form id="wmtb"><input type="text" name="url" id="wmtbURL" '
        'value="http://travel.state.gov/travel/cis_0.html"></form></div><h1>Sample Land</h1>' + PROSE + "</body></html>"
    )
    assert document.url == "http://travel.state.gov/travel/cis_0.html"


def test_a_mobile_copy_is_called_by_its_closing_note_and_no_house_is_its_title() -> None:
    document = convert_html(
        "<html><head><title>U.S. Department of State</title></head><body><p>Robin Example<br>Assistant Secretary, Bureau of"
        " South and Central Asian Affairs<br>Sample House<br>Dushanbe, Tajikistan<br>January 31, 2012</p>"
        f'{PROSE}<p>[This is a mobile copy of <a href="http://www.state.gov/0.htm">Sample Wells in Dushanbe</a>]</p></body></html>'
    )
    assert document.template.name == "mobile-2009"
    assert document.title == "Sample Wells in Dushanbe"
    assert published(document) == ("2012-01-31", "masthead")
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]


@pytest.mark.parametrize(
    ("title", "day"),
    [("Mali Travel Warning", ("2015-12-09", "masthead")), ("Mali Country Information", None)],
)
def test_a_warning_is_issued_when_it_changes(title: str, day: tuple[str, str] | None) -> None:
    document = convert_html(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div><p><b>LAST UPDATED: DECEMBER 9, 2015</b></p>"
        f"{PROSE}</div></body></html>"
    )
    assert published(document) == day


def test_the_heading_below_a_bare_kind_is_the_title_whatever_the_window_says() -> None:
    document = convert_html(
        "<html><head><title>Notice to the Press</title></head><body><p><b>Notice to the Press</b><br>Office of the Spokesman"
        f"<br>Washington, DC<br>May 30, 2003</p><h3>Secretary to Speak to the Sample Association</h3>{PROSE}</body></html>"
    )
    assert document.title == "Secretary to Speak to the Sample Association"
    assert document.document_type is not None
    assert document.document_type.slug == "notice-to-the-press"


def test_the_larger_line_below_whom_a_testimony_is_given_before_is_the_title() -> None:
    document = convert_html(
        "<html><head><title>Testimony: Haiti</title></head><body><B>Robin Example, Special Coordinator for Haiti<BR>"
        "Testimony before the Subcommittee on the Sample Hemisphere,<BR>House International Relations Committee<BR>"
        f"Washington, DC, May 20, 1998</B><P><FONT SIZE=+1><B>U.S. Policy Toward Haiti</B></FONT><P>{PROSE}</body></html>"
    )
    assert document.title == "U.S. Policy Toward Haiti"
    assert published(document) == ("1998-05-20", "masthead")
    assert [country.code for country in document.countries] == ["HT"]


def test_the_name_of_the_department_in_a_heading_is_no_title_above_the_report_s() -> None:
    document = convert_html(
        '<html><body><IMG SRC="/ERC/images/seal.gif" ALT="Great Seal"><P>The State Department web site below is a permanent'
        " electronic archive of information released prior to January 20, 2001.<BR>NOTE: External links to other Internet "
        "sites should not be construed as an endorsement.<P><CENTER><H2>U.S. Department of State</H2><H3>Sample Report on "
        "Wells for 1996</H3>Released by the Bureau of Democracy, Human Rights, and Labor, January 30, 1997.</CENTER><HR>"
        f"<H4>WELLS</H4>{PROSE}</body></html>"
    )
    assert document.template.name == "dosfan-html"
    assert document.title == "Sample Report on Wells for 1996"
    assert published(document) == ("1997-01-30", "masthead")
    assert [issuer.code for issuer in document.issuers] == ["DRL"]
    assert "dosfan/archive-banner" in removed(document)
    assert outline(document) == [(4, "WELLS")]


def test_buttons_to_share_a_post_are_no_section() -> None:
    document = convert_html(
        '<html><body><main><div class="mo-breadcrumbs"></div><h1>Sample Alert</h1><div class="entry-content">'
        f'{PROSE}<div class="sharedaddy"><h3>Share this</h3><ul><li>Facebook</li></ul></div></div></main></body></html>'
    )
    assert document.template.name == "usembassy"
    assert outline(document) == []
    assert removed(document)["usembassy/share"] == "Share this Facebook"


def test_italics_over_short_paragraphs_head_them() -> None:
    said = "<p>The sample law provides for the freedom to dig wells, and the sample board holds to the law.</p>"
    document = convert_html(
        "<html><body><h1>Sample Freedom Report</h1><p><strong>Section I. Wells</strong></p>"
        + said
        + "<p><strong>Section II. "
        f"Freedom</strong></p><p><em>Legal Framework</em></p>{said}<p><em>Restrictions on Wells</em></p>{said}</body></html>"
    )
    assert outline(document) == [(2, "Wells"), (2, "Freedom"), (3, "Legal Framework"), (3, "Restrictions on Wells")]


def test_a_kind_or_a_year_s_shelf_above_the_heading_of_a_release_is_no_title() -> None:
    for above in ("Press Releases - 2015", "Press Release"):
        document = convert_html(
            f"<html><head><title>{'Press Releases 2015' if above.endswith('5') else 'New Sample Boats'} | Embassy of the United "
            f"States Dhaka, Bangladesh</title></head><body><div id='content'><h2>{above}</h2><p>TEL: 880-2-555-5500<br>FAX: "
            f"880-2-555-3648</p><h3>New Sample Boats</h3><p>DHAKA, JUNE 7, 2015 &ndash; The sample boats came today.</p>{PROSE}"
            "</div></body></html>"
        )
        assert document.title == "New Sample Boats"
        assert published(document) == ("2015-06-07", "dateline")
        assert outline(document) == []


def test_the_article_of_an_issue_is_called_by_its_own_heading() -> None:
    document = convert_html(
        '<html><head><title>Dispatch: The Sample States</title></head><body><a href="/ERC/index.html">ERC Homepage</a><hr>'
        "<h2>US Department of State Dispatch, Volume 6, Number 21, May 22, 1995</h2>Bureau of Public Affairs<br><hr>"
        f"<h1>Fact Sheet: Estonia, Latvia, and Lithuania</h1>{PROSE}</body></html>"
    )
    assert document.title == "Fact Sheet: Estonia, Latvia, and Lithuania"
    assert [country.code for country in document.countries] == ["EE", "LV", "LT"]
    assert published(document) == ("1995-05-22", "masthead")


def test_the_country_alone_below_a_kind_is_whom_a_warning_is_about() -> None:
    document = convert_html(
        "<html><head><title>Travel Warning</title></head><body><div id='content'><h1>Travel Warning</h1><p><b>United States "
        "Department of State</b><br>Bureau of Consular Affairs</p><p><i>This information is current as of today, Thu Aug 28 2008"
        f"</i></p><p><b>CHAD</b></p><p>August 22, 2008</p>{PROSE}</div></body></html>"
    )
    assert [(country.code, country.evidence) for country in document.countries] == [("TD", "masthead")]
    assert published(document) == ("2008-08-22", "masthead")


def test_lines_without_a_heading_above_the_department_s_own_box_are_its_masthead() -> None:
    document = convert_html(
        "<html><head><title>Tour of the Sample Port</title></head><body><table><tr><td><a href='/'>Home</a></td></tr></table>"
        "<table><tr><td><b><font size='+1'>Tour of the Sample Port</font></b><br>Notice to the Press<br>Office of the Spokesman"
        "<br>Washington, DC<br>June 30, 2004<br><div id='centerblock'><p>Journalists may sign up by Friday, July 2 for a tour on "
        "July 14, 2004. Call the sample desk at (202) 555-0134.</p></div></td></tr></table></body></html>"
    )
    assert document.title == "Tour of the Sample Port"
    assert published(document) == ("2004-06-30", "masthead")
    assert [issuer.as_written for issuer in document.issuers] == ["Office of the Spokesman"]


def test_the_menu_of_a_site_is_never_the_densest_part() -> None:
    said = (
        "Sample countries and areas by the names that the sample office uses for all of them, in the order of letters."
    )
    menu = "".join(f"<li>{said} {number}</li>" for number in range(40))
    document = convert_html(
        f"<html><head><title>Sample Remarks</title></head><body><nav><ul>{menu}</ul></nav><div><main><h1>Sample Remarks</h1>"
        f"<p>February 2, 2025</p>{PROSE}</main></div></body></html>"
    )
    assert document.title == "Sample Remarks"
    assert removed(document)["generic/navigation"].startswith("Sample countries")


def test_the_block_editor_s_title_outside_the_hero_marks_a_press_page() -> None:
    document = convert_html(
        '<html><body><main><article class="post-1 state_briefing"><div class="wp-block-default-hero-container"><h1 class="'
        'wp-block-post-title">Sample Remarks</h1><p class="article-meta doctype-meta">Remarks to the Press</p><p class="'
        'article-meta__author-bureau">Robin Example,<br>Secretary of State</p><p class="article-meta__location">Lima, Peru</p>'
        f'<p class="article-meta__publish-date">February 2, 2025</p></div><div class="entry-content">{PROSE}</div></article>'
        "</main></body></html>"
    )
    assert document.template.name == "wordpress-press"
    assert masthead(document)[:2] == [("title", "Sample Remarks"), ("type", "Remarks to the Press")]
    assert document.places == ("Lima, Peru",)


def test_a_heading_in_capitals_may_end_with_a_year() -> None:
    text = (
        "U.S. Department of State\n96/04/15 Fact Sheet:  Sample Wells\nBureau of African Affairs\n\nThe sample law requires "
        "that the Department of \nState certify wells to the Congress.\n\nSAMPLE DEVICES\n\nA sample device is a grid of bars "
        "set in the neck of \na well.\n\nWELLS CERTIFIED IN 1995\n\n  -- Belize, Brazil;\n  -- Ecuador, Peru;\n\nSAMPLE RULES\n\n"
        "Each well must be accompanied by Form DSP-0.\n"
    )
    assert [heading for _, heading in outline(convert_text(text))] == [
        "SAMPLE DEVICES",
        "WELLS CERTIFIED IN 1995",
        "SAMPLE RULES",
    ]


@pytest.mark.parametrize("day", ["JUNE 7, 2013", "SEPTEMBER 18, 2013", "JANUARY 3, 2013", "NOVEMBER 30, 2013"])
def test_a_dateline_in_capitals_holds_a_month_of_any_length(day: str) -> None:
    document = convert_html(
        "<html><head><title>Press Releases 2013 | Embassy of the United States</title></head><body><div id='banner'><h2>Embassy of "
        "the United States</h2></div><div id='left'><ul><li><a href='/pr.html'>Press Releases</a></li></ul></div><div><h2>New Border "
        f"Post at Sampleton</h2><div><p><strong>DUSHANBE, {day}</strong> – The Ambassador opened a sample post.</p>{PROSE}</div></div>"
        "</body></html>"
    )
    assert document.published is not None
    assert (document.published.as_written, document.published.evidence) == (day, "dateline")
    assert document.places == ("DUSHANBE",)


def test_a_mobile_copy_that_prints_its_title_is_called_by_that_line() -> None:
    document = convert_html(
        '<html><head><title>Sample Food</title></head><body><p><a href="/1">Press</a> | <a href="/2">Secretary</a> | <a href="/3">'
        "Travel</a></p><h2>Sample Food</h2><p>Fact Sheet<br>Office of the Spokesman<br>Washington, DC</p><p>August 24, 2011</p><hr>"
        f"{PROSE}<p>[This is a mobile copy of Sample Food]</p></body></html>"
    )
    assert masthead(document)[:3] == [
        ("title", "Sample Food"),
        ("type", "Fact Sheet"),
        ("issuer", "Office of the Spokesman"),
    ]
    assert published(document) == ("2011-08-24", "masthead")


def test_a_country_in_a_heading_below_a_kind_is_of_the_masthead() -> None:
    document = convert_html(
        "<html><head><title>Travel Warning</title></head><body><h1>Travel Warning</h1><p>UNITED STATES DEPARTMENT OF STATE<br>Bureau "
        "of Consular Affairs</p><p>This information is current as of today, Thu Jul 14 2005 06:21:07 GMT-0400.</p><h2>COTE D'IVOIRE"
        f"</h2><p><b>June 24, 2005</b></p>{PROSE}</body></html>"
    )
    assert [country.code for country in document.countries] == ["CI"]
    assert published(document) == ("2005-06-24", "masthead")


def test_a_menu_a_link_a_cell_stands_above_the_masthead() -> None:
    cells = "".join(f"<td><a href='/{name}'>{name}</a></td>" for name in ("Home", "Press", "Travel", "Countries"))
    document = convert_html(
        f"<html><head><title>Sample Briefing -- November 12</title></head><body>{TILE}<table><tr>{cells}</tr></table><h3>Daily Press "
        f"Briefing</h3><b>Robin Example, Deputy Spokesman</b><br>Washington, DC<br>November 12, 2008<br><br>{PROSE}</body></html>"
    )
    assert masthead(document)[0][1] == "Daily Press Briefing"
    assert published(document) == ("2008-11-12", "masthead")


def test_a_bureau_alone_below_a_marked_title_issues_the_page() -> None:
    document = convert_html(
        '<html><head><title>Sample Note: Togo</title></head><body><div id="dos-wrapper"><div id="tier3-landing-content"><h2 class="'
        'tier3-headline"><span>Sample Note: Togo</span></h2><p>Bureau of African Affairs</p><div id="date_long">July 23, 2010</div>'
        f'<hr class="separator"><div id="centerblock"><h3>PROFILE</h3>{PROSE}</div></div></div></body></html>'
    )
    assert document.template.name == "classic-2010-article"
    assert [issuer.code for issuer in document.issuers] == ["AF"]
    assert document.sections[0].blocks == ()
    assert document.accounting.unaccounted == 0
