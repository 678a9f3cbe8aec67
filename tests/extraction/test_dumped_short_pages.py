"""Dumps of short pages: the frame around them is longer than they are, and their mastheads were broken."""

import pytest

from statedocs.pipeline import convert_text
from statedocs.record import Document

RESPONSIVE = """\
   Skip to Main Content

   DOS Seal

U.S. Department of State

Diplomacy in Action

   Jump to In This Section
     * Home
     * Under Secretary for Sample Affairs
     * {step}

{title}

   Share
   {below}
   May 2, 2017
     __________________________________________________________________

   The sample wells were counted at dockside.

In This Section:

     * Go Back

   The Office of Website Management, Bureau of Public Affairs, manages
   this site as a portal for information from the U.S. State Department.
"""

HISTORIAN = """\
   Office of the Historian

     * Home
     * Historical Documents
     * Guide to Countries

   Nepal - Countries
    1. Home
    2. Countries
    3. Nepal

A Guide to the United States’ Sample History of Recognition, Diplomatic, and
Consular Relations, by Country, since 1776: Nepal

Summary

   The sample of an agreement was signed on April 25, 1947.

Resources

     * Chiefs of Mission for Nepal

Countries

     * View a list of all countries

Related Resources

   World Wide Diplomatic Archives Index

    Office of the Historian, Foreign Service Institute
"""


def removed(document: Document) -> dict[str, str]:
    return {gone.text: gone.rule for gone in document.removed}


def body(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks]


@pytest.mark.parametrize(
    ("step", "title", "below"),
    [
        ("Remarks", "Remarks at a Meeting With Sample Directors", "Remarks\n   Robin Example\n   Secretary of State"),
        ("Bureau of Consular Affairs", "Counting of Sample Wells", "Fact Sheet\n   Bureau of Consular Affairs"),
        ("Bureau of Consular Affairs", "Sample Grants to Wells", "Bureau of Consular Affairs\n   Report"),
        ("Bureau of Consular Affairs", "Bureau of Consular Affairs", "About Us"),
        ("Fact Sheets", "Sample Wells: Questions and Answers", "Fact Sheet\n   Office of the Spokesperson"),
        ("Counting of Sample Wells", "Counting of Sample Wells", "Fact Sheet\n   Bureau of Consular Affairs"),
    ],
)
def test_a_breadcrumb_that_ends_in_whose_page_or_of_what_kind_it_is_does_not_name_it(
    step: str, title: str, below: str
) -> None:
    document = convert_text(RESPONSIVE.format(step=step, title=title, below=below).encode())
    assert document.title == title
    assert body(document) == ["The sample wells were counted at dockside."]


def test_what_is_said_in_a_short_page_is_not_skipped_for_an_entry_of_the_menu_below_it() -> None:
    document = convert_text(HISTORIAN.encode())
    assert document.title == (
        "A Guide to the United States’ Sample History of Recognition, Diplomatic, and "
        "Consular Relations, by Country, since 1776: Nepal"
    )
    assert [country.code for country in document.countries] == ["NP"]
    assert body(document) == [
        "The sample of an agreement was signed on April 25, 1947.",
        "Chiefs of Mission for Nepal",
    ]
    assert removed(document)["World Wide Diplomatic Archives Index"] == "site-menu"


def test_steps_on_lines_of_their_own_end_above_a_title_that_was_broken() -> None:
    flat = "\n".join(line.strip().lstrip("*123. ") for line in HISTORIAN.splitlines() if line.strip())
    document = convert_text(flat.encode())
    assert [crumb.text for crumb in document.breadcrumb] == ["Home", "Countries", "Nepal"]
    assert document.title is not None
    assert document.title.endswith("Consular Relations, by Country, since 1776: Nepal")
    assert "The sample of an agreement was signed on April 25, 1947." in body(document)


def test_the_words_of_another_sites_footer_above_a_known_one_are_the_pages() -> None:
    document = convert_text(
        b"U.S. Department of State\n\nFact Sheet\n\nBureau of Political-Military Affairs\n\n12/06/2010\n\n"
        b"The sample program has worked in 81 countries.\n\nAims\n\n* Clear wells\n* Secure stocks\n\n"
        b"Contact\n\nCall 202-555-0188.\n\n[This is a mobile copy of Sample Wells]\n\n"
        b"Short URL: http://m.state.gov/md152233.htm\n\nHome | Search | Full Site\n"
    )
    assert "Call 202-555-0188." in body(document)
    assert document.title == "Sample Wells"


COUNTRY = """\
Skip to content
An official website of the United States government Here's how you know
State Department Home
Policy Issues
Home Countries & Areas\u2026Tonga hide

Tonga

U.S. Relationship

The United States counts its sample wells with Tonga, and has counted them there since the spring of 1976.

Read more

Facts

Capital Nuku\u2019alofa
Islands 2

{cards}* White House
* USA.gov
* Office of the Inspector General
* Archives
* Contact Us
"""


