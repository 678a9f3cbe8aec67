"""Pages of kinds that no sample is of, written for the project: what each says, field by field."""

# ruff: noqa: E501  (markup is shown as pages write it)

import re

import pytest

from statedocs import convert_html, convert_text
from statedocs.record import Document

ARCHIVE = '<div id="archive-banner"></div><h2>A Sample</h2>'
"""A page without elements of headings below its title."""


def codes(document: Document) -> list[str | None]:
    return [country.code for country in document.countries]


def outline(document: Document) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in document.sections if section.heading]


def texts(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks]


def classic(masthead: str, body: str, title: str = "A Sample") -> Document:
    fields = "".join(f"<div id=templateFields>{field}<br></div>" for field in masthead.split("|"))
    return convert_html(
        f"<title>{title}</title><div id=dos-wrapper><div id=tier3-landing-content-wide><h2 class=tier3-headline><span>{title}"
        f"</span></h2><div id=top-meta>{fields}</div><div id=centerblock>{body}</div><div id=prn>PRN: 2010/T18-5</div></div></div>"
    )


def test_remarks_on_a_journey_in_the_classic_design() -> None:
    document = classic(
        "<span class=document_type_-_speaker_writer>Remarks</span>"
        "|<span class=officials-name>Robin Example</span>|<span class=officials-title>Secretary of State</span>"
        "|<span class=remarks_to_-_speaker_writer>Friends of the Sample</span>"
        "|<span class=location_-_speaker_writer>Hilton Hotel</span>"
        "|<span class=city_-_speaker_writer>Buenos Aires, Argentina</span>|<div id=date_long>March 1, 2010</div>",
        "<p>Good afternoon.</p>",
    )
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin Example", "Secretary of State")]
    assert list(document.places) == ["Buenos Aires, Argentina"]
    assert ("audience", "Friends of the Sample") in [(line.role, line.text) for line in document.masthead]
    assert [(item.scheme, item.value) for item in document.identifiers] == [("prn", "2010/T18-5")]
    assert texts(document) == ["Good afternoon."]


def test_the_number_of_a_release_of_the_responsive_design_is_no_text() -> None:
    document = convert_html(
        "<title>Wells</title><div class=l-page-title><h2 id=page-title>Wells</h2></div><div id=middlecolumn>"
        "<div id=top-meta><span class=document_type_-_x>Readout</span></div><div id=centerblock><p>They met.</p></div>"
        "<div id=prn>PRN: 2017/132</div></div>"
    )
    assert texts(document) == ["They met."]
    assert [(item.scheme, item.value) for item in document.identifiers] == [("prn", "2017/132")]


def test_a_press_statement_of_1999_is_issued_by_the_office_below_the_department() -> None:
    document = convert_html(
        "<title>3/1/99 Press Statement</title><body><div id=archivebanner><table><tr><td class=dos_archive_left1997></td></tr></table></div><blockquote>"
        "<table><tr><td><b>U.S. Department of State<br>Office of the Spokesman</b><br><br><b>Press Statement by Robin Example,"
        " Spokesman</b><br>March 1, 1999</td></tr></table><p><center><b>Sample Elections</b></center><p>The United States sends greetings to those who voted in the sample elections, and to those who counted."
    )
    assert document.title == "Sample Elections"
    assert [issuer.name for issuer in document.issuers] == ["Office of the Spokesman"]
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]


def test_countries_of_a_trafficking_report_rank_above_their_parts() -> None:
    part = (
        "<p><b>{} (Tier 2)</b></p><p>{} is a source.</p><p><b>Prosecution</b></p><p>The government acted on that.</p>"
    )
    document = convert_html(
        "<title>Country Narratives</title><table><tr><td class=dos_masthead_tile></td></tr></table><h2>Country Narratives</h2>"
        "Released by the Office to Monitor and Combat Trafficking in Persons<br>June 3, 2005<br><br>"
        + part.format("KENYA", "Kenya")
        + part.format("MALI", "Mali")
    )
    levels = [(level, heading) for level, _, heading in outline(document)]
    assert levels == [(2, "KENYA (Tier 2)"), (3, "Prosecution"), (2, "MALI (Tier 2)"), (3, "Prosecution")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Peru Reciprocity Schedule", ["PE"]),
        ("Peru (Tier 2)", ["PE"]),
        ("Peru (Tier 2 Watch List)", ["PE"]),
        ("Mexico - See State Summaries", ["MX"]),
        ("China (Includes Hong Kong, Macau, and Tibet) – Hong Kong", ["HK"]),
        ("China (Includes Hong Kong, Macau, and Tibet)", ["CN"]),
        ("Turkey (Türkiye)", ["TR"]),
    ],
)
def test_the_country_of_a_title(title: str, expected: list[str]) -> None:
    assert codes(convert_html(f"<title>{title}</title><h1>{title}</h1><p>Some text of a page.</p>")) == expected


