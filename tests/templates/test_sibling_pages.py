"""Pages of known designs that say what the samples do not: forms seen on other pages of the same kinds."""

# ruff: noqa: E501  (markup is shown as pages write it)

import pytest

from statedocs import convert_html
from statedocs.record import Document
from statedocs.sources.feeds.item import FeedItem

HERO = """<section class="wp-block-default-hero-container"><div class="featured-content__copy">
<h1 class="featured-content__headline stars-above">{title}</h1><div class="article-meta">
<p class="article-meta doctype-meta">{kind}</p><p class="article-meta__author-bureau">{author}</p>
<p class="article-meta__location"></p><p class="article-meta__publish-date">July 19, 2026</p></div></div></section>"""
BODY = '<div class="classic-block-wrapper"><div class="wp-block-classic">{}</div></div>'


def press(body: str, title: str = "A Sample", kind: str = "Remarks", author: str = "") -> Document:
    content = HERO.format(title=title, kind=kind, author=author) + BODY.format(body)
    return convert_html(
        f"<title>{title}</title><main><article><div class='entry-content'>{content}</div></article></main>"
    )


def bulletin(body: str) -> Document:
    return convert_html(
        "<title>Visa Bulletin For March 2021</title><div class='tsg-rwd-main-copy-body-frame'><h1>Visa Bulletin For March"
        f" 2021</h1><div class='tsg-rwd-text parbase section'><p>{body}</p></div></div>"
    )


def outline(document: Document) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in document.sections if section.heading]


def test_a_feed_s_item_that_holds_the_head_of_its_page() -> None:
    title = "Joint Statement on the Fifth Meeting of the Sample Mechanism"
    opening = "<p>Robin Example, Secretary of State</p><p>Sample Air Field</p>"
    head = HERO.format(title=title, kind="Media Note", author="")
    item = FeedItem(title=title, content=opening + head + BODY.format("<p>Nobody met on July 15-16, 2026.</p>"))
    document = convert_html(item.page())
    assert document.title == title
    assert document.document_type is not None
    assert document.document_type.slug == "media-note"
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]
    assert document.published is not None
    assert document.published.value == "2026-07-19"
    assert [line.text for line in document.masthead if line.role == "other"] == ["Sample Air Field"]
    assert [block.text for section in document.sections for block in section.blocks] == [
        "Nobody met on July 15-16, 2026."
    ]
    assert "masthead/duplicate-title" in {gone.rule for gone in document.removed}


def test_an_office_under_a_name_issues_nothing() -> None:
    office = "Under Secretary for Civilian Security, Democracy, and Human Rights"
    document = press("<p>Good day.</p>", author=f"Robin Example<br>{office}")
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin Example", office)]
    assert not document.issuers


def test_a_time_in_bold_is_no_heading() -> None:
    assert not outline(press("<p><strong>2:17 p.m. EDT</strong></p><p><strong>MR SAMPLE:</strong> Good afternoon.</p>"))


@pytest.mark.parametrize(
    "gallery",
    [
        "<figure>{}{}<figcaption>Both</figcaption></figure>",
        "<figure><ul><li>{}</li><li>{}</li></ul></figure>",
    ],
)
def test_every_picture_of_a_gallery_is_a_figure(gallery: str) -> None:
    pictures = [f'<figure><img src="/{name}.jpg" alt="{name}"></figure>' for name in ("boat", "tree")]
    blocks = press(gallery.format(*pictures)).sections[0].blocks
    assert [block.alt for block in blocks if block.kind == "figure"] == ["boat", "tree"]


def test_a_long_heading_in_capitals_with_a_letter_and_nothing_below() -> None:
    long = (
        "FOR THE LATEST INFORMATION ON VISA PROCESSING AT U.S. EMBASSIES AND CONSULATES DURING THE COVID-19 PANDEMIC, "
        "PLEASE VISIT THE BUREAU OF CONSULAR AFFAIRS WEBSITE AT TRAVEL.STATE.GOV"
    )
    document = bulletin(
        "<p><b>C.&nbsp; <u>CUT-OFFS</u></b></p><p>As follows.</p>"
        f"<p><b>D.&nbsp; <u>{long}</u></b></p><p><b>E. <u>CHANGES OF ADDRESS</u></b></p><p>All readers should know of them.</p>"
    )
    assert outline(document) == [(2, "C", "CUT-OFFS"), (2, "D", long), (2, "E", "CHANGES OF ADDRESS")]


