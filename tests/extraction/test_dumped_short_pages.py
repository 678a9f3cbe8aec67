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


def dumped(text: str) -> Document:
    return convert_text(text.encode())


BRIEFING = """\
Skip to content
State Department Home
Policy Issues
Home Office of the Spokesperson Press Briefings \u2026 Department Press Briefing \u2013 July
15, 2025
hide

Department Press Briefing \u2013 July 15, 2025

Casey Example, Department Spokesperson

Washington, DC

July 15, 2025

The sample of a briefing began with a sample of an announcement about wells.
"""


def test_the_last_step_of_a_breadcrumb_that_the_right_edge_broke_is_one() -> None:
    document = dumped(BRIEFING)
    assert document.breadcrumb[-1].text == document.title == "Department Press Briefing \u2013 July 15, 2025"
    assert [issuer.evidence for issuer in document.issuers] == ["breadcrumb"]


MENU = """\
Other State Department Archive Sites
Home Issues & Press Travel & Business Countries Youth &
Education Careers About State Video

You are in: Under Secretary for Sample Affairs > Bureau of African Affairs >
Releases

Wells of Gabon

Country Reports on Sample Practices - 2004
Released by the Bureau of African Affairs
February 28, 2005

Gabon is a sample that is dominated by strong wells.
"""


def test_a_menu_and_a_breadcrumb_that_the_right_edge_broke_are_no_title() -> None:
    document = dumped(MENU)
    assert document.title == "Wells of Gabon"
    assert [crumb.text for crumb in document.breadcrumb][-1] == "Releases"
    assert removed(document)["Education Careers About State Video"] == "site-menu"


def test_the_title_of_the_window_ends_the_menu_below_a_breadcrumb() -> None:
    document = dumped(
        "Suspension of Sample Services\n\nSkip to main content\n\nTravel.State.Gov\n>\nVisas\n>\nVisas News\n\n"
        "The Visa Bulletin\n\nVisa Statistics\n\nLaws & Regulations\n\nSuspension of Sample Services\n\n"
        "Last Updated: July 14, 2020\n\nThe Department suspended sample services worldwide in March of that year.\n"
    )
    assert document.title == "Suspension of Sample Services"
    assert "Visa Statistics" in removed(document)


def test_a_page_without_a_title_is_called_as_its_window() -> None:
    document = dumped(
        "Offices of Sample Missions: Motor Wells\n\nOther State Department Archive Sites\n\n"
        "Those who are known as the keepers of the wells send remittances each year to the samples.\n"
    )
    assert document.title == "Offices of Sample Missions: Motor Wells"
    assert "title-inferred" in [finding.code for finding in document.findings]


def test_steps_with_bars_stand_above_the_title_that_the_last_one_names() -> None:
    document = dumped(
        "Skip to main content\n\nAn official website of the United States government\n\nU.S. Embassy in Honduras\n\n"
        "Home\n|\nNews & Events\n| U.S. Donates Samples\nU.S. Donates Samples\n\n"
        "Tegucigalpa, June 27, 2021 \u2013 The United States donated 1.5 million samples to a well.\n\n"
        "This is the official website of the U.S. Embassy in Honduras.\n"
    )
    assert document.title == "U.S. Donates Samples"
    assert document.published is not None
    assert document.published.value == "2021-06-27"
    assert "Home | Travel Advisories" not in [crumb.text for crumb in document.breadcrumb]


def test_a_menu_with_bars_is_no_breadcrumb() -> None:
    document = dumped(
        "Skip to main content\n\nHome\n|\nTravel Advisories\n|\nNewsroom\n\n"
        "Travel.State.Gov > U.S. Visas > Sample Lists\n\nShare this page:\n\nSample Lists\n\n"
        "The following samples maintain treaties of wells with one another since they were dug.\n"
    )
    assert [crumb.text for crumb in document.breadcrumb] == ["Travel.State.Gov", "U.S. Visas", "Sample Lists"]
    assert [issuer.name for issuer in document.issuers] == ["Bureau of Consular Affairs"]


def test_a_word_that_forms_have_too_hides_no_page() -> None:
    document = dumped(
        "Skip to main content\n\nEmbassy of the United States Bishkek, Kyrgyz Republic\n\nSmall Grants for Samples\n\n"
        "April 3, 2009\n\nThe post will take samples until May 29, 2009.\n\nHow to Apply\n\nSend\nSubject:\n\n"
        "Write to the post and say how many samples of a well there are in all.\n"
    )
    assert document.title == "Small Grants for Samples"
    assert "The post will take samples until May 29, 2009." in body(document)