def test_a_line_of_the_hero_without_a_known_class_is_no_text_of_the_page() -> None:
    document = convert_html(
        "<title>Wells</title><main><article><div class=entry-content><section class=wp-block-default-hero-container>"
        "<div class=featured-content__copy><h1 class=featured-content__headline>Wells</h1><p class=x>Fact Sheet</p>"
        "<div class=article-meta><p class=y>Bureau of African Affairs</p><p class=z>May 3, 2026</p></div></div></section>"
        "<p>They are deep.</p></div></article></main>"
    )
    assert document.published is not None
    assert (document.published.value, texts(document)) == ("2026-05-03", ["They are deep."])
    assert [issuer.code for issuer in document.issuers] == ["AF"]
    assert document.document_type is not None
    assert document.document_type.slug == "fact-sheet"


def test_a_notice_says_when_it_was_updated_and_who_keeps_the_site() -> None:
    document = convert_html(
        "<title>Wells</title><div class=tsg-rwd-single-page-breadcrumb><a href=/content/travel.html>Travel.State.Gov</a> &gt;"
        " <span>Wells</span></div><div class=tsg-rwd-main-copy-body-frame><h1>Wells</h1><div class=tsg-rwd-text>"
        "<p class=custom_dateselect>Last Updated: March 9, 2022</p><p>They are open.</p></div></div>"
    )
    assert [(date.value, date.role) for date in document.dates] == [("2022-03-09", "updated")]
    assert document.published is None
    assert [(issuer.code, issuer.evidence) for issuer in document.issuers] == [("CA", "breadcrumb")]
    assert texts(document) == ["They are open."]


def test_a_heading_whose_point_stands_apart_has_its_number() -> None:
    document = convert_html(
        "<title>Visa Bulletin For May 2021</title><div class=tsg-rwd-main-copy-body-frame><h1>Visa Bulletin For May 2021</h1>"
        "<p>Number 41</p><p><b> B </b> . <b><u> DIVERSITY CATEGORY FOR THE MONTH </u></b></p><p>There are numbers in it.</p></div>"
    )
    assert outline(document) == [(2, "B", "DIVERSITY CATEGORY FOR THE MONTH")]


@pytest.mark.parametrize("frame", ["<main><article>{}</article></main>", "<main>{}</main>"])
def test_a_press_page_without_a_box_around_what_editors_fill(frame: str) -> None:
    body = (
        "<section class=wp-block-default-hero-container><div class=featured-content__copy>"
        "<h1 class=featured-content__headline>Wells</h1><p class='article-meta doctype-meta'>Remarks</p>"
        "<p class=article-meta__author-bureau>Robin Example, Secretary of State</p>"
        "<p class=article-meta__publish-date>May 3, 2026</p></div></section>"
        "<div class=wp-block-group><p>They are deep.</p></div><div class=related-tags__pills><a href=/x>Wells</a></div>"
    )
    document = convert_html("<title>Wells</title><header>Menu</header>" + frame.format(body) + "<footer>Foot</footer>")
    assert document.template.name == "wordpress-press"
    assert document.published is not None
    assert (document.published.value, texts(document)) == ("2026-05-03", ["They are deep."])
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]