def test_bold_headings_on_a_page_of_no_design_whose_frame_has_heading_elements() -> None:
    prose = "<p>The museum has lent and borrowed since the 1970s, and it lent twelve of its drums in one year alone, as nobody had done.</p>"
    document = convert_html(
        "<title>U.S. Relations With Zambia</title><body><h2>Browse by:</h2><ul><li><a href='/t'>Topic</a></li></ul>"
        "<h4>Country Profiles</h4><p><a href='/'>Home</a></p><h2>U.S. Relations With Zambia</h2><p>Bureau of African Affairs</p>"
        f"{prose}<p><b>U.S. Assistance to Zambia</b></p>{prose}<p><b>Bilateral Representation</b></p>{prose}"
        "<h3>Media Center</h3><p>The Office of Website Management, Bureau of Public Affairs, manages this site as a portal for"
        " information from the U.S. State Department.</p></body>"
    )
    headings = [heading for _, _, heading in outline(document)]
    assert "U.S. Assistance to Zambia" in headings
    assert "Bilateral Representation" in headings
    assert document.title == "U.S. Relations With Zambia"


def test_a_breadcrumb_above_the_headline_is_no_title() -> None:
    title = "2019 Country Reports on Human Rights Practices: Cuba"
    document = convert_html(
        "<title>Cuba - United States Department of State</title><main><p>HomeReports2019 Country Reports…Cuba</p>"
        f"<p>hide</p><h1>{title}</h1><h2>Executive Summary</h2><p>Cuba is an island.</p></main>"
    )
    assert document.title == title


def test_a_travel_advisory_in_the_head_of_2018_to_2025() -> None:
    document = convert_html(
        "<title>Peru Travel Advisory</title><div class='tsg-rwd-main-copy-body-frame'><h1>Peru Travel Advisory</h1>"
        "<div class='tsg-rwd-emergency-alertheader-type-frame'><div class='tsg-rwd-emergency-alertheader-type-frame-typebox alerttype'>"
        "Travel Advisory<br>July 17, 2023</div></div><h3 class='tsg-rwd-emergency-alertheader-title'>Peru - Level 2: Exercise Increased"
        " Caution</h3><div class='tsg-rwd-emergency-alert-text'><p>Exercise increased caution.</p></div></div>"
    )
    assert document.published is not None
    assert document.published.value == "2023-07-17"
    assert [country.code for country in document.countries] == ["PE"]
    assert not outline(document)


OLD = (
    "<title>{title}</title><table><tr><td class='dos_masthead_tile'>U.S. Department of State</td></tr></table><table><tr><td colspan=3>"
    "You are in: Bureau of Public Affairs</td></tr><tr><td>&nbsp;</td><td>{head}<div id='centerblock'>{body}</div></td><td>&nbsp;</td></tr></table>"
)


def test_a_short_statement_between_empty_margins_is_no_table() -> None:
    head = "<b>Press Statement</b><br>Robin Example, Spokesman<br>Washington, DC<br>July 3, 2007<br><br><b>Death of a Sample</b>"
    document = convert_html(OLD.format(title="Death of a Sample", head=head, body="<p>We mourn a sample.</p>"))
    assert document.published is not None
    assert (document.title, document.published.value) == ("Death of a Sample", "2007-07-03")
    assert [block.kind for section in document.sections for block in section.blocks] == ["paragraph"]


def test_whom_a_biography_is_about_speaks_not() -> None:
    head = "<h3>Robin Example</h3>Assistant Secretary<br>BUREAU OF AFRICAN AFFAIRS"
    document = convert_html(
        OLD.format(title="Robin Example", head=head, body="<p>Robin Example was sworn in on May 1, 2005.</p>")
    )
    assert (document.title, document.speakers) == ("Robin Example", ())


def test_italics_tell_one_bold_heading_from_another() -> None:
    prose = (
        "<p>There were no reports that the government or its agents committed killings of any such kind this year.</p>"
    )
    heads = ("<b>Summary</b>", "<b>Section 2. Civil Liberties</b>", "<b><i>Internet Freedom</i></b>")
    body = "".join(f"<p>{head}</p>{prose}" for head in heads)
    assert [level for level, _, _ in outline(bulletin(body))] == [2, 3, 4]


def test_the_head_of_a_page_of_the_foreign_affairs_manual() -> None:
    document = convert_html(
        "<title>9 FAM 402.2</title><h1>9 FAM 402.2<br>(U) VISITORS</h1><p><i>(CT:VISA-1734;&nbsp; 04-05-2023)<br>(Office of Origin:&nbsp;"
        " CA/VO)</i></p><h2>9 FAM 402.2-1 (U) AUTHORITIES</h2><p>(U) INA 101(a)(15)(B) says who may visit the United States.</p>"
    )
    assert [issuer.name for issuer in document.issuers] == ["Office of Visa Services"]
    assert [(part.scheme, part.value) for part in document.identifiers] == [("other", "CT:VISA-1734")]


