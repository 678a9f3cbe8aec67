"""Pages of known designs assembled to see what nobody tuned for: indexes, datelines, chronologies, series above titles."""

# ruff: noqa: E501  (markup is shown as pages write it)

import pytest

from statedocs import convert_html
from statedocs.record import Document

BANNER = '<table><tr><td class="dos_masthead_tile"></td></tr></table>'
HISTORIAN = (
    '<title>{title} - Office of the Historian</title><div class="hsg-main"><ol class="breadcrumb">{crumbs}</ol>'
    '<div id="content-inner">{body}</div></div>'
)
WORDPRESS = (
    '<title>{title}</title><article><div id="breadcrumbs"><a href="/">Home</a><a href="/b/">{bureau}</a>'
    '<span class="bc_current">{title}</span></div><h1 class="featured-content__headline">{title}</h1>'
    '<div class="entry-content"><p>It began in 1983, says this sample.</p></div></article>'
)


def of_2001(body: str, title: str = "A Sample") -> Document:
    return convert_html(f"<title>{title}</title>{BANNER}<h3>{title}</h3>{body}")


def of_post(body: str, title: str = "Sample Reading") -> Document:
    inner = f'<div id="middle-content-article"><h1>{title}</h1>{body}</div>'
    return convert_html(f"<title>{title} | Embassy of the United States Lima, Peru</title>{inner}")


def outline(document: Document) -> list[tuple[int, str | None]]:
    return [(section.level, section.heading) for section in document.sections if section.heading]


def published(document: Document) -> str | None:
    return document.published.value if document.published else None


def test_entries_of_an_index_are_no_masthead_and_date_no_page() -> None:
    document = of_2001(
        '<p><b>December</b></p><p>-12/31/03&nbsp; <a href="/1.htm">Sample Quake</a>;&nbsp; Robin Example, Spokesman;'
        ' Washington, DC<br>-12/30/03&nbsp; <a href="/2.htm">A Sample</a></p><p><b>November</b></p><p>-11/26/03 One.</p>',
        "Press Statements: 2003",
    )
    assert published(document) is None
    assert outline(document) == [(2, "December"), (2, "November")]
    assert [link.text for link in document.links] == ["Sample Quake", "A Sample"]


def test_the_month_that_an_index_is_for_dates_it_not() -> None:
    entries = '<p><b>-05/29/09</b>&nbsp; <a href="/1.htm">Sample Remarks</a>;&nbsp; Robin Example; Washington, DC</p>'
    title = "Remarks by Secretary of State Robin Example: May 2009"
    assert published(of_2001(entries, title)) is None
    assert published(of_2001("<p>The sample year began well.</p>", "Background Notes: Peru, March 1998")) == "1998-03"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p><em>Sampleville, September 9, 2011</em></p>", "2011-09-09"),
        ("<p>Quito, 3 de julio de 2019</p>", "2019-07-03"),
        ("<p><b>Location:</b> Lima, Peru</p><p><b>Event:</b> A march on May 4, 2020, at noon.</p>", None),
    ],
)
def test_the_first_line_below_a_post_s_title_says_where_and_when(line: str, day: str | None) -> None:
    document = of_post(f"{line}<p>Forty readers met, says this sample.</p>")
    assert published(document) == day
    kept = "\n".join(block.text for section in document.sections for block in section.blocks)
    assert ("Location:" in kept) is (day is None)


def test_years_in_bold_head_the_parts_of_a_chronology() -> None:
    document = of_2001("<p><b>1991</b></p><p>June 25: a sample.</p><p><b>1992-93</b></p><p>April 6: one more.</p>")
    assert outline(document) == [(2, "1991"), (2, "1992-93")]


def test_an_acronym_ranks_as_its_neighbours() -> None:
    document = of_2001(
        "<p><b>Sample Resolution</b></p><p>It was signed.</p><p><b>HIV/AIDS</b></p><p>It was treated.</p>"
        "<p><b>TRADE AND AID</b></p><p>These are capitals.</p>"
    )
    assert outline(document) == [(2, "Sample Resolution"), (2, "HIV/AIDS"), (3, "TRADE AND AID")]


