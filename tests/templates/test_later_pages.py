"""Pages of 2013 to now in the markup of their designs, written for the project: feeds, bulletins, blogs."""

# ruff: noqa: E501  (markup is shown as pages write it)

import html
from pathlib import Path

import pytest

import statedocs
from statedocs import convert_html
from statedocs.record import Document

HERO = (
    '<section class="wp-block-default-hero-container wp-block-default-hero-container--no-featured-content "><div class='
    '"wp-block-default-hero module featured-content page-header "><div class="row bc_row"></div><div class="row" dir="ltr">'
    '<div class="featured-content__copy"><h1 class="featured-content__headline stars-above">{title}</h1><div class='
    '"article-meta"><p class="article-meta doctype-meta">{kind}</p><p class="article-meta__audience"></p><p class='
    '"article-meta__location"></p><p class="article-meta__publish-date">March 4, 2026</p></div><div class='
    '"page-header__actions"></div></div></div></div></section>'
)


def outline(document: Document) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in document.sections if section.heading]


def texts(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks]


def from_feed(
    folder: Path, *, creator: str, opening: str, title: str = "Sample Wells", kind: str = "Remarks"
) -> Document:
    content = opening + HERO.format(title=title, kind=kind) + "<div class=wp-block-paragraph><p>Good morning.</p></div>"
    item = (
        f"<item><title>{html.escape(title)}</title><link>https://www.state.gov/releases/2026/03/sample-wells/</link>"
        f"<dc:creator><![CDATA[{creator}]]></dc:creator><pubDate>Wed, 04 Mar 2026 15:00:00 +0000</pubDate>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )
    path = folder / "feed.rss"
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Releases</title>{item}</channel></rss>',
        encoding="utf-8",
    )
    (snapshot,) = statedocs.read(path)
    assert isinstance(snapshot, statedocs.Snapshot)
    return statedocs.convert(snapshot)


def test_who_and_where_open_the_post_of_a_feed(tmp_path: Path) -> None:
    document = from_feed(
        tmp_path,
        creator="Robin Example, Secretary of State",
        opening="<p>Robin Example, Secretary of State</p>\n<p>Sampleton Field</p>\n<p>Treaty Room</p>\n<div><p></p></div>",
    )
    assert [(line.role, line.text) for line in document.masthead] == [
        ("title", "Sample Wells"),
        ("speaker", "Robin Example, Secretary of State"),
        ("place", "Sampleton Field"),
        ("place", "Treaty Room"),
        ("type", "Remarks"),
        ("date", "March 4, 2026"),
    ]
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]
    assert list(document.places) == ["Sampleton Field"]
    assert texts(document) == ["Good morning."]
    assert document.accounting.unaccounted == 0


def test_a_creator_is_read_as_the_site_escapes_it(tmp_path: Path) -> None:
    line = "Robin &quot;Rob&quot; Example, Spokesperson"
    document = from_feed(tmp_path, creator=line, opening=f"<p>{line}</p>\n")
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [('Robin "Rob" Example', "Spokesperson")]
    assert "issuer-unknown" not in {finding.code for finding in document.findings}


def test_an_opening_that_is_not_the_creator_s_stays_text(tmp_path: Path) -> None:
    document = from_feed(tmp_path, creator="Office of the Spokesperson", opening="<p>The text follows below.</p>")
    assert [issuer.name for issuer in document.issuers] == ["Office of the Spokesperson"]
    assert "The text follows below." in texts(document)


def bulletin(body: str) -> Document:
    return convert_html(
        '<title>Visa Bulletin For May 2022</title><div class="tsg-rwd-main-copy-body-frame withrail"><div class='
        '"tsg-rwd-page-subheader"><h1>Visa Bulletin For May 2022</h1></div><div class="tsg-rwd-text parbase section">'
        f"<p><i>Number 65<br>Volume X<br>Washington, D.C</i></p>{body}<p>CA/VO: April 5, 2022</p></div></div>"
    )


