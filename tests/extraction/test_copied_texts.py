"""Texts of pages as other sites and mails copy them: what these put above a page is none of its title, date or body."""

import pytest

from statedocs.pipeline import convert_text

PROSE = "The village lies between two rivers, and most of its people live by growing beans and mending boats.\n"
SPEAKER = "Robin Example\nSecretary of State\nWashington, DC\nMay 4, 2015\n\n"


@pytest.mark.parametrize(
    ("above", "rule"),
    [
        ("Showing posts with label WELLS. Show all posts\nShowing posts with label WELLS. Show all posts\n\n",
         "mirror-frame"),
        ("You are on page 1of 9\n\n", "mirror-frame"),
        ("Vous êtes sur la page 1sur 9\n\n", "mirror-frame"),
        ("Quantcast\nChannel: Sample Department\nViewing all 90 articles\nBrowse latest View live\n\n", "mirror-frame"),
    ],
)  # fmt: skip
def test_the_frame_of_another_site_is_no_title(above: str, rule: str) -> None:
    record = convert_text(above + "Opening of the Sample Wells\n\n" + SPEAKER + PROSE, None)
    assert record.title == "Opening of the Sample Wells"
    assert {part.rule for part in record.removed} == {rule}
    assert record.accounting.unaccounted == 0


def test_below_the_stamp_of_a_mail_the_release_stands_whole() -> None:
    above = "Monday, May 4, 2015\n\nTHE SECRETARY'S WELLS\n\nFROM:  U.S. STATE DEPARTMENT\n05/04/2015 05:02 PM EDT\n"
    record = convert_text(above + "Sample Wells Day\nPress Statement\n" + SPEAKER + PROSE, None)
    assert record.title == "Sample Wells Day"
    assert record.document_type is not None
    assert record.document_type.slug == "press-statement"
    assert [speaker.name for speaker in record.speakers] == ["Robin Example"]
    assert [block.text for section in record.sections for block in section.blocks] == [PROSE.strip()]


def test_what_a_mail_says_of_itself_leaves_the_schedule_its_title() -> None:
    above = (
        "Public Schedule – May 4, 2015\n\nFlag and Wells 2015\n\nU.S. DEPARTMENT of  STATE\n\n"
        "You are subscribed to Public Schedule. Here is new content for this topic:\n\n05/03/2015 09:11 PM EST\n\n"
        "Office of the Spokesperson\n\n***THE DAILY PUBLIC SCHEDULE IS SUBJECT TO CHANGE***\n\n"
    )
    entry = "SECRETARY ROBIN EXAMPLE\n\n9:00 a.m. Secretary Example meets with the builders of boats.\n"
    record = convert_text(above + entry, None)
    assert record.title == "Public Schedule – May 4, 2015"
    assert [issuer.as_written for issuer in record.issuers] == ["Office of the Spokesperson"]


def test_the_name_of_a_portrait_is_no_title() -> None:
    lines = "Remarks at the Sample Wells Conference\n\nRobin Example Secretary of State\n\n"
    record = convert_text(lines + SPEAKER + PROSE, None)
    assert record.title == "Remarks at the Sample Wells Conference"


def test_the_name_of_a_picture_leaves_a_bureau_its_own_page() -> None:
    record = convert_text(f"WHA Hero Image\n\nBureau of Western Hemisphere Affairs\n\n\nWhat We Do\n\n{PROSE}", None)
    assert record.title == "Bureau of Western Hemisphere Affairs"
    assert [issuer.code for issuer in record.issuers] == ["WHA"]
    assert record.masthead[0].role == "other"


def test_a_kind_alone_is_no_title() -> None:
    record = convert_text("Bureau of Democracy, Human Rights, and Labor\nReport\nFebruary 27, 2014\n\n" + PROSE, None)
    assert record.title is None
    assert record.document_type is not None
    assert record.document_type.slug == "report"


@pytest.mark.parametrize("line", ["Posted on 21 June 2017 | 8:25 pm", "Published on June 21, 2017 at 8:25 p.m."])
def test_the_day_and_time_on_which_a_site_posted_a_page(line: str) -> None:
    record = convert_text(f"Algeria Travel Warning\n\n{line}\n{PROSE}", None)
    assert record.published is not None
    assert record.published.value == "2017-06-21"