def test_topics_of_an_embassy_s_page_are_subjects() -> None:
    document = convert_html(
        "<title>Wells</title><div class=mo-breadcrumbs><h1>Wells</h1></div><main><div class=entry-content><p>They are deep.</p>"
        "</div><footer><p class=entry-tags>By <a href=/author/x/>U.S. Embassy Lima</a> | 21 May, 2019 | Topics: "
        "<a href=/tag/wells/>Wells</a>, <a href=/category/news/>News</a></p></footer></main>"
    )
    assert [(subject.term, subject.scheme) for subject in document.subjects] == [("Wells", "tag"), ("News", "tag")]


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        ("<figure class=wp-block-table><table><tr><td>a<td>b</table><figcaption>Sums</figcaption></figure>", "Sums"),
        ("<table><caption>Sums</caption><tr><td>a<td>b</table>", "Sums"),
        ("<table><caption></caption><tr><td>a<td>b</table>", None),
    ],
)
def test_one_row_is_a_table_where_the_page_calls_it_one(markup: str, caption: str | None) -> None:
    document = convert_html(
        f"<title>Wells</title><main><h1>Wells</h1><p>They are deep.</p>{markup}<p>All of them.</p></main>"
    )
    tables = [block for section in document.sections for block in section.blocks if block.kind == "table"]
    assert [(table.caption, table.rows) for table in tables] == ([(caption, (("a", "b"),))] if caption else [])


def test_the_archive_of_1997_is_told_by_what_its_banner_says() -> None:
    document = convert_html(
        "<title>x</title><body><table><tr><td><a href=/misc/112234.htm>Other State Department Archive Sites</a></table><p>"
        "The State Department web site below is a permanent electronic archive of information released online from January 1,"
        " 1997 to January 20, 2001. Please see www.state.gov for current material.<blockquote><table><tr><td><b>Under Secretary"
        " of State Robin Example</b><br>Remarks at the Sample School<br>Halifax, Nova Scotia, September 8, 1998</table><p>Good"
        " evening to all of you who have come here through the snow.</blockquote>"
    )
    assert document.template.name == "archive-1997"
    assert document.title == "Remarks at the Sample School"
    assert document.published is not None
    assert document.published.value == "1998-09-08"
    assert texts(document) == ["Good evening to all of you who have come here through the snow."]


def test_a_name_in_small_letters_within_capitals_ranks_as_its_neighbours() -> None:
    head = "<p><b>{}.&nbsp; <u>{}</u></b></p><p>There is more to say of this than a bulletin can hold.</p>"
    heads = [("D", "EXPIRATION OF TWO CATEGORIES"), ("E", "VISA AVAILABILITY"), ("F", "NEW 9 FAM-e")]
    document = convert_html(
        "<title>Visa Bulletin For May 2016</title><div class=tsg-rwd-main-copy-body-frame><h1>Visa Bulletin For May 2016</h1>"
        + "".join(head.format(*one) for one in heads)
        + "</div>"
    )
    assert outline(document) == [(2, letter, words) for letter, words in heads]


def test_an_embassy_s_page_that_prints_its_date_beside_its_author() -> None:
    document = convert_html(
        "<title>Wells - U.S. Embassy in Ghana</title><div class=mo-breadcrumbs><div class=breadcrumbs><a href=/>Home</a> | Wells"
        "</div></div><main><article><header><h1 class=entry-title>Wells</h1><p class='byline author'>By U.S. Embassy Accra</p>"
        "<time class=updated datetime=2022-03-04>March 4, 2022</time></header><div class=entry-content><p>They are deep.</p>"
        "</div></article></main>"
    )
    assert document.published is not None
    assert (document.published.value, texts(document)) == ("2022-03-04", ["They are deep."])
    assert [(line.role, line.text) for line in document.masthead] == [
        ("title", "Wells"),
        ("other", "By U.S. Embassy Accra"),
        ("date", "March 4, 2022"),
    ]


def test_a_title_element_names_the_parts_of_the_site_behind_the_page() -> None:
    document = convert_html(
        "<title>The Sample Treaty, 1905 - Milestones - Office of the Historian</title><div class=hsg-main><ol class=breadcrumb>"
        "<li><a href=/>Home</a></li><li><a href=/t>The Sample Treaty, 1905</a></li></ol><div id=content-inner>"
        "<h2>Milestones: 1899-1913</h2><h3>The Sample Treaty, 1905</h3><p>It ended a war.</p></div></div>"
    )
    assert document.title == "The Sample Treaty, 1905"