def test_parts_of_a_bulletin_that_stand_to_the_right_rank_below_those_at_the_margin() -> None:
    part = '<p style="margin-left: 80px;"><b>{}.&nbsp; <u>{} FOR SAMPLE CASES</u></b></p><p>The chart below shows dates.</p>'
    document = bulletin(
        "<p><b>A. <u>SAMPLE NUMBERS</u></b></p><p>This says how many numbers there are.</p>"
        "<p><u><b>FIRST&nbsp;SAMPLES</b></u></p><p>There are samples of the first kind.</p>"
        + part.format("A", "FINAL DATES")
        + part.format("B", "FILING DATES")
        + "<p><b>B</b>.&nbsp;&nbsp;<b><u>SAMPLE LOTTERY</u></b></p><p>The lottery has a limit of samples.</p>"
    )
    assert outline(document) == [
        (2, "A", "SAMPLE NUMBERS"),
        (3, None, "FIRST SAMPLES"),
        (4, "A", "FINAL DATES FOR SAMPLE CASES"),
        (4, "B", "FILING DATES FOR SAMPLE CASES"),
        (2, "B", "SAMPLE LOTTERY"),
    ]


def test_margins_do_not_part_headings_without_numbers() -> None:
    document = bulletin(
        "<p><b>FIRST SAMPLES</b></p><p>There are samples of the first kind.</p>"
        '<p style="margin-left: 40px"><b>SECOND SAMPLES</b></p><p>There are samples of the second kind.</p>'
    )
    assert [level for level, _, _ in outline(document)] == [2, 2]


def test_a_story_of_the_blog_says_who_posted_it_and_when() -> None:
    document = convert_html(
        '<meta property="og:site_name" content="DipNote"><title>Friends Plant Trees | DipNote</title><div id="page">'
        '<header id="section-header">DipNote</header><div class="region region-content" id="region-content"><h1 class='
        '"title" id="page-title"><span>Friends</span> Plant Trees </h1><article class="node node-article"><div class='
        '"content"><div class="field">Posted by <a href="/contributors/robin">Robin Example</a></div><div class="field">'
        'May 6, 2013</div><div class="field"><p>Today we planted trees with friends.</p></div></div><div id="comments"'
        ' class="comment-wrapper"><h2>Comments</h2><div class="posted">June 3, 2014</div><p>Nice.</p></div></article>'
        "</div></div>"
    )
    assert document.title == "Friends Plant Trees"
    assert document.published is not None
    assert document.published.value == "2013-05-06"
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin Example", None)]
    assert texts(document) == ["Today we planted trees with friends."]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Further Measures on Cuba’s Ports, Banks, and Mines", ["CU"]),
        ("Joint Statement on the U.S.-Serbia Strategic Dialogue", ["RS"]),
        ("United States – Tajikistan Annual Consultations", ["TJ"]),
        ("The United States and the Marshall Islands Sign a Compact", ["MH"]),
        ("Joint Statement on a Sample Town (Sudan)", ["SD"]),
        ("United States Welcomes Türkiye’s Signature", ["TR"]),
        ("Canada Day", ["CA"]),
        ("Nepal Constitution Day", ["NP"]),
        ("Media Logistics for a Meeting in Atlanta, Georgia", []),
        ("Remarks by Jordan’s Friends", []),
        ("U.S.-Jordan Memorandum on Wells", ["JO"]),
        ("Secretary Example’s Travel to Colombia, Ecuador, and Peru", ["CO", "EC", "PE"]),
        ("Secretary Example’s Travel to Brussels and Paris", []),
        ("Northern Ireland’s Assembly and New Mexico’s Wells", ["GB"]),
        ("Inspection of Embassy Sampleton, Georgia", ["GE"]),
        ("Secretary Example’s Call with Friends", []),
    ],
)
def test_countries_that_a_title_says_something_of(title: str, codes: list[str]) -> None:
    document = convert_html(
        f'<title>{title}</title><main><div class="entry-content">{HERO.format(title=title, kind="Media Note")}'
        "<p>The text of the statement follows.</p></div></main>"
    )
    assert [country.code for country in document.countries] == codes