def test_transcript_is_no_speaker() -> None:
    document = of_2001("<p><b>TRANSCRIPT:</b></p><p><b>MR. SAMPLE:</b> Good day.</p><p><b>QUESTION:</b></p><p>Why?</p>")
    assert outline(document) == [(2, "TRANSCRIPT:")]


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("Bureau of Counterterrorism: Programs and Initiatives", ["Bureau of Counterterrorism"]),
        ("Bureau of Sample Affairs", ["Bureau of Sample Affairs"]),
    ],
)
def test_a_title_that_names_a_bureau_and_says_more_is_no_bureau(title: str, issuers: list[str]) -> None:
    document = convert_html(WORDPRESS.format(title=title, bureau="Bureau of Counterterrorism"))
    assert [issuer.name for issuer in document.issuers] == issuers


def test_the_title_of_a_series_above_that_of_the_article() -> None:
    body = "<h1>Milestones: 1945-1952</h1><p>A note to readers.</p><h2>The Sample Airlift</h2><p>Planes flew.</p>"
    title = "The Sample Airlift - Milestones: 1945-1952"
    document = convert_html(HISTORIAN.format(title=title, crumbs="<li>Home</li><li>Milestones</li>", body=body))
    assert document.title == "The Sample Airlift"


def test_the_number_of_a_footnote_is_no_part_of_a_title() -> None:
    volume = "Foreign Relations of the United States, 1958-1960, Samples, Volume XIV"
    crumbs = f'<li><a href="/">Home</a></li><li><a href="/v">{volume}</a></li><li><a href="/v/d45">Document 45</a></li>'
    body = '<h4>45. Telegram From Sampleville<a href="#fn1"><sup>1</sup></a></h4><p>I saw him.</p>'
    assert convert_html(HISTORIAN.format(title=volume, crumbs=crumbs, body=body)).title == "Telegram From Sampleville"


def test_who_makes_a_statement_may_be_written_in_capitals() -> None:
    document = of_2001("<p>We thank all.</p>", "STATEMENT BY SECRETARY OF STATE ROBIN EXAMPLE")
    assert [speaker.name.title() for speaker in document.speakers] == ["Robin Example"]


def test_the_day_before_a_kind_hides_it_not() -> None:
    document = convert_html(
        '<title>95/08/31 Fact Sheet: Sample Chronology</title><a href="/ERC/index.html">ERC</a><b>U.S. Department of State<br>'
        "95/08/31 Fact Sheet: Sample Chronology<br>Bureau of Public Affairs</b><hr><p>It happened, says this sample.</p>"
    )
    assert document.document_type is not None
    assert document.document_type.slug == "fact-sheet"


def test_two_links_that_are_announced_are_a_list() -> None:
    document = of_2001(
        "<p>More is available from other sources, some of which are listed here:</p>"
        '<p><a href="/a">U.S. Embassy</a><br><a href="/b">History of a Sample</a></p>'
    )
    assert [block.kind for block in document.sections[0].blocks] == ["paragraph", "list"]


def test_what_happened_in_a_country() -> None:
    document = of_2001("<p>It was rebuilt.</p>", "Afghanistan Stabilization and Reconstruction")
    assert [country.code for country in document.countries] == ["AF"]


def test_a_page_s_own_style_makes_words_bold_and_takes_bold_off() -> None:
    document = of_2001(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Pasted Words</p><p>They run on for a while here.</p></b>'
        '<p><span style="font-weight: bold;">First Part</span></p><p>A sample of <span style="font-weight:700">bold</span>.</p>'
        '<p style="font-weight:bold">Second Part</p><p>A sample of <u style="font-weight: 400">none</u>.</p>'
    )
    assert outline(document) == [(2, "First Part"), (2, "Second Part")]


@pytest.mark.parametrize(
    ("title", "day"),
    [("Press Releases: January 2017", None), ("Daily Press Briefing - March 21, 2012", "2012-03-21")],
)
def test_a_title_that_names_a_kind_in_the_plural_lists_pages(title: str, day: str | None) -> None:
    assert published(of_2001('<ul><li><a href="/1.htm">A Sample</a> (01/19/17)</li></ul>', title)) == day