OLDER = (
    "<title>{title}</title><div id=archivebanner><table><tr><td class=dos_archive_left1997>U.S. Department of State</td></tr></table></div>"
    "<blockquote><table><tr><td><img src='/images/dosthumb.gif' alt='Great Seal'></td><td>{head}</td></tr></table>"
    "<img src='/images/bluebar.gif' alt='Blue Bar'>{body}<p><a href='/index.html'>Department of State Home Page</a></blockquote>"
)


def test_a_masthead_that_ends_with_the_department_is_no_navigation() -> None:
    head = "<b>Background Notes: Peru, March 1998</b><br>Released by the Bureau of Inter-American Affairs<br>U.S. Department of State"
    document = convert_html(
        OLDER.format(title="Peru", head=head, body="<p><b>PROFILE</b><p>Peru is a country of mountains.")
    )
    assert document.title == "Background Notes: Peru, March 1998"
    assert [issuer.code for issuer in document.issuers] == ["ARA"]
    assert [(line.role, line.text) for line in document.masthead][2:] == [("other", "U.S. Department of State")]
    assert [gone.text for gone in document.removed][1:] == ["Department of State Home Page"]


def test_a_chapter_of_a_report_is_about_the_country_that_its_title_element_names() -> None:
    head = "<b>1999 Country Reports on Human Rights Practices</b><br>U.S. Department of State, February 25, 2000"
    title = "U.S. Department of State, Human Rights Reports for 1999: Cuba"
    document = convert_html(
        OLDER.format(title=title, head=head, body="<p><b>CUBA</b><p>Cuba is an island in the Caribbean.")
    )
    assert document.published is not None
    assert document.published.value == "2000-02-25"
    assert [(country.code, country.evidence) for country in document.countries] == [("CU", "title")]


def test_a_press_statement_by_somebody_has_its_title_below() -> None:
    head = "<b>Press Statement by Robin P. Example, Spokesman<br>May 3, 1999</b>"
    document = convert_html(
        OLDER.format(title="x", head=head, body="<p><b>Sample Elections</b><p>We congratulate the people of a sample.")
    )
    assert document.title == "Sample Elections"
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin P. Example", "Spokesman")]


def test_a_second_masthead_behind_the_index_may_open_with_the_department() -> None:
    head = "U.S. Department of State<br><b>Daily Press Briefing</b><br>INDEX<br>WEDNESDAY, JANUARY 13, 1999<br>Briefer: ROBIN P. EXAMPLE"
    again = "<center>U.S. DEPARTMENT OF STATE<br>DAILY PRESS BRIEFING<p>DPB #5<p>WEDNESDAY, JANUARY 13, 1999, 1:05 P.M.</center>"
    body = f"<pre>1   PERU    Elections</pre>{again}<p>MR. EXAMPLE: Good afternoon."
    document = convert_html(OLDER.format(title="x", head=head, body=body))
    assert ("dpb", "5") in [(part.scheme, part.value) for part in document.identifiers]
    assert not document.places
    assert [block.text for block in document.sections[0].blocks if block.kind == "paragraph"] == [
        "MR. EXAMPLE: Good afternoon."
    ]


def test_a_commercial_guide_comes_out_before_the_year_that_it_is_for() -> None:
    head = (
        "<b>FY 2000 Country Commercial Guide: Peru</b><br>Report prepared by U.S. Embassy Lima<br>released August 1999"
    )
    document = convert_html(OLDER.format(title="x", head=head, body="<p>This guide looks at commerce in Peru."))
    assert document.published is not None
    assert document.published.value == "1999-08"


def test_the_lines_of_a_heading_that_opens_with_the_department_are_a_masthead() -> None:
    document = convert_html(
        "<title>x</title><p><a href='/ERC/index.html'>Return to: Index</a></p><center><h3>U.S. Department of State<br>95/03/05 Remarks at the"
        " Sample Hall<br>Office of the Spokesman</h3></center><p>SECRETARY EXAMPLE: Good morning."
    )
    assert document.title == "95/03/05 Remarks at the Sample Hall"
    assert [issuer.name for issuer in document.issuers] == ["Office of the Spokesman"]
    assert document.published is not None
    assert document.published.value == "1995-03-05"