def test_whom_a_testimony_greets_does_not_speak() -> None:
    greeting = "Chairman Sample, Ranking Member Example, and Members of the Committee, thank you."
    document = dumped(
        f"Trade in Sample Wells\n\nTestimony\nRobin Example\nAssistant Secretary, Bureau of African Affairs\n"
        f"Washington, DC\nApril 27, 2016\n\n{greeting}\n\nThe wells of the samples were counted in the spring.\n"
    )
    assert greeting in body(document)
    assert [speaker.name for speaker in document.speakers] == ["Robin Example"]


def test_a_note_is_parted_from_the_text_on_its_line() -> None:
    document = dumped(
        "Policy Toward Sample Wells\n\nRobin Example, Assistant Secretary for African Affairs\nJune 25, 2004\n"
        "(As Prepared) Thank you for the kind introduction. The parties signed on the day of samples.\n\n"
        "There is more to say of wells, and it will be said in this second sample of a paragraph.\n"
    )
    assert ("note", "(As Prepared)") in [(line.role, line.text) for line in document.masthead]
    assert body(document)[0].startswith("Thank you for the kind introduction.")


def test_what_a_step_names_below_the_body_does_not_hide_it() -> None:
    document = dumped(
        "Other State Department Archive Sites\n\nYou are in: Bureau of African Affairs > Releases > Wells\n\n"
        "Counting of Samples\n\nJune 25, 2004\n\nThe samples were counted by those who have counted the others "
        "since the spring of the year in which they were dug.\n\nWells\n\nThere are four of them.\n"
    )
    assert document.title == "Counting of Samples"
    assert body(document)[0].startswith("The samples were counted by those")


def test_the_department_among_the_tags_is_none() -> None:
    document = dumped(
        "Sample Almanac\n\nMedia Note\n\nMarch 5, 2020\n\n"
        "The Department launched the sample almanac with three countries of the sea that measure their tides.\n\n"
        "Tags\n\nKenya Office of the Spokesperson\nBack to Top\nUnited States Department of State\n"
        "* White House\n* USA.gov\n* Archives\n* Contact Us\n"
    )
    assert [subject.term for subject in document.subjects] == ["Kenya", "Office of the Spokesperson"]


def test_a_button_under_the_title_does_not_take_a_body_that_says_nothing() -> None:
    document = dumped(
        "Skip to main content\n\nAn official website of the United States government\n\nU.S. Embassy in Mongolia\n\n"
        "Visas\n\nHome\n|\nNews\n| Hours of the Sample Section\nHours of the Sample Section\n\nShare\nFacebook\n\n"
        "December 15, 2020\n\nThe section will keep these hours:\n\nThursday\n9:00-12:00\nFriday\nclosed\n\n"
        "Assistance\n\nWrite to\nsample@example.gov\n\nRecent News\nAnother sample\n\n"
        "This is the official website of the U.S. Embassy in Mongolia.\n"
    )
    assert document.title == "Hours of the Sample Section"
    assert document.published is not None
    assert document.published.value == "2020-12-15"
    assert {"9:00-12:00", "closed"} <= set("\n".join(body(document)).splitlines())
    assert removed(document)["Another sample"] == "section-menu"


def test_the_declaration_of_a_page_that_a_dump_kept_makes_no_markup_of_its_text() -> None:
    document = dumped(
        '<?xml version="1.0" encoding="UTF-8"?>\n[U.S._Department_of_State]\nFact Sheet\n'
        "Bureau of Political-Military Affairs\n12/06/2010\nThe program has worked in 81 samples since 1993.\n"
        "[This is a mobile copy of Sample Wells]\nShort URL: http://m.state.gov/md152233.htm\n"
        "Home | Search | Full_Site\n"
    )
    assert document.source.media_type == "text/plain"
    assert document.title == "Sample Wells"
    assert document.published is not None
    assert document.published.value == "2010-12-06"
    assert [block.text for block in document.sections[0].blocks] == ["The program has worked in 81 samples since 1993."]


def test_the_end_of_a_title_that_begins_with_a_small_word_is_no_title() -> None:
    document = dumped(
        "Casey Sample, Assistant Secretary of State\n"
        "Statement before the Subcommittee on Sample Trade, House Ways\nand Means Committee\n"
        "Washington, DC, July 16, 1997\n\nMr. Chairman, I thank you for the chance to speak of bees.\n"
    )
    assert document.title == "Statement before the Subcommittee on Sample Trade, House Ways and Means Committee"