def test_an_envoy_s_office_below_the_envoy_issues_nothing() -> None:
    document = convert_html(
        '<div id="archivebanner"><table><tr><td class="dos_archive_left1997"></td></tr></table></div><blockquote>'
        "<b>Ambassador Robin Example<br>Special Middle East Coordinator</b><br>Testimony before the Sample Committee<br>"
        "Washington, DC, June 10, 1999<br>Released by the Bureau of Near Eastern Affairs<br>"
        '<img src="/b.gif" alt="Blue Bar"><p>Mr. Chairman, members of the committee, this is a sample.</p></blockquote>'
    )
    assert [issuer.name for issuer in document.issuers] == ["Bureau of Near Eastern Affairs"]
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]


def test_a_house_beside_its_town_is_no_place() -> None:
    document = of_2001(
        "<b>Secretary Robin Example</b><br>Remarks to a Sample<br>Havana, Cuba<br>August 14, 2005<p>Hi.</p>"
    )
    assert list(document.places) == ["Havana, Cuba"]
    press = (
        '<title>A Sample</title><article><section class="featured-content"><h1 class="featured-content__headline">A Sample</h1>'
        '<div class="article-meta"><p class="article-meta__location">Sample Nacional<br>Havana, Cuba</p>'
        '<p class="article-meta__publish-date">May 4, 2020</p></div></section><div class="entry-content"><p>Hi.</p></div></article>'
    )
    assert list(convert_html(press).places) == ["Havana, Cuba"]


RESPONSIVE = (
    '<title>{title}</title><div class="l-page-title"><h2 id="page-title">{title}</h2></div><div id="middlecolumn"><div id="top-meta"></div>'
    '<div id="centerblock">{body}</div></div>'
)


def test_a_masthead_that_opens_the_content_is_read_where_the_template_finds_a_title_alone() -> None:
    opening = "<p>Press Statement</p><p>Robin Example<br>Deputy Department Spokesperson<br>Washington, DC<br>January 22, 2016</p>"
    document = convert_html(RESPONSIVE.format(title="On a Sample", body=f"{opening}<hr><p>It is a sample.</p>"))
    assert published(document) == "2016-01-22"
    assert document.document_type is not None
    assert document.document_type.slug == "press-statement"
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [
        ("Robin Example", "Deputy Department Spokesperson")
    ]
    assert [block.text for block in document.sections[0].blocks] == ["It is a sample."]


@pytest.mark.parametrize("opening", ["<p>Washington, DC</p>", "<p>May 2016</p>", "<p>Office of Sample Affairs</p>"])
def test_one_line_that_opens_the_content_is_no_masthead(opening: str) -> None:
    document = convert_html(RESPONSIVE.format(title="On a Sample", body=f"{opening}<p>It is a sample.</p>"))
    assert len(document.sections[0].blocks) == 2


def test_a_heading_element_that_states_a_kind_and_more_is_the_title_above_loose_lines() -> None:
    document = convert_html(
        '<title>A Sheet</title><p><a href="/ERC/index.html">Library</a></p><hr><h2>Fact Sheet: Sample Wells</h2>'
        "U.S. Department of State<br>Bureau of African Affairs<br>July 5, 1994<hr><h3>Depth</h3>It is deep."
    )
    assert document.title == "Fact Sheet: Sample Wells"
    assert outline(document) == [(3, "Depth")]


def test_a_post_s_name_over_what_it_says_is_no_heading() -> None:
    document = of_post(
        "<p><strong>U.S. Embassy Lima</strong><br>Security Message for U.S. Citizens</p><p>This sample alerts nobody.</p>"
    )
    assert not outline(document)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Media Note: Sample Visit", "media-note"),
        ("Nota de Prensa: Un Ejemplo", "media-note"),
        ("Sample Note: A Visit", None),
    ],
)
def test_a_title_states_its_kind_before_a_colon(title: str, slug: str | None) -> None:
    kind = of_post("<p>It is a sample.</p>", title).document_type
    assert (kind.slug if kind else None) == slug