HISTORIAN = (
    '<title>Samplia - Countries - Office of the Historian</title><div class="ribbon-container"><div class="ribbon"><a href="/beta">'
    'Learn about the beta</a></div></div><header class="hsg-header"><img alt="Office of the Historian"></header><nav class="hsg-nav">'
    '<a href="/">Home</a></nav><div class="hsg-main"><main id="content">{}</main></div><footer class="hsg-footer">Contact</footer>'
)


def test_the_first_heading_titles_a_page_of_the_historian_that_has_no_title_element_of_its_own() -> None:
    title = "A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776: Peru"
    document = convert_html(
        HISTORIAN.format(
            f'<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/countries">Countries</a></li></ol><div id="content-inner">'
            f'<div class="content"><h2 class="tei-head2">{title}</h2><h3>Summary</h3><p>See <a href="/countries/mali">Mali</a> as well.</p>'
            "<h3>Recognition</h3><h4>First Steps, 1826.</h4><p>Steps were taken on May 2, 1826.</p></div></div>"
        )
    )
    assert document.title == title
    assert [country.code for country in document.countries] == ["PE"]
    assert outline(document) == [(3, None, "Summary"), (3, None, "Recognition"), (4, None, "First Steps, 1826.")]
    assert document.links[0].url == "https://history.state.gov/countries/mali"
    assert [crumb.text for crumb in document.breadcrumb] == ["Home", "Countries"]


def test_a_document_of_a_volume_has_its_own_title_and_place() -> None:
    document = convert_html(
        HISTORIAN.format(
            '<div class="hsg-navigation-wrapper"><h2 class="hsg-navigation-title" id="navigation-title"><a href="/v1">Sample Relations, '
            'Volume I</a></h2></div><div id="content-inner"><div id="content-container"><div class="content"><h4 class="tei-head7">2. Address'
            " by Robin Example to Friends</h4><p>San Francisco, July 29, 1967.</p><p>I would like to speak of wells.</p></div></div></div>"
            '<aside class="hsg-width-sidebar"><h4>Persons</h4></aside>'
        )
    )
    assert document.title == "2. Address by Robin Example to Friends"
    assert list(document.places) == ["San Francisco"]
    assert texts(document) == ["I would like to speak of wells."]
    assert "history-countries/volume-title" in {gone.rule for gone in document.removed}


def test_a_travel_advisory_of_a_feed_is_of_the_day_that_the_feed_writes(tmp_path: Path) -> None:
    path = tmp_path / "advisories.xml"
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>travel.state.gov: Travel Advisories</title><item><title>Samoa - Level 2:'
        " Exercise Increased Caution</title><link>https://travel.state.gov/content/travel/en/traveladvisories/samoa-travel-advisory.html"
        '</link><pubDate>Fri, 20 Feb 2026</pubDate><category domain="Country-Tag">WS</category><description>&lt;p&gt;Mind the &lt;b&gt;'
        "waves&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>",
        encoding="utf-8",
    )
    (snapshot,) = statedocs.read(path)
    assert isinstance(snapshot, statedocs.Snapshot)
    document = statedocs.convert(snapshot)
    assert document.published is not None
    assert document.published.value == "2026-02-20"
    assert [country.code for country in document.countries] == ["WS"]
    assert texts(document) == ["Mind the waves."]