def test_a_part_of_a_report_that_its_contents_name_and_its_heading_does_not() -> None:
    section = (
        "<section data-component=accordion><a class=accordion-title href=#s><h4 class=report-toc-section>{}</h4>"
        "<h3 class=report__section-title>{}</h3></a><div class=section_wrapper><p>Much is said of it.</p></div></section>"
    )
    document = convert_html(
        "<title>China</title><h1 class=report-header__headline>China</h1><div class=report__content>"
        + section.format("Section 1.", "Respect for Samples")
        + section.format("TIBET", "")
        + section.format("", "HONG KONG")
        + "</div>"
    )
    assert outline(document) == [(2, "Section 1", "Respect for Samples"), (2, None, "TIBET"), (2, None, "HONG KONG")]


def test_a_document_of_a_volume_has_a_title_of_its_own() -> None:
    volume = "Foreign Relations of the Sample, 1969–1976, Volume XVII, China"
    document = convert_html(
        f"<title>{volume} - Office of the Historian</title><div class=hsg-main><ol class=breadcrumb><li><a href=/>Home</a></li>"
        f"<li><a href=/v>{volume}</a></li><li><a href=/d5>Document 5</a></li></ol><div id=content-inner><h4>5. Memorandum From"
        " Robin Example to Lee Example</h4><p>I had a talk with them.</p></div></div>"
    )
    assert document.title == "Memorandum From Robin Example to Lee Example"
    assert "title-inferred" in {finding.code for finding in document.findings}


def test_a_hard_blank_in_the_title_of_a_page_on_relations() -> None:
    document = convert_html(
        "<title>x</title><main><h1 class=featured-content__headline>U.S. Relations With&nbsp;Peru</h1><div class=entry-content>"
        "<p>They are old.</p></div></main>"
    )
    assert (document.template.name, codes(document)) == ("wordpress-bilateral", ["PE"])


def test_a_headline_that_no_box_is_around_is_masthead() -> None:
    document = convert_html(
        "<title>x</title><main><article><h1 class=featured-content__headline>Wells of Peru</h1><div class=article-meta><p class="
        "article-meta__publish-date>May 3, 2021</p></div><div class=entry-content><p>They are deep.</p></div></article></main>"
    )
    assert document.title == "Wells of Peru"
    assert document.published is not None
    assert (document.published.value, texts(document)) == ("2021-05-03", ["They are deep."])


def test_a_title_beside_the_article_of_a_page_of_no_design() -> None:
    document = convert_html(
        "<title>Friends Plant Trees | DipNote</title><div id=page><header>DipNote</header><div id=region><h1 id=page-name>Friends"
        " Plant Trees</h1><article><div class=submitted>April 22, 2014</div><p>On Earth Day, friends of the sample planted nine"
        " hundred trees on a slope.</p></article></div><footer>Stay connected</footer></div>"
    )
    assert document.title == "Friends Plant Trees"
    assert document.published is not None
    assert document.published.value == "2014-04-22"
    assert [(line.role, line.text) for line in document.masthead] == [
        ("title", "Friends Plant Trees"),
        ("date", "April 22, 2014"),
    ]


def test_an_article_of_the_classic_design_without_its_block_has_its_masthead() -> None:
    document = convert_html(
        "<title>Wells</title><div id=dos-wrapper><div id=tier3-landing-content-wide><h2 class=tier3-headline><span>Wells</span>"
        "</h2><div id=top-meta><span class=releasing_office_-_x>Bureau of African Affairs</span><div id=date_long>May 3, 2011"
        "</div></div><p>They are deep.</p></div></div>"
    )
    assert document.template.name == "classic-2010-landing"
    assert [issuer.code for issuer in document.issuers] == ["AF"]
    assert document.published is not None
    assert (document.published.value, texts(document)) == ("2011-05-03", ["They are deep."])