def test_a_letter_that_goes_on_ranks_as_the_one_before_though_it_is_not_underlined() -> None:
    document = of_2001(
        "<p><b>A. <u>SAMPLE NUMBERS</u></b></p><p>They are few.</p><p><b><u>SAMPLE CHARTS</u></b></p><p>None.</p>"
        "<p><b>B. <u>SAMPLE DATES</u></b></p><p>They pass.</p><p><b>C. SAMPLE LISTS</b></p><p>They are long.</p>"
        "<p><b>A. SAMPLE PARTS</b></p><p>They are below.</p><p><b>B. MORE PARTS</b></p><p>So are these.</p>"
    )
    assert outline(document) == [
        (2, "SAMPLE NUMBERS"),
        (3, "SAMPLE CHARTS"),
        (2, "SAMPLE DATES"),
        (2, "SAMPLE LISTS"),
        (3, "SAMPLE PARTS"),
        (3, "MORE PARTS"),
    ]


OF_1997 = (
    '<title>{title}</title><div id="archivebanner"><table><tr><td class="dos_archive_left1997"></td></tr></table></div>'
    "<blockquote>{body}</blockquote>"
)


def test_lines_above_the_bar_of_the_1990s_are_the_masthead() -> None:
    body = (
        '<table><tr><td><img src="/s.gif" alt="Great Seal"></td><td><b>Travels of a Sample</b><br>Robin Example<br>1997-2000</td>'
        '</tr></table><img src="/b.gif" alt="Blue Bar"><table border="1"><tr><td>Feb. 15, 1997</td><td>Sampleville</td></tr></table>'
    )
    document = convert_html(OF_1997.format(title="Travels of Samples, 1997", body=body))
    assert document.title == "Travels of a Sample"
    assert published(document) is None
    assert not outline(document)


def test_the_last_line_of_a_post_of_an_embassy_dates_it_where_no_other_does() -> None:
    page = (
        '<title>Sample Fair - U.S. Embassy Lima</title><div class="mo-breadcrumbs"><h1>Sample Fair</h1></div><main><article>'
        '<div class="entry-content">{}<p>A fair was held, says this sample.</p></div><footer><p class="entry-tags">By '
        '<a href="/author/x/">U.S. Embassy Lima</a> | 3 April, 2019 | Topics: <a href="/t/">Events</a></p></footer></article></main>'
    )
    assert published(convert_html(page.format(""))) == "2019-04-03"
    assert published(convert_html(page.format("<p>Lima, April 1, 2019</p>"))) == "2019-04-01"


@pytest.mark.parametrize(
    ("host", "codes"),
    [
        ("kampala.usembassy.gov", ["UG"]),
        ("www.antananarivo.usembassy.gov", ["MG"]),
        ("spanish.peru.usembassy.gov", ["PE"]),
        ("bulgaria.usembassy.gov", ["BG"]),
        ("shanghai.usembassy-china.org.cn", ["CN"]),
        ("belgrade.usembassy.gov", ["RS"]),
        ("ge.usembassy.gov", ["GE"]),
        ("geneva.usmission.gov", []),
        ("jerusalem.usconsulate.gov", [None]),
        ("kampala.example.gov", []),
    ],
)
def test_the_site_of_a_post_tells_its_country(host: str, codes: list[str | None]) -> None:
    inner = '<div id="middle-content-article"><h1>A Sample</h1><p>Forty readers met.</p></div>'
    document = convert_html(inner, url=f"http://{host}/a.html")
    assert [country.code for country in document.countries] == codes


def test_the_only_heading_of_its_rank_titles_a_page_without_a_title_element() -> None:
    document = convert_html(f"{BANNER}<h3>Sample Statements</h3><p><b>December</b></p><p>-12/31/03 Quake</p>")
    assert document.title == "Sample Statements"
    assert outline(document) == [(2, "December")]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Statement on Bahrain", ["BH"]),
        ("94/09/19 Statement: Haiti", ["HT"]),
        ("Briefing With Special Envoy Example on Ethiopia", ["ET"]),
        ("Talks on Iran and Syria", ["IR", "SY"]),
        ("Remarks on Trade and Turkey Farms", []),
        ("Sample Conference on Water in Peru", []),
    ],
)
def test_what_a_statement_is_on(title: str, codes: list[str]) -> None:
    document = of_2001("<p>It is a sample of what was said.</p>", title)
    assert [country.code for country in document.countries] == codes