@pytest.mark.parametrize(
    "end", ["<p align=center># # #</p>", "<p>They are deep.<br>###</p>", "<p>- 30 -</p><p>PRN: 2011/1</p>"]
)
def test_the_mark_that_closes_a_release_is_no_text(end: str) -> None:
    document = convert_html(
        '<title>Wells</title><div class=l-page-title><h2 id=page-title>Wells</h2></div><div id=middlecolumn><div id="centerblock">'
        f"<p>The wells are sample # 3 of # 4.</p>{end}</div></div>"
    )
    assert not any("#" in text.split("\n")[-1] or "30" in text for text in texts(document)[1:])
    assert texts(document)[0] == "The wells are sample # 3 of # 4."
    assert "responsive-2015/end-mark" in {gone.rule for gone in document.removed}
    assert document.accounting.unaccounted == 0


FIELD = '<div class="field"><div class="field__label">{}</div><div class="field__item">{}</div></div>'


def test_fields_whose_labels_stand_above_their_values() -> None:
    fields = (
        FIELD.format("Report Date", "<time datetime=2024-03-04T12:00:00Z>March 4, 2024</time>")
        + FIELD.format("Report Number", "ISP-I-24-01")
        + FIELD.format("Report Type", "Report")
    )
    document = convert_html(
        '<title>Inspection of Embassy Sampleton, Peru | Office of Inspector General</title><main><h1 class="page-title"><span>Inspection of'
        f" Embassy Sampleton, Peru</span></h1><article>{fields}<h2>What Was Found</h2><p>The garden is green.</p></article></main>",
        url="https://www.stateoig.gov/report/isp-i-24-01",
    )
    assert document.published is not None
    assert document.published.value == "2024-03-04"
    assert [identifier.value for identifier in document.identifiers] == ["ISP-I-24-01"]
    assert [issuer.code for issuer in document.issuers] == ["OIG"]
    assert [country.code for country in document.countries] == ["PE"]
    assert document.document_type is not None
    assert document.document_type.slug == "report"
    assert texts(document) == ["The garden is green."]


def test_a_report_on_a_post_is_a_title_and_no_place() -> None:
    document = statedocs.convert_text(
        "Inspection of Embassy Sampleton, Peru\n\nReport Date\nMarch 4, 2024\n\nThe embassy has a fine garden that is green all year.\n"
    )
    assert document.title == "Inspection of Embassy Sampleton, Peru"
    assert not document.places
    assert document.published is not None
    assert document.published.value == "2024-03-04"


def test_who_speaks_and_who_issues_are_parted_where_the_site_runs_them_together(tmp_path: Path) -> None:
    line = "Robin &quot;Rob&quot; Example, SpokesmanOffice of the Spokesman"
    document = from_feed(tmp_path, creator=line, opening=f"<p>{line}</p>\n")
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [('Robin "Rob" Example', "Spokesman")]
    assert [issuer.as_written for issuer in document.issuers] == ["Office of the Spokesman"]
    assert document.accounting.unaccounted == 0


def test_what_an_item_of_the_feed_holds_is_read_where_it_was_saved_alone() -> None:
    document = statedocs.convert_html(
        "<p>Robin Example, Secretary of State</p>\n<p>Washington, D.C.</p>\n<p>Treaty Room</p>\n"
        '<section class="wp-block-default-hero-container wp-block-default-hero-container--no-featured-content ">'
        '<div class="wp-block-default-hero module featured-content page-header"><div class="row" dir="ltr"><div class="featured-content__copy">'
        '<h1 class="featured-content__headline stars-above">\nSample Wells &amp; Others\n</h1><div class="article-meta">'
        '<p class="article-meta doctype-meta">Remarks</p><p class="article-meta__audience"></p><p class="article-meta__location"></p>'
        '<p class="article-meta__publish-date">July 6, 2026</p></div><div class="page-header__actions"></div></div></div></div></section>\n'
        '<div class="classic-block-wrapper"><div class="wp-block-classic"><p><strong>QUESTION:</strong>  Are the wells deep?</p>'
        "<p>They are as deep as they were in 1983, and nobody knows why that is so.</p></div></div>"
    )
    assert document.template.name == "feed-item"
    assert document.title == "Sample Wells & Others"
    assert document.published is not None
    assert document.published.value == "2026-07-06"
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin Example", "Secretary of State")]
    assert list(document.places) == ["Washington, D.C."]
    assert texts(document)[0] == "QUESTION: Are the wells deep?"
    assert not document.removed