@pytest.mark.parametrize(
    "day", ["<p>July 9, 2018</p>", "<p><i>February 13, 2020</i></p>", "<div><b>January 15, 2019</b></div>"]
)
def test_a_day_alone_that_opens_a_page_which_marks_no_date_is_its_own(day: str) -> None:
    frame = "<title>x</title><div class=tsg-rwd-main-copy-body-frame><h1>Sample Notice</h1><div>{}</div></div>"
    document = convert_html(frame.format(f"{day}<p>Fees of the sample have changed.</p><p>See below.</p>"))
    assert document.template.name == "travel-rwd"
    assert [(line.role, line.text) for line in document.masthead][1:] == [("date", re.sub("<[^>]*>", "", day))]
    assert document.published is not None
    assert document.published.precision == "day"
    assert texts(document) == ["Fees of the sample have changed.", "See below."]


@pytest.mark.parametrize(
    "body",
    [
        "<p>July 9, 2018</p><p>Wells were dug.</p><p>July 12, 2018</p><p>They were deep.</p>",  # a chronology
        "<p>2018</p><p>Wells were dug.</p>",
        "<p>On July 9, 2018</p><p>wells were dug.</p>",
        "<p>Wells were dug.</p><p>July 9, 2018</p>",
    ],
)
def test_other_days_are_no_masthead(body: str) -> None:
    document = convert_html(
        f"<title>x</title><div class=tsg-rwd-main-copy-body-frame><h1>Sample</h1><div>{body}</div></div>"
    )
    assert [line.role for line in document.masthead] == ["title"]
    assert document.published is None


def test_a_bureau_whose_name_a_break_parts_and_the_date_behind_it() -> None:
    document = convert_html(
        "<title>x</title><table><tr><td><b>Wells of the Sample</b><br>Fact sheet released by the Bureau of Oceans and International"
        " Environmental<br>\nand Scientific Affairs, U.S. Department of State, October 28, 1999</td></tr></table><p>They are deep, and"
        " they are many.</p>",
        url="http://1997-2001.state.gov/global/oes/fs_sample.html",
    )
    assert [issuer.code for issuer in document.issuers] == ["OES"]
    assert document.published is not None
    assert document.published.value == "1999-10-28"
    assert document.accounting.unaccounted == 0


def test_lines_in_italics_over_prose_are_headings_where_there_are_several() -> None:
    prose = (
        "<p>"
        + "The wells of the sample were dug by hand in the first years, and by machine in all of the later ones. " * 2
    )
    parts = f"<p><b>Section II. Status of Wells</b>{prose}<p><i>Legal Framework</i>{prose}<p><i>Restrictions on Wells</i>{prose}"
    sections = [
        (section.level, section.heading) for section in convert_html(f"<title>x</title>{ARCHIVE}{parts}").sections
    ]
    assert sections[1:] == [(2, "Status of Wells"), (3, "Legal Framework"), (3, "Restrictions on Wells")]


@pytest.mark.parametrize(
    "parts",
    [
        "<p><i>Legal Framework</i>{prose}{prose}",  # one is a note
        "<p><i>As prepared for delivery.</i>{prose}<p><i>It was a wet year, and all was well.</i>{prose}",
        "<p><i>Robin Example</i>{prose}<p><i>Lee Sample</i>{prose}",
        "<p><i>Deep Wells</i><p>By hand.<p><i>Old Wells</i><p>By machine.",
        "<p><img src=a.gif alt='A well'><p><i>Deep Wells</i>{prose}<p><img src=a.gif alt='A well'><p><i>Old Wells</i>{prose}",
    ],
)
def test_other_lines_in_italics_are_none(parts: str) -> None:
    prose = (
        "<p>"
        + "The wells of the sample were dug by hand in the first years, and by machine in all of the later ones. " * 2
    )
    document = convert_html(f"<title>x</title>{ARCHIVE}{prose}{parts.format(prose=prose)}")
    assert [section.heading for section in document.sections] == [None]


def test_tags_side_by_side_on_one_line_of_several() -> None:
    text = "Wells\n\n   The wells of the sample were dug by hand in the first years.\n\nTags\n\n"
    tags = "   Bureau of African Affairs Bureau of Oceans and International Environmental and Scientific Affairs\n   Lesotho\n   Wells in Peru\n"
    document = convert_text(text + tags + "\nBack to Top\n")
    assert [subject.term for subject in document.subjects] == [
        "Bureau of African Affairs",
        "Bureau of Oceans and International Environmental and Scientific Affairs",
        "Lesotho",
        "Wells in Peru",
    ]