def test_the_dispatch_is_about_no_country() -> None:
    document = convert_html(
        "<title>x</title><p><a href='/ERC/index.html'>Return to: Index</a></p><pre>U.S. DEPARTMENT OF STATE DISPATCH\nVOLUME 5, NUMBER 9, FEBRUARY"
        " 28, 1994\nPUBLISHED BY THE BUREAU OF PUBLIC AFFAIRS\n\nARTICLES IN THIS ISSUE:\n1.  A First Sample\n</pre>"
    )
    assert not document.countries
    assert document.title == "U.S. DEPARTMENT OF STATE DISPATCH VOLUME 5, NUMBER 9, FEBRUARY 28, 1994"


@pytest.mark.parametrize(
    "line",
    [
        "<strong>The following is attributable to Spokesperson Robin Example:</strong>",
        "<strong>Begin Text:</strong>",
        "<strong>As Prepared for Delivery</strong>",
        "<strong>Washington, D.C.</strong>",
        "<strong>Moderator:</strong>",
        "<strong>FOR IMMEDIATE RELEASE</strong>",
        "<strong>Via Teleconference</strong>",
        "<strong>Table 1. Totals by Year</strong>",
        "<strong>“We will not rest.”</strong>",
        "<strong>Robin Example</strong><br>Secretary of State",
    ],
)
def test_lines_in_bold_that_head_nothing(line: str) -> None:
    prose = (
        "<p>The Secretary met today with the foreign minister of a sample country, and both of them agreed on it.</p>"
    )
    assert not outline(press(f"{prose}<p>{line}</p>{prose}"))


@pytest.mark.parametrize("line", ["ANNEX A", "Results in 2023"])
def test_lines_in_bold_that_head_something(line: str) -> None:
    prose = (
        "<p>The Secretary met today with the foreign minister of a sample country, and both of them agreed on it.</p>"
    )
    assert [heading for _, _, heading in outline(press(f"{prose}<p><b>{line}</b></p>{prose}"))] == [line]


POST = "<title>{title}</title><div id='middle-content-article'><h1>Sample Visit</h1>{body}</div>"


@pytest.mark.parametrize(
    "title",
    [
        "Sample Visit | Embassy of the United States Lima, Peru",
        "Sample Visit | Lima, Peru - Embassy of the United States",
    ],
)
def test_a_post_of_old_is_where_its_title_element_says(title: str) -> None:
    document = convert_html(POST.format(title=title, body="<p>The ambassador came.</p>"))
    assert [country.code for country in document.countries] == ["PE"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Lima, May 3, 2012 \u2013 The ambassador visited a sample.", "2012-05-03"),
        ("Monday, May 3, 2012 \u2013 The ambassador visited a sample.", None),
        ("On Tuesday, May 3, 2012 \u2013 The ambassador visited a sample.", None),
        ("Lima, May 3, 2012 \u2013 and so on.", None),
    ],
)
def test_a_dateline_of_a_town(text: str, published: str | None) -> None:
    found = convert_html(POST.format(title="x", body=f"<p>{text}</p>")).published
    assert (found.value if found else None) == published


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["Peru"], ["PE"]),
        (["Peru", "Chile", "Mali"], ["PE", "CL", "ML"]),
        (  # a list of everybody
            "Peru Chile Mali Niger Chad Kenya Benin Togo Ghana Gabon Nepal Oman Iraq Cuba".split(),
            [],
        ),
    ],
)
def test_tags_tell_the_countries_where_classes_do_not(names: list[str], codes: list[str]) -> None:
    pills = "".join(f"<a href='https://www.state.gov/countries-areas/{name.lower()}/'>{name}</a>" for name in names)
    body = "<p>Good day.</p></div></div></div><div class='related-tags'><div class='related-tags__pills'>{}</div></div>"
    assert [country.code for country in press(body.format(pills)).countries] == codes


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("Press Statement", "Joint Statement by the United States and Peru"),
        ("Media Note", "Interview With Jane Sample of CNN"),
        ("Remarks", "Nigerian Elections"),
        ("Press Statement", "Burma's Roadmap"),
        ("Press Statement", "Sample Wells"),
    ],
)
def test_a_title_below_the_masthead_is_neither_a_second_kind_nor_a_person(kind: str, title: str) -> None:
    head = f"<b>{kind}</b><br>Robin Example, Spokesman<br>Washington, DC<br>July 3, 2007<br><br><b>{title}</b>"
    document = convert_html(OLDER.format(title="State Department", head=head, body="<p>We call on all parties.</p>"))
    assert document.title == title
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]