def test_a_text_that_runs_them_together_is_parted_as_well() -> None:
    document = statedocs.convert_text(
        "Sample Wells\n\nBureau of African AffairsOffice of the Spokesperson\n\nMarch 4, 2026\n\nThe wells are deep, and nobody knows why.\n"
    )
    assert [issuer.as_written for issuer in document.issuers] == [
        "Bureau of African Affairs",
        "Office of the Spokesperson",
    ]


FRAME = (
    '<div><a href="/"><img src="seal.gif" alt="Seal"></a><h1>U.S. Department of State</h1><h2>Diplomacy in Action</h2></div><div>'
    '<h2>Browse by:</h2><ul><li><a href="/t">Topic</a></li><li><a href="/s">Speaker</a></li><li><a href="/d">Date</a></li></ul>'
    '<p>Stay connected</p></div><p><a href="/">Home</a> &gt; <a href="/r">Remarks</a> &gt; Wells</p>'
)
BODY = "<p>Robin Example<br>Assistant Secretary<br>Washington, DC<br>October 14, 2011</p><hr><p>The wells are deep, as we know.</p>"


def test_the_frame_above_the_title_goes_where_no_name_marks_it() -> None:
    document = convert_html(f"<title>Remarks on Wells</title><body>{FRAME}<h2>Remarks on Wells</h2>{BODY}</body>")
    assert document.title == "Remarks on Wells"
    assert [(speaker.name, speaker.role) for speaker in document.speakers] == [("Robin Example", "Assistant Secretary")]
    assert document.published is not None
    assert document.published.value == "2011-10-14"
    assert texts(document) == ["The wells are deep, as we know."]
    assert not document.links
    assert "generic/site-frame" in {gone.rule for gone in document.removed}
    assert document.accounting.unaccounted == 0


def test_prose_above_the_title_is_no_frame() -> None:
    prose = "<p>" + "This says at some length what the wells are good for, and for whom they were dug. " * 3 + "</p>"
    document = convert_html(
        f"<title>Remarks on Wells</title><body>{FRAME}{prose}<h2>Remarks on Wells</h2>{BODY}</body>"
    )
    assert any(text.startswith("This says at some length") for text in texts(document))
    assert "generic/site-frame" not in {gone.rule for gone in document.removed}


def test_the_footer_goes_where_no_name_marks_it_and_links_of_the_page_stay() -> None:
    footer = (
        '<h4>State</h4><ul><li><a href="/p">Privacy Policy</a></li><li><a href="/f">FOIA</a></li><li><a href="/h">Hotline</a></li></ul>'
        "<p>The Office of Website Management, Bureau of Public Affairs, manages this site as a portal for all who look for wells.</p>"
    )
    related = '<h3>Related links</h3><ul><li><a href="/w">Wells</a></li><li><a href="/p">Ponds</a></li></ul>'
    document = convert_html(
        f"<title>Remarks on Wells</title><body><h2>Remarks on Wells</h2>{BODY}{related}{footer}</body>"
    )
    assert texts(document) == ["The wells are deep, as we know.", "Wells\nPonds"]
    assert [heading for _, _, heading in outline(document)] == ["Related links"]
    assert document.accounting.unaccounted == 0


def test_a_footer_with_prose_behind_it_stays() -> None:
    links = '<ul><li><a href="/p">Privacy Policy</a></li><li><a href="/f">FOIA</a></li></ul>'
    document = convert_html(
        f"<title>Wells</title><body><h2>Wells</h2><p>They are deep.</p>{links}<p>{'And so on. ' * 9}</p></body>"
    )
    assert "Privacy Policy\nFOIA" in texts(document)