def test_a_button_of_the_page_does_not_end_it() -> None:
    document = convert_text(COUNTRY.format(cards="").encode())
    assert {"Read more", "Capital Nuku\u2019alofa", "Islands 2"} <= set("\n".join(body(document)).splitlines())


def test_the_buttons_of_cards_below_a_page_are_related_articles() -> None:
    cards = "Sample Kites\n\nRead more\n\nSample Dams\n\nRead more\n\n"
    document = convert_text(COUNTRY.format(cards=cards).encode())
    assert removed(document)["Sample Dams"] == "related-articles"


def test_a_link_to_the_top_among_tags_is_no_tag() -> None:
    document = convert_text(
        b"Sample Almanac\n\nMedia Note\n\nOffice of the Spokesperson\n\nMarch 5, 2020\n\n"
        b"The Department launched the sample almanac with three countries of the sea that measure their tides.\n\n"
        b"Tags\n\nMarshall Islands Micronesia Palau\nBack to Top\n"
        b"* White House\n* USA.gov\n* Office of the Inspector General\n* Archives\n* Contact Us\n\nCookie Settings\n"
    )
    assert [subject.term for subject in document.subjects] == ["Marshall Islands", "Micronesia", "Palau"]
    assert [country.code for country in document.countries] == ["MH", "FM", "PW"]
    assert removed(document)["Back to Top"] == "top-link"


def test_a_name_of_two_countries_is_no_place() -> None:
    document = convert_text(
        b"Travel.State.Gov > International Travel > Israel, West Bank and Gaza\n\nShare this page:\n\n"
        b"Israel, West Bank and Gaza\nState of Israel\n\nTravel Advisory\nOctober 14, 2023\n\n"
        b"Sample travelers should carry water, a map and a copy of this sample of a page about the roads.\n"
    )
    assert document.title == "Israel, West Bank and Gaza"
    assert [country.code for country in document.countries] == ["IL", "PS"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Fact Sheet released by the Bureau of Oceans and International", "Environmental and Scientific Affairs, "),
        ("Fact Sheet released by the Bureau of Oceans and International Environmental", "and Scientific Affairs, "),
    ],
)
def test_a_bureau_that_a_break_parts_is_one(above: str, below: str) -> None:
    document = convert_text(
        f"Kelp Conservation\n{above}\n{below}October 1, 1998\n\nKelp grows along the coasts of samples.\n".encode()
    )
    assert document.title == "Kelp Conservation"
    assert [issuer.name for issuer in document.issuers] == [
        "Bureau of Oceans and International Environmental and Scientific Affairs"
    ]
    assert document.published is not None
    assert document.published.value == "1998-10-01"


def test_who_speaks_is_read_over_a_break_and_issues_nothing() -> None:
    document = convert_text(
        b"Casey Sample, Assistant Secretary of State for\nInter-American Affairs\n"
        b"Statement before the Subcommittee on Sample Trade, House Ways and Means\nCommittee\n"
        b"Washington, DC, July 16, 1997\n\nMr. Chairman, I thank you for the chance to speak of bees.\n"
    )
    assert document.issuers == ()
    assert [speaker.role for speaker in document.speakers] == [
        "Assistant Secretary of State for Inter-American Affairs"
    ]
    assert document.title == "Statement before the Subcommittee on Sample Trade, House Ways and Means Committee"


def test_a_place_below_the_whole_name_of_a_bureau_begins_a_line() -> None:
    document = convert_text(
        b"   Workshop on Sample Reefs\n\n"
        b"   Bureau of Oceans and International Environmental and Scientific Affairs\n"
        b"   Apia, Samoa\n   June 12, 2006\n\n"
        b"   Nineteen delegations met in Apia for a workshop on how reefs are sampled\n"
        b"   and how often the samples of each of them are sent to the others for a\n"
        b"   second count. The group will meet again in the spring of the next year\n"
        b"   in the same place.\n"
    )
    assert [issuer.as_written for issuer in document.issuers] == [
        "Bureau of Oceans and International Environmental and Scientific Affairs"
    ]
    assert document.places == ("Apia, Samoa",)


def test_a_breadcrumb_goes_on_below_the_right_edge() -> None:
    document = convert_text(
        b"   Travel.State.Gov > International Travel > Sample Country Information\n   > Israel, West Bank and Gaza\n\n"
        b"   Israel, West Bank and Gaza\n   State of Israel\n\n   Sample travelers should carry water.\n"
    )
    assert [crumb.text for crumb in document.breadcrumb] == [
        "Travel.State.Gov",
        "International Travel",
        "Sample Country Information",
        "Israel, West Bank and Gaza",
    ]
