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


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (" date 2022-10-24 Opening of the Sample Wells\n\n", "Opening of the Sample Wells"),
        (" date 2022-10-24 Submit Release\nOpening of the Sample Wells\n\n", "Opening of the Sample Wells"),
        ("date 2022-10-24\nOpening of the Sample Wells\n\n", "Opening of the Sample Wells"),
    ],
)
def test_the_day_that_a_dump_puts_before_the_first_line_is_its_guess(first: str, title: str) -> None:
    record = convert_text(first + PROSE, None)
    assert record.title == title
    assert record.published is None
    assert "plain-text/front-matter" in {part.rule for part in record.removed}
    assert record.accounting.unaccounted == 0


def test_prose_that_begins_with_a_date_is_no_front_matter() -> None:
    record = convert_text("Opening of the Sample Wells\n\ndate 2022-10-24 was the day of the wells.\n" + PROSE, None)
    assert "plain-text/front-matter" not in {part.rule for part in record.removed}


def test_the_sheet_on_a_country_has_its_name_and_the_day_above_the_description() -> None:
    text = (
        "Kenya\n\nAmericans who travel to Kenya should read the Travel Warning on the Department's site.\n\n\n"
        f"July 7, 2004\n\nCOUNTRY DESCRIPTION: Kenya is a developing country. {PROSE}\nCRIME: {PROSE}"
    )
    record = convert_text(text, None)
    assert record.title == "Kenya"
    assert record.published is not None
    assert (record.published.value, record.published.evidence) == ("2004-07-07", "body")
    assert [section.heading for section in record.sections] == [None]


def test_a_day_of_prose_above_the_description_dates_no_sheet() -> None:
    text = (
        f"Kenya\n\nThe wells of Kenya were opened on July 7, 2004.\n\nCOUNTRY DESCRIPTION: Kenya is a country. {PROSE}"
    )
    assert convert_text(text, None).published is None


def test_a_month_gives_way_to_the_day_of_it_that_is_printed_too() -> None:
    lines = (
        "U.S. Department of State\n95/11/02 Tips on Sample Wells\nBureau of Consular Affairs\nRevised November 1995\n\n"
    )
    record = convert_text(lines + PROSE, None)
    assert record.published is not None
    assert record.published.value == "1995-11-02"


def test_topics_of_an_index_with_their_pages_are_no_title() -> None:
    index = (
        "Sample Wells Day on Friday .........1\n\nCivil Strife Near the Wells .....1-2,11-12\nVisit of Boats ....2\n\n"
    )
    head = "MAY 4, 1994\n\nWednesday, May 4, 1994\n\n                       Briefer:  Robin Example\n\n"
    record = convert_text(head + index + "DPC #70\n\nMS. EXAMPLE: I have got a couple of announcements today.\n", None)
    assert record.title is None


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://www.state.gov/public-schedule-august-30-2021/", "public schedule august 30 2021"),
        ("https://www.state.gov/visa-notes-of-may-2016/", "visa notes of may 2016"),
        ("https://www.state.gov/opening-of-sample-wells-12345/", "opening of sample wells"),
    ],
)
def test_the_year_of_a_day_in_an_address_stays(address: str, title: str) -> None:
    assert convert_text(PROSE + "\n" + PROSE, address).title == title


def test_questions_that_are_lists_of_their_own_head_their_answers() -> None:
    text = f"Sample Wells FAQs\n\n  1. What are wells?\n\n{PROSE}\n  1. Who opens them?\n\n{PROSE}"
    record = convert_text(text, None)
    assert [(part.number, part.heading) for part in record.sections[1:]] == [
        ("1", "What are wells?"),
        ("1", "Who opens them?"),
    ]
    assert record.accounting.unaccounted == 0


def test_questions_in_one_list_stay_a_list() -> None:
    text = f"Sample Wells FAQs\n\n  1. What are wells?\n  2. Who opens them?\n\n{PROSE}"
    assert [part.heading for part in convert_text(text, None).sections] == [None]


def test_the_department_heads_no_section_and_a_part_of_a_profile_with_years_does() -> None:
    text = (
        f"Background Note: Serbia\n\nMarch 29, 2011\n\nPROFILE\n\nGeography\nArea: Some wells. {PROSE}\n"
        f"People (2010 est.)\nNationality: Noun--Serb(s). {PROSE}\nU.S. Department Of State\n{PROSE}"
    )
    record = convert_text(text, None)
    assert [part.heading for part in record.sections[1:]] == ["PROFILE", "Geography", "People (2010 est.)"]


def test_a_long_line_between_blank_ones_is_a_heading_where_it_lists_nothing() -> None:
    long = "Treaty on the Opening of Wells in Villages, on Rivers and Under Sample Bridges (Limited Treaty on "
    long += "Sample Wells)"
    listed = "Wells in Villages, Boats on Rivers, Reports on Sample Bridges, Beans, Ropes and Other Goods of "
    listed += "the Sample Islands"
    assert min(len(long), len(listed)) > 110
    record = convert_text(f"Sample Agreements\n\nMay 4, 1994\n\n{PROSE}\n{long}\n\n{PROSE}\n{listed}\n\n{PROSE}", None)
    assert [part.heading for part in record.sections[1:]] == [long]


def test_the_day_of_a_copy_above_the_stamp_is_not_the_releases() -> None:
    above = "Tuesday, May 5, 2015\n\nTHE SECRETARY'S WELLS\n\nFROM:  THE STATE DEPARTMENT\n05/04/2015 05:02 PM EDT\n"
    record = convert_text(above + "Sample Wells Day\nPress Statement\n" + SPEAKER + PROSE, None)
    assert record.published is not None
    assert (record.published.value, record.published.line) == ("2015-05-04", 12)


@pytest.mark.parametrize("frame", ["Travel insights...\n\nPosts tagged Wells", "Archive for January, 2013"])
def test_the_head_of_a_blogs_archive_is_no_title(frame: str) -> None:
    record = convert_text(f"{frame}\n\nSample Wells Open\n\n{SPEAKER}{PROSE}", None)
    assert record.title == "Sample Wells Open"


def test_the_caption_of_a_map_is_no_title() -> None:
    lines = "Map: Albania. Credit: Sample Factbook. |\nFROM: U.S. STATE DEPARTMENT\nU.S. Relations With Albania\n"
    record = convert_text(f"{lines}Fact Sheet\nDecember 20, 2012\n{PROSE}", None)
    assert record.title == "U.S. Relations With Albania"


def test_the_heading_below_prose_that_ends_in_an_arrow_is_no_title() -> None:
    text = f"{PROSE.strip()} {PROSE.strip()} More about the wells»\n\nU.S.-Chile Wells\n\n{PROSE}"
    assert convert_text(text, None).title is None


def test_a_disc_of_1993_says_above_a_briefing_that_it_is_an_archive() -> None:
    note = "Note: This Electronic Research Collection is an archive site. For the most current information, visit it.\n"
    head = (
        "930122 Daily Press Briefing  Return to: Index of Daily Briefings || Electronic Research Collections Index\n\n"
    )
    lines = (
        "State Department Spokesman Robin Example\n\n          DEPARTMENT OF STATE\n          DAILY PRESS BRIEFING\n\n"
    )
    lines += "              FRIDAY, JANUARY 22, 1993, 12:51 P. M.\n\n"
    record = convert_text(head + note + lines + "     MR. EXAMPLE:  Good afternoon.  I have one announcement.\n", None)
    assert record.title == "DAILY PRESS BRIEFING"
    assert {part.rule for part in record.removed} == {"mirror-links"}
    assert record.published is not None
    assert record.published.value == "1993-01-22"
